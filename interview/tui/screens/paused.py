"""A pause in one key: the screen is blank, nothing of the interview stands on it, and one key goes on at the very place."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from interview.language import _
from interview.tui.text import as_content
from interview.tui.widgets.key_line import KeyLine

GO_ON: Final = "on"
WAYS: Final = _("Enter goes on.\n\n1  to the start page\n2  end the program")
PAUSED: Final = _("Paused. Saved {time}.")
CLOSED: Final = _("Closed. Saved {time}.")
DRAFT: Final = _("What stands on the answer line is kept here, and is not saved.")
UNSAVED: Final = _("Paused. NOT SAVED that it paused. Answers are safe up to {time}.")
"""What is said above the ways on; the second of a record that is closed, the third where the store could not take it."""


class PausedScreen(Screen[str]):
    """Returns `on`, `home` or `quit`. Nothing but these three keys does anything, so that nobody opens it by leaning on a key."""

    DEFAULT_CSS = """
    PausedScreen { align: center middle; }
    PausedScreen #paused { width: auto; max-width: 100%; height: auto; padding: 1 2; }
    PausedScreen Static { width: auto; max-width: 100%; height: auto; }
    PausedScreen #paused-said { margin-bottom: 1; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose('on')", _("go on"), key_display="Enter", tooltip=_("Go on at the very place")),
        Binding("1", "choose('home')", _("start page"), tooltip=_("Leave the interview paused, back to the start page")),
        Binding("2", "choose('quit')", _("end"), tooltip=_("Leave the interview paused and end the program")),
    ]

    def __init__(self, said: str, *, has_draft: bool = False) -> None:
        super().__init__()
        self._said = f"{said}\n{DRAFT}" if has_draft else said

    def compose(self) -> ComposeResult:
        """Place the one sentence and the ways on."""
        with Vertical(id="paused"):
            yield Static(as_content(self._said), id="paused-said", markup=False)
            yield Static(WAYS, id="paused-ways", markup=False)
        yield KeyLine()

    def action_choose(self, where: str) -> None:
        """Return what was chosen, once."""
        if self.app.screen is self:
            self.dismiss(where)

    def action_leave(self) -> None:
        """Stay: the one key that ends elsewhere is asked for here already."""
