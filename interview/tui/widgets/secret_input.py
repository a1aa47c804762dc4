"""A line for a secret, which is never shown. A paste is the whole secret or nothing: half of one would be a wrong one without a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual import events
from textual.message import Message
from textual.widgets import Input

LONGEST_SECRET: Final = 4_096
"""Characters: more than anybody types, and less than slows the screen."""


class SecretInput(Input):
    """An input that takes a pasted secret as it is, but for line breaks around it."""

    @dataclass
    class Unfit(Message):
        """A paste was no secret, and nothing of it was taken."""

        lines: int
        """How many lines it had; one where it was too long."""

    def __init__(self, *, id: str | None = None, placeholder: str = "") -> None:
        super().__init__(id=id, placeholder=placeholder, password=True, compact=True)
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        pasted = event.text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        lines = pasted.count("\n") + 1
        if lines > 1 or len(self.value) + len(pasted) > LONGEST_SECRET:
            self.post_message(self.Unfit(lines))
        else:
            self.replace(pasted, *self.selection)
