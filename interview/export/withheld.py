"""What a reader does not get of a record's log, counted by kind: nothing is left out in silence.

Counts only; no text of the record is in them. `entries` is the number of all entries of the log that are missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Final

from interview.engine.attached_events import AttachedAnswered
from interview.engine.events import Event, InformantAnswered, ItemAnswered, NoteAdded, NoteDone, RecordOpened
from interview.engine.record_events import RecordSigned
from interview.engine.session import Session
from interview.language import _, ngettext

KINDS: Final = ("notes", "answers", "superseded", "informant", "attached", "signatures", "names", "words", "entries")
"""Notes of kinds that were not chosen; answers left out on request, and those of them that counted no longer; what somebody close
said; what was answered in attached instruments; signatures; entries without the names that stood in them; entries without words
that stood in them; entries that are missing."""


def told_events(events: Collection[Event], notes: Collection[str]) -> tuple[Event, ...]:
    """Return a log without notes of other kinds than these, and without the marks that those were done."""
    others = {event.seq for event in events if isinstance(event.body, NoteAdded) and event.body.kind not in notes}
    return tuple(event for event in events if not ({event.seq, getattr(event.body, "note", None)} & others and _is_note(event)))


def _is_note(event: Event) -> bool:
    return isinstance(event.body, NoteAdded | NoteDone)


def withheld(whole: Session, told: Session, notes: Collection[str], left_out: int = 0) -> dict[str, int]:
    """Return how much of a record its reader is not told, by kind; a kind of which nothing lacks is not in it.

    `told` is the record as the reader gets it, `left_out` the number of answers that counted and were left out on request.
    """
    there = {event.seq: event for event in told_events(told.events, notes)}
    counts: Counter[str] = Counter(answers=left_out, informant=len(whole.state.informant.keys() - told.state.informant.keys()))
    counts["attached"] = len(whole.state.attached_answers.keys() - told.state.attached_answers.keys())
    for event in whole.events:
        now = there.get(event.seq)
        if now is None:
            counts["entries"] += 1
            counts["notes"] += isinstance(event.body, NoteAdded)
            counts["signatures"] += isinstance(event.body, RecordSigned)
            counts["superseded"] += isinstance(event.body, ItemAnswered)
        else:
            opened = isinstance(event.body, RecordOpened)
            counts["names"] += now.by != event.by or (opened and now.body != event.body)
            counts["words"] += now.body != event.body and not opened
    counts["superseded"] = max(0, counts["superseded"] - left_out)
    return {kind: counts[kind] for kind in KINDS if counts[kind]}


def not_told_one_by_one(told: Session) -> dict[str, int]:
    """Return what a table or a bundle holds nothing of, which our own JSON tells: a form for what counts has no place for it."""
    state = told.state
    standing = {answer.seq for answer in (*state.answers.values(), *state.informant.values(), *state.attached_answers.values())}
    given = [event.seq for event in told.events if isinstance(event.body, ItemAnswered | InformantAnswered | AttachedAnswered)]
    counts = {
        "set_aside": len(told.set_aside()),
        "superseded": len(set(given) - standing),
        "turned_down": len(state.rejected),
        "marks": len(state.flags) + len(state.risk_words),
    }
    return {kind: count for kind, count in counts.items() if count}


def joined(*counts: Mapping[str, int]) -> dict[str, int]:
    """Return counts of the same kinds added up, in order."""
    kinds = dict.fromkeys(kind for each in counts for kind in each)
    return {kind: sum(each.get(kind, 0) for each in counts) for kind in kinds}


def withheld_words(counts: Mapping[str, int]) -> str:
    """Return in words what a page does not hold; empty where nothing lacks."""
    said = []
    if n := counts.get("notes", 0):
        said.append(ngettext("{n} note", "{n} notes", n).format(n=n))
    if n := counts.get("informant", 0):
        said.append(ngettext("{n} answer of somebody close", "{n} answers of somebody close", n).format(n=n))
    if n := counts.get("attached", 0):
        said.append(ngettext("{n} answer in an attached instrument", "{n} answers in attached instruments", n).format(n=n))
    if counts.get("words"):
        said.append(_("own words"))
    return ", ".join(said)
