"""Takes needless turns out of lines: a port, a box or a stretch of a line moves aside where more lines are straight by it than before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview.views.graph_order import Rows
from interview.views.graph_places import gap
from interview.views.graph_ports import APART, CORNER, MARK, Piece, Sides

ROUNDS: Final = 3


class Straightened:
    """Columns of all pieces while they are moved."""

    def __init__(
        self,
        rows: Rows,
        pieces: Sequence[Piece],
        found: Sides,
        left: Sequence[int],
        sizes: Sequence[int],
        columns: Sequence[tuple[int, int]],
        circled: frozenset[int],
    ) -> None:
        self.rows, self.pieces, self.found, self.sizes, self.circled = rows, pieces, found, sizes, circled
        self.left = list(left)
        self.width = max((at + size for at, size in zip(left, sizes, strict=True)), default=0)
        self.upper = [pair[0] for pair in columns]
        self.lower = [pair[1] for pair in columns]
        self.at = {each: (number, place) for number, row in enumerate(rows) for place, each in enumerate(row)}
        for _round in range(ROUNDS):
            if not self._pass():
                break

    @property
    def columns(self) -> list[tuple[int, int]]:
        """The columns of each piece at its upper and at its lower end."""
        return list(zip(self.upper, self.lower, strict=True))

    def _pass(self) -> bool:
        has_moved = False
        for number, piece in enumerate(self.pieces):
            for end, is_upper in ((piece.upper, True), (piece.lower, False)):
                one, other = self.upper[number], self.lower[number]
                if one == other:
                    break
                to, here = (other, one) if is_upper else (one, other)
                if self.sizes[end] == 1:
                    has_moved |= self._move_run(end, to)
                else:
                    has_moved |= self._move_port(number, to, is_upper=is_upper) or self._move_box(end, to - here)
        return has_moved

    def _move_port(self, number: int, to: int, *, is_upper: bool) -> bool:
        """Move the port of a piece, if its neighbours and its box leave room."""
        columns = self.upper if is_upper else self.lower
        box = self.pieces[number].upper if is_upper else self.pieces[number].lower
        side = (self.found.bottom if is_upper else self.found.top)[box]
        place = side.index(number)
        low = self.left[box] + (MARK if box in self.circled and not is_upper else CORNER)
        high = self.left[box] + self.sizes[box] - 1 - CORNER
        if place:
            low = max(low, columns[side[place - 1]] + APART)
        if place + 1 < len(side):
            high = min(high, columns[side[place + 1]] - APART)
        if low <= to <= high:
            columns[number] = to
            return True
        return False

    def _move_box(self, box: int, by: int) -> bool:
        """Move a box with all its ports, if none is in the way and fewer turns are left."""
        bottom, top = self.found.bottom[box], self.found.top[box]
        gain = sum((self.upper[each] + by == self.lower[each]) - (self.upper[each] == self.lower[each]) for each in bottom)
        gain += sum((self.lower[each] + by == self.upper[each]) - (self.lower[each] == self.upper[each]) for each in top)
        if gain <= 0 or not self._is_free(box, self.left[box] + by):
            return False
        self.left[box] += by
        for each in bottom:
            self.upper[each] += by
        for each in top:
            self.lower[each] += by
        return True

    def _move_run(self, point: int, to: int) -> bool:
        """Move all passing points of a line that stand above each other, if none is in the way and fewer turns are left."""
        run, above, below = [point], self.found.top[point][0], self.found.bottom[point][0]
        while self.sizes[self.pieces[above].upper] == 1 and self.upper[above] == self.lower[above]:
            run.append(self.pieces[above].upper)
            above = self.found.top[run[-1]][0]
        end = point
        while self.sizes[self.pieces[below].lower] == 1 and self.upper[below] == self.lower[below]:
            end = self.pieces[below].lower
            run.append(end)
            below = self.found.bottom[end][0]
        here = self.left[point]
        gain = (self.upper[above] == to) - (self.upper[above] == here) + (self.lower[below] == to) - (self.lower[below] == here)
        if gain <= 0 or not all(self._is_free(each, to) for each in run):
            return False
        for each in run:
            self.left[each] = self.lower[self.found.top[each][0]] = self.upper[self.found.bottom[each][0]] = to
        return True

    def _is_free(self, each: int, to: int) -> bool:
        """Whether a thing may begin at a column, with the gaps that it needs beside it."""
        number, place = self.at[each]
        row, size = self.rows[number], self.sizes[each]
        low, high = 0, self.width - size
        if place:
            low = self.left[row[place - 1]] + self.sizes[row[place - 1]] + gap(self.sizes[row[place - 1]], size)
        if place + 1 < len(row):
            high = self.left[row[place + 1]] - gap(self.sizes[row[place + 1]], size) - size
        return low <= to <= high
