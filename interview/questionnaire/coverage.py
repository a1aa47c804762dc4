"""`coverage`: how much a questionnaire asks, how long it takes, and what fills each fact of the case.

Counts come from one written-down path through the interview, with three treatments; time is scripted talk time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from interview.questionnaire.asking import Given, in_order
from interview.questionnaire.filled_by import fillers
from interview.questionnaire.model import Depth, Item, Questionnaire, Section
from interview.questionnaire.reading_ease import grade
from interview.questionnaire.wording_checks import all_said

NEVER_IN_ORDER: Final = "never_in_order"
MORE_SECONDS: Final = 6
"""Scripted talk time of the question that opens, or does not open, the next instance of a group."""

TYPICAL_PATH: Final[Mapping[str, Any]] = {
    "interview.consent": True,
    "person.age_years": 44,
    "person.sex_for_thresholds": "female",
    "interview.any.trials": True,
    "trials[0].agent": "venlafaxine",
    "trials[0].kind": "medication",
    "trials[0].episode": "current",
    "trials[0].outcome": "partial_response",
    "trials[0].weeks": 10,
    "trials[1].agent": "sertraline",
    "trials[1].kind": "medication",
    "trials[1].episode": "current",
    "trials[1].outcome": "non_response",
    "trials[1].weeks": 8,
    "trials[2].agent": "cbt",
    "trials[2].kind": "psychotherapy",
    "trials[2].episode": "current",
    "trials[2].outcome": "non_response",
    "trials[2].weeks": 16,
    "episode.residual_symptoms": True,
    "interview.after.happened": ["withdrawal"],
    "interview.any.stress.sources": True,
    "stress.sources[0].label": "work",
    "stress.exceeds_coping": True,
    "illness_behavior.hopeless": True,
    "illness_behavior.explanation_given": True,
    "interview.any.medical.conditions": False,
    "interview.any.episodes": False,
    "interview.any.strengths": True,
    "strengths[0].label": "garden",
    "interview.any.instruments": False,
}
"""A woman of 44 without signs of danger: three treatments of this episode, two medicines and a therapy, each failed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What one path through an interview takes."""

    spoken: int
    """Questions that the person hears."""
    judged: int
    """Statements that the clinician judges."""
    minutes: float
    """Scripted talk time."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts over a questionnaire."""

    items: int
    """Items with an answer, groups not counted."""
    brief: int
    """Items of brief depth; the full interview asks all items."""
    groups: int
    judgements: int
    brief_path: Asked
    """The brief interview along the typical path, three treatments."""
    full_path: Asked
    facts: int
    facts_by_item: int
    facts_by_session: int
    facts_by_formulation: int
    facts_unfilled: int
    grade: float
    """School grade of all that is said."""

    @property
    def share_by_items(self) -> float:
        """Share of the facts of a case that items fill."""
        return self.facts_by_item / self.facts


def _is_asked(item: Item, depth: Depth) -> bool:
    return item.condition != NEVER_IN_ORDER and (item.depth == "brief" or depth == "full")


def _slots(section: Section, given: Given, depth: Depth) -> Iterator[tuple[str, Item]]:
    for item in in_order(section):
        if not _is_asked(item, depth):
            continue
        head, bracket, tail = item.link_id.partition("[]")
        if item.is_group:
            if given.is_open(item.link_id):
                yield from ((f"interview.more.{head}[{index}]", item) for index in given.instances(head))
        elif bracket:
            yield from ((f"{head}[{index}]{tail}", item) for index in given.instances(head))
        else:
            yield item.link_id, item


def path(questionnaire: Questionnaire, depth: Depth, answers: Mapping[str, Any] = TYPICAL_PATH) -> tuple[tuple[str, Item], ...]:
    """Return what is asked along a path: instance link ids and their items, "another?" questions under their group."""
    given = Given(questionnaire, answers)
    found = []
    for section in questionnaire.section:
        if given.section_is_open(section):
            found += [(link_id, item) for link_id, item in _slots(section, given, depth) if item.is_group or given.is_open(link_id)]
    return tuple(found)


def asked(questionnaire: Questionnaire, depth: Depth, answers: Mapping[str, Any] = TYPICAL_PATH) -> Asked:
    """Return how many questions a path takes, and how long."""
    items = [item for _, item in path(questionnaire, depth, answers)]
    aloud = [item for item in items if item.who not in ("clinician", "chart") and (item.spoken or item.is_group)]
    seconds = sum(MORE_SECONDS if item.is_group else item.talk_seconds for item in items if item.who not in ("clinician", "chart"))
    return Asked(spoken=len(aloud), judged=sum(item.is_judgement for item in items), minutes=round(seconds / 60, 1))


def coverage(questionnaire: Questionnaire) -> Coverage:
    """Return the counts over a questionnaire."""
    items = [item for item in questionnaire.items.values() if not item.is_group]
    by = Counter(fillers(questionnaire).values())
    return Coverage(
        items=len(items),
        brief=sum(item.depth == "brief" for item in items),
        groups=len(questionnaire.items) - len(items),
        judgements=sum(item.is_judgement for item in items),
        brief_path=asked(questionnaire, "brief"),
        full_path=asked(questionnaire, "full"),
        facts=sum(by.values()),
        facts_by_item=by["item"],
        facts_by_session=by["session"],
        facts_by_formulation=by["formulation"],
        facts_unfilled=by[None],
        grade=round(grade(all_said(questionnaire)), 1),
    )
