"""Locking line by line: `/lock`, and a while without a line. The key is forgotten; the passphrase opens the vault again.

A plain screen cannot be blanked: what was said stands above, and that is said. Nothing that was typed waits here: each line is whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from interview.engine.doors import Doors
from interview.engine.locking import Tries
from interview.engine.ports import StoreFault
from interview.engine.view import SessionView
from interview.language import _, ngettext
from interview.plain.console import Console
from interview.plain.words import Word

INTERRUPTED: Final = 130
LOCKED: Final = _("Locked: the records are closed and their key is forgotten. This screen cannot be blanked: clear what stands above.")
OPEN_AGAIN: Final = _("Open again, where it was left.")
BY_KEY_FILE: Final = _("What is kept here opens without a passphrase, so that locking would protect nothing. /quit leaves.")
NOBODY_TO_ASK: Final = _("No terminal is here to ask for the passphrase again, so nothing was locked. /quit leaves.")
ENDED: Final = _("Ended while it was locked. Everything shown as saved is saved; `resume` goes on there.")


def kept_lines(doors: Doors, record: str) -> Iterator[str]:
    """Yield that texts were typed elsewhere and not saved, and where they stand; nothing where there are none."""
    if doors.drafts is None:
        return
    try:
        count = len(doors.drafts.kept(record).texts)
    except StoreFault:
        return
    if count:
        yield ngettext(
            "{n} text was typed and not saved: it stands in the interface with screens, where it was typed.",
            "{n} texts were typed and not saved: they stand in the interface with screens, where they were typed.",
            count,
        ).format(n=count)


class LockTalk:
    """Acts on `/lock`, and on a while without a line."""

    def __init__(self, doors: Doors, console: Console, end: Callable[[int], None]) -> None:
        """`end` ends the sitting with an exit code, and writes nothing."""
        self._doors, self._console, self._end = doors, console, end
        if self._may and doors.lock_seconds > 0:
            console.when_idle(doors.lock_seconds, self.lock)

    @property
    def _may(self) -> bool:
        return self._doors.lock is not None and self._doors.lock.asks and self._doors.ask_secret is not None

    def act(self, _view: SessionView, word: Word) -> bool | None:
        """Lock; None for a word that is not this room's, else whether the question is shown again."""
        if word.name != "/lock":
            return None
        if not self._may:
            has_key = self._doors.lock is None or not self._doors.lock.asks
            self._console.say(BY_KEY_FILE if has_key else NOBODY_TO_ASK)
            return False
        return self.lock()

    def lock(self) -> bool:
        """Forget the key until the passphrase was typed; False where the sitting was ended instead."""
        lock, ask = self._doors.lock, self._doors.ask_secret
        if lock is None or ask is None:
            return True
        lock.lock()
        self._console.say("", LOCKED)
        tries = Tries()
        while lock.is_locked:
            try:
                typed = ask(_("Passphrase: "))
            except (EOFError, KeyboardInterrupt):
                self._console.say("", ENDED)
                self._end(INTERRUPTED)
                return False
            self._try(tries, typed)
        self._console.say(OPEN_AGAIN)
        return True

    def _try(self, tries: Tries, typed: str) -> None:
        assert self._doors.lock is not None
        if tries.left:
            self._console.say(
                ngettext("Wait {n} second, then try again.", "Wait {n} seconds, then try again.", tries.left).format(n=tries.left)
            )
            return
        try:
            self._doors.lock.unlock(typed)
        except StoreFault as fault:
            self._console.say(str(fault))
            if fault.kind == "wrong_passphrase":
                tries.was_wrong()
