"""The sequential approach: its two dates, what it withholds and why, what it asks for, and what it never says."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from trd_core.assess import assess
from trd_core.assessment import Assessment
from trd_core.plan.sequential import months_after
from trd_core.plan_results import PlanEntry
from trd_core.reading import case_of

SAFE = dict.fromkeys(("wish_to_be_dead", "thoughts", "act", "psychosis", "mania"), False)
TYPE_D = {"mood_improved": True, "residual_symptoms": True, "residual_interference": True, "misdiagnosis": {"bipolar": False}}
TRIAL = {"id": "t1", "kind": "medication", "agent": "sertraline", "episode": "current", "outcome": "response_with_residual"}
HELD_BACK = (3, 4, 5, 6)


def assessed(trial: dict[str, Any] | None = None, **others: Any) -> Assessment:
    """A partial remission on a drug that is taken now, with every safety question answered no, changed as given."""
    given: dict[str, Any] = {
        "assessed_on": "2026-03-20",
        "person": {"pregnancy": "none"},
        "safety": SAFE,
        "episode": TYPE_D,
        "trials": [{**TRIAL, "outcome": "ongoing", "started": "2025-11-10", **(trial or {})}],
        **others,
    }
    return assess(case_of(given))


def sequence_of(assessment: Assessment) -> PlanEntry | None:
    return next((entry for entry in assessment.plan if entry.id == "sequential"), None)


def sequence(trial: dict[str, Any] | None = None, **others: Any) -> PlanEntry:
    entry = sequence_of(assessed(trial, **others))
    assert entry is not None
    return entry


@pytest.mark.parametrize(
    ("expected", "date", "months"),
    [
        (("2026-02-28", None), "2026-01-31", 1),
        (("2028-02-29", None), "2028-01-31", 1),
        (("2026-02-28", None), "2025-11-30", 3),
        (("2028-02-29", None), "2027-11-30", 3),
        (("2028-02-29", None), "2027-11-29", 3),
        (("2100-02-28", None), "2099-11-30", 3),
        (("2000-02-29", None), "1999-11-30", 3),
        (("2026-04-30", None), "2026-03-31", 1),
        (("2026-03-28", None), "2026-02-28", 1),
        (("2028-03-29", None), "2028-02-29", 1),
        (("2027-01-01", None), "2026-12-01", 1),
        (("2026-03-31", None), "2025-12-31", 3),
        ((None, "2026-02"), "2025-11", 3),
        ((None, "2027-01"), "2026-12", 1),
        ((None, None), "2025", 3),
        ((None, None), None, 3),
        ((None, None), "9999-12-31", 1),
        ((None, None), "9999-10", 3),
        (("9999-12-30", None), "9999-11-30", 1),
        (("0001-02-28", None), "0001-01-31", 1),
    ],
)
def test_calendar_months_never_run_past_a_month_or_say_more_than_the_date(
    expected: tuple[str | None, str | None], date: str | None, months: int
) -> None:
    assert expected == months_after(date, months)


def test_months_after_agrees_with_the_calendar_on_every_day_of_four_years() -> None:
    for days in range(4 * 366):
        day = dt.date(2023, 1, 1) + dt.timedelta(days=days)
        for months in (1, 3):
            said, month = months_after(day.isoformat(), months)
            assert month is None
            assert said is not None
            later = dt.date.fromisoformat(said)
            assert months == (later.year - day.year) * 12 + later.month - day.month
            assert later.day == day.day or (later.day < day.day and (later + dt.timedelta(days=1)).day == 1)


def test_the_six_steps_of_table_4_in_order_with_two_dates_at_most() -> None:
    steps = sequence({"outcome": "response_with_residual", "ended": "2026-01-31"}).steps
    assert [
        (1, "assess_residual_symptoms", "suggested", "2026-02-10"),
        (2, "cbt_of_residual_symptoms", "suggested", None),
        (3, "whether_the_drug_is_reduced", "prescriber_decision", None),
        (4, "well_being_therapy_and_lifestyle", "suggested", None),
        (5, "whether_the_drug_ends", "prescriber_decision", None),
        (6, "assess_after_the_drug", "suggested", "2026-02-28"),
    ] == [(step.step, step.code, step.status, step.date) for step in steps]
    assert [(), (), (), (), ("end_recorded",), ("end_recorded", "not_the_end")] == [step.flags for step in steps]
    assert {()} == {step.withheld for step in steps}
    assert {None} == {step.month for step in steps}


@pytest.mark.parametrize(
    ("date", "month", "missing", "started"),
    [
        ("2026-02-28", None, (), "2025-11-30"),
        (None, "2026-02", ("trials.t1.started",), "2025-11"),
        (None, None, ("trials.t1.started",), "2025"),
        (None, None, ("trials.t1.started",), None),
    ],
)
def test_the_first_step_is_dated_no_more_exactly_than_the_start(
    date: str | None, month: str | None, missing: tuple[str, ...], started: str | None
) -> None:
    first = sequence({"started": started}).steps[0]
    assert (date, month, missing) == (first.date, first.month, first.missing)


@pytest.mark.parametrize(
    ("date", "month", "missing", "flags", "ended"),
    [
        ("2026-02-28", None, (), ("end_recorded", "not_the_end"), "2026-01-31"),
        (None, "2026-02", ("trials.t1.ended",), ("end_recorded", "not_the_end"), "2026-01"),
        (None, None, (), ("no_end_recorded", "not_the_end"), None),
        (None, None, (), ("no_end_recorded", "not_the_end"), "2026-03-21"),
    ],
)
def test_the_last_step_counts_from_a_recorded_end_only(
    date: str | None, month: str | None, missing: tuple[str, ...], flags: tuple[str, ...], ended: str | None
) -> None:
    last = sequence({"ended": ended}).steps[5]
    assert (date, month, missing, flags) == (last.date, last.month, last.missing, last.flags)


@pytest.mark.parametrize(
    ("expected", "trial"),
    [
        (True, {"ended": "2025-09-20"}),
        (False, {"ended": "2025-09-19"}),
        (True, {"ended": "2025-10"}),
        (False, {"ended": "2025-08"}),
        (None, {"ended": "2025-09"}),
        (None, {"ended": "2025"}),
        (True, {"started": "2025-09-20"}),
        (None, {"started": "2025-09-19"}),
        (True, {"started": "2025-09-13", "weeks": 1}),
        (None, {"started": "2025-09-12", "weeks": 1}),
        (None, {}),
        (None, {"started": "2025-11-10", "agent": "lithium"}),
        (None, {"started": "2025-11-10", "agent": None}),
        (True, {"started": "2025-11-10", "agent": "lithium", "drug_class": "other"}),
        (None, {"started": "2025-11-10", "episode": None}),
        (False, {"started": "2025-11-10", "episode": "previous"}),
        (None, {"started": "2025-11-10", "kind": None}),
        (True, {"started": "2025-11-10", "kind": "combined"}),
        (False, {"started": "2025-11-10", "kind": "ect"}),
    ],
)
def test_recent_is_what_was_taken_in_the_last_six_months_however_dates_are_filled_in(expected: bool | None, trial: dict[str, Any]) -> None:
    assessment = assessed(trials=[{**TRIAL, **trial}])
    finding = assessment.findings.get("plan.sequential")
    verdict = None if finding is None else finding.verdict or finding.value
    assert {True: "suggested", False: None, None: "unknown"}[expected] == verdict
    assert (expected is True) == (sequence_of(assessment) is not None)


@pytest.mark.parametrize(
    ("expected", "ended"), [(True, "2025-09-30"), (None, "2025-09-29"), (None, "2025-09-01"), (False, "2025-08-31"), (None, "2025-09")]
)
def test_where_only_the_month_of_assessment_is_known_recent_holds_for_each_of_its_days_or_is_open(
    expected: bool | None, ended: str
) -> None:
    finding = assessed(trials=[{**TRIAL, "ended": ended}], assessed_on="2026-03").findings.get("plan.sequential")
    verdict = None if finding is None else finding.verdict or finding.value
    assert {True: "suggested", False: None, None: "unknown"}[expected] == verdict


def test_without_a_day_of_assessment_recent_is_open_and_says_so() -> None:
    assessment = assessed({"outcome": "response_with_residual"}, assessed_on=None)
    assert ("assessed_on",) == assessment.findings["plan.sequential"].missing
    assert sequence_of(assessment) is None


def test_a_drug_among_the_medicines_taken_now_is_taken() -> None:
    assessment = assessed(trials=[TRIAL], medical={"current_medicines": ["Sertraline "]})
    assert sequence_of(assessment) is not None
    finding = assessment.findings["plan.sequential"]
    assert ("plan.sequential", "resistance.d") == finding.rules
    assert "paper" == finding.status


def test_what_would_settle_an_open_sequence_is_asked_for() -> None:
    assessment = assessed(trials=[TRIAL])
    assert ("trials.t1.ended",) == assessment.findings["plan.sequential"].missing
    assert ["plan.sequential"] == [
        each for question in assessment.open_questions if question.link_id == "trials[0].ended" for each in question.settles
    ]


def test_the_dates_count_from_the_latest_treatment_else_from_the_one_that_started_last() -> None:
    trials = [
        {**TRIAL, "id": "a", "outcome": "ongoing", "started": "2025-06-30"},
        {**TRIAL, "id": "b", "outcome": "ongoing", "started": "2025-12-31", "agent": "venlafaxine"},
    ]
    for order in (trials, trials[::-1]):
        entry = sequence_of(assessed(trials=order))
        latest = sequence_of(assessed(trials=order, latest_trial="a"))
        assert entry is not None
        assert latest is not None
        assert ("2026-03-31", "2025-09-30") == (entry.steps[0].date, latest.steps[0].date)


@pytest.mark.parametrize(
    ("reasons", "others"),
    [
        ((), {}),
        (("safety_not_answered",), {"safety": {}}),
        (("safety_not_answered",), {"safety": {**SAFE, "act": None}}),
        (
            ("safety_not_answered", "safety_answer_unclear", "safety_disposition_missing"),
            {"safety": {"wish_to_be_dead": False, "act": False}, "missing": {"safety.thoughts": "declined"}},
        ),
        (("safety_disposition_missing", "safety_answer_positive"), {"safety": {**SAFE, "wish_to_be_dead": True}}),
        (("safety_answer_positive",), {"safety": {**SAFE, "wish_to_be_dead": True, "disposition": {"by": "x"}}}),
        (("safety_disposition_missing", "safety_answer_positive"), {"safety": {**SAFE, "self_harm": True}}),
        (("safety_disposition_missing", "safety_answer_positive", "psychosis"), {"safety": {**SAFE, "psychosis": True}}),
        (("safety_disposition_missing", "safety_answer_positive", "psychosis"), {"episode": {**TYPE_D, "psychotic": True}}),
        (
            ("safety_disposition_missing", "safety_answer_positive", "bipolar_illness_suspected"),
            {"safety": {**SAFE, "mania": True}},
        ),
        (("bipolar_illness_suspected",), {"episode": {**TYPE_D, "misdiagnosis": {"bipolar": True}}}),
        (("bipolar_illness_suspected",), {"episode": {**TYPE_D, "misdiagnosis": {}, "misdiagnosis_suspected": ["bipolar"]}}),
        ((), {"episode": {**TYPE_D, "misdiagnosis": {}, "misdiagnosis_suspected": ["dementia"]}}),
        (("bipolar_illness_suspected",), {"toxicity": {"switch": True}}),
        (("bipolar_illness_suspected",), {"toxicity_past": {"switch": True}}),
        (("pregnancy",), {"person": {"pregnancy": "pregnant"}}),
        (("after_birth",), {"person": {"pregnancy": "postpartum"}}),
        ((), {"person": {}}),
    ],
)
def test_steps_three_to_six_are_withheld_with_their_reasons(reasons: tuple[str, ...], others: dict[str, Any]) -> None:
    entry = sequence({"ended": "2026-01-31"}, **others)
    assert reasons == entry.withheld
    assert {reasons} == {entry.steps[step - 1].withheld for step in HELD_BACK}
    assert {()} == {entry.steps[0].withheld, entry.steps[1].withheld}
    assert "2026-02-10" == entry.steps[0].date
    assert (None if reasons else "2026-02-28") == entry.steps[5].date
    assert bool(reasons) == ("plan.withheld" in assessed({"ended": "2026-01-31"}, **others).findings["plan.sequential"].rules)


def test_well_being_therapy_is_its_fourth_step_unless_that_is_withheld() -> None:
    shown = {entry.id: entry for entry in assessed().plan}
    assert ("fourth_step_of_the_sequence",) == shown["well_being_therapy"].indications
    assert ("resistance_types.d",) == shown["well_being_therapy"].for_
    assert "well_being_therapy" not in {entry.id for entry in assessed(person={"pregnancy": "pregnant"}).plan}


@pytest.mark.parametrize(
    ("expected", "others"),
    [
        ((), {}),
        (("person.pregnancy",), {"person": {}}),
        (("person.pregnancy",), {"person": {"sex_for_thresholds": "female", "age_years": 55}}),
        ((), {"person": {"sex_for_thresholds": "female", "age_years": 56}}),
        ((), {"person": {"sex_for_thresholds": "male"}}),
        (("safety.psychosis",), {"safety": {**SAFE, "psychosis": None}}),
        (("safety.mania",), {"safety": {**SAFE, "mania": None}}),
        (("episode.misdiagnosis.bipolar",), {"episode": {**TYPE_D, "misdiagnosis": {}}}),
        ((), {"episode": {**TYPE_D, "misdiagnosis": {}, "misdiagnosis_suspected": []}}),
    ],
)
def test_what_nobody_asked_withholds_nothing_and_is_named_as_to_be_asked(expected: tuple[str, ...], others: dict[str, Any]) -> None:
    assessment = assessed(**others)
    entry = sequence_of(assessment)
    assert entry is not None
    assert expected == entry.to_ask
    assert () == entry.withheld
    assert expected == assessment.findings["plan.sequential"].missing
    asked = {question.link_id for question in assessment.open_questions if "plan.sequential" in question.settles}
    assert set(expected) == asked
