"""Lifestyle: flags, not diagnoses. Sleep, appetite, alcohol and activity may be symptoms before they are habits, and say so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from trd_core.areas.area import area_verdict
from trd_core.areas.rule import Rule, Rules, area_rule
from trd_core.case import Case
from trd_core.catalogue import number, points
from trd_core.conclude import valued, verdict
from trd_core.facts import amount, from_numbers, is_false, is_not_empty, is_one_of, is_true, reaches, read, reasons_of, unknown_of
from trd_core.finding import NOT_MET, UNKNOWN, Finding, Judged, negate
from trd_core.interval import ZERO, Interval, total
from trd_core.settings import Country, Settings

MODERATE: Final = "lifestyle.moderate_minutes_per_week"
VIGOROUS: Final = "lifestyle.vigorous_minutes_per_week"
CAFFEINE: Final = "lifestyle.caffeine_drinks_per_day"
SEX: Final = "person.sex_for_thresholds"
ALCOHOL: Final = ("lifestyle.alcohol_frequency", "lifestyle.alcohol_drinks_a_day", "lifestyle.alcohol_six_or_more")
SYMPTOM: Final = ("possible_symptom",)


def _below(case: Case, path: str, parameter: str) -> Judged:
    return negate(reaches(case, path, number(parameter)))


def active_minutes(case: Case) -> Interval:
    """Return minutes a week of moderate activity, vigorous ones counted by their weight."""
    return amount(case, MODERATE) + amount(case, VIGOROUS).times(number("vigorous_weight"))


def _inactive(case: Case) -> Finding:
    active = from_numbers(case, active_minutes(case).reaches(number("active_minutes")), (MODERATE, VIGOROUS))
    fell = read(case, "lifestyle.activity_fell") in {"with_mood", "after_mood"}
    return area_verdict("lifestyle", "inactive", negate(active), flags=SYMPTOM if fell else ())


def _points(case: Case, path: str) -> Interval:
    scored = points(path.removeprefix("lifestyle.") + "_points")
    answered = read(case, path)
    return Interval(0, max(scored.values())) if answered is None else Interval.exactly(scored[answered])


def _is_abstinent(case: Case) -> bool:
    return read(case, ALCOHOL[0]) == "never" and all(read(case, path) in {None, "never"} for path in ALCOHOL[1:])


def alcohol_score(case: Case) -> Interval:
    """Return the sum of three coded answers (0–12); who never drinks is not asked the other two and scores 0."""
    return Interval.exactly(0) if _is_abstinent(case) else total(_points(case, path) for path in ALCOHOL)


def _alcohol(case: Case, country: Country) -> tuple[Finding, Finding]:
    score = alcohol_score(case)
    unknown = () if _is_abstinent(case) else unknown_of(case, ALCOHOL)
    reasons = reasons_of(case, ALCOHOL)
    cuts, sex = points(f"alcohol_cut_{country}"), read(case, SEX)
    verdicts = {score.reaches(cuts[each]) for each in ((sex,) if sex else ("female", "male"))}
    verdict_here = verdicts.pop() if len(verdicts) == 1 else UNKNOWN
    # Where the cuts are the same for both, nothing hangs on the sex: it is no reason, and is not missing.
    counted = (SEX,) if len(set(cuts.values())) > 1 else ()
    missing = (*unknown, *unknown_of(case, counted)) if verdict_here == UNKNOWN else ()
    judged = Judged(verdict_here, (*reasons, *reasons_of(case, counted)), missing, ("lifestyle.alcohol_score",))
    from_frequency = judged.is_met and all(_points(case, path) == ZERO for path in ALCOHOL[1:])
    flags = (*SYMPTOM, f"cut_{country}", *(("points_from_frequency_only",) if from_frequency else ()))
    return (
        valued(
            "areas.lifestyle.alcohol_score",
            "lifestyle.alcohol_score",
            score.value,
            open_range=None if score.is_closed else score.pair,
            reasons=reasons,
            missing=unknown,
        ),
        verdict("areas.lifestyle.alcohol", f"lifestyle.alcohol.{country}", judged, flags=flags),
    )


def _caffeine(case: Case) -> Finding:
    milligrams = amount(case, CAFFEINE).times(number("caffeine_mg_per_drink"))
    return area_verdict("lifestyle", "high_caffeine", from_numbers(case, milligrams.exceeds(number("caffeine_mg")), (CAFFEINE,)))


def _banded(bands: Mapping[str, float], value: float | None) -> Interval:
    """Points by upper bound (`"20" = 1`: up to and including 20); `default` above the last."""
    if value is None:
        return Interval(min(bands.values()), max(bands.values()))
    bounds = sorted((float(bound), scored) for bound, scored in bands.items() if bound != "default")
    return Interval.exactly(next((scored for bound, scored in bounds if value <= bound), bands["default"]))


def _smoking(case: Case) -> tuple[Finding, ...]:
    smoking = area_verdict("lifestyle", "smoking", is_one_of(case, "lifestyle.smoking", ("current",)))
    if smoking.verdict in {NOT_MET, UNKNOWN}:
        return (smoking,)
    paths = ("lifestyle.cigarettes_per_day", "lifestyle.minutes_to_first_cigarette")
    heaviness = total(_banded(points(f"{path.removeprefix('lifestyle.')}_points"), read(case, path)) for path in paths)
    return smoking, valued(
        "areas.lifestyle.smoking_heaviness",
        "lifestyle.smoking_heaviness",
        heaviness.value,
        open_range=None if heaviness.is_closed else heaviness.pair,
        reasons=reasons_of(case, paths),
        missing=unknown_of(case, paths),
    )


def _flag(code: str, judge: Callable[[Case], Judged], *flags: str) -> Rule:
    return area_rule("lifestyle", code, judge, *flags)


@cache
def rules_in(country: Country) -> Rules:
    """Return the rules of the area under the cut-offs of a country."""
    return Rules(
        Rule(lambda case: (_inactive(case),)),
        _flag("low_strength", lambda case: _below(case, "lifestyle.strength_days_per_week", "strength_days")),
        _flag("short_sleep", lambda case: _below(case, "lifestyle.sleep_hours", "sleep_hours"), *SYMPTOM),
        _flag("sleep_problems", lambda case: is_not_empty(case, "lifestyle.sleep_problems"), *SYMPTOM),
        _flag("late_activity", lambda case: is_true(case, "lifestyle.late_activity")),
        Rule(lambda case: _alcohol(case, country)),
        _flag("alcohol_to_cope", lambda case: is_true(case, "lifestyle.alcohol_to_cope")),
        Rule(_smoking),
        _flag("nonmedical_drugs", lambda case: is_true(case, "lifestyle.nonmedical_drugs")),
        _flag("few_fruits_and_vegetables", lambda case: _below(case, "lifestyle.portions_per_day", "portions")),
        _flag("irregular_meals", lambda case: is_false(case, "lifestyle.regular_meals")),
        _flag("appetite_or_weight_changed", lambda case: is_true(case, "lifestyle.appetite_or_weight_changed"), *SYMPTOM),
        Rule(lambda case: (_caffeine(case),)),
        _flag("late_caffeine", lambda case: is_true(case, "lifestyle.caffeine_after_16")),
        _flag("irregular_routine", lambda case: is_one_of(case, "lifestyle.daily_routine", ("irregular", "none"))),
    )


def judge_lifestyle(case: Case, settings: Settings) -> tuple[Finding, ...]:
    """Return the flags of the area."""
    return rules_in(settings.country)(case)
