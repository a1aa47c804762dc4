"""A small sheet with numbered choices: one key each. It does not act; it returns what was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interview.tui.text import as_content


class ChoiceScreen(ModalScreen[str | None]):
    """Offers choices as 1, 2, 3 …; Esc returns None and changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "back", key_display="Esc")]

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], *, text: str = "") -> None:
        """`choices` are (id, words); `text` stands above them."""
        super().__init__(classes="sheet")
        self._title = title
        self._text = text
        self._choices = tuple(choices)

    def compose(self) -> ComposeResult:
        """Place text, choices and the way back."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = as_content(self._title).plain
            if self._text:
                yield Static(as_content(self._text), id="sheet-text", markup=False)
            yield OptionList(
                *(Option(as_content(f"{place}  {words}"), id=choice) for place, (choice, words) in enumerate(self._choices, 1)),
                id="choices",
                markup=False,
            )
            yield Static("a digit chooses, Esc goes back", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Let keys go to the list."""
        self.query_one(OptionList).focus()

    def on_key(self, event: events.Key) -> None:
        """Choose by digit."""
        if event.character is not None and event.character.isdecimal() and 1 <= int(event.character) <= len(self._choices):
            event.stop()
            self.dismiss(self._choices[int(event.character) - 1][0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose by Enter or by mouse."""
        event.stop()
        self.dismiss(event.option_id)
