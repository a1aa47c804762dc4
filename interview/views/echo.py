"""What was understood, in words: `6.5 hours`, `A medicine`, `declined`, `between 6 and 8 weeks, about`.

It says no more than the answer does, and never turns a missing answer into a "no".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Protocol

from interview.language import _
from interview.questionnaire.model import Item
from interview.views.durations import UNITS as UNITS
from interview.views.durations import duration_words
from interview.views.locale import day, listed, number

STATUS_WORDS: Final = {
    "declined": _("declined"),
    "unknown": _("does not know"),
    "not_applicable": _("does not apply"),
    "not_asked": _("not asked"),
}
"""Why there is no answer; the four stay apart everywhere."""

Range = tuple[float | str | None, float | str | None]


class Answered(Protocol):
    """What an answer, or a turn that gave one, shows."""

    @property
    def status(self) -> str | None:
        """`answered`, or why not."""

    @property
    def value(self) -> Any:
        """What was understood."""

    @property
    def range(self) -> Range | None:
        """Between what, where it was no single value."""

    @property
    def approximate(self) -> bool:
        """Whether it was said to be about so."""

    @property
    def hedged(self) -> bool:
        """Whether it was said with some doubt."""


def echo(item: Item | None, answer: Answered | None) -> str:
    """Return what was understood, in words; `not asked` where there is no answer."""
    if answer is None or answer.status is None:
        return STATUS_WORDS["not_asked"]
    if answer.status != "answered":
        return STATUS_WORDS.get(answer.status, answer.status)
    if answer.value is not None:
        words = value_words(item, answer.value)
        if answer.range is not None:
            words = f"{words} ({_range_words(item, answer.range)})"
    elif answer.range is not None:
        words = _range_words(item, answer.range)
    else:
        return _("answered, nothing understood")
    return words + (_(", about") if answer.approximate else "") + (_(", said with some doubt") if answer.hedged else "")


def value_words(item: Item | None, value: Any) -> str:
    """Return one typed value in words, with its unit or the display of its option."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, (int, float)):
        return _with_unit(item, value)
    if isinstance(value, str):
        return _text_words(item, value)
    if isinstance(value, Sequence):
        return listed([_text_words(item, str(each)) for each in value]) or _("none")
    return str(value)


def _text_words(item: Item | None, value: str) -> str:
    if item is None:
        return value
    if item.type == "date":
        return day(value)
    display = next((option.display for option in item.options if option.code == value), None)
    return display if display is not None else value


def _with_unit(item: Item | None, value: float) -> str:
    shown = number(value)
    if item is None:
        return shown
    match item.type:
        case "duration":
            return duration_words(value, item.unit)
        case "dose":
            return _("{shown} mg a day").format(shown=shown)
        case "frequency":
            return _("once a week") if shown == "1" else _("{shown} times a week").format(shown=shown)
        case "scale" | "choice":
            label = next((option.display for option in item.options if option.code == shown), None) or _anchor(item, shown)
            return f"{shown}, {label}" if label else shown
        case _:
            return f"{shown} {_unit(item, value)}".strip()


def _anchor(item: Item, shown: str) -> str | None:
    """Return the label of a scale's value: `1 a lot better` labels 1."""
    return next((rest for number_, __, rest in (anchor.partition(" ") for anchor in item.anchors) if number_ == shown), None)


def _unit(item: Item, value: float) -> str:
    if item.unit is None:
        return ""
    one, many = UNITS.get(item.unit, (item.unit, item.unit))
    return one if value == 1 else many


def _range_words(item: Item | None, bounds: Range) -> str:
    low, high = bounds
    if low is None and high is None:
        return _("left open")
    if low is None or (low == 0 and high is not None and not isinstance(high, str)):
        return _("at most {value_words}").format(value_words=value_words(item, high))
    if high is None:
        return _("{value_words} or more").format(value_words=value_words(item, low))
    first, last = value_words(item, low), value_words(item, high)
    is_duration = item is not None and item.type == "duration"
    if is_duration and first.partition(" ")[2] == last.partition(" ")[2]:
        first = first.partition(" ")[0]
    elif not is_duration and item is not None and item.type in ("dose", "number", "frequency") and not isinstance(low, str):
        first = number(low)
    return _("between {first} and {value_words}").format(first=first, value_words=last)
