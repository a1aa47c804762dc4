"""Table 3: refractoriness, which needs all of A to E, each judged by itself. Never inferred: B and E are the clinician's.

A counts the failed adequate trials of the current episode, drugs and psychotherapy only, without those that lost their
effect or failed on rechallenge. A combined trial counts once, and for the psychotherapy too; what studies say of it is B's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from trd_core.catalogue import codes, number
from trd_core.conclude import verdict
from trd_core.facts import holds, is_true
from trd_core.finding import (
    ALWAYS,
    MET,
    NOT_MET,
    UNKNOWN,
    Finding,
    Judged,
    Later,
    Reason,
    Told,
    Verdict,
    all_of,
    any_of,
    by_rule,
    made,
    negate,
)
from trd_core.history import MORE, History
from trd_core.pseudo_resistance import drug_stands
from trd_core.resistance import Types
from trd_core.treatment_results import Refractoriness, RefractorinessCriteria
from trd_core.trial_reading import DRUG_KINDS, THERAPY_KINDS, TrialReading, certainly, possibly

KINDS: Final = ("medication", "psychotherapy", "combined")
WITHOUT_PARTIAL: Final = frozenset({"partial_response"})


@dataclass(frozen=True, slots=True)
class Weighed:
    """One trial under A: whether it counts, and whether it counts as psychotherapy."""

    reading: TrialReading
    counts: Judged
    with_therapy: Judged


def _stands(reading: TrialReading, kind: str) -> Judged:
    """Whether no known reason takes it out; a psychotherapy of which nobody said whether studies support it may not stand."""
    if kind == "psychotherapy":
        return ALWAYS if reading.override is not None else reading.fact("evidence_based", bool)
    return drug_stands(reading)


def _of_kind(history: History, types: Types, reading: TrialReading, kind: str, failing: frozenset[str]) -> tuple[Judged, Judged]:
    out = history.misdiagnosed
    undoubted = Judged(NOT_MET, out.reasons, rules=("pseudo_resistance.misdiagnosis",)) if out.is_met else ALWAYS
    apart = (negate(types.a_if_taken[reading.trial.id]), negate(types.b_of[reading.trial.id])) if kind in DRUG_KINDS else ()
    counts = all_of(
        reading.is_current,
        reading.ended_in(failing),
        ALWAYS if reading.override is not None else undoubted,
        _stands(reading, kind),
        reading.refractoriness_adequate(kind),
        *apart,
    )
    with_therapy = counts if kind in THERAPY_KINDS else Judged(NOT_MET, _kind_reason(reading))
    return counts, with_therapy


def _kind_reason(reading: TrialReading) -> tuple[Reason, ...]:
    return () if reading.kind is None else (Reason(path=reading.path("kind"), value=reading.kind),)


def _told_with_kind(counts: Judged, reading: TrialReading) -> Told:
    return (*counts.reasons, *_kind_reason(reading)), counts.missing, counts.rules


def _any_kind(judged: list[Judged], reading: TrialReading) -> Judged:
    """What may hold where the kind is not known: it may be a kind that Table 3 does not read."""
    if all(each.verdict == NOT_MET for each in judged):
        none = any_of(*judged)
        told = tuple(reason for reason in none.reasons if reason.path != reading.path("kind"))
        return Judged(NOT_MET, told, rules=none.rules)
    opened = [each for each in judged if possibly(each)]
    missing = tuple(dict.fromkeys((reading.path("kind"), *(path for each in opened for path in each.missing))))
    return Judged(UNKNOWN, tuple(reason for each in opened for reason in each.reasons), missing)


def weigh(history: History, types: Types, failing: frozenset[str]) -> tuple[Weighed, ...]:
    """Return how each trial that may be a drug or a psychotherapy stands under A."""
    weighed = []
    for reading in history.readings:
        if reading.kind is not None:
            if reading.kind in KINDS:
                counts, with_therapy = _of_kind(history, types, reading, reading.kind, failing)
                named = Later(counts.verdict, _told_with_kind, counts, reading)
                weighed.append(Weighed(reading, named, with_therapy))
            continue
        by_kind = [_of_kind(history, types, each, each.kind, failing) for each in reading.by_kind if each.kind in KINDS]
        counts, with_therapy = (_any_kind([each[index] for each in by_kind], reading) for index in (0, 1))
        weighed.append(Weighed(reading, counts, with_therapy))
    return tuple(weighed)


def criterion_a(history: History, weighed: tuple[Weighed, ...]) -> Judged:
    """Return whether enough trials failed, one of them with psychotherapy."""
    needed = number("refractoriness_trials")
    more = not history.is_complete
    certain = sum(certainly(each.counts) for each in weighed)
    possible = sum(possibly(each.counts) for each in weighed)
    enough: Verdict = MET if certain >= needed else UNKNOWN if possible >= needed or more else NOT_MET
    therapy = any_of(*(each.with_therapy for each in weighed), *((MORE,) if more else ()))
    counted = Later(enough, _told_of_all, weighed, enough == UNKNOWN, more)
    return counted if enough == NOT_MET else all_of(counted, therapy)


def _told_of_all(weighed: tuple[Weighed, ...], is_open: bool, more: bool) -> Told:
    """What the number of trials that count rests on."""
    reasons = {reason.path: reason for each in weighed for reason in each.counts.reasons}
    missing = [path for each in weighed for path in each.counts.missing if each.counts.verdict == UNKNOWN] if is_open else []
    rules = dict.fromkeys(rule for each in weighed for rule in each.counts.rules)
    return tuple(reasons.values()), (*missing, *(("trials",) if is_open and more else ())), tuple(rules)


def criterion_b(history: History, weighed: tuple[Weighed, ...]) -> Judged:
    """Return whether each trial that counts was evidence-based and addressed complexity; unknown where none counts for certain."""
    appropriate = {
        each.reading.trial.id: all_of(each.reading.fact("evidence_based", bool), each.reading.fact("addressed_complexity", bool))
        for each in weighed
    }
    certain = [appropriate[each.reading.trial.id] for each in weighed if certainly(each.counts)]
    judged = all_of(*certain)
    if judged.verdict == NOT_MET:
        return judged
    open_ones = [each for each in weighed if each.counts.verdict == UNKNOWN]
    doubts = [any_of(negate(each.counts), appropriate[each.reading.trial.id]) for each in open_ones]
    if not certain:
        missing = tuple(path for each in open_ones for path in each.counts.missing)
        return Judged(UNKNOWN, missing=tuple(dict.fromkeys((*missing, *(() if history.is_complete else ("trials",))))))
    return all_of(judged, *doubts, *(() if history.is_complete else (MORE,)))


def criterion_c(history: History) -> Judged:
    """Return whether every area and the psychiatric examination were completed."""
    return all_of(*(holds(history.case, "areas_completed", area) for area in sorted(codes("refractoriness_areas"))))


def criterion_d(history: History, types: Types) -> Judged:
    """Return whether the episode came neither from loss of effect nor from a failed rechallenge, by trials and by flags."""
    flags = (is_true(history.case, "toxicity.loss_of_effect"), is_true(history.case, "toxicity.rechallenge_failure"))
    return negate(any_of(by_rule("resistance.a", types.a), by_rule("resistance.b", types.b), *flags))


def _flags(history: History, d: Judged) -> tuple[str, ...]:
    obstacles = any(each.trial.impediments is not None for each in history.readings)
    suspected = bool(history.case.episode.misdiagnosis_suspected) and not history.misdiagnosed.is_met
    return (
        *(("consider_behavioral_toxicity",) if d.verdict == NOT_MET else ()),
        *(() if obstacles else ("impediments_not_asked",)),
        *(("misdiagnosis_suspected",) if suspected else ()),
    )


def judge_refractoriness(history: History, types: Types, *, tells: bool = True) -> tuple[Refractoriness, tuple[Finding, ...]]:
    """Return Table 3, and, unless values alone are wanted, a finding for the whole, each criterion, and A without partial responses."""
    failing = codes("failed_outcomes")
    weighed = weigh(history, types, failing)
    d = criterion_d(history, types)
    criteria = {
        "A": criterion_a(history, weighed),
        "B": criterion_b(history, weighed),
        "C": criterion_c(history),
        "D": d,
        "E": is_true(history.case, "appraisal_shared"),
    }
    strict = criterion_a(history, weigh(history, types, failing - WITHOUT_PARTIAL))
    whole = all_of(*(by_rule(f"table3.{name}", judged) for name, judged in criteria.items()))
    verdicts = made(RefractorinessCriteria, **{name: judged.verdict for name, judged in criteria.items()})
    result = made(Refractoriness, verdict=whole.verdict, criteria=verdicts, without_partial=strict.verdict)
    if not tells:
        return result, ()
    none_counts = not any(certainly(each.counts) for each in weighed)
    return result, (
        verdict("refractoriness", "refractoriness", whole, flags=_flags(history, d), needs_clinician=True),
        *(
            verdict(
                f"refractoriness.criteria.{name}",
                f"table3.{name}",
                judged,
                flags=("no_trial_counts_for_certain",) if name == "B" and none_counts else (),
                needs_clinician=name in ("B", "E"),
            )
            for name, judged in criteria.items()
        ),
        verdict("refractoriness.without_partial", "table3.A", by_rule("table3.without_partial", strict)),
    )
