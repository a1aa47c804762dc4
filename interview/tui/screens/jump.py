"""Where one may go: every section and question that is open now, by number, word or section; and, once one types, what was said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from interview.engine.informant import SECTION as INFORMANTS
from interview.engine.session import Session
from interview.language import _
from interview.tui.glyphs import Glyphs
from interview.tui.screens.finder import Entry, FinderScreen, found
from interview.tui.screens.search import hits
from interview.tui.text import as_content
from interview.tui.widgets.question_words import FOLDED_LABEL, is_confidential, is_kept_back
from interview.views.echo import echo
from interview.views.informant_question import may_see_informants
from interview.views.search import findables, matching
from interview.views.subjects import subject_of

SECTION: Final = "section:"
GRID_PLACE: Final = "grid:"
"""Answers by section, as a place to go to."""
BY_SECTION: Final = _("Enter answers by section, after the session or from paper: the grid")
PROMPT: Final = _("number, word or section; 'flagged' finds marks; words that were said")


def places(session: Session, glyphs: Glyphs, *, is_shared: bool = False) -> list[Entry]:
    """Return sections and questions in their order; questions carry their number. On a shared screen judgements keep their wording."""
    view = session.view()
    entries: list[Entry] = []
    number = 0
    for section in view.sections:
        if not section.total and not (section.id == INFORMANTS and may_see_informants(session)):
            continue
        far = f"{section.title}  {section.answered}/{section.total}" if section.total else section.title
        entries.append(Entry(f"{SECTION}{section.id}", as_content(far, "$text-accent bold"), section.title))
        for slot in session.slots(section.id):
            number += 1
            answer = session.answer_of(slot.link_id)
            flag = f" {glyphs.flag}" if slot.link_id in view.flagged else ""
            of = subject_of(session.questionnaire, session.answer_of, slot.link_id)
            is_folded = is_shared and is_kept_back(slot.item)
            asked = f"{of}: {FOLDED_LABEL if is_folded else slot.item.text}" if of else FOLDED_LABEL if is_folded else slot.item.text
            line: Content = as_content(f"{number:>4} {glyphs.done if answer else ' '} {asked}{flag}")
            said = echo(slot.item, answer) if answer and not is_folded and not (is_shared and is_confidential(answer)) else ""
            if said:
                line += as_content(f"  {glyphs.understood} {said}".replace("\n", " "), "bold")
            entries.append(Entry(slot.link_id, line, f"{section.title} {asked}{' flagged' if flag else ''}", number))
    return [*entries, Entry(GRID_PLACE, as_content(BY_SECTION, "$text-accent"), BY_SECTION)]


class JumpScreen(FinderScreen):
    """Lists the places; what is typed also finds answers and notes, each marked as such."""

    def __init__(self, session: Session, glyphs: Glyphs, *, is_shared: bool, start: str | None, typed: str = "") -> None:
        super().__init__(_("Go to"), places(session, glyphs, is_shared=is_shared), prompt=PROMPT, start=start, typed=typed)
        self._said = findables(session, is_shared=is_shared)

    def entries_for(self, typed: str) -> Sequence[Entry]:
        """Return the places that hold what is typed, then what was said; a number alone finds its question."""
        by_place = found(self._entries, typed)
        if typed.strip().isdecimal() and by_place:
            return by_place
        return [*by_place, *hits(matching(self._said, typed))]


def jump_screen(session: Session, glyphs: Glyphs, *, is_shared: bool = False, typed: str = "") -> FinderScreen:
    """Return the sheet; it returns a link id, `section:` and a section's id, `grid:`, or `turn:` with what was said."""
    item = session.view().item
    return JumpScreen(session, glyphs, is_shared=is_shared, start=item.link_id if item else None, typed=typed)
