"""What happened about signs of risk: safety opened, acknowledged, corrected by name; words of risk noticed and settled."""

from __future__ import annotations

from typing import Literal

from interview.engine.event_body import EventBody, JsonValue
from trd_core.text import CleanText


class SafetyOpened(EventBody):
    """A sign of risk, or the day's second look, opened the safety phase."""

    type: Literal["safety_opened"] = "safety_opened"
    because: Literal["answer", "another_day", "interviewer", "informant", "attached"]
    link_id: str | None = None


class SafetyAcknowledged(EventBody):
    """A clinician acknowledged what was said, with what was done about it."""

    type: Literal["safety_acknowledged"] = "safety_acknowledged"
    disposition: dict[str, JsonValue]


class SafetyCorrected(EventBody):
    """A named clinician corrected a mis-keyed safety answer; both versions are kept."""

    type: Literal["safety_corrected"] = "safety_corrected"
    link_id: str
    value: JsonValue
    by: CleanText
    reason: CleanText


class RiskWordsNoticed(EventBody):
    """Words of risk stood in a free text: a banner that must be settled before closing."""

    type: Literal["risk_words_noticed"] = "risk_words_noticed"
    link_id: str


class RiskWordsSettled(EventBody):
    """The banner of one text was settled."""

    type: Literal["risk_words_settled"] = "risk_words_settled"
    link_id: str
    how: Literal["asked_now", "known", "not_this_person"]
    reason: CleanText | None = None
    """Why, in a line that a clinician typed."""
