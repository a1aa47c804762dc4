"""`Event`: what happened in an interview, in the past tense, appended and never changed.

Facts are events; everything else (transcript, case, position, report) is a fold over them. Order is `seq`; the clock
only informs.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from interview.engine.attached_events import AttachedAnswered, InstrumentAttached
from interview.engine.event_body import AnswerBody, AnswerSource, EventBody
from interview.engine.practice_events import PracticeBody
from interview.engine.record_events import ClockJumped, RecordRestored, RecordSigned, SignatureVoided
from interview.engine.safety_events import RiskWordsNoticed, RiskWordsSettled, SafetyAcknowledged, SafetyCorrected, SafetyOpened
from trd_core.text import CleanText

NoteKind = Literal["record", "private", "to_do"]
Depth = Literal["brief", "full"]


class RecordOpened(EventBody):
    """A record was begun."""

    type: Literal["record_opened"] = "record_opened"
    record: str
    subject: str
    visit: Literal["baseline", "post_treatment", "follow_up"]
    depth: Depth
    interviewer: CleanText | None = None
    questionnaire: str
    questionnaire_version: str
    minutes: int | None = None
    """The time there is, where the interviewer named it."""
    practice: bool = False
    practice_case: str | None = None
    """The id of the simulated patient's case."""
    follows: str | None = None
    """The record of the visit before, whose answers are shown beside."""
    language: str | None = None
    """The code of the language of a translated questionnaire; None for the original."""


class ItemAnswered(AnswerBody):
    """An item was answered."""

    type: Literal["item_answered"] = "item_answered"
    link_id: str
    source: AnswerSource
    still_so: bool = False
    """Whether it is the answer of the visit before, said today to be so still."""


class InformantAnswered(AnswerBody):
    """Somebody close answered a question about the person; it stands beside the person's own answer and never enters the case by itself."""

    type: Literal["informant_answered"] = "informant_answered"
    link_id: str
    """The question, as the person is asked it."""
    informant: str
    """The relation's code: `partner`, `parent`. Never a name."""


class WhichCounts(EventBody):
    """The clinician said which of two answers counts: the informant's is taken over, or the person's own is kept or put back."""

    type: Literal["which_counts"] = "which_counts"
    link_id: str
    counts: Literal["person", "informant"]
    informant: str
    """The relation's code of the informant whose answer stood beside."""
    reason: CleanText | None = None
    moves: bool = False
    """Whether the answer that counts changes with it: the event after this one holds it."""


class AnswerWithdrawn(EventBody):
    """An answer was taken back: the item is *not asked* again. Never a positive safety answer."""

    type: Literal["answer_withdrawn"] = "answer_withdrawn"
    link_id: str


class InstanceWithdrawn(EventBody):
    """One instance of a group was withdrawn; its index is never used again."""

    type: Literal["instance_withdrawn"] = "instance_withdrawn"
    group: str
    index: int


class NoteAdded(EventBody):
    """A note, on an item or on the whole: for the record, private, or to do."""

    type: Literal["note_added"] = "note_added"
    kind: NoteKind
    text: CleanText
    link_id: str | None = None


class NoteDone(EventBody):
    """What was noted as to do was done."""

    type: Literal["note_done"] = "note_done"
    note: int = Field(ge=1)
    """The event that was the note."""


class ItemFlagged(EventBody):
    """An item was marked to return to, or unmarked."""

    type: Literal["item_flagged"] = "item_flagged"
    link_id: str
    flagged: bool


class PhaseChanged(EventBody):
    """The interview moved from one phase to another."""

    type: Literal["phase_changed"] = "phase_changed"
    trigger: str
    source: str
    dest: str


class ProposalRejected(EventBody):
    """A proposed problem or link was turned down."""

    type: Literal["proposal_rejected"] = "proposal_rejected"
    proposal: str
    reason: CleanText | None = None


class DepthChanged(EventBody):
    """From now on this much is asked; answers stay as they are."""

    type: Literal["depth_changed"] = "depth_changed"
    depth: Depth


class PrimaryConfirmed(EventBody):
    """The clinician said which problem is the primary one, or took that back (None)."""

    type: Literal["primary_confirmed"] = "primary_confirmed"
    problem: str | None = None
    """Its id on the map."""
    reason: CleanText | None = None


Body = Annotated[
    RecordOpened
    | ItemAnswered
    | InformantAnswered
    | InstrumentAttached
    | AttachedAnswered
    | WhichCounts
    | AnswerWithdrawn
    | InstanceWithdrawn
    | NoteAdded
    | NoteDone
    | ItemFlagged
    | PhaseChanged
    | SafetyOpened
    | SafetyAcknowledged
    | SafetyCorrected
    | RiskWordsNoticed
    | RiskWordsSettled
    | ProposalRejected
    | DepthChanged
    | PrimaryConfirmed
    | RecordSigned
    | SignatureVoided
    | RecordRestored
    | ClockJumped
    | PracticeBody,
    Field(discriminator="type"),
]


class Event(EventBody):
    """One entry of a record's log."""

    seq: int = Field(ge=1)
    """From 1, without gaps."""
    at: str
    """When, ISO 8601 with the local offset, as the clock said."""
    by: CleanText | None = None
    """Who was at the keyboard."""
    body: Body
