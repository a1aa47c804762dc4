"""Opening the vault, and making it on first use: by a passphrase file without a question, in a terminal by asking.

A passphrase is never printed, kept or logged. A recovery code is shown once: before the terminal interface opens, on a screen of its own
that leaves nothing behind; by a command, which has lines only, on standard error, with a word about what stays there.
"""

from __future__ import annotations

from interview.engine.ports import StoreFault
from interview.language import _
from interview.storage.files import NotAFile, read_private
from interview.storage.unlock import Passphrase, RecoveryCode, Unlock
from interview.storage.vault import Vault
from interview.world import Place, World

TRIES = 3
LARGEST_PASSPHRASE_FILE = 8_192
"""Bytes."""

OWN_SCREEN, BACK = "\x1b[?1049h\x1b[2J\x1b[H", "\x1b[2J\x1b[H\x1b[?1049l"
"""To the terminal's other screen, which keeps no lines that scrolled away, and back; it is wiped before it is left."""

LINES_ONLY = frozenset({"", "dumb"})
"""Terminals that have no other screen."""

CODE = _("Recovery code, shown this once; keep it on paper, away from this computer:")
WRITTEN_DOWN = _("Press Enter when it is written down. ")
STAYS = _("It stays among this terminal's lines above: clear them when it is written down.")


def unlocked(place: Place, world: World, *, inspecting: bool) -> Vault:
    """Open the vault that is there. Raises `StoreFault`; `inspecting` opens what is damaged too, for reading only."""

    def open_with(unlock: Unlock) -> Vault:
        return Vault.open(place.vault, unlock, inspecting=inspecting, clock=world.clock)

    known = known_unlock(place, world)
    if known is not None:
        return open_with(known)
    _refuse_without_terminal(place, world)
    for left in range(TRIES - 1, -1, -1):
        try:
            return open_with(Passphrase(_asked(world, "Passphrase: ")))
        except StoreFault as fault:
            if fault.kind != "wrong_passphrase" or not left:
                raise
            print(fault, file=world.stderr)
    raise AssertionError(_("the last try returns or raises"))


def made(place: Place, world: World, *, on_own_screen: bool = False) -> Vault:
    """Make the vault and open it, and show the recovery code once. Raises `StoreFault`."""

    known = known_unlock(place, world)
    if isinstance(known, RecoveryCode):
        raise StoreFault("locked", _("A vault is made with a passphrase or a key file, not with a recovery code."))
    if known is None:
        _refuse_without_terminal(place, world)
        print(
            _("A vault for the records is made in {folder}. Choose a passphrase of several words.").format(folder=place.folder),
            file=world.stderr,
        )
        known = Passphrase(_chosen_passphrase(world))
    vault, code = Vault.create(place.vault, known, clock=world.clock)
    if code is not None and on_own_screen and world.environ.get("TERM", "") not in LINES_ONLY:
        _show_on_own_screen(world, code)
    elif code is not None:
        _print_code(world, code)
    return vault


def _show_on_own_screen(world: World, code: str) -> None:

    try:
        print(f"{OWN_SCREEN}{CODE}\n\n  {code}\n\n{WRITTEN_DOWN}", end="", file=world.stdout, flush=True)
        world.stdin.readline()
    finally:
        print(BACK, end="", file=world.stdout, flush=True)


def _print_code(world: World, code: str) -> None:

    print(f"{CODE}\n  {code}", file=world.stderr, flush=True)
    if world.has_terminal:
        print(f"{STAYS}\n{WRITTEN_DOWN}", end="", file=world.stderr, flush=True)
        world.stdin.readline()


def _chosen_passphrase(world: World) -> str:

    for __ in range(TRIES):
        chosen = _asked(world, _("New passphrase: "))
        if not chosen.strip():
            print(_("The passphrase is empty. Choose one of several words."), file=world.stderr)
        elif _asked(world, _("Once more: ")) == chosen:
            return chosen
        else:
            print(_("The two are not the same. Nothing was made; type it twice again."), file=world.stderr)
    raise StoreFault("wrong_passphrase", _("No passphrase was chosen, so no vault was made. Start again when you have one."))


def _asked(world: World, prompt: str) -> str:

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

    where = place.passphrase_file
    try:
        text = read_private(where.resolve(), LARGEST_PASSPHRASE_FILE).decode("utf-8")
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
    return Passphrase(text.removesuffix("\n").removesuffix("\r"))
