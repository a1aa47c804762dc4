"""The one line, or more, in which an answer is typed. Enter saves; a paste only ever inserts text, all lines of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea

from interview.language import _
from interview.tui.text import written
from trd_core.text import LONGEST_TEXT

TAKEN: Final = frozenset({"pageup", "pagedown", "f6", "f7", "ctrl+c,super+c", "ctrl+z,super+z", "ctrl+y,super+y"})
"""Keys of the toolkit's text area that mean something else in an interview, or that a terminal uses (its undo also fails after a paste)."""

UNSEEN: Final = dict.fromkeys(
    [*range(9), *range(10, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\N{ZERO WIDTH SPACE}"
)
"""Controls and changes of direction: on the line a sign without width stands for each, so that the cursor stays where it is."""


class AnswerInput(TextArea, inherit_bindings=False):
    """A text area that grows with what is typed. It understands nothing: it says what was typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", _("save"), key_display="Enter", tooltip=_("Save the answer and go on")),
        Binding("ctrl+j,shift+enter", "new_line", _("New line in the answer"), show=False),
        *(binding for binding in TextArea.BINDINGS if isinstance(binding, Binding) and binding.key not in TAKEN),
    ]

    @dataclass
    class Submitted(Message):
        """Enter was pressed."""

        text: str

    @dataclass
    class Typed(Message):
        """The text changed."""

        text: str

    @dataclass
    class Full(Message):
        """A paste did not fit: so many characters were left out."""

        line: Widget
        left_out: int

    @dataclass
    class Marked(Message):
        """A sign was typed on an empty line: `;` flags the question, `?` shows ways to ask further, `=` says that it is still so."""

        sign: str

    @dataclass
    class Overran(Message):
        """An arrow went past the last line (1) or the first one (-1)."""

        by: int

    def __init__(self, *, id: str | None = None, placeholder: str = "") -> None:
        super().__init__(id=id, soft_wrap=True, compact=True, highlight_cursor_line=False, placeholder=placeholder)
        self.cursor_blink = False
        self.stood = ""
        """What was shown here and not typed."""

    def get_line(self, line_index: int) -> Text:
        """Return a line as a terminal may show it; the text itself is kept as it was written."""
        line = super().get_line(line_index)
        line.plain = line.plain.translate(UNSEEN)
        return line

    def show(self, text: str) -> None:
        """Put a draft on the line, the cursor after it."""
        self.stood = text
        if text or self.text:
            self.load_text(text)
            self.move_cursor(self.document.end)

    def action_submit(self) -> None:
        """Say that the answer is finished."""
        self.post_message(self.Submitted(self.text))

    def action_new_line(self) -> None:
        """Begin another line of the same answer."""
        self.insert("\n")

    async def _on_key(self, event: events.Key) -> None:
        """Take keys in the order in which they were typed: a priority binding would save before the last letters arrive."""
        act = {"enter": self.action_submit, "ctrl+j": self.action_new_line, "shift+enter": self.action_new_line}.get(event.key)
        if act is not None:
            event.prevent_default()
            event.stop()
            act()
            return
        if event.character in (";", "?", "=") and not self.text:
            event.prevent_default()
            event.stop()
            self.post_message(self.Marked(event.character))
            return
        await super()._on_key(event)
        event.prevent_default()

    def action_cursor_down(self, select: bool = False) -> None:
        """Go a line down; past the last one, say so."""
        if not select and self._line_here == self.wrapped_document.height - 1:
            self.post_message(self.Overran(1))
        else:
            super().action_cursor_down(select)

    def action_cursor_up(self, select: bool = False) -> None:
        """Go a line up; past the first one, say so."""
        if not select and self._line_here == 0:
            self.post_message(self.Overran(-1))
        else:
            super().action_cursor_up(select)

    @property
    def _line_here(self) -> int:
        return self.wrapped_document.location_to_offset(self.cursor_location).y

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        room, pasted = max(LONGEST_TEXT - len(self.text) + len(self.selected_text), 0), written(event.text)
        self.replace(pasted[:room], *self.selection)
        if len(pasted) > room:
            self.post_message(self.Full(self, len(pasted) - room))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Pass on what is typed as this widget's own message."""
        event.stop()
        self.post_message(self.Typed(self.text))
