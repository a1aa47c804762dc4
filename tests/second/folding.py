"""The trials' possible contributions, folded over the trials; and which trials count as failed and adequate."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from tests.second import tables as t
from tests.second.fillings import Pick, over_all_ways
from tests.second.trials import Filled, Record

Contribution = Any
NOTHING: Contribution = None


def fold(
    record: Record, contribution: Callable[[Filled], Contribution], add: Callable[[Any, Contribution], Hashable], start: Any
) -> set[Any]:
    """Every state that the trials can lead to, over every way of filling in."""
    states = {start}
    for index in range(len(record.trials)):

        def of_way(pick: Pick, index: int = index) -> Contribution:
            return contribution(Filled(record, index, pick))

        contributions = over_all_ways(of_way)
        states = {state if one is NOTHING else add(state, one) for state in states for one in contributions}
    return states


def counted_drug(trial: Filled) -> bool:
    """A failed, adequate drug trial of the current episode that no known reason takes out."""
    return trial.kind in t.DRUG_KINDS and trial.outcome in t.FAILED and trial.in_scope and not trial.taken_out and trial.adequate("staging")


def counted_ect(trial: Filled) -> bool:
    """A failed, adequate course of ECT in the current episode."""
    return trial.kind == "ect" and trial.outcome in t.FAILED and trial.in_scope and not trial.taken_out and trial.adequate("staging")


def possible_months(record: Record) -> tuple[float, ...]:
    """The episode's length, or fillings around every threshold."""
    months = record.episode.get("duration_months")
    return t.DURATION_FILLINGS if months is None else (months,)
