"""Signs of a text that drive, turn or break what shows it, as a name in brackets: on a page to read nothing works unseen.

Free text was cleaned of control characters when it was taken in; what is left of such signs, and the codes that a log from elsewhere
holds, is seen here. What joins letters or signs to one (U+200D), and what no font knows, stays as it is.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from typing import Any, Final

from interview.export.page import Page

_NOT_FOR_A_PAGE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
"""Control characters but a line break and a tab, other breaks, marks that turn the direction, halves of characters, and what is none."""


def visible(text: str) -> str:
    """Return the text with each such sign as its name or its number: `⟨right-to-left override⟩`, `⟨U+FFFE⟩`."""
    return _NOT_FOR_A_PAGE.sub(lambda found: f"⟨{_name(found.group())}⟩", text)


def visibly(page: Page) -> Page:
    """Return a page whose every text is so, those in its pictures too."""
    made: Page = _seen(page)
    return made


def _name(sign: str) -> str:
    return unicodedata.name(sign, "").lower() or f"U+{ord(sign):04X}"


def _seen(value: Any) -> Any:
    """A value of a page with its texts made visible; the same object where nothing was to be done."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, tuple):
        seen = tuple(_seen(each) for each in value)
        return value if all(one is other for one, other in zip(seen, value, strict=True)) else seen
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value) if field.init}
        changed = {name: seen for name, each in fields.items() if (seen := _seen(each)) is not each}
        return dataclasses.replace(value, **changed) if changed else value
    return value
