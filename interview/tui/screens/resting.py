"""What the interviewing screen says where it asks no question: nothing left, closed, words of risk to settle."""

from __future__ import annotations

from typing import Final

REST: Final = {
    "opening": ("Nothing left to ask here", "The person did not agree to the interview. F8 asks the safety questions; Esc leaves."),
    "asking": ("Nothing left to ask here", "F9 opens the formulation, F10 the check of the answers. F6 goes back to any question."),
    "formulating": ("Formulation", "F9 opens the formulation, F10 the check of the answers. F6 goes back to any question."),
    "reviewing": ("Check the answers", "F10 opens the check of the answers and the report. F6 goes back to any question."),
    "closed": ("Closed", "This interview is closed. F10 shows the report, or opens the record again."),
    "paused": ("Paused", "Esc leaves; the start page resumes."),
}
"""What stands on the card where there is no question, by phase."""

SETTLING: Final = [
    ("asked_now", "these words: asked about it just now"),
    ("known", "these words: known, and already in this record"),
    ("not_this_person", "these words: not about this person"),
]
BANNER: Final = "Words that may point to risk were typed, and it is not settled. F8 settles it or asks the safety questions."
