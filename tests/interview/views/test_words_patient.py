"""A patient's page: every code has words or is knowingly left out, no barred word is on it, it reads plainly, and help is always there."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest

from interview.views import (
    patient_help,
    patient_map,
    patient_obstacles,
    patient_open,
    patient_plan,
    patient_problems,
    patient_reasons,
    patient_strengths,
    patient_treatments,
    words_patient,
)
from interview.views.words_patient import PatientText, patient_lines, patient_text
from tests.interview.views.patient_reading import (
    LONGEST_SENTENCE,
    barred,
    fixed_strings,
    grade,
    reads_plainly,
    sentences,
)
from trd_core.areas.wellbeing import judge_wellbeing
from trd_core.assess import assess, propose
from trd_core.case import Case, Manifestation, Outcome, Trial
from trd_core.catalogue import link_kinds, plan_options, problem_kinds
from trd_core.impediment_codes import ImpedimentCode
from trd_core.pseudo_resistance import RULES
from trd_core.reading import case_of
from trd_core.vocabulary import facts

ROOMS = (
    patient_help, patient_map, patient_obstacles, patient_open, patient_plan, patient_problems, patient_reasons, patient_strengths,
    patient_treatments, words_patient,
)  # fmt: skip
HELP = "Call the team of this house."
SAFE = dict.fromkeys(
    ("wish_to_be_dead", "thoughts", "method", "intent", "plan", "act", "self_harm", "harm_to_others", "psychosis", "mania", "abuse",
     "dependants_at_risk", "dangerous_withdrawal"), False,
)  # fmt: skip


def page(given: dict[str, Any] | Case, **others: Any) -> PatientText:
    case = given if isinstance(given, Case) else case_of(given)
    return patient_text(case, assess(case), propose(case), **{"help_line": HELP, **others})


def part(of: PatientText, identifier: str) -> tuple[str, ...]:
    return next((each.lines for each in of.parts if each.id == identifier), ())


def lines(of: PatientText) -> list[str]:
    return [line.strip() for line in patient_lines(of) if line]


def test_every_code_has_words_or_is_knowingly_left_out() -> None:
    """Problems, reasons of links, options, factors in a treatment's way, manifestations, outcomes, reasons of a short chance."""
    problems = [*patient_problems.PROBLEMS, *patient_problems.OF_SAFETY, *patient_problems.OF_JUDGEMENT]
    assert sorted(problem_kinds()) == sorted(problems)
    reasons = [*patient_reasons.REASONS, *patient_reasons.NOTHING_TO_ADD]
    assert sorted({each.condition for each in link_kinds()}) == sorted(reasons)
    assert sorted(plan_options()) == sorted(patient_plan.OPTIONS)
    assert sorted(get_args(ImpedimentCode)) == sorted([*patient_obstacles.OBSTACLES, *patient_obstacles.LEFT_OUT])
    assert set(get_args(Manifestation)) == set(patient_treatments.BROUGHT)
    assert set(get_args(Outcome)) == set(patient_treatments.OUTCOMES)
    assert set(RULES) - {"misdiagnosis"} == set(patient_treatments.CHANCE)
    kinds = get_args(get_args(Trial.model_fields["kind"].annotation)[0])
    assert set(kinds) == set(patient_treatments.KINDS)
    assert {"stress", "lifestyle", "illness_behavior", "wellbeing", "relationships", "psychiatric", "medical", "other"} == set(
        patient_problems.OTHERS
    )


def test_every_finding_of_well_being_has_words() -> None:
    said = {*patient_strengths.BALANCED, *patient_strengths.OFF_BALANCE, *patient_strengths.SAID_BY_ITS_PARTS, "euthymia"}
    found = {each.id.removeprefix("areas.wellbeing.") for each in judge_wellbeing(Case())}
    assert said == {each.removesuffix("_impaired").removesuffix("_excessive") for each in found}


def test_every_fact_that_is_asked_has_a_topic() -> None:
    without = {path.partition(".")[0].partition("[")[0] for path in facts() if patient_open.topic(path) is None}
    assert set(patient_open.FOR_THE_CLINICIAN) == without


def test_no_fixed_word_is_barred_or_hard_to_read() -> None:
    said = [each for room in ROOMS for each in fixed_strings(room)]
    assert 300 < len(said)
    assert [] == barred(said)
    assert [] == [each for each in sentences(said) if len(each) > LONGEST_SENTENCE]
    assert [] == [each for each in said if any(sign.isdigit() for sign in each)]
    for bad in ("treatment-resistant", "It failed", "a non-responder", "Your score", "You are safe", "chronic", "It will help"):
        assert barred([bad]), bad


def test_the_demonstration_reads_plainly() -> None:
    from interview.engine.lines import submit
    from tests.interview.demo.walk import CASE, begin

    session = begin()
    for line in CASE.read_text("utf-8").splitlines():
        submit(session, json.loads(line))
    made = patient_text(session.case(), session.assessment(), session.proposals(), help_line=HELP)
    assert ["heard", "links", "tried", "obstacles", "helps", "next", "open", "help"] == [each.id for each in made.parts]
    reads_plainly(lines(made))
    assert grade(lines(made)) < 5
    assert "Sertraline. It helped with a part. There was a part that it did not reach." in part(made, "tried")
    assert "When there is more strain than you can carry, your nights may get worse." in part(made, "links")
    assert "Wine to come down at night" not in "\n".join(lines(made))


def test_a_map_of_every_problem_and_every_link_reads_plainly() -> None:
    kinds = problem_kinds()
    made = page(
        {
            "problems": [{"id": code, "label": "TRD, a failure", "area": kind.area, "by": "clinician"} for code, kind in kinds.items()],
            "links": [{"source": each.source, "target": each.target} for each in link_kinds() if not each.shown_only],
        }
    )
    reads_plainly(lines(made))
    heard = part(made, "heard")
    assert [] == [code for code, said in patient_problems.PROBLEMS.items() if said.name not in heard]
    assert (patient_map.SAFETY_FIRST, patient_map.FACE_TO_FACE) == tuple(
        each for each in heard if each in (patient_map.SAFETY_FIRST, patient_map.FACE_TO_FACE)
    )


HOSTILE = "resistant [b]x[/b]\nfailure"
WRITTEN = {
    "safety": {**SAFE, "disposition": {"by": HOSTILE, "contact": HOSTILE}},
    "problems": [
        {"id": "p1", "label": f"her {HOSTILE}", "area": "relationships", "by": "clinician", "urgency": 3},
        {"id": "insomnia", "label": f"the {HOSTILE}", "by": "clinician", "urgency": 2},
        {"id": "p2", "label": HOSTILE, "area": "stress", "by": "patient", "patient_priority": 3},
    ],
    "links": [
        {"source": "p1", "target": "insomnia", "rationale": HOSTILE},
        {"source": "p2", "target": "insomnia", "by": "patient", "rationale": HOSTILE},
    ],
    "hierarchy_override": {"order": ["insomnia", "p1"], "reason": HOSTILE},
    "trials": [{"id": "t1", "kind": "medication", "agent": HOSTILE, "helped_by": [HOSTILE], "outcome": "non_response"}],
    "strengths": [{"id": "s1", "label": HOSTILE}],
    "preferences": {"first_priority": HOSTILE, "goals": HOSTILE},
}


def test_free_text_stays_out_unless_the_persons_own_is_asked_for() -> None:
    made = page(WRITTEN)
    assert "resistant" not in repr(made)
    assert ("Poor sleep", "Something about the people around you") == part(made, "heard")[2:4]
    assert "A medicine. It did not reach what weighed on you." in part(made, "tried")
    own = page(WRITTEN, own_words=True)
    shown = "“resistant [b]x[/b] failure”"
    assert f"You said that this helps: {shown}" in part(own, "helps")
    assert f"You would like to work on this first: {shown}" in part(own, "heard")
    assert f"{shown} may feed this: Poor sleep" in part(own, "picture")
    assert f"A medicine: {shown}. It did not reach what weighed on you." in part(own, "tried")
    assert "Something about the people around you" in part(own, "heard")


def test_a_problem_that_both_named_alike_is_said_in_the_persons_words() -> None:
    given = {"problems": [{"id": "a", "label": "The nights"}, {"id": "b", "label": "the nights", "by": "patient"}]}
    assert "“the nights”" in part(page(given, own_words=True), "heard")
    assert "Something else that we named" in part(page(given), "heard")


def test_the_clinicians_own_order_is_the_order_of_the_page() -> None:
    problems = [{"id": "insomnia", "urgency": 3}, {"id": "pain", "urgency": 1}]
    assert ("Poor sleep", "Pain") == part(page({"problems": problems}), "heard")[1:3]
    override = {"hierarchy_override": {"order": ["pain"], "reason": "so"}}
    assert ("Pain", "Poor sleep") == part(page({"problems": problems, **override}), "heard")[1:3]


@pytest.mark.parametrize(
    ("expected", "absent", "safety"),
    [
        ((), (patient_help.COMES_FIRST, patient_help.NOT_ALL_ASKED), SAFE),
        ((patient_help.NOT_ALL_ASKED,), (patient_help.COMES_FIRST,), {}),
        ((patient_help.COMES_FIRST,), (patient_help.NOT_ALL_ASKED,), {**SAFE, "abuse": True}),
        ((patient_help.COMES_FIRST, patient_help.NOT_ALL_ASKED), (), {"wish_to_be_dead": True}),
    ],
)
def test_help_is_on_every_page_and_what_was_told_about_safety_is_not_named(
    expected: tuple[str, ...], absent: tuple[str, ...], safety: dict[str, Any]
) -> None:
    made = page({"safety": safety})
    assert [] == [each for each in (*expected, *patient_help.AT_ONCE, f"{patient_help.CALL}{HELP}") if each not in made.help.lines]
    assert [] == [each for each in absent if each in made.help.lines]
    assert "help" == made.parts[-1].id
    assert [] == [word for word in ("abuse", "wish", "dead") if word in repr(made).lower()]


def test_a_page_without_a_local_number_says_that_it_lacks() -> None:
    assert patient_help.NO_LINE in page({}, help_line=None).help.lines
    assert patient_help.NO_LINE in page({}, help_line="  ").help.lines


@pytest.mark.parametrize(
    ("expected", "recorded", "given"),
    [
        ("The next date: 9 March 2026.", "2026-03-09", None),
        ("The next date: 12 March 2026.", "2026-03-09", "2026-03-12"),
        (patient_help.NO_DATE, None, None),
    ],
)
def test_the_next_date_is_said(expected: str, recorded: str | None, given: str | None) -> None:
    case = {"safety": {**SAFE, "disposition": {"by": "x", "next_review": recorded}}}
    assert expected in page(case, next_date=given).help.lines


def test_somebody_under_age_reads_about_help_only() -> None:
    made = page({**WRITTEN, "person": {"age_years": 16}}, own_words=True)
    assert ["help"] == [each.id for each in made.parts]
    assert patient_help.YOUNG in made.help.lines
    assert "resistant" not in repr(made)


def test_what_nobody_asked_is_not_talked_about_yet() -> None:
    made = page({})
    assert (patient_map.NO_MAP, patient_map.WISH_UNKNOWN) == part(made, "heard")
    assert (patient_treatments.NO_TREATMENTS,) == part(made, "tried")
    assert patient_strengths.NOT_YET in part(made, "helps")
    assert (patient_treatments.BROUGHT_UNKNOWN, patient_treatments.WITH_THE_PRESCRIBER) == part(made, "brought")
    assert () == part(made, "obstacles")
    assert "Your safety" == part(made, "open")[1]


@pytest.mark.parametrize(
    ("expected", "trial"),
    [
        (("Sertraline. It helped.",), {"agent": "Sertraline", "outcome": "full_response"}),
        (("Sertraline. How it went: not talked about yet.",), {"agent": "sertraline"}),
        (("Lithium. It did not suit you. So it is open what it could have done.",), {"agent": "lithium", "outcome": "intolerance"}),
        (
            (*patient_treatments.AIMS, "Sertraline. It did not reach what weighed on you.", "It may not have had its full chance:",
             "The dose may have been small.", "The time may have been short."),
            {"agent": "sertraline", "outcome": "non_response", "dose_mg": 12.5, "weeks": 1},
        ),
    ],
)  # fmt: skip
def test_a_treatment_is_said_by_how_far_it_reached(expected: tuple[str, ...], trial: dict[str, Any]) -> None:
    assert expected == part(page({"trials": [{"id": "t1", "kind": "medication", **trial}]}), "tried")


def test_what_a_medicine_brought_goes_with_the_prescriber() -> None:
    made = part(page({"trials": [], "toxicity": {**dict.fromkeys(get_args(Manifestation), False), "withdrawal": True}}), "brought")
    assert (patient_treatments.BROUGHT_INTRO, patient_treatments.BROUGHT["withdrawal"], patient_treatments.WITH_THE_PRESCRIBER) == made


def test_the_plan_shows_what_is_wanted_or_can_be_had_and_who_decides() -> None:
    def plan(**preferences: Any) -> tuple[str, ...]:
        given = {"safety": SAFE, "illness_behavior": {"hopeless": True}, "toxicity": {"withdrawal": True}, "preferences": preferences}
        return part(page(given), "next")

    adapted = patient_plan.OPTIONS["cbt_modified"]
    assert patient_plan.DECIDES_UNKNOWN == plan()[1]
    assert patient_plan.DECIDES["person"] == plan(decides="person")[1]
    assert f"{adapted} It can be had here." in plan(available_here=["cbt_modified"])
    assert adapted in plan()
    assert patient_plan.NOT_KNOWN_WHERE in plan()
    assert not any(each.startswith(adapted) for each in plan(available_here=[]))
    assert f"{adapted} {patient_plan.WANTED} {patient_plan.AVAILABILITY['refer']}" in plan(available_here=[], wanted=["cbt_modified"])
    assert not any(each.startswith(adapted) for each in plan(not_wanted=["cbt_modified"], available_here=["cbt_modified"]))
    assert f"{patient_plan.OPTIONS['no_reflex_switch']} {patient_plan.PRESCRIBER}" in plan()
    assert f"{patient_plan.OPTIONS['psychedelic_assisted']} {patient_plan.PRESCRIBER}" == plan(wanted=["psychedelic_assisted"])[-1]
    assert f"{patient_plan.ASKED_ABOUT} {patient_plan.OPTIONS['ipt']}" == plan(wanted=["ipt"])[-1]


def test_balance_is_said_and_too_much_is_not_told_from_too_little() -> None:
    wellbeing = {"autonomy": {"level": "excessive"}, "self_acceptance": {"level": "impaired"}, "personal_growth": {"level": "balanced"}}
    made = part(page({"wellbeing": {**wellbeing, "flexibility": "present", "resilience": "absent"}}), "helps")
    assert (
        patient_strengths.BALANCED["personal_growth"],
        patient_strengths.PRESENT["flexibility"],
        patient_strengths.CAN_GROW,
        patient_strengths.OFF_BALANCE["autonomy"],
        patient_strengths.OFF_BALANCE["self_acceptance"],
        patient_strengths.OFF_BALANCE["low_resilience"],
        patient_strengths.PRODUCER,
    ) == made
