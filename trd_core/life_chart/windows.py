"""What a symptom after a change of a drug is compatible with: withdrawal, rebound, relapse, loss of effect, persistent disorder.

Never what caused it. Several may hold at once; a date that is not exact, or a fact that nobody knows, leaves it open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from trd_core.catalogue import cited, number, rules, status_of
from trd_core.conclude import verdict
from trd_core.finding import Judged, all_of
from trd_core.interval import Interval
from trd_core.life_chart.changes import AFTER_STOPPING, ON_DRUG, Change
from trd_core.life_chart.course import SPAN, Course, most_days
from trd_core.life_chart.model import ChangeKind, Compatibility, Explanation, Moment, Window
from trd_core.life_chart.moments import WEEK, days_between, later, moment
from trd_core.life_chart.symptoms import Symptom
from trd_core.trial_reading import TrialReading

AFTER: Final[dict[Explanation, tuple[ChangeKind, ...]]] = {
    "withdrawal": AFTER_STOPPING,
    "rebound": AFTER_STOPPING,
    "relapse": AFTER_STOPPING,
    "persistent_postwithdrawal": ("stopped",),
    "loss_of_effect": ON_DRUG,
}
"""After which changes each may follow."""

RULES: Final[dict[Explanation, str]] = {
    "withdrawal": "chart.withdrawal",
    "rebound": "chart.rebound",
    "relapse": "chart.relapse",
    "persistent_postwithdrawal": "chart.persistent_postwithdrawal",
    "loss_of_effect": "chart.loss_of_effect",
}


def _withdrawal(course: Course) -> Judged:
    return all_of(course.in_window("withdrawal"), course.symptom.new_symptoms)


def _rebound(course: Course) -> Judged:
    course.flags.append("intensity_not_recorded")
    return course.in_window("rebound")


def _relapse(course: Course) -> Judged:
    course.flags.append("likeness_not_recorded")
    return course.since(number("relapse_from_days"))


def _loss_of_effect(course: Course) -> Judged:
    return all_of(course.since(0), course.on_the_drug(), course.had_responded(), course.kept_at_dose())


def _persistent(course: Course) -> Judged:
    first = number("persistent_beyond_weeks") * WEEK
    began = all_of(course.since(0), course.within(first, first))
    return all_of(began, course.used_long(), course.outlasted_first_weeks(), course.new_or_stronger())


JUDGED: Final[dict[Explanation, Callable[[Course], Judged]]] = {
    "withdrawal": _withdrawal,
    "rebound": _rebound,
    "relapse": _relapse,
    "loss_of_effect": _loss_of_effect,
    "persistent_postwithdrawal": _persistent,
}


def _days(symptom: Symptom, change: Change) -> Interval | None:
    if symptom.onset_days is not None and symptom.own_change == change.shown.id:
        return Interval.exactly(symptom.onset_days)
    if symptom.when is None or change.shown.on is None:
        return None
    return days_between(change.shown.on, symptom.when)


def compatibilities(symptom: Symptom, change: Change, readings: tuple[TrialReading, ...]) -> Iterator[Compatibility]:
    """Yield what the symptom is, is not, or may be compatible with after this change; nothing where it surely came before."""
    days = _days(symptom, change)
    if days is None or days.high is None or days.high < 0:
        return
    for explanation, judge in JUDGED.items():
        if change.shown.change is not None and change.shown.change not in AFTER[explanation]:
            continue
        course = Course(symptom, change, days, readings)
        judged = all_of(change.is_drug, change.was(*AFTER[explanation]), judge(course))
        yield Compatibility(
            symptom=symptom.id,
            change=change.shown.id,
            compatible_with=explanation,
            days=(days.low, days.high),
            finding=verdict(
                f"life_chart.{symptom.id}.{explanation}.after.{change.shown.id}",
                RULES[explanation],
                judged,
                flags=tuple(dict.fromkeys((*symptom.flags, *course.flags))),
                needs_clinician=True,
            ),
        )


def _spanned(explanation: Explanation, change: Change) -> tuple[Moment | None, Moment | None]:
    on = change.shown.on
    if explanation in SPAN:
        return on, later(on, *most_days(explanation, change.name))
    if explanation == "relapse":
        return later(on, number("relapse_from_days")), None
    if explanation == "persistent_postwithdrawal":
        return later(on, number("persistent_beyond_weeks") * WEEK), None
    trial = None if change.reading is None else change.reading.trial
    return (on, None) if trial is None else (moment(trial.response_reached) or on, moment(trial.ended))


def windows_of(change: Change) -> tuple[Window, ...]:
    """Return the windows that follow a change on the calendar, by time alone; none where it has no date."""
    return tuple(_windows(change))


def _windows(change: Change) -> Iterator[Window]:
    for explanation, kinds in AFTER.items():
        begins, ends = _spanned(explanation, change)
        if begins is None or (change.shown.change is not None and change.shown.change not in kinds):
            continue
        rule = RULES[explanation]
        entry = rules()[rule]
        yield Window(
            compatible_with=explanation,
            begins=begins,
            ends=ends,
            rule=rule,
            citation=cited(entry.citation, entry.locator),
            status=status_of(rule),
        )
