"""The few signs that the screen uses, and what stands for them where a terminal has letters only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One set of signs."""

    done: str
    here: str
    understood: str
    flag: str
    dash: str
    dot: str


WIDE: Final = Glyphs(done="✓", here="▸", understood="→", flag="⚑", dash="—", dot="·")
ASCII: Final = Glyphs(done="x", here=">", understood="->", flag="!", dash="-", dot="|")

_LETTERS_ONLY: Final = frozenset({"linux", "dumb", "vt100", "ansi"})


def glyphs_for(environment: Mapping[str, str], encoding: str | None) -> Glyphs:
    """Return the signs that this terminal can show, by its name and its encoding."""
    is_unicode = (encoding or "").lower().replace("-", "") in ("utf8", "utf16")
    return WIDE if is_unicode and environment.get("TERM") not in _LETTERS_ONLY else ASCII
