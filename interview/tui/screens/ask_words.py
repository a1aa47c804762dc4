"""`AskWords`: asks for a name or a reason, which may be left empty where it is not needed. It acts on nothing; the caller does."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from interview.language import _
from interview.tui.screens.prompt import Written
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content
from interview.tui.widgets.answer_input import AnswerInput


class AskWords(Sheet[Written]):
    """Enter, or the button, finishes; Esc goes back. What was typed is returned in both cases, so that nothing is lost."""

    DEFAULT_CSS = """
    AskWords Static { height: auto; }
    AskWords AnswerInput { height: auto; min-height: 1; max-height: 6; background: $panel; padding: 0 1; margin: 1 0; }
    AskWords AnswerInput:focus { border-left: thick $border; }
    AskWords #ask-lacking { color: $text-error; display: none; }
    AskWords.-lacking #ask-lacking { display: block; }
    AskWords Horizontal { height: auto; margin-top: 1; }
    AskWords Button { margin-right: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", _("Back"))]

    def __init__(self, question: str, *, save: str, words: str = "", needed: bool = True) -> None:
        super().__init__(classes="sheet")
        self._question, self._save, self._words, self._needed = question, save, words, needed

    def compose(self) -> ComposeResult:
        """Lay out the question, the field and the buttons."""
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(as_content(self._question), id="ask-question")
            yield AnswerInput(id="ask-line")
            yield Static(_("Nothing is written here yet."), id="ask-lacking")
            with Horizontal():
                yield Button(as_content(self._save), id="ask-save", variant="primary", compact=True)
                yield Button(_("Back"), id="ask-back", compact=True)

    def on_mount(self) -> None:
        """Begin where the words end."""
        line = self.query_one(AnswerInput)
        line.show(self._words)
        line.focus()

    @on(AnswerInput.Submitted)
    def _submitted(self, event: AnswerInput.Submitted) -> None:
        event.stop()
        self._finish()

    @on(AnswerInput.Marked)
    def _keep_sign(self, event: AnswerInput.Marked) -> None:
        event.stop()
        self.query_one(AnswerInput).insert(event.sign)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "ask-save":
            self._finish()
        else:
            self.action_leave()

    def _finish(self) -> None:
        written = self.query_one(AnswerInput).text.strip()
        if self._needed and not written:
            self.add_class("-lacking")
        else:
            self.dismiss(Written(written, True))

    def action_leave(self) -> None:
        """Go back; what was typed goes along as a draft."""
        self.dismiss(Written(self.query_one(AnswerInput).text, False))
