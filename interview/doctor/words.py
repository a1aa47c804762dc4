"""What was looked at, in lines that a person reads."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from interview.doctor.judging import Judged, State
from interview.language import _, ngettext

NAMES: Final[Mapping[str, str]] = {
    "runtime": _("runtime"),
    "terminal": _("terminal"),
    "glyphs": _("signs"),
    "locale": _("letters"),
    "disk_room": _("room on the disk"),
    "disk_kind": _("kind of disk"),
    "disk_sync": _("speed of the disk"),
    "permissions": _("permissions"),
    "swap": _("swap"),
    "core_dumps": _("core dumps"),
    "clock": _("clock"),
    "database": _("database"),
    "key_cost": _("cost of a key"),
    "keyring": _("keyring"),
    "extras": _("extras"),
}
STATES: Final[Mapping[State, str]] = {"good": _("good"), "look": _("look"), "bad": _("bad")}
WIDTH: Final = 78


def report(told: Sequence[Judged]) -> Iterator[str]:
    """Yield a line for each thing, what to do beneath it, and how many are not good."""
    for each in told:
        head = f"{STATES[each.state]:<6}{NAMES[each.check]}: "
        yield from textwrap.wrap(head + each.found, WIDTH, subsequent_indent=" " * 8, break_on_hyphens=False)
        if each.do:
            yield from textwrap.wrap(each.do, WIDTH, initial_indent=" " * 6 + "→ ", subsequent_indent=" " * 8, break_on_hyphens=False)
    bad, look = (sum(each.state == state for each in told) for state in ("bad", "look"))
    if bad:
        yield ngettext("{n} thing is bad.", "{n} things are bad.", bad).format(n=bad)
    elif look:
        yield ngettext("Nothing is bad; {n} thing is worth a look.", "Nothing is bad; {n} things are worth a look.", look).format(n=look)
    else:
        yield _("Everything that could be looked at is good.")
