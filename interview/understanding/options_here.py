"""Who else is in the room: "nobody", "just the two of us", "solo noi due" say that there is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview.understanding.listed import listed

_WHO_IS_HERE: Final = "interview.present"
"""The link id of the question."""

_ONLY_US: Final = frozenset(
    listed(
        """
        just us | only us | just us two | just the two of us | only the two of us | it is just us | it is just the two of us |
        it is only us | just you and me | just me and you | only you and me | just me | only me | it is just me | i am alone |
        i am on my own | i came alone | i came on my own | alone | on my own
        """
    )
)

_ONLY_US_ITALIAN: Final = frozenset(
    listed(
        "solo noi | solo noi due | siamo solo noi | siamo solo noi due | noi due | siamo in due | solo io | sono solo | sono sola | "
        "da solo | da sola"
    )
)


def is_only_us(about: str | None, words: Sequence[str]) -> bool:
    """Tell whether the words say that nobody else is in the room, where that is the question."""
    return about == _WHO_IS_HERE and " ".join(words) in _ONLY_US


def is_only_us_in_italian(about: str | None, words: str) -> bool:
    """The same for Italian words without accents."""
    return about == _WHO_IS_HERE and words in _ONLY_US_ITALIAN
