"""The sequential approach to a partial remission (Table 4): whether it applies, its six steps, the two that have a date.

Steps 3 and 5 are the prescriber's and have no date; steps 3 to 6 are withheld where a change of the drug must wait. It
holds no pace, no dose and no advice to end a drug. What nobody asked is named as to be asked, and withholds nothing;
only a safety question without an answer does.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from trd_core.assessment import SafetyResult
from trd_core.case import Case, Trial
from trd_core.catalogue import number
from trd_core.dates import first_day, last_day, months_before
from trd_core.facts import is_complete, is_true, trial_fact
from trd_core.finding import MET, NOT_MET, UNKNOWN, Judged, Reason, all_of, any_of, by_rule
from trd_core.formulation.context import Context
from trd_core.plan.conditions import goes_on, has_ended, is_antidepressant
from trd_core.plan_results import PlanStatus, PlanStep

RULE: Final = "plan.sequential"
WITHHELD_FROM: Final = 3
"""The first of the steps that are withheld where a change of the drug must wait."""
STEPS: Final[tuple[tuple[str, PlanStatus], ...]] = (
    ("assess_residual_symptoms", "suggested"),
    ("cbt_of_residual_symptoms", "suggested"),
    ("whether_the_drug_is_reduced", "prescriber_decision"),
    ("well_being_therapy_and_lifestyle", "suggested"),
    ("whether_the_drug_ends", "prescriber_decision"),
    ("assess_after_the_drug", "suggested"),
)
WEEK: Final = 7
_MONTH: Final = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")


@dataclass(frozen=True, slots=True)
class Sequence:
    """Whether the sequence applies, and what it says."""

    judged: Judged
    steps: tuple[PlanStep, ...] = ()
    withheld: tuple[str, ...] = ()
    to_ask: tuple[str, ...] = ()

    @property
    def has_come_to_step_four(self) -> bool:
        """Whether well-being therapy is a step of it that nothing holds back."""
        return self.judged.is_met and not self.withheld


def months_after(date: str | None, months: int) -> tuple[str | None, str | None]:
    """Return the day, and the month, so many calendar months after a date: no more exact than the date, and none past the calendar's end.

    A day that the later month does not have is that month's last day.
    """
    if date is None or _MONTH.fullmatch(date) is None:
        return None, None
    day = first_day(date)
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if years > dt.MAXYEAR:
        return None, None
    if len(date) < len("YYYY-MM-DD"):
        return None, f"{years:04d}-{month + 1:02d}"
    return dt.date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1])).isoformat(), None


def _last_taken(trial: Trial) -> tuple[dt.date, dt.date | None] | None:
    """From which day to which the last day of a trial lies; None for the later one is not known."""
    if trial.ended is not None:
        return first_day(trial.ended), last_day(trial.ended)
    if trial.started is None:
        return None
    days = min((trial.weeks or 0) * WEEK, (dt.date.max - first_day(trial.started)).days)
    return first_day(trial.started) + dt.timedelta(days=days), None


def _was_taken_lately(case: Case, trial: Trial) -> Judged:
    """Whether the last day of a trial lies within the months before the assessment, however its dates are filled in."""
    taken, path = _last_taken(trial), f"trials.{trial.id}."
    if taken is None:
        return Judged(UNKNOWN, missing=(f"{path}ended",))
    known = ("ended",) if trial.ended is not None else ("started", "weeks")
    reasons = [Reason(path=f"{path}{name}", value=getattr(trial, name)) for name in known if getattr(trial, name) is not None]
    if case.assessed_on is None:
        return Judged(UNKNOWN, tuple(reasons), ("assessed_on",))
    reasons.append(Reason(path="assessed_on", value=case.assessed_on))
    months = int(number("recent_trial_months"))
    from_day, to_day = (months_before(day, months) for day in (first_day(case.assessed_on), last_day(case.assessed_on)))
    earliest, latest = taken
    if earliest >= to_day:
        return Judged(MET, tuple(reasons))
    if latest is not None and latest < from_day:
        return Judged(NOT_MET, tuple(reasons))
    return Judged(UNKNOWN, tuple(reasons), (f"{path}ended",))


def _is_recent(context: Context, trial: Trial) -> Judged:
    """Whether a trial is with an antidepressant of this episode that is taken, or was until lately."""
    now = goes_on(context.case, trial)
    return all_of(
        is_antidepressant(trial, context.settings),
        trial_fact(trial, "episode", "current".__eq__),
        now if now.is_met else by_rule("plan.recent_trial", _was_taken_lately(context.case, trial)),
    )


def _chosen(case: Case, trials: Iterable[Trial]) -> Trial:
    """The trial that the dates count from: the latest treatment, else the one that started last."""
    return max(trials, key=lambda trial: (trial.id == case.latest_trial, trial.started is not None, trial.started or "", trial.id))


def reasons_to_withhold(context: Context, safety: SafetyResult) -> tuple[str, ...]:
    """Return why a change of a drug must wait, as far as it is known: codes, none where nothing known speaks for it."""
    case = context.case
    pending = safety.needs_disposition and not safety.disposition_recorded
    suspected = any_of(
        is_true(case, "episode.misdiagnosis.bipolar"),
        is_true(case, "safety.mania"),
        context.finding("toxicity.manifestations.switch"),
        is_true(case, "toxicity_past.switch"),
    )
    bipolar = suspected.is_met or "bipolar" in (case.episode.misdiagnosis_suspected or ())
    found = {
        "safety_not_answered": bool(safety.unanswered) or safety.level == "unanswered",
        "safety_answer_unclear": bool(safety.unclear),
        "safety_disposition_missing": pending,
        "safety_answer_positive": safety.level not in {"none_endorsed", "unanswered"} or bool(safety.signs),
        "psychosis": context.finding("areas.safety.psychosis").is_met,
        "bipolar_illness_suspected": bipolar,
        "pregnancy": case.person.pregnancy == "pregnant",
        "after_birth": case.person.pregnancy == "postpartum",
    }
    return tuple(code for code, holds in found.items() if holds)


def to_ask(case: Case) -> tuple[str, ...]:
    """Return the paths of what nobody knows yet, and what would withhold if it were so."""
    age = case.person.age_years
    may_be_pregnant = case.person.sex_for_thresholds != "male" and (age is None or age <= number("oldest_age_in_pregnancy"))
    is_told = "bipolar" in (case.episode.misdiagnosis_suspected or ()) or is_complete(case, "episode.misdiagnosis_suspected")
    unknown = {
        "person.pregnancy": case.person.pregnancy is None and may_be_pregnant,
        "episode.misdiagnosis.bipolar": case.episode.misdiagnosis.bipolar is None and not is_told,
        "safety.mania": case.safety.mania is None,
        "safety.psychosis": case.safety.psychosis is None and case.episode.psychotic is not True,
    }
    return tuple(path for path, is_unknown in unknown.items() if is_unknown)


def _dated(case: Case, trial: Trial, step: int) -> dict[str, str | tuple[str, ...] | None]:
    """What dates step 1 or step 6, or would date it."""
    name: Literal["started", "ended"] = "started" if step == 1 else "ended"
    parameter = "sequential_first_assessment_months" if step == 1 else "sequential_last_assessment_months"
    is_recorded = trial.started is not None if step == 1 else has_ended(case, trial).is_met
    day, month = months_after(getattr(trial, name) if is_recorded else None, int(number(parameter)))
    is_needed = day is None and (step == 1 or is_recorded)
    return {"date": day, "month": month, "missing": (f"trials.{trial.id}.{name}",) if is_needed else ()}


def _step(case: Case, trial: Trial, step: int, withheld: tuple[str, ...]) -> PlanStep:
    code, status = STEPS[step - 1]
    held = withheld if step >= WITHHELD_FROM else ()
    dated = _dated(case, trial, step) if step in (1, len(STEPS)) and not held else {}
    ended = "end_recorded" if has_ended(case, trial).is_met else "no_end_recorded"
    flags = {5: (ended,) if ended == "end_recorded" else (), 6: (ended, "not_the_end")}.get(step, ())
    return PlanStep.model_validate({"step": step, "code": code, "status": status, "withheld": held, "flags": flags, **dated})


def judge_sequence(context: Context, safety: SafetyResult) -> Sequence:
    """Return whether the sequence applies, its steps with their dates, why steps are withheld, and what is to be asked."""
    case = context.case
    type_d = context.finding("resistance_types.d")
    recent = {trial.id: _is_recent(context, trial) for trial in case.trials or ()}
    more = () if is_complete(case, "trials") else (Judged(UNKNOWN, missing=("trials",)),)
    judged = all_of(type_d, any_of(*recent.values(), *more))
    if not judged.is_met:
        return Sequence(judged)
    trial = _chosen(case, (trial for trial in case.trials or () if recent[trial.id].is_met))
    withheld = reasons_to_withhold(context, safety)
    steps = tuple(_step(case, trial, step, withheld) for step in range(1, len(STEPS) + 1))
    return Sequence(judged, steps, withheld, to_ask(case))
