"""Where a reason leads: the core names a fact by its member's id, the interview asks it by its place in the record."""

from __future__ import annotations

import re
from typing import Final

_MEMBER: Final = re.compile(r"^(?P<group>trials|episodes|strengths)\.[a-z](?P<number>[1-9]\d*)(?P<fact>\.[a-z_]+)?$")
_ON_THE_MAP: Final = ("problems.", "links.", "problems[", "links[", "hierarchy_override")


def question_of(path: str) -> str:
    """Return the question that a fact is the answer of: `trials.t2.weeks` → `trials[1].weeks`; every other path as it is."""
    member = _MEMBER.match(path)
    return path if member is None else f"{member['group']}[{int(member['number']) - 1}]{member['fact'] or ''}"


def is_on_the_map(path: str) -> bool:
    """Return whether a fact was given on the map of problems, where no question asks for it."""
    return path.startswith(_ON_THE_MAP)
