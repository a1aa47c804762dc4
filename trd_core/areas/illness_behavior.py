"""Illness behavior: whether the criteria of a syndrome were *reported*. The clinician judges; nothing here is a diagnosis.

Many criteria need an examination, so every finding asks for the clinician. Denial cannot be rated while nobody has
explained the illness adequately.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from trd_core.areas.area import area_verdict
from trd_core.areas.rule import Rule, Rules, area_rule
from trd_core.case import Case
from trd_core.catalogue import number
from trd_core.facts import exceeds, has_codes, is_false, is_one_of, is_true, reaches
from trd_core.finding import MET, NOT_MET, UNKNOWN, Finding, Judged, all_of, any_of, negate

AREA: Final = "illness_behavior"


def _is(case: Case, name: str) -> Judged:
    return is_true(case, f"{AREA}.{name}")


def _is_not(case: Case, name: str) -> Judged:
    return is_false(case, f"{AREA}.{name}")


def _lasts(case: Case, name: str, parameter: str) -> Judged:
    return reaches(case, f"{AREA}.{name}", number(parameter))


def _has(case: Case, name: str, parameter: str) -> Judged:
    return has_codes(case, f"{AREA}.{name}", int(number(parameter, "at_least")), int(number(parameter, "of")))


def hypochondriasis(case: Case) -> Judged:
    """Return whether a lasting conviction of serious disease that reassurance does not ease was reported."""
    return all_of(
        _is(case, "illness_conviction"),
        _is(case, "illness_worry_examined"),
        _is_not(case, "illness_worry_eased_by_reassurance"),
        _is(case, "illness_worry_interferes"),
        _lasts(case, "illness_worry_months", "hypochondriasis_months"),
    )


def disease_phobia(case: Case) -> Judged:
    """Return whether lasting fear of one disease, coming in attacks, was reported."""
    return all_of(
        _is(case, "one_feared_disease"),
        _is(case, "fear_in_attacks"),
        _is(case, "illness_worry_examined"),
        _is_not(case, "illness_worry_eased_by_reassurance"),
        exceeds(case, f"{AREA}.illness_worry_months", number("disease_phobia_months")),
    )


def thanatophobia(case: Case) -> Judged:
    """Return whether attacks of dread of death, with avoidance of its reminders, were reported."""
    return all_of(_is(case, "sudden_dread_of_death"), _is(case, "avoids_reminders_of_death"), _is(case, "dread_of_death_interferes"))


def health_anxiety(case: Case) -> Judged:
    """Return whether a worry that is recent and yields to reassurance was reported; what excludes hypochondriasis is in it."""
    return all_of(
        _is(case, "illness_worry"),
        _is(case, "illness_worry_eased_by_reassurance"),
        negate(_lasts(case, "illness_worry_months", "hypochondriasis_months")),
    )


def persistent_somatization(case: Case) -> Judged:
    """Return whether lasting, burdening bodily symptoms with arousal elsewhere and strong side effects were reported."""
    return all_of(
        _is(case, "unexplained_bodily_symptoms"),
        exceeds(case, f"{AREA}.bodily_symptoms_months", number("somatization_months")),
        any_of(_is(case, "bodily_symptoms_burden"), _is(case, "repeated_care")),
        _is(case, "bodily_arousal_elsewhere"),
        _is(case, "strong_side_effects"),
    )


def conversion(case: Case) -> Judged:
    """Return whether a lost function with enough of its features was reported."""
    return all_of(_is(case, "loss_of_function_symptom"), _has(case, "loss_of_function_features", "conversion_features"))


def anniversary_reaction(case: Case) -> Judged:
    """Return whether symptoms began at a fateful age or date, unrecognized by the person."""
    return all_of(_is(case, "anniversary"), _is_not(case, "anniversary_recognized"))


def demoralization(case: Case) -> Judged:
    """Return whether the whole syndrome was reported, medical illness included."""
    return all_of(
        discouragement(case),
        _lasts(case, "demoralization_months", "demoralization_months"),
        _is(case, "demoralization_with_medical"),
    )


def discouragement(case: Case) -> Judged:
    """Return whether the person feels incompetent, and helpless, hopeless or like giving up."""
    return all_of(
        any_of(_is(case, "fails_expectations"), _is(case, "unable_to_cope")),
        any_of(_is(case, "helpless"), _is(case, "hopeless"), _is(case, "giving_up")),
    )


def irritable_mood(case: Case) -> Judged:
    """Return whether irritability that brings no relief and touches the body was reported."""
    return all_of(_is(case, "irritable"), _is(case, "irritability_without_relief"), _is(case, "irritability_affects_body"))


def type_a(case: Case) -> Judged:
    """Return whether enough features of hurried, hostile over-involvement were reported, and bring symptoms."""
    return all_of(_has(case, "type_a_features", "type_a_features"), _is(case, "type_a_brings_symptoms"))


def alexithymia(case: Case) -> Judged:
    """Return whether enough features of a difficulty with feelings were reported."""
    return _has(case, "alexithymia_features", "alexithymia_features")


def secondary_somatic_symptoms(case: Case) -> Judged:
    """Return whether burdening bodily symptoms followed a psychiatric disorder."""
    return all_of(
        _is(case, "unexplained_bodily_symptoms"), _is(case, "bodily_symptoms_burden"), _is(case, "psychiatric_disorder_came_first")
    )


SYNDROMES: Final[dict[str, Callable[[Case], Judged]]] = {
    "hypochondriasis": hypochondriasis,
    "disease_phobia": disease_phobia,
    "thanatophobia": thanatophobia,
    "health_anxiety": health_anxiety,
    "persistent_somatization": persistent_somatization,
    "conversion": conversion,
    "anniversary_reaction": anniversary_reaction,
    "demoralization": demoralization,
    "discouragement": discouragement,
    "irritable_mood": irritable_mood,
    "type_a": type_a,
    "alexithymia": alexithymia,
    "secondary_somatic_symptoms": secondary_somatic_symptoms,
}

SINGLE_FACTS: Final = {
    "hopelessness": "hopeless",
    "reactance": "opposes_being_told",
    "phobic_avoidance": "avoids_out_of_fear",
    "perfectionism": "perfectionism",
    "repeated_care": "repeated_care",
    "gave_up_treatment": "gave_up_treatment",
    "oversold_treatment": "treatment_presented_as_cure",
}


def _illness_denial(case: Case) -> tuple[Finding, ...]:
    denies, explained = _is(case, "denies_illness"), _is(case, "explanation_given")
    if explained.verdict == NOT_MET and denies.verdict != NOT_MET:
        not_ratable = Judged(UNKNOWN, (*denies.reasons, *explained.reasons), denies.missing)
        return (area_verdict(AREA, "illness_denial", not_ratable, flags=("not_ratable_without_explanation",), needs_clinician=True),)
    judged = denies if denies.verdict == NOT_MET else all_of(denies, explained)
    return (area_verdict(AREA, "illness_denial", judged, needs_clinician=True),)


def _demoralization(case: Case) -> tuple[Finding, ...]:
    hopeless = ("with_hopelessness",) if _is(case, "hopeless").verdict == MET else ()
    return (area_verdict(AREA, "demoralization", demoralization(case), flags=hopeless, needs_clinician=True),)


def _single_fact(name: str) -> Callable[[Case], Judged]:
    return lambda case: _is(case, name)


RULES: Final = Rules(
    *(
        Rule(_demoralization) if code == "demoralization" else area_rule(AREA, code, judge, needs_clinician=True)
        for code, judge in SYNDROMES.items()
    ),
    Rule(_illness_denial),
    *(area_rule(AREA, code, _single_fact(name), needs_clinician=True) for code, name in SINGLE_FACTS.items()),
    area_rule(AREA, "low_self_management", lambda case: is_one_of(case, f"{AREA}.self_management", ("none",)), needs_clinician=True),
)


def judge_illness_behavior(case: Case) -> tuple[Finding, ...]:
    """Return what was reported, by syndrome; every one needs the clinician."""
    return RULES(case)
