"""Which ratings are still required: of the first five problems three each, then only what could put another problem first."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import given

from tests.trd_core.test_hierarchy import MANY, maps
from trd_core.assess import assess
from trd_core.case import Case
from trd_core.formulation.ratings_required import OF_EACH, ratings_required
from trd_core.reading import case_of


def problem(name: str, **ratings: Any) -> dict[str, Any]:
    return {"id": name, **ratings}


def case(*problems: dict[str, Any], links: list[dict[str, str]] | None = None) -> Case:
    return case_of({"problems": list(problems), "links": links or []})


def required(given: Case) -> dict[str, tuple[str, ...]]:
    return {each.problem: each.ratings for each in ratings_required(given)}


RATED = {"urgency": 1, "burden": 1, "patient_priority": 1}


def test_nothing_is_required_of_an_empty_map_or_of_one_rated_problem() -> None:
    assert {} == required(Case())
    assert {} == required(case(problem("a", **RATED)))


def test_of_one_problem_alone_the_three_are_required_and_no_more() -> None:
    assert {"a": ("urgency", "patient_priority", "burden")} == required(case(problem("a")))


def test_of_five_problems_three_ratings_each_and_of_the_sixth_none() -> None:
    given = case(*(problem(name) for name in "abcdef"))
    assert dict.fromkeys("abcde", ("urgency", "patient_priority", "burden")) == required(given)
    assert {"first_problems"} == {each.because for each in ratings_required(given)}


def test_a_sixth_problem_is_required_only_where_it_could_come_first() -> None:
    urgent = [problem(name, **{**RATED, "urgency": 3, "patient_priority": 3 - place}) for place, name in enumerate("ab")]
    others = [problem(name, **RATED) for name in "cde"]
    assert {"a": ("treatment_available", "severity", "impairment", "modifiability"), "f": ("urgency", "patient_priority")} == {
        key: names if key == "a" else names[:2] for key, names in required(case(*urgent, *others, problem("f"))).items()
    }
    assert {} == required(case(*urgent, *others, problem("f", urgency=1)))


def test_once_the_first_is_ahead_whatever_else_is_rated_nothing_more_is_required() -> None:
    assert {} == required(case(problem("a", **{**RATED, "urgency": 2}), problem("b", **RATED)))


def test_ratings_that_could_still_turn_a_tie_are_required_of_both() -> None:
    tied = ("treatment_available", "severity", "impairment", "modifiability")
    assert {"a": tied, "b": tied} == required(case(problem("a", **RATED), problem("b", **RATED)))
    assert {"first_place"} == {each.because for each in ratings_required(case(problem("a", **RATED), problem("b", **RATED)))}


def test_what_stands_behind_a_part_that_decides_is_not_required() -> None:
    at_hand, not_at_hand = ({**RATED, "treatment_available": each} for each in (True, False))
    assert {} == required(case(problem("a", **at_hand), problem("b", **not_at_hand)))


def test_safety_comes_first_and_asks_no_more_of_the_others_than_their_three() -> None:
    assert {} == required(case(problem("a", **RATED), problem("s", area="safety", **RATED)))


def test_the_persons_own_problems_are_not_ranked_and_not_required() -> None:
    assert {} == required(case(problem("a", **RATED), problem("p", by="patient")))


@MANY
@given(maps())
def test_where_nothing_is_required_no_rating_of_what_is_unrated_changes_the_first_place(content: dict[str, Any]) -> None:
    given = case_of(content)
    own = [place for place, each in enumerate(content["problems"]) if each.get("by") != "patient"]
    if ratings_required(given) or not own:
        return
    first = assess(given).macro_analysis.problems[0].id
    names = ("urgency", "patient_priority", "severity", "burden", "impairment", "modifiability", "treatment_available")
    for highest in product((False, True), repeat=len(own)):
        tried = [dict(each) for each in content["problems"]]
        for place, is_high in zip(own, highest, strict=True):
            for name in names:
                if tried[place].get(name) is None:
                    tried[place][name] = is_high if name == "treatment_available" else 3 * is_high
        assert first == assess(case_of({**content, "problems": tried})).macro_analysis.problems[0].id


@MANY
@given(maps())
def test_only_what_is_unrated_is_required_and_the_three_come_first(content: dict[str, Any]) -> None:
    given = case_of(content)
    by_id = {each.id: each for each in given.problems or ()}
    for each in ratings_required(given):
        assert each.ratings
        assert all(getattr(by_id[each.problem], name) is None for name in each.ratings)
        assert each.because == "first_place" or set(each.ratings) <= set(OF_EACH)
