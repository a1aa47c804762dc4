"""Step 3: the situations commonly taken together as resistance, told apart. A set: several may hold, or none.

a  a drug that had worked does not work when given again after a drug-free period
b  the effect is lost while the drug goes on
c  an evidence-based psychotherapy of sufficient length brings no response
d  what is left interferes with life although mood is better

Types a to c speak of trials of the current episode (for a, the later one). Plain failure of a drug is none of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from trd_core.case import Case
from trd_core.catalogue import codes, number
from trd_core.conclude import verdict
from trd_core.dates import first_day, last_day, surely_before
from trd_core.doses import drug_free_weeks, is_enantiomer_pair
from trd_core.facts import is_true
from trd_core.finding import ALWAYS, MET, NEVER, NOT_MET, UNKNOWN, Finding, Judged, Reason, all_of, any_of, made
from trd_core.history import MORE, History
from trd_core.pseudo_resistance import LOST
from trd_core.treatment_results import ResistanceTypes
from trd_core.trial_reading import DRUG_KINDS, THERAPY_KINDS, TrialReading

TYPES: Final = ("a", "b", "c", "d")
NO_BENEFIT: Final = frozenset({"partial_response", "non_response", "deterioration"})
WEEK: Final = 7
ORDER: Final = ("resistance.order",)


@dataclass(frozen=True, slots=True)
class Types:
    """The four types of a history; and types a and b of each trial by its id, were it a drug trial of the current episode.

    `a_if_taken` is type a for a trial whose dose and adherence, and where it is combined its weeks, are taken as sufficient
    for Table 3: where they are not, it is inadequate there, and so does not count in any case.
    """

    a: Judged
    b: Judged
    c: Judged
    d: Judged
    a_of: dict[str, Judged]
    b_of: dict[str, Judged]
    a_if_taken: dict[str, Judged]


def _came_before(earlier: TrialReading, later: TrialReading) -> Judged:
    """Whether one trial came before another of the current episode: by the dates, else by the episode, else by the list's order."""
    if surely_before(earlier.trial.started, later.trial.started):
        dates = (Reason(path=each.path("started"), value=each.trial.started) for each in (earlier, later))
        return Judged(MET, tuple(dates))
    if surely_before(later.trial.started, earlier.trial.started):
        return NEVER
    listed = earlier.place < later.place
    if earlier.trial.episode == "previous" or (listed and earlier.trial.episode is not None):
        return Judged(MET, earlier.is_current.reasons, rules=ORDER)
    if listed:
        return Judged(MET, rules=ORDER)
    return Judged(UNKNOWN, missing=(earlier.path("episode"),), rules=ORDER) if earlier.trial.episode is None else NEVER


def _same_drug(one: TrialReading, other: TrialReading) -> Judged:
    """Whether both are one active ingredient; without a name it may be, unless the classes are known to differ."""
    if one.name is not None and other.name is not None:
        names = (Reason(path=each.path("agent"), value=each.trial.agent) for each in (one, other))
        return Judged(MET if one.name == other.name else NOT_MET, tuple(names))
    if all(_classes(each) for each in (one, other)) and not _classes(one) & _classes(other):
        classes = (
            Reason(path=each.path("agent" if each.trial.drug_class is None else "drug_class"), value=_named(each)) for each in (one, other)
        )
        return Judged(NOT_MET, tuple(classes), rules=("staging.class",))
    return Judged(UNKNOWN, missing=tuple(each.path("agent") for each in (one, other) if each.name is None))


def _classes(reading: TrialReading) -> frozenset[str]:
    """The classes that the drug was given and has in the table: a drug without a name may be it by either."""
    return frozenset(each for each in (reading.drug_class, reading.known.drug_class) if each is not None)


def _named(reading: TrialReading) -> str | None:
    return reading.trial.agent if reading.trial.drug_class is None else reading.trial.drug_class


def _was_free_of_it(later: TrialReading, earlier: TrialReading) -> Judged:
    low, high = drug_free_weeks(later.name or earlier.name)
    paused = later.trial.drug_free_weeks_before
    if paused is not None and low <= paused < high:
        return Judged(UNKNOWN, missing=tuple(each.path("agent") for each in (later, earlier) if each.name is None))
    return later.fact("drug_free_weeks_before", lambda weeks: weeks >= low)


def _long_enough(reading: TrialReading) -> Judged:
    """Whether it went on for long enough; Table 3 asks more of a combined trial than type a does."""
    if reading.override is not None:
        return reading.override
    return ALWAYS if reading.kind == "combined" else reading.weeks_reach("staging_weeks")


def _again(later: TrialReading, earlier: TrialReading, *, if_taken: bool) -> Judged:
    """Whether the later trial is with a drug that had worked in the earlier one, and adequate."""
    quick = (_same_drug(later, earlier), earlier.ended_in(codes("responses")), _was_free_of_it(later, earlier))
    for each in quick:
        if each.verdict == NOT_MET:
            return each
    known = later.known if later.name is not None else earlier.known
    adequate = _long_enough(later) if if_taken else later.drug_adequate_as(known)
    return all_of(*quick, earlier.is_of(DRUG_KINDS), adequate, _came_before(earlier, later))


def failed_again(later: TrialReading, history: History, *, if_taken: bool = False) -> Judged:
    """Return whether this trial, were it a drug trial of the current episode, is a drug that had worked and does not work again."""
    failed = later.ended_in(NO_BENEFIT)
    if failed.verdict == NOT_MET or not later.may_be(DRUG_KINDS):
        return failed if later.may_be(DRUG_KINDS) else NEVER
    judged = [_again(later, each, if_taken=if_taken) for each in history.readings if each is not later and each.may_be(DRUG_KINDS)]
    adequate = _long_enough(later) if if_taken else later.drug_adequate
    more = () if history.is_complete else (all_of(_was_free_of_it(later, later), adequate, MORE),)
    return all_of(failed, any_of(*judged, *more))


def lost_effect(reading: TrialReading) -> Judged:
    """Return whether this trial, were it a drug trial of the current episode, lost its effect while the drug went on.

    Not where the dose was lowered, nor where it is known that too little was taken.
    """
    if not reading.may_be(DRUG_KINDS):
        return NEVER
    kept = reading.fact("dose_lowered_before_loss", lambda lowered: not lowered)
    return all_of(reading.ended_in(LOST), kept, reading.was_adhered_to)


def type_c(reading: TrialReading) -> Judged:
    """Return whether this trial is an evidence-based psychotherapy, long enough, that brought no response."""
    if not reading.may_be(THERAPY_KINDS):
        return NEVER
    return all_of(
        reading.ended_in(NO_BENEFIT),
        reading.is_current,
        reading.is_of(THERAPY_KINDS),
        reading.fact("evidence_based", bool),
        reading.therapy_adequate,
    )


def type_d(case: Case) -> Judged:
    """Return whether what is left interferes although mood is better."""
    paths = ("episode.mood_improved", "episode.residual_symptoms", "episode.residual_interference")
    return all_of(*(is_true(case, path) for path in paths))


def types_of(history: History) -> Types:
    """Return the four types."""
    more = () if history.is_complete else (MORE,)
    a_of = {each.trial.id: failed_again(each, history) for each in history.readings}
    b_of = {each.trial.id: lost_effect(each) for each in history.readings}

    def any_current(of: dict[str, Judged]) -> Judged:
        readings = (each for each in history.readings if each.may_be(DRUG_KINDS))
        return any_of(*(all_of(each.is_of(DRUG_KINDS), each.is_current, of[each.trial.id]) for each in readings), *more)

    return Types(
        a=any_current(a_of),
        b=any_current(b_of),
        c=any_of(*(type_c(each) for each in history.readings), *more),
        d=type_d(history.case),
        a_of=a_of,
        b_of=b_of,
        a_if_taken={each.trial.id: failed_again(each, history, if_taken=True) for each in history.readings},
    )


def _is_unstable(reading: TrialReading) -> bool:
    """Whether the relapse came so soon after the first response that the response may never have been stable."""
    reached, relapse = reading.trial.response_reached, reading.trial.relapse_on
    if reached is None or relapse is None:
        return False
    return (last_day(relapse) - first_day(reached)).days < number("unstable_response_weeks") * WEEK


def _pairs(readings: Iterable[TrialReading]) -> bool:
    names = [(each.name, each.trial.outcome) for each in readings]
    worked = [name for name, outcome in names if outcome in codes("responses")]
    failed = [name for name, outcome in names if outcome in NO_BENEFIT]
    return any(is_enantiomer_pair(one, other) for one in worked for other in failed)


def _explained(history: History, of: dict[str, Judged]) -> bool:
    """Whether a known reason of pseudo-resistance stands beside a trial that is of the type."""
    return any(judged.is_met and any(reason.is_met for reason in history.reasons[trial].values()) for trial, judged in of.items())


def _findings(history: History, types: Types) -> tuple[Finding, ...]:
    unstable = any(types.b_of[each.trial.id].is_met and each.is_current.is_met and _is_unstable(each) for each in history.readings)
    flags = {
        "a": (
            *(("enantiomer_pair",) if _pairs(history.readings) else ()),
            *(("pseudo_resistance",) if _explained(history, types.a_of) else ()),
        ),
        "b": ("unstable_response",) if unstable else (),
    }
    judged = {"a": types.a, "b": types.b, "c": types.c, "d": types.d}
    return tuple(verdict(f"resistance_types.{name}", f"resistance.{name}", judged[name], flags=flags.get(name, ())) for name in TYPES)


def judge_resistance(history: History, types: Types, *, tells: bool = True) -> tuple[ResistanceTypes, tuple[Finding, ...]]:
    """Return the set of types, and, unless values alone are wanted, a finding for each."""
    verdicts = made(ResistanceTypes, a=types.a.verdict, b=types.b.verdict, c=types.c.verdict, d=types.d.verdict)
    return verdicts, _findings(history, types) if tells else ()
