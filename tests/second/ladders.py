"""The models that are ladders: Thase and Rush, the European method, and the common definition."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import product
from typing import Any

from tests.second import tables as t
from tests.second.fillings import on_scale, verdict
from tests.second.folding import NOTHING, Contribution, counted_drug, counted_ect, fold, possible_months
from tests.second.trials import Filled, Json, Record

# ---- Thase and Rush


def _stage(classes: frozenset[str], bilateral: bool, strict: bool) -> str:
    others, rung = classes - {"tca"}, 0
    enough = len(others) >= 2 if strict else len(classes) >= 2
    if classes:
        rung = 1
    if len(classes) >= 2:
        rung = 2
    if rung == 2 and "tca" in classes and enough:
        rung = 3
    if rung == 3 and "maoi" in classes and (not strict or len(others - {"maoi"}) >= 2):
        rung = 4
    if rung == 4 and bilateral:
        rung = 5
    return t.STAGES[rung]


def thase_rush(record: Record) -> Json:
    """Strict and lenient stage, and whether an adequate response stands against no failure."""

    def contribution(trial: Filled) -> Contribution:
        if counted_drug(trial):
            return ("class", trial.class_key)
        if counted_ect(trial):
            return (trial.fact("laterality", ("bilateral", "unilateral")), "")
        responded = trial.kind in t.READS["thase_rush"] and trial.outcome in t.RESPONDED and trial.in_scope
        return ("responded", "") if responded and trial.adequate("staging") else NOTHING

    def add(state: Any, one: Contribution) -> Hashable:
        classes, bilateral, unilateral, responded = state
        more = classes | {one[1]} if one[0] == "class" else classes
        return (more, bilateral or one[0] == "bilateral", unilateral or one[0] == "unilateral", responded or one[0] == "responded")

    states: set[Any] = set()
    for _ in record.worlds():
        states |= fold(record, contribution, add, (frozenset(), False, False, False))
    if record.open:
        extra = [
            frozenset(name for name, has in zip(("tca", "maoi", "one", "two"), bits, strict=True) if has)
            for bits in product((0, 1), repeat=4)
        ]
        more = product(states, extra, *[(False, True)] * 3)
        states = {(old[0] | new, old[1] or b, old[2] or u, old[3] or r) for old, new, b, u, r in more}
    strict = {(_stage(classes, b, True), responded and not (classes or b or u)) for classes, b, u, responded in states}
    lenient = on_scale((_stage(classes, bilateral, False) for classes, bilateral, _, _ in states), t.STAGES)
    return {
        **on_scale((stage for stage, _ in strict), t.STAGES),
        "lenient": lenient["value"],
        "lenient_range": lenient["range"],
        "not_resistant": verdict(never_failed for _, never_failed in strict),
    }


# ---- European staging method


def _level(trials: int, classes: int, augmented: bool, months: float, weeks: float) -> tuple[str, str | None]:
    if trials == 0:
        return "none", None
    if trials == 1 or classes < 2:
        return "A", None
    level = f"TRD{min(trials - 1, 5)}"
    if months >= t.CRD_MONTHS and trials >= t.CRD_TRIALS and augmented:
        return "CRD", level if weeks < t.TRIALS_WEEKS_SHOWN else None
    return level, None


def european(record: Record) -> Json:
    """The level, and beside chronic resistance the level that the trials' weeks alone would give."""
    cap = t.TRIALS_WEEKS_SHOWN

    def contribution(trial: Filled) -> Contribution:
        augmented = trial.kind in t.DRUG_KINDS and trial.in_scope and not trial.taken_out and trial.augmentation_number(1) > 0
        if counted_ect(trial):
            return (1, "ect", False, min(trial.weeks, cap))
        if counted_drug(trial):
            return (1, trial.class_key, augmented, min(trial.weeks, cap))
        return (0, "", True, 0.0) if augmented else NOTHING

    def add(state: Any, one: Contribution) -> Hashable:
        trials, classes, augmented, weeks = state
        more = classes | {one[1]} if one[0] else classes
        return (min(trials + one[0], 6), more, augmented or one[2], min(weeks + one[3], cap))

    states: set[Any] = set()
    for _ in record.worlds():
        states |= fold(record, contribution, add, (0, frozenset(), False, 0.0))
    compact = {(trials, min(len(classes), 2), augmented, weeks) for trials, classes, augmented, weeks in states}
    if record.open:
        compact = _with_more_trials(compact)
    reached = {_level(*state[:3], m, state[3]) for state in compact for m in possible_months(record)}
    alternatives = {alternative for _, alternative in reached}
    return {
        **on_scale((level for level, _ in reached), t.EUROPEAN),
        "alternative": next(iter(alternatives)) if len(alternatives) == 1 else None,
    }


def _with_more_trials(states: set[Any]) -> set[Any]:
    reached, fresh = set(states), list(states)
    while fresh:
        trials, classes, augmented, weeks = fresh.pop()
        cap = t.TRIALS_WEEKS_SHOWN
        for more_classes, added_weeks, aug in product((0, 1), (t.STAGING_WEEKS, cap), (False, True)):
            found = max(1, min(classes + more_classes, 2))
            for state in (
                (min(trials + 1, 6), found, augmented or aug, min(weeks + added_weeks, cap)),
                (trials, classes, augmented or aug, weeks),
            ):
                if state not in reached:
                    reached.add(state)
                    fresh.append(state)
    return reached


# ---- the common definition


def common_definition(record: Record) -> Json:
    """Two failed adequate drug trials; and of two classes."""

    def contribution(trial: Filled) -> Contribution:
        return trial.class_key if counted_drug(trial) else NOTHING

    def add(state: Any, one: Contribution) -> Hashable:
        return (min(state[0] + 1, 2), state[1] | {one})

    states: set[Any] = set()
    for _ in record.worlds():
        states |= fold(record, contribution, add, (0, frozenset()))
    trials, classes = {count >= 2 for count, _ in states}, {len(keys) >= 2 for _, keys in states}
    if record.open:
        trials, classes = trials | {True}, classes | {True}
    return {"two_failures": verdict(trials), "two_failures_two_classes": verdict(classes)}
