"""Who the interview is with, and which visit: the pseudonym and Enter are enough. It does not act; it returns what was filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Button, Input, RadioSet, Static

from interview.engine.ports import RecordSummary
from interview.language import _
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content
from interview.tui.widgets.line_input import LineInput
from interview.tui.widgets.marked_choice import MarkedChoice
from interview.tui.widgets.status_bar import VISITS
from interview.understanding.whole import whole_number

SUBJECT: Final = re.compile(r"[A-Za-z0-9._-]{1,40}")
DEPTHS: Final = {"brief": _("brief: what the formulation needs"), "full": _("full: everything")}


@dataclass(frozen=True, slots=True)
class NewRecord:
    """What a new record begins with."""

    subject: str
    visit: str
    depth: str
    interviewer: str | None
    minutes: int | None


class SubjectScreen(Sheet[NewRecord | None]):
    """A small form; Enter on any line begins, and so does F2 anywhere."""

    DEFAULT_CSS = """
    SubjectScreen .group { text-style: bold; height: auto; }
    SubjectScreen #sheet RadioSet { padding-left: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", _("back"), key_display="Esc"),
        Binding("f2", "begin", _("begin"), priority=True, tooltip=_("Begin the interview")),
    ]

    def __init__(self, *, subject: str = "", interviewer: str | None = None, records: Sequence[RecordSummary] = ()) -> None:
        super().__init__(classes="sheet")
        self._subject = subject
        self._interviewer = interviewer
        self._known = {record.subject: record.visit for record in reversed(records)}
        self._visit = "follow_up" if subject in self._known else next(iter(VISITS))

    def compose(self) -> ComposeResult:
        """Place the lines."""
        with Vertical(id="sheet", classes="tall") as sheet:
            sheet.border_title = _("New interview")
            yield Static(_("Pseudonym: letters, digits, . _ - (never a name)"), markup=False)
            yield LineInput(self._subject, id="subject")
            yield Static(id="subject-known", classes="quiet", markup=False)
            for heading, group, choices in ((_("Which visit it is"), "visit", VISITS), (_("How much is asked"), "depth", DEPTHS)):
                yield Static(as_content(heading), classes="group", markup=False)
                with RadioSet(id=group, compact=True):
                    for code, words in choices.items():
                        yield MarkedChoice(words, value=code == (self._visit if group == "visit" else next(iter(DEPTHS))))
            yield Static(_("Interviewer (name or initials)"), markup=False)
            yield LineInput(self._interviewer or "", id="interviewer")
            yield Static(_("Minutes there are (empty: no limit)"), markup=False)
            yield LineInput(id="minutes")
            yield Static(id="subject-message", markup=False)
            yield Button(_("Begin"), id="begin", compact=True)
            yield Static(_("Tab moves, Space chooses, F2 or Enter on a line begins, Esc goes back"), classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Begin with the pseudonym; one that is known stands there marked, so that typing writes another in its place."""
        line = self.query_one("#subject", LineInput)
        line.focus()
        if self._subject in self._known:
            line.select_all()

    @on(Input.Changed, "#subject")
    def _tell_known(self, event: Input.Changed) -> None:
        event.stop()
        visit = self._known.get(event.value)
        words = _("There is a record already ({visits}); this begins another.").format(visits=VISITS.get(visit, visit)) if visit else ""
        self.query_one("#subject-known", Static).update(as_content(words))

    @on(Input.Submitted)
    @on(Button.Pressed)
    def _begin(self, event: Input.Submitted | Button.Pressed) -> None:
        event.stop()
        self.action_begin()

    def action_begin(self) -> None:
        """Return what was filled in, or say which line does not fit."""
        subject = self.query_one("#subject", LineInput).value.strip()
        written = self.query_one("#minutes", LineInput).value.strip()
        minutes = whole_number(written)
        if SUBJECT.fullmatch(subject) is None:
            self._say(_("The pseudonym takes 1 to 40 letters, digits and . _ - only; nothing was begun."), "#subject")
        elif written and (minutes is None or not 5 <= minutes <= 600):
            self._say(_("Minutes: a whole number from 5 to 600, or empty; nothing was begun."), "#minutes")
        else:
            visit = list(VISITS)[max(self.query_one("#visit", RadioSet).pressed_index, 0)]
            depth = list(DEPTHS)[max(self.query_one("#depth", RadioSet).pressed_index, 0)]
            interviewer = self.query_one("#interviewer", LineInput).value.strip() or None
            self.dismiss(NewRecord(subject, visit, depth, interviewer, minutes))

    def _say(self, words: str, line: str) -> None:
        self.query_one("#subject-message", Static).update(as_content(words))
        self.query_one(line).focus()
