"""`Reorder`: an order of one's own beside the computed one, with its reason. It saves nothing; the caller does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from interview.language import _
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.cursor_list import CursorList


class OrderWritten(NamedTuple):
    """The ids in the order set (none: it is taken back), the reason, and whether it is to be saved."""

    order: tuple[str, ...]
    reason: str
    is_finished: bool


class Reorder(Sheet[OrderWritten]):
    """The problems in order; the one under the cursor is moved up and down; the reason is needed."""

    DEFAULT_CSS = """
    Reorder Static { height: auto; }
    Reorder OptionList { height: auto; max-height: 8; }
    Reorder AnswerInput { height: auto; min-height: 1; max-height: 6; background: $panel; padding: 0 1; margin: 1 0; }
    Reorder AnswerInput:focus { border-left: thick $border; }
    Reorder #order-lacking { color: $text-error; display: none; }
    Reorder.-lacking #order-lacking { display: block; }
    Reorder Horizontal { layout: grid; grid-size: 2; grid-rows: 1; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", _("Back")),
        Binding("shift+up", "move(-1)", _("Move up")),
        Binding("shift+down", "move(1)", _("Move down")),
    ]

    def __init__(self, order: Sequence[tuple[str, str]], reason: str = "", *, is_set: bool = False) -> None:
        """`order` are (id, label), from the first; `is_set` where an order of one's own stands and may be taken back."""
        super().__init__(classes="sheet")
        self._order, self._reason, self._is_set = list(order), reason, is_set

    def compose(self) -> ComposeResult:
        """Lay out the list, the reason and the buttons."""
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(_("Your own order, shown beside the computed one. Shift+Up and Shift+Down move a problem."))
            yield CursorList(id="order-list", compact=True, markup=False)
            yield Static(_("The reason, which is kept with it: Tab goes there, and so does anything that is typed."))
            yield AnswerInput(id="order-reason")
            yield Static(_("An order of your own needs its reason."), id="order-lacking")
            with Horizontal():
                yield Button(_("Save the order"), id="order-save", variant="primary", compact=True)
                yield Button(_("Move up"), id="order-up", compact=True)
                yield Button(_("Move down"), id="order-down", compact=True)
                if self._is_set:
                    yield Button(_("Take my order back"), id="order-drop", compact=True)
                yield Button(_("Back"), id="order-back", compact=True)

    def on_mount(self) -> None:
        """Show the order and begin with the list."""
        self.query_one(AnswerInput).show(self._reason)
        self._draw(0)
        self.query_one(OptionList).focus()

    def _draw(self, place: int) -> None:
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(Option(as_content(f"{rank}  {label}"), id=key) for rank, (key, label) in enumerate(self._order, 1))
        listed.highlighted = place if self._order else None

    def action_move(self, by: int) -> None:
        """Move the problem under the cursor."""
        place = self.query_one(OptionList).highlighted
        if place is not None and 0 <= place + by < len(self._order):
            self._order.insert(place + by, self._order.pop(place))
            self._draw(place + by)

    def on_key(self, event: events.Key) -> None:
        """Keep what is typed beside the reason's line in it: a letter means nothing to a list or a button. The line stops its own."""
        if event.is_printable and event.character is not None:
            event.stop()
            line = self.query_one(AnswerInput)
            line.insert(event.character)
            self.set_focus(line)

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
        match event.button.id:
            case "order-up":
                self.action_move(-1)
            case "order-down":
                self.action_move(1)
            case "order-save":
                self._finish()
            case "order-drop":
                self.dismiss(OrderWritten((), "", True))
            case _:
                self.action_leave()

    def _written(self, is_finished: bool) -> OrderWritten:
        return OrderWritten(tuple(key for key, __ in self._order), self.query_one(AnswerInput).text.strip(), is_finished)

    def _finish(self) -> None:
        written = self._written(True)
        self.set_class(not written.reason, "-lacking")
        if written.reason:
            self.dismiss(written)

    def action_leave(self) -> None:
        """Go back; the order and the reason go along as a draft."""
        self.dismiss(self._written(False))
