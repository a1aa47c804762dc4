"""What a known fact might have been instead: exactly these values, and nothing of what is not known."""

from __future__ import annotations

from typing import Any

import pytest

from trd_core.fragility.domains import case_domain, cuts_of, trial_domain
from trd_core.reading import case_of
from trd_core.settings import DEFAULT

TRIALS = [{"id": "a"}, {"id": "b"}, {"id": "c"}]


def of_case(given: dict[str, Any]) -> dict[str, tuple[Any, ...]]:
    """Return the domain of a case outside its treatments."""
    return case_domain(case_of(given))


def of_trial(**facts: Any) -> dict[str, tuple[Any, ...]]:
    """Return the domain of a treatment."""
    case = case_of({"trials": [{"id": "a", **facts}]})
    assert case.trials
    return trial_domain(case.trials[0], cuts_of(case.trials[0], case, DEFAULT))


def test_the_latest_treatment_may_have_been_another_of_those_told() -> None:
    assert {"latest_trial": ("a", "c")} == of_case({"latest_trial": "b", "trials": TRIALS})
    assert {} == of_case({"latest_trial": "b", "trials": TRIALS[1:2]})


def test_nothing_known_is_nothing_doubted() -> None:
    assert {} == of_case({"trials": TRIALS})
    assert {} == of_trial()


def test_what_is_said_of_safety_and_age_is_never_doubted() -> None:
    assert {} == of_case({"safety": {"thoughts": True}, "person": {"age_years": 40}})


@pytest.mark.parametrize(
    ("given", "path", "others"),
    [
        ({"appraisal_shared": False}, "appraisal_shared", (True,)),
        ({"episode": {"severity": "mild"}}, "episode.severity", ("subsyndromal", "moderate", "severe")),
        ({"episode": {"misdiagnosis": {"bipolar": True}}}, "episode.misdiagnosis.bipolar", (False,)),
        ({"kellner": 5}, "kellner", (4, 6, 3, 2, 1)),
    ],
)
def test_a_fact_outside_treatments(given: dict[str, Any], path: str, others: tuple[Any, ...]) -> None:
    assert {path: others} == of_case(given)


@pytest.mark.parametrize(
    ("facts", "name", "others"),
    [
        ({"agent": "sertraline", "dose_mg": 49}, "dose_mg", (50,)),
        ({"metabolic_inducer": True}, "metabolic_inducer", (False,)),
        ({"episode": "current"}, "episode", ("previous",)),
        ({"augmentations": []}, "augmentations", (("another",),)),
        ({"augmentations": ["lithium"]}, "augmentations", ((), ("lithium", "another"))),
        ({"laterality": "bilateral"}, "laterality", ("unilateral",)),
    ],
)
def test_a_fact_of_a_treatment(facts: dict[str, Any], name: str, others: tuple[Any, ...]) -> None:
    assert others == of_trial(**facts)[name]


def test_a_drug_without_a_known_minimum_was_perhaps_not_taken_at_all() -> None:
    assert (0,) == of_trial(agent="a drug of no table", dose_mg=30)["dose_mg"]
    (some,) = of_trial(agent="a drug of no table", dose_mg=0)["dose_mg"]
    assert some > 0


def test_a_dose_just_below_the_minimum_stands_for_all_below() -> None:
    (low,) = of_trial(agent="sertraline", dose_mg=100)["dose_mg"]
    assert 0 <= low < 50
