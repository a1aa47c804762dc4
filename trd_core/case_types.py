"""What every part of the case record is made of: the strict model, its numbers and its dates.

Absent or null means *not known*, never "no" and never 0.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field


class Fact(BaseModel):
    """A frozen, strict part of the record: unknown keys are refused, nothing is coerced."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)


def _integral(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _real_date(value: str) -> str:
    parts = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", value)
    if parts is None:
        raise ValueError("a date is YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = parts.groups()
    try:
        dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise ValueError("this date does not exist") from None
    return value


T = TypeVar("T")


def _each_once(values: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


if TYPE_CHECKING:
    Part = Annotated[T, "a part of the record"]
else:

    class Part:
        """A part of the record; null is a part of which nothing is known."""

        def __class_getitem__(cls, part: Any) -> Any:
            return Annotated[part | None, AfterValidator(lambda value: part() if value is None else value)]


PartialDate = Annotated[str, AfterValidator(_real_date), Field(json_schema_extra={"format": "partial-date"})]
"""ISO 8601, no more exact than what is known: a year, a year and month, or a day."""

Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
"""A number of something, never negative (milligrams, weeks, months, sessions, hours)."""

Count = Annotated[int, Field(ge=0), BeforeValidator(_integral)]
Percent = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Rating = Annotated[int, Field(ge=0, le=3), BeforeValidator(_integral)]
"""0 none, 1 mild, 2 moderate, 3 severe (or low, medium, high)."""

ChangeRating = Annotated[int, Field(ge=1, le=9), BeforeValidator(_integral)]
"""Kellner's global rating of change: 1 a lot better, 3 better, 5 no change, 7 worse, 9 a lot worse."""

Codes = Annotated[tuple[T, ...], AfterValidator(_each_once)]
"""A list of codes, each kept once. Complete only without its path in `missing`."""

MissingReason = Literal["not_asked", "declined", "unknown", "not_applicable"]
Area = Literal["stress", "lifestyle", "illness_behavior", "wellbeing", "relationships", "psychiatric", "medical", "safety", "other"]
AreaToComplete = Literal["stress", "lifestyle", "illness_behavior", "wellbeing", "relationships", "psychiatric"]
