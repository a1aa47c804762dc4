"""The figures of the feedback, read once: TOML → JSON → strict models. They are data; nothing is decided here."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib import resources
from typing import Annotated, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from trd_core.finding import Status
from trd_core.text import CleanText

HUNDRED: Final = 100
Number = Annotated[int, Field(ge=0)]
Hundredths = Annotated[int, Field(ge=0, le=100)]
PartCode = Literal["safety", "must_ask", "coverage", "technique", "ratings", "map", "explaining", "disproof"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Timing(_Frozen):
    """From where on something is late, and how openings are told."""

    late_turn: Number
    fewest_topics: Number
    mostly_open: Hundredths
    partly_open: Hundredths


class Coverage(_Frozen):
    """From which share of a domain's topics and facts on it is well covered."""

    good: Hundredths


class Lines(_Frozen):
    """How many of the trainee's own lines are shown for each fault."""

    shown: Number


class Hints(_Frozen):
    """How hints fade, in cases done before."""

    shown_until: Number
    on_asking_until: Number
    suicide_after: Number
    named_after: Number


class Progress(_Frozen):
    """From how many ratings on agreement has an interval."""

    fewest_for_interval: Number
    deviate: float
    ordered: tuple[str, ...]


class Targets(_Frozen):
    """What earns a part's points in full."""

    opened_open: Number
    reflections: Number
    cues: Number
    fewest_questions: Number


class Cap(_Frozen):
    """The highest total without a question about suicide."""

    highest: Hundredths


class RubricPart(_Frozen):
    """One part of the rubric and its weight."""

    code: PartCode
    points: Hundredths
    within: dict[str, Hundredths] = {}
    """How they are divided, where they are."""
    source: CleanText
    status: Status

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.within and sum(self.within.values()) != self.points:
            raise ValueError("what a part is divided into must add up to its points")
        return self


class Figures(_Frozen):
    """All figures."""

    timing: Timing
    coverage: Coverage
    lines: Lines
    hints: Hints
    progress: Progress
    targets: Targets
    cap: Cap
    part: tuple[RubricPart, ...]

    @model_validator(mode="after")
    def _hundred(self) -> Self:
        if sum(part.points for part in self.part) != HUNDRED:
            raise ValueError("the parts must add up to 100 points")
        return self


@cache
def figures() -> Figures:
    """Return the figures that come with the program."""
    raw = (resources.files("interview.practice.feedback") / "figures.toml").read_bytes()
    return Figures.model_validate_json(json.dumps(tomllib.loads(raw.decode("utf-8"))))
