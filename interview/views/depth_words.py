"""What is worked out in depth only, in words: the single facts on which a conclusion hangs, and what would change the first place."""

from __future__ import annotations

from interview.views.path_titles import path_title, plain, problem_title
from interview.views.words_clinician import title
from trd_core.assessment import Assessment
from trd_core.case import Case


def hangs_on(assessment: Assessment) -> tuple[str, ...]:
    """Return, for each conclusion that one fact told otherwise would change, which facts those are."""
    single: dict[str, list[str]] = {}
    for each in assessment.fragility or ():
        if len(each.facts) == 1:
            single.setdefault(each.finding, []).append(path_title(each.facts[0]))
    return tuple(f"{title(finding)}: {'; '.join(facts)}" for finding, facts in single.items())


def first_place_changes(case: Case, assessment: Assessment) -> tuple[str, ...]:
    """Return each single step of one rating, and each link, without which another problem would stand first. Labels are free text."""
    labels = {problem.id: problem.label or problem_title(problem.id) for problem in case.problems or ()}
    rankings = assessment.macro_analysis.rankings
    steps = (
        f"{labels[each.problem]}: {plain(each.rating)} {each.to} instead of {each.from_} would put {labels[each.first]} first"
        for each in rankings.sensitivity or ()
    )
    links = (
        f"without the link from {labels[each.source]} to {labels[each.target]}, {labels[each.first]} would stand first"
        for each in rankings.link_sensitivity or ()
    )
    return (*steps, *links)
