"""How far a cohort is: drawn in a terminal, said now and then elsewhere, and nothing for what is quickly done."""

from __future__ import annotations

import io

from interview.cohort.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def said(out: io.StringIO, *looks: tuple[float, int, float | None]) -> str:
    clock = iter((0.0, *(at for at, _lines, _share in looks)))
    progress = Progress(out, lambda: next(clock))
    for _at, lines, share in looks:
        progress.at(lines, share)
    progress.end()
    return out.getvalue()


def test_elsewhere_than_in_a_terminal_it_says_a_line_a_minute() -> None:
    assert "" == said(io.StringIO(), (1.0, 5, 0.5), (59.9, 9, 0.9))
    assert "50 %: 120 lines, 2 a second\n" == said(io.StringIO(), (60.0, 120, 0.5), (90.0, 150, 0.6))


def test_in_a_terminal_the_line_is_drawn_again_and_then_emptied() -> None:
    drawn = said(Terminal(), (0.4, 1, None), (0.5, 1000, None), (2.0, 2000, 0.25))
    assert "\r1000 lines, 2000 a second\r25 %: 2000 lines, 1000 a second\r" == drawn[: drawn.rindex("\r", 0, -1) + 1]
    assert drawn.endswith(" " * len("25 %: 2000 lines, 1000 a second") + "\r")
