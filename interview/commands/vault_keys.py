"""`vault passwd|recover|rotate`: what opens the vault is changed, whole or not at all; what opened it before is said to be over."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from interview import code_showing
from interview.bootstrap import vault_is_there
from interview.language import _, ngettext
from interview.world import CallRefused, Place, World

if TYPE_CHECKING:
    from interview.storage.unlock import Passphrase


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Change what opens the vault."""
    if not vault_is_there(place):
        raise CallRefused(_("No vault is in {folder}: there is nothing to change.").format(folder=place.folder))
    out = Path(arguments.code_out) if arguments.code_out else None
    code_showing.refuse_what_is_there(out)
    match arguments.act:
        case "recover":
            return _recover(arguments, place, world, out)
        case "rotate":
            return _rotate(place, world, out)
        case _ if arguments.keyring or arguments.no_keyring:
            return _keyring(arguments.keyring, place, world)
        case _ if arguments.new_code:
            return _new_code(place, world, out)
        case _:
            return _passwd(arguments, place, world)


def _chosen(arguments: Namespace, world: World) -> Passphrase:
    from interview.storage.unlock import Passphrase, refuse_unfit
    from interview.unlocking import chosen_passphrase, secret_line

    given = arguments.new_passphrase_file
    if given is None and not world.may_ask:
        raise CallRefused(_("No terminal is here to ask for the new passphrase. Name a file with --new-passphrase-file."))
    new = Passphrase(chosen_passphrase(world) if given is None else secret_line(Path(given)))
    refuse_unfit(new)
    return new


def _passwd(arguments: Namespace, place: Place, world: World) -> int:
    from interview.storage.rewrapping import change_passphrase
    from interview.unlocking import proven

    change_passphrase(place.vault, proven(place, world), _chosen(arguments, world))
    print(_("The new passphrase opens the vault; the old one no longer does. The recovery code stays as it is."), file=world.stdout)
    print(
        _("A backup made before still opens by the old one; `vault rotate` gives a new key, and then make a new backup."), file=world.stdout
    )
    return 0


def _shown_code(world: World, out: Path | None) -> bytes:
    """Make a recovery code and show it, before it opens anything: what fails after that leaves the old one standing."""
    from interview.storage.recovery_code import new_code, written

    if not code_showing.can_show(world, out):
        raise CallRefused(
            _("No terminal is here to show the new recovery code. Name a new file for it with --code-out. Nothing was changed.")
        )
    code = new_code()
    code_showing.show(world, written(code), out)
    return code


def _new_code(place: Place, world: World, out: Path | None) -> int:
    from interview.storage.rewrapping import change_code
    from interview.unlocking import proven

    change_code(place.vault, proven(place, world), _shown_code(world, out))
    print(_("The new recovery code opens the vault; an earlier one no longer does."), file=world.stdout)
    return 0


def _recover(arguments: Namespace, place: Place, world: World, out: Path | None) -> int:
    from interview.storage.rewrapping import recover
    from interview.storage.unlock import RecoveryCode
    from interview.storage.vault import Vault
    from interview.unlocking import asked, secret_line

    if arguments.code_file is None and not world.may_ask:
        raise CallRefused(_("No terminal is here to ask for the recovery code. Name a file with --code-file."))
    typed = asked(world, _("Recovery code: ")) if arguments.code_file is None else secret_line(Path(arguments.code_file))
    unlock = RecoveryCode(typed)
    Vault.open(place.vault, unlock, inspecting=True, clock=world.clock).close()
    new = _chosen(arguments, world)
    recover(place.vault, unlock, new, _shown_code(world, out))
    print(_("The new passphrase and the new recovery code open the vault; neither of the old ones does any more."), file=world.stdout)
    return 0


def _rotate(place: Place, world: World, out: Path | None) -> int:
    from interview.storage.rotation import NewWays, room_for, rotate
    from interview.storage.unlock import KeyFile, Passphrase
    from interview.unlocking import keyring_unlock, proven

    unlock = proven(place, world)
    if not isinstance(unlock, Passphrase | KeyFile):
        raise CallRefused(_("A new key needs the passphrase: set one with `vault recover` first."))
    room = room_for(place.vault)
    print(
        _("Every record is written anew, beside what is there: this needs {needed} MB, and {free} MB are free.").format(
            needed=-(-room.needed // 1_000_000), free=room.free // 1_000_000
        ),
        file=world.stdout,
        flush=True,
    )
    code = _shown_code(world, out) if isinstance(unlock, Passphrase) else None
    count = rotate(place.vault, unlock, NewWays(code, keyring_unlock(place, world)))
    done = ngettext("{n} record is under a new key.", "{n} records are under a new key.", count).format(n=count)
    print(_("{done} Seals and codes for research stay as they were.").format(done=done), file=world.stdout)
    if code is not None:
        print(_("The passphrase stays; an earlier recovery code no longer opens the vault."), file=world.stdout)
    print(_("Backups made before still open by what opened the vault then: make a new one, and destroy those."), file=world.stdout)
    return 0


def _keyring(is_wanted: bool, place: Place, world: World) -> int:
    from interview.storage.header import read_header
    from interview.storage.keyring import forget_in, keep_in
    from interview.storage.rewrapping import leave_keyring, use_keyring
    from interview.unlocking import keyring_of, proven

    unlock, keyring, vault = proven(place, world), keyring_of(world), read_header(place.vault).vault
    if is_wanted:
        use_keyring(place.vault, unlock, keep_in(keyring, vault))
        print(
            _("The system's keyring opens the vault now: whoever is at your unlocked login opens it without a question."), file=world.stdout
        )
        return 0
    leave_keyring(place.vault, unlock)
    is_gone = forget_in(keyring, vault)
    print(_("The system's keyring does not open the vault any more; the passphrase is asked."), file=world.stdout)
    if not is_gone:
        print(_("What the keyring kept could not be removed from it; it opens nothing now."), file=world.stdout)
    return 0
