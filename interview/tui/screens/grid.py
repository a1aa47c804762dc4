"""`GridScreen`: answers by section, one question a row, for entering an interview after the session or from paper.

The row under the cursor is the session's question: what is typed is heard, saved and followed as in the conversation, by the
same acts and with the same events.
"""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from interview.engine.doors import Doors
from interview.engine.session import Session
from interview.language import _, ngettext
from interview.tui.glyphs import Glyphs
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.finder import Entry, FinderScreen
from interview.tui.screens.grid_moves import GridRows
from interview.tui.screens.safety import SafetyScreen
from interview.tui.text import as_content
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.cells import cell
from interview.tui.widgets.grid_rows import HEADERS, TYPED, UNSAVED, grid_rows, row_title, unsaved
from interview.tui.widgets.key_line import KeyLine
from interview.tui.widgets.message_line import MessageLine
from interview.tui.widgets.question_card import QuestionCard
from interview.tui.widgets.status_bar import StatusBar
from interview.tui.widgets.word_table import WordTable

NOTHING_OPEN: Final = _("Nothing is asked in this section now; PgDn goes on to the next one, F6 lists them.")
CLOSED: Final = _("This record is closed: its answers are shown. F10 opens it again, and then they can be changed.")


class GridScreen(GridRows):
    """Returns None, the act of another place, or `home` or `quit` after a pause in safety."""

    is_shared = False
    DEFAULT_CSS = """
    GridScreen #grid-section { height: auto; padding: 0 1; color: $text-accent; }
    GridScreen #grid { height: 1fr; min-height: 4; }
    GridScreen QuestionCard { margin: 0 1; }
    GridScreen MessageLine { padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "section(-1)", _("section before"), key_display="PgUp", priority=True, tooltip=_("Go to the section before")),
        Binding("pagedown", "section(1)", _("next section"), key_display="PgDn", priority=True, tooltip=_("Go to the next section")),
        Binding("f5", "elsewhere('treatments')", show=False, priority=True, tooltip=_("Treatments, one row a trial")),
        Binding("f6", "sections", _("sections"), priority=True, tooltip=_("Choose a section")),
        Binding("f8", "elsewhere('safety')", show=False, priority=True, tooltip=_("Safety: ask now, settle words, record what was done")),
        Binding("f9", "elsewhere('formulation')", show=False, priority=True, tooltip=_("Formulation: problems, ratings, links, order")),
        Binding("f10", "elsewhere('finish')", _("review"), priority=True, tooltip=_("Check the answers, read the report, close or reopen")),
        Binding("escape", "leave", _("back"), key_display="Esc", tooltip=_("Back to the interview; what was saved stays saved")),
    ]
    EXTRA_ACTS: ClassVar[tuple[tuple[str, str], ...]] = (
        *GridRows.EXTRA_ACTS,
        ("row(1)", _("Go to the next row (Tab or Down)")),
        ("row(-1)", _("Go to the row before (Shift+Tab or Up)")),
    )

    closed_words: ClassVar[str] = CLOSED
    """What is said where the record is closed."""

    def __init__(self, session: Session, doors: Doors, glyphs: Glyphs, drafts: dict[str, str]) -> None:
        """`drafts` keeps what is typed and not sent, by question, also after this screen."""
        super().__init__(session, doors, glyphs)
        self.drafts = drafts
        self._section = session.view().section or next(iter(session.questionnaire.sections))

    def compose(self) -> ComposeResult:
        """Place the section, its rows, the question under the cursor and the line."""
        yield StatusBar()
        yield Static(id="grid-section", markup=False)
        yield WordTable(id="grid")
        yield QuestionCard(id="card")
        yield MessageLine(id="message")
        yield AnswerInput(id="answer")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin at the question that the interview stands at, else at the first row."""
        self.query_one(WordTable).can_focus = False
        self.say(self.closed_words if self.session.phase == "closed" else "")
        if self.session.current() is None and self.session.phase != "closed":
            self._begin_section(self._section)
        self.draw()
        self.line.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no other view: this one is the clinician's."""
        return False if action == "view" else super().check_action(action, parameters)

    # Drawing.

    def safety_screen(self) -> SafetyScreen:
        """Return the screen that takes over where safety is open."""
        return SafetyScreen(self.session, self.doors, self.glyphs)

    def draw(self) -> None:
        """Draw the section's rows and the question under the cursor; where safety is open, it takes over."""
        view = self.session.view()
        self.draw_status(view)
        self.refresh_bindings()
        if view.safety.is_open:
            self.app.push_screen(self.safety_screen(), self._after_safety)
            return
        if view.item is not None:
            self._section = view.item.section
            self.draw_question(view.item)
        else:
            self.query_one(QuestionCard).rest(_("Nothing to ask here"), self.closed_words if view.phase == "closed" else NOTHING_OPEN)
            self.turn_to(None)
        self._draw_rows()

    def _draw_rows(self) -> None:
        view, here = self.session.view(), self._asked
        far = next((each for each in view.sections if each.id == self._section), None)
        if far is not None:
            words = _("{section}: {n} of {total} answered").format(section=far.title, n=far.answered, total=far.total)
            self.query_one("#grid-section", Static).update(as_content(words, "bold"))
        table = self.query_one(WordTable)
        shown = {link_id: typed for link_id, typed in self.drafts.items() if link_id != here}
        if here is not None:
            shown[here] = self.line.text
        table.show(HEADERS, grid_rows(self.session, self._section, shown))
        if here is not None:
            table.go_to_key(here)

    @on(AnswerInput.Typed)
    def _show_typed(self) -> None:
        """Show what is typed in its row, letter by letter."""
        table, here = self.query_one(WordTable), self._asked
        row = next((row for row in table.shown if row.key == here), None)
        if row is None or (row.cells[-1] == UNSAVED) is not bool(self.line.text.strip()):
            self._draw_rows()
        elif self.line.text.strip():
            table.update_cell(row.key, HEADERS[TYPED][0], cell(self.line.text, "bold"))

    # Sections.

    def action_section(self, by: int) -> None:
        """Go to the section before or after, among those in which something is open."""
        sections = [section.id for section in self.session.view().sections if section.total]
        here = sections.index(self._section) if self._section in sections else -1
        if 0 <= here + by < len(sections):
            self._go_to_section(sections[here + by])
        else:
            self.say(_("This is the last section.") if by > 0 else _("This is the first section."))

    def action_sections(self) -> None:
        """Choose a section from a list."""
        entries = [
            Entry(section.id, as_content(f"{section.title}  {section.answered}/{section.total}"), section.title)
            for section in self.session.view().sections
            if section.total
        ]
        sheet = FinderScreen(_("Which section?"), entries, prompt=_("type to narrow"), start=self._section)
        self.app.push_screen(sheet, self._section_chosen)

    def _section_chosen(self, section: str | None) -> None:
        if section is not None:
            self._go_to_section(section)

    def _go_to_section(self, section: str) -> None:
        left = self._asked if self.line.text.strip() else None
        if self.session.phase == "closed":
            self._section = section
        elif self._begin_section(section):
            self.say(self._not_saved(left))
        self.draw()

    def _begin_section(self, section: str) -> bool:
        """Go to a section's first question without an answer, else to its first one."""
        slots = self.session.slots(section)
        open_one = next((slot.link_id for slot in slots if self.session.answer_of(slot.link_id) is None), None)
        to = open_one or (slots[0].link_id if slots else None)
        return to is not None and self.done(lambda: self.session.go_to(to))

    # Leaving.

    def action_leave(self) -> None:
        """Go back; what was typed and not saved is said first."""
        self._leave_for(None)

    def action_elsewhere(self, act: str) -> None:
        """Leave for another place of the interview."""
        self._leave_for(act)

    def _leave_for(self, act: str | None) -> None:
        self.keep_draft()
        waiting = unsaved(self.drafts, self.session)
        if not waiting:
            self._go_back(act)
            return
        title = ngettext("{n} answer is typed and NOT SAVED", "{n} answers are typed and NOT SAVED", len(waiting)).format(n=len(waiting))
        text = _("Each is kept with its question while the interview is open: {questions}.").format(
            questions=", ".join(row_title(each) for each in waiting)
        )
        choices = (("stay", _("stay, at the first of them")), ("go", _("go back all the same")))
        self.app.push_screen(ChoiceScreen(title, choices, text=text), lambda choice: self._left(choice, act, waiting[0]))

    def _left(self, choice: str | None, act: str | None, first: str) -> None:
        if choice == "go":
            self._go_back(act)
        elif choice == "stay":
            self._go_to_row(first)

    def _after_safety(self, where: str | None) -> None:
        if where:
            self._go_back(where)
        else:
            self.line.focus()
            self.draw()

    def _go_back(self, where: str | None) -> None:
        self.let_core_finish()
        self.dismiss(where)
