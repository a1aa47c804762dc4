"""`TreatmentsScreen`: one row a treatment, with what is open of it. A cell leads to its question; nothing is answered here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import DataTable, Static

from interview.engine.session import Session
from interview.language import _
from interview.tui.screens.acting_screen import ActingScreen
from interview.tui.screens.ask_first import AskFirst
from interview.tui.text import as_content
from interview.tui.widgets.trial_table import EXAMPLE_ROW, GROUP, HEADERS, TrialCells, next_treatment, trial_cells
from interview.tui.widgets.word_table import WordTable
from interview.views.treatments import how_many

EMPTY = _("No treatment was told yet. The row below is an example, not an answer. A goes to the first question about one.")
SOME = _("Enter on a cell goes to its question. “open” is not asked yet; “–” cannot apply to this kind of treatment.")


class TreatmentsScreen(ActingScreen[str]):
    """Returns the question to go to, or None."""

    PLACE = _("treatments")
    DEFAULT_CSS = """
    TreatmentsScreen Static.line { height: auto; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", _("Add a treatment"), tooltip=_("Go to the first question about another treatment")),
        Binding("delete", "withdraw", _("Withdraw"), key_display="Del", tooltip=_("Withdraw the treatment under the cursor, after asking")),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._trials: tuple[TrialCells, ...] = ()

    def compose_body(self) -> Iterable[Any]:
        """Lay out what was told, and the table."""
        yield Static("", id="treatments-told", classes="line")
        yield Static("", id="treatments-hint", classes="line quiet")
        yield WordTable(cursor="cell", id="treatments")

    def draw_body(self) -> None:
        """Draw the treatments from the session."""
        self._trials = trial_cells(self.session)
        self.query_one("#treatments-told", Static).update(as_content(how_many(self.session.case())))
        self.query_one("#treatments-hint", Static).update(as_content(SOME if self._trials else EMPTY))
        self.query_one(WordTable).show(HEADERS, tuple(each.row for each in self._trials) or (EXAMPLE_ROW,))
        self.query_one(WordTable).focus()

    def _trial_here(self) -> TrialCells | None:
        key = self.query_one(WordTable).key_here
        return next((each for each in self._trials if each.row.key == key), None)

    @on(DataTable.CellSelected)
    def _cell_chosen(self, event: DataTable.CellSelected) -> None:
        event.stop()
        trial, column = self._trial_here(), str(event.cell_key.column_key.value)
        if trial is None:
            self.action_add()
        elif column in trial.questions and self.session.enablement.is_enabled(trial.questions[column]):
            self._leave_to(trial.questions[column])
        elif column == "more":
            self.say(_("Nothing is left to ask about this treatment."))
        else:
            self.say(_("That cannot apply to this kind of treatment, so it is not asked."))

    def action_add(self) -> None:
        """Go to the question that begins another treatment."""
        link_id = next_treatment(self.session)
        if link_id is None:
            self.say(_("This interview asks about no treatments."))
        else:
            self._leave_to(link_id)

    def action_withdraw(self) -> None:
        """Withdraw the treatment under the cursor, once it was asked."""
        trial = self._trial_here()
        if trial is None:
            self.say(_("There is no treatment to withdraw."))
            return

        def answered(is_yes: bool | None) -> None:
            if is_yes:
                self.act(lambda: self.session.withdraw_instance(GROUP, trial.index), said=_("Withdrawn."))

        title, what = trial.row.cells[0], trial.row.cells[1]
        question = _(
            "Withdraw this treatment?\n{title}: {what}\nIts answers no longer count; the record keeps that they were given."
        ).format(title=title, what=what)
        self.app.push_screen(AskFirst(question, yes=_("Yes, withdraw it")), answered)

    def action_go_to_place(self, place: str) -> None:
        """Leave for a question or a section."""
        self._leave_to(place)

    def _leave_to(self, link_id: str) -> None:
        if self.is_waiting:
            self.say_still_waiting()
        else:
            self.dismiss(link_id)
