"""One line of the table: what was measured on both sides, round by round, and whether its goal is met."""

from __future__ import annotations

import dataclasses
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

COLUMNS: Final = ("id", "what", "here", "against", "there", "ratio", "by CPU time", "goal", "met")


@dataclass(frozen=True, slots=True)
class Spent:
    """What one side took in one round."""

    wall: float
    """Seconds on the clock."""
    cpu: float = 0.0
    """Seconds of the processor; 0 where it was not measured."""


@dataclass(frozen=True, slots=True)
class Line:
    """One measure. `here` and `there` hold one figure a round, both sides in turns."""

    id: str
    what: str
    here: tuple[float, ...] = ()
    there: tuple[float, ...] = ()
    """The floor or the peer; empty where the figure stands by itself."""
    against: str = ""
    unit: str = "ms"
    goal: float | None = None
    """The most that the median may be: of the ratio where there are two sides, else of the figure itself."""
    goal_text: str = ""
    """The goal in words, where a figure does not say it."""
    cpu_here: tuple[float, ...] = ()
    cpu_there: tuple[float, ...] = ()
    remark: str = ""
    where: tuple[str, ...] = ()
    """Where the time goes: the first ten of a profile."""
    skipped: str | None = None
    """Why it could not be measured here."""

    @property
    def ratios(self) -> tuple[float, ...]:
        """The ratio of each round, or what was measured where there is one side."""
        return _ratios(self.here, self.there) if self.there else self.here

    @property
    def is_met(self) -> bool | None:
        """Whether the median keeps the goal; None where there is no goal, or nothing was measured."""
        return None if self.goal is None or not self.ratios else statistics.median(self.ratios) <= self.goal

    def cells(self) -> tuple[str, ...]:
        """Return its line of the table."""
        what = f"{self.what} ({self.remark})" if self.remark else self.what
        if self.skipped is not None:
            return (self.id, f"{what}: skipped: {self.skipped}", *["-"] * 5, self._goal(), "-")
        return (
            self.id,
            what,
            f"{_span(self.here)} {self.unit}",
            self.against or "-",
            f"{_span(self.there)} {self.unit}" if self.there else "-",
            _span(self.ratios) if self.there else "-",
            _span(_ratios(self.cpu_here, self.cpu_there)) if self.cpu_here and self.cpu_there else "-",
            self._goal(),
            {True: "yes", False: "**no**", None: "-"}[self.is_met],
        )

    def _goal(self) -> str:
        if self.goal is None:
            return self.goal_text or "-"
        return self.goal_text or (f"≤ {self.goal:g} ×" if self.against else f"≤ {self.goal:g} {self.unit}")

    def as_json(self) -> dict[str, Any]:
        """Return it for another program, with the medians."""
        medians = {name: statistics.median(each) for name in ("here", "there", "ratios") if (each := getattr(self, name))}
        return {**dataclasses.asdict(self), "ratios": self.ratios, "is_met": self.is_met, "median": medians}


def from_json(fields: dict[str, Any]) -> Line:
    """Return a line that `as_json` wrote."""
    known = {field.name for field in dataclasses.fields(Line)}
    whole: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items() if name in known}
    return Line(**whole)


def measured(
    id: str, what: str, here: Sequence[Spent], there: Sequence[Spent] = (), *, against: str = "", goal: float | None = None, **more: Any
) -> Line:
    """Return the line of two sides that were timed, in milliseconds or, with `unit="µs"`, in microseconds."""
    scale = 1e6 if more.get("unit") == "µs" else 1e3

    def walls(side: Sequence[Spent]) -> tuple[float, ...]:
        return tuple(each.wall * scale for each in side)

    def cpus(side: Sequence[Spent]) -> tuple[float, ...]:
        return tuple(each.cpu * scale for each in side) if all(any(each.cpu for each in both) for both in (here, there)) else ()

    return Line(id, what, walls(here), walls(there), against=against, goal=goal, cpu_here=cpus(here), cpu_there=cpus(there), **more)


def table(lines: Iterable[Line]) -> str:
    """Return the table as Markdown, with where the time goes below it."""
    lines = tuple(lines)
    rows = [f"| {' | '.join(COLUMNS)} |", "|" + "---|" * len(COLUMNS)]
    rows += [f"| {' | '.join(each.cells())} |" for each in lines]
    for line in lines:
        if line.where:
            rows += ["", f"Where the time of {line.id} goes:", "", *(f"- {each}" for each in line.where)]
    return "\n".join(rows)


def _ratios(here: Sequence[float], there: Sequence[float]) -> tuple[float, ...]:
    return tuple(mine / its for mine, its in zip(here, there, strict=True) if its > 0)


def _span(figures: Sequence[float]) -> str:
    if not figures:
        return "-"
    middle, low, high = statistics.median(figures), min(figures), max(figures)
    return f"{_short(middle)}" if low == high else f"{_short(middle)} [{_short(low)}–{_short(high)}]"


def _short(figure: float) -> str:
    return f"{figure:.0f}" if abs(figure) >= 100 else f"{figure:.1f}" if abs(figure) >= 10 else f"{figure:.2f}"
