"""What every event's body is, and the words that several of them share."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from trd_core.text import CleanText

AnswerStatus = Literal["answered", "declined", "unknown", "not_applicable"]
AnswerSource = Literal["patient", "clinician", "informant", "chart"]
JsonValue = Any
"""A typed value as JSON holds it: bool, number, string, list, object or null."""


class EventBody(BaseModel):
    """What happened: frozen, strict, and nothing beside what it names."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class AnswerBody(EventBody):
    """How something was answered, or was said not to be: the four statuses beside *not asked* stay apart."""

    type: str
    status: AnswerStatus
    value: JsonValue = None
    verbatim: CleanText | None = None
    """What was typed, beside what was understood."""
    approximate: bool = False
    hedged: bool = False
    range: tuple[float | str | None, float | str | None] | None = None
    """What was understood where it was a range: the value is then null."""
