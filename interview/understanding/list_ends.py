"""Words that end a list: "that's all", "è tutto". After "is there another?" and in a list they say that there is no more.

What it will not do: answer any other question; there "that's all" says nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from interview.understanding.listed import listed
from interview.understanding.tokens import Token, fold

_MORE: Final = "interview.more."
"""How the link ids of "is there another?" begin."""

_ENDINGS: Final = frozenset(
    listed(
        """
        that is all | that will be all | that is everything | and that is all | that is it | that was all | i am done |
        no that is all | no that is it | no that is everything | no that was all | no that will be all
        """
    )
)

_ENDINGS_ITALIAN: Final = frozenset(
    listed("e tutto | e tutto qui | tutto qui | basta cosi | basta | questo e tutto | ho finito | nessun altro | nessun altra")
)
"""The same in Italian, without accents."""


def asks_for_another(about: str | None) -> bool:
    """Tell whether the question is whether there is another treatment, strain or spell."""
    return about is not None and about.startswith(_MORE)


def ends_a_list(said: Sequence[Token]) -> bool:
    """Tell whether the words say no more than that the list is at its end."""
    return " ".join(token.text for token in said if token.kind != "sign") in _ENDINGS


def ends_an_italian_list(text: str) -> bool:
    """Tell whether an Italian text says no more than that; "è tutto" is one, "tutto" is not."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", fold(text)) if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", bare)) in _ENDINGS_ITALIAN
