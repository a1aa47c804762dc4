"""Whether a typed value fits its item and its fact; if not, what would.

What it will not do: read words (that is `understanding`), or change a value beyond its form (5.0 → 5, a list → a tuple).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from interview.questionnaire.model import Item
from trd_core.case_types import PartialDate
from trd_core.text import LONGEST_TEXT, clean
from trd_core.vocabulary import FactType, facts

_DATE: Final = TypeAdapter(PartialDate)
NUMBERS: Final = frozenset({"number", "scale", "duration", "frequency", "dose"})


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why a value does not fit: a code, and what is allowed, as numbers, codes and kinds only."""

    code: str
    allowed: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None

    def sentence(self) -> str:
        """Return what fits, in a few plain words."""
        match self.code:
            case "a_number":
                return f"a number {self._between()}".strip()
            case "a_whole_number":
                return f"a whole number {self._between()}".strip()
            case "yes_or_no":
                return "yes or no (true or false)"
            case "a_date":
                return "a date that exists: YYYY, YYYY-MM or YYYY-MM-DD"
            case "an_option":
                return f"one of {', '.join(self.allowed)}"
            case "options":
                return f"a list out of {', '.join(self.allowed)}"
            case "a_length":
                return f"a text of {_counted(self.low, self.high)} characters"
            case "texts":
                return "a list of texts"
            case _:
                return f"a text of at most {LONGEST_TEXT} characters"

    def _between(self) -> str:
        if self.low is not None and self.high is not None:
            return f"from {self.low:g} to {self.high:g}"
        if self.low is not None:
            return f"of at least {self.low:g}"
        return f"of at most {self.high:g}" if self.high is not None else ""


def _counted(low: float | None, high: float | None) -> str:
    return f"{low or 0:g} to {high:g}" if high is not None else f"at least {low or 0:g}"


def fits(item: Item | None, definition: str, value: Any) -> tuple[Any, Misfit | None]:
    """Return the value in its settled form and None, or the value and why it does not fit.

    `item` is None for facts that no questionnaire asks (formulation); then the fact's own type decides.
    """
    fact = facts().get(definition)
    kind = item.type if item is not None else _kind_of(fact)
    low, high = _bounds(item, fact)
    match kind:
        case "yes_no":
            return value, None if isinstance(value, bool) else Misfit("yes_or_no")
        case "date":
            return _as_date(value)
        case "choice":
            codes = _codes(item, fact)
            return value, None if isinstance(value, str) and value in codes else Misfit("an_option", codes)
        case "choices":
            return _as_codes(value, _codes(item, fact))
        case "drugs" | "texts":
            return _as_texts(value)
        case "text" | "drug":
            return _as_text(value)
        case _:
            return _as_number(value, low, high, whole=kind == "scale" or (fact is not None and fact.kind == "integer"))


def _kind_of(fact: FactType | None) -> str:
    if fact is None:
        return "text"
    return {"bool": "yes_no", "code": "choice", "codes": "choices", "integer": "scale"}.get(fact.kind, fact.kind)


def _bounds(item: Item | None, fact: FactType | None) -> tuple[float | None, float | None]:
    lows = [low for low in (item.min if item else None, fact.low if fact else None) if low is not None]
    highs = [high for high in (item.max if item else None, fact.high if fact else None) if high is not None]
    if item is not None and item.type in NUMBERS and not lows:
        lows = [0.0]
    return max(lows, default=None), min(highs, default=None)


def _codes(item: Item | None, fact: FactType | None) -> tuple[str, ...]:
    if item is not None and item.options:
        return tuple(option.code for option in item.options)
    return fact.codes if fact is not None else ()


def _as_number(value: Any, low: float | None, high: float | None, *, whole: bool) -> tuple[Any, Misfit | None]:
    code = "a_whole_number" if whole else "a_number"
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        return value, Misfit(code, (), low, high)
    settled = int(value) if float(value).is_integer() else value
    if (whole and not isinstance(settled, int)) or (low is not None and settled < low) or (high is not None and settled > high):
        return value, Misfit(code, (), low, high)
    return settled, None


def _as_date(value: Any) -> tuple[Any, Misfit | None]:
    try:
        return _DATE.validate_python(value, strict=True), None
    except ValidationError:
        return value, Misfit("a_date")


def _as_codes(value: Any, codes: tuple[str, ...]) -> tuple[Any, Misfit | None]:
    if not _is_list(value) or any(not isinstance(each, str) or each not in codes for each in value):
        return value, Misfit("options", codes)
    return list(dict.fromkeys(value)), None


def _as_texts(value: Any) -> tuple[Any, Misfit | None]:
    if not _is_list(value) or any(not isinstance(each, str) or len(each) > LONGEST_TEXT for each in value):
        return value, Misfit("texts")
    return list(dict.fromkeys(text for each in value if (text := clean(each)))), None


def _as_text(value: Any) -> tuple[Any, Misfit | None]:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        return value, Misfit("a_text")
    return clean(value), None


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
