"""`InstrumentFault`: what is wrong with a questionnaire from elsewhere, and at which item. Never a word of its texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_PLAIN: Final = re.compile(r"[A-Za-z0-9_./:#>()\[\]-][A-Za-z0-9_./:#>()\[\] -]{0,79}")


@dataclass(frozen=True, slots=True)
class InstrumentFault:
    """One fault."""

    link_id: str
    """The item's link id, or its place in the file where it has none that could be shown."""
    what: str
    """A code, for tests and machines."""
    says: str
    """What was found, and what is allowed, in a sentence."""

    def __str__(self) -> str:
        return f"{self.link_id}: {self.says}"


def shown(link_id: object, place: str) -> str:
    """Return a link id as an error may show it: as it is where it is plain, else its place in the file."""
    return link_id if isinstance(link_id, str) and _PLAIN.fullmatch(link_id) else place
