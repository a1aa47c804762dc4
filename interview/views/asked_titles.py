"""What questions are called that carry no fact of the case: what was told in the person's words, gates, checks, and safety once more."""

from __future__ import annotations

from typing import Final

NARRATIVES: Final = {
    "concern": "what troubles most",
    "latest": "how things have been since the latest treatment began",
    "episode": "how this spell has gone",
    "aftereffects": "what happened after medicines",
    "stress": "what weighs on the person",
    "lifestyle": "an ordinary day",
    "illness_behavior": "what the person makes of it",
    "wellbeing": "when the person feels well",
    "relationships": "the people around",
    "medical": "how the body is doing",
    "history": "earlier times of depression",
    "therapists": "earlier therapists",
    "summary": "how the summary sounds",
}
"""Openings of the sections, as they were told, by what follows `narrative.`."""

AREAS_DONE: Final = {
    "psychiatric": "psychiatric examination",
    "stress": "stressful life situations",
    "lifestyle": "lifestyle",
    "illness_behavior": "illness behavior",
    "wellbeing": "well-being",
    "relationships": "relationships",
}

GATES: Final = {
    "trials": "any treatment",
    "stress.sources": "any source of stress",
    "medical.conditions": "any illness of the body",
    "episodes": "any earlier episode",
    "strengths": "any strength",
    "instruments": "any total of a scale",
}
"""Questions whether a list has members at all, by the list."""

ASKED: Final = {
    **{f"narrative.{code}": f"{title}, in the person's words" for code, title in NARRATIVES.items()},
    **{f"interview.area_done.{code}": f"area done: {title}" for code, title in AREAS_DONE.items()},
    **{f"interview.any.{code}": title for code, title in GATES.items()},
    "interview.consent": "agreement to the interview",
    "interview.present": "others in the room",
    "interview.safety.senses": "heard or saw what others could not",
    "interview.safety.high": "days of feeling far too high",
    "interview.safety_today": "the short look at safety on another day",
    "interview.safety_second_look": "the second look at safety, before the summary",
    "interview.episode.impact": "what this spell changes in daily life",
    "interview.episode.left": "what is still hard",
    "interview.after.happened": "what happened with medicines, in this spell",
    "interview.after.earlier": "what happened with medicines, in earlier spells",
    "interview.check.early_years": "bad things in childhood",
    "interview.check.breathing": "snoring, or breathing that stops at night",
    "interview.check.blood": "a blood test since this spell began",
    "interview.check.attention": "trouble with attention since childhood",
    "interview.check.restless": "inner unrest",
    "interview.check.drug_change": "restlessness, or thoughts of dying, after a change of medicine",
    "interview.anything_missed": "anything missed",
}
"""Titles by link id, without an instance's index."""

MORE: Final = "interview.more."
"""Begins the question whether a list has another member."""
