"""Psychological well-being: a profile of six dimensions, unbalanced on either side, and euthymia. Too much is not better than enough."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from trd_core.areas.area import area_verdict
from trd_core.areas.rule import Rule, Rules, area_rule
from trd_core.case import Case
from trd_core.conclude import valued
from trd_core.facts import is_false, is_one_of, is_true, read, reasons_of, unknown_of
from trd_core.finding import Finding, Judged, all_of, any_of

DIMENSIONS: Final = ("environmental_mastery", "personal_growth", "purpose_in_life", "autonomy", "self_acceptance", "positive_relations")
BALANCE: Final = ("flexibility", "consistency", "resilience")
UNBALANCED: Final = ("impaired", "excessive")


def _level(case: Case, dimension: str, *levels: str) -> Judged:
    return is_one_of(case, f"wellbeing.{dimension}.level", levels)


def _profile(case: Case, dimension: str) -> tuple[Finding, ...]:
    path = f"wellbeing.{dimension}.level"
    level = read(case, path)
    return (
        valued(
            f"areas.wellbeing.{dimension}",
            "wellbeing.profile",
            level,
            open_range=("impaired", "excessive") if level is None else None,
            reasons=reasons_of(case, (path,)),
            missing=unknown_of(case, (path,)),
        ),
        *(area_verdict("wellbeing", f"{dimension}_{side}", _level(case, dimension, side)) for side in UNBALANCED),
    )


def euthymia(case: Case) -> Judged:
    """Return whether no mood disturbance is left, well-being is felt, and its balance is kept."""
    return all_of(
        is_false(case, "episode.major_symptoms"),
        is_false(case, "episode.residual_symptoms"),
        is_true(case, "wellbeing.only_passing_distress"),
        is_true(case, "wellbeing.feels_well"),
        *(is_one_of(case, f"wellbeing.{name}", ("present",)) for name in BALANCE),
    )


def _profile_rule(dimension: str) -> Rule:
    return Rule(lambda case: _profile(case, dimension))


def _is_absent(name: str) -> Callable[[Case], Judged]:
    return lambda case: is_one_of(case, f"wellbeing.{name}", ("absent",))


def _unbalanced(case: Case) -> Judged:
    return any_of(*(_level(case, dimension, *UNBALANCED) for dimension in DIMENSIONS))


RULES: Final = Rules(
    *(_profile_rule(dimension) for dimension in DIMENSIONS),
    area_rule("wellbeing", "unbalanced", _unbalanced),
    area_rule("wellbeing", "rigidity", _is_absent("flexibility")),
    area_rule("wellbeing", "inconsistency", _is_absent("consistency")),
    area_rule("wellbeing", "low_resilience", _is_absent("resilience")),
    area_rule("wellbeing", "euthymia", euthymia),
)


def judge_wellbeing(case: Case) -> tuple[Finding, ...]:
    """Return the profile, what is out of balance, and euthymia."""
    return RULES(case)
