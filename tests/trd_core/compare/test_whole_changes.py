"""A comparison whole: both visits, every part of a problem, a link and a circle, and which findings are listed at all."""

from __future__ import annotations

import pytest

from tests.trd_core.compare.visits import FEW, SLEEP, between
from trd_core.compare import RESPONSE, STAGES

MONEY = {"id": "p1", "label": "Money", "area": "other", "severity": 3, "burden": 3, "impairment": 3, "urgency": 3, "modifiability": 1}
BEFORE = {
    "subject": "S-1",
    "assessed_on": "2025-01-01",
    "visit": "baseline",
    "problems": [FEW, MONEY],
    "links": [{"source": "p1", "target": "low_mood", "strength": 0.5, "certainty": "low", "which_first": "source"}],
}
AFTER = {
    "subject": "S-1",
    "assessed_on": "2026-01-01",
    "visit": "follow_up",
    "problems": [{**FEW, "label": "Mood", "patient_priority": 3, "treatment_available": True, "modifiability": 2}, SLEEP],
    "links": [
        {"source": "insomnia", "target": "low_mood"},
        {"source": "low_mood", "target": "insomnia", "rationale": "lies awake"},
    ],
}


def test_both_visits_are_marked() -> None:
    of = between(BEFORE, AFTER)
    assert ("S-1", "by_date", ()) == (of.subject, of.order, of.flags)
    assert ("2025-01-01", "baseline", ()) == (of.before.assessed_on, of.before.visit, of.before.flags)
    assert ("2026-01-01", "follow_up", ()) == (of.after.assessed_on, of.after.visit, of.after.flags)
    assert "S-1" == between(BEFORE, {}).subject == between({}, BEFORE).subject
    assert ("subject_not_known",) == between({}, BEFORE).flags == between(BEFORE, {}).flags


def test_every_part_of_a_problem() -> None:
    found = [each.model_dump(mode="json", exclude_defaults=True) for each in between(BEFORE, AFTER).map.problems]
    mood, sleep, money = found
    assert {
        "key": "low_mood",
        "presence": "kept",
        "before_id": "low_mood",
        "after_id": "low_mood",
        "before_label": "Low mood",
        "after_label": "Mood",
        "area": "psychiatric",
        "before_rank": 2,
        "after_rank": 1,
        "ratings": [
            {"name": "patient_priority", "after": 3, "change": "now_known"},
            {"name": "treatment_available", "after": True, "change": "now_known"},
            {"name": "downstream", "before": 0, "after": 1, "change": "changed"},
            {"name": "modifiability", "after": 2, "change": "now_known"},
        ],
    } == mood
    assert {
        "key": "insomnia",
        "presence": "new",
        "after_id": "insomnia",
        "after_label": "Insomnia",
        "area": "lifestyle",
        "after_rank": 2,
    } == sleep
    assert {"key": "money", "presence": "gone", "before_id": "p1", "before_label": "Money", "area": "other", "before_rank": 1} == money


def test_every_part_of_links_circles_and_first_places() -> None:
    of = between(BEFORE, AFTER).map
    assert [
        ("insomnia", "low_mood", "new", ()),
        ("low_mood", "insomnia", "new", ()),
        ("money", "low_mood", "gone", ()),
    ] == [(each.source, each.target, each.presence, each.details) for each in of.links]
    assert [(("insomnia", "low_mood"), "new")] == [(each.members, each.presence) for each in of.circles]
    assert ("macro_analysis.first", "money", "low_mood", "changed") == (
        of.first.id,
        of.first.before.value,
        of.first.after.value,
        of.first.change,
    )
    assert ("macro_analysis.primary", "money", "low_mood") == (of.primary.id, of.primary.before.value, of.primary.after.value)


def test_which_came_first_is_a_detail_of_a_link() -> None:
    after = {**BEFORE, "links": [{**BEFORE["links"][0], "which_first": "target", "rationale": "said so"}]}  # type: ignore[index]
    (link,) = between(BEFORE, after).map.links
    assert [("which_first", "source", "target", "changed"), ("rationale", None, None, "now_known")] == [
        (each.name, each.before, each.after, each.change) for each in link.details
    ]
    (back,) = between(after, BEFORE).map.links
    assert "no_longer_known" == back.details[1].change


def test_a_link_or_a_circle_of_a_problem_that_is_surely_gone_is_gone_though_nobody_asked_for_links() -> None:
    of = between(AFTER, {"problems": [FEW]})
    assert {"gone"} == {each.presence for each in of.map.links} == {each.presence for each in of.map.circles}
    back = between({"problems": [FEW]}, AFTER)
    assert {"new"} == {each.presence for each in back.map.links} == {each.presence for each in back.map.circles}


def test_unfinished_links_are_not_gone() -> None:
    after = {**AFTER, "links": [], "missing": {"links": "not_asked"}}
    assert {"not_known_after"} == {each.presence for each in between(AFTER, after).map.links}


def test_stages_and_responses_stand_in_their_order() -> None:
    of = between(BEFORE, AFTER)
    assert list(STAGES) == [each.id for each in of.stages]
    assert ["response.kellner", "response.kellner_self", *RESPONSE] == [each.id for each in of.response]
    assert {"not_comparable"} == {each.change for each in of.stages}, "nobody asked about treatments"
    assert {"still_open"} == {each.change for each in of.response}
    assert ("allostatic", "still_open") == (of.allostatic.id, of.allostatic.change)


@pytest.mark.parametrize(
    ("finding_id", "before", "after"),
    [
        ("areas.stress.work_or_money_strain", {"stress": {"sources": [{"theme": "work"}]}}, {"stress": {"sources": []}}),
        ("allostatic.criteria.B3", {"stress": {"overwhelmed": True}}, {"stress": {"overwhelmed": False}}),
        ("toxicity.manifestations.switch", {"toxicity": {"switch": False}}, {"toxicity": {"switch": True}}),
        (
            "resistance_types.d",
            {"episode": dict.fromkeys(("mood_improved", "residual_symptoms", "residual_interference"), True)},
            {"episode": {"residual_symptoms": False}},
        ),
        ("refractoriness.criteria.E", {"appraisal_shared": False}, {"appraisal_shared": True}),
        ("common_definition.two_failures", {"trials": []}, {"trials": [{"id": "a", "outcome": "non_response"}, {"id": "b"}]}),
    ],
)
def test_findings_that_are_not_the_same_are_listed(finding_id: str, before: dict[str, object], after: dict[str, object]) -> None:
    expected = "no_longer_known" if finding_id.startswith("common") else "changed"
    found = {each.id: each.change for each in between(before, after).findings}
    assert expected == found[finding_id]
    assert list(found) == sorted(found)
    assert finding_id not in {each.id for each in between(before, before).findings}
