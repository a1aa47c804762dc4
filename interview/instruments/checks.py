"""Whether an instrument that could be read can be asked: its conditions fit, every item can be reached, every answer can be given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview.instruments.comparing import holds
from interview.instruments.fault import InstrumentFault, shown
from interview.instruments.model import CHOICES, NUMBERS, WORDS, Condition, Instrument, InstrumentItem, walk
from interview.language import _

MOST_ITEMS: Final = 500
MOST_CHARACTERS: Final = 500_000
"""Of all texts together: each is looked at for words of risk."""

DEEPEST: Final = 8
"""Items inside one another."""

ORDERED: Final = frozenset({"integer", "decimal", "date", "quantity"})
"""Types of which one value is greater than another."""


def check(instrument: Instrument) -> tuple[InstrumentFault, ...]:
    """Return what is wrong, in the order of the items. An instrument out of a log is held to the same as one out of a file."""
    unsound = tuple(_unsound(instrument))
    if unsound:
        return unsound
    places = {link_id: place for place, link_id in enumerate(instrument.by_link_id)}
    circular = frozenset(link_id for link_id in places if _leads_back(instrument, link_id))
    found: list[InstrumentFault] = []
    for item in instrument.by_link_id.values():
        where = shown(item.link_id, f"item {places[item.link_id] + 1}")
        if item.link_id in circular:
            says = _("its conditions lead back to itself; allowed: conditions on items before it")
            found.append(InstrumentFault(where, "circular", says))
        else:
            for condition in item.conditions:
                found += (InstrumentFault(where, what, says) for what, says in _of_condition(instrument, item, condition, places))
            if _contradicts(instrument, item):
                says = _("its conditions ask for two different answers at once; allowed: conditions that can hold together")
                found.append(InstrumentFault(where, "never_open", says))
        found += (InstrumentFault(where, what, says) for what, says in _of_item(item))
    return tuple(found)


def too_much_text() -> InstrumentFault:
    """Return what is said of a file with more text than any questionnaire has."""
    says = _("found more than {most} characters of text in all; allowed: at most that many").format(most=MOST_CHARACTERS)
    return InstrumentFault("item", "too_much_text", says)


def _unsound(instrument: Instrument) -> Iterator[InstrumentFault]:
    """What no reading of a file leaves behind: only a log that was made elsewhere can hold it."""
    every = list(walk(instrument.items))
    if len(every) > MOST_ITEMS:
        yield InstrumentFault(
            "item", "too_many_items", _("found more than {most} items; allowed: at most that many").format(most=MOST_ITEMS)
        )
        return
    if sum(len(item.text) + sum(len(option.display) for option in item.options) for item, __ in every) > MOST_CHARACTERS:
        yield too_much_text()
        return
    seen: set[str] = set()
    for place, (item, over) in enumerate(every, 1):
        where = shown(item.link_id, f"item {place}")
        if item.link_id in seen:
            yield InstrumentFault(where, "link_id_twice", _("found this linkId twice; allowed: each once"))
        seen.add(item.link_id)
        if len(over) >= DEEPEST:
            yield InstrumentFault(
                where, "too_deep", _("found items nested deeper than {most}; allowed: at most that deep").format(most=DEEPEST)
            )
        if len({option.key for option in item.options}) < len(item.options):
            yield InstrumentFault(where, "option_twice", _("found the same option twice; allowed: each option once"))
        if item.type == "choice" and not item.options:
            says = _("found a choice without options; allowed: answerOption, or a contained value set")
            yield InstrumentFault(where, "no_options", says)


def _of_item(item: InstrumentItem) -> Iterator[tuple[str, str]]:
    if item.type == "group" and not item.items:
        yield "empty_group", _("found a group without items; allowed: a group with at least one")
    if item.type == "group" and item.repeats:
        yield "group_repeats", _("found a group that repeats, which cannot be asked here; allowed: a group that is asked once")
    if item.repeats and item.is_question and item.type not in CHOICES | WORDS:
        yield "repeats", _("found several answers to one item of this type; allowed: several answers to choices and texts only")
    if item.required and item.is_fixed and not item.initial and item.expression is None:
        yield (
            "required_hidden",
            _("found an item that is required, and nobody can answer it; allowed: not hidden and not readOnly, or a preset"),
        )
    if item.low is not None and item.high is not None and _is_beyond(item.low, item.high):
        yield "bounds", _("found a minValue above its maxValue; allowed: a range that holds something")
    if item.longest is not None and item.shortest is not None and item.shortest > item.longest:
        yield "bounds", _("found a minLength above its maxLength; allowed: a range that holds something")
    if item.is_question and not item.text and not item.is_fixed:
        yield "no_text", _("found a question without a text; allowed: what is to be asked")


def _of_condition(instrument: Instrument, item: InstrumentItem, condition: Condition, places: dict[str, int]) -> Iterator[tuple[str, str]]:
    asked = instrument.by_link_id.get(condition.question)
    if asked is None:
        yield "unknown_question", _("enableWhen: found a question that is not in the file; allowed: the linkId of another item")
        return
    if places[asked.link_id] > places[item.link_id]:
        yield "question_after", _("enableWhen: found a question that is asked after it; allowed: an item before it")
    if not asked.is_question or (asked.is_fixed and not asked.initial):
        if not holds(condition, asked, None):
            yield (
                "never_open",
                _("enableWhen: found a question that nobody can answer, so that it is never asked; allowed: one that is answered"),
            )
        return
    if condition.operator == "exists":
        return
    fitting = _kinds(asked)
    if condition.kind not in fitting:
        allowed = ", ".join(sorted(fitting))
        yield "wrong_type", _("enableWhen: found an answer of another type than its question; allowed: {allowed}").format(allowed=allowed)
    elif condition.operator not in ("=", "!=") and not _is_ordered(asked):
        yield "wrong_operator", _("enableWhen: found an order where there is none; allowed: = and != for this type")
    elif _never_given(asked, condition):
        yield (
            "never_open",
            _("enableWhen: found an answer that its question cannot have, so that it is never asked; allowed: one that it can have"),
        )


def _kinds(asked: InstrumentItem) -> frozenset[str]:
    """The types of answers that a question's answer may be compared with."""
    match asked.type:
        case "choice" | "open-choice":
            return frozenset({option.kind for option in asked.options} | ({"string"} if asked.type == "open-choice" else set()))
        case "string" | "text":
            return frozenset({"string"})
        case "integer" | "decimal":
            return frozenset({"integer", "decimal"})
        case _:
            return frozenset({asked.type})


def _is_ordered(asked: InstrumentItem) -> bool:
    return asked.type in ORDERED or (asked.type in CHOICES and all(option.kind in ("integer", "date") for option in asked.options))


def _never_given(asked: InstrumentItem, condition: Condition) -> bool:
    """Whether `=` asks for an option that there is not, for a number out of bounds, or for another value than a fixed one."""
    if condition.operator != "=":
        return False
    if asked.is_fixed:
        return not holds(condition, asked, asked.initial[0])
    if asked.type == "choice":
        return not any(holds(condition, asked, option.key) for option in asked.options)
    if asked.type in NUMBERS:
        low, high = asked.low, asked.high
        return (low is not None and _is_beyond(low, condition.answer)) or (high is not None and _is_beyond(condition.answer, high))
    return False


def _contradicts(instrument: Instrument, item: InstrumentItem) -> bool:
    if item.behavior == "any":
        return False
    wanted: dict[str, set[tuple[object, str | None]]] = {}
    for each in item.conditions:
        asked = instrument.by_link_id.get(each.question)
        if each.operator == "=" and asked is not None and not asked.repeats:
            wanted.setdefault(each.question, set()).add((each.answer, each.system))
    return any(len({answer for answer, __ in found}) > 1 for found in wanted.values())


def _leads_back(instrument: Instrument, link_id: str) -> bool:
    """Whether an item's conditions, and those of all it stands in, rest on the item itself."""
    waiting, seen = [link_id], set[str]()
    while waiting:
        here = waiting.pop()
        for each in (*instrument.above.get(here, ()), here):
            for condition in instrument.by_link_id[each].conditions:
                asked = condition.question
                if asked == link_id or link_id in instrument.above.get(asked, ()):
                    return True
                if asked in instrument.by_link_id and asked not in seen:
                    seen.add(asked)
                    waiting.append(asked)
    return False


def _is_beyond(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one > other
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one > other
    return False
