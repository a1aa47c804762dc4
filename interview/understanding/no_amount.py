"""Words beside a don't-know that look like an amount and are none: "No idea. None of it stuck.", "several, I lost count"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview.understanding.listed import listed
from interview.understanding.marks import marked
from interview.understanding.tokens import Token

_NONE: Final = frozenset({"nothing", "never", "not_at_all"})
_SOFTENING: Final = frozenset({"hedge", "perhaps", "approximate", "filler", "correction", *_NONE})
_BESIDE_A_NONE: Final = frozenset(
    listed(
        """
        really | honestly | actually | i | have | had | took | take | did | ever | whatsoever | of | them | those | these | so | far |
        all | at | was | were | there | it | is | that | a | day | week | month | year | then | now | or | one | please | yes | no |
        recently | any | anything | used | tried
        """
    )
)
"""Words behind "none" with which it still says how many: none."""
_A_VAGUE_COUNT: Final = frozenset(
    listed(
        """
        a few | few | several | many | lots | loads | tons | a lot | plenty | a handful | handful | numerous | countless | dozens |
        hundreds | umpteen | a bunch | bunch | too many | so many | a number of | quite a few | various | multiple | oodles | heaps |
        hundreds of thousands | thousands
        """
    )
)


def tells_no_amount(said: Sequence[Token]) -> bool:
    """Tell whether the "none" among these words begins a sentence about something else."""
    read = marked(tuple(said))
    place = next((place for place, token in enumerate(read) if token.kind == "mark" and token.text in _NONE), None)
    if place is None or any(token.kind == "number" for token in read):
        return False
    behind = [token for token in read[place + 1 :] if token.kind != "sign"]
    return any(token.text not in (_SOFTENING if token.kind == "mark" else _BESIDE_A_NONE) for token in behind)


def says_a_vague_count(said: Sequence[Token]) -> bool:
    """Tell whether more than one was said, without how many, and no number."""
    read = marked(tuple(said))
    vague = any(token.kind == "mark" and token.text == "vague" and token.said in _A_VAGUE_COUNT for token in read)
    return vague and not any(token.kind == "number" for token in read)
