"""`Folded`: what counts now in one record, and its parts. They hold; `fold` alone changes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from interview.engine.event_body import AnswerSource, AnswerStatus
from interview.engine.events import Event
from interview.engine.signing import Signature
from interview.instruments.model import Instrument


class Answer(NamedTuple):
    """What counts now for one item: a tuple, for each answer of the log is one, for a while."""

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
class Counting:
    """What the clinician said about two answers that stand side by side. `reason` is free text."""

    counts: str
    """`person` or `informant`."""
    informant: str
    reason: str | None
    at: str
    seq: int
    moves: bool
    persons: Answer | None
    """The person's own answer at that time."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note and where it belongs."""

    kind: str
    text: str
    link_id: str | None
    at: str
    seq: int
    done_at: str | None = None
    """When what was to do was marked done."""


@dataclass(frozen=True, slots=True)
class Primary:
    """The problem that the clinician confirmed as primary. `reason` is free text."""

    problem: str
    reason: str | None
    at: str
    by: str | None


@dataclass(slots=True)
class Folded:
    """The state of one record after its events; changed only by `apply`."""

    record: str = ""
    subject: str = ""
    visit: str = "baseline"
    depth: str = "brief"
    interviewer: str | None = None
    practice: bool = False
    practice_case: str | None = None
    language: str | None = None
    minutes: int | None = None
    follows: str | None = None
    opened_at: str = ""
    updated_at: str = ""
    seq: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    about_safety: dict[str, None] = field(default_factory=dict)
    """The safety questions that were ever answered, in that order."""
    informant: dict[str, Answer] = field(default_factory=dict)
    """What somebody close said, by `informant_link`: beside the answers, never among them."""
    attached: list[Instrument] = field(default_factory=list)
    """Instruments from elsewhere, in the order in which they were attached."""
    attached_answers: dict[str, Answer] = field(default_factory=dict)
    """What was answered in them, by `attached_link`: beside the answers, never among them."""
    relations: int = 0
    """How often it was said who the informant is."""
    counting: dict[str, Counting] = field(default_factory=dict)
    """Which of two answers counts, by question, where the clinician said so."""
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
    safety_before: tuple[int, str | None, int] = (0, None, 0)
    """The three above as they stood before safety was last opened: undoing puts them back."""
    safety_acknowledged: int = 0
    disposition: dict[str, Any] | None = None
    safety_day: str | None = None
    risk_words: dict[str, str | None] = field(default_factory=dict)
    """Texts with words of risk, and how each was settled."""
    rejected: dict[str, str | None] = field(default_factory=dict)
    primary: Primary | None = None
    """The primary problem as the clinician confirmed it last; whether it is still on the map, the session says."""
    content_seq: int = 0
    """The last event that changed what a signature binds."""
    practised: list[Event] = field(default_factory=list)
    """What happened in practice, in order: turns with the patient, corrections, comments."""
    signatures: list[Signature] = field(default_factory=list)
    """All there were, the void ones too."""

    def instances(self, group: str) -> tuple[int, ...]:
        """Return the indexes of a group's instances that were not withdrawn, in order."""
        gone = self.withdrawn.get(group, {})
        return tuple(sorted(index for index in self.used.get(group, ()) if index not in gone))

    def next_index(self, group: str) -> int:
        """Return the index that the group's next instance will have, never one used before."""
        return max(self.used.get(group, ()), default=-1) + 1
