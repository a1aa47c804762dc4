"""What is still to be rated, in words: few ratings of the first problems, then only those that could change the first place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from interview.language import _
from interview.views.locale import listed
from interview.views.path_titles import member_title
from trd_core.case import Case
from trd_core.formulation.ratings_required import RatingsRequired, ratings_required

FIRST_PROBLEMS: Final = _("Still required: {ratings}")
FIRST_PLACE: Final = _("Could still change the first place: {ratings}")
NOTHING_MORE: Final = _("Nothing more is required: no other rating would change the first place.")


def required_of(case: Case) -> Mapping[str, tuple[str, ...]]:
    """Return the ratings that are still required, by problem."""
    return {each.problem: each.ratings for each in ratings_required(case)}


def required_words(case: Case, labels: Mapping[str, str]) -> str:
    """Return what is still required in one sentence, or that nothing is; empty where no problem is on the map."""
    if not any(problem.by != "patient" for problem in case.problems or ()):
        return ""
    required = ratings_required(case)
    if not required:
        return NOTHING_MORE
    words = FIRST_PROBLEMS if required[0].because == "first_problems" else FIRST_PLACE
    return words.format(ratings="; ".join(_same_ratings(required, labels)))


def _same_ratings(required: Sequence[RatingsRequired], labels: Mapping[str, str]) -> list[str]:
    """Return the problems with what each lacks; those that lack the same stand together."""
    together: dict[tuple[str, ...], list[str]] = {}
    for each in required:
        together.setdefault(each.ratings, []).append(labels.get(each.problem, each.problem))
    return [
        _("{ratings} of {problems}").format(ratings=listed([member_title(name) for name in ratings]), problems=listed(problems))
        for ratings, problems in together.items()
    ]
