"""What the first place hangs on: by hand, against brute force over every change, and re-assessed entry by entry."""

from __future__ import annotations

import random
import time
from typing import Any

from tests.trd_core.formulation.maps import ENTRIES, MAPS, RATINGS, Tree, plain_hierarchy, random_map, random_maps, rerated, without_link
from trd_core.assess import assess
from trd_core.formulation.macro_analysis import analyse
from trd_core.map_results import Rankings
from trd_core.reading import case_of

ALIKE = {"urgency": 1, "patient_priority": 1, "treatment_available": True, "severity": 2, "burden": 2, "impairment": 2, "modifiability": 1}


def _in_depth(tree: Tree) -> Rankings:
    return analyse(case_of(tree), in_depth=True)[0].rankings


def _ratings(rankings: Rankings) -> list[tuple[Any, ...]]:
    assert rankings.sensitivity is not None
    return [(each.problem, each.rating, each.from_, each.to, each.first) for each in rankings.sensitivity]


def _links(rankings: Rankings) -> list[tuple[str, str, str]]:
    assert rankings.link_sensitivity is not None
    return [(each.source, each.target, each.first) for each in rankings.link_sensitivity]


def test_without_depth_it_is_null_and_in_depth_it_stands_in_the_assessment() -> None:
    case = case_of({"problems": [{"id": "a", "urgency": 2}, {"id": "b", "urgency": 1, "severity": 1}]})
    cheap, deep = assess(case), assess(case, in_depth=True)
    assert (None, None) == (cheap.macro_analysis.rankings.sensitivity, cheap.macro_analysis.rankings.link_sensitivity)
    assert [("a", "urgency", 2, 1, "b"), ("b", "urgency", 1, 2, "b")] == _ratings(deep.macro_analysis.rankings)
    assert () == deep.macro_analysis.rankings.link_sensitivity
    assert 2 == deep.findings["macro_analysis.rankings.sensitivity"].value
    assert 0 == deep.findings["macro_analysis.rankings.link_sensitivity"].value
    assert "macro_analysis.rankings.sensitivity" not in cheap.findings
    assert cheap.macro_analysis.rankings == deep.macro_analysis.rankings.model_copy(update={"sensitivity": None, "link_sensitivity": None})


def test_by_hand_each_step_that_another_comes_first_by() -> None:
    """`a` leads by its id alone: whatever lowers it, or raises `b`, puts `b` first."""
    rankings = _in_depth({"problems": [{"id": "a", **ALIKE}, {"id": "b", **ALIKE}]})
    assert [
        *(("a", name, ALIKE[name], ALIKE[name] - 1, "b") for name in RATINGS),
        *(("b", name, ALIKE[name], ALIKE[name] + 1, "b") for name in RATINGS),
    ] == _ratings(rankings)


def test_by_hand_a_lead_of_two_steps_hangs_on_no_single_one_and_a_lead_of_one_on_both_sides_of_it() -> None:
    ahead = {"id": "a", **ALIKE, "urgency": 3}
    behind = {"id": "b", **ALIKE, "severity": 3}
    assert [] == _ratings(_in_depth({"problems": [ahead, {**behind, "urgency": 1}]}))
    near = _in_depth({"problems": [ahead, {**behind, "urgency": 2}]})
    assert [("a", "urgency", 3, 2, "b"), ("b", "urgency", 2, 3, "b")] == _ratings(near)


def test_by_hand_where_the_keys_would_be_equal_the_id_decides_and_no_step_is_listed() -> None:
    problems = [{"id": "a", **ALIKE, "urgency": 3}, {"id": "b", **ALIKE, "urgency": 2}]
    assert [] == _ratings(_in_depth({"problems": problems}))


def test_safety_stands_first_whatever_is_rated() -> None:
    problems = [{"id": "z", "area": "safety", "urgency": 0}, {"id": "a", **ALIKE, "urgency": 3}]
    assert [] == _ratings(_in_depth({"problems": problems}))


def test_an_unrated_problem_has_no_step() -> None:
    rankings = _in_depth({"problems": [{"id": "a"}, {"id": "b", "modifiability": 0}]})
    assert [("b", "modifiability", 0, 1, "b")] == _ratings(rankings)


def test_a_step_in_json_reads_from_and_to() -> None:
    case = case_of({"problems": [{"id": "a"}, {"id": "b", "modifiability": 0}]})
    dumped = assess(case, in_depth=True).model_dump(mode="json")["macro_analysis"]["rankings"]["sensitivity"]
    assert [{"problem": "b", "rating": "modifiability", "from": 0, "to": 1, "first": "b"}] == dumped


def test_by_hand_each_link_that_the_first_place_rests_on() -> None:
    """`b` feeds two and leads; without either link of its way it feeds one at most, as `a` does, and `a` has the earlier id."""
    tree = {
        "problems": [{"id": each, **ALIKE} for each in "abcd"],
        "links": [{"source": "b", "target": "c"}, {"source": "c", "target": "d"}, {"source": "a", "target": "d"}],
    }
    rankings = _in_depth(tree)
    assert ("b", "a", "c", "d") == rankings.hierarchy
    assert [("b", "c", "a"), ("c", "d", "a")] == _links(rankings)


def test_a_link_beside_another_way_changes_nothing() -> None:
    tree = {
        "problems": [{"id": each, **ALIKE} for each in "abc"],
        "links": [{"source": "b", "target": "a"}, {"source": "a", "target": "c"}, {"source": "b", "target": "c"}],
    }
    assert [("b", "a", "a")] == _links(_in_depth(tree))


def test_where_an_earlier_part_of_the_key_decides_no_link_matters() -> None:
    tree = {"problems": [{"id": "a", "urgency": 2}, {"id": "b", "urgency": 1}], "links": [{"source": "a", "target": "b"}]}
    assert [] == _links(_in_depth(tree))


def _brute_force_ratings(tree: Tree) -> set[tuple[Any, ...]]:
    now = plain_hierarchy(tree)[0]
    found = set()
    for problem in tree["problems"]:
        for name in (each for each in RATINGS if each in problem):
            for to in (problem[name] - 1, problem[name] + 1):
                first = plain_hierarchy(rerated(tree, problem["id"], name, to))[0] if 0 <= to <= 3 else now
                if first != now:
                    found.add((problem["id"], name, problem[name], to, first))
    return found


def _brute_force_links(tree: Tree) -> set[tuple[str, str, str]]:
    now = plain_hierarchy(tree)[0]
    after = {
        (each["source"], each["target"]): plain_hierarchy(without_link(tree, each["source"], each["target"]))[0] for each in tree["links"]
    }
    return {(*ends, first) for ends, first in after.items() if first != now}


def test_it_is_complete_and_right_against_brute_force_on_small_maps() -> None:
    steps = removals = 0
    for seed in range(10_000, 10_300):
        tree = random_map(seed, most=7)
        rankings = _in_depth(tree)
        ratings, links = _ratings(rankings), _links(rankings)
        assert (len(set(ratings)), len(set(links))) == (len(ratings), len(links))
        assert _brute_force_ratings(tree) == set(ratings), seed
        assert _brute_force_links(tree) == set(links), seed
        steps, removals = steps + len(ratings), removals + len(links)
    assert steps > 500
    assert removals > 100


def test_entries_are_confirmed_by_a_full_re_assessment() -> None:
    confirmed = 0
    for seed, tree, case in random_maps(MAPS):
        rankings = assess(case, in_depth=True).macro_analysis.rankings
        ratings = [(rerated(tree, problem, name, to), first) for problem, name, _, to, first in _ratings(rankings)]
        links = [(without_link(tree, source, target), first) for source, target, first in _links(rankings)]
        for changed, first in random.Random(seed).sample([*ratings, *links], min(ENTRIES, len(ratings) + len(links))):
            again = assess(case_of(changed)).macro_analysis.rankings.hierarchy
            assert rankings.hierarchy[0] != first == again[0], seed
            confirmed += 1
    assert confirmed > MAPS


def test_thirty_problems_all_linked_with_all_take_no_time_worth_waiting_for() -> None:
    ids = [f"p{number:02}" for number in range(30)]
    links = [{"source": one, "target": other} for one in ids for other in ids if one != other]
    case = case_of({"problems": [{"id": each, **ALIKE} for each in ids], "links": links})
    started = time.process_time()
    rankings = analyse(case, in_depth=True)[0].rankings
    assert time.process_time() - started < 2
    assert 6 + 29 * 6 == len(_ratings(rankings))
    assert [] == _links(rankings)
