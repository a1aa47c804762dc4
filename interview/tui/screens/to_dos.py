"""What is to do, over all interviews: listed by text, each leading to its question or marked done. Only `mark_done` acts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview.engine.doors import Doors
from interview.engine.fold import fold
from interview.engine.ports import RecordSummary, StoreFault
from interview.engine.replies import Saved
from interview.engine.to_dos import open_to_dos
from interview.engine.transcript import item_of
from interview.language import _
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.finder import Entry, FinderScreen
from interview.tui.text import as_content
from interview.tui.widgets.status_bar import VISITS
from interview.views.saying import saying
from interview.views.settling import short_question

MOST_RECORDS: Final = 50
"""How many records are opened for the list: those changed last."""

AT: Final = "@"
"""Between a record, a number and a question in the id of a line."""

OPEN, DONE = "open", "done"
MARKED: Final = _("Marked done. The note stays in its record.")


def to_dos(doors: Doors, records: Sequence[RecordSummary]) -> list[Entry]:
    """Return what is to do, the record changed last first. A record that cannot be read is named in a line of its own."""
    entries: list[Entry] = []
    for record in [each for each in records if each.to_do][:MOST_RECORDS]:
        who = f"{record.subject} · {VISITS.get(record.visit, record.visit)}"
        try:
            waiting = open_to_dos(fold(doors.store.events(record.record)))
        except StoreFault:
            entries.append(Entry(f"{record.record}{AT}0{AT}", as_content(_("{who}: could not be read").format(who=who)), who))
            continue
        for number, note in waiting:
            item = item_of(doors.questionnaire, note.link_id) if note.link_id else None
            on = f" ({short_question(item.text)})" if item is not None else ""
            words = f"{who}: {' '.join(note.text.split())}{on}"
            entries.append(Entry(f"{record.record}{AT}{number}{AT}{note.link_id or ''}", as_content(words), words))
    return entries


def to_do_screen(doors: Doors, records: Sequence[RecordSummary]) -> FinderScreen:
    """Return the sheet; it returns the id of a line."""
    return FinderScreen(_("To do"), to_dos(doors, records), prompt=_("type to narrow; Enter goes there, or marks it done"))


def what_to_do() -> ChoiceScreen:
    """Return the sheet that asks what is meant by a chosen line: `open` or `done`."""
    choices = ((OPEN, _("open the interview at its question")), (DONE, _("mark it done")))
    return ChoiceScreen(_("To do"), choices)


def place_of(chosen: str) -> tuple[str, str | None]:
    """Return record and question of a line's id."""
    record, _number, link_id = chosen.split(AT, 2)
    return record, link_id or None


def mark_done(doors: Doors, chosen: str) -> str:
    """Mark a line done in its record, and return the sentence that says so, or why not."""
    record, number, _link_id = chosen.split(AT, 2)
    try:
        reply = doors.finish_to_do(record, int(number))
    except StoreFault as fault:
        return _("Not marked: {fault}").format(fault=fault)
    return MARKED if isinstance(reply, Saved) else saying(reply, None)
