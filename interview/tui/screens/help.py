"""One sheet for help and for finding: what can be done here, and, once one types, also where one can go. Choosing an entry does it.

On a screen that the person may see it offers no findings and no problems of the map.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, Final

from textual.screen import Screen

from interview.engine.session import Session
from interview.language import _
from interview.tui.acts import Doable as Doable
from interview.tui.acts import doable as doable
from interview.tui.acts import key_word as key_word
from interview.tui.glyphs import WIDE
from interview.tui.screens.finder import MOST_LINES, Entry, FinderScreen, found
from interview.tui.screens.jump import SECTION, places
from interview.tui.screens.search import hits
from interview.tui.text import as_content
from interview.views.practice_lock import findings_in
from interview.views.search import findables
from interview.views.words_clinician import describe

DO, GO, FINDING, PROBLEM = "do:", "go:", "finding:", "problem:"
"""What the id of an entry begins with, by its kind."""

SAID: Final = "said:"
"""The kind of what was said: going there goes to its turn."""

KINDS: Final = {
    DO: _("do"),
    SECTION: _("section"),
    GO: _("question"),
    SAID: _("answer"),
    FINDING: _("finding"),
    PROBLEM: _("problem"),
}
"""The word at the left of each entry."""


class PaletteScreen(FinderScreen):
    """Returns the id of what was chosen: `do:` and a number, `go:` and a place, `finding:` or `problem:` and an id."""

    def __init__(self, acts: Sequence[Doable], elsewhere: Callable[[], Sequence[Entry]] | None = None, *, typed: str = "") -> None:
        """`elsewhere` says what can be gone to; it is asked once, when the sheet stands there."""
        prompt = _("type to search, Enter does it") if elsewhere is None else _("type to search; questions, answers and findings too")
        super().__init__(_("What can be done here"), act_entries(acts), prompt=prompt, typed=typed)
        self._read = elsewhere

    @cached_property
    def _elsewhere(self) -> tuple[Entry, ...]:
        return tuple(self._read()) if self._read is not None else ()

    def on_mount(self) -> None:
        """Show what can be done; then, before anybody types, read what can be gone to."""
        super().on_mount()
        self.call_after_refresh(lambda: self._elsewhere)

    def entries_for(self, typed: str) -> Sequence[Entry]:
        """Return the acts that hold what is typed, then the places; a number alone finds its question."""
        if not typed.strip():
            return self._entries
        return [*found(self._entries, typed), *found(self._elsewhere, typed)]

    def first_of(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Return the first few of each kind: none is pushed out by the others."""
        of_kind: Counter[str] = Counter()
        listed = []
        for entry in entries:
            kind = entry.words.partition(" ")[0]
            of_kind[kind] += 1
            if of_kind[kind] <= MOST_LINES // len(KINDS):
                listed.append(entry)
        return listed


def act_entries(acts: Sequence[Doable]) -> list[Entry]:
    """Return what can be done, with its keys."""
    width = max((len(act.keys) for act in acts), default=0)
    return [
        _entry(DO, f"{DO}{place}", f"{act.keys:<{width}}  {act.words}", f"{act.keys} {act.words}", None) for place, act in enumerate(acts)
    ]


def elsewhere_from(screen: Screen[Any]) -> Callable[[], list[Entry]] | None:
    """Return what lists the places that a screen leads to; None where it leads to none, as while safety is open."""
    session = getattr(screen, "session", None)
    if not isinstance(session, Session) or not hasattr(screen, "action_go_to_place"):
        return None
    is_shared = bool(getattr(screen, "is_shared", not getattr(screen, "IS_CLINICIANS", False)))
    glyphs = getattr(screen, "glyphs", WIDE)

    def read() -> list[Entry]:
        asked = [_place_entry(entry) for entry in places(session, glyphs, is_shared=is_shared)]
        said = [
            Entry(f"{GO}{hit.id}", _kind(SAID) + hit.content, f"{KINDS[SAID]} {hit.words}")
            for hit in hits(findables(session, is_shared=is_shared))
        ]
        return [*asked, *said, *(() if is_shared else _found_entries(session))]

    return read


def _place_entry(entry: Entry) -> Entry:
    kind = SECTION if entry.id.startswith(SECTION) else GO
    return Entry(f"{GO}{entry.id}", _kind(kind) + entry.content, f"{KINDS[kind]} {entry.words}", entry.number)


def _found_entries(session: Session) -> list[Entry]:
    case = session.case()
    findings = [_entry(FINDING, f"{FINDING}{key}", described := describe(each), described) for key, each in findings_in(session).items()]
    problems = [(each.id, each.label) for each in case.problems or () if each.id and each.label]
    return [*findings, *(_entry(PROBLEM, f"{PROBLEM}{key}", label, label) for key, label in problems)]


def _kind(kind: str) -> Any:
    width = max(map(len, KINDS.values()))
    return as_content(f"{KINDS[kind]:<{width}} ", "$text-muted")


def _entry(kind: str, key: str, line: str, words: str, number: int | None = None) -> Entry:
    return Entry(key, _kind(kind) + as_content(line.replace("\n", " ")), f"{KINDS[kind]} {words}", number)
