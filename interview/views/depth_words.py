"""What is worked out in depth only, in words: the single facts on which a conclusion hangs, and what would change the first place."""

from __future__ import annotations

import re
from typing import Final

from interview.language import _
from interview.views.path_titles import path_title, plain, problem_title
from interview.views.words_clinician import title, value_in_words
from trd_core.assessment import Assessment
from trd_core.case import Case
from trd_core.fragility.entry import Fragile
from trd_core.map_results import MacroAnalysis
from trd_core.vocabulary import definition_of, facts

SUMS: Final = frozenset({"staging.mgh", "staging.mgh.expanded", "staging.maudsley", "staging.dutch"})
SUMS_MOVE: Final = _("each item of the MGH, Maudsley and Dutch points moves its sum")
_ADEQUATE: Final = re.compile(r"trials\.(.+)\.adequate\.[a-z_0-9]+")


def hangs_on(assessment: Assessment) -> tuple[str, ...]:
    """Return the single facts that a conclusion hangs on, the one with the most conclusions first: told how, and what would change.

    Sums of points are left to one sentence, since each of their items moves them; so is what kind a treatment was, which nobody mistakes.
    """
    found: dict[str, Fragile] = {}
    conclusions: dict[str, dict[str, None]] = {}
    for each in assessment.fragility or ():
        if len(each.facts) == 1 and each.finding not in SUMS and not each.facts[0].endswith(".kind"):
            found.setdefault(each.facts[0], each)
            conclusions.setdefault(each.facts[0], {})[_conclusion(each.finding)] = None
    ordered = sorted(found, key=lambda path: -len(conclusions[path]))
    told = tuple(f"{_told_otherwise(path, found[path])}: {'; '.join(conclusions[path])}" for path in ordered)
    has_sums = any(each.finding in SUMS for each in assessment.fragility or ())
    return (*told, SUMS_MOVE) if has_sums else told


def _conclusion(finding: str) -> str:
    adequate = _ADEQUATE.fullmatch(finding)
    if adequate is None:
        return title(finding)
    treatment = path_title(f"trials.{adequate[1]}.weeks").partition(":")[0]
    return _("whether {treatment} was adequate").format(treatment=treatment)


def _told_otherwise(path: str, fragile: Fragile) -> str:
    fact = facts().get(definition_of(path))
    told, otherwise = value_in_words(path, fragile.from_[0]), value_in_words(path, fragile.to[0])
    if isinstance(fragile.from_[0], (list, tuple)) or (fact is not None and fact.kind in ("text", "texts")):
        return _("{path_title}, told otherwise").format(path_title=path_title(path))
    return _("{path_title} ({told}; were it {otherwise})").format(path_title=path_title(path), told=told, otherwise=otherwise)


def first_place_changes(case: Case, analysis: MacroAnalysis) -> tuple[str, ...]:
    """Return each single step of one rating, and each link, without which another problem would stand first. Labels are free text."""
    labels = {problem.id: problem.label or problem_title(problem.id) for problem in case.problems or ()}
    rankings = analysis.rankings
    steps = (
        _("{labels}: {plain} {to} instead of {from_} would put {labels_2} first").format(
            labels=labels[each.problem], plain=plain(each.rating), to=each.to, from_=each.from_, labels_2=labels[each.first]
        )
        for each in rankings.sensitivity or ()
    )
    links = (
        _("without the link from {labels} to {labels_2}, {labels_3} would stand first").format(
            labels=labels[each.source], labels_2=labels[each.target], labels_3=labels[each.first]
        )
        for each in rankings.link_sensitivity or ()
    )
    return (*steps, *links)
