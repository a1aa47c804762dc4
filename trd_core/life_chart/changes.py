"""The changes of drugs: from treatments' first and last days, and from what was told beside the manifestations.

Two treatments with one drug and no drug-free period between them are one use: its end is then no stop. Where that is
not known, neither is what was done.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from trd_core.case import Case, ToxicityDetail
from trd_core.dates import surely_before
from trd_core.doses import drug_free_weeks, drug_name
from trd_core.facts import read, reasons_of
from trd_core.finding import ALWAYS, MET, NOT_MET, UNKNOWN, Judged, Reason, Verdict
from trd_core.history import History
from trd_core.life_chart.model import ChangeKind, DrugChange, Moment
from trd_core.life_chart.moments import WEEK, days_between, moment, overlap
from trd_core.toxicity import MANIFESTATIONS
from trd_core.trial_reading import DRUG_KINDS, TrialReading

SAME_DRUG: Final = ("chart.same_drug_goes_on",)
AFTER_STOPPING: Final[tuple[ChangeKind, ...]] = ("reduced", "stopped")
ON_DRUG: Final[tuple[ChangeKind, ...]] = ("started", "increased")


@dataclass(frozen=True, slots=True)
class Change:
    """A change as it is shown, and what rules need of it beside."""

    shown: DrugChange
    name: str | None
    """The drug's name as it is compared."""
    reading: TrialReading | None
    """The treatment that it belongs to, where that is known."""
    is_drug: Judged
    rules: tuple[str, ...] = ()

    def was(self, *kinds: ChangeKind) -> Judged:
        """Return whether it was one of these."""
        if self.shown.change is None:
            return Judged(UNKNOWN, missing=self.shown.missing, rules=self.rules)
        return Judged(MET if self.shown.change in kinds else NOT_MET, self.shown.reasons, rules=self.rules)


def drug_readings(history: History) -> tuple[TrialReading, ...]:
    """Return the treatments that are, or may be, with a drug, by their ids: the list's order says nothing here."""
    return tuple(sorted((each for each in history.readings if each.may_be(DRUG_KINDS)), key=lambda each: each.trial.id))


def goes_on(earlier: TrialReading, later: TrialReading) -> Verdict:
    """Return whether the later treatment is the same drug going on after the earlier one, without a drug-free period."""
    one, other = earlier.trial, later.trial
    if earlier is later or (earlier.name is not None and later.name is not None and earlier.name != later.name):
        return NOT_MET
    if surely_before(other.started, one.started) or (one.episode, other.episode) == ("current", "previous"):
        return NOT_MET
    shortest, longest = drug_free_weeks(later.name or earlier.name)
    if other.drug_free_weeks_before is not None and other.drug_free_weeks_before >= longest:
        return NOT_MET
    ended, started = moment(one.ended), moment(other.started)
    if ended is None or started is None:
        return UNKNOWN
    pause = days_between(ended, started)
    if pause.low >= longest * WEEK:
        return NOT_MET
    in_order = surely_before(one.started, other.started) or pause.low >= 0
    same = earlier.name is not None and earlier.name == later.name
    return MET if same and in_order and pause.high is not None and pause.high < shortest * WEEK else UNKNOWN


def _change(reading: TrialReading, fact: str, kind: ChangeKind | None, flags: tuple[str, ...], missing: tuple[str, ...]) -> Change:
    path, date = reading.path(fact), getattr(reading.trial, fact)
    return Change(
        shown=DrugChange(
            id=path,
            agent=reading.trial.agent,
            change=kind,
            on=moment(date),
            trial=reading.trial.id,
            reasons=(Reason(path=path, value=date),),
            missing=missing,
            flags=flags,
        ),
        name=reading.name,
        reading=reading,
        is_drug=reading.is_of(DRUG_KINDS),
        rules=SAME_DRUG if flags else (),
    )


def _may_go_on(*pairs: tuple[TrialReading, TrialReading]) -> tuple[str, ...]:
    """The facts that would say whether a drug went on from one treatment to another."""
    asked: dict[str, None] = {}
    for earlier, later in pairs:
        for reading, fact in ((earlier, "agent"), (earlier, "ended"), (later, "agent"), (later, "started")):
            if getattr(reading.trial, fact) is None:
                asked[reading.path(fact)] = None
        asked[later.path("drug_free_weeks_before")] = None
    return tuple(sorted(asked))


def _begun(reading: TrialReading, readings: tuple[TrialReading, ...]) -> Change | None:
    """The change at a treatment's first day; none where the same dose just went on."""
    before = [(each, goes_on(each, reading)) for each in readings]
    continued = [each for each, verdict in before if verdict == MET]
    if continued:
        doses = {each.trial.dose_mg for each in continued}
        old, new = next(iter(doses)) if len(doses) == 1 else None, reading.trial.dose_mg
        if old is None or new is None:
            return _change(reading, "started", None, ("same_drug_goes_on",), (reading.path("dose_mg"),) if new is None else ())
        if old == new:
            return None
        return _change(reading, "started", "increased" if new > old else "reduced", ("same_drug_goes_on",), ())
    perhaps = [(each, reading) for each, verdict in before if verdict == UNKNOWN]
    if perhaps:
        return _change(reading, "started", None, ("same_drug_may_go_on",), _may_go_on(*perhaps))
    return _change(reading, "started", "started", (), ())


def _ended(reading: TrialReading, readings: tuple[TrialReading, ...]) -> Change | None:
    """The change at a treatment's last day; none where the drug went on, for the next treatment's first day tells it."""
    after = [(each, goes_on(reading, each)) for each in readings]
    if any(verdict == MET for _, verdict in after):
        return None
    perhaps = [(reading, each) for each, verdict in after if verdict == UNKNOWN]
    if perhaps:
        return _change(reading, "ended", None, ("same_drug_may_go_on",), _may_go_on(*perhaps))
    return _change(reading, "ended", "stopped", (), ())


def _of_treatments(history: History) -> list[Change]:
    readings = drug_readings(history)
    found = [
        *(_begun(each, readings) for each in readings if each.trial.started is not None),
        *(_ended(each, readings) for each in readings if each.trial.ended is not None),
    ]
    return [each for each in found if each is not None]


def _taken_then(name: str | None, on: Moment | None, history: History) -> TrialReading | None:
    """The one treatment with this drug that may have been going on; None where there is none, or more than one."""
    if name is None:
        return None
    fitting = []
    for each in drug_readings(history):
        started, ended = moment(each.trial.started), moment(each.trial.ended)
        too_early = on is not None and started is not None and on.latest < started.earliest
        too_late = on is not None and ended is not None and on.earliest > ended.latest
        if each.name == name and not too_early and not too_late:
            fitting.append(each)
    return fitting[0] if len(fitting) == 1 else None


def _told(case: Case, manifestation: str, detail: ToxicityDetail, history: History) -> Change:
    path = f"toxicity_details.{manifestation}"
    facts = tuple(f"{path}.{name}" for name in ("agent", "change", "changed_on"))
    name, on = drug_name(detail.agent), moment(detail.changed_on)
    reading = _taken_then(name, on, history)
    return Change(
        shown=DrugChange(
            id=path,
            agent=detail.agent,
            change=detail.change,
            on=on,
            trial=None if reading is None else reading.trial.id,
            reasons=reasons_of(case, facts),
            missing=tuple(each for each in facts if read(case, each) is None),
        ),
        name=name,
        reading=reading,
        is_drug=ALWAYS,
    )


def _as_one(known: Change, told: Change, on: Moment) -> Change:
    shown = known.shown.model_copy(
        update={"on": on, "reasons": (*known.shown.reasons, *told.shown.reasons), "flags": (*known.shown.flags, "told_twice")}
    )
    return replace(known, shown=shown)


def changes_of(case: Case, history: History) -> tuple[tuple[Change, ...], dict[str, DrugChange]]:
    """Return every change that is known, and by manifestation the change after which it was told."""
    found = _of_treatments(history)
    own: dict[str, int] = {}
    for manifestation in MANIFESTATIONS:
        detail: ToxicityDetail = getattr(case.toxicity_details, manifestation)
        if detail.changed_on is None and detail.onset_days is None:
            continue
        told = _told(case, manifestation, detail, history)
        same = [
            (place, on)
            for place, each in enumerate(found)
            if told.name is not None and each.name == told.name and each.shown.change == told.shown.change is not None
            if (on := overlap(each.shown.on, told.shown.on)) is not None
        ]
        if len(same) == 1:
            place, on = same[0]
            found[place] = _as_one(found[place], told, on)
            own[manifestation] = place
        else:
            found.append(told)
            own[manifestation] = len(found) - 1
    return tuple(found), {manifestation: found[place].shown for manifestation, place in own.items()}
