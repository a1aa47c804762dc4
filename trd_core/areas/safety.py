"""Safety: the ladder of suicidal thoughts and acts, and the other signs. No item endorsed is never "no risk".

The highest level endorsed counts and nothing is sorted downward: an act whose date is not known is a recent one. Refused
and unclear answers are routed like positive ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, Literal

from trd_core.areas.rule import Rules, area_rule
from trd_core.assessment import SafetyLevelCode, SafetyResult
from trd_core.case import Case
from trd_core.catalogue import number
from trd_core.conclude import valued
from trd_core.dates import first_day, last_day, months_before
from trd_core.facts import is_true, reaches, read, reasons_of, unknown_of
from trd_core.finding import Finding, Judged, any_of, made, negate

LADDER: Final = ("wish_to_be_dead", "thoughts", "method", "intent", "plan", "act")
AFTER_THOUGHTS: Final = frozenset({"method", "intent", "plan"})
"""Asked only of a person who has thoughts of suicide."""
SIGNS: Final = ("self_harm", "harm_to_others", "psychosis", "mania", "abuse", "dependants_at_risk", "dangerous_withdrawal")
LEVELS: Final[tuple[SafetyLevelCode, ...]] = ("none_endorsed", "ideation_endorsed", "method", "intent_plan_or_recent_act")
ASKED: Final = frozenset({"declined", "unknown"})
UNCLEAR: Final = ASKED | {"not_applicable"}
RECENT: Final = "intent_plan_or_recent_act"
Routing = Literal["ask", "none", "finish_then_acknowledge", "stop"]


def _is_recent(case: Case) -> bool:
    act_on, today = case.safety.act_on, case.assessed_on
    if act_on is None or today is None:
        return True
    return last_day(act_on) >= months_before(first_day(today), int(number("recent_act_months")))


def _acted(case: Case) -> bool:
    return case.safety.act is True or case.safety.act_on is not None


def _endorsed(case: Case) -> SafetyLevelCode:
    safety = case.safety
    if safety.intent or safety.plan or (_acted(case) and _is_recent(case)):
        return RECENT
    if safety.method or _acted(case):
        return "method"
    return "ideation_endorsed" if safety.wish_to_be_dead or safety.thoughts else "none_endorsed"


def _is_skipped(case: Case, name: str) -> bool:
    """Whether a no to thoughts made the step needless; one that was asked all the same, and refused or left unclear, is not."""
    return name in AFTER_THOUGHTS and case.safety.thoughts is False and case.missing.get(f"safety.{name}") not in ASKED


def _unknown_steps(case: Case) -> tuple[str, ...]:
    asked = (name for name in LADDER if not _is_skipped(case, name))
    return tuple(name for name in asked if read(case, f"safety.{name}") is None and not (name == "act" and _acted(case)))


def _highest_possible(unknown: Iterable[str], level: SafetyLevelCode) -> SafetyLevelCode:
    steps = set(unknown)
    if steps & {"intent", "plan", "act"}:
        return RECENT
    if "method" in steps:
        return max(level, "method", key=LEVELS.index)
    return max(level, "ideation_endorsed", key=LEVELS.index) if steps else level


def _under_age(case: Case) -> Judged:
    return negate(reaches(case, "person.age_years", number("adult_age")))


def _is_psychotic(case: Case) -> Judged:
    return any_of(is_true(case, "safety.psychosis"), is_true(case, "episode.psychotic"))


def _sign(name: str) -> Callable[[Case], Judged]:
    return _is_psychotic if name == "psychosis" else lambda case: is_true(case, f"safety.{name}")


RULES: Final = Rules(
    *(area_rule("safety", name, _sign(name), needs_clinician=True) for name in (*LADDER, *SIGNS, "means_access")),
    area_rule("safety", "under_age", _under_age, needs_clinician=True),
)


def sign_findings(case: Case) -> tuple[Finding, ...]:
    """Return the findings of the area: each step of the ladder, each other sign, and being under age."""
    return RULES(case)


def _routing(level: SafetyLevelCode, *, stops: bool, unanswered: bool) -> Routing:
    if stops or level in {"method", RECENT}:
        return "stop"
    if level == "ideation_endorsed":
        return "finish_then_acknowledge"
    return "ask" if unanswered else "none"


def _act_reasons(case: Case) -> tuple[str, ...]:
    return ("safety.act_on", "assessed_on") if _acted(case) else ()


def judge_safety(case: Case) -> tuple[SafetyResult, tuple[Finding, ...]]:
    """Return the level of risk endorsed, what is unclear or open, and the findings of the area."""
    findings = sign_findings(case)
    endorsed, unknown = _endorsed(case), _unknown_steps(case)
    level: SafetyLevelCode = "unanswered" if endorsed == "none_endorsed" and unknown else endorsed
    highest = _highest_possible(unknown, endorsed)
    met = {each.id for each in findings if each.verdict == "met"}
    signs = tuple(code for code in (*SIGNS, "under_age") if f"areas.safety.{code}" in met)
    asked = (*(f"safety.{name}" for name in unknown), *unknown_of(case, (f"safety.{name}" for name in SIGNS)))
    unclear = tuple(path for path in asked if case.missing.get(path) in UNCLEAR)
    unanswered = tuple(f"safety.{name}" for name in unknown if f"safety.{name}" not in unclear)
    positive = endorsed != "none_endorsed" or bool(signs) or bool(unclear)
    result = made(
        SafetyResult,
        level=level,
        highest_possible=highest,
        signs=signs,
        unclear=unclear,
        unanswered=unanswered,
        routing=_routing(level, stops=bool(signs or unclear), unanswered=bool(unanswered)),
        needs_disposition=positive,
        disposition_recorded=case.safety.disposition is not None and case.safety.disposition.by is not None,
    )
    dated = _act_reasons(case)
    whole = valued(
        "safety",
        "safety.level",
        level,
        open_range=(endorsed, highest) if unknown else None,
        reasons=reasons_of(case, (*(f"safety.{name}" for name in LADDER), *dated)),
        missing=(*(f"safety.{name}" for name in unknown), *unknown_of(case, dated)),
        flags=("does_not_exclude_risk", *(("other_signs",) if signs else ()), *(("unclear_answers",) if unclear else ())),
        needs_clinician=True,
    )
    return result, (whole, *findings)
