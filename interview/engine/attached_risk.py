"""Which items of an attached instrument ask about suicide or self-harm, and which answers to them are signs of risk.

Their code says so, or words of risk do, in the item or in one of its options. A weight above 0, a yes, a number above 0 and a text
with words of risk are signs; refused, not known, said not to apply, or said with doubt is unclear, and is met like one: it is no no.
Status: project.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from interview.instruments.model import CHOICES, InstrumentItem, Option
from interview.instruments.self_harm import has_code_of_self_harm
from interview.understanding.risk import risk_words
from interview.understanding.understand import understand

NONE_OF_IT: Final = frozenset({"never", "none", "not at all", "absent", "mai", "nessuno", "per niente"})
"""Options without a weight that say no, beside those that are read as a no."""


@lru_cache(maxsize=2048)
def asks_about_self_harm(item: InstrumentItem) -> bool:
    """Return whether an item asks about suicide or self-harm."""
    if not item.is_question:
        return False
    words = (item.text, *(option.display for option in item.options))
    return has_code_of_self_harm(item) or any(risk_words(each) for each in words)


def is_sign(item: InstrumentItem, status: str, value: Any, verbatim: str | None = None, *, hedged: bool = False, high: Any = None) -> bool:
    """Return whether an answer must be met: a sign of risk, or no clear answer. `high` is the upper bound of a range that was said."""
    if not asks_about_self_harm(item):
        return False
    if status != "answered" or hedged:
        return True
    said = list(value) if isinstance(value, list | tuple) else [value]
    if not said:
        return False
    return any(_is_sign(item, each, verbatim, high) for each in said)


def _is_sign(item: InstrumentItem, value: Any, verbatim: str | None, high: Any) -> bool:
    option = item.option(value)
    if option is not None:
        return _is_sign_of(option)
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return value > 0
    if value is None:
        return not (isinstance(high, int | float) and high <= 0)
    if item.type in CHOICES:
        return not says_no(str(value))
    return bool(risk_words(f"{value} {verbatim or ''}"))


def _is_sign_of(option: Option) -> bool:
    """A weight decides; without one, only an option that says no is none."""
    if option.weight is not None:
        return option.weight > 0
    if option.kind == "integer":
        return int(option.code) > 0
    return not says_no(option.display)


def says_no(words: str) -> bool:
    """Return whether the words of an option say that there is none of it."""
    plain = words.casefold().strip(" .!")
    return plain in NONE_OF_IT or understand("yes_no", words).value is False
