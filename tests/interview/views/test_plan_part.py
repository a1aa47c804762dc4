"""The plan in words: every code has some, none instructs or reassures, figures come from the data, steps say why they wait."""

from __future__ import annotations

import re
from typing import Any

import pytest

from interview.views import plan_words as words
from interview.views.plan_part import PlanPart, on_request, plan_part
from interview.views.report import build
from tests.interview.engine.world import PLAIN, ask_through, begin
from trd_core.assess import assess
from trd_core.catalogue import plan_options
from trd_core.plan.conditions import CONDITIONS
from trd_core.plan.matching import CARRIED, FOURTH_STEP
from trd_core.plan.sequential import STEPS
from trd_core.reading import case_of

FORBIDDEN = re.compile(
    r"\btaper|\bstop\w*|\bdiscontinu|\bhalv|\bwean|\bcut down|\d+(?:\.\d+)?\s?(?:mg|milligram)|\b(?:reduce|lower|increase|raise|skip)s?\b"
    r"|\bevery (?:day|week|month|\d)|\bby \d|\bshould\b|\bmust\b",
    re.IGNORECASE,
)
NEVER_SAID = re.compile(
    r"\b(?:low risk|no risk|safe|healthy|normal|treatment-resistant|resistant|refractory|untreatable|cure[sd]?)\b", re.IGNORECASE
)
SAFE = dict.fromkeys(("wish_to_be_dead", "thoughts", "act", "psychosis", "mania"), False)
TYPE_D = {"mood_improved": True, "residual_symptoms": True, "residual_interference": True, "misdiagnosis": {"bipolar": False}}
TRIAL = {"id": "t1", "kind": "medication", "agent": "sertraline", "episode": "current", "outcome": "ongoing", "started": "2025-11-30"}


def part(**given: Any) -> PlanPart:
    case = case_of(given)
    return plan_part(case, assess(case))


def sequential(**others: Any) -> PlanPart:
    given = {"assessed_on": "2026-03-20", "person": {"pregnancy": "none"}, "safety": SAFE, "episode": TYPE_D, "trials": [TRIAL]}
    return part(**{**given, **others})


def all_words() -> list[str]:
    tables = (
        words.PLAN, words.WHAT, words.POINTS_TO_IT, words.EVIDENCE, words.STEPS, words.REMARKS, words.STATUS, words.PREFERENCE,
        words.AVAILABILITY,
    )  # fmt: skip
    return [*words.WHAT_A_PLAN_IS, words.SAFETY_COMES_FIRST, *(each for table in tables for each in table.values())]


def test_every_code_has_words_and_no_words_are_left_over() -> None:
    options = plan_options()
    assert {f"plan.{each}" for each in options} == set(words.PLAN)
    assert set(options) == set(words.WHAT)
    assert {*CONDITIONS, FOURTH_STEP} == set(words.POINTS_TO_IT)
    assert {said.code for option in options.values() for said in (*option.reported, *option.limits)} == set(words.EVIDENCE)
    assert {code for code, _ in STEPS} == set(words.STEPS)
    assert set(words.REMARKS) >= CARRIED


def test_every_figure_of_the_data_stands_in_its_sentence() -> None:
    for option in plan_options().values():
        for said in (*option.reported, *option.limits):
            named = set(re.findall(r"{(\w+)}", words.EVIDENCE[said.code]))
            assert named <= set(said.numbers), said.code
            assert set(said.numbers) - named <= {"on_drug_responded"}, said.code
            assert not re.search(r"\d", words.EVIDENCE[said.code])


def test_no_word_is_a_dose_a_pace_an_instruction_or_a_comfort() -> None:
    assert [] == [(each, found[0]) for each in all_words() for found in FORBIDDEN.finditer(each)]
    assert [] == [(each, found[0]) for each in all_words() for found in NEVER_SAID.finditer(each)]
    for bad in ("Taper over weeks", "stop it", "25 mg", "reduce the drug", "every week"):
        assert FORBIDDEN.search(bad), bad


def test_an_option_is_read_with_all_it_rests_on() -> None:
    shown = part(
        safety=SAFE,
        illness_behavior={"hopeless": True},
        episode={"duration_months": 30},
        preferences={"not_wanted": ["cbt_modified"], "available_here": []},
        problems=[{"id": "depression", "label": "[b]Low[/b] since spring"}],
    )
    line = next(each for each in shown.lines if each.id == "cbt_modified")
    assert "Cognitive behavioral therapy, adapted" == line.title
    assert ("suggested", "the person does not want it", "not to be had here: refer") == (line.standing, line.preference, line.availability)
    assert ("[b]Low[/b] since spring",) == line.serves
    assert ("Hopelessness", "the episode has lasted two years or more") == line.points
    study = "Bartova et al. 2021, J Psychiatr Res 141:167–175, doi:10.1016/j.jpsychires.2021.06.028"
    assert f"One large European observational study was negative. ({study})" == line.limits[0]
    assert "this project's own decision" == line.status_words
    assert shown.first is None


@pytest.mark.parametrize(
    ("expected", "safety"),
    [
        (None, SAFE),
        (words.SAFETY_COMES_FIRST, {}),
        (words.SAFETY_COMES_FIRST, {**SAFE, "self_harm": True}),
        (words.SAFETY_COMES_FIRST, {**SAFE, "wish_to_be_dead": True, "disposition": {"by": "x"}}),
    ],
)
def test_safety_comes_before_every_option(expected: str | None, safety: dict[str, Any]) -> None:
    assert expected == part(safety=safety, illness_behavior={"hopeless": True}).first


def test_the_steps_of_the_sequence_in_words() -> None:
    steps = next(each for each in sequential().lines if each.id == "sequential").steps
    assert (
        "1. A careful assessment of the symptoms that are left, three months after the drug was begun; 28 February 2026",
        "2. Cognitive behavioral therapy of these symptoms",
        "3. Whether the drug is reduced, and how; the prescriber's decision",
        "4. Well-being therapy, and habits",
        "5. Whether and when the drug ends; the prescriber's decision",
        "6. A careful assessment one month after a recorded end of the drug; no end of the drug is recorded, so there is no date; "
        "not the end of watching: symptoms may come, or last, beyond it",
    ) == steps


@pytest.mark.parametrize(
    ("expected", "started"),
    [
        ("three months after the drug was begun; in February 2026; the day is not known", "2025-11"),
        ("three months after the drug was begun; no date: treatment 1: started is not known", None),
    ],
)
def test_a_start_that_is_not_exact_gives_no_day(expected: str, started: str | None) -> None:
    steps = next(each for each in sequential(trials=[{**TRIAL, "started": started}]).lines if each.id == "sequential").steps
    assert steps[0].endswith(expected)


def test_withheld_steps_say_why_and_have_no_date() -> None:
    shown = sequential(person={"pregnancy": "pregnant"}, trials=[{**TRIAL, "ended": "2026-01-31"}])
    line = next(each for each in shown.lines if each.id == "sequential")
    assert ["3", "4", "5", "6"] == [step[0] for step in line.steps if step.endswith("withheld: pregnancy")]
    assert "February 2026" not in line.steps[5]


def test_what_nobody_asked_is_named() -> None:
    line = next(each for each in sequential(person={}).lines if each.id == "sequential")
    assert ("pregnancy",) == tuple(each.split(": ")[-1] for each in line.to_ask)


def test_an_open_sequence_says_what_is_not_known() -> None:
    shown = sequential(trials=[{**TRIAL, "outcome": "response_with_residual", "started": None}])
    assert ("Sequential approach to what is left: not settled yet; not known: treatment 1: ended",) == shown.open
    assert () == sequential().open


def test_what_is_shown_on_request_only_is_shown_to_who_asks() -> None:
    shown = part(preferences={"wanted": ["psychedelic_assisted", "mbct"]})
    assert [] == [line.id for line in shown.lines]
    assert shown.asked_for[0].startswith(
        "Psychotherapy assisted by psychedelics (the prescriber's decision): Named because it was asked for."
    )
    assert "Nothing found so far" not in shown.asked_for[0]
    assert "Nothing found so far points to it." in shown.asked_for[1]
    assert () == part(person={"age_years": 17}, preferences={"wanted": ["mbct"]}).asked_for
    assert "unclear" in on_request("psychedelic_assisted")


def test_the_report_holds_the_plan_and_no_group_of_findings_says_it_again() -> None:
    session = begin()
    ask_through(session, PLAIN)
    report = build(session)
    assert [entry.id for entry in session.assessment().plan] == [line.id for line in report.plan.lines]
    assert "plan" not in [group.area for group in report.findings]
