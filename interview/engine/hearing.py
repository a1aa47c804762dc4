"""From what was typed, or given as a value, to a typed answer that fits its item: `understanding` and `validation` in turn."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from interview.engine.event_body import AnswerStatus
from interview.engine.replies import AskedBack, NotUnderstood, Refused
from interview.engine.validation import Misfit, fits
from interview.questionnaire.model import Item
from interview.understanding.understand import understand
from interview.understanding.understood import Option, Understood
from trd_core.vocabulary import definition_of

READ_AS_GIVEN = frozenset({"text"})


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer ready to be appended."""

    status: AnswerStatus
    value: Any
    verbatim: str | None
    approximate: bool = False
    hedged: bool = False
    range: tuple[float | str | None, float | str | None] | None = None


def hear_text(link_id: str, item: Item, text: str, today: dt.date, *, keep: bool) -> Heard | AskedBack | NotUnderstood | Refused:
    """Return what typed words mean as an answer to this item; the words are kept beside it."""
    options = tuple(Option(option.code, option.display, option.say) for option in item.options) or _labels(item)
    meant = understand(item.type, text, unit=item.unit, options=options, minimum=item.min, maximum=item.max, today=today, about=link_id)
    if meant.status == "ambiguous":
        return AskedBack(link_id, meant.text, _as_on_the_card(item, meant.candidates))
    if meant.status == "not_understood":
        if not meant.text:
            return Refused(link_id, "empty")
        may_keep = item.type == "drug"
        if may_keep and keep:
            return Heard("answered", meant.text, meant.text)
        return NotUnderstood(link_id, meant.text, _what_fits(link_id, item), may_keep)
    if meant.missing is not None:
        return Heard(meant.missing, None, meant.text)
    return _fitted(link_id, item, meant)


def hear_value(
    link_id: str, item: Item | None, value: Any, verbatim: str | None, today: dt.date
) -> Heard | AskedBack | NotUnderstood | Refused:
    """Return a given value as an answer: in its typed form, or, where a text stands for another kind, understood."""
    settled, misfit = fits(item, definition_of(link_id), value)
    if misfit is None and not (item is not None and item.type == "drug"):
        is_own_words = item is not None and item.type == "text"
        return Heard("answered", settled, settled if is_own_words and verbatim is None else verbatim)
    if isinstance(value, str) and item is not None:
        heard = hear_text(link_id, item, value, today, keep=True)
        return (
            heard
            if verbatim is None or not isinstance(heard, Heard)
            else Heard(heard.status, heard.value, verbatim, heard.approximate, heard.hedged, heard.range)
        )
    return Refused(link_id, "does_not_fit", misfit)


def is_unlikely(item: Item, value: Any) -> bool:
    """Return whether a number lies where a slip of the keys is likelier than the number."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return (item.likely_min is not None and value < item.likely_min) or (item.likely_max is not None and value > item.likely_max)


def _labels(item: Item) -> tuple[Option, ...]:
    """The labels of a scale's values as options with the number as code: what is printed may be typed."""
    parted = (anchor.partition(" ") for anchor in item.anchors)
    return tuple(Option(number, label) for number, _, label in parted if number.isdigit() and label)


def _as_on_the_card(item: Item, candidates: tuple[Any, ...]) -> tuple[Any, ...]:
    """The readings of a choice in the order of its options, so that they are offered as they stand on the card."""
    places = {option.code: place for place, option in enumerate(item.options)}
    return (
        tuple(sorted(candidates, key=places.__getitem__))
        if all(isinstance(each, str) and each in places for each in candidates)
        else candidates
    )


def _fitted(link_id: str, item: Item, meant: Understood) -> Heard | AskedBack | NotUnderstood:
    value = list(meant.value) if isinstance(meant.value, tuple) else meant.value
    if value is None:
        return Heard("answered", None, meant.text, meant.approximate, meant.hedged, meant.range)
    settled, misfit = fits(item, definition_of(link_id), value)
    if misfit is not None:
        return NotUnderstood(link_id, meant.text, misfit)
    if is_unlikely(item, settled):
        return AskedBack(link_id, meant.text, (settled,), is_unlikely=True, approximate=meant.approximate, hedged=meant.hedged)
    return Heard("answered", settled, meant.text, meant.approximate, meant.hedged, meant.range)


def _what_fits(link_id: str, item: Item) -> Misfit | None:
    """Return what would have fitted, by trying a value that never does."""
    return fits(item, definition_of(link_id), object())[1]
