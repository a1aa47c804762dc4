"""What befell a record as a whole, in words: its clock was changed, it was brought back from a backup. The same in every face and export.

For clinicians: what the person reads or looks at holds neither.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from interview.engine.events import Event
from interview.engine.record_events import ClockJumped, RecordRestored
from interview.engine.transcript import Turn
from interview.language import _, ngettext
from interview.views.locale import moment

UNREADABLE: Final = _("a time that cannot be read")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One of them, in a sentence; times and numbers only, no free text."""

    seq: int
    """Its place in the record's log, by which it stands among the turns."""
    at: str
    words: str


def occurrences(events: Iterable[Event]) -> tuple[Occurrence, ...]:
    """Return what befell a record, in order."""
    return tuple(Occurrence(event.seq, event.at, words) for event in events if (words := occurrence_words(event.body)))


def occurrence_words(body: object) -> str:
    """Return what an event tells of the record as a whole, in a sentence; empty for any other."""
    match body:
        case ClockJumped():
            return clock_words(body.before, body.after)
        case RecordRestored():
            return restored_words(body.made, body.lacks)
        case _:
            return ""


def occurrence_turn(turn: Turn) -> str:
    """Return the same of a turn of the conversation; empty for any other turn."""
    match turn.kind:
        case "clock":
            return clock_words(*turn.value)
        case "restored":
            return restored_words(*turn.value)
        case _:
            return ""


def clock_words(before: str, after: str) -> str:
    """Return that a clock was changed, with its time before and after; the offsets where they differ."""
    then, now = _read(before), _read(after)
    offsets = then is not None and now is not None and then.utcoffset() != now.utcoffset()
    return _("The clock was changed: after {before} it said {after}. The times around this cannot be compared.").format(
        before=_said(then, with_offset=offsets), after=_said(now, with_offset=offsets)
    )


def restored_words(made: str, lacks: int | None) -> str:
    """Return that a record was brought back, of when the backup was, and how much the record had then that it has no longer."""
    back = _("Brought back from a backup of {moment}.").format(moment=_said(_read(made)))
    if lacks is None:
        return f"{back} {_('Whether entries lack that were made after it, nobody could tell.')}"
    if not lacks:
        return f"{back} {_('No entry lacks.')}"
    lacking = ngettext("{n} entry that stood here is not in it.", "{n} entries that stood here are not in it.", lacks)
    return f"{back} {lacking.format(n=lacks)}"


def _read(text: str) -> dt.datetime | None:
    """What is no moment is not shown: in a log from elsewhere it could be anything."""
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None


def _said(at: dt.datetime | None, *, with_offset: bool = False) -> str:
    if at is None:
        return UNREADABLE
    said = moment(at.isoformat(timespec="seconds"))
    return f"{said} (UTC{at:%z})" if with_offset else said
