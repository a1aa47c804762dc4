"""The total of an instrument, computed anew from its weights; beside it what was stated.

Only sums are computed. An open scored item without an answer leaves the total unknown, between bounds that hold every way in
which it may still be answered; nothing is imputed. Status: project.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from interview.instruments.gating import Gate
from interview.instruments.model import NUMBERS, Instrument, InstrumentItem

NAMES: Final = re.compile(r"\b(?:total|totale|sum|somma|score|punteggio|gesamt(?:wert|punktzahl)?)\b", re.IGNORECASE)
"""Words by which an item's text, code or unit says that it is a total."""
NO_SUM: Final = re.compile(r"\*|\bdiv\b|\bmod\b|/\s*\d|\bavg\s*\(|\bmax\s*\(|\bmin\s*\(|\bround\s*\(|\bpower\s*\(|\d\s*-\s|\)\s*-\s")
"""Signs in an expression that it is more than a sum."""
SUMS: Final = re.compile(r"\bsum\s*\(|\baggregate\s*\(|\bordinal\s*\(|\bweight\s*\(|ordinalValue|itemWeight|\+")
NAMED: Final = re.compile(r"linkId\s*=\s*'([^']{1,255})'|linkId\s*=\s*\"([^\"]{1,255})\"")
SAME: Final = 1e-9
"""By how much two totals may differ and be the same: what is lost in adding decimals."""


@dataclass(frozen=True, slots=True)
class Total:
    """One total. `low` and `high` are its bounds; both are its value where it is known."""

    link_id: str | None
    """The item that states it; None for the plain sum of an instrument that has no such item."""
    items: tuple[str, ...]
    """The scored items that it sums, in order."""
    is_recomputed: bool
    """False where it is more than a sum, or not clear of what: then only what was stated stands."""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    settles: tuple[str, ...] = ()
    """Items whose answers would settle it."""
    stated: float | None = None
    differs: bool = False
    """Whether what was stated cannot be the total."""


def is_total(item: InstrumentItem) -> bool:
    """Return whether an item states a total: a number that is computed by adding, or that is called one."""
    if item.type not in NUMBERS:
        return False
    if item.is_fixed and item.expression is not None and SUMS.search(item.expression):
        return True
    return bool(NAMES.search(item.text) or NAMES.search(item.unit or "") or any(NAMES.search(code.code) for code in item.codes))


def totals(instrument: Instrument, answers: Mapping[str, Any]) -> tuple[Total, ...]:
    """Return every total of an instrument for given answers; none where nothing is scored and nothing is stated."""
    gate = Gate(instrument, answers)
    stating = [item for item in instrument.questions if is_total(item)]
    if not stating:
        scored = tuple(item.link_id for item in instrument.questions if item.is_scored)
        return (_summed(instrument, gate, None, scored, None),) if scored else ()
    return tuple(_of(instrument, gate, item, stating) for item in stating)


def _of(instrument: Instrument, gate: Gate, item: InstrumentItem, stating: list[InstrumentItem]) -> Total:
    stated = gate.value(item.link_id)
    stated = float(stated) if isinstance(stated, int | float) and not isinstance(stated, bool) else None
    scored = _scope(instrument, item, stating)
    if not scored:
        return Total(item.link_id, (), False, stated=stated)
    return _summed(instrument, gate, item.link_id, scored, stated)


def _scope(instrument: Instrument, item: InstrumentItem, stating: list[InstrumentItem]) -> tuple[str, ...]:
    """The scored items that a total sums: those it names; else of the nearest group with any, unless it is not the only one there."""
    known = instrument.by_link_id
    if item.expression is not None:
        if NO_SUM.search(item.expression):
            return ()
        named = dict.fromkeys(one or other for one, other in NAMED.findall(item.expression))
        if named:
            return tuple(named) if all(each in known and known[each].is_scored for each in named) else ()
    for around in (*reversed(instrument.above[item.link_id]), None):
        inside = [each.link_id for each in instrument.questions if around is None or around in instrument.above[each.link_id]]
        scored = tuple(each for each in inside if known[each].is_scored)
        if scored:
            others = [each for each in stating if each.link_id != item.link_id and _level(instrument, each, scored) == around]
            return () if others else scored
    return ()


def _level(instrument: Instrument, item: InstrumentItem, scored: tuple[str, ...]) -> str | None:
    """The nearest group around an item that holds one of these."""
    over = instrument.above[item.link_id]
    return next((around for around in reversed(over) if any(around in instrument.above[each] for each in scored)), None)


def _summed(instrument: Instrument, gate: Gate, link_id: str | None, scored: tuple[str, ...], stated: float | None) -> Total:
    bounds: list[tuple[float, float]] = []
    settles: dict[str, None] = {}
    for each in scored:
        may = gate.may_be_open(each)
        if may is False:
            continue
        low, high = weight_bounds(instrument.by_link_id[each], gate.answer(each))
        if may is None:
            settles |= dict.fromkeys(gate.unsettled(each))
            low, high = min(0.0, low), max(0.0, high)
        if not _is_settled(instrument.by_link_id[each], gate.answer(each)):
            settles[each] = None
        bounds.append((low, high))
    low, high = math.fsum(one for one, __ in bounds), math.fsum(other for __, other in bounds)
    differs = stated is not None and not low - SAME <= stated <= high + SAME
    order = {each: place for place, each in enumerate(instrument.by_link_id)}
    left = tuple(sorted(settles, key=order.__getitem__))
    return Total(link_id, scored, True, None if left else low, low, high, left, stated, differs)


def weight_bounds(item: InstrumentItem, value: Any) -> tuple[float, float]:
    """Return between what a scored item adds: its weight where it is known, else the least and the greatest that it may."""
    if _is_settled(item, value):
        weight = math.fsum(_weights(item, value))
        return weight, weight
    held = [option.weight for option in item.options if option.weight is not None]
    if item.repeats:
        return math.fsum(each for each in held if each < 0), math.fsum(each for each in held if each > 0)
    return min(held), max(held)


def _is_settled(item: InstrumentItem, value: Any) -> bool:
    chosen = list(value) if isinstance(value, list | tuple) else [] if value is None else [value]
    options = [item.option(each) for each in chosen]
    return value is not None and all(option is not None and option.weight is not None for option in options)


def _weights(item: InstrumentItem, value: Any) -> Iterator[float]:
    for each in value if isinstance(value, list | tuple) else (value,):
        option = item.option(each)
        if option is not None and option.weight is not None:
            yield option.weight
