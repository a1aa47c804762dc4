"""Out-strength, effect and total effect: small maps by hand."""

from __future__ import annotations

from typing import Any

import pytest

from trd_core.assess import assess
from trd_core.assessment import Assessment
from trd_core.formulation.effects import ranked
from trd_core.map_results import Rankings
from trd_core.reading import case_of


def _problem(identifier: str, weight: int = 9, modifiability: int | None = 3, **others: Any) -> dict[str, Any]:
    """A problem whose three ratings sum to `weight`."""
    severity, burden = min(weight, 3), max(min(weight - 3, 3), 0)
    rated = {"severity": severity, "burden": burden, "impairment": weight - severity - burden, "modifiability": modifiability}
    return {"id": identifier, **rated, **others}


def _assessed(problems: list[dict[str, Any]], *links: tuple[Any, ...]) -> Assessment:
    drawn = [dict(zip(("source", "target", "strength", "by"), link, strict=False)) for link in links]
    return assess(case_of({"problems": problems, "links": drawn}))


def _rankings(problems: list[dict[str, Any]], *links: tuple[Any, ...]) -> Rankings:
    return _assessed(problems, *links).macro_analysis.rankings


def test_out_strength_is_the_sum_of_what_leaves_and_ties_go_by_id() -> None:
    rankings = _rankings([_problem(each) for each in "abcd"], ("c", "a", 0.5), ("c", "b", 0.75), ("b", "a", 1), ("d", "a", 1))
    assert {"a": 0.0, "b": 1.0, "c": 1.25, "d": 1.0} == rankings.scores["out_strength"]
    assert ("c", "b", "d", "a") == rankings.out_strength


def test_numbers_that_differ_by_rounding_alone_are_a_tie() -> None:
    links = (("b", "c", 0.1), ("b", "d", 0.2), ("a", "c", 0.3))
    assert 0.1 + 0.2 > 0.3
    assert ("a", "b", "c", "d") == _rankings([_problem(each) for each in "abcd"], *links).out_strength


def test_a_tie_goes_by_id_however_the_numbers_are_ordered() -> None:
    assert ("c", "a", "b") == ranked({"b": 1.0, "c": 2.0, "a": 1.0})


def test_effect_is_modifiability_times_what_is_fed_directly() -> None:
    rankings = _rankings([_problem("a", 6, 2), _problem("b", 3, 3), _problem("c", 9, 1)], ("a", "b", 0.5), ("b", "c", 1), ("a", "c", 0.25))
    assert {
        "a": 0.7222222222,  # 2/3 × (6/9 + 1/2 × 3/9 + 1/4 × 1)
        "b": 1.333333333,  # 1 × (3/9 + 1)
        "c": 0.3333333333,  # 1/3 × 1
    } == rankings.scores["effect"]
    assert ("b", "a", "c") == rankings.effect


def test_what_cannot_be_changed_has_no_effect() -> None:
    rankings = _rankings([_problem("a", modifiability=0), _problem("b", 0)], ("a", "b", 1))
    assert {"a": 0.0, "b": 0.0} == rankings.scores["effect"] == rankings.scores["total_effect"]


def test_total_effect_follows_every_walk() -> None:
    rankings = _rankings([_problem(each) for each in "abcd"], ("a", "b", 0.5), ("a", "c", 0.5), ("b", "d", 0.5), ("c", "d", 0.5))
    assert {"a": 2.5, "b": 1.5, "c": 1.5, "d": 1.0} == rankings.scores["total_effect"]
    assert ("a", "b", "c", "d") == rankings.total_effect
    assert 1.0 == rankings.damping


def test_total_effect_differs_from_effect_where_what_is_fed_feeds_more() -> None:
    rankings = _rankings([_problem(each) for each in "abcde"], ("a", "b", 0.5), ("b", "c", 1), ("c", "d", 1), ("e", "d", 0.75))
    assert ("b", "c", "e", "a", "d") == rankings.effect
    assert ("b", "a", "c", "e", "d") == rankings.total_effect
    assert {"a": 2.5, "b": 3.0, "c": 2.0, "d": 1.0, "e": 1.75} == rankings.scores["total_effect"]


def test_a_weak_circle_is_summed_whole() -> None:
    rankings = _rankings([_problem("a"), _problem("b")], ("a", "b", 1), ("b", "a", 0.25))
    assert {"a": 2.666666667, "b": 1.666666667} == rankings.scores["total_effect"]
    assert 1.0 == rankings.damping


@pytest.mark.parametrize(("ids", "factor"), [("ab", 0.9), ("abc", 0.45), ("abcd", 0.3)])
def test_a_strong_circle_is_damped_to_a_finite_sum(ids: str, factor: float) -> None:
    """All linked with all at full strength: the radius is n - 1, the sum 1 / (1 - 0.9)."""
    rankings = _rankings([_problem(each) for each in ids], *((one, other, 1) for one in ids for other in ids if one != other))
    assert dict.fromkeys(ids, 10.0) == rankings.scores["total_effect"]
    assert factor == pytest.approx(rankings.damping, rel=1e-12)


def test_without_strengths_nothing_feeds_and_importance_decides() -> None:
    rankings = _rankings([_problem("a", 3), _problem("b", 6)], ("a", "b", 0), ("b", "a", 0))
    assert ("b", "a") == rankings.effect == rankings.total_effect
    assert ("a", "b") == rankings.out_strength
    assert 1.0 == rankings.damping


def test_an_unknown_strength_counts_at_its_low_end_and_is_said() -> None:
    assessment = _assessed([_problem("a"), _problem("b")], ("a", "b"), ("b", "a", 0.5))
    assert {"a": 0.0, "b": 0.5} == assessment.macro_analysis.rankings.scores["out_strength"]
    for method in ("out_strength", "effect", "total_effect"):
        finding = assessment.findings[f"macro_analysis.rankings.{method}"]
        assert ("b", ("unknown_strength",), ("links.a->b.strength",)) == (finding.value, finding.flags, finding.missing)
    assert "links[0].strength" in {question.link_id for question in assessment.open_questions}


def test_an_unrated_problem_counts_with_unit_weight_and_is_said() -> None:
    assessment = _assessed([_problem("a", 8), {"id": "b", "severity": 0, "burden": 0}])
    rankings = assessment.macro_analysis.rankings
    assert {"a": 0.8888888889, "b": 1.0} == rankings.scores["effect"]
    finding = assessment.findings["macro_analysis.rankings.effect"]
    assert ("b", ("unit_weight",)) == (finding.value, finding.flags)
    assert ("problems.b.impairment", "problems.b.modifiability") == finding.missing
    assert () == assessment.findings["macro_analysis.rankings.out_strength"].missing


def test_what_the_person_drew_enters_no_ranking() -> None:
    rankings = _rankings([_problem("a"), _problem("b"), _problem("mine", by="patient")], ("a", "b", 1, "patient"), ("a", "mine", 1))
    assert {"a": 0.0, "b": 0.0} == rankings.scores["out_strength"]


def test_each_ranking_is_a_finding_with_its_rule_citation_and_status() -> None:
    findings = _assessed([_problem("a"), _problem("b")], ("a", "b", 0.5)).findings
    expected = {
        "out_strength": ("formulation.out_strength", "a"),
        "effect": ("formulation.effect", "a"),
        "total_effect": ("formulation.total_effect", "a"),
        "agreement.hierarchy.effect": ("formulation.agreement", 1.0),
        "agreement.effect.total_effect": ("formulation.agreement", 1.0),
    }
    for name, (rule, value) in expected.items():
        finding = findings[f"macro_analysis.rankings.{name}"]
        assert (rule, value, "project") == (finding.rule, finding.value, finding.status)
        assert finding.citation
    strengths = findings["macro_analysis.rankings.out_strength"].reasons
    assert [("links.a->b.strength", 0.5)] == [(reason.path, reason.value) for reason in strengths]


def test_of_an_empty_map_nothing_is_ranked() -> None:
    assessment = assess(case_of({}))
    assert (
        Rankings(scores={"out_strength": {}, "effect": {}, "total_effect": {}}, agreement=_rankings([]).agreement)
        == assessment.macro_analysis.rankings
    )
    assert [] == [each for each in assessment.findings if each.startswith("macro_analysis.")]
