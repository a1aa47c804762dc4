"""Laws over random instruments and answers: gating equals a reading by hand, and a total's bounds hold every way to go on."""

from __future__ import annotations

import itertools
import random
from typing import Any, Literal

import pytest

from interview.instruments.gating import Gate
from interview.instruments.model import Condition, Instrument, InstrumentItem, Option
from interview.instruments.totals import totals, weight_bounds

Answers = dict[str, Any]


def random_instrument(chance: random.Random) -> Instrument:
    """Return an instrument of choices and numbers, some gated by items before, some in a gated group."""
    made: list[InstrumentItem] = []
    asked: list[InstrumentItem] = []
    for place in range(chance.randint(2, 6)):
        item = _question(chance, f"i{place}", asked)
        asked.append(item)
        if chance.random() < 0.25 and len(asked) > 1:
            made.append(
                InstrumentItem(link_id=f"g{place}", type="group", text="group", conditions=_conditions(chance, asked[:-1]), items=(item,))
            )
        else:
            made.append(item)
    return Instrument(title="x", items=tuple(made))


def _question(chance: random.Random, link_id: str, before: list[InstrumentItem]) -> InstrumentItem:
    conditions = _conditions(chance, before) if before and chance.random() < 0.6 else ()
    behavior: Literal["all", "any"] = chance.choice(("all", "any"))
    if chance.random() < 0.3:
        return InstrumentItem(link_id=link_id, type="integer", text="n", conditions=conditions, behavior=behavior)
    weights = [chance.choice((None, -1.0, 0.0, 1.0, 2.5)) for _ in range(chance.randint(1, 3))]
    options = tuple(Option(key=f"k{n}", kind="coding", code=f"k{n}", display=f"K{n}", weight=weight) for n, weight in enumerate(weights))
    return InstrumentItem(link_id=link_id, type="choice", text="c", options=options, conditions=conditions, behavior=behavior)


def _conditions(chance: random.Random, before: list[InstrumentItem]) -> tuple[Condition, ...]:
    made = []
    for _ in range(chance.randint(1, 2)):
        on = chance.choice(before)
        if chance.random() < 0.3:
            made.append(Condition(question=on.link_id, operator="exists", kind="boolean", answer=chance.random() < 0.5))
        elif on.type == "integer":
            made.append(
                Condition(
                    question=on.link_id,
                    operator=chance.choice(("=", "!=", ">", "<", ">=", "<=")),
                    kind="integer",
                    answer=chance.randint(0, 3),
                )
            )
        else:
            made.append(
                Condition(question=on.link_id, operator=chance.choice(("=", "!=")), kind="coding", answer=chance.choice(on.options).code)
            )
    return tuple(made)


def ways(item: InstrumentItem) -> list[Any]:
    """Return the answers that an item may have, and none."""
    return [None, 0, 2, 3] if item.type == "integer" else [None, *(each.key for each in item.options)]


def random_answers(chance: random.Random, instrument: Instrument) -> Answers:
    return {item.link_id: value for item in instrument.questions if (value := chance.choice(ways(item))) is not None}


def open_by_hand(instrument: Instrument, answers: Answers, link_id: str) -> bool:
    """Read the conditions as the standard words them, without memory and without any class."""

    def one(condition: Condition) -> bool:
        value = answers.get(condition.question) if open_by_hand(instrument, answers, condition.question) else None
        if condition.operator == "exists":
            return (value is not None) == condition.answer
        if value is None:
            return False
        return bool({
            "=": value == condition.answer, "!=": value != condition.answer, ">": condition.kind == "integer" and value > condition.answer,
            "<": condition.kind == "integer" and value < condition.answer, ">=": condition.kind == "integer" and value >= condition.answer,
            "<=": condition.kind == "integer" and value <= condition.answer,
        }[condition.operator])  # fmt: skip

    def own(item: InstrumentItem) -> bool:
        told = [one(each) for each in item.conditions]
        return not told or (any(told) if item.behavior == "any" else all(told))

    return all(own(instrument.by_link_id[each]) for each in (*instrument.above[link_id], link_id))


def sum_by_hand(instrument: Instrument, answers: Answers) -> float | None:
    """Return the sum of the weights of open scored items; None where one has no answer with a weight."""
    total = 0.0
    for item in instrument.questions:
        if item.is_scored and open_by_hand(instrument, answers, item.link_id):
            option = item.option(answers.get(item.link_id))
            if option is None or option.weight is None:
                return None
            total += option.weight
    return total


@pytest.mark.parametrize("seed", range(8))
def test_gating_equals_a_reading_by_hand(seed: int) -> None:
    chance = random.Random(seed)
    seen = set()
    for _ in range(400):
        instrument = random_instrument(chance)
        answers = random_answers(chance, instrument)
        gate = Gate(instrument, answers)
        for link_id in instrument.by_link_id:
            by_hand = open_by_hand(instrument, answers, link_id)
            assert by_hand is gate.is_open(link_id)
            seen.add(by_hand)
    assert {True, False} == seen


@pytest.mark.parametrize("seed", range(6))
def test_a_total_is_the_sum_of_what_is_known_and_its_bounds_hold_every_way_to_go_on(seed: int) -> None:
    """Every completion of the answers given so far has a total between the bounds; known is only what all of them share."""
    chance = random.Random(100 + seed)
    known = open_ones = 0
    for _ in range(100):
        instrument = random_instrument(chance)
        answers = random_answers(chance, instrument)
        found = totals(instrument, answers)
        if not found:
            continue
        total = found[0]
        assert total.low is not None
        assert total.high is not None
        left = [item for item in instrument.questions if item.link_id not in answers]
        results = []
        for values in itertools.product(*(ways(item) for item in left)):
            whole = answers | {item.link_id: value for item, value in zip(left, values, strict=True) if value is not None}
            result = sum_by_hand(instrument, whole)
            if result is not None:
                assert total.low - 1e-9 <= result <= total.high + 1e-9
                results.append(result)
        if total.value is None:
            open_ones += 1
            assert total.settles
        else:
            known += 1
            assert () == total.settles
            assert total.value == pytest.approx(sum_by_hand(instrument, answers))
            assert all(result == pytest.approx(total.value) for result in results)
    assert known
    assert open_ones


def test_nothing_unanswered_counts_as_nothing() -> None:
    """Negative control: an item without an answer leaves the total unknown, also where its least weight is 0."""
    item = InstrumentItem(
        link_id="a",
        type="choice",
        text="c",
        options=tuple(Option(key=f"k{n}", kind="coding", code=f"k{n}", display="K", weight=float(n)) for n in range(4)),
    )
    assert (0.0, 3.0) == weight_bounds(item, None)
    total = totals(Instrument(title="x", items=(item,)), {})[0]
    assert (None, 0.0, 3.0, ("a",)) == (total.value, total.low, total.high, total.settles)
