"""Allostatic load, the answers about safety, and the order of toxicity's manifestations."""

from __future__ import annotations

import calendar
import datetime as dt
from itertools import product

from tests.second import tables as t
from tests.second.fillings import Pick, number, of_fact, over_all_ways, verdict
from tests.second.trials import Json, days_of


def allostatic(case: Json) -> Json:
    """Overload, load, none or unknown, with its criteria as asked (R6, S21)."""
    stress, missing = case.get("stress") or {}, case.get("missing") or {}

    def flag(name: str, pick: Pick) -> bool:
        known = stress.get(name)
        return bool(pick(name, (False, True)) if known is None else known)

    def enough_symptoms(pick: Pick) -> bool:
        listed = stress.get("symptoms")
        unlisted = listed is None or "stress.symptoms" in missing
        more = pick("symptoms", (0, 9 - len(set(listed or ())))) if unlisted else 0
        return len(set(listed or ())) + more >= t.OVERLOAD_SYMPTOMS

    def of_way(pick: Pick) -> str:
        if not flag("exceeds_coping", pick):
            return "none"
        distress = enough_symptoms(pick) or flag("functioning_impaired", pick) or flag("overwhelmed", pick)
        return "overload" if distress and flag("within_six_months", pick) else "load"

    found = over_all_ways(of_way)
    return {
        "verdict": next(iter(found)) if len(found) == 1 else "unknown",
        "criteria": {
            "A": of_fact(stress.get("exceeds_coping")),
            "B1": verdict(over_all_ways(enough_symptoms)),
            "B2": of_fact(stress.get("functioning_impaired")),
            "B3": of_fact(stress.get("overwhelmed")),
        },
    }


def ordinal(manifestations: dict[str, str]) -> Json:
    """The project's order over the profile: the highest level that matches, over every way (R7, S18)."""
    open_ones = [name for name, found in manifestations.items() if found == "unknown"]
    known = {name for name, found in manifestations.items() if found == "met"}
    levels = set()
    for bits in product((False, True), repeat=len(open_ones)):
        present = known | {name for name, has in zip(open_ones, bits, strict=True) if has}
        phases = {t.PHASES[name] for name in present}
        levels.add(max([t.LEVEL_OF_NUMBER[len(phases)], *(t.LEVEL_OF_PHASE[one] for one in phases)]))
    return number(levels)


def safety(case: Json) -> Json:
    """The highest endorsed level, and whether a disposition must be recorded (R14). Nothing is sorted downward."""
    answers, missing = case.get("safety") or {}, case.get("missing") or {}
    yes = {name for name in t.SAFETY_QUESTIONS if answers.get(name) is True}
    recent = "act" in yes and _within_months(answers.get("act_on"), case.get("assessed_on"))
    unanswered = [name for name in t.SAFETY_QUESTIONS if answers.get(name) is None and not _cannot_apply(name, answers, missing)]
    if yes & {"intent", "plan"} or recent:
        level = "intent_plan_or_recent_act"
    elif yes & {"method", "act"}:
        level = "method"
    elif yes:
        level = "ideation_endorsed"
    else:
        level = "unanswered" if unanswered else "none_endorsed"
    unclear = any(_unclear(name, answers, missing) for name in (*t.SAFETY_QUESTIONS, *t.TRIGGERING_SIGNS))
    psychotic = (case.get("episode") or {}).get("psychotic") is True
    signs = psychotic or any(answers.get(name) is True for name in t.TRIGGERING_SIGNS)
    return {"level": level, "needs_disposition": bool(yes) or unclear or signs}


def _cannot_apply(name: str, answers: Json, missing: Json) -> bool:
    return (
        name in t.AFTER_THOUGHTS
        and answers.get("thoughts") is False
        and missing.get(f"safety.{name}") in (None, "not_asked", "not_applicable")
    )


def _unclear(name: str, answers: Json, missing: Json) -> bool:
    """Refused or not known; that it does not apply is clear only of what follows on thoughts, where there are none."""
    reason = missing.get(f"safety.{name}")
    return reason is not None and reason != "not_asked" and answers.get(name) is None and not _cannot_apply(name, answers, missing)


def _within_months(happened: str | None, today: str | None) -> bool:
    """Within the months before the visit, by the latest day it may have been; not dated is not earlier."""
    if happened is None or today is None:
        return True
    year, month, day = (int(part) for part in days_of(today)[0].split("-"))
    month -= t.ACT_MONTHS
    if month < 1:
        year, month = year - 1, month + 12
    since = dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))
    return days_of(happened)[1] >= since.isoformat()
