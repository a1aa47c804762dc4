"""Where one may go: every section and every question that is open now, by number, word or section."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from interview.engine.session import Session
from interview.tui.glyphs import Glyphs
from interview.tui.screens.finder import Entry, FinderScreen
from interview.tui.text import as_content
from interview.tui.widgets.question_words import FOLDED_LABEL, is_kept_back
from interview.views.echo import echo
from interview.views.subjects import subject_of

SECTION: Final = "section:"
PROMPT: Final = "number, word or section; 'flagged' finds marks"


def places(session: Session, glyphs: Glyphs, *, is_shared: bool = False) -> list[Entry]:
    """Return sections and questions in their order; questions carry their number. On a shared screen judgements keep their wording."""
    view = session.view()
    entries: list[Entry] = []
    number = 0
    for section in view.sections:
        if not section.total:
            continue
        far = f"{section.title}  {section.answered}/{section.total}"
        entries.append(Entry(f"{SECTION}{section.id}", as_content(far, "$text-accent bold"), section.title))
        for slot in session.slots(section.id):
            number += 1
            answer = session.answer_of(slot.link_id)
            flag = f" {glyphs.flag}" if slot.link_id in view.flagged else ""
            of = subject_of(session.questionnaire, session.answer_of, slot.link_id)
            is_folded = is_shared and is_kept_back(slot.item)
            asked = f"{of}: {FOLDED_LABEL if is_folded else slot.item.text}" if of else FOLDED_LABEL if is_folded else slot.item.text
            line: Content = as_content(f"{number:>4} {glyphs.done if answer else ' '} {asked}{flag}")
            said = echo(slot.item, answer) if answer and not is_folded else ""
            if said:
                line += as_content(f"  {glyphs.understood} {said}".replace("\n", " "), "bold")
            entries.append(Entry(slot.link_id, line, f"{section.title} {asked}{' flagged' if flag else ''}", number))
    return entries


def jump_screen(session: Session, glyphs: Glyphs, *, is_shared: bool = False) -> FinderScreen:
    """Return the sheet; it returns a link id, or `section:` and a section's id."""
    item = session.view().item
    return FinderScreen("Go to", places(session, glyphs, is_shared=is_shared), prompt=PROMPT, start=item.link_id if item else None)
