"""What happens in practice alone: turns with the patient, the trainee's corrections, the supervisor's word."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from interview.engine.practice_turns import ClosingPart, Form, Heard, PatientReply
from trd_core.text import CleanText


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class PatientSpokenTo(_Body):
    """The trainee said something to the patient, and the patient replied."""

    type: Literal["patient_spoken_to"] = "patient_spoken_to"
    heard: Heard
    reply: PatientReply
    by_choice: bool = False
    """Whether the topic was chosen from those that were offered."""


class FormCorrected(_Body):
    """The trainee says that a turn was put otherwise than it was judged; the correction counts, both stay."""

    type: Literal["form_corrected"] = "form_corrected"
    turn: int = Field(ge=1)
    """The event that was the turn."""
    form: Form


class FormulationCommitted(_Body):
    """The trainee settled their own formulation: from here on the program's proposals are open to them."""

    type: Literal["formulation_committed"] = "formulation_committed"


class HistoryExplained(_Body):
    """The closing task: the trainee explained the history to the patient; one event for each thing said."""

    type: Literal["history_explained"] = "history_explained"
    text: CleanText
    reply: PatientReply


class ExplainingCorrected(_Body):
    """The trainee says whether a part of the closing explanation was there; it counts; what was heard stays in the words."""

    type: Literal["explaining_corrected"] = "explaining_corrected"
    part: ClosingPart
    heard: bool


class HintTaken(_Body):
    """The trainee asked for a hint, and was given this one."""

    type: Literal["hint_taken"] = "hint_taken"
    topic: str


class FeedbackRead(_Body):
    """The feedback was shown: what the trainee does after it is kept, and counts no more."""

    type: Literal["feedback_read"] = "feedback_read"


class SupervisorCommented(_Body):
    """A supervisor said something about a turn, or about the whole."""

    type: Literal["supervisor_commented"] = "supervisor_commented"
    by: CleanText
    text: CleanText
    turn: int | None = Field(default=None, ge=1)
    """The event it is about."""


class SecondRated(_Body):
    """A second rater gave a rating without seeing the first."""

    type: Literal["second_rated"] = "second_rated"
    by: CleanText
    path: str
    value: Any
    """As the item's answers hold it."""


PracticeBody = (
    PatientSpokenTo
    | FormCorrected
    | FormulationCommitted
    | HistoryExplained
    | ExplainingCorrected
    | HintTaken
    | FeedbackRead
    | SupervisorCommented
    | SecondRated
)
