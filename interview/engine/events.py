"""`Event`: what happened in an interview, in the past tense, appended and never changed.

Facts are events; everything else (transcript, case, position, report) is a fold over them. Order is `seq`; the clock
only informs.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_serializer

from interview.engine.practice_events import PracticeBody
from interview.instruments.model import Instrument
from trd_core.text import CleanText

AnswerStatus = Literal["answered", "declined", "unknown", "not_applicable"]
AnswerSource = Literal["patient", "clinician", "informant", "chart"]
NoteKind = Literal["record", "private", "to_do"]
Depth = Literal["brief", "full"]
JsonValue = Any
"""A typed value as JSON holds it: bool, number, string, list, object or null."""


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class RecordOpened(_Body):
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


class ItemAnswered(_Body):
    """An item was answered, or was said not to be: the four statuses beside *not asked* stay apart."""

    type: Literal["item_answered"] = "item_answered"
    link_id: str
    status: AnswerStatus
    value: JsonValue = None
    verbatim: CleanText | None = None
    """What was typed, beside what was understood."""
    source: AnswerSource
    approximate: bool = False
    hedged: bool = False
    range: tuple[float | str | None, float | str | None] | None = None
    """What was understood where it was a range: the value is then null."""
    still_so: bool = False
    """Whether it is the answer of the visit before, said today to be so still."""


class InformantAnswered(_Body):
    """Somebody close answered a question about the person; it stands beside the person's own answer and never enters the case by itself."""

    type: Literal["informant_answered"] = "informant_answered"
    link_id: str
    """The question, as the person is asked it."""
    informant: str
    """The relation's code: `partner`, `parent`. Never a name."""
    status: AnswerStatus
    value: JsonValue = None
    verbatim: CleanText | None = None
    approximate: bool = False
    hedged: bool = False
    range: tuple[float | str | None, float | str | None] | None = None


class InstrumentAttached(_Body):
    """A questionnaire from elsewhere was attached: as it was read, so that the log alone tells what was asked."""

    type: Literal["instrument_attached"] = "instrument_attached"
    instrument: Instrument

    @field_serializer("instrument")
    def _as_read(self, instrument: Instrument) -> dict[str, Any]:
        """Write only what the file said: what a later version adds changes no log of before."""
        return instrument.model_dump(mode="json", exclude_defaults=True)


class AttachedAnswered(_Body):
    """An item of an attached instrument was answered, or was said not to be. It never enters the case."""

    type: Literal["attached_answered"] = "attached_answered"
    instrument: int = Field(ge=1)
    """Which one of the record's instruments, from 1."""
    item: str
    """The item's link id in the instrument."""
    status: AnswerStatus
    value: JsonValue = None
    """Of a choice, the key of its option."""
    verbatim: CleanText | None = None
    source: AnswerSource
    approximate: bool = False
    hedged: bool = False
    range: tuple[float | str | None, float | str | None] | None = None


class WhichCounts(_Body):
    """The clinician said which of two answers counts: the informant's is taken over, or the person's own is kept or put back."""

    type: Literal["which_counts"] = "which_counts"
    link_id: str
    counts: Literal["person", "informant"]
    informant: str
    """The relation's code of the informant whose answer stood beside."""
    reason: CleanText | None = None
    moves: bool = False
    """Whether the answer that counts changes with it: the event after this one holds it."""


class AnswerWithdrawn(_Body):
    """An answer was taken back: the item is *not asked* again. Never a positive safety answer."""

    type: Literal["answer_withdrawn"] = "answer_withdrawn"
    link_id: str


class InstanceWithdrawn(_Body):
    """One instance of a group was withdrawn; its index is never used again."""

    type: Literal["instance_withdrawn"] = "instance_withdrawn"
    group: str
    index: int


class NoteAdded(_Body):
    """A note, on an item or on the whole: for the record, private, or to do."""

    type: Literal["note_added"] = "note_added"
    kind: NoteKind
    text: CleanText
    link_id: str | None = None


class NoteDone(_Body):
    """What was noted as to do was done."""

    type: Literal["note_done"] = "note_done"
    note: int = Field(ge=1)
    """The event that was the note."""


class ItemFlagged(_Body):
    """An item was marked to return to, or unmarked."""

    type: Literal["item_flagged"] = "item_flagged"
    link_id: str
    flagged: bool


class PhaseChanged(_Body):
    """The interview moved from one phase to another."""

    type: Literal["phase_changed"] = "phase_changed"
    trigger: str
    source: str
    dest: str


class SafetyOpened(_Body):
    """A sign of risk, or the day's second look, opened the safety phase."""

    type: Literal["safety_opened"] = "safety_opened"
    because: Literal["answer", "another_day", "interviewer", "informant", "attached"]
    link_id: str | None = None


class SafetyAcknowledged(_Body):
    """A clinician acknowledged what was said, with what was done about it."""

    type: Literal["safety_acknowledged"] = "safety_acknowledged"
    disposition: dict[str, JsonValue]


class SafetyCorrected(_Body):
    """A named clinician corrected a mis-keyed safety answer; both versions are kept."""

    type: Literal["safety_corrected"] = "safety_corrected"
    link_id: str
    value: JsonValue
    by: CleanText
    reason: CleanText


class RiskWordsNoticed(_Body):
    """Words of risk stood in a free text: a banner that must be settled before closing."""

    type: Literal["risk_words_noticed"] = "risk_words_noticed"
    link_id: str


class RiskWordsSettled(_Body):
    """The banner of one text was settled."""

    type: Literal["risk_words_settled"] = "risk_words_settled"
    link_id: str
    how: Literal["asked_now", "known", "not_this_person"]
    reason: CleanText | None = None
    """Why, in a line that a clinician typed."""


class ProposalRejected(_Body):
    """A proposed problem or link was turned down."""

    type: Literal["proposal_rejected"] = "proposal_rejected"
    proposal: str
    reason: CleanText | None = None


class DepthChanged(_Body):
    """From now on this much is asked; answers stay as they are."""

    type: Literal["depth_changed"] = "depth_changed"
    depth: Depth


class PrimaryConfirmed(_Body):
    """The clinician said which problem is the primary one, or took that back (None)."""

    type: Literal["primary_confirmed"] = "primary_confirmed"
    problem: str | None = None
    """Its id on the map."""
    reason: CleanText | None = None


class RecordSigned(_Body):
    """A person put their name under what counts, by its digest (`signing.content_digest`)."""

    type: Literal["record_signed"] = "record_signed"
    by: CleanText
    digest: str = Field(pattern=r"^[0-9a-f]{64}$")
    note: CleanText | None = None
    """As what they sign, in their words: `supervisor`."""


class SignatureVoided(_Body):
    """What counts was changed after somebody signed it: the signature holds no longer."""

    type: Literal["signature_voided"] = "signature_voided"
    signed: int = Field(ge=1)
    """The event that was the signature."""
    because: str
    """The item's link id, or the act, as `replay` names it."""


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
    | PracticeBody,
    Field(discriminator="type"),
]


class Event(_Body):
    """One entry of a record's log."""

    seq: int = Field(ge=1)
    """From 1, without gaps."""
    at: str
    """When, ISO 8601 with the local offset, as the clock said."""
    by: CleanText | None = None
    """Who was at the keyboard."""
    body: Body
