"""Illness behavior: every criterion of a syndrome counts: denied, it was not reported; not asked, it is open and that one is asked."""

from __future__ import annotations

from typing import Any

import pytest

from trd_core.areas.illness_behavior import judge_illness_behavior
from trd_core.finding import Finding
from trd_core.reading import case_of

AREA = "illness_behavior"
REPORTED: dict[str, dict[str, Any]] = {
    "hypochondriasis": {
        "illness_conviction": True,
        "illness_worry_examined": True,
        "illness_worry_eased_by_reassurance": False,
        "illness_worry_interferes": True,
        "illness_worry_months": 6,
    },
    "disease_phobia": {
        "one_feared_disease": True,
        "fear_in_attacks": True,
        "illness_worry_examined": True,
        "illness_worry_eased_by_reassurance": False,
        "illness_worry_months": 6.1,
    },
    "thanatophobia": dict.fromkeys(("sudden_dread_of_death", "avoids_reminders_of_death", "dread_of_death_interferes"), True),
    "health_anxiety": {"illness_worry": True, "illness_worry_eased_by_reassurance": True, "illness_worry_months": 5.9},
    "persistent_somatization": {
        "unexplained_bodily_symptoms": True,
        "bodily_symptoms_months": 6.1,
        "bodily_symptoms_burden": True,
        "bodily_arousal_elsewhere": True,
        "strong_side_effects": True,
    },
    "anniversary_reaction": {"anniversary": True, "anniversary_recognized": False},
    "irritable_mood": dict.fromkeys(("irritable", "irritability_without_relief", "irritability_affects_body"), True),
    "secondary_somatic_symptoms": dict.fromkeys(
        ("unexplained_bodily_symptoms", "bodily_symptoms_burden", "psychiatric_disorder_came_first"), True
    ),
    "illness_denial": {"denies_illness": True, "explanation_given": True},
    "demoralization": {
        "fails_expectations": True,
        "helpless": True,
        "demoralization_months": 1,
        "demoralization_with_medical": True,
    },
}
"""What reports each, with one of the alternatives where there are any."""
OTHERWISE = {
    "hypochondriasis": {"illness_worry_months": 5.9},
    "disease_phobia": {"illness_worry_months": 6},
    "health_anxiety": {"illness_worry_months": 6},
    "persistent_somatization": {"bodily_symptoms_months": 6},
    "demoralization": {"demoralization_months": 0.9},
}
ALTERNATIVES = {
    "bodily_symptoms_burden": ("repeated_care",),
    "fails_expectations": ("unable_to_cope",),
    "helpless": ("hopeless", "giving_up"),
}
CRITERIA = [(syndrome, fact) for syndrome, facts in REPORTED.items() for fact in facts]


def finding(code: str, facts: dict[str, Any]) -> Finding:
    """Return one finding of the area."""
    found = judge_illness_behavior(case_of({AREA: facts}))
    (one,) = (each for each in found if each.id == f"areas.{AREA}.{code}")
    return one


def without_alternatives(syndrome: str, fact: str) -> dict[str, Any]:
    """Return what reports a syndrome, with the alternatives of a fact denied."""
    own = ALTERNATIVES.get(fact, ()) if syndrome != "secondary_somatic_symptoms" else ()
    return {**REPORTED[syndrome], **dict.fromkeys(own, False)}


@pytest.mark.parametrize("syndrome", REPORTED)
def test_all_its_criteria_together_report_it(syndrome: str) -> None:
    found = finding(syndrome, REPORTED[syndrome])
    assert ("met", (), True) == (found.verdict, found.missing, found.needs_clinician)
    assert {f"{AREA}.{name}": value for name, value in REPORTED[syndrome].items()} == {each.path: each.value for each in found.reasons}


@pytest.mark.parametrize(("syndrome", "fact"), CRITERIA)
def test_one_criterion_denied_and_it_was_not_reported(syndrome: str, fact: str) -> None:
    told = without_alternatives(syndrome, fact)
    other = OTHERWISE.get(syndrome, {}).get(fact, told[fact] is False)
    found = finding(syndrome, {**told, fact: other})
    if (syndrome, fact) == ("illness_denial", "explanation_given"):
        assert ("unknown", ("not_ratable_without_explanation",)) == (found.verdict, found.flags)
        return
    assert ("not_met", ()) == (found.verdict, found.missing)
    assert f"{AREA}.{fact}" in {each.path for each in found.reasons}


@pytest.mark.parametrize(("syndrome", "fact"), CRITERIA)
def test_one_criterion_not_asked_and_it_is_open_and_asked_for(syndrome: str, fact: str) -> None:
    told = {name: value for name, value in without_alternatives(syndrome, fact).items() if name != fact}
    found = finding(syndrome, told)
    assert ("unknown", (f"{AREA}.{fact}",)) == (found.verdict, found.missing)
    assert f"{AREA}.{fact}" not in {each.path for each in found.reasons}


@pytest.mark.parametrize(("fact", "other"), [(fact, other) for fact, others in ALTERNATIVES.items() for other in others])
def test_an_alternative_does_as_well(fact: str, other: str) -> None:
    syndrome = "persistent_somatization" if fact == "bodily_symptoms_burden" else "demoralization"
    assert "met" == finding(syndrome, {**REPORTED[syndrome], fact: False, other: True}).verdict


@pytest.mark.parametrize(
    ("code", "fact"),
    [
        ("hopelessness", "hopeless"),
        ("reactance", "opposes_being_told"),
        ("phobic_avoidance", "avoids_out_of_fear"),
        ("perfectionism", "perfectionism"),
        ("repeated_care", "repeated_care"),
        ("gave_up_treatment", "gave_up_treatment"),
        ("oversold_treatment", "treatment_presented_as_cure"),
    ],
)
def test_a_single_answer(code: str, fact: str) -> None:
    for value, verdict in ((True, "met"), (False, "not_met")):
        found = finding(code, {fact: value})
        assert (verdict, [(f"{AREA}.{fact}", value)]) == (found.verdict, [(each.path, each.value) for each in found.reasons])
        assert found.needs_clinician


def test_hopelessness_is_said_beside_demoralization_and_nowhere_else() -> None:
    found = judge_illness_behavior(case_of({AREA: {"hopeless": True}}))
    assert {f"areas.{AREA}.demoralization": ("with_hopelessness",)} == {each.id: each.flags for each in found if each.flags}
    assert () == finding("demoralization", {"hopeless": False}).flags


@pytest.mark.parametrize(
    ("code", "feature", "least"),
    [("type_a", "type_a_features", 5), ("alexithymia", "alexithymia_features", 3), ("conversion", "loss_of_function_features", 2)],
)
def test_so_many_features_are_enough_and_an_unfinished_list_leaves_fewer_open(code: str, feature: str, least: int) -> None:
    known = {
        "type_a_features": ["involvement_in_work", "time_urgency", "tense_motion", "hostility", "irritable_mood"],
        "alexithymia_features": ["no_words_for_feelings", "details_instead_of_feelings", "poor_fantasy"],
    }
    beside = {"type_a": {"type_a_brings_symptoms": True}, "conversion": {"loss_of_function_symptom": True}}.get(code, {})
    if feature not in known:
        assert ("unknown", (f"{AREA}.{feature}",)) == ((found := finding(code, beside)).verdict, found.missing)
        return
    enough = known[feature]
    assert least == len(enough)
    assert "met" == finding(code, {**beside, feature: enough}).verdict
    assert "not_met" == finding(code, {**beside, feature: enough[1:]}).verdict
    case = case_of({AREA: {**beside, feature: enough[1:]}, "missing": {f"{AREA}.{feature}": "not_asked"}})
    (found,) = (each for each in judge_illness_behavior(case) if each.id == f"areas.{AREA}.{code}")
    assert ("unknown", (f"{AREA}.{feature}",)) == (found.verdict, found.missing)


def test_denial_that_nobody_explained_is_not_rated() -> None:
    open_one = finding("illness_denial", {"explanation_given": False})
    assert ("unknown", (f"{AREA}.denies_illness",)) == (open_one.verdict, open_one.missing)
    assert [f"{AREA}.explanation_given"] == [each.path for each in open_one.reasons]
    told = finding("illness_denial", {"explanation_given": False, "denies_illness": True})
    assert ("unknown", ()) == (told.verdict, told.missing)
    assert [f"{AREA}.denies_illness", f"{AREA}.explanation_given"] == [each.path for each in told.reasons]
    no = finding("illness_denial", {"explanation_given": False, "denies_illness": False})
    assert ("not_met", ()) == (no.verdict, no.flags)


@pytest.mark.parametrize(("answer", "verdict"), [("none", "met"), ("some", "not_met")])
def test_low_self_management(answer: str, verdict: str) -> None:
    found = finding("low_self_management", {"self_management": answer})
    assert (verdict, [(f"{AREA}.self_management", answer)]) == (found.verdict, [(each.path, each.value) for each in found.reasons])
