"""What is still open, for the person: by what it is about, never by an answer. What nobody asked is said as not talked about yet."""

from __future__ import annotations

from typing import Final

from interview.language import _
from interview.views.patient_part import PatientPart
from trd_core.assessment import Assessment

TOPICS: Final = {
    "safety": _("your safety"),
    "trials": _("the treatments you have had"),
    "latest_trial": _("the treatments you have had"),
    "kellner": _("how you have been since the latest treatment began"),
    "episode": _("this spell of low mood"),
    "episodes": _("earlier times of low mood"),
    "toxicity": _("what medicines did to you"),
    "iatrogenic": _("what medicines did to you"),
    "stress": _("what weighs on you"),
    "lifestyle": _("your days, your sleep and your habits"),
    "illness_behavior": _("what you make of being ill"),
    "wellbeing": _("when you feel well"),
    "relationships": _("the people around you"),
    "medical": _("your body and your medicines"),
    "preferences": _("what you would like"),
    "appraisal": _("how things have been explained to you"),
    "problems": _("what matters most to you"),
    "links": _("how one thing feeds another"),
    "strengths": _("what helps you"),
    "person": _("a few facts about you"),
    "areas_completed": _("some parts of our talk"),
    "instruments": _("scales that you have filled in"),
}
"""By the first part of a fact's path, or what it begins with."""

FOR_THE_CLINICIAN: Final = ("subject", "assessed_on", "visit", "hierarchy_override")
"""Facts about the record, or the clinician's own order: nothing that the person is asked."""

INTRO: Final = _("We have not talked about all of this yet, and would like to ask:")
NOTHING: Final = _("We have no more questions at this point. You may have some.")
IN_A_MUDDLE: Final = _("Some of what we wrote down does not fit together. We will ask again.")


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
    return PatientPart("open", _("What is still open"), tuple(lines))
