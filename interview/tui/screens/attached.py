"""Attached instruments of a record: which there are, what counts in each, and their totals computed anew; files are attached here.

Nothing is answered here; `AttachedAskScreen` asks. While the person can see the screen, totals are folded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import DataTable, Static

from interview.engine.attached_links import attached_link, split_attached
from interview.engine.doors import AttachOutcome, AttachRefused, Doors
from interview.engine.ports import StoreFault
from interview.engine.session import Session
from interview.language import _
from interview.tui.glyphs import Glyphs
from interview.tui.screens.acting_screen import ActingScreen, identity_at
from interview.tui.screens.attached_ask import BACK, AttachedAskScreen
from interview.tui.screens.prompt import PromptScreen, Written
from interview.tui.text import as_content
from interview.tui.widgets.status_bar import StatusBar
from interview.tui.widgets.word_table import RowTable, WordRow
from interview.views.attached_question import NONE_YET, NOT_WHILE, may_ask_attached
from interview.views.attached_words import BESIDE, AttachedPart, attached_parts, next_attached, summary_words

HEADERS: Final = (("item", _("Item")), ("said", _("Answer")))
HINT: Final = _("Enter asks what is under the cursor, A attaches a file, F7 shows the totals.")
NO_HINT: Final = _("A attaches a file.")
NO_FILES: Final = _("No file can be attached here.")
WHICH_FILE: Final = _("The file of a FHIR Questionnaire, or of a response to one that is attached.")
WHOLE: Final = "whole:"
"""Keys of the rows of instruments begin so."""


class AttachedScreen(ActingScreen[str]):
    """Returns the act of another place, `home` or `quit` after a pause in safety, or None."""

    PLACE = _("attached instruments")
    DEFAULT_CSS = """
    AttachedScreen Static.line { height: auto; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "ask", _("Ask"), key_display="Enter", tooltip=_("Ask the item under the cursor, or the next of its instrument")),
        Binding("a", "attach", _("Attach a file"), tooltip=_("Attach a FHIR Questionnaire, or take a response to one that is attached")),
        Binding("f7", "view", _("View"), tooltip=_("Show or fold the totals; the person can see this screen")),
    ]

    def __init__(self, session: Session, doors: Doors, glyphs: Glyphs, *, is_shared: bool = True, said: str = "") -> None:
        """`said` is the number of an instrument that is asked at once, or a file to attach."""
        super().__init__(session)
        self._said_first = said.strip()
        self._doors, self._glyphs, self.is_shared = doors, glyphs, is_shared
        self._parts: tuple[AttachedPart, ...] = ()
        self._path = ""

    def compose_body(self) -> Iterable[Any]:
        """Lay out what these are, and the table."""
        yield Static("", id="attached-about", classes="line")
        yield Static("", id="attached-hint", classes="line quiet")
        yield RowTable(id="attached")

    def begin(self) -> None:
        """Begin in the table, or with what was said on the way here."""
        self.query_one(RowTable).focus()
        if self._said_first.isascii() and self._said_first.isdigit():
            self.query_one(RowTable).go_to_key(f"{WHOLE}{int(self._said_first[:3])}")
            self.call_later(self.action_ask)
        elif self._said_first:
            self.call_later(self._take_file, Path(self._said_first.strip("\"'")).expanduser())

    def redraw(self) -> None:
        """Draw everything anew; while it is open to be read, the identity line says that it is for the clinician."""
        super().redraw()
        if not self.is_waiting:
            words = identity_at(self.session.view(), self.PLACE, is_clinicians=not self.is_shared)
            self.query_one(StatusBar).query_one("#identity", Static).update(as_content(words))

    def draw_body(self) -> None:
        """Draw each instrument with its items; the totals only in the clinician's view."""
        found = attached_parts(self.session)
        self._parts = tuple(replace(part, totals=(), differs=()) for part in found) if self.is_shared else found
        self.query_one("#attached-about", Static).update(as_content(BESIDE if self._parts else NONE_YET))
        self.query_one("#attached-hint", Static).update(as_content(HINT if self._parts else NO_HINT))
        table = self.query_one(RowTable)
        table.display = bool(self._parts)
        table.show(HEADERS, tuple(row for part in self._parts for row in _rows(part)))
        if table.display and self.focused is None:
            table.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer asking while the interview is under way, and attaching while the record is open."""
        if action == "ask" and self.is_mounted:
            return bool(self._parts) and may_ask_attached(self.session)
        if action == "attach":
            return self.session.phase != "closed" and self._doors.attach is not None
        return super().check_action(action, parameters)

    @on(DataTable.RowSelected)
    def _row_chosen(self, event: DataTable.RowSelected) -> None:
        event.stop()
        self.action_ask()

    def action_view(self) -> None:
        """Show the totals, or fold them."""
        self.is_shared = not self.is_shared
        self.redraw()

    def action_ask(self) -> None:
        """Ask the item under the cursor, or the next open one of its instrument."""
        key = self.query_one(RowTable).key_here or ""
        if not may_ask_attached(self.session):
            self.say(NOT_WHILE)
            return
        number = int(key.removeprefix(WHOLE)) if key.startswith(WHOLE) else (split_attached(key) or (0, ""))[0]
        if number:
            at = next_attached(self.session, number) if key.startswith(WHOLE) else key
            asking = AttachedAskScreen(self.session, self._doors, self._glyphs, number, is_shared=self.is_shared, at=at)
            self.app.push_screen(asking, self._asked)

    def action_attach(self) -> None:
        """Ask for the file, and attach it."""
        self.app.push_screen(PromptScreen(_("Attach a file"), text=WHICH_FILE, draft=self._path), self._chosen)

    def _chosen(self, said: Written | None) -> None:
        self._path = said.text if said is not None else self._path
        if said is not None and said.is_finished:
            self._take_file(Path(said.text.strip()).expanduser())

    def _take_file(self, path: Path) -> None:
        if self._doors.attach is None:
            self.say(NO_FILES)
            return
        try:
            outcome = self._doors.attach(self.session, path)
        except (AttachRefused, StoreFault) as refused:
            self.say(str(refused))
            return
        self._path = ""
        self.redraw()
        self.refresh_bindings()
        self.query_one(RowTable).go_to_key(f"{WHOLE}{outcome.number}")
        self.query_one(RowTable).focus()
        self.say(_in_short(outcome, is_shared=self.is_shared))
        self._leave_for_safety()

    def _asked(self, where: str | None) -> None:
        self.redraw()
        self.refresh_bindings()
        if where is not None and where != BACK:
            self.dismiss(where)
        else:
            self._leave_for_safety()

    def _leave_for_safety(self) -> None:
        """A sign of risk is met in the interview itself, at once."""
        if self.session.phase == "safety":
            self.dismiss(None)


def _in_short(outcome: AttachOutcome, *, is_shared: bool) -> str:
    said = outcome.said[:1] if is_shared else outcome.said
    refused = [_("not taken: {said}").format(said=each) for each in outcome.refused]
    return " ".join((*said, *refused))


def _rows(part: AttachedPart) -> Iterable[WordRow]:
    """Yield the row of an instrument, those of its items, and that of a total that may be stated."""
    yield WordRow(f"{WHOLE}{part.number}", (f"{part.number}. {part.title}", summary_words(part)), "bold")
    for line in part.lines:
        own = f" (“{line.verbatim}”)" if line.verbatim else ""
        yield WordRow(line.link_id, (line.question, f"{line.said}{own}"))
    if part.states is not None:
        yield WordRow(attached_link(part.number, part.states), (_("A total that was stated elsewhere"), part.stated))
