"""What a closing explanation is listened for, as strict models, and read once: concepts, rules, exemplars. They judge nothing."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib import resources
from typing import Annotated, Final, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from interview.engine.practice_turns import CLOSING_PARTS, ClosingPart
from interview.practice.ear.model import Words

Band = Literal["heard", "perhaps"]
"""How sure it is that a part is there: heard for certain, or perhaps, in other words. Neither: it was not heard."""

NONE: Final = "none"
"""The exemplars that hold no part."""
ASKS: Final = "asks"
"""The concept that makes a question of a sentence without its mark."""
_HERE: Final = "interview.practice.technique"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class ClosingRule(_Part):
    """Concepts that make a part of an explanation when they stand near each other in a sentence."""

    part: ClosingPart
    all: Annotated[tuple[str, ...], Field(min_length=1, max_length=3)]
    """Names of concepts, in any order."""
    within: Annotated[int, Field(ge=0, le=20)] = 0
    """Words that may stand between two of them."""
    context: tuple[str, ...] = ()
    """One of these concepts must be in the sentence, or in the one before."""
    question: bool = False
    """Whether the sentence must ask: by its mark, or by how it begins."""
    unless: tuple[str, ...] = ()
    """None of these concepts may be in the sentence."""
    grade: Band = "heard"


class ClosingLikeness(_Part):
    """From which share of likelihood on a sentence counts by its likeness to exemplars."""

    smoothing: Annotated[float, Field(gt=0)]
    sharpness: Annotated[float, Field(gt=0)]
    heard: Annotated[float, Field(ge=0, le=1)]
    """With a rule that says perhaps, this share makes it heard."""
    perhaps: Annotated[float, Field(ge=0, le=1)]
    """Without any rule, this share makes it perhaps."""


class Closing(_Part):
    """The file of concepts and rules."""

    likeness: ClosingLikeness
    never: dict[ClosingPart, tuple[str, ...]]
    """Concepts that keep a sentence from holding a part, whatever else is in it."""
    concepts: dict[str, Annotated[tuple[Words, ...], Field(min_length=1)]]
    rule: tuple[ClosingRule, ...]

    @model_validator(mode="after")
    def _named(self) -> Self:
        named = {name for rule in self.rule for name in (*rule.all, *rule.context, *rule.unless)} | {ASKS}
        named.update(name for names in self.never.values() for name in names)
        if unknown := sorted(named - set(self.concepts)):
            raise ValueError(f"there is no concept {unknown[0]}; name one that is listed")
        return self


Shape = TypeVar("Shape", bound=BaseModel)


class Exemplars(_Part):
    """Sentences of explanations, by the part that they hold."""

    partial_targets: tuple[str, ...]
    own_part: tuple[str, ...]
    checks_back: tuple[str, ...]
    decides_together: tuple[str, ...]
    none: tuple[str, ...]

    def named(self) -> tuple[tuple[str, str], ...]:
        """Return every exemplar with its name."""
        return tuple((name, line) for name in (*CLOSING_PARTS, NONE) for line in getattr(self, name))


@cache
def closing() -> Closing:
    """Return the concepts and rules."""
    return _bundled(Closing, "closing.toml")


@cache
def exemplars() -> Exemplars:
    """Return the exemplars."""
    return _bundled(Exemplars, "closing_exemplars.toml")


def _bundled(shape: type[Shape], name: str) -> Shape:
    table = tomllib.loads((resources.files(_HERE) / name).read_text("utf-8"))
    return shape.model_validate_json(json.dumps(table))
