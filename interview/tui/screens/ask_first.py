"""`AskFirst`: one plain question before something that is not easily undone. No is where the focus stands, unless it is said otherwise."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from interview.language import _
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content


class AskFirst(Sheet[bool]):
    """Returns True only where the yes button was chosen."""

    DEFAULT_CSS = """
    AskFirst Static { height: auto; }
    AskFirst Horizontal { height: auto; margin-top: 1; }
    AskFirst Button { margin-right: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "no", _("no"), key_display="Esc"),
        Binding("left,up", "app.focus_previous", show=False),
        Binding("right,down", "app.focus_next", show=False),
    ]

    def __init__(self, question: str, *, yes: str, no: str = _("No, keep it"), enter_is_yes: bool = False) -> None:
        super().__init__(classes="sheet")
        self._question, self._yes, self._no, self._enter_is_yes = question, yes, no, enter_is_yes

    def compose(self) -> ComposeResult:
        """Lay out the question and the two buttons."""
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(as_content(self._question), id="ask-question")
            with Horizontal():
                yield Button(as_content(self._no), id="ask-no", compact=True)
                yield Button(as_content(self._yes), id="ask-yes", compact=True)

    def on_mount(self) -> None:
        """Let Enter mean no until somebody chooses, or yes where that is what was asked for."""
        self.query_one("#ask-yes" if self._enter_is_yes else "#ask-no", Button).focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id == "ask-yes")

    def action_no(self) -> None:
        """Return no."""
        self.dismiss(False)
