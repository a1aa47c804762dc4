"""Where the session ends for the feedback: what the trainee did after they first saw it is kept, and counts for nothing."""

from __future__ import annotations

from typing import Final

from interview.engine.session import Session
from interview.engine.signing import is_content
from interview.practice.feedback.model import Remark
from interview.practice.feedback.spoken import Conversation
from interview.practice.feedback.words import say

STILL_COUNTS: Final = ("form_corrected", "explaining_corrected")
"""A judgement of what was said before may be corrected at any time."""


def ending(session: Session, spoken: Conversation) -> Remark | None:
    """Return that what came after the feedback was shown is not counted; None where nothing came."""
    shown = session.feedback_read
    if shown is None or not any(
        event.seq > shown and is_content(event.body) and event.body.type not in STILL_COUNTS for event in session.events
    ):
        return None
    return Remark(code="ending.seen", says=say("ending.seen", number=len(spoken.turns)), standing="not_known")
