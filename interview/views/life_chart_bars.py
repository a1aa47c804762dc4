"""One thing that has a date, as cells on the axis: no more exact than was said, an end that nobody knows left open and marked.

A certain time is one sign, the days in which a beginning or an end may lie are another. Two columns beside the axis hold
what points beyond it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from interview.language import _
from interview.views.picture_cells import Role, Signs, Span, spans_of
from interview.views.time_axis import Axis
from trd_core.life_chart.model import Entry, Moment


@dataclass(frozen=True, slots=True)
class Bars:
    """What every row of one chart shares: its axis, the day of the visit, and the signs."""

    axis: Axis
    visit: Moment | None
    signs: Signs

    @property
    def width(self) -> int:
        """Cells of a row."""
        return self.axis.cells + 2

    def empty(self) -> Cells:
        """Return a row on which nothing stands but the lines under the ticks."""
        cells = Cells([(" ", "words")] * self.width)
        for tick in self.axis.ticks:
            cells.put(tick.column, self.signs.grid, "grid")
        if self.axis.changes_at is not None:
            cells.put(self.axis.changes_at, self.signs.scale_break, "grid")
        return cells

    def of(self, entry: Entry) -> tuple[Span, ...]:
        """Return the row of something that has a date."""
        cells = self.empty()
        if entry.mark:
            if (when := entry.start or entry.end) is not None:
                self.mark(cells, when, self.signs.mark)
        else:
            self._stretch(cells, entry)
        return cells.spans()

    def mark(self, cells: Cells, when: Moment, sign: str, role: Role = "mark") -> None:
        """Put one moment: a sign in its column, or only both ends of the columns in which it may lie."""
        first, last = self.axis.column(when.earliest), self.axis.column(when.latest)
        if first == last:
            cells.put(first, sign, role)
            return
        cells.fill(first + 1, last - 1, self.signs.mark_between, "unsure")
        cells.put(first, self.signs.mark_from, "unsure")
        cells.put(last, self.signs.mark_to, "unsure")

    def _stretch(self, cells: Cells, entry: Entry) -> None:
        start, end, signs = entry.start, entry.end, self.signs
        reaches = end if end is not None else self.visit if entry.goes_on else None
        if start is None:
            assert end is not None, _("only what has a date is drawn")
            first, last = self.axis.column(end.earliest), self.axis.column(end.latest)
            cells.put(first - 1, signs.unknown, "open")
            self._between(cells, first, last, is_sure=first == last)
            return
        if reaches is None or reaches.latest < start.earliest:
            first, last = self.axis.column(start.earliest), self.axis.column(start.latest)
            self._between(cells, first, last, is_sure=first == last)
        else:
            first, last = self.axis.column(start.earliest), max(self.axis.column(start.earliest), self.axis.column(reaches.latest))
            cells.fill(first, last, signs.unsure, "unsure")
            if start.latest <= reaches.earliest:
                sure_from, sure_to = self.axis.column(start.latest), self.axis.column(reaches.earliest)
                inner_from = sure_from + (first < sure_from)
                inner_to = sure_to - (sure_to < last)
                cells.fill(inner_from, inner_to, signs.sure, "sure")
        if end is None:
            cells.put(last + 1, signs.goes_on if entry.goes_on else signs.unknown, "sure" if entry.goes_on else "open")

    def _between(self, cells: Cells, first: int, last: int, *, is_sure: bool) -> None:
        cells.fill(first, last, self.signs.sure if is_sure else self.signs.unsure, "sure" if is_sure else "unsure")


@dataclass(slots=True)
class Cells:
    """The cells of one row; column 0 of the axis is the second of them."""

    cells: list[tuple[str, Role]] = field(default_factory=list)

    def put(self, column: int, sign: str, role: Role) -> None:
        """Put a sign in a column of the axis, from -1 to one beyond its last."""
        self.cells[column + 1] = (sign, role)

    def fill(self, first: int, last: int, sign: str, role: Role) -> None:
        """Put a sign in all columns from the first to the last."""
        for column in range(first, last + 1):
            self.put(column, sign, role)

    def is_free(self, column: int) -> bool:
        """Whether nothing but a line under a tick stands in a column."""
        return self.cells[column + 1][1] in {"words", "grid"}

    def spans(self) -> tuple[Span, ...]:
        """Return the row as spans."""
        return spans_of(self.cells)
