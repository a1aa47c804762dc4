"""Which answers are signs of risk, and how each is met.

Order and triage follow the published structure (C-SSRS triage guidelines, ASQ; cited in the core's safety rules); the
words are our own. Refused, unknown and unclear are met like a positive. Nothing is sorted downward here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from interview.engine.informant_links import question_of, split_informant

ACKNOWLEDGE: Final = frozenset({"safety.wish_to_be_dead", "safety.thoughts", "safety.self_harm"})
"""A yes is met by finishing the safety questions and an acknowledgement; a disposition is needed before closing."""

STOP: Final = frozenset(
    {
        "safety.method",
        "safety.intent",
        "safety.plan",
        "safety.act",
        "safety.harm_to_others",
        "safety.psychosis",
        "safety.mania",
        "safety.abuse",
        "safety.dependants_at_risk",
        "safety.dangerous_withdrawal",
    }
)
"""A yes stops the script: the clinic's own text is shown and a disposition is required."""

QUESTIONS: Final = ACKNOWLEDGE | STOP
SECOND_LOOK: Final = "interview.safety_second_look"
TODAY: Final = "interview.safety_today"

DISPOSITION: Final = ("by", "at", "seen_by", "means_addressed", "contact", "next_review")
"""What a complete disposition says."""


def is_look(link_id: str) -> bool:
    """Whether this is one of the short looks: before the summary, or on another day."""
    return link_id == SECOND_LOOK or link_id.startswith(TODAY + "[")


@lru_cache(maxsize=4096)
def is_safety_question(link_id: str) -> bool:
    """Whether the answer may be a sign of risk, whoever gives it."""
    return question_of(link_id) in QUESTIONS or is_look(link_id)


def is_positive(link_id: str, status: str, value: Any) -> bool:
    """Whether an answer must be met: a yes, a refusal, or no clear answer. That an informant does not know is no sign of itself."""
    if not is_safety_question(link_id):
        return False
    if split_informant(link_id) is not None:
        return value is True if status == "answered" else status == "declined"
    return value is True if status == "answered" else status in ("declined", "unknown")


def stops(link_id: str, status: str) -> bool:
    """Whether a positive answer stops the script, instead of being acknowledged once the questions are finished."""
    return question_of(link_id) in STOP or (status != "answered" and is_safety_question(link_id))
