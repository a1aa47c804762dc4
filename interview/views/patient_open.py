"""What is still open, for the person: by what it is about, never by an answer. What nobody asked is said as not talked about yet."""

from __future__ import annotations

from typing import Final

from interview.views.patient_part import PatientPart
from trd_core.assessment import Assessment

TOPICS: Final = {
    "safety": "your safety",
    "trials": "the treatments you have had",
    "latest_trial": "the treatments you have had",
    "kellner": "how you have been since the latest treatment began",
    "episode": "this spell of low mood",
    "episodes": "earlier times of low mood",
    "toxicity": "what medicines did to you",
    "iatrogenic": "what medicines did to you",
    "stress": "what weighs on you",
    "lifestyle": "your days, your sleep and your habits",
    "illness_behavior": "what you make of being ill",
    "wellbeing": "when you feel well",
    "relationships": "the people around you",
    "medical": "your body and your medicines",
    "preferences": "what you would like",
    "appraisal": "how things have been explained to you",
    "problems": "what matters most to you",
    "links": "how one thing feeds another",
    "strengths": "what helps you",
    "person": "a few facts about you",
    "areas_completed": "some parts of our talk",
    "instruments": "scales that you have filled in",
}
"""By the first part of a fact's path, or what it begins with."""

FOR_THE_CLINICIAN: Final = ("subject", "assessed_on", "visit", "hierarchy_override")
"""Facts about the record, or the clinician's own order: nothing that the person is asked."""

INTRO: Final = "We have not talked about all of this yet, and would like to ask:"
NOTHING: Final = "We have no more questions at this point. You may have some."
IN_A_MUDDLE: Final = "Some of what we wrote down does not fit together. We will ask again."


def topic(path: str) -> str | None:
    """Return what a fact is about, by its path; None where the person is not asked about it."""
    first = path.partition(".")[0].partition("[")[0]
    if first in TOPICS:
        return TOPICS[first]
    return next((words for begins, words in TOPICS.items() if first.startswith(f"{begins}_")), None)


def still_open(assessment: Assessment) -> PatientPart:
    """Return what will be asked, the most settling first, each topic once."""
    paths = [*assessment.safety.unanswered, *(each.link_id for each in assessment.open_questions)]
    topics = [each for path in paths if (each := topic(path)) is not None]
    lines = [INTRO, *(each.capitalize() for each in dict.fromkeys(topics))] if topics else [NOTHING]
    if assessment.inconsistent:
        lines.append(IN_A_MUDDLE)
    return PatientPart("open", "What is still open", tuple(lines))
