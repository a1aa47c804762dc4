"""What was worked out once is kept with what it was worked out for."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any


class Keeping:
    """Something that keeps what was worked out for it."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: dict[Hashable, Any] = {}

    def once(self, question: Hashable, answer: Callable[[], Any]) -> Any:
        """Return the answer, worked out once."""
        if question not in self._kept:
            self._kept[question] = answer()
        return self._kept[question]
