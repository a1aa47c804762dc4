"""The bytes of a file to import as one JSON object, in bounded time and memory: larger than a case, for a record tells its findings too."""

from __future__ import annotations

from typing import Any, Final

from interview.export.importing.refused import ImportRefused
from interview.language import _
from trd_core.json_input import described, read_json

MOST_BYTES: Final = 16_000_000
"""A record of two thousand answers has ten million as our JSON, fifteen as FHIR."""
MOST_VALUES: Final = 1_000_000
MOST_SIGNS: Final = {b"{": 400_000, b"[": 400_000, b":": 1_000_000, b",": 1_000_000}
"""How often a sign may stand in a file, counted before anything is read: objects, lists, keys and values take memory each."""


def read_tree(raw: bytes) -> dict[str, Any]:
    """Return what the file holds. Raises `JsonRefused` or `ImportRefused`: where, what was found, what is allowed."""
    for sign, most in MOST_SIGNS.items():
        found = raw.count(sign)
        if found > most:
            said = _("{n} times the sign {sign}").format(n=found, sign=sign.decode())
            raise ImportRefused(_("the file"), said, _("at most {n}").format(n=most))
    tree = read_json(raw, most_bytes=MOST_BYTES, most_values=MOST_VALUES)
    if not isinstance(tree, dict):
        raise ImportRefused(_("the file"), described(tree), _("one JSON object"))
    return tree
