"""What is typed and not saved, looked at on the screens that are open, and kept where it survives a crash.

A screen says what it has in hand by place (`texts_in_hand`); a sheet, by its lines. Writing is done beside the typing. A place's text is
gone from the disk once it is answered, emptied or let go; what a record still had when it was left waits until it is opened again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Final

from textual.app import App
from textual.screen import Screen
from textual.timer import Timer

from interview.engine.doors import Doors
from interview.engine.ports import Drafts, StoreFault
from interview.language import _, ngettext

SOON_SECONDS: Final = 0.5
"""So long after the first key of a burst what stands on the lines is written; the whole is on the disk within a second."""

KEPT: Final = _("Kept from before: not yet saved.")
DAMAGED: Final = _("What was typed before and not saved could not be read again, and was dropped. Every saved answer is safe.")
NOT_KEPT: Final = _("What is being typed cannot be kept on the disk now; saved answers are safe. Save it soon.")


def elsewhere_words(count: int) -> str:
    """Return that something waits at other places; nothing where nothing does."""
    if not count:
        return ""
    return ngettext(
        "{n} text was kept from before, not yet saved; it stands where it was typed.",
        "{n} texts were kept from before, not yet saved; they stand where they were typed.",
        count,
    ).format(n=count)


@dataclass(slots=True)
class _Record:
    drafts: Drafts
    waiting: dict[str, str]
    """Texts from before that no place has taken yet."""
    stands: dict[str, str] = field(default_factory=dict)
    """Everything there is to keep, as it was looked at last."""
    written: dict[str, str] = field(default_factory=dict)
    """What is on the disk, or on its way there."""
    was_damaged: bool = False
    is_told: bool = False


class Drafting:
    """The drafts of every record that is open in an application."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._records: dict[str, _Record] = {}
        self._timer: Timer | None = None
        self._to_write: dict[str, tuple[Drafts, Mapping[str, str]]] = {}
        self._handing_over = Lock()
        self._one_at_a_time = Lock()
        self._failed = False

    def take(self, screen: Screen[Any], place: str) -> str:
        """Return what was kept for a place of a screen, once: from then on it is in the screen's hands."""
        record = self._record_of(screen)
        return record.waiting.pop(place, "") if record is not None else ""

    def told(self, screen: Screen[Any]) -> str:
        """Return what there is to say of a record when it is opened, once: that drafts were damaged, how many wait elsewhere."""
        record = self._record_of(screen)
        if record is None or record.is_told:
            return ""
        record.is_told = True
        return " ".join(part for part in (DAMAGED if record.was_damaged else "", elsewhere_words(len(record.waiting))) if part)

    def give_back(self, screen: Screen[Any], texts: Mapping[str, str]) -> None:
        """Keep the texts of a screen that is left, until its places are asked again."""
        record = self._record_of(screen)
        if record is not None:
            record.waiting |= {place: text for place, text in texts.items() if text}

    def forget(self) -> None:
        """Let go of every text, once it is written: nothing of it stays in memory here."""
        self._records.clear()

    def soon(self) -> None:
        """Look and write in a moment; keys that come meanwhile are written with it."""
        if self._timer is None and self._any_kept():
            self._timer = self._app.set_timer(SOON_SECONDS, self.settle)

    def look(self) -> None:
        """Look at what stands on the screens now."""
        seen: dict[str, dict[str, str]] = {}
        for name, place, text in self._in_hand():
            seen.setdefault(name, {})[place] = text
        for name, record in tuple(self._records.items()):
            if name in seen:
                record.stands = record.waiting | {place: text for place, text in seen[name].items() if text}
            else:
                self._note(name, record)
                del self._records[name]

    def settle(self) -> None:
        """Look, and write beside the typing what changed."""
        self._stop()
        self.look()
        if self._noted():
            self._app.run_worker(self._write, thread=True, group="drafts")
        if self._failed:
            self._failed = False
            say = getattr(self._app.screen, "say", None)
            if say is not None:
                say(NOT_KEPT)

    def settle_now(self, *, look: bool = True) -> None:
        """Look, and write what changed before anything else is done; without a look, what was seen last."""
        self._stop()
        if look:
            self.look()
        self._noted()
        self._write()

    def _stop(self) -> None:
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.stop()

    def _note(self, name: str, record: _Record) -> None:
        if record.stands != record.written:
            record.written = record.stands
            with self._handing_over:
                self._to_write[name] = (record.drafts, record.stands)

    def _noted(self) -> bool:
        for name, record in self._records.items():
            self._note(name, record)
        return bool(self._to_write)

    def _write(self) -> None:
        with self._one_at_a_time:
            while self._to_write:
                with self._handing_over:
                    name, (drafts, texts) = self._to_write.popitem()
                try:
                    drafts.keep(name, texts)
                except StoreFault as fault:
                    self._failed = fault.kind != "locked"

    def _any_kept(self) -> bool:
        return any(_doors_of(screen) is not None for screen in self._app.screen_stack if hasattr(screen, "session"))

    def _record_of(self, screen: Screen[Any]) -> _Record | None:
        stack = self._app.screen_stack
        below = stack[: stack.index(screen) + 1] if screen in stack else stack
        sitting = next((each for each in reversed(below) if hasattr(each, "session")), None)
        return self._opened(sitting, stack) if sitting is not None else None

    def _opened(self, screen: Screen[Any], stack: list[Screen[Any]]) -> _Record | None:
        """Return the record of a screen, read from the disk where it was not open yet; None where nothing is kept."""
        session = screen.session  # type: ignore[attr-defined]
        if session.record in self._records:
            return self._records[session.record]
        beneath = (each for each in stack if getattr(each, "session", None) is session)
        drafts = next((doors.drafts for each in (*beneath, screen) if (doors := _doors_of(each)) is not None), None)
        if drafts is None:
            return None
        self._write()
        try:
            kept = drafts.kept(session.record)
        except StoreFault:
            return None
        there = dict(kept.texts)
        self._records[session.record] = _Record(drafts, there, dict(there), dict(there), kept.was_damaged)
        return self._records[session.record]

    def _in_hand(self) -> Iterator[tuple[str, str, str]]:
        """Yield record, place and text, from the screen below to the one above."""
        stack = self._app.screen_stack
        session = None
        for screen in stack:
            session = getattr(screen, "session", session)
            if session is None or self._record_of(screen) is None:
                continue
            yield session.record, "", ""  # it is open, whatever stands on its lines
            said: Callable[[], Mapping[str, str]] | None = getattr(screen, "texts_in_hand", None)
            if said is not None and screen.is_mounted:
                for place, text in said().items():
                    yield session.record, place, text


def _doors_of(screen: Screen[Any]) -> Doors | None:
    doors = getattr(screen, "doors", None)
    return doors if isinstance(doors, Doors) and doors.drafts is not None else None


def drafting_of(screen: Screen[Any]) -> Drafting | None:
    """Return what keeps the drafts of the application that shows a screen; None where nothing does."""
    drafting = getattr(screen.app, "drafting", None)
    return drafting if isinstance(drafting, Drafting) else None


def taken_up(screen: Screen[Any], place: str) -> str:
    """Return what was kept for a place of a screen, and take it into its hands."""
    drafting = drafting_of(screen)
    return drafting.take(screen, place) if drafting is not None else ""


def settle_soon(screen: Screen[Any]) -> None:
    """Look and write once the act that was just saved is over: what was answered is then gone from the disk too."""
    drafting = drafting_of(screen)
    if drafting is not None:
        screen.app.call_later(drafting.settle)
