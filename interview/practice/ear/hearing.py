"""`hear`: a trainee's typed turn in, what was understood of it out. The one door of the ear."""

from __future__ import annotations

from typing import Final

from interview.engine.practice_turns import Heard
from interview.practice.ear.matching import match
from interview.practice.ear.spelling import mended
from interview.practice.technique.form import judge
from trd_core.text import LONGEST_TEXT, clean

LONGEST_MENDED: Final = 2_000
"""Characters of a turn above which its spelling is left as typed: nobody types so long a question."""


def hear(text: str) -> Heard:
    """Return what was understood of a turn: its topics, what can be done with them, its form. Nothing is raised.

    A turn longer than a text may be is cut at its beginning, because its end decides.
    """
    said = clean(clean(text)[-LONGEST_TEXT:])
    repaired = mended(said) if len(said) <= LONGEST_MENDED else said
    matched = match(repaired)
    return Heard(
        text=said,
        repaired=repaired,
        topics=matched.topics,
        chosen=matched.chosen,
        action=matched.action,
        offered=matched.offered,
        form=judge(repaired[-LONGEST_MENDED:]),
        by_meaning=matched.by_meaning,
    )
