"""`Instrument`: a questionnaire from elsewhere as it was read. Its words are data, its conditions and weights are kept as they stand.

It holds no code and no expressions that are run: of an expression only the words stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from trd_core.text import CleanText

ItemType = Literal["group", "display", "boolean", "integer", "decimal", "date", "string", "text", "choice", "open-choice", "quantity"]
Operator = Literal["exists", "=", "!=", ">", "<", ">=", "<="]
OptionKind = Literal["coding", "integer", "string", "date"]
ConditionKind = Literal["boolean", "decimal", "integer", "date", "string", "coding", "quantity"]
Scalar = bool | int | float | str
LinkId = Annotated[CleanText, StringConstraints(min_length=1, max_length=255)]

CHOICES: Final = frozenset({"choice", "open-choice"})
NUMBERS: Final = frozenset({"integer", "decimal", "quantity"})
WORDS: Final = frozenset({"string", "text"})
NOT_ASKED: Final = frozenset({"group", "display"})


class Part(BaseModel):
    """A frozen, strict part of an instrument."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", ignored_types=(cached_property,))


class Coding(Part):
    """A code and where it is from."""

    code: CleanText
    system: CleanText | None = None


class Option(Part):
    """One answer that may be chosen. `key` stands for it in an answer: unlike any other of its item."""

    key: CleanText
    kind: OptionKind
    display: CleanText
    code: CleanText
    """What stands in the file: the code of a coding, the number, the text, the date."""
    system: CleanText | None = None
    weight: float | None = None
    """What it adds to a total; None where the file says nothing."""


class Condition(Part):
    """One `enableWhen`."""

    question: LinkId
    operator: Operator
    kind: ConditionKind
    answer: Scalar
    system: CleanText | None = None
    """Of a coding, its system; of a quantity, its unit."""


class InstrumentItem(Part):
    """One item: a group, a text to be shown, or a question."""

    link_id: LinkId
    type: ItemType
    text: CleanText = ""
    codes: tuple[Coding, ...] = ()
    options: tuple[Option, ...] = ()
    conditions: tuple[Condition, ...] = ()
    behavior: Literal["all", "any"] = "all"
    required: bool = False
    repeats: bool = False
    read_only: bool = False
    hidden: bool = False
    initial: tuple[Scalar, ...] = ()
    """Preset by the file, of an option its key: it counts only where nobody can answer the item."""
    low: float | str | None = None
    high: float | str | None = None
    """Bounds: numbers, or dates as text."""
    shortest: int | None = None
    longest: int | None = None
    """Bounds of a text, in characters."""
    unit: CleanText | None = None
    expression: CleanText | None = None
    """A calculated expression, never run."""
    items: tuple[InstrumentItem, ...] = ()

    @property
    def is_scored(self) -> bool:
        """Whether an option of it has a weight."""
        return any(option.weight is not None for option in self.options)

    @property
    def is_fixed(self) -> bool:
        """Whether nobody answers it: hidden, or to be read only."""
        return self.hidden or self.read_only

    @property
    def is_question(self) -> bool:
        """Whether it takes an answer at all."""
        return self.type not in NOT_ASKED

    def option(self, key: object) -> Option | None:
        """Return the option that a value stands for."""
        return next((each for each in self.options if each.key == key), None)


class Instrument(Part):
    """A whole questionnaire from elsewhere."""

    title: CleanText
    url: CleanText | None = None
    version: CleanText | None = None
    copyright: CleanText | None = None
    language: CleanText | None = None
    items: Annotated[tuple[InstrumentItem, ...], Field(min_length=1)]

    @cached_property
    def by_link_id(self) -> dict[str, InstrumentItem]:
        """Return every item by its link id, in the order of the file."""
        return {item.link_id: item for item, __ in walk(self.items)}

    @cached_property
    def above(self) -> dict[str, tuple[str, ...]]:
        """Return for every item those that it stands in, from the outermost."""
        return {item.link_id: over for item, over in walk(self.items)}

    @cached_property
    def questions(self) -> tuple[InstrumentItem, ...]:
        """Return what takes an answer, in order."""
        return tuple(item for item in self.by_link_id.values() if item.is_question)

    def names(self, canonical: str) -> bool:
        """Return whether a canonical (`url`, or `url|version`) means this instrument."""
        url, bar, version = canonical.partition("|")
        return self.url is not None and url == self.url and (not bar or self.version is None or version == self.version)


def walk(items: tuple[InstrumentItem, ...], over: tuple[str, ...] = ()) -> Iterator[tuple[InstrumentItem, tuple[str, ...]]]:
    """Yield every item with the link ids it stands in, in order."""
    for item in items:
        yield item, over
        yield from walk(item.items, (*over, item.link_id))
