"""Laws of the rankings on a thousand random maps of up to thirty problems, most of them with circles."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from tests.trd_core.formulation.maps import Tree, plain_hierarchy, random_map, random_maps, reachable, shuffled
from trd_core.formulation.macro_analysis import analyse
from trd_core.map_results import MacroAnalysis, RankingMethod
from trd_core.reading import case_of

MANY = 1_000
METHODS: tuple[RankingMethod, ...] = ("out_strength", "effect", "total_effect")


def _total_effect_is_its_own_equation(tree: Tree, analysis: MacroAnalysis) -> None:
    """Each total is its problem's importance and, damped, what it feeds: the sum over all walks is the one solution of that."""
    damping, total = analysis.rankings.damping, analysis.rankings.scores["total_effect"]
    share = {each["id"]: each.get("modifiability", 3) / 3 for each in tree["problems"]}
    if 0 in share.values():
        return
    walks = {each: total[each] / share[each] for each in total}
    for problem in tree["problems"]:
        ratings = [problem.get(name) for name in ("severity", "burden", "impairment")]
        importance = 1 if None in ratings else sum(ratings) / 9
        fed = sum((each.get("strength") or 0) * walks[each["target"]] for each in tree["links"] if each["source"] == problem["id"])
        assert importance + damping * fed == pytest.approx(walks[problem["id"]], rel=1e-8)


def test_a_thousand_maps_are_finite_permutations_in_the_order_of_their_numbers() -> None:
    cyclic = damped = 0
    for seed, tree, case in random_maps(MANY):
        analysis, _ = analyse(case)
        rankings, ids = analysis.rankings, sorted(each["id"] for each in tree["problems"])
        assert plain_hierarchy(tree) == list(rankings.hierarchy), seed
        for method in METHODS:
            order, scores = getattr(rankings, method), rankings.scores[method]
            assert ids == sorted(order) == sorted(scores), seed
            assert all(math.isfinite(score) and score >= 0 for score in scores.values()), seed
            assert all((-scores[one], one) < (-scores[other], other) for one, other in pairwise(order)), (seed, method)
        assert 0 < rankings.damping <= 1
        _total_effect_is_its_own_equation(tree, analysis)
        taus = [tau for row in rankings.agreement.values() for tau in row.values()]
        assert 6 == len(taus)
        assert all((tau is None) == (len(ids) < 2) and -1 <= (tau or 0) <= 1 for tau in taus)
        cyclic, damped = cyclic + bool(analysis.circles), damped + (rankings.damping < 1)
    assert cyclic > MANY / 3
    assert damped > MANY / 10


def test_circles_of_a_thousand_maps_are_really_strongly_connected_and_none_is_left_out() -> None:
    for seed, tree, case in random_maps(MANY):
        reach = {each["id"]: reachable(tree, each["id"]) for each in tree["problems"]}
        real = {tuple(sorted({one} | {other for other in reach[one] if one in reach[other]})) for one in reach if one in reach[one]}
        assert tuple(sorted(real)) == analyse(case)[0].circles, seed


def test_the_order_of_problems_and_links_decides_nothing() -> None:
    for seed in range(150):
        tree = random_map(seed)
        one, other = (analyse(case_of(each), in_depth=True) for each in (tree, shuffled(tree, seed)))
        assert one[0].rankings == other[0].rankings, seed
        assert one[0].circles == other[0].circles, seed
        assert {each.id: (each.value, each.flags) for each in one[1]} == {each.id: (each.value, each.flags) for each in other[1]}, seed


def test_more_strength_never_feeds_less() -> None:
    """Raising every strength that is not damped raises out-strength and effect, or leaves them."""
    for seed in range(100):
        tree = random_map(seed, most=10)
        stronger = {**tree, "links": [{**each, "strength": min(1, (each.get("strength") or 0) + 0.1)} for each in tree["links"]]}
        weak, strong = (analyse(case_of(each))[0].rankings.scores for each in (tree, stronger))
        for method in METHODS[:2]:
            assert all(weak[method][each] <= strong[method][each] for each in weak[method]), seed
