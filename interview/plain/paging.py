"""Long print-outs, a page at a time: whoever listens to a screen reader can stop them. Where nobody types, all of it comes at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from interview.language import _, ngettext
from interview.plain.console import WIDTH, Console

PAGE: Final = 20
"""Lines of a page."""
PROMPT: Final = _("Enter for more, q to stop> ")


def read_out(console: Console, lines: Iterable[str]) -> bool:
    """Print lines; at a terminal a page at a time. Return whether all were printed. What is typed between pages is never an answer."""
    if not console.is_terminal:
        console.say(*lines)
        return True
    waiting, printed = list(lines), 0
    while waiting:
        line = waiting.pop(0)
        console.say(line)
        printed += _height(line)
        if printed >= PAGE and sum(map(_height, waiting)) > 1:
            if not _goes_on(console):
                left = len(waiting)
                console.say(ngettext("Stopped; {n} more line was left out.", "Stopped; {n} more lines were left out.", left).format(n=left))
                return False
            printed = 0
    return True


def _height(line: str) -> int:
    return sum(1 + max(len(part) - 1, 0) // WIDTH for part in line.split("\n"))


def _goes_on(console: Console) -> bool:
    try:
        line = console.ask(PROMPT)
    except KeyboardInterrupt:
        return False
    if line is None:
        return False
    said = line.text.strip().casefold()
    if said and said != "q":
        console.say(_("Nothing was taken of that: it was typed between two pages. Say it again where it is asked."))
    return not said
