"""`Fault`: one thing wrong with a questionnaire: where, what was found, what is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FaultKind = Literal[
    "duplicate",
    "dangling",
    "impossible_answer",
    "unknown_condition",
    "unreachable",
    "circle",
    "looks_ahead",
    "unknown_fact",
    "wrong_type",
    "wrong_options",
    "wrong_bounds",
    "unfilled_fact",
    "judgement_asked",
    "double_question",
    "leading",
    "forbidden_word",
    "hard_to_read",
    "required_but_deep",
    "group",
    "untranslated",
]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. It names link ids, codes and numbers; of the wording no more than the words at fault."""

    kind: FaultKind
    where: str
    """The section and the item: `stress.toml: stress.symptoms`."""
    found: str
    allowed: str

    def __str__(self) -> str:
        """Return the fault in one line."""
        return f"{self.where}: {self.found}; {self.allowed}"
