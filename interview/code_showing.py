"""Showing a recovery code once: to a person at a terminal, or into a new private file that was named, and nowhere else.

At a terminal one group of it is asked back, so that what is on paper is what will open the vault.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Final

from interview.language import _
from interview.world import CallRefused, World

OWN_SCREEN, BACK = "\x1b[?1049h\x1b[2J\x1b[H", "\x1b[2J\x1b[H\x1b[?1049l"
"""To the terminal's other screen, which keeps no lines that scrolled away, and back; it is wiped before it is left."""

LINES_ONLY: Final = frozenset({"", "dumb"})
"""Terminals that have no other screen."""

CODE = _("Recovery code, shown this once; keep it on paper, away from this computer:")
ASKED_BACK = _("Press Enter when it is written down; to check it, first type its group {n} of {count} from the paper: ")
NOT_THAT = _("That is not group {n}: compare the paper with the screen.")
STAYS = _("It stays among this terminal's lines above: clear them when it is written down.")
UNSHOWN = _(
    "No recovery code was made, for no terminal is here to show it. `trd-interview vault passwd --new-code` makes one at a terminal, "
    "or with --code-out FILE."
)


def can_show(world: World, out: Path | None) -> bool:
    """Return whether a code could reach somebody: a person at both ends of a terminal, or a file that was named."""
    return out is not None or world.has_terminal


def show(world: World, code: str, out: Path | None, *, on_own_screen: bool = False) -> None:
    """Write the code into the file that was named, else show it to the person at the terminal. Raises `CallRefused`."""
    if out is not None:
        _write(out, code)
        print(_("The recovery code is in {out}: print it, then remove the file.").format(out=out), file=world.stderr, flush=True)
    elif on_own_screen and world.environ.get("TERM", "") not in LINES_ONLY:
        try:
            print(OWN_SCREEN, end="", file=world.stdout)
            _show(world, code)
        finally:
            print(BACK, end="", file=world.stdout, flush=True)
    else:
        _show(world, code)
        print(STAYS, file=world.stdout, flush=True)


def _show(world: World, code: str) -> None:
    print(f"{CODE}\n\n  {code}\n", file=world.stdout, flush=True)
    groups = code.split("-")
    place = secrets.randbelow(len(groups))
    while True:
        print(ASKED_BACK.format(n=place + 1, count=len(groups)), end="", file=world.stdout, flush=True)
        typed = world.stdin.readline(200).decode("utf-8", "replace").strip().upper().translate(str.maketrans("OIL", "011"))
        if typed in ("", groups[place]):
            return
        print(NOT_THAT.format(n=place + 1), file=world.stdout)


def refuse_what_is_there(out: Path | None) -> None:
    """Refuse a file for the code that is there already, before anything is made."""
    if out is not None and (out.exists() or out.is_symlink()):
        raise CallRefused(_("{out}: this file exists and was left as it is. Name a new one for the recovery code.").format(out=out))


def _write(out: Path, code: str) -> None:
    from interview.storage.files import create_private

    try:
        create_private(out, f"{code}\n".encode())
    except OSError as fault:
        raise CallRefused(
            _("{out}: the recovery code could not be written ({reason}). Name another new file.").format(out=out, reason=fault.strerror)
        ) from None
