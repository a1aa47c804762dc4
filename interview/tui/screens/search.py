"""Search over everything that was said: in this interview, and in the subject's others. It does not act; it returns what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final

from interview.engine.doors import Doors
from interview.engine.session import Session
from interview.language import _, ngettext
from interview.tui.screens.finder import Entry, FinderScreen
from interview.tui.text import as_content
from interview.views.search import Findable, findables, in_others, matching

TURN: Final = "turn:"
"""Begins the id of a turn: `turn:`, its record, its number."""

MOST: Final = 200
"""How many hits are listed at once; typing on narrows them."""

RECENT: Final = 30
"""How many of the last turns are listed before anything is typed."""

Others = Callable[[], tuple[tuple[Findable, ...], int]]
"""Reads the subject's other interviews: what can be found in them, and how many could not be read."""


class SearchScreen(FinderScreen):
    """Returns `turn:` with record and number, or None. The other interviews are read once somebody types."""

    def __init__(self, here: Sequence[Findable], others: Others, *, typed: str = "") -> None:
        super().__init__(_("Search what was said"), (), prompt=_("words of an answer, a note or a question"), typed=typed)
        self._here = tuple(here)
        self._read = others

    @cached_property
    def _elsewhere(self) -> tuple[Findable, ...]:
        found, unread = self._read()
        if unread:
            words = ngettext("{n} other interview could not be read", "{n} other interviews could not be read", unread)
            self.query_one("#sheet").border_subtitle = as_content(words.format(n=unread))
        return found

    def entries_for(self, typed: str) -> Sequence[Entry]:
        """Return the turns that hold what is typed, this interview's first; the last turns where nothing is."""
        if not typed.strip():
            return hits(self._here[: -RECENT - 1 : -1])
        return hits(matching((*self._here, *self._elsewhere), typed)[:MOST])


def hits(found: Sequence[Findable]) -> list[Entry]:
    """Return turns that were found as entries of a list."""
    return [Entry(f"{TURN}{each.record}:{each.seq}", as_content(each.line.replace("\n", " ")), each.haystack) for each in found]


def turn_of_id(place: str) -> tuple[str, int]:
    """Return the record and the number of a turn from its id."""
    record, _colon, seq = place.removeprefix(TURN).rpartition(":")
    return record, int(seq)


def search_screen(session: Session, doors: Doors, *, is_shared: bool, typed: str = "") -> SearchScreen:
    """Return the sheet for a session."""
    return SearchScreen(findables(session, is_shared=is_shared), lambda: in_others(session, doors, is_shared=is_shared), typed=typed)
