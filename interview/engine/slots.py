"""`Slot`, one place in the order of asking, and `Count`, how many there are of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview.questionnaire.model import Item


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in the order of asking: an item, or one instance of it."""

    link_id: str
    item: Item
    section: str
    group: str | None = None
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """Open items and those that are done, with the seconds of scripted talk: of what was answered, and of what is still to ask."""

    done: int = 0
    items: int = 0
    told: int = 0
    to_ask: int = 0

    @property
    def to_do(self) -> int:
        """How many are open and not done."""
        return self.items - self.done

    def __add__(self, other: Count) -> Count:
        return Count(self.done + other.done, self.items + other.items, self.told + other.told, self.to_ask + other.to_ask)

    def __sub__(self, other: Count) -> Count:
        return Count(self.done - other.done, self.items - other.items, self.told - other.told, self.to_ask - other.to_ask)


NONE: Final = Count()
"""No items."""
