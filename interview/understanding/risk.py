"""Words of suicide, self-harm and harm to others in free text, for a banner that the clinician settles.

A negation does not take a word out: what is denied is asked about all the same. What it will not do: judge, rank or
conclude anything from a word; a few ordinary phrases raise the banner too.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from interview.understanding.risk_phrases import pattern
from interview.understanding.tokens import fold

_STRETCH: Final = 4_000
"""Characters looked at in one piece, overlapping by `_OVERLAP`, so that the work grows with the text's length only."""
_OVERLAP: Final = 160


@cache
def _risk() -> re.Pattern[str]:
    return pattern()


def risk_words(text: str) -> tuple[str, ...]:
    """Return the words and phrases of risk found, lower case, each once, in order of first mention."""
    plain = " ".join(fold(text).split())
    found: dict[str, None] = {}
    for start in range(0, max(len(plain), 1), _STRETCH - _OVERLAP):
        for match in _risk().finditer(plain[start : start + _STRETCH]):
            found.setdefault(match.group(0))
        if start + _STRETCH >= len(plain):
            break
    return tuple(found)
