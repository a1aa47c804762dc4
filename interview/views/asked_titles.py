"""What questions are called that carry no fact of the case: what was told in the person's words, gates, checks, and safety once more."""

from __future__ import annotations

from typing import Final

from interview.language import _

NARRATIVES: Final = {
    "concern": _("what troubles most"),
    "latest": _("how things have been since the latest treatment began"),
    "episode": _("how this spell has gone"),
    "aftereffects": _("what happened after medicines"),
    "stress": _("what weighs on the person"),
    "lifestyle": _("an ordinary day"),
    "illness_behavior": _("what the person makes of it"),
    "wellbeing": _("when the person feels well"),
    "relationships": _("the people around"),
    "medical": _("how the body is doing"),
    "history": _("earlier times of depression"),
    "therapists": _("earlier therapists"),
    "summary": _("how the summary sounds"),
}
"""Openings of the sections, as they were told, by what follows `narrative.`."""

AREAS_DONE: Final = {
    "psychiatric": _("psychiatric examination"),
    "stress": _("stressful life situations"),
    "lifestyle": _("lifestyle"),
    "illness_behavior": _("illness behavior"),
    "wellbeing": _("well-being"),
    "relationships": _("relationships"),
}

GATES: Final = {
    "trials": _("any treatment"),
    "stress.sources": _("any source of stress"),
    "medical.conditions": _("any illness of the body"),
    "episodes": _("any earlier episode"),
    "strengths": _("any strength"),
    "instruments": _("any total of a scale"),
}
"""Questions whether a list has members at all, by the list."""

ASKED: Final = {
    **{f"narrative.{code}": _("{title}, in the person's words").format(title=title) for code, title in NARRATIVES.items()},
    **{f"interview.area_done.{code}": _("area done: {title}").format(title=title) for code, title in AREAS_DONE.items()},
    **{f"interview.any.{code}": title for code, title in GATES.items()},
    "interview.consent": _("agreement to the interview"),
    "interview.present": _("others in the room"),
    "interview.safety.senses": _("heard or saw what others could not"),
    "interview.safety.high": _("days of feeling far too high"),
    "interview.safety_today": _("the short look at safety on another day"),
    "interview.safety_second_look": _("the second look at safety, before the summary"),
    "interview.episode.impact": _("what this spell changes in daily life"),
    "interview.episode.left": _("what is still hard"),
    "interview.after.happened": _("what happened with medicines, in this spell"),
    "interview.after.earlier": _("what happened with medicines, in earlier spells"),
    "interview.check.early_years": _("bad things in childhood"),
    "interview.check.breathing": _("snoring, or breathing that stops at night"),
    "interview.check.blood": _("a blood test since this spell began"),
    "interview.check.attention": _("trouble with attention since childhood"),
    "interview.check.restless": _("inner unrest"),
    "interview.check.drug_change": _("restlessness, or thoughts of dying, after a change of medicine"),
    "interview.informant_relation": _("who close to the person is asked"),
    "interview.informant_consent": _("the person's agreement that somebody close is asked"),
    "interview.informant_how": _("how somebody close is asked"),
    "interview.informant_on": _("when somebody close is asked"),
    "interview.informant_may_be_told": _("whether the person may hear what somebody close says"),
    "interview.informant_story": _("how it has been, in their words"),
    "interview.informant_other_treatments": _("a treatment that was forgotten"),
    "interview.informant_at_home": _("how it is at home"),
    "interview.informant_worry": _("what worries them most"),
    "interview.informant_helps": _("what helps"),
    "interview.anything_missed": _("anything missed"),
}
"""Titles by link id, without an instance's index."""

MORE: Final = "interview.more."
"""Begins the question whether a list has another member."""
