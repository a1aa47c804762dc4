"""The start page: resume first, a new interview, visits of one subject, what is to do; search by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from interview.engine.doors import Doors
from interview.engine.ports import RecordSummary, StoreFault
from interview.engine.session import Session
from interview.engine.standing import Standing
from interview.language import _
from interview.tui.glyphs import Glyphs
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.held import AGAIN, READ, HeldScreen, held_sheet
from interview.tui.screens.home_places import PRACTISE, PRACTISE_OFFERED
from interview.tui.screens.interview import InterviewScreen
from interview.tui.screens.records_read import RecordsRead
from interview.tui.screens.subject import SUBJECT, NewRecord, SubjectScreen
from interview.tui.screens.to_dos import to_do_screen
from interview.tui.slash_words import action_of
from interview.tui.text import as_content
from interview.tui.widgets.cursor_list import CursorList
from interview.tui.widgets.key_line import KeyLine
from interview.tui.widgets.line_input import LineInput
from interview.tui.widgets.record_rows import MORE, TO_DO, VISITS_OF, RecordRows
from trd_core.settings import Settings

NEW: Final = "new:"
TOUR: Final = "tour:"
TOUR_OFFERED: Final = _("take the tour first: six steps with a made-up person; nothing of it is kept")


class HomeScreen(RecordsRead):
    """Lists the records; opens one, or begins one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", _("resume"), key_display="Enter", priority=True, tooltip=_("Resume the record that is marked")),
        Binding("f2", "begin", _("new interview"), priority=True, tooltip=_("Begin a new interview")),
        Binding("down", "move('cursor_down')", show=False),
        Binding("up", "move('cursor_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
        Binding("f10", "app.settings", _("settings"), tooltip=_("Settings: name, theme, keys, country, language, safety text")),
        Binding("escape", "leave", _("quit"), key_display="Esc", tooltip=_("End the program")),
    ]

    def __init__(self, doors: Doors, glyphs: Glyphs) -> None:
        super().__init__()
        self.doors = doors
        self.glyphs = glyphs
        self._records: Sequence[RecordSummary] = ()
        self._rows = RecordRows((), doors.clock(), {}, glyphs.dot)
        self._is_cleared = False
        self._about: int | None = None
        """About how many questions the interview has that was left last."""

    def compose(self) -> ComposeResult:
        """Place the list and the search line."""
        yield Static(_("Interview for depression that has not responded to treatment"), id="home-title", markup=False)
        yield LineInput(placeholder=_("type to search, or a new pseudonym"), id="home-search")
        yield CursorList(id="records", markup=False)
        yield Static(id="home-message", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what there is."""
        self.draw()
        self.query_one("#home-search", LineInput).focus()

    def draw(self) -> None:
        """Read the list again, and show it; about how many questions the first one has is told once the list stands."""
        self._about, self._is_cleared = None, False
        try:
            self._records = self.read_records()
        except StoreFault as fault:
            self.say(str(fault))
        self._show()
        if self._records:
            self.call_after_refresh(self._tell_how_many)

    def clear(self) -> None:
        """Take everything of anybody off the page, until it is drawn again."""
        self._is_cleared, self._records = True, ()
        self._rows = RecordRows((), self.doors.clock(), {}, self.glyphs.dot)
        self.query_one("#home-search", LineInput).value = ""
        self.query_one("#records", OptionList).clear_options()
        self.say("")

    def take_all(self, records: Sequence[RecordSummary]) -> None:
        """Show the whole list in place of its beginning; what is marked stays marked."""
        if self._is_cleared:
            return
        marked = self.query_one("#records", OptionList).highlighted_option
        self._records = records
        self._show(marked.id if marked is not None else None)

    def _show(self, marked: str | None = None) -> None:
        titles = {section.id: section.title for section in self.doors.questionnaire.section}
        self._rows = RecordRows(self._records, self.doors.clock(), titles, self.glyphs.dot)
        self._list(self.query_one("#home-search", LineInput).value, marked)

    def _tell_how_many(self) -> None:
        if not self._records:
            return
        lines, record = self.query_one("#records", OptionList), self._records[0]
        try:
            self._about = self._questions_of(record)
        except StoreFault as fault:
            self.say(str(fault))
            return
        first = next(iter(self._rows.rows("", self._about)), None)
        if first is not None and lines.option_count and lines.get_option_at_index(0).id == first.id:
            lines.replace_option_prompt_at_index(0, first.content)

    def say(self, words: str) -> None:
        """Show a sentence under the list."""
        self.query_one("#home-message", Static).update(as_content(words))

    def action_begin(self) -> None:
        """Ask who the interview is with."""
        typed = self.query_one("#home-search", LineInput).value.strip()
        subject = typed if SUBJECT.fullmatch(typed) and not any(typed in record.subject for record in self._records) else ""
        self._ask_subject(self._rows.only_subject(typed) or subject)

    def action_leave(self) -> None:
        """Clear the search; else ask whether to end."""
        search = self.query_one("#home-search", LineInput)
        if search.value:
            search.value = ""
        else:
            self.app.push_screen(ChoiceScreen(_("End the program?"), [("quit", _("end it")), ("stay", _("stay"))]), self._end)

    def action_move(self, how: str) -> None:
        """Move in the list while the search line keeps the keys."""
        getattr(self.query_one("#records", OptionList), f"action_{how}")()

    def action_open(self) -> None:
        """Open what is marked; a word that begins with a slash acts."""
        action = action_of(self.query_one("#home-search", LineInput).value)
        if action is not None:
            self.query_one("#home-search", LineInput).value = ""
            self.call_later(self.app.run_action, action, self)
            return
        option = self.query_one("#records", OptionList).highlighted_option
        if option is not None and option.id is not None:
            self._open(option.id)

    def open_session(self, session: Session, at: str | None = None) -> None:
        """Show an interview, at a question where one is named; come back here when it is left."""
        screen = InterviewScreen(session, self.doors, self.glyphs)
        self.app.push_screen(screen, self._come_back)
        if at is not None:
            screen.call_after_refresh(screen.go_to_place, at)

    @on(Input.Changed, "#home-search")
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self._list(event.value)

    @on(OptionList.OptionSelected, "#records")
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._open(event.option_id or "")

    def _list(self, typed: str, marked: str | None = None) -> None:
        options = [Option(row.content, id=row.id, disabled=row.id == MORE) for row in self._rows.rows(typed, self._about)]
        if not self._records and not typed and self.doors.scratch is not None:
            options.append(Option(as_content(TOUR_OFFERED), id=TOUR))
        subject = typed.strip()
        if SUBJECT.fullmatch(subject) and not self._rows.has(subject):
            options.append(Option(as_content(_("begin a new interview with {subject}").format(subject=subject)), id=f"{NEW}{subject}"))
        elif not typed:
            options.append(Option(as_content(_("begin a new interview")), id=NEW))
        if not typed and self.doors.practice is not None:
            options.append(Option(as_content(PRACTISE_OFFERED), id=PRACTISE))
        lines = self.query_one("#records", OptionList)
        lines.set_options(options)
        lines.highlighted = next((place for place, each in enumerate(options) if each.id == marked), 0) if options else None
        self.say("" if options else _("No record has these words. Esc clears the search."))

    def _questions_of(self, record: RecordSummary) -> int:
        """Return about how many questions a record's interview has, as far as can be seen now."""
        events = self.doors.store.events(record.record)
        return Standing(self.doors.store, self.doors.questionnaire, events, self.doors.clock, Settings()).view().about

    def _open(self, record: str) -> None:
        if record == TOUR:
            self.call_later(self.app.run_action, "tour", self.app)
            return
        if record == PRACTISE:
            self.action_practise()
        elif record.startswith(NEW):
            self._ask_subject(record.removeprefix(NEW))
        elif record.startswith(VISITS_OF):
            self._show_visits(record.removeprefix(VISITS_OF))
        elif record == TO_DO:
            self.app.push_screen(to_do_screen(self.doors, self._records), self._open_to_do)
        elif record != MORE:
            self._resume(record)

    def _resume(self, record: str, at: str | None = None) -> None:
        """Open a record, at a question where one is named."""
        try:
            session = self.doors.resume(record)
        except StoreFault as fault:
            self.say(_("Not opened: {fault}").format(fault=fault))
            if fault.kind == "busy":
                self.app.push_screen(held_sheet(str(fault)), lambda choice: self._held(choice, record, at))
            return
        self.say("")
        self.open_session(session, at)

    def resume(self, record: str) -> None:
        """Open a record; where another holds it, say who, and offer to read it or to try again."""
        self._resume(record)

    def _held(self, choice: str | None, record: str, at: str | None) -> None:
        if choice == AGAIN[0]:
            self._resume(record, at)
        elif choice == READ[0]:
            try:
                self.app.push_screen(HeldScreen(self.doors.read(record)))
            except StoreFault as fault:
                self.say(_("Not opened: {fault}").format(fault=fault))

    def _ask_subject(self, subject: str) -> None:
        sheet = SubjectScreen(subject=subject, interviewer=self.doors.settings.interviewer, records=self._records)
        self.app.push_screen(sheet, self._begin)

    def _begin(self, new: NewRecord | None) -> None:
        if new is None:
            return
        try:
            session = self.doors.begin(new.subject, new.visit, new.depth, new.interviewer, new.minutes)
        except StoreFault as fault:
            self.say(_("NOT SAVED: {fault} Nothing was begun.").format(fault=fault))
            return
        self.query_one("#home-search", LineInput).value = ""
        self.open_session(session)

    def _come_back(self, where: str | None) -> None:
        if where == "quit":
            self.app.exit()
        else:
            self.draw()
            self.query_one("#home-search", LineInput).focus()

    def _end(self, choice: str | None) -> None:
        if choice == "quit":
            self.app.exit()
