"""The start page: resume first, a new interview, search by typing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from interview.engine.doors import Doors
from interview.engine.ports import RecordSummary, StoreFault
from interview.engine.session import Session
from interview.engine.standing import Standing
from interview.tui.glyphs import Glyphs
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.interview import InterviewScreen
from interview.tui.screens.subject import SUBJECT, NewRecord, SubjectScreen
from interview.tui.text import as_content
from interview.tui.widgets.conversation import PLACES
from interview.tui.widgets.line_input import LineInput
from interview.tui.widgets.status_bar import VISITS
from interview.views.locale import ago, counted
from trd_core.settings import Settings

NEW: Final = "new:"


def record_line(record: RecordSummary, now: dt.datetime, titles: dict[str, str], dot: str, about: int | None = None) -> Content:
    """Return one record: who, which visit, how far, when left; what waits is said in words."""
    far = f"question {record.answered + 1} of about {about}" if about and about > record.answered else counted(record.answered, "answer")
    place = titles.get(record.section or "", PLACES.get(record.phase, record.phase))
    what = f" {dot} ".join((VISITS.get(record.visit, record.visit), place, far, f"left {ago(record.updated, now)}"))
    waits = [] if record.safety_day == now.date().isoformat() or record.phase == "closed" else ["safety not asked today"]
    waits += [f"{record.to_do} to do"] if record.to_do else []
    line = as_content(record.subject, "bold") + as_content(f"  {what}")
    return line + as_content(f"\n    {', '.join(waits)}", "$text-warning") if waits else line


class HomeScreen(Screen[None]):
    """Lists the records; opens one, or begins one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "resume", key_display="Enter", priority=True, tooltip="Resume the record that is marked"),
        Binding("f2", "begin", "new interview", priority=True, tooltip="Begin a new interview"),
        Binding("down", "move('cursor_down')", show=False),
        Binding("up", "move('cursor_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
        Binding("escape", "leave", "quit", key_display="Esc", tooltip="End the program"),
    ]

    def __init__(self, doors: Doors, glyphs: Glyphs) -> None:
        super().__init__()
        self.doors = doors
        self.glyphs = glyphs
        self._records: Sequence[RecordSummary] = ()
        self._about: int | None = None
        """About how many questions the interview has that was left last."""

    def compose(self) -> ComposeResult:
        """Place the list and the search line."""
        yield Static("Interview for depression that has not responded to treatment", id="home-title", markup=False)
        yield LineInput(placeholder="type to search, or a new pseudonym", id="home-search")
        yield OptionList(id="records", markup=False)
        yield Static(id="home-message", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show what there is."""
        self.draw()
        self.query_one("#home-search", LineInput).focus()

    def draw(self) -> None:
        """Read the list again, and show it."""
        try:
            self._records = self.doors.store.records()
            self._about = self._questions_of(self._records[0]) if self._records else None
        except StoreFault as fault:
            self.say(str(fault))
        self._list(self.query_one("#home-search", LineInput).value)

    def say(self, words: str) -> None:
        """Show a sentence under the list."""
        self.query_one("#home-message", Static).update(as_content(words))

    def action_begin(self) -> None:
        """Ask who the interview is with."""
        typed = self.query_one("#home-search", LineInput).value.strip()
        subject = typed if SUBJECT.fullmatch(typed) and not any(typed in record.subject for record in self._records) else ""
        self._ask_subject(subject)

    def action_leave(self) -> None:
        """Clear the search; else ask whether to end."""
        search = self.query_one("#home-search", LineInput)
        if search.value:
            search.value = ""
        else:
            self.app.push_screen(ChoiceScreen("End the program?", [("quit", "end it"), ("stay", "stay")]), self._end)

    def action_move(self, how: str) -> None:
        """Move in the list while the search line keeps the keys."""
        getattr(self.query_one("#records", OptionList), f"action_{how}")()

    def action_open(self) -> None:
        """Open what is marked."""
        option = self.query_one("#records", OptionList).highlighted_option
        if option is not None and option.id is not None:
            self._open(option.id)

    def open_session(self, session: Session) -> None:
        """Show an interview; come back here when it is left."""
        self.app.push_screen(InterviewScreen(session, self.doors, self.glyphs), self._come_back)

    @on(Input.Changed, "#home-search")
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self._list(event.value)

    @on(OptionList.OptionSelected, "#records")
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._open(event.option_id or "")

    def _list(self, typed: str) -> None:
        words = typed.casefold().split()
        titles = {section.id: section.title for section in self.doors.questionnaire.section}
        now = self.doors.clock()
        options = []
        for place, record in enumerate(self._records):
            known = " ".join((record.subject, record.visit, titles.get(record.section or "", ""), record.phase)).casefold()
            if all(word in known for word in words):
                line = record_line(record, now, titles, self.glyphs.dot, self._about if place == 0 else None)
                options.append(Option(line, id=record.record))
        subject = typed.strip()
        if SUBJECT.fullmatch(subject) and not any(record.subject == subject for record in self._records):
            options.append(Option(as_content(f"begin a new interview with {subject}"), id=f"{NEW}{subject}"))
        elif not typed:
            options.append(Option(as_content("begin a new interview"), id=NEW))
        lines = self.query_one("#records", OptionList)
        lines.set_options(options)
        lines.highlighted = 0 if options else None
        self.say("" if options else "No record has these words. Esc clears the search.")

    def _questions_of(self, record: RecordSummary) -> int:
        """Return about how many questions a record's interview has, as far as can be seen now."""
        events = self.doors.store.events(record.record)
        return Standing(self.doors.store, self.doors.questionnaire, events, self.doors.clock, Settings()).view().about

    def _open(self, record: str) -> None:
        if record.startswith(NEW):
            self._ask_subject(record.removeprefix(NEW))
            return
        try:
            session = self.doors.resume(record)
        except StoreFault as fault:
            self.say(f"Not opened: {fault}")
            return
        self.open_session(session)

    def _ask_subject(self, subject: str) -> None:
        sheet = SubjectScreen(subject=subject, interviewer=self.doors.settings.interviewer, records=self._records)
        self.app.push_screen(sheet, self._begin)

    def _begin(self, new: NewRecord | None) -> None:
        if new is None:
            return
        try:
            session = self.doors.begin(new.subject, new.visit, new.depth, new.interviewer, new.minutes)
        except StoreFault as fault:
            self.say(f"NOT SAVED: {fault} Nothing was begun.")
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
