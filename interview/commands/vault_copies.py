"""`vault backup FILE` and `vault restore FILE`: a copy of the vault as it lies, and the way back from it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from interview.bootstrap import vault_is_there
from interview.language import _, ngettext
from interview.world import CallRefused, Place, World


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Write a backup, or bring one back."""
    path = Path(arguments.file).expanduser().absolute()
    return _backup(path, place, world) if arguments.act == "backup" else _restore(path, place, world)


def _backup(path: Path, place: Place, world: World) -> int:
    from interview.storage.backup import back_up_in_use
    from interview.storage.restoring import check_backup
    from interview.storage.unlock import Passphrase, Unlock
    from interview.unlocking import asked, keyring_unlock, known_unlock

    if not vault_is_there(place):
        raise CallRefused(_("No vault is in {folder}: there is nothing to back up.").format(folder=place.folder))
    if path.exists() or path.is_symlink():
        raise CallRefused(_("{path}: this file exists and was left as it is. Choose another name for the backup.").format(path=path))
    if not path.parent.is_dir():
        raise CallRefused(_("{path}: its folder is not there. Make it, or choose another one.").format(path=path))
    unlock: Unlock | None = known_unlock(place, world) or keyring_unlock(place, world)
    if unlock is None and world.may_ask:
        typed = asked(world, _("Passphrase, to open the backup and check it (Enter alone copies without that): "))
        unlock = Passphrase(typed) if typed else None
    counted: list[int] = []

    def check(part: Path) -> None:
        if unlock is not None:
            counted.append(check_backup(part, unlock, clock=world.clock))

    manifest = back_up_in_use(place.vault, path, made=world.clock().isoformat(timespec="seconds"), check=check)
    print(_("Written: {path}").format(path=path), file=world.stdout)
    if counted:
        whole = ngettext("It was opened and is whole: {n} record.", "It was opened and is whole: {n} records.", counted[0])
        print(whole.format(n=counted[0]), file=world.stdout)
    else:
        print(
            _("Its bytes were read back and are as they lie in the vault. It was NOT opened: nobody gave the passphrase."),
            file=world.stdout,
        )
    print(
        _("It opens by what opens the vault today ({made}). What is being typed and not saved is not in it.").format(made=manifest.made),
        file=world.stdout,
    )
    return 0


def _restore(path: Path, place: Place, world: World) -> int:
    from interview.storage.backup import read_through
    from interview.storage.durable import said_of
    from interview.storage.restoring import restore
    from interview.storage.unlock import Passphrase
    from interview.unlocking import asked, known_unlock

    if not path.is_file():
        raise CallRefused(_("{path}: no file is there. Name a backup that `vault backup` wrote.").format(path=path))
    with said_of(path, writing=False):
        manifest = read_through(path)
    unlock = known_unlock(place, world)
    if unlock is None:
        if not world.may_ask:
            raise CallRefused(
                _("The backup needs its passphrase, and no terminal is here to ask for it. Name a file with --passphrase-file.")
            )
        unlock = Passphrase(asked(world, _("Passphrase of the backup made {made}: ").format(made=manifest.made)))
    done = restore(place.vault, path, unlock, clock=world.clock)
    count = ngettext("{n} record", "{n} records", done.records).format(n=done.records)
    print(
        _("The vault in {folder} is the backup made {made} now: {count}, each with a word that it was brought back.").format(
            folder=place.folder, made=done.made, count=count
        ),
        file=world.stdout,
    )
    if done.kept is not None:
        print(_("What stood there is kept: `--data-dir {kept}` opens it.").format(kept=done.kept), file=world.stdout)
    if done.ahead is None:
        print(
            _("What stood there did not open in the same way, so it is not known whether it held more than the backup."), file=world.stdout
        )
    for each in done.ahead or ():
        lacks = ngettext("{n} entry", "{n} entries", each.lacks).format(n=each.lacks)
        print(
            _("Record {record} is not in the backup; it had {lacks}.").format(record=each.record, lacks=lacks)
            if each.is_missing
            else _("Record {record} was ahead: {lacks} of it are not in the backup.").format(record=each.record, lacks=lacks),
            file=world.stdout,
        )
    return 0
