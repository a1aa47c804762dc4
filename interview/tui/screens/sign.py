"""`SignScreen`: whose name is put under a record, and as what. It does not act; it returns what was filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Static

from interview.engine.signing import LONGEST_NAME
from interview.language import _
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content
from interview.tui.widgets.line_input import LineInput
from interview.views.signature_words import NO_NAME, TOO_LONG


@dataclass(frozen=True, slots=True)
class Signing:
    """What was filled in, and whether the record is to be signed with it; what was left is kept by the caller as a draft."""

    name: str
    note: str
    is_finished: bool


class SignScreen(Sheet[Signing]):
    """Two lines and two buttons; Enter on a line goes on to the next, and only the button signs."""

    DEFAULT_CSS = """
    SignScreen #sign-message { height: auto; color: $text-error; }
    SignScreen Horizontal { height: auto; margin-bottom: 1; }
    SignScreen Button { margin-right: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", _("back"), key_display="Esc")]

    def __init__(self, title: str, text: Sequence[str], *, name: str = "", note: str = "") -> None:
        """`text` says what a signature binds; `name` and `note` stand on the lines to begin with."""
        super().__init__(classes="sheet")
        self._title, self._text, self._name_known, self._note_known = title, "\n".join(text), name, note

    def compose(self) -> ComposeResult:
        """Place the text, the lines and the buttons."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = as_content(self._title)
            yield Static(as_content(self._text), id="sheet-text", markup=False)
            yield Static(_("Name"), markup=False)
            yield LineInput(self._name_known, id="sign-name")
            yield Static(_("As what, where it matters: supervisor (may stay empty)"), markup=False)
            yield LineInput(self._note_known, id="sign-note")
            yield Static("", id="sign-message", markup=False)
            with Horizontal():
                yield Button(as_content(_("No, not yet")), id="sign-no", compact=True)
                yield Button(as_content(_("Yes, sign")), id="sign-yes", compact=True)
            yield Static(_("Enter or Tab goes on, Esc goes back; only Yes signs"), classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Begin with the name."""
        self.query_one("#sign-name", LineInput).focus()

    @on(Input.Submitted)
    def _on(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_next()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "sign-no":
            self.action_leave()
            return
        filled = self._filled(is_finished=True)
        lacking = NO_NAME if not filled.name else TOO_LONG if max(len(filled.name), len(filled.note)) > LONGEST_NAME else ""
        if lacking:
            self.query_one("#sign-message", Static).update(as_content(lacking))
            self.query_one("#sign-name", LineInput).focus()
        else:
            self.dismiss(filled)

    def action_leave(self) -> None:
        """Go back; what was typed goes along as a draft."""
        self.dismiss(self._filled(is_finished=False))

    def _filled(self, *, is_finished: bool) -> Signing:
        name, note = (self.query_one(f"#sign-{part}", LineInput).value.strip() for part in ("name", "note"))
        return Signing(name, note, is_finished)
