"""`CasesScreen`: the simulated patients to practise with. Titles are neutral; what a case teaches is told in the feedback, never here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interview.engine.doors import Doors
from interview.engine.ports import StoreFault
from interview.engine.session import Session
from interview.language import _
from interview.practice.ear.semantic import prepare_beside
from interview.practice.patient.case_file import CaseFile
from interview.practice.running import Practice
from interview.tui.glyphs import Glyphs
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.practice import NO_PERSON, PracticeScreen
from interview.tui.screens.practice_progress import ProgressScreen
from interview.tui.text import as_content
from interview.tui.widgets.cursor_list import CursorList
from interview.tui.widgets.key_line import KeyLine
from interview.views.practice_cases import CaseRow, Practised, case_rows, other_sessions, session_words

BEGIN: Final = "begin"
TITLE: Final = _("PRACTICE: choose whom to talk to. None of them is a real person.")
BEFORE: Final = _(
    "You talk, you take down what you found (F5), you make your formulation (F9), you explain the history. Then comes the feedback."
)
FROM_FILE: Final = _("   {case}, a case from a file  ({words})")
NEEDS_FILE: Final = _("The case of this session came from a file. `trd-interview practise FILE.toml --resume {record}` goes on in it.")
NO_CASES: Final = _("There is no case to practise with.")


class CasesScreen(Screen[str | None]):
    """Lists the cases in their order, each with how far it came. It returns `quit` where the program is to end, else None."""

    DEFAULT_CSS = """
    CasesScreen #cases-title { height: auto; padding: 0 1; text-style: bold; background: $panel; }
    CasesScreen #cases { height: 1fr; border: none; background: $background; padding: 0; margin: 1 0; }
    CasesScreen #cases-message { height: auto; padding: 0 1; color: $text-accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", _("meet"), key_display="Enter", tooltip=_("Meet this person, or go on with them")),
        Binding("p", "progress", _("progress"), tooltip=_("Your progress over the cases")),
        Binding("escape", "back", _("back"), key_display="Esc", tooltip=_("Back to the start page")),
    ]

    def __init__(self, doors: Doors, glyphs: Glyphs, more: Sequence[CaseFile] = ()) -> None:
        """`doors` lead to practice, and to nothing else; `more` are cases from files that are at hand."""
        super().__init__()
        self.doors, self.glyphs = doors, glyphs
        self.drafts: dict[str, str] = {}
        self._more = tuple(more)
        self._rows: Sequence[CaseRow] = ()
        self._others: Sequence[tuple[str, Practised]] = ()

    def compose(self) -> ComposeResult:
        """Place the list."""
        yield Static(TITLE, id="cases-title", markup=False)
        yield CursorList(id="cases", markup=False)
        yield Static(id="cases-message", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the cases, at the first one that is not done."""
        self.draw()
        lines = self.query_one(OptionList)
        lines.highlighted = next((place for place, row in enumerate(self._rows) if not row.is_done), 0) if self._rows else None
        lines.focus()

    def draw(self) -> None:
        """Read what was practised, and show it; the cursor stays."""
        try:
            self._rows, self._others = case_rows(self.doors, self._more), other_sessions(self.doors, self._more)
        except StoreFault as fault:
            self.say(str(fault))
            return
        lines = self.query_one(OptionList)
        here = lines.highlighted
        rows = [Option(self._content(number, row), id=row.case.id) for number, row in enumerate(self._rows, 1)]
        others = [Option(as_content(FROM_FILE.format(case=case, words=each.words)), id=each.record) for case, each in self._others]
        lines.set_options([*rows, *others])
        lines.highlighted = here
        self.say(BEFORE if self._rows else NO_CASES)

    def _content(self, number: int, row: CaseRow) -> Content:
        is_finished = any(each.how_far == "finished" for each in row.sessions)
        mark = self.glyphs.done if is_finished else self.glyphs.here if row.sessions else " "
        how = (row.state, *((session_words(len(row.sessions)),) if row.sessions else ()))
        return as_content(f"{number:>2} {mark} {row.case.title}  ({', '.join(how)})")

    def say(self, words: str) -> None:
        """Show a sentence under the list."""
        self.query_one("#cases-message", Static).update(as_content(words))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    def on_key(self, event: Key) -> None:
        """Meet the person of a number that is typed, as a digit chooses everywhere."""
        place = int(event.character) - 1 if event.character and event.character in "123456789" else -1
        if 0 <= place < len(self._rows):
            event.stop()
            self.query_one(OptionList).highlighted = place
            self.action_open()

    def action_open(self) -> None:
        """Introduce the person under the cursor, and offer to begin or to go on."""
        place = self.query_one(OptionList).highlighted
        if place is None or place >= len(self._rows) + len(self._others):
            return
        if place >= len(self._rows):
            self.say(NEEDS_FILE.format(record=self._others[place - len(self._rows)][1].record))
            return
        row = self._rows[place]
        choices = [(each.record, _("go on: {words}").format(words=each.words)) for each in row.sessions]
        choices.append((BEGIN, _("begin anew") if choices else _("begin")))
        text = f"{NO_PERSON}\n{row.case.person.introduction}"
        self.app.push_screen(ChoiceScreen(row.case.title, choices, text=text), lambda chosen: self._begin(row.case, chosen))

    def _begin(self, case: CaseFile, chosen: str | None) -> None:
        if chosen is None:
            return
        try:
            session = self.doors.begin_practice(case.id) if chosen == BEGIN else self.doors.resume(chosen)
        except StoreFault as fault:
            self.say(_("Not opened: {fault}").format(fault=fault))
            return
        self.open_practice(case, session)

    def open_practice(self, case: CaseFile, session: Session) -> None:
        """Show the conversation; come back here when it is left."""
        prepare_beside()
        practice = Practice(case, session, self.doors.rephrase)
        self.app.push_screen(PracticeScreen(practice, self.doors, self.glyphs, self.drafts), self._come_back)

    def _come_back(self, where: str | None) -> None:
        if where == "quit":
            self.dismiss(where)
        else:
            self.draw()
            self.query_one(OptionList).focus()

    def action_progress(self) -> None:
        """Show how it goes over the cases."""
        self.app.push_screen(ProgressScreen(self.doors, self.glyphs))

    def action_back(self) -> None:
        """Go back to the start page."""
        self.dismiss(None)
