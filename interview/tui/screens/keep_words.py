"""`KeepWords`: words that were not understood and then answered anew; one key keeps them as a note, another lets them go."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Button

from interview.language import _
from interview.tui.screens.ask_first import AskFirst

YES: Final = frozenset({"y", _("yes")[:1].casefold()})
NO: Final = frozenset({"n", _("no")[:1].casefold()})


class KeepWords(AskFirst):
    """Returns True where they are kept. Neither key changes an answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "press('ask-yes')", _("keep them"), tooltip=_("Keep the words as a note of that question")),
        Binding("n", "press('ask-no')", _("let them go"), tooltip=_("Let the words go")),
    ]

    def __init__(self, words: str) -> None:
        super().__init__(
            _("Keep these words as a note? They were typed at this question and not understood as an answer.\n“{words}”").format(
                words=words
            ),
            yes=_("Yes, keep them (y)"),
            no=_("No, let them go (n)"),
            enter_is_yes=True,
        )

    def on_key(self, event: events.Key) -> None:
        """Take the first letter of yes or no in the language that is spoken."""
        typed = (event.character or "").casefold()
        if typed in YES ^ NO and typed not in ("y", "n"):
            event.stop()
            self.action_press("ask-yes" if typed in YES else "ask-no")

    def action_press(self, button: str) -> None:
        """Press one of the two buttons."""
        self.query_one(f"#{button}", Button).press()
