"""One symptom after one change of a drug: the questions that the explanations ask about it, each three-valued.

A date that is not exact, or a fact that nobody knows, leaves a question open.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from trd_core.catalogue import number, points
from trd_core.dates import months_before
from trd_core.finding import MET, NOT_MET, UNKNOWN, Judged, Reason, Verdict, all_of, any_of, by_rule, negate
from trd_core.interval import Interval
from trd_core.life_chart.changes import Change, goes_on
from trd_core.life_chart.model import Explanation, Moment
from trd_core.life_chart.moments import WEEK, days_between, is_exact, later, moment
from trd_core.life_chart.symptoms import Symptom
from trd_core.trial_reading import TrialReading

SPAN: Final[dict[Explanation, str]] = {"withdrawal": "withdrawal_onset_days", "rebound": "rebound_onset_days"}
"""The parameter of the explanations whose window has a last day."""
NEVER_WORKED: Final = frozenset({"non_response", "deterioration"})


def most_days(explanation: Explanation, name: str | None) -> tuple[float, float]:
    """Return the days from change to onset that a window is long: one number for a drug with a name, the span of all without."""
    days = points(SPAN[explanation])
    if name is None:
        return min(days.values()), max(days.values())
    longest = days.get(name, days["default"])
    return longest, longest


class Course:
    """One symptom after one change: the days between, and what is known of both."""

    def __init__(self, symptom: Symptom, change: Change, days: Interval, readings: tuple[TrialReading, ...]) -> None:
        """Take the symptom, the change, the days from the change to the onset, and every treatment with a drug."""
        self.symptom, self.change, self.days, self._readings = symptom, change, days, readings
        self.flags: list[str] = []

    def _timed(self, verdict: Verdict, *more: str) -> Judged:
        inexact = () if self.days.is_closed else (*self._inexact_change(), *self.symptom.inexact)
        reasons = tuple({each.path: each for each in (*self.change.shown.reasons, *self.symptom.dated_by)}.values())
        missing = tuple(dict.fromkeys((*more, *inexact))) if verdict == UNKNOWN else ()
        return Judged(verdict, reasons, missing, self.symptom.rules)

    def _inexact_change(self) -> tuple[str, ...]:
        on = self.change.shown.on
        return () if on is None or is_exact(on) else tuple(each.path for each in self.change.shown.reasons if each.value == on.said)

    def since(self, days: float) -> Judged:
        """Return whether the onset came so many days after the change, or later."""
        return self._timed(self.days.reaches(days))

    def within(self, least: float, most: float, *unknown: str) -> Judged:
        """Return whether the onset came at most so many days after; `least` and `most` differ where the drug is not known."""
        short, long = (negate(Judged(self.days.exceeds(each))).verdict for each in (least, most))
        return self._timed(short if short == long else UNKNOWN, *(unknown if short != long else ()))

    def in_window(self, explanation: Explanation) -> Judged:
        """Return whether the onset lies in the window that follows the change."""
        agent = f"trials.{self.change.shown.trial}.agent" if self.change.shown.trial else f"{self.change.shown.id}.agent"
        return all_of(self.since(0), self.within(*most_days(explanation, self.change.name), agent))

    def used_long(self) -> Judged:
        """Return whether the drug had been taken for long enough, without a pause, when it was stopped."""
        reading = self.change.reading
        if reading is None:
            return Judged(UNKNOWN, missing=("trials",))
        by_weeks = by_rule("chart.use_by_weeks", reading.fact("weeks", lambda weeks: weeks >= number("persistent_use_weeks")))
        if by_weeks.is_met:
            return by_weeks
        return any_of(*(self._used_as_one(reading, each, sure) for each, sure in self._one_use(reading)))

    def _used_as_one(self, last: TrialReading, first: TrialReading, sure: bool) -> Judged:
        """Whether a use that began with one treatment and ended with another was long enough: two treatments are one by our own rule."""
        judged = self._used_since(first, sure)
        return judged if first is last else by_rule("chart.same_drug_goes_on", judged)

    def _one_use(self, reading: TrialReading) -> Iterator[tuple[TrialReading, bool]]:
        """The treatments of the use that ended with this one, and whether each surely belongs to it."""
        seen, waiting = {reading.trial.id}, [(reading, True)]
        while waiting:
            current, sure = waiting.pop()
            yield current, sure
            for each in self._readings:
                continued = goes_on(each, current)
                if each.trial.id not in seen and continued != NOT_MET:
                    seen.add(each.trial.id)
                    waiting.append((each, sure and continued == MET))

    def _used_since(self, reading: TrialReading, sure: bool) -> Judged:
        started, stopped = moment(reading.trial.started), self.change.shown.on or moment(self._stop())
        if started is None or stopped is None:
            return Judged(UNKNOWN, missing=(reading.path("started"),) if started is None else (self.change.shown.id,))
        months = int(number("persistent_use_months"))
        reasons = (Reason(path=reading.path("started"), value=reading.trial.started), *self.change.shown.reasons)
        if started.latest <= months_before(stopped.earliest, months):
            return Judged(MET if sure else UNKNOWN, reasons, () if sure else (reading.path("ended"),))
        if started.earliest > months_before(stopped.latest, months):
            return Judged(NOT_MET, reasons)
        return Judged(UNKNOWN, reasons, (reading.path("started"),))

    def _stop(self) -> str | None:
        return None if self.change.reading is None else self.change.reading.trial.ended

    def outlasted_first_weeks(self) -> Judged:
        """Return whether it went on beyond the first weeks after the stop."""
        first = number("persistent_beyond_weeks") * WEEK
        if self.symptom.lasted_weeks is None:
            if self.symptom.lasted_path is None:
                self.flags.append("duration_not_recorded")
                return Judged(UNKNOWN)
            return Judged(UNKNOWN, missing=(self.symptom.lasted_path,))
        return self._timed((self.days + Interval.exactly(self.symptom.lasted_weeks * WEEK)).exceeds(first))

    def new_or_stronger(self) -> Judged:
        """Return whether there were new symptoms; that old ones came back stronger is not in the record, so it is never a no."""
        new = self.symptom.new_symptoms
        if new.verdict != NOT_MET:
            return new
        self.flags.append("intensity_not_recorded")
        return Judged(UNKNOWN, new.reasons)

    def on_the_drug(self) -> Judged:
        """Return whether the drug was still being taken at the onset."""
        reading = self.change.reading
        if reading is None:
            return Judged(UNKNOWN, missing=("trials",))
        lost = reading.fact("outcome", "loss_of_effect".__eq__)
        if self.symptom.trial == reading.trial.id and lost.is_met:
            return lost
        ended = moment(reading.trial.ended)
        if ended is None:
            going = reading.fact("outcome", "ongoing".__eq__)
            return going if going.is_met else Judged(UNKNOWN, missing=(reading.path("ended"),))
        return self._beside(ended, reading, "ended", onset_first=True)

    def _beside(self, when: Moment, reading: TrialReading, fact: str, *, onset_first: bool) -> Judged:
        """Whether the onset came before, or after, another date of the treatment; the same day is both."""
        onset = self.symptom.when or later(self.change.shown.on, self.symptom.onset_days)
        path = reading.path(fact)
        if onset is None:
            return Judged(UNKNOWN, missing=self.symptom.inexact)
        between = days_between(onset, when) if onset_first else days_between(when, onset)
        judged = between.reaches(0)
        vague = (*(() if is_exact(when) else (path,)), *(() if is_exact(onset) else self.symptom.inexact))
        reasons = (Reason(path=path, value=getattr(reading.trial, fact)), *self.symptom.dated_by)
        return Judged(judged, reasons, vague if judged == UNKNOWN else (), self.symptom.rules)

    def had_responded(self) -> Judged:
        """Return whether the treatment had worked before the onset."""
        reading = self.change.reading
        if reading is None:
            return Judged(UNKNOWN, missing=("trials",))
        reached = moment(reading.trial.response_reached)
        if reached is not None:
            self._flag_unstable(reached)
            return self._beside(reached, reading, "response_reached", onset_first=False)
        lost = reading.fact("outcome", "loss_of_effect".__eq__)
        if lost.is_met and self.symptom.trial == reading.trial.id:
            return lost
        worked = reading.fact("outcome", lambda outcome: outcome not in NEVER_WORKED)
        return worked if worked.verdict == NOT_MET else Judged(UNKNOWN, missing=(*worked.missing, reading.path("response_reached")))

    def _flag_unstable(self, reached: Moment) -> None:
        between = None if self.symptom.when is None else days_between(reached, self.symptom.when).high
        if between is not None and between < number("unstable_response_weeks") * WEEK:
            self.flags.append("unstable_response")

    def kept_at_dose(self) -> Judged:
        """Return whether the dose was not lowered before, and nothing is known of doses left out."""
        reading = self.change.reading
        if reading is None:
            return Judged(UNKNOWN, missing=("trials",))
        return all_of(reading.fact("dose_lowered_before_loss", lambda lowered: not lowered), reading.was_adhered_to)
