"""Where one may go: every section and every question that is open now, by number, word or section."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from interview.engine.session import Session
from interview.engine.transcript import instance_title
from interview.tui.glyphs import Glyphs
from interview.tui.screens.finder import Entry, FinderScreen
from interview.tui.text import as_content
from interview.views.echo import echo

SECTION: Final = "section:"


def places(session: Session, glyphs: Glyphs) -> list[Entry]:
    """Return sections and questions in their order; questions carry their number."""
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
            of = instance_title(session.questionnaire, slot.link_id)
            where = f"{of}: " if of else ""
            line: Content = as_content(f"{number:>4} {glyphs.done if answer else ' '} {where}{slot.item.text}{flag}")
            said = echo(slot.item, answer) if answer else ""
            if said:
                line += as_content(f"  {glyphs.understood} {said}".replace("\n", " "), "bold")
            entries.append(Entry(slot.link_id, line, f"{section.title} {where}{slot.item.text}{' flagged' if flag else ''}", number))
    return entries


def jump_screen(session: Session, glyphs: Glyphs) -> FinderScreen:
    """Return the sheet; it returns a link id, or `section:` and a section's id."""
    item = session.view().item
    return FinderScreen(
        "Go to", places(session, glyphs), prompt="number, word or section; 'flagged' finds marks", start=item.link_id if item else None
    )
