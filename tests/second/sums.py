"""The models that are sums of points: MGH, Maudsley, and the Dutch measure."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import product
from typing import Any

from tests.second import tables as t
from tests.second.fillings import number, verdict
from tests.second.folding import NOTHING, Contribution, counted_drug, counted_ect, fold, possible_months
from tests.second.trials import Filled, Json, Record

# ---- MGH


def mgh(record: Record) -> Json:
    """Points by the paper's reading, and expanded: every optimisation and every augmentation by itself."""

    def contribution(trial: Filled) -> Contribution:
        if counted_ect(trial):
            return (0.0, 0.0, True)
        if not counted_drug(trial):
            return NOTHING
        dose, duration = (bool(trial.fact(name, (False, True))) for name in ("dose_optimised", "duration_optimised"))
        number_added = trial.augmentation_number(1, t.INF)
        default = t.MGH_TRIAL + t.MGH_OPTIMISED * (dose or duration) + t.MGH_AUGMENTED * (number_added > 0)
        expanded = t.MGH_TRIAL + t.MGH_OPTIMISED * (dose + duration) + t.MGH_AUGMENTED * number_added
        return (default, expanded, False)

    def add(state: Any, one: Contribution) -> Hashable:
        return (state[0] + one[0], state[1] + one[1], state[2] or one[2])

    states = fold(record, contribution, add, (0.0, 0.0, False))
    expanded = number((state[1] + t.MGH_ECT * state[2] for state in states), record.open)
    return {
        **number((state[0] + t.MGH_ECT * state[2] for state in states), record.open),
        "expanded": expanded["value"],
        "expanded_range": expanded["range"],
    }


# ---- Maudsley


def _severity(record: Record) -> set[float]:
    severity, psychotic = record.episode.get("severity"), record.episode.get("psychotic")
    found: set[float] = set()
    for one in t.SEVERITY_POINTS if severity is None else (severity,):
        for psychosis in (False, True) if psychotic is None else (psychotic,):
            found.add(t.PSYCHOTIC_SEVERE_POINTS if one == "severe" and psychosis else t.SEVERITY_POINTS[one])
    return found


def _duration(record: Record) -> set[float]:
    return {t.points(t.DURATION_POINTS, months) for months in possible_months(record)}


def maudsley(record: Record) -> Json:
    """Total, band and items; applicable only where a drug failed."""

    def contribution(trial: Filled) -> Contribution:
        augmented = trial.kind in t.DRUG_KINDS and trial.in_scope and not trial.taken_out and trial.augmentation_number(1) > 0
        name = trial.drug if counted_drug(trial) else ""
        ect = counted_ect(trial)
        return (name, augmented, ect) if name or augmented or ect else NOTHING

    def add(state: Any, one: Contribution) -> Hashable:
        return (state[0] | {one[0]} if one[0] else state[0], state[1] or one[1], state[2] or one[2])

    states = {(len(drugs), aug, ect) for drugs, aug, ect in fold(record, contribution, add, (frozenset(), False, False))}
    if record.open:
        more = product(states, range(t.MANY_DRUGS + 1), (False, True), (False, True))
        states = {(drugs + n, aug or a, ect or e) for (drugs, aug, ect), n, a, e in more}
    applies = {state for state in states if state[0] > 0}
    duration, severity = _duration(record), _severity(record)
    items = {"duration": number(duration), "severity": number(severity)}
    items["antidepressants"] = number([t.points(t.FAILED_DRUG_POINTS, drugs) for drugs, _, _ in states])
    items["augmentation"] = number([int(aug) for _, aug, _ in states])
    items["ect"] = number([int(ect) for _, _, ect in states])
    if not applies:
        return {"value": None, "range": None, "band": None, "applicable": "not_met", "items": items}
    sums = [t.points(t.FAILED_DRUG_POINTS, drugs) + aug + ect for drugs, aug, ect in applies]
    total = number([d + s + rest for d, s, rest in product(duration, severity, sums)])
    bands = {next(band for top, band in t.MSM_BANDS if end <= top) for end in total["range"]}
    applicable = verdict(state[0] > 0 for state in states)
    return {
        "value": total["value"] if applicable == "met" else None,
        "range": total["range"],
        "band": bands.pop() if len(bands) == 1 and applicable == "met" else None,
        "applicable": applicable,
        "items": items,
    }


# ---- Dutch measure


def dutch(record: Record) -> Json:
    """Total and eleven items."""

    def contribution(trial: Filled) -> Contribution:
        drug = trial.drug if counted_drug(trial) else ""
        strategies = 0.0
        failed_now = trial.outcome in t.FAILED and trial.in_scope
        if trial.kind in t.DRUG_KINDS and failed_now and not trial.taken_out:
            strategies = trial.augmentation_number(1, 2, 3, 4, 5)
        therapy = _failed_therapy(trial) if trial.kind in t.THERAPY_KINDS and failed_now else ""
        one = (drug, strategies, counted_ect(trial), therapy)
        return one if any(one) else NOTHING

    def add(state: Any, one: Contribution) -> Hashable:
        return (
            state[0] | {one[0]} if one[0] else state[0],
            min(state[1] + one[1], t.MANY_AUGMENTATIONS),
            state[2] or one[2],
            min(state[3] + (one[3] == "evidence_based"), 2),
            state[4] or one[3] == "supportive",
        )

    found = fold(record, contribution, add, (frozenset(), 0.0, False, 0, False))
    states = {_dutch_points(len(drugs), augs, ect, based, supportive) for drugs, augs, ect, based, supportive in found}
    if record.open:
        more = product(
            (0, 1, 2, 3, 4, 5),
            (0, 1, 2, 3),
            (0, 1),
            (0.0, 0.5, 1.0, 2.0),
        )
        states = {tuple(max(pair) for pair in zip(state, extra, strict=True)) for state, extra in product(states, more)}
    items: dict[str, set[float]] = {"duration": _duration(record), "severity": _severity(record)}
    for name, levels in t.DUTCH_LEVELS.items():
        known = record.episode.get(name)
        items[name] = set(levels.values()) if known is None else {levels[known]}
    outside = [number(values)["range"] for values in items.values()]
    for place, name in enumerate(("antidepressants", "augmentation", "ect", "psychotherapy")):
        items[name] = {state[place] for state in states}
    sums = [sum(state) for state in states]
    low, high = sum(pair[0] for pair in outside) + min(sums), sum(pair[1] for pair in outside) + max(sums)
    return {**number([low, high]), "items": {name: number(values) for name, values in items.items()}}


def _failed_therapy(trial: Filled) -> str:
    misdiagnosed = trial.record.misdiagnosis is True and trial.current and trial.trial.get("adequate") is not True
    if misdiagnosed or not trial.adequate("type_c"):
        return ""
    return "evidence_based" if trial.fact("evidence_based", (False, True)) else "supportive"


def _dutch_points(drugs: int, augmentations: float, ect: bool, based: int, supportive: bool) -> tuple[float, ...]:
    therapy = t.THERAPY_POINTS[based] or (t.SUPPORTIVE_POINTS if supportive else 0.0)
    return (t.points(t.FAILED_DRUG_POINTS, drugs), t.points(t.AUGMENTATION_POINTS, augmentations), int(ect), therapy)
