"""What came of one proof: a line of the table."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

COLUMNS: Final = ("id", "what was done", "N", "failures", "seed", "seconds", "negative control")
MOST_NAMED: Final = 5
"""So many failures are named below the table; all are counted."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One proof as it was run."""

    id: str
    done: str
    """What was done, with its sizes."""
    n: int = 0
    failures: tuple[str, ...] = ()
    seed: int | None = None
    seconds: float = 0.0
    controls: tuple[tuple[str, bool], ...] = ()
    """Builds that are broken on purpose, and whether each was caught."""
    skipped: str | None = None
    """Why it could not run here."""

    @property
    def holds(self) -> bool:
        """Whether it ran, nothing failed, and every broken build was caught; one that was skipped says nothing against the promise."""
        return self.skipped is not None or (self.n > 0 and not self.failures and all(caught for __, caught in self.controls))

    def cells(self) -> tuple[str, ...]:
        """Return its line of the table."""
        if self.skipped is not None:
            return (self.id, f"{self.done}: skipped: {self.skipped}", "0", "-", "-", "-", "-")
        controls = "; ".join(f"{name}: {'caught' if caught else 'NOT CAUGHT'}" for name, caught in self.controls) or "-"
        seed = "-" if self.seed is None else str(self.seed)
        return (self.id, self.done, str(self.n), str(len(self.failures)), seed, f"{self.seconds:.0f}", controls)

    def as_json(self) -> dict[str, Any]:
        """Return it for another program."""
        return {**dataclasses.asdict(self), "holds": self.holds}


def table(outcomes: Iterable[Outcome]) -> str:
    """Return the table as Markdown, with the first failures of each proof below it."""
    outcomes = tuple(outcomes)
    lines = [f"| {' | '.join(COLUMNS)} |", "|" + "---|" * len(COLUMNS)]
    lines += [f"| {' | '.join(each.cells())} |" for each in outcomes]
    lines += [f"  {each.id}: {failure}" for each in outcomes for failure in each.failures[:MOST_NAMED]]
    return "\n".join(lines)
