"""What was noted as to do, over all interviews: listed by text, each leading to its question. It does not act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview.engine.doors import Doors
from interview.engine.events import NoteAdded
from interview.engine.ports import RecordSummary, StoreFault
from interview.engine.transcript import item_of
from interview.language import _
from interview.tui.screens.finder import Entry, FinderScreen
from interview.tui.text import as_content
from interview.tui.widgets.status_bar import VISITS
from interview.views.settling import short_question

MOST_RECORDS: Final = 50
"""How many records are opened for the list: those changed last."""

AT: Final = "@"
"""Between a record and a question in the id of a line."""


def to_dos(doors: Doors, records: Sequence[RecordSummary]) -> list[Entry]:
    """Return what is to do, the record changed last first. A record that cannot be read is named in a line of its own."""
    entries: list[Entry] = []
    for record in [each for each in records if each.to_do][:MOST_RECORDS]:
        who = f"{record.subject} · {VISITS.get(record.visit, record.visit)}"
        try:
            events = doors.store.events(record.record)
        except StoreFault:
            entries.append(Entry(f"{record.record}{AT}0{AT}", as_content(_("{who}: could not be read").format(who=who)), who))
            continue
        for event in events:
            if isinstance(event.body, NoteAdded) and event.body.kind == "to_do":
                link_id, text = event.body.link_id or "", " ".join(event.body.text.split())
                item = item_of(doors.questionnaire, link_id) if link_id else None
                on = f" ({short_question(item.text)})" if item is not None else ""
                words = f"{who}: {text}{on}"
                entries.append(Entry(f"{record.record}{AT}{event.seq}{AT}{link_id}", as_content(words), words))
    return entries


def to_do_screen(doors: Doors, records: Sequence[RecordSummary]) -> FinderScreen:
    """Return the sheet; it returns the id of a line."""
    return FinderScreen(_("To do"), to_dos(doors, records), prompt=_("type to narrow; Enter opens the interview at its question"))


def place_of(chosen: str) -> tuple[str, str | None]:
    """Return record and question of a line's id."""
    record, _seq, link_id = chosen.split(AT, 2)
    return record, link_id or None
