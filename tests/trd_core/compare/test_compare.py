"""What changed between two visits: exact codes, and nothing unknown that reads as gone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd_core.compare.visits import FEW, SLEEP, between, changes, presences
from trd_core.assess import assess
from trd_core.compare import NotOnePerson, compare
from trd_core.reading import case_of
from trd_core.settings import Settings

TO_SLEEP = {"source": "insomnia", "target": "low_mood", "strength": 0.5, "certainty": "low", "rationale": "nights first"}
TO_MOOD = {"source": "low_mood", "target": "insomnia"}
DRAWN = {"problems": [FEW, SLEEP], "links": [TO_SLEEP, TO_MOOD]}


@pytest.mark.parametrize(("one", "other"), [("S-1", "S-2"), ("S-1", "s-1")])
def test_two_subjects_are_refused_and_not_named(one: str, other: str) -> None:
    cases = case_of({"subject": one}), case_of({"subject": other})
    with pytest.raises(NotOnePerson) as refused:
        compare(assess(cases[0]), assess(cases[1]), *cases)
    assert one not in str(refused.value)


def test_where_no_subject_is_known_that_is_said() -> None:
    assert ("subject_not_known",) == between({"subject": "S-1"}, {}).flags
    assert () == between({"subject": "S-1"}, {"subject": "S-1"}).flags


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("2025-01-01", "2025-01-02", "by_date"),
        ("2025-01-02", "2025-01-01", "against_date"),
        ("2025-01-01", "2025-01-01", "as_given"),
        ("2025-01", "2025-01-31", "as_given"),
        ("2025", "2026", "by_date"),
        (None, "2025", "as_given"),
    ],
)
def test_the_order_of_the_visits_is_read_from_their_dates(before: str | None, after: str | None, expected: str) -> None:
    assert expected == between({"assessed_on": before}, {"assessed_on": after}).order


class TestMap:
    """Problems, links, circles, ranks, the first place."""

    def test_a_problem_is_gone_or_new_where_the_other_map_is_known_whole(self) -> None:
        of = between(DRAWN, {"problems": [SLEEP], "links": []})
        assert {"insomnia": "kept", "low_mood": "gone"} == presences(of)
        assert {("insomnia", "low_mood"): "gone", ("low_mood", "insomnia"): "gone"} == self.links(of)
        assert [(("insomnia", "low_mood"), "gone")] == [(each.members, each.presence) for each in of.map.circles]
        assert {"insomnia": "kept", "low_mood": "new"} == presences(between({"problems": [SLEEP]}, DRAWN))

    @pytest.mark.parametrize(
        "after",
        [
            {},
            {"problems": [SLEEP], "missing": {"problems": "not_asked"}},
            {"problems": [SLEEP], "missing": {"areas_completed": "not_asked"}},
            {"problems": None, "missing": {"problems": "declined"}},
        ],
        ids=["no map", "an unfinished list", "an interview that is not closed", "declined"],
    )
    def test_what_the_other_map_may_still_hold_is_not_gone(self, after: dict[str, Any]) -> None:
        of = between(DRAWN, after)
        assert "not_known_after" == presences(of)["low_mood"]
        assert {"not_known_after"} == set(self.links(of).values())
        assert ["not_known_after"] == [each.presence for each in of.map.circles]
        assert "gone" not in of.model_dump_json()
        back = between(after, DRAWN)
        assert "not_known_before" == presences(back)["low_mood"]
        assert "new" not in {*presences(back).values(), *self.links(back).values()}

    def test_links_nobody_asked_for_are_not_gone_while_both_problems_stand(self) -> None:
        of = between(DRAWN, {"problems": [FEW, SLEEP]})
        assert {"not_known_after"} == set(self.links(of).values())
        assert {"gone"} == set(self.links(between(DRAWN, {"problems": [FEW, SLEEP], "links": []})).values())

    def test_ranks_and_ratings_that_changed(self) -> None:
        of = between({"problems": [FEW, SLEEP]}, {"problems": [{**FEW, "urgency": None, "severity": 3}, {**SLEEP, "urgency": 3}]})
        mood, sleep = (next(each for each in of.map.problems if each.key == key) for key in ("low_mood", "insomnia"))
        assert ((1, 2), (2, 1)) == ((mood.before_rank, mood.after_rank), (sleep.before_rank, sleep.after_rank))
        assert [("urgency", 2, None, "no_longer_known"), ("severity_burden_impairment", 6, 7, "changed")] == [
            (each.name, each.before, each.after, each.change) for each in mood.ratings
        ]
        assert ("low_mood", "insomnia", "changed") == (of.map.first.before.value, of.map.first.after.value, of.map.first.change)
        assert "same" == of.map.primary.change

    def test_details_of_a_link_that_changed(self) -> None:
        after = {"problems": [FEW, SLEEP], "links": [{**TO_SLEEP, "strength": 0.8, "certainty": None, "rationale": "both"}, TO_MOOD]}
        (link,) = (each for each in between(DRAWN, after).map.links if each.differs)
        assert [
            ("strength", 0.5, 0.8, "changed"),
            ("certainty", "low", None, "no_longer_known"),
            ("rationale", None, None, "changed"),
        ] == [(each.name, each.before, each.after, each.change) for each in link.details]

    def test_problems_that_an_interview_numbered_are_known_by_their_names(self) -> None:
        before = {"problems": [{"id": "p1", "label": "Money"}, {"id": "p2", "label": "The  flat"}]}
        after = {"problems": [{"id": "p1", "label": "the flat"}, {"id": "p2", "label": "Noise"}]}
        of = between(before, after)
        assert {"the flat": "kept", "noise": "new", "money": "gone"} == presences(of)
        flat = next(each for each in of.map.problems if each.key == "the flat")
        assert ("p2", "p1", "The flat", "the flat") == (flat.before_id, flat.after_id, flat.before_label, flat.after_label)

    def test_two_problems_of_one_name_are_not_taken_for_each_other(self) -> None:
        twice = {"problems": [{"id": "p1", "label": "Money"}, {"id": "p2", "label": "money"}]}
        assert {"p1": "kept", "p2": "kept"} == presences(between(twice, twice))

    def test_no_map_has_no_first_place_that_went(self) -> None:
        assert "no_longer_known" == between(DRAWN, {}).map.first.change
        assert "changed" == between(DRAWN, {"problems": []}).map.first.change
        assert "same" == between({"problems": []}, {"problems": []}).map.first.change

    def links(self, of: Any) -> dict[tuple[str, str], str]:
        return {(each.source, each.target): each.presence for each in of.map.links}


TRIAL = {
    "id": "t1",
    "kind": "medication",
    "agent": "sertraline",
    "dose_mg": 100,
    "weeks": 8,
    "outcome": "non_response",
    "episode": "current",
    "augmentations": [],
}
SECOND = {**TRIAL, "id": "t2", "agent": "venlafaxine", "dose_mg": 225}
EPISODE = {"duration_months": 8, "severity": "moderate"}


class TestValues:
    """Stages, ratings, verdicts."""

    def test_a_stage_that_changed_stays_or_is_too_open(self) -> None:
        before = {"trials": [TRIAL], "episode": EPISODE}
        found = {each.id: each.change for each in between(before, {"trials": [TRIAL, SECOND], "episode": EPISODE}).stages}
        assert ("changed", "changed", "changed") == tuple(found[f"staging.{name}"] for name in ("thase_rush", "european", "mgh"))
        assert "same" == found["staging.maudsley"]
        opened = {each.id: each for each in between(before, {"trials": [TRIAL], "episode": {"severity": "moderate"}}).stages}
        maudsley = opened["staging.maudsley"]
        assert ("not_comparable", 5, (5, 7)) == (maudsley.change, maudsley.before.value, maudsley.after.range)
        assert "same" == opened["staging.thase_rush"].change

    def test_ranges_that_lie_apart_have_changed(self) -> None:
        five = [{**SECOND, "id": f"t{place}", "agent": drug} for place, drug in enumerate(("venlafaxine", "duloxetine", "imipramine"), 2)]
        before, after = {"trials": [TRIAL]}, {"trials": [TRIAL, *five], "episode": {**EPISODE, "duration_months": 30, "severity": "severe"}}
        (maudsley,) = (each for each in between(before, after).stages if each.id == "staging.maudsley")
        assert "not_comparable" == maudsley.change
        (maudsley,) = (
            each for each in between({"trials": [TRIAL], "episode": {"duration_months": 8}}, after).stages if each.id == "staging.maudsley"
        )
        assert (3, 7) == maudsley.before.range
        assert "changed" == maudsley.change

    def test_a_model_that_does_not_apply_is_not_a_number(self) -> None:
        (maudsley,) = (
            each for each in between({"trials": []}, {"trials": [TRIAL], "episode": EPISODE}).stages if each.id == "staging.maudsley"
        )
        assert ("changed", None, False, 5) == (
            maudsley.change,
            maudsley.before.value,
            maudsley.before.is_open,
            maudsley.after.value,
        )

    def test_stages_by_other_settings_are_not_comparable(self) -> None:
        case = {"trials": [TRIAL], "episode": EPISODE}
        of = between(case, case, (Settings(), Settings(scope="lifetime")))
        assert {"not_comparable"} == {each.change for each in of.stages}
        assert "settings_differ" in of.flags

    def test_ratings_of_change_say_whether_they_speak_of_one_treatment(self) -> None:
        of = between({"kellner": 5, "kellner_reference": "2025-01"}, {"kellner": 3, "kellner_self": 4, "kellner_reference": "2025-06"})
        kellner, own = of.response[:2]
        assert (5, 3, "changed", ("other_reference",)) == (kellner.before.value, kellner.after.value, kellner.change, kellner.flags)
        assert ("now_known", 4) == (own.change, own.after.value)
        assert ("reference_not_known",) == between({"kellner": 5}, {"kellner": 5}).response[0].flags
        same = {"kellner": 5, "kellner_reference": "2025-01"}
        assert ("same", ()) == ((rating := between(same, same).response[0]).change, rating.flags)

    def test_direction_and_class_of_the_response(self) -> None:
        of = between({"kellner": 5}, {"kellner": 3})
        assert ("unchanged", "improved", "changed") == (
            (direction := of.response[2]).before.value,
            direction.after.value,
            direction.change,
        )
        assert "no_longer_known" == between({"kellner": 5}, {}).response[2].change

    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            ("current", "never", "changed"),
            ("current", None, "no_longer_known"),
            (None, "current", "now_known"),
            (None, "never", "now_known"),
            ("never", None, "no_longer_known"),
            ("current", "current", None),
            (None, None, None),
        ],
    )
    def test_a_finding_of_an_area(self, before: str | None, after: str | None, expected: str | None) -> None:
        of = between({"lifestyle": {"smoking": before}}, {"lifestyle": {"smoking": after}})
        assert expected == changes(of).get("areas.lifestyle.smoking")

    def test_allostatic_load(self) -> None:
        met = {"exceeds_coping": True, "within_six_months": True, "functioning_impaired": True, "symptoms": [], "overwhelmed": False}
        of = between({"stress": met}, {"stress": {**met, "functioning_impaired": False}})
        assert ("overload", "load", "changed") == (of.allostatic.before.value, of.allostatic.after.value, of.allostatic.change)
        assert "changed" == changes(of)["allostatic.criteria.B2"]
        assert "no_longer_known" == between({"stress": met}, {}).allostatic.change

    def test_a_factor_that_nobody_judged_again_is_not_gone(self) -> None:
        of = between({"trials": [{"id": "t1", "impediments": ["patient.skill"]}]}, {"trials": []})
        assert "no_longer_known" == changes(of)["impediments.patient.skill"]


class TestSafety:
    """Side by side; never a word of better, and nothing unknown that went."""

    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            (True, False, "changed"),
            (False, True, "changed"),
            (True, None, "no_longer_known"),
            (None, False, "now_known"),
            (None, True, "now_known"),
            (True, True, None),
        ],
    )
    def test_an_answer(self, before: bool | None, after: bool | None, expected: str | None) -> None:
        of = between({"safety": {"thoughts": before}}, {"safety": {"thoughts": after}})
        found = {each.id: each.change for each in of.safety.answers}
        assert expected == found.get("areas.safety.thoughts")
        assert "areas.safety.thoughts" not in {each.id for each in of.findings}

    def test_levels_stand_side_by_side_without_a_verdict(self) -> None:
        of = between({"safety": {"thoughts": True, "plan": True}}, {"safety": dict.fromkeys(("wish_to_be_dead", "thoughts", "act"), False)})
        assert ("intent_plan_or_recent_act", "none_endorsed") == (of.safety.before.level, of.safety.after.level)
        assert {"before", "after", "answers"} == set(of.safety.model_dump())
        assert not {"improved", "better", "worse", "gone", "resolved"} & set(of.safety.model_dump_json().replace('"', " ").split())

    def test_of_somebody_under_age_only_safety_is_compared(self) -> None:
        young = {"person": {"age_years": 17}, **DRAWN, "lifestyle": {"smoking": "current"}, "safety": {"thoughts": True}}
        of = between(young, {"safety": {"thoughts": False}})
        assert ("under_age",) == of.before.flags
        assert ["areas.safety.thoughts"] == [each.id for each in of.safety.answers if each.id.endswith("thoughts")]
        assert () == of.map.problems
