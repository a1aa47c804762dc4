"""Where an answer to an attached instrument stands: `attached:2:q1`, the item `q1` of the second instrument of the record."""

from __future__ import annotations

from typing import Final

ATTACHED: Final = "attached:"
ATTACH: Final = "session.instrument_attached"
"""The act, as `replay` names it."""


def attached_link(number: int, item: str) -> str:
    """Return the link id of an item of an attached instrument, counted from 1."""
    return f"{ATTACHED}{number}:{item}"


def split_attached(link_id: str) -> tuple[int, str] | None:
    """Return number and item of an attached link id; None for any other."""
    if not link_id.startswith(ATTACHED):
        return None
    number, colon, item = link_id.removeprefix(ATTACHED).partition(":")
    return (int(number), item) if colon and item and number.isascii() and number.isdigit() and 0 < len(number) < 4 else None
