"""What no screen names that the person can see or hear: judgements on them or their treatment, and what somebody close says."""

from __future__ import annotations

from interview.engine.fold import Answer
from interview.questionnaire.model import Item


def is_kept_back(item: Item) -> bool:
    """Return whether a question is a judgement on the person or their treatment, which no shared screen names.

    So is what somebody close is asked. What the clinician
    notes about the interview itself (who is in the room, whether an area was explored) is none.
    """
    return item.who == "informant" or (item.is_judgement and not item.link_id.startswith("interview."))


def is_confidential(answer: Answer) -> bool:
    """Return whether an answer is the word of somebody close, taken over: no shared screen shows it."""
    return answer.source == "informant"
