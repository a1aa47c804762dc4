"""The visits of one subject in their order: open one, begin another, or mark two to see them side by side. It does not act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interview.engine.doors import Doors
from interview.engine.ports import RecordSummary, StoreFault
from interview.language import _, ngettext
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content
from interview.tui.widgets.conversation import PLACES
from interview.tui.widgets.cursor_list import CursorList
from interview.tui.widgets.key_line import KeyLine
from interview.views.locale import day
from interview.views.report import VISITS
from interview.views.signature_words import signed_word

KEYS: Final = _("Enter opens, F2 begins a new visit, Space marks two to set them side by side, Esc goes back")


@dataclass(frozen=True, slots=True)
class Visit:
    """One record of a subject: when it began, and what it is in words."""

    record: str
    begun: str
    words: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen: a record to open, a new visit, or two records to compare."""

    act: Literal["open", "new", "compare"]
    records: tuple[str, ...] = ()


def visits_of(doors: Doors, subject: str, *, but: str | None = None) -> tuple[Visit, ...]:
    """Return a subject's visits, the first begun first, without the one that is open. Raises `StoreFault` where the list cannot be read.

    A record that cannot be read stands where it was last changed.
    """
    records = [each for each in doors.store.records(subject) if each.record != but]
    return tuple(sorted((_visit(doors, each) for each in records), key=lambda visit: (visit.begun, visit.record)))


def _visit(doors: Doors, record: RecordSummary) -> Visit:
    try:
        begun = doors.store.events(record.record)[0].at
    except StoreFault:
        begun = record.updated
    phase = PLACES.get(record.phase, _("being asked")).lower()
    answers = ngettext("{n} answer", "{n} answers", record.answered).format(n=record.answered)
    words = f"{VISITS.get(record.visit, record.visit)} · {day(begun[:10])} · {phase}, {answers}"
    signed = signed_word(record.signed)
    return Visit(record.record, begun, f"{words} · {signed}" if signed else words)


class VisitsScreen(Sheet[Chosen | None]):
    """Enter opens a visit; F2 begins a new one; Space marks, and the second mark sets the two side by side."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", _("back"), key_display="Esc"),
        Binding("f2", "begin", _("new visit"), priority=True, tooltip=_("Begin a new visit of this subject")),
        Binding("space", "mark", _("compare"), tooltip=_("Mark a visit; two marked are set side by side")),
    ]

    def __init__(self, subject: str, visits: Sequence[Visit]) -> None:
        super().__init__(classes="sheet")
        self._subject, self._visits = subject, tuple(visits)
        self._marked: list[str] = []

    def compose(self) -> ComposeResult:
        """Place the visits and the keys."""
        with Vertical(id="sheet", classes="tall") as sheet:
            sheet.border_title = as_content(_("Visits of {subject}").format(subject=self._subject))
            yield CursorList(id="visits", markup=False)
            yield Static(as_content(KEYS), classes="quiet")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin at the last visit."""
        visits = self.query_one(OptionList)
        visits.focus()
        self._draw(len(self._visits) - 1)

    def _draw(self, here: int) -> None:
        visits = self.query_one(OptionList)
        visits.set_options(
            [Option(as_content(f"[{'x' if each.record in self._marked else ' '}] {each.words}"), id=each.record) for each in self._visits]
        )
        visits.highlighted = here

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(Chosen("open", (event.option_id or "",)))

    def action_begin(self) -> None:
        """Begin a new visit."""
        self.dismiss(Chosen("new"))

    def action_mark(self) -> None:
        """Mark the visit under the cursor, or take its mark away; the second mark is enough."""
        here = self.query_one(OptionList).highlighted
        if here is None:
            return
        record = self._visits[here].record
        if record in self._marked:
            self._marked.remove(record)
        else:
            self._marked.append(record)
        if len(self._marked) == 2:
            self.dismiss(Chosen("compare", tuple(self._marked)))
        else:
            self._draw(here)
