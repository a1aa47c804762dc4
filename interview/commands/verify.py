"""`verify [ID]`: whether the records are as they were written; exit 1 names the first broken entry."""

from __future__ import annotations

from argparse import Namespace

from interview.language import _, ngettext
from interview.practice_place import vault_holding
from interview.world import Place, World


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Check one record, one of practice too, or the whole vault of people's records."""
    with vault_holding(arguments.record, place, world, inspecting=True) as vault:
        found = vault.verify(arguments.record)
    for check in found.records:
        state = (
            _("whole, seal {seal}").format(seal=check.seal)
            if not check.breaches
            else _("NOT whole, {count} readable").format(count=len(check.readable))
        )
        print(_("{record}  {entries} entries, {state}").format(record=check.record, entries=check.entries, state=state), file=world.stdout)
    if found.first is not None:
        more = len(found.breaches) - 1
        others = _(" ({more} more places are not as they were written)").format(more=more) if more else ""
        print(f"trd-interview: {found.first.sentence}{others}", file=world.stderr)
        return 1
    count = len(found.records)
    whole = ngettext("Everything is as it was written: {n} record.", "Everything is as it was written: {n} records.", count)
    print(whole.format(n=count), file=world.stdout)
    return 0
