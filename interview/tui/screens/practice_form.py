"""How a turn was put, corrected by the trainee: each judgement is turned by its digit. It does not act; it returns the form."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interview.engine.practice_turns import Form
from interview.language import _
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content
from interview.tui.widgets.cursor_list import CursorList
from interview.views.practice_words import FORMS

KEEPS: Final = _("A digit turns a judgement, F2 keeps them, Esc goes back. Both versions stay, and yours counts.")


def turned(form: Form, name: str) -> Form:
    """Return the form with one judgement turned. What asks nothing is neither open nor closed; what is open asks."""
    is_now = not getattr(form, name)
    if name == "question":
        return form.model_copy(update={"question": is_now, "open": False if is_now else None})
    if name == "open" and is_now:
        return form.model_copy(update={"question": True, "open": True})
    if name == "open":
        return form.model_copy(update={"open": False if form.question else None})
    return form.model_copy(update={name: is_now})


class FormSheet(Sheet[Form | None]):
    """Digits or Enter turn a judgement, F2 keeps them all, Esc changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", _("back"), key_display="Esc"),
        Binding("f2", "keep", _("keep"), priority=True, tooltip=_("Keep how this turn was put")),
    ]

    def __init__(self, said: str, form: Form) -> None:
        super().__init__(classes="sheet")
        self._said = said
        self._form = form

    def compose(self) -> ComposeResult:
        """Place what was said, and the judgements."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = _("How was this put?")
            yield Static(as_content(self._said), id="sheet-text", markup=False)
            yield CursorList(id="forms", markup=False)
            yield Static(KEEPS, classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Begin with the first judgement."""
        self.query_one(OptionList).focus()
        self._draw(0)

    def _draw(self, here: int) -> None:
        forms = self.query_one(OptionList)
        forms.set_options(
            Option(as_content(f"{place}  [{'x' if getattr(self._form, name) else ' '}] {words}"), id=name)
            for place, (name, words) in enumerate(FORMS, 1)
        )
        forms.highlighted = here

    def on_key(self, event: events.Key) -> None:
        """Turn by digit."""
        character = event.character if event.is_printable else None
        if character is not None and character.isdecimal() and 1 <= int(character) <= len(FORMS):
            event.stop()
            self._turn(int(character) - 1)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._turn(event.option_index)

    def _turn(self, place: int) -> None:
        self._form = turned(self._form, FORMS[place][0])
        self._draw(place)

    def action_keep(self) -> None:
        """Return how it was put."""
        self.dismiss(self._form)
