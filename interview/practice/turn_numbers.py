"""How the turns of a practice session are numbered: from 1, everything that was said to the patient, a choice among what was offered too.

Feedback, lists, transcripts and screens all number by this, so that a turn has one number wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterable

from interview.engine.events import Event
from interview.engine.practice_events import PatientSpokenTo
from interview.engine.session import Session


def turn_numbers(session: Session) -> dict[int, int]:
    """Return the number of each turn, by its event; parts of the closing explanation have none."""
    return numbered(session.practised())


def numbered(events: Iterable[Event]) -> dict[int, int]:
    """Return the number of each turn among a session's own events, by its event."""
    turns = (event.seq for event in events if isinstance(event.body, PatientSpokenTo))
    return {seq: number for number, seq in enumerate(turns, 1)}
