"""What the ear knows, as strict models: topics with keywords and exemplars, kinds of words, priorities, and figures.

They say what is listened for; they match nothing.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

Share = Annotated[float, Field(ge=0, le=1)]
Positive = Annotated[float, Field(gt=0)]
Words = Annotated[str, Field(min_length=1, max_length=120)]
"""Words of a keyword, in lower case; `*` stands for any ending, ` ... ` for up to three words between, capitals for a kind of word."""


def _lines(found: object) -> object:
    return tuple(line for line in found.splitlines() if line.strip()) if isinstance(found, str) else found


Lines = Annotated[tuple[Annotated[str, Field(min_length=1, max_length=400)], ...], BeforeValidator(_lines)]
"""Sentences, one a line."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Topic(_Part):
    """One thing that an interviewer can be asking about."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]
    label: str
    """What a patient would call it."""
    certain: tuple[Words, ...]
    """Words that hardly ever mean anything else."""
    strong: tuple[Words, ...] = ()
    weak: tuple[Words, ...] = ()
    exemplars: Lines


class TopicArea(_Part):
    """One file of topics."""

    area: str
    topic: Annotated[tuple[Topic, ...], Field(min_length=1)]


class Priority(_Part):
    """A topic that is told apart from others by what stands together in a sentence."""

    topic: str
    over: tuple[str, ...]
    groups: tuple[tuple[Words, ...], ...]
    """Each must have one of its phrases in the sentence."""
    unless: tuple[Words, ...] = ()
    """None of these may be in it."""


class Pair(_Part):
    """Two topics put as one thing ("yourself or anyone else")."""

    topics: Annotated[tuple[str, ...], Field(min_length=2, max_length=2)]
    groups: tuple[tuple[Words, ...], ...]
    """Each must have one of its phrases in the sentence."""


class Priorities(_Part):
    """The file of priorities."""

    priority: tuple[Priority, ...]
    pair: tuple[Pair, ...]


class OutOfScope(_Part):
    """What no topic covers."""

    label: str
    exemplars: Lines


class WordKinds(_Part):
    """Words that stand for one kind of thing, and forms of one word."""

    words: dict[str, tuple[str, ...]]
    forms: dict[str, tuple[str, ...]]


class SlipCosts(_Part):
    """What each kind of slip costs when the nearest word is chosen, and what is taken off."""

    one: Positive
    vowel: Positive
    swapped: Positive
    doubled: Positive
    first: Positive
    often: Positive
    beside: Positive


class Slips(_Part):
    """The file of slips of typing."""

    cost: SlipCosts
    always: dict[str, str]
    confused: dict[str, tuple[str, ...]]


class KeywordWeights(_Part):
    """How much a keyword counts, by how sure it is."""

    certain: Share
    strong: Share
    weak: Share


class Blend(_Part):
    """The shares of each kind of evidence in a score."""

    keywords: Share
    nearest: Share
    language: Share

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if abs(self.keywords + self.nearest + self.language - 1) > 1e-9:
            raise ValueError("the shares must add up to 1")
        return self


class Nearest(_Part):
    """How likeness to exemplars is drawn from the nearest ones."""

    best: Share
    others: Annotated[int, Field(ge=1)]


class LanguageModel(_Part):
    """How likelihood under a topic's exemplars is smoothed, and how sharply it divides."""

    smoothing: Annotated[float, Field(gt=0)]
    sharpness: Annotated[float, Field(gt=0)]


class Meaning(_Part):
    """How likeness of meaning joins the score, where the model is installed."""

    share: Share
    least: Annotated[float, Field(ge=0, lt=1)]


class Must(_Part):
    """How what may not be passed over counts."""

    aside: Share
    """What is left of its score where the words say nothing of it."""


class Decision(_Part):
    """From where on a topic is answered, or offered."""

    answer: Share
    lead: Share
    clarify: Share
    near: Share
    offered: Annotated[int, Field(ge=2, le=3)]
    second: Share
    both: Share
    must_both: Share
    heard: Share
    offer_must: Share
    near_must: Share


class TurnLimits(_Part):
    """How much of a turn is matched, from its end."""

    longest: Annotated[int, Field(ge=1)]
    sentences: Annotated[int, Field(ge=1)]


class Weights(_Part):
    """The file of figures."""

    keyword: KeywordWeights
    blend: Blend
    nearest: Nearest
    language: LanguageModel
    meaning: Meaning
    must: Must
    decision: Decision
    turn: TurnLimits


class MustRule(_Part):
    """Concepts that, near each other, make a question about wanting to die."""

    all: Annotated[tuple[str, ...], Field(min_length=1, max_length=3)]
    """Names of concepts, in any order in the sentence."""
    within: Annotated[int, Field(ge=0, le=8)] = 0
    """Words that may stand between two of them."""
    grade: Literal["own", "plain", "possible"]
    """Whether it is answered, also beside another person's death (`own`), or only offered among what may be meant."""
    unless: tuple[Words, ...] = ()
    """None of these may be in the sentence."""


class MustHear(_Part):
    """The file of what may not be passed over."""

    aside: tuple[Words, ...]
    """Words that say nothing of it, and are passed over."""
    concepts: dict[str, Annotated[tuple[Words, ...], Field(min_length=1)]]
    rule: tuple[MustRule, ...]

    @model_validator(mode="after")
    def _named(self) -> Self:
        if unknown := sorted({name for rule in self.rule for name in rule.all} - set(self.concepts)):
            raise ValueError(f"there is no concept {unknown[0]}; name one that is listed")
        return self
