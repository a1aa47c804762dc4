"""How turns were put, corrected by the trainee: each judgement is turned by its digit. It does not act; it returns what was changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interview.engine.practice_events import FormCorrected
from interview.engine.practice_turns import Form
from interview.language import _
from interview.practice.running import Practice
from interview.practice.turn_numbers import turn_numbers
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content
from interview.tui.widgets.cursor_list import CursorList
from interview.views.practice_words import FORMS

KEEPS: Final = _("A digit turns a judgement, PgUp and PgDn go to other turns, F2 keeps them all, Esc goes back. Both versions stay.")


@dataclass(frozen=True, slots=True)
class JudgedTurn:
    """One turn, and how it was put as it counts now."""

    seq: int
    number: int
    said: str
    form: Form
    is_corrected: bool = False


def judged_turns(practice: Practice) -> tuple[JudgedTurn, ...]:
    """Return every turn of a session that was judged, in order."""
    numbers = turn_numbers(practice.session)
    corrected = {event.body.turn for event in practice.session.practised() if isinstance(event.body, FormCorrected)}
    return tuple(JudgedTurn(seq, numbers[seq], spoken.heard.text, form, seq in corrected) for seq, spoken, form in practice.turns())


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


class FormSheet(Sheet[Mapping[int, Form] | None]):
    """Digits or Enter turn a judgement, F2 keeps them all, Esc changes nothing. It returns the forms that were changed, by turn."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", _("back"), key_display="Esc"),
        Binding("f2", "keep", _("keep"), priority=True, tooltip=_("Keep how these turns were put")),
        Binding("pageup", "turn(-1)", _("turn before"), key_display="PgUp", priority=True),
        Binding("pagedown", "turn(1)", _("next turn"), key_display="PgDn", priority=True),
    ]

    def __init__(self, turns: Sequence[JudgedTurn], at: int) -> None:
        """`at` is the event of the turn to begin at."""
        super().__init__(classes="sheet")
        self._turns = tuple(turns)
        self._at = next((place for place, turn in enumerate(self._turns) if turn.seq == at), len(self._turns) - 1)
        self._now: dict[int, Form] = {}

    def compose(self) -> ComposeResult:
        """Place what was said, and the judgements."""
        with Vertical(id="sheet"):
            yield Static(id="sheet-text", markup=False)
            yield CursorList(id="forms", markup=False)
            yield Static(KEEPS, classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Begin with the first judgement."""
        self.query_one(OptionList).focus()
        self._draw(0)

    @property
    def _here(self) -> JudgedTurn:
        return self._turns[self._at]

    @property
    def _form(self) -> Form:
        return self._now.get(self._here.seq, self._here.form)

    def _draw(self, at: int) -> None:
        turn, form = self._here, self._form
        head = _("Turn {n} of {total}: how was it put?").format(n=turn.number, total=self._turns[-1].number)
        self.query_one("#sheet", Vertical).border_title = as_content(head)
        mark = "\n" + _("You corrected this turn.") if turn.is_corrected or form != turn.form else ""
        self.query_one("#sheet-text", Static).update(as_content(f"{turn.said}{mark}"))
        forms = self.query_one(OptionList)
        forms.set_options(
            Option(as_content(f"{place}  [{'x' if getattr(form, name) else ' '}] {words}"), id=name)
            for place, (name, words) in enumerate(FORMS, 1)
        )
        forms.highlighted = at

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

    def _turn(self, at: int) -> None:
        self._now[self._here.seq] = turned(self._form, FORMS[at][0])
        self._draw(at)

    def action_turn(self, by: int) -> None:
        """Go to the turn before, or to the next one; what was turned stays."""
        if 0 <= self._at + by < len(self._turns):
            self._at += by
            self._draw(0)

    def action_keep(self) -> None:
        """Return what was changed."""
        was = {turn.seq: turn.form for turn in self._turns}
        self.dismiss({seq: form for seq, form in self._now.items() if form != was[seq]})
