"""`verify [ID [--seal SEAL]]`: whether the records are as they were written; exit 1 names the first broken entry, or a seal of none."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from interview.bootstrap import opened, vault_is_there
from interview.language import _, ngettext
from interview.practice_place import opened_practice, practice_place, vault_holding
from interview.world import CallRefused, Place, World

if TYPE_CHECKING:
    from interview.storage.verification import RecordCheck, Verification


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Check one record, one of practice too, or the whole vault of people's records, and that of practice after it."""
    if arguments.seal is not None:
        refuse_no_seal(arguments.record, arguments.seal)
    if arguments.record is None:
        return _check_all(place, world)
    with vault_holding(arguments.record, place, world, inspecting=True) as vault:
        found = vault.verify(arguments.record)
    if _is_broken(found, world):
        return 1
    if arguments.seal is not None:
        return compare_seal(found.records[0], arguments.seal, world)
    _print_whole(len(found.records), world)
    return 0


def _check_all(place: Place, world: World) -> int:
    """Check every vault that there is; where there is none, it is said of people's records."""
    has_practice = vault_is_there(practice_place(place))
    count, is_broken = 0, False
    if vault_is_there(place) or not has_practice:
        with opened(place, world, inspecting=True) as vault:
            found = vault.verify()
        is_broken, count = _is_broken(found, world), len(found.records)
    if has_practice:
        print(_("PRACTICE sessions:"), file=world.stdout)
        with opened_practice(place, world, make=False, inspecting=True) as vault:
            found = vault.verify()
        is_broken, count = _is_broken(found, world) or is_broken, count + len(found.records)
    if not is_broken:
        _print_whole(count, world)
    return 1 if is_broken else 0


def _is_broken(found: Verification, world: World) -> bool:
    """Print how each record stands; where something is not as it was written, say it on standard error."""
    for check in found.records:
        state = (
            _("whole, seal {seal}").format(seal=check.seal)
            if not check.breaches
            else _("NOT whole, {count} readable").format(count=len(check.readable))
        )
        print(_("{record}  {entries} entries, {state}").format(record=check.record, entries=check.entries, state=state), file=world.stdout)
    if found.was_rewrapped:
        said = _("What opens the vault was changed meanwhile, by another process: its header was written anew, and is authentic.")
        print(said, file=world.stdout)
    if found.first is None:
        return False
    more = len(found.breaches) - 1
    others = _(" ({more} more places are not as they were written)").format(more=more) if more else ""
    print(f"trd-interview: {found.first.sentence}{others}", file=world.stderr)
    return True


def _print_whole(count: int, world: World) -> None:
    whole = ngettext("Everything is as it was written: {n} record.", "Everything is as it was written: {n} records.", count)
    print(whole.format(n=count), file=world.stdout)


def refuse_no_seal(record: str | None, seal: str) -> None:
    """Refuse a seal without its record, and what is no seal. Raises `CallRefused`."""
    from interview.storage.chain import SEAL_SIGNS, read_seal

    if record is None:
        raise CallRefused(_("--seal: a seal is one record's; say which: `verify ID --seal SEAL`."))
    try:
        read_seal(seal)
    except ValueError:
        raise CallRefused(
            _(
                "--seal: found {n} signs that are no seal; a seal is {most} letters and digits, as exports and the closing screen show it."
            ).format(n=len(seal), most=SEAL_SIGNS)
        ) from None


def compare_seal(check: RecordCheck, seal: str, world: World) -> int:
    """Say which entry of a whole record the seal belongs to; exit 1 where none does."""
    entry = check.entry_sealed(seal)
    if entry is None:
        found = _(
            "Record {record} never had this seal: it is older than the seal, it was written anew, or the seal is another record's. "
            "Compare the record's id and the seal with what was written down; bring back the newest copy."
        )
        print(f"trd-interview: {found.format(record=check.record)}", file=world.stderr)
        return 1
    if entry == check.entries:
        said = _("The seal is that of the last entry, {entry}: nothing was changed, added or taken away since it was written down.")
    else:
        said = _("The seal is that of entry {entry} of {entries}: up to there nothing was changed; the entries after it were added since.")
    print(said.format(entry=entry, entries=check.entries), file=world.stdout)
    return 0
