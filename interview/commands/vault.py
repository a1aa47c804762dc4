"""`vault ACT`: `init` makes the vault, `status` says where it is and what opens it; the other acts have files of their own."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from interview.bootstrap import opened, vault_is_there
from interview.language import _, ngettext
from interview.world import CallRefused, Place, World

TAKES: dict[str, tuple[str, ...]] = {
    "init": ("code_out",),
    "passwd": ("new_passphrase_file", "code_out", "new_code", "keyring", "no_keyring"),
    "recover": ("new_passphrase_file", "code_file", "code_out"),
    "rotate": ("code_out",),
    "status": (),
    "backup": ("file",),
    "restore": ("file",),
}
"""What each act takes of what the grammar has."""


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Do one act with the vault."""
    _refuse_what_does_not_fit(arguments)
    match arguments.act:
        case "init":
            return _init(arguments, place, world)
        case "status":
            return _status(place, world)
        case "backup" | "restore":
            from interview.commands import vault_copies

            return vault_copies.run(arguments, place, world)
        case _:
            from interview.commands import vault_keys

            return vault_keys.run(arguments, place, world)


def _refuse_what_does_not_fit(arguments: Namespace) -> None:
    takes = TAKES[arguments.act]
    for name in sorted({each for every in TAKES.values() for each in every} - set(takes)):
        if getattr(arguments, name):
            said = "FILE" if name == "file" else f"--{name.replace('_', '-')}"
            raise CallRefused(
                _("vault {act} takes no {name}. `trd-interview vault --help` shows what fits.").format(act=arguments.act, name=said)
            )
    if "file" in takes and not arguments.file:
        raise CallRefused(_("vault {act} needs a FILE: the name of the backup.").format(act=arguments.act))


def _init(arguments: Namespace, place: Place, world: World) -> int:
    if vault_is_there(place):
        raise CallRefused(
            _("A vault is already in {folder}. Nothing was changed; --data-dir chooses another folder.").format(folder=place.folder)
        )
    with opened(place, world, make=True, code_out=Path(arguments.code_out) if arguments.code_out else None):
        print(_("A vault was made in {folder}.").format(folder=place.folder), file=world.stdout)
    return 0


def _status(place: Place, world: World) -> int:
    if not vault_is_there(place):
        print(_("No vault is in {folder} yet.").format(folder=place.folder), file=world.stdout)
        return 0
    with opened(place, world) as vault:
        print(
            _("The vault in {folder} opens; it keeps {count} records.").format(folder=place.folder, count=len(vault.records())),
            file=world.stdout,
        )
    for line in _ways(place, world):
        print(line, file=world.stdout)
    return 0


def _ways(place: Place, world: World) -> list[str]:
    """Say each way that opens the vault, and those that do not."""
    from interview.storage.header import read_header
    from interview.storage.keys import KeyFileSlot, KeyringSlot, PassphraseSlot
    from interview.unlocking import keyring_unlock

    header = read_header(place.vault)
    lines = [_("Format {format}, made {made}.").format(format=header.format, made=header.created)]
    kinds = {slot.kind for slot in header.slots}
    for slot in header.slots:
        if isinstance(slot, PassphraseSlot):
            cost = ngettext("{mib} MiB, {n} pass", "{mib} MiB, {n} passes", slot.passes).format(mib=slot.memory_kib // 1024, n=slot.passes)
            lines.append(_("Opens by a passphrase (Argon2id, {cost}).").format(cost=cost))
        elif isinstance(slot, KeyFileSlot):
            lines.append(_("Opens by a key file, without a question."))
        elif isinstance(slot, KeyringSlot):
            is_there = keyring_unlock(place, world) is not None
            lines.append(
                _("Opens by the system's keyring, without a question: its secret is there.")
                if is_there
                else _("Has a way by the system's keyring, but no secret is to be had there now: the passphrase is asked.")
            )
    if "recovery" in kinds:
        lines.append(_("Opens by the recovery code that is on paper."))
    elif "passphrase" in kinds:
        lines.append(_("No recovery code opens it: without the passphrase all is lost. `vault passwd --new-code` makes one."))
    if "keyring" not in kinds:
        lines.append(_("The system's keyring does not open it."))
    return lines
