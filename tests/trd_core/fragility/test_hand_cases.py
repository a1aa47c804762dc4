"""Cases worked out by hand: what each conclusion rests on."""

from __future__ import annotations

from typing import Any

import pytest

from trd_core.assess import assess
from trd_core.case import Case
from trd_core.fragility.entry import Fragile
from trd_core.fragility.judge import judge_fragility
from trd_core.reading import case_of
from trd_core.settings import DoseOverlay, Settings

DIAGNOSES = ("bipolar", "dementia", "primary_anxiety", "medical_or_drug_induced")


def _trial(name: str, agent: str, dose: float, **others: Any) -> dict[str, Any]:
    return {"id": name, "kind": "medication", "agent": agent, "dose_mg": dose, "outcome": "non_response", "episode": "current"} | others


def _case(*trials: dict[str, Any], **others: Any) -> Case:
    return case_of({"trials": list(trials), **others})


def _of(finding: str, entries: tuple[Fragile, ...]) -> list[tuple[str, ...]]:
    return [entry.facts for entry in entries if entry.finding == finding]


def _entry(finding: str, facts: tuple[str, ...], entries: tuple[Fragile, ...]) -> Fragile:
    return next(entry for entry in entries if entry.finding == finding and entry.facts == facts)


def test_a_trial_at_exactly_the_minimum_dose_rests_on_the_dose() -> None:
    found = judge_fragility(_case(_trial("t1", "sertraline", 50, weeks=8)))
    entry = _entry("staging.thase_rush", ("trials.t1.dose_mg",), found)
    assert ((50,), (49,), "0") == (entry.from_, entry.to, entry.becomes)
    alone = [(f"trials.t1.{name}",) for name in ("dose_mg", "episode", "kind", "outcome", "weeks")]
    assert alone == _of("staging.thase_rush", found)


def test_the_dose_is_doubted_against_the_clinics_own_minimum() -> None:
    settings = Settings(doses=(DoseOverlay(drug="Sertraline", minimum_mg=75),))
    found = judge_fragility(_case(_trial("t1", "sertraline", 50, weeks=8)), settings)
    entry = _entry("staging.thase_rush", ("trials.t1.dose_mg",), found)
    assert ((75,), "I") == (entry.to, entry.becomes)


def test_two_failures_of_three_rest_on_one_fact_in_each_of_two_trials() -> None:
    agents = {"t1": "sertraline", "t2": "venlafaxine", "t3": "imipramine"}
    found = judge_fragility(_case(*(_trial(name, agent, 300, weeks=8) for name, agent in agents.items())))
    names = ("dose_mg", "episode", "kind", "outcome", "weeks")
    pairs = [("t1", "t2"), ("t1", "t3"), ("t2", "t3")]
    expected = sorted((f"trials.{a}.{one}", f"trials.{b}.{other}") for a, b in pairs for one in names for other in names)
    assert expected == _of("common_definition.two_failures", found)
    assert 75 == len(expected)


def test_two_failures_of_five_stand_whatever_three_facts_were() -> None:
    agents = ("sertraline", "venlafaxine", "imipramine", "bupropion", "mirtazapine")
    found = judge_fragility(_case(*(_trial(f"t{place}", agent, 300, weeks=8) for place, agent in enumerate(agents))))
    assert [] == _of("common_definition.two_failures", found)
    assert all(entry.complete for entry in found)


def test_a_fact_that_a_rule_reads_in_silence_is_found() -> None:
    found = judge_fragility(_case(_trial("t1", "sertraline", 100, weeks=8, metabolic_inducer=False, adherence_percent=90)))
    silent = {("trials.t1.metabolic_inducer",), ("trials.t1.adherence_percent",)}
    assert silent <= set(_of("staging.thase_rush", found))
    assert 79 == _entry("staging.thase_rush", ("trials.t1.adherence_percent",), found).to[0]


def test_two_things_that_fall_short_must_both_be_wrong() -> None:
    found = judge_fragility(_case(_trial("t1", "sertraline", 25, weeks=4)))
    assert [("trials.t1.dose_mg", "trials.t1.weeks")] == _of("trials.t1.adequate.mgh", found)[1:]
    assert ("trials.t1.kind",) == _of("trials.t1.adequate.mgh", found)[0]
    entry = _entry("trials.t1.adequate.mgh", ("trials.t1.dose_mg", "trials.t1.weeks"), found)
    assert ((25, 4), (50, 6), "met") == (entry.from_, entry.to, entry.becomes)


def test_a_diagnosis_that_was_ruled_out_carries_the_stage() -> None:
    ruled_out = {"misdiagnosis": dict.fromkeys(DIAGNOSES, False)}
    found = judge_fragility(_case(_trial("t1", "sertraline", 50, weeks=8), episode=ruled_out))
    assert "0" == _entry("staging.thase_rush", ("episode.misdiagnosis.bipolar",), found).becomes


def test_refractoriness_that_lacks_two_things_needs_both() -> None:
    areas = ["stress", "lifestyle", "illness_behavior", "wellbeing", "relationships"]
    drug = _trial("t1", "sertraline", 100, weeks=8, evidence_based=True, addressed_complexity=True)
    therapy = {"id": "t2", "kind": "psychotherapy", "weeks": 24, "evidence_based": True, "addressed_complexity": True}
    therapy |= {"outcome": "non_response", "episode": "current", "agent": "cbt"}
    flags = {"loss_of_effect": False, "rechallenge_failure": False}
    drug |= {"drug_free_weeks_before": 0, "dose_lowered_before_loss": False}
    found = judge_fragility(_case(drug, therapy, areas_completed=areas, appraisal_shared=False, toxicity=flags))
    assert [("appraisal_shared", "areas_completed")] == _of("refractoriness", found)
    entry = _entry("refractoriness", ("appraisal_shared", "areas_completed"), found)
    assert ((True, (*areas, "psychiatric")), "met") == (entry.to, entry.becomes)


def test_the_direction_rests_on_the_rating() -> None:
    found = judge_fragility(case_of({"kellner": 5}))
    entry = _entry("response.direction", ("kellner",), found)
    assert ((5,), (4,), "improved") == (entry.from_, entry.to, entry.becomes)


def test_an_improvement_rests_on_its_symptoms_and_no_trial() -> None:
    left = {"major_symptoms": False, "residual_symptoms": True, "residual_interference": True, "mood_improved": True}
    found = judge_fragility(_case(_trial("t1", "sertraline", 50, weeks=8), kellner=2, episode=left, latest_trial="t1"))
    alone = [("episode.major_symptoms",), ("episode.residual_symptoms",), ("kellner",)]
    assert alone == _of("response.spectrum", found)
    assert [("episode.mood_improved",), ("episode.residual_interference",), ("episode.residual_symptoms",)] == _of(
        "resistance_types.d", found
    )


def test_overload_by_one_of_two_grounds_needs_both_wrong() -> None:
    stress = {"exceeds_coping": True, "symptoms": ["sadness", "dizziness"], "functioning_impaired": False, "overwhelmed": True}
    found = judge_fragility(case_of({"stress": stress | {"within_six_months": True}}))
    expected = [("stress.exceeds_coping",), ("stress.within_six_months",), ("stress.overwhelmed", "stress.symptoms")]
    assert expected == _of("allostatic", found)


def test_two_trials_of_one_drug_carry_type_a_together() -> None:
    earlier = _trial("t1", "sertraline", 100, weeks=8) | {"outcome": "full_response", "episode": "previous"}
    later = _trial("t2", "sertraline", 100, weeks=8, drug_free_weeks_before=10)
    found = judge_fragility(_case(earlier, later))
    assert ("trials.t1.outcome",) in _of("resistance_types.a", found)
    assert ("trials.t2.drug_free_weeks_before",) in _of("resistance_types.a", found)
    assert 1 == _entry("resistance_types.a", ("trials.t2.drug_free_weeks_before",), found).to[0]


def test_a_class_told_of_one_trial_holds_for_the_other_when_it_is_doubted() -> None:
    one = _trial("t1", "mystery", 10, weeks=8, adequate=True, drug_class="ssri")
    same = _trial("t2", "Mystery", 10, weeks=8, adequate=True)
    third = _trial("t3", "sertraline", 100, weeks=8)
    found = judge_fragility(_case(one, same, third))
    entry = _entry("common_definition.two_failures_two_classes", ("trials.t1.drug_class",), found)
    assert ("snri", "met") == (entry.to[0], entry.becomes)


def test_what_is_not_known_is_not_doubted() -> None:
    found = judge_fragility(_case(_trial("t1", "sertraline", 100)))
    assert not any("weeks" in path for entry in found for path in entry.facts)
    assert () == judge_fragility(Case())


def test_names_dates_age_and_signs_of_risk_are_never_doubted() -> None:
    trial = _trial("t1", "sertraline", 100, weeks=8, started="2024-01", ended="2024-05", source="patient", indication="a text")
    case = _case(trial, person={"age_years": 44}, safety={"thoughts": True, "psychosis": False}, assessed_on="2025")
    paths = {path for entry in judge_fragility(case) for path in entry.facts}
    assert {"trials.t1.weeks", "trials.t1.dose_mg"} <= paths
    assert not [path for path in paths if path.startswith(("safety", "person")) or path.endswith(("agent", "started", "ended"))]
    assert not [entry for entry in judge_fragility(case) if entry.finding.startswith(("safety", "macro"))]


def test_a_text_in_a_list_never_reaches_an_entry() -> None:
    case = _case(_trial("t1", "sertraline", 100, weeks=8, augmentations=["canary one", "canary two"]))
    found = judge_fragility(case)
    entry = _entry("staging.dutch", ("trials.t1.augmentations",), found)
    assert ((2,), (3,)) == (entry.from_, entry.to)
    assert "canary" not in "".join(each.model_dump_json() for each in found)


@pytest.mark.parametrize(("in_depth", "computed"), [(False, False), (True, True)])
def test_an_assessment_computes_it_in_depth_only(in_depth: bool, computed: bool) -> None:
    case = _case(_trial("t1", "sertraline", 50, weeks=8), kellner=5)
    whole = assess(case, in_depth=in_depth)
    assert computed == (whole.fragility is not None)
    if computed:
        assert judge_fragility(case) == whole.fragility
        assert '"from":[50.0],"to":[49.0]' in whole.model_dump_json()
        assert type(whole).model_validate_json(whole.model_dump_json()) == whole


def test_of_somebody_under_age_nothing_is_argued() -> None:
    case = _case(_trial("t1", "sertraline", 50, weeks=8), person={"age_years": 16}, kellner=5)
    assert () == assess(case, in_depth=True).fragility
