"""What passes between a trainee and a simulated patient, turn by turn: what was understood, in what form it was put, what was replied.

Practice works them out; the log keeps them whole, so that a replay never matches again and a later case file changes no old session.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from trd_core.text import CleanText

Action = Literal["answer", "clarify", "unsure"]
"""What a patient can do with a turn: answer it, ask which of a few things was meant, or say that it was not understood."""

How = Literal["told", "short", "denied", "agreed", "more", "nothing_more", "which", "unsure", "unknown_topic", "listens", "explained"]
"""Told in full · in short · denied · agreed with a leading question · told more · has no more to tell · asks which thing was meant ·
did not understand · on a topic that the case knows nothing of · listens to a statement · answers the closing explanation."""

HIGHEST_RAPPORT = 10

ClosingPart = Literal["partial_targets", "own_part", "checks_back", "decides_together"]
"""What a closing explanation should hold: that earlier treatments reached a part · what the person can do · a question whether it is
understood · a decision that is made together."""

CLOSING_PARTS: Final[tuple[ClosingPart, ...]] = ("partial_targets", "own_part", "checks_back", "decides_together")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class TopicScore(_Frozen):
    """How well a topic fits a turn."""

    id: str
    score: Annotated[float, Field(ge=0, le=1)]


class Form(_Frozen):
    """The form in which a turn was put, as judged from its words alone."""

    question: bool = False
    """Whether it invites an answer, with a question mark or without."""
    open: bool | None = None
    """Whether it leaves the answer to the person; None where nothing is asked."""
    leading: bool = False
    """Whether it puts the answer into the person's mouth."""
    double: bool = False
    """Whether it asks two things that need two answers."""
    reflection: bool = False
    """Whether it gives back what the person said or feels."""
    summary: bool = False
    """Whether it draws together several things that the person said."""


class Heard(_Frozen):
    """What was understood of one turn: a patient answers by it, feedback counts by it."""

    text: CleanText
    repaired: CleanText
    """The turn with its spelling mended: what was matched."""
    topics: tuple[TopicScore, ...] = ()
    """The likeliest topics, best first; also where nothing was sure."""
    chosen: tuple[str, ...] = ()
    """The topics that are answered: one, or two where two were asked; none but with `answer`."""
    action: Action = "unsure"
    offered: tuple[str, ...] = ()
    """The topics to choose from where it is `clarify`."""
    form: Form = Form()
    by_meaning: bool = False
    """Whether likeness of meaning was weighed beside the words, by the sentence model that can be installed."""


class Cue(_Frozen):
    """A sign of feeling within an answer that asks for a response."""

    feeling: CleanText
    """In one word: `ashamed`."""
    words: Annotated[tuple[CleanText, ...], Field(min_length=1)]
    """Words of the feeling, or of what it is about; a response that holds one of them has met the cue."""


class PatientReply(_Frozen):
    """What the person said, and what it told."""

    says: CleanText
    how: How
    topics: tuple[str, ...] = ()
    full: tuple[str, ...] = ()
    """Of the topics, those that were told in full."""
    told: tuple[str, ...] = ()
    """Link ids of the facts told now."""
    cue: Cue | None = None
    rapport: Annotated[int, Field(ge=0, le=HIGHEST_RAPPORT)]
    """After this turn."""
    moved: tuple[str, ...] = ()
    """What moved rapport, by code: `reflection`, `cue_met`, `cue_passed_over`, `leading`, `three_closed`, `label`, `open`."""
