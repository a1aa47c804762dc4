"""Opening the vault, and making it on first use: by a passphrase file without a question, in a terminal by asking.

A passphrase is never printed, kept or logged. Where the system's keyring was made a way to open the vault, it is tried before anybody is
asked. How a new recovery code is shown is `code_showing`'s.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from interview import code_showing
from interview.engine.ports import StoreFault
from interview.language import _
from interview.storage.files import NotAFile, read_private
from interview.storage.header import read_header
from interview.storage.keys import KeyringSlot
from interview.storage.unlock import KeyringSecret, Passphrase, RecoveryCode, Unlock
from interview.storage.vault import Vault
from interview.world import Place, World

if TYPE_CHECKING:
    from interview.storage.keyring import Keyring

TRIES = 3
LARGEST_PASSPHRASE_FILE = 8_192
"""Bytes."""


def unlocked(place: Place, world: World, *, inspecting: bool) -> Vault:
    """Open the vault that is there. Raises `StoreFault`; `inspecting` opens what is damaged too, for reading only."""

    def open_with(unlock: Unlock) -> Vault:
        return Vault.open(place.vault, unlock, inspecting=inspecting, clock=world.clock)

    known = known_unlock(place, world)
    if known is not None:
        return open_with(known)
    kept = keyring_unlock(place, world)
    if kept is not None:
        try:
            return open_with(kept)
        except StoreFault as fault:
            if fault.kind != "wrong_passphrase":
                raise
    _refuse_without_terminal(place, world)
    for left in range(TRIES - 1, -1, -1):
        try:
            return open_with(Passphrase(asked(world, _("Passphrase: "))))
        except StoreFault as fault:
            if fault.kind != "wrong_passphrase" or not left:
                raise
            print(fault, file=world.stderr)
    raise AssertionError(_("the last try returns or raises"))


def made(place: Place, world: World, *, on_own_screen: bool = False, code_out: Path | None = None) -> Vault:
    """Make the vault and open it, and show the recovery code once; none is made where nobody could see it. Raises `StoreFault`."""

    code_showing.refuse_what_is_there(code_out)
    known = known_unlock(place, world)
    if isinstance(known, RecoveryCode):
        raise StoreFault("locked", _("A vault is made with a passphrase or a key file, not with a recovery code."))
    if known is None:
        _refuse_without_terminal(place, world)
        print(
            _("A vault for the records is made in {folder}. Choose a passphrase of several words.").format(folder=place.folder),
            file=world.stderr,
        )
        known = Passphrase(chosen_passphrase(world))
    if isinstance(known, KeyringSecret):
        raise StoreFault("locked", _("A vault is made with a passphrase or a key file; the keyring is added to it afterwards."))
    shows = code_showing.can_show(world, code_out)
    vault, code = Vault.create(place.vault, known, clock=world.clock, with_code=shows)
    if code is not None:
        code_showing.show(world, code, code_out, on_own_screen=on_own_screen)
    elif isinstance(known, Passphrase):
        print(code_showing.UNSHOWN, file=world.stderr)
    return vault


def proven(place: Place, world: World) -> Unlock:
    """Open the vault by what somebody knows, not by the keyring, close it, and return what opened it. Raises `StoreFault`."""
    typed: list[str] = []

    def ask(prompt: str) -> str:
        typed.append(world.ask_secret(prompt))
        return typed[-1]

    known = known_unlock(place, world)
    unlocked(place, replace(world, unlock=known, ask_secret=ask, keyring=lambda: None), inspecting=True).close()
    return known or Passphrase(typed[-1])


def keyring_unlock(place: Place, world: World) -> KeyringSecret | None:
    """Return what the keyring keeps for the vault; None where the vault does not open by it, or the keyring does not answer."""
    from interview.storage.keyring import kept_in

    try:
        header = read_header(place.vault)
    except (OSError, StoreFault):
        return None
    if not any(isinstance(slot, KeyringSlot) for slot in header.slots):
        return None
    return kept_in(keyring_of(world), header.vault)


def keyring_of(world: World) -> Keyring | None:
    """Return the keyring there is: the system's, or the one that was handed in."""
    from interview.storage.keyring import system_keyring

    return (world.keyring or system_keyring)()


def chosen_passphrase(world: World) -> str:
    """Ask twice for a new passphrase. Raises `StoreFault` where none was chosen."""

    for __ in range(TRIES):
        chosen = asked(world, _("New passphrase: "))
        if not chosen.strip():
            print(_("The passphrase is empty. Choose one of several words."), file=world.stderr)
        elif asked(world, _("Once more: ")) == chosen:
            return chosen
        else:
            print(_("The two are not the same. Nothing was made; type it twice again."), file=world.stderr)
    raise StoreFault("wrong_passphrase", _("No passphrase was chosen, so no vault was made. Start again when you have one."))


def asked(world: World, prompt: str) -> str:
    """Ask for a secret. Raises `StoreFault` where nothing was typed."""

    try:
        return world.ask_secret(prompt)
    except EOFError:
        raise StoreFault("locked", _("No passphrase was typed, so the vault stays locked. Start again when you have it.")) from None


def _refuse_without_terminal(place: Place, world: World) -> None:

    if not world.may_ask:
        raise StoreFault(
            "locked",
            _(
                "The vault in {folder} needs a passphrase, and no terminal is here to ask for it. Name a file with --passphrase-file."
            ).format(folder=place.folder),
        )


def known_unlock(place: Place, world: World) -> Unlock | None:
    """Return what opens the vault without a question; None where somebody must be asked. Raises `StoreFault`."""
    if world.unlock is not None or place.passphrase_file is None:
        return world.unlock

    return Passphrase(secret_line(place.passphrase_file))


def secret_line(where: Path) -> str:
    """Return the line of a private text file that holds a passphrase or a code. Raises `StoreFault`."""
    try:
        text = read_private(Path(os.path.realpath(where)), LARGEST_PASSPHRASE_FILE).decode("utf-8")
    except NotAFile:
        raise StoreFault(
            "locked",
            _("The passphrase file {where} is no ordinary file, or is larger than a passphrase. Name another one.").format(where=where),
        ) from None
    except OSError as fault:
        raise StoreFault(
            "locked",
            _("The passphrase file {where} could not be read ({strerror}). Name a readable file.").format(
                where=where, strerror=fault.strerror
            ),
        ) from None
    except UnicodeDecodeError:
        raise StoreFault("locked", _("The passphrase file {where} is not UTF-8 text. Save it as UTF-8.").format(where=where)) from None
    return text.removesuffix("\n").removesuffix("\r")
