"""`PatientState`: what has passed between trainee and patient so far, folded from the turns."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from interview.engine.practice_turns import HIGHEST_RAPPORT, Cue


class PatientState(BaseModel):
    """What has passed so far; a fold over the turns, never stored."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    rapport: Annotated[int, Field(ge=0, le=HIGHEST_RAPPORT)]
    asked: dict[str, int] = {}
    """How often each topic was asked."""
    neutral: dict[str, int] = {}
    """How often each topic was asked without leading."""
    given: dict[str, int] = {}
    """How much of a topic was told: 1 in full, 2 and more with what "tell me more" brought; topics told in short or denied are not here."""
    told: tuple[str, ...] = ()
    """Link ids of every fact told."""
    topic: str | None = None
    """The topic spoken of last, to which "tell me more", "why" and "when" belong."""
    cue: Cue | None = None
    """The cue that waits for a response: of the last reply."""
    closed_in_a_row: int = 0
    turns: int = 0
    offered: tuple[str, ...] = ()
    """What "which did you mean" offered last."""
