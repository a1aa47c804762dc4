"""What speaks for each topic in a turn, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from interview.engine.practice_turns import Action, TopicScore

NONE: Final = "-"
"""The name under which what no topic covers is weighed."""


@dataclass(frozen=True, slots=True)
class Matched:
    """What a turn asks about, best first, and what can be done with it."""

    topics: tuple[TopicScore, ...] = ()
    chosen: tuple[str, ...] = ()
    action: Action = "unsure"
    offered: tuple[str, ...] = ()
    by_meaning: bool = False
    """Whether likeness of meaning was weighed too."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The evidence for each topic in one stretch of words."""

    scores: dict[str, float]
    keywords: dict[str, float] = field(default_factory=dict)

    def best(self) -> tuple[str, float]:
        """Return the first topic and its score."""
        return max(self.scores.items(), key=lambda item: (item[1], item[0]), default=(NONE, 0.0))
