"""A small sheet with numbered choices: one key each. It does not act; it returns what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interview.language import _
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content
from interview.tui.widgets.cursor_list import CursorList


class ChoiceScreen(Sheet[str | None]):
    """Offers choices as 1, 2, 3 …; Esc returns None and changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", _("back"), key_display="Esc")]

    def __init__(
        self, title: str, choices: Sequence[tuple[str, str]], *, text: str = "", on_typed: Callable[[str], object] | None = None
    ) -> None:
        """`choices` are (id, words); `text` stands above them.

        With `on_typed` nothing is chosen beforehand, and typing anything but a choice closes the sheet and goes on there.
        """
        super().__init__(classes="sheet")
        self._on_typed = on_typed
        self._typed = ""
        self._is_closing = False
        self._title = title
        self._text = text
        self._choices = tuple(choices)

    def compose(self) -> ComposeResult:
        """Place text, choices and the way back."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = as_content(self._title)
            if self._text:
                yield Static(as_content(self._text), id="sheet-text", markup=False)
            yield CursorList(
                *(Option(as_content(f"{place}  {words}"), id=choice) for place, (choice, words) in enumerate(self._choices, 1)),
                id="choices",
                markup=False,
            )
            yield Static(_("a digit chooses, Esc goes back"), classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Let keys go to the list."""
        choices = self.query_one(OptionList)
        choices.focus()
        if self._on_typed is not None:
            choices.highlighted = None

    def on_key(self, event: events.Key) -> None:
        """Choose by digit; keys that come while the sheet is closing belong to what is typed, and choose nothing more."""
        character = event.character if event.is_printable else None
        if character is None:
            return
        is_choice = character.isdecimal() and 1 <= int(character) <= len(self._choices)
        if is_choice and not self._is_closing:
            event.stop()
            self._choose(self._choices[int(character) - 1][0])
        elif self._on_typed is not None and (self._typed or not self._is_closing):
            event.stop()
            self._typed += character
            self._on_typed(self._typed)
            self._choose(None)

    def _choose(self, choice: str | None) -> None:
        """Close once: a second key must not close what lies below."""
        if not self._is_closing:
            self._is_closing = True
            self.dismiss(choice)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose by Enter or by mouse."""
        event.stop()
        self._choose(event.option_id)
