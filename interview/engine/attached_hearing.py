"""From what was typed, or given as a value, to an answer that fits an item of an attached instrument.

It reads as the rest of the interview does; bounds, whole numbers and lengths are the instrument's own.
"""

from __future__ import annotations

import datetime as dt
import math
from typing import Any, Final

from interview.engine.attached_risk import asks_about_self_harm
from interview.engine.hearing import Heard
from interview.engine.replies import AskedBack, NotUnderstood, Refused
from interview.engine.validation import Misfit, fits
from interview.instruments.model import NUMBERS, WORDS, InstrumentItem
from interview.questionnaire.model import Item
from interview.understanding.understand import understand
from interview.understanding.understood import Option

DANGER: Final = "safety.attached"
"""What an item about self-harm is about, as the readers know it: a "no" is taken only where the whole answer is one."""
NO_BOUND: Final = -1e15
"""Where an instrument names no least number, a number may be below 0."""


def hear_words(
    link_id: str, asked: InstrumentItem, item: Item, text: str, today: dt.date, *, keep: bool
) -> Heard | AskedBack | NotUnderstood | Refused:
    """Return what typed words mean as an answer to this item; words for an open choice may be kept as they are."""
    options = tuple(Option(option.code, option.display, option.say) for option in item.options)
    least = NO_BOUND if item.min is None else item.min
    about = DANGER if asks_about_self_harm(asked) else None
    meant = understand(item.type, text, options=options, minimum=least, maximum=item.max, today=today, about=about)
    may_keep = asked.type == "open-choice" and not asked.repeats
    if meant.status == "ambiguous":
        return AskedBack(link_id, meant.text, meant.candidates)
    if meant.status == "not_understood":
        if not meant.text:
            return Refused(link_id, "empty")
        if may_keep and keep:
            return Heard("answered", meant.text, meant.text)
        return NotUnderstood(link_id, meant.text, fit(asked, item, object())[1], may_keep)
    if meant.missing is not None:
        return Heard(meant.missing, None, meant.text)
    if meant.value is None:
        return Heard("answered", None, meant.text, meant.approximate, meant.hedged, meant.range)
    value = list(meant.value) if isinstance(meant.value, tuple) else meant.value
    settled, misfit = fit(asked, item, value)
    if misfit is not None:
        return NotUnderstood(link_id, meant.text, misfit)
    return Heard("answered", settled, meant.text, meant.approximate, meant.hedged, meant.range)


def hear_given(
    link_id: str, asked: InstrumentItem, item: Item, value: Any, verbatim: str | None, today: dt.date
) -> Heard | AskedBack | NotUnderstood | Refused:
    """Return a given value as an answer: in its typed form, or, where a text stands for another kind, understood."""
    settled, misfit = fit(asked, item, value)
    if misfit is None:
        return Heard("answered", settled, settled if asked.type in WORDS and verbatim is None and isinstance(settled, str) else verbatim)
    if not isinstance(value, str):
        return Refused(link_id, "does_not_fit", misfit)
    heard = hear_words(link_id, asked, item, value, today, keep=True)
    if verbatim is None or not isinstance(heard, Heard):
        return heard
    return Heard(heard.status, heard.value, verbatim, heard.approximate, heard.hedged, heard.range)


def fit(asked: InstrumentItem, item: Item, value: Any) -> tuple[Any, Misfit | None]:
    """Return a value in its settled form and None, or the value and why it does not fit."""
    if asked.type in NUMBERS:
        return _number(asked, item, value)
    settled, misfit = fits(item, "", value)
    if misfit is None and asked.type in WORDS:
        misfit = _length(asked, settled)
    if misfit is None and asked.type == "date" and isinstance(settled, str):
        misfit = _day(asked, settled)
    return settled, misfit


def _number(asked: InstrumentItem, item: Item, value: Any) -> tuple[Any, Misfit | None]:
    misfit = Misfit("a_whole_number" if asked.type == "integer" else "a_number", (), item.min, item.max)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return value, misfit
    settled = int(value) if float(value).is_integer() else value
    is_outside = (item.min is not None and settled < item.min) or (item.max is not None and settled > item.max)
    return (value, misfit) if is_outside or (asked.type == "integer" and not isinstance(settled, int)) else (settled, None)


def _length(asked: InstrumentItem, value: Any) -> Misfit | None:
    texts = value if isinstance(value, list) else [value]
    shortest, longest = asked.shortest or 0, asked.longest
    if all(shortest <= len(each) and (longest is None or len(each) <= longest) for each in texts):
        return None
    return Misfit("a_length", (), float(shortest), None if longest is None else float(longest))


def _day(asked: InstrumentItem, value: str) -> Misfit | None:
    low, high = asked.low, asked.high
    is_before = isinstance(low, str) and value < low[: len(value)]
    is_after = isinstance(high, str) and value[: len(high)] > high[: len(value)]
    return Misfit("a_date") if is_before or is_after else None
