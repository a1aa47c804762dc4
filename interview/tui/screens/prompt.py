"""A sheet that asks for one text: a note, a reason, a name. It does not act; it returns the text, and what to do with it."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from interview.language import _
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.key_line import KeyLine


class Written(NamedTuple):
    """What was typed, and whether it was finished; a text that was left unfinished is kept by the caller as a draft."""

    text: str
    is_finished: bool


class PromptScreen(Sheet[Written]):
    """Enter finishes, Esc goes back; in both cases the text is returned, so that nothing is lost."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", _("back"), key_display="Esc")]

    def __init__(self, title: str, *, text: str = "", draft: str = "") -> None:
        """`text` says what is asked for; `draft` is what was typed before."""
        super().__init__(classes="sheet")
        self._title = title
        self._text = text
        self._draft = draft
        self.draft_place = f"prompt:{title}"

    def compose(self) -> ComposeResult:
        """Place the question and the line."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = as_content(self._title)
            if self._text:
                yield Static(as_content(self._text), id="sheet-text", markup=False)
            yield AnswerInput(id="prompt")
            yield Static(_("Enter keeps it, Ctrl+J begins a new line, Esc goes back"), classes="quiet", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin where the draft ends."""
        line = self.query_one(AnswerInput)
        line.show(self._draft)
        line.focus()

    @on(AnswerInput.Submitted)
    def _finish(self, event: AnswerInput.Submitted) -> None:
        event.stop()
        self.dismiss(Written(event.text, bool(event.text.strip())))

    @on(AnswerInput.Marked)
    def _keep_sign(self, event: AnswerInput.Marked) -> None:
        event.stop()
        self.query_one(AnswerInput).insert(event.sign)

    def action_back(self) -> None:
        """Go back; what was typed goes along as a draft."""
        self.dismiss(Written(self.query_one(AnswerInput).text, False))
