"""The log folded: what counts now. Same events in, same state out.

What it does: keep the current answers, notes, flags, phase and safety of one record up to date, one event at a time.
What it will not do: decide anything, or touch the world.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from interview.engine.events import (
    AnswerSource,
    AnswerStatus,
    AnswerWithdrawn,
    Event,
    InstanceWithdrawn,
    ItemAnswered,
    ItemFlagged,
    NoteAdded,
    PhaseChanged,
    ProposalRejected,
    RecordOpened,
    RiskWordsNoticed,
    RiskWordsSettled,
    SafetyAcknowledged,
    SafetyCorrected,
    SafetyOpened,
)
from interview.engine.risk_signs import is_look, is_positive, is_safety_question

PUSHING = frozenset({"pause", "open_safety"})
"""Triggers that remember where to return to."""

RETURNING = frozenset({"resume", "leave_safety"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What counts now for one item."""

    link_id: str
    status: AnswerStatus
    value: Any
    verbatim: str | None
    source: AnswerSource
    at: str
    seq: int
    approximate: bool = False
    hedged: bool = False
    range: tuple[float | str | None, float | str | None] | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A note and where it belongs."""

    kind: str
    text: str
    link_id: str | None
    at: str
    seq: int


@dataclass(slots=True)
class Folded:
    """The state of one record after its events; changed only by `apply`."""

    record: str = ""
    subject: str = ""
    visit: str = "baseline"
    depth: str = "brief"
    interviewer: str | None = None
    practice: bool = False
    minutes: int | None = None
    follows: str | None = None
    opened_at: str = ""
    updated_at: str = ""
    seq: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    used: dict[str, set[int]] = field(default_factory=dict)
    """Indexes ever used, by group."""
    withdrawn: dict[str, dict[int, int]] = field(default_factory=dict)
    """Withdrawn indexes by group, with the event that did it."""
    notes: list[Note] = field(default_factory=list)
    flags: dict[str, int] = field(default_factory=dict)
    phase: str = "opening"
    returns: list[str] = field(default_factory=list)
    safety_opened: int = 0
    """The event that last opened the safety phase."""
    safety_because: str | None = None
    safety_reopened: int = 0
    """Safety answers before this event, unless positive, are asked again."""
    safety_acknowledged: int = 0
    disposition: dict[str, Any] | None = None
    safety_day: str | None = None
    risk_words: dict[str, str | None] = field(default_factory=dict)
    """Texts with words of risk, and how each was settled."""
    rejected: dict[str, str | None] = field(default_factory=dict)

    def instances(self, group: str) -> tuple[int, ...]:
        """Return the indexes of a group's instances that were not withdrawn, in order."""
        gone = self.withdrawn.get(group, {})
        return tuple(sorted(index for index in self.used.get(group, ()) if index not in gone))

    def next_index(self, group: str) -> int:
        """Return the index that the group's next instance will have, never one used before."""
        return max(self.used.get(group, ()), default=-1) + 1


def split_instance(link_id: str) -> tuple[str, int] | None:
    """Return group and index of an instance's link id: `trials[2].weeks` → (`trials`, 2); None outside groups."""
    before, bracket, after = link_id.partition("[")
    index, closing, rest = after.partition("]")
    if bracket and closing and rest.startswith(".") and index.isdigit():
        return before, int(index)
    return None


def apply(state: Folded, event: Event) -> None:
    """Take one event into the state."""
    state.seq, state.updated_at = event.seq, event.at
    body = event.body
    match body:
        case ItemAnswered():
            _answer(state, body, event)
        case RecordOpened():
            state.record, state.subject, state.visit = body.record, body.subject, body.visit
            state.depth, state.interviewer, state.practice = body.depth, body.interviewer, body.practice
            state.minutes, state.opened_at, state.follows = body.minutes, event.at, body.follows
        case PhaseChanged():
            if body.trigger in PUSHING:
                state.returns.append(body.source)
            elif body.trigger in RETURNING and state.returns:
                state.returns.pop()
            state.phase = body.dest
        case NoteAdded():
            state.notes.append(Note(body.kind, body.text, body.link_id, event.at, event.seq))
        case ItemFlagged():
            state.flags.pop(body.link_id, None)
            if body.flagged:
                state.flags[body.link_id] = event.seq
        case AnswerWithdrawn():
            standing = state.answers.get(body.link_id)
            if standing is not None and not is_positive(standing.link_id, standing.status, standing.value):
                del state.answers[body.link_id]
        case InstanceWithdrawn():
            state.withdrawn.setdefault(body.group, {})[body.index] = event.seq
        case SafetyOpened():
            state.safety_opened, state.safety_because = event.seq, body.because
            if body.because == "interviewer":
                state.safety_reopened = event.seq
        case SafetyAcknowledged():
            state.safety_acknowledged = event.seq
            state.disposition = {**(state.disposition or {}), **body.disposition}
        case SafetyCorrected():
            standing = state.answers.get(body.link_id)
            state.answers[body.link_id] = Answer(
                body.link_id, "answered", body.value, standing.verbatim if standing else None, "clinician", event.at, event.seq
            )
        case RiskWordsNoticed():
            state.risk_words[body.link_id] = None
        case RiskWordsSettled():
            state.risk_words[body.link_id] = body.how
        case ProposalRejected():
            state.rejected[body.proposal] = body.reason


def _answer(state: Folded, body: ItemAnswered, event: Event) -> None:
    standing = state.answers.get(body.link_id)
    stands = standing is not None and standing.status == "answered" and is_positive(standing.link_id, standing.status, standing.value)
    if not stands or is_positive(body.link_id, body.status, body.value):
        state.answers[body.link_id] = Answer(
            body.link_id,
            body.status,
            body.value,
            body.verbatim,
            body.source,
            event.at,
            event.seq,
            body.approximate,
            body.hedged,
            body.range,
        )
    instance = split_instance(body.link_id)
    if instance is not None:
        state.used.setdefault(instance[0], set()).add(instance[1])
    if is_safety_question(body.link_id):
        state.safety_day = event.at[:10]
        if is_look(body.link_id) and is_positive(body.link_id, body.status, body.value):
            state.safety_reopened = event.seq


def fold(events: Iterable[Event]) -> Folded:
    """Return the state after all events."""
    state = Folded()
    for event in events:
        apply(state, event)
    return state
