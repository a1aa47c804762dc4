"""Every condition under which a problem or a link is proposed: what it rests on, and what is asked where it is open."""

from __future__ import annotations

from typing import Any

import pytest

from trd_core.assess import assess
from trd_core.finding import Judged
from trd_core.formulation.conditions import CONDITIONS
from trd_core.formulation.context import Context
from trd_core.reading import case_of
from trd_core.settings import DEFAULT

ASKED = ("met", "not_met")
TRIAL = {"id": "a", "kind": "medication", "agent": "sertraline", "episode": "current"}
Row = tuple[str, dict[str, Any], str, list[str], list[str]]


def judged(name: str, given: dict[str, Any]) -> Judged:
    """Return what a condition says of a case."""
    case = case_of(given)
    return CONDITIONS[name](Context(case, DEFAULT, assess(case).findings))


def nested(path: str, value: Any) -> dict[str, Any]:
    """Return a case with one fact."""
    room, _, fact = path.partition(".")
    return {room: {fact: value}} if fact else {room: value}


@pytest.mark.parametrize(
    ("name", "path", "holds", "does_not"),
    [
        ("sleep_worsened_after_stressor", "stress.sleep_worsened_after", [True], [False]),
        ("inactivity_after_stressor", "lifestyle.changed_after_stressor", [["inactivity"]], [[], ["diet"]]),
        ("diet_after_stressor", "lifestyle.changed_after_stressor", [["diet"]], [[], ["alcohol"]]),
        ("alcohol_after_stressor", "lifestyle.changed_after_stressor", [["alcohol"]], [[], ["smoking"]]),
        ("smoking_after_stressor", "lifestyle.changed_after_stressor", [["smoking"]], [[], ["inactivity"]]),
        ("exceeds_coping", "stress.exceeds_coping", [True], [False]),
        ("conflict_worsens_mood", "relationships.conflict_worsens_mood", [True], [False]),
        ("no_confidant", "relationships.confidant", [False], [True]),
        ("poor_nights_precede_poor_days", "lifestyle.poor_nights_precede_poor_days", [True], [False]),
        ("late_activity", "lifestyle.late_activity", [True], [False]),
        ("activity_fell_before_or_with_mood", "lifestyle.activity_fell", ["before_mood", "with_mood"], ["after_mood"]),
        ("pain_before_or_with_episode", "medical.pain_before_or_with_episode", [True], [False]),
        ("gave_up_treatment", "illness_behavior.gave_up_treatment", [True], [False]),
        ("opposition_led_to_non_adherence", "illness_behavior.opposition_led_to", [["non_adherence"]], [[], ["rupture"]]),
        ("opposition_led_to_rupture", "illness_behavior.opposition_led_to", [["rupture"]], [[], ["non_adherence"]]),
        ("overwhelmed", "stress.overwhelmed", [True], [False]),
        ("anxiety_in_episode", "episode.anxiety", ["symptoms", "disorder"], ["none"]),
        ("personality_assessed", "episode.personality_disorder", ["assessed"], ["none", "suspected"]),
    ],
)
def test_a_condition_on_one_fact(name: str, path: str, holds: list[Any], does_not: list[Any]) -> None:
    for verdict, values in zip(ASKED, (holds, does_not), strict=True):
        for value in values:
            found = judged(name, nested(path, value))
            shown = tuple(value) if isinstance(value, list) else value
            assert (verdict, [(path, shown)], ()) == (found.verdict, [(each.path, each.value) for each in found.reasons], found.missing)
    assert ("unknown", (), (path,)) == ((found := judged(name, {})).verdict, found.reasons, found.missing)


SOURCES = "stress.sources[0].theme"
GRIEF, SHIFT, LENGTH = "relationships.grief_months", "relationships.role_transition_months", "episode.duration_months"
BEFORE_OR_WITH = "medical.conditions[0].before_or_with_episode"
EXPLAINED, SHOWS = "illness_behavior.explanation_given", "illness_behavior.denial_shows_as"
CURE = "illness_behavior.treatment_presented_as_cure"
PERSISTS = ["episode.major_symptoms", "episode.mood_improved", "kellner"]
CHANGED, ONSET = "toxicity_details.withdrawal.changed_on", "toxicity_details.withdrawal.onset_days"
DRINKS, LATE = "lifestyle.caffeine_drinks_per_day", "lifestyle.caffeine_after_16"
DENIED = dict.fromkeys(("loss_of_effect", "paradoxical", "switch", "rechallenge_failure", "persistent_postwithdrawal"), False)
FLAGS = [f"toxicity.{name}" for name in DENIED]


@pytest.mark.parametrize(
    ("name", "given", "verdict", "reasons", "missing"),
    [
        ("both_present", {}, "met", [], []),
        ("work_or_money_named", {"stress": {"sources": [{"theme": "work"}]}}, "met", [SOURCES], []),
        ("work_or_money_named", {"stress": {"sources": [{"theme": "caregiving"}]}}, "not_met", [SOURCES], []),
        ("work_or_money_named", {"stress": {"sources": [{}]}}, "unknown", [], [SOURCES]),
        ("caregiving_named", {"stress": {"sources": [{"theme": "caregiving"}]}}, "met", [SOURCES], []),
        ("caregiving_named", {"stress": {"sources": []}}, "not_met", ["stress.sources"], []),
        ("caregiving_named", {}, "unknown", [], ["stress.sources"]),
        ("family_named", {"stress": {"sources": [{"theme": "work"}]}}, "not_met", [SOURCES], []),
        ("loss_before_episode_or_unresolved", {"relationships": {"grief_unresolved": True}}, "met", ["relationships.grief_unresolved"], []),
        ("loss_before_episode_or_unresolved", {}, "unknown", [], [GRIEF, LENGTH, "relationships.grief_unresolved"]),
        ("role_change_before_episode", {"relationships": {"role_transition_months": 20}}, "unknown", [SHIFT], [LENGTH]),
        ("role_change_before_episode", {"episode": {"duration_months": 6}}, "unknown", [LENGTH], [SHIFT]),
        *(
            (
                "role_change_before_episode",
                {"relationships": {"role_transition_months": months}, "episode": {"duration_months": 6}},
                verdict,
                [SHIFT, LENGTH],
                [],
            )
            for months, verdict in ((5, "not_met"), (6, "met"), (30, "met"), (31, "not_met"))
        ),
        ("illness_before_or_with_episode", {"medical": {"conditions": [{"before_or_with_episode": True}]}}, "met", [BEFORE_OR_WITH], []),
        (
            "illness_before_or_with_episode",
            {"medical": {"conditions": [{"before_or_with_episode": False}]}},
            "not_met",
            [BEFORE_OR_WITH],
            [],
        ),
        ("illness_before_or_with_episode", {"medical": {"conditions": [{"label": "x"}]}}, "unknown", [], [BEFORE_OR_WITH]),
        ("illness_before_or_with_episode", {"medical": {"conditions": []}}, "not_met", ["medical.conditions"], []),
        ("alcohol_above_cut_or_to_cope", {"lifestyle": {"alcohol_to_cope": True}}, "met", ["lifestyle.alcohol_to_cope"], []),
        ("caffeine_late_or_high", {"lifestyle": {"caffeine_after_16": True}}, "met", [LATE], []),
        ("caffeine_late_or_high", {"lifestyle": {"caffeine_after_16": False, "caffeine_drinks_per_day": 1}}, "not_met", [LATE, DRINKS], []),
        ("caffeine_late_or_high", {}, "unknown", [], [LATE, DRINKS]),
        ("medical_drug_confirmed", {"iatrogenic": {"medical_drugs": ["interferon"]}}, "met", ["iatrogenic.medical_drugs"], []),
        ("medical_drug_confirmed", {"iatrogenic": {"medical_drugs": []}}, "not_met", ["iatrogenic.medical_drugs"], []),
        ("anxiety_came_first", {"medical": {"anxiety_came_first": True}}, "met", ["medical.anxiety_came_first"], []),
        ("anxiety_came_first", {"episode": {"preceded_by": "anxiety"}}, "met", ["episode.preceded_by"], []),
        ("denial_shows_as_non_adherence", nested(SHOWS, ["non_adherence"]), "unknown", [SHOWS], [EXPLAINED]),
        ("denial_shows_as_delay", nested(EXPLAINED, False), "not_met", [EXPLAINED], []),
        *(
            (
                f"denial_shows_as_{code}",
                {"illness_behavior": {"explanation_given": True, "denial_shows_as": listed}},
                "met" if code in listed else "not_met",
                [EXPLAINED, SHOWS] if code in listed else [SHOWS],
                [],
            )
            for code in ("non_adherence", "delay")
            for listed in (["non_adherence"], ["delay"])
        ),
        ("expectations_not_met", {**nested(CURE, True), "trials": []}, "met", [CURE], []),
        ("expectations_not_met", {**nested(CURE, False), "trials": []}, "not_met", [CURE], []),
        ("expectations_not_met", {}, "unknown", [], [CURE, "trials"]),
        ("depression_persists", {"episode": {"major_symptoms": True}}, "met", PERSISTS[:1], []),
        ("depression_persists", {"episode": {"mood_improved": False}}, "met", PERSISTS[1:2], []),
        ("depression_persists", {"kellner": 5}, "met", PERSISTS[2:], []),
        ("depression_persists", {"kellner": 4}, "unknown", ["kellner"], PERSISTS[:2]),
        ("depression_persists", {"episode": {"major_symptoms": False, "mood_improved": True}, "kellner": 4}, "not_met", PERSISTS, []),
        (
            "residual_symptoms",
            {"episode": {"residual_symptoms": True, "major_symptoms": False}},
            "met",
            ["episode.residual_symptoms", "episode.major_symptoms"],
            [],
        ),
        ("residual_symptoms", {"episode": {"major_symptoms": True}}, "not_met", ["episode.major_symptoms"], []),
        ("residual_symptoms", {}, "unknown", [], ["episode.residual_symptoms", "episode.major_symptoms"]),
        (
            "dated_manifestation",
            {"toxicity": {"withdrawal": True}, "toxicity_details": {"withdrawal": {"changed_on": "2025"}}},
            "met",
            ["toxicity.withdrawal", CHANGED],
            [],
        ),
        (
            "dated_manifestation",
            {"toxicity": {"withdrawal": True}, "toxicity_details": {"withdrawal": {"onset_days": 3}}},
            "met",
            ["toxicity.withdrawal", ONSET],
            [],
        ),
        (
            "dated_manifestation",
            {"toxicity": {**DENIED, "withdrawal": False}},
            "not_met",
            [*FLAGS[:4], "toxicity.withdrawal", FLAGS[4]],
            [],
        ),
        (
            "dated_manifestation",
            {"toxicity": {**DENIED, "withdrawal": True}},
            "unknown",
            [*FLAGS[:4], "toxicity.withdrawal", FLAGS[4]],
            [CHANGED],
        ),
        (
            "new_symptoms_after_drug",
            {"toxicity_details": {"switch": {"new_symptoms": True}}},
            "met",
            ["toxicity_details.switch.new_symptoms"],
            [],
        ),
        ("safety_unclear", {"missing": {"safety.thoughts": "declined"}}, "met", [], ["safety.thoughts"]),
        ("safety_unclear", {}, "not_met", [], []),
    ],
)
def test_a_condition_on_several_facts(name: str, given: dict[str, Any], verdict: str, reasons: list[str], missing: list[str]) -> None:
    found = judged(name, given)
    assert (verdict, reasons, missing) == (found.verdict, [each.path for each in found.reasons], list(found.missing))


OUTCOME, SHARE, INDUCER, DOSE = "outcome", "adherence_percent", "metabolic_inducer", "dose_mg"
ENDED_EARLY = {"kind": "psychotherapy", "agent": "cbt", "ended": "2025-01", "sessions": 11}


@pytest.mark.parametrize(
    ("name", "facts", "verdict", "reasons", "missing"),
    [
        ("non_adherence", {SHARE: 79}, "met", [SHARE], []),
        ("non_adherence", {SHARE: 80}, "not_met", [SHARE], []),
        ("non_adherence", {}, "unknown", [], [SHARE]),
        ("non_adherence_in_failed_trial", {SHARE: 79, OUTCOME: "non_response"}, "met", [OUTCOME, SHARE], []),
        ("non_adherence_in_failed_trial", {SHARE: 79, OUTCOME: "full_response"}, "not_met", [OUTCOME], []),
        ("non_adherence_in_failed_trial", {SHARE: 79}, "unknown", [SHARE], [OUTCOME]),
        ("inducer", {INDUCER: True}, "met", [INDUCER], []),
        ("inducer", {INDUCER: False}, "not_met", [INDUCER], []),
        ("inducer", {}, "unknown", [], [INDUCER]),
        ("inducer_in_failed_trial", {INDUCER: True, OUTCOME: "partial_response"}, "met", [OUTCOME, INDUCER], []),
        ("inducer_in_failed_trial", {INDUCER: True, OUTCOME: "intolerance"}, "not_met", [OUTCOME], []),
        ("dose_low", {DOSE: 49}, "met", ["agent", DOSE], []),
        ("dose_low", {DOSE: 50}, "not_met", [DOSE], []),
        ("dose_low", {}, "unknown", ["agent"], [DOSE]),
        ("dose_low", {"agent": None, DOSE: 49}, "unknown", [], ["agent"]),
        ("dose_low", {"agent": "an unlisted drug", DOSE: 1}, "unknown", [], []),
        ("dose_low", {"kind": "psychotherapy", "agent": "cbt"}, "not_met", [], []),
        ("dose_low", {"kind": "ect", "agent": None}, "not_met", [], []),
        ("dose_low", {"kind": "neuromodulation", "agent": None}, "not_met", [], []),
        ("dose_low_in_failed_trial", {DOSE: 49, OUTCOME: "deterioration"}, "met", [OUTCOME, "agent", DOSE], []),
        ("dose_low_in_failed_trial", {DOSE: 49, OUTCOME: "ongoing"}, "not_met", [OUTCOME], []),
        ("non_response", {OUTCOME: "non_response"}, "met", [OUTCOME], []),
        ("non_response", {OUTCOME: "deterioration"}, "met", [OUTCOME], []),
        ("non_response", {OUTCOME: "partial_response"}, "not_met", [OUTCOME], []),
        ("failed_trials", {OUTCOME: "partial_response"}, "met", [OUTCOME], []),
        ("failed_trials", {OUTCOME: "loss_of_effect"}, "met", [OUTCOME], []),
        ("failed_trials", {OUTCOME: "response_with_residual"}, "not_met", [OUTCOME], []),
        ("oversold_trial", {"expectations": "oversold"}, "met", ["expectations"], []),
        ("oversold_trial", {"expectations": "realistic"}, "not_met", ["expectations"], []),
        ("oversold_trial", {}, "unknown", [], ["expectations"]),
        ("poor_alliance", {"alliance": "strained"}, "met", ["alliance"], []),
        ("poor_alliance", {"alliance": "poor"}, "met", ["alliance"], []),
        ("poor_alliance", {"alliance": "good"}, "not_met", ["alliance"], []),
        ("dropped_therapy", ENDED_EARLY, "met", ["kind", "ended", "sessions"], []),
        ("dropped_therapy", {**ENDED_EARLY, "kind": "combined"}, "met", ["kind", "ended", "sessions"], []),
        ("dropped_therapy", {**ENDED_EARLY, "kind": "medication"}, "not_met", ["kind"], []),
        ("dropped_therapy", {**ENDED_EARLY, "sessions": 12}, "not_met", ["sessions"], []),
        ("dropped_therapy", {**ENDED_EARLY, "sessions": None, "ended": None}, "unknown", ["kind"], ["ended", "sessions"]),
    ],
)
def test_a_condition_on_a_treatment(name: str, facts: dict[str, Any], verdict: str, reasons: list[str], missing: list[str]) -> None:
    trial = {**TRIAL, **facts}
    given = {"trials": [{fact: value for fact, value in trial.items() if value is not None}]}
    found = judged(name, given)
    rests = [(f"trials.a.{fact}", trial[fact]) for fact in reasons]
    assert (verdict, rests) == (found.verdict, [(each.path, each.value) for each in found.reasons])
    assert [f"trials.a.{fact}" for fact in missing] == list(found.missing)
    earlier = judged(name, {"trials": [{**given["trials"][0], "episode": "previous"}]})
    assert "not_met" == earlier.verdict, "a treatment of an earlier episode says nothing of this one"
    unfinished = judged(name, {**given, "missing": {"trials": "not_asked"}})
    assert ("met" if verdict == "met" else "unknown") == unfinished.verdict
    assert (verdict == "met") != ("trials" in unfinished.missing)
    assert ("unknown", ("trials",)) == ((nobody_asked := judged(name, {})).verdict, nobody_asked.missing)
