"""The floors in a terminal: a Textual app with one line to type on, and one that repaints a screen as full as ours, without an engine.

This module imports the toolkit and nothing of the project, so that a cold start of it is a bare app's.
"""

from __future__ import annotations

from typing import Any

from textual import on
from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

READY = "Ready to begin"
TURN = "question {number} of 40"
LINE = "Over the last two weeks, how much of the day was that so, and what was different on the better days?"


class Bare(App[None]):
    """One line to type on, and one to read."""

    def compose(self) -> ComposeResult:
        """Place both."""
        yield Static(READY)
        yield Input()

    def on_mount(self) -> None:
        """Begin on the line."""
        self.query_one(Input).focus()


class Repainting(App[None]):
    """The regions of the interviewing screen as plain text; Enter puts other words into each of them."""

    CSS = """
    #outline { width: 25; } #view { width: 45; } #conversation { height: 1fr; } #card { height: 12; border: round gray; }
    #status, #heading, #message, #keys { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.animation_level = "none"
        self._turn = 0

    def compose(self) -> ComposeResult:
        """Place the regions."""
        yield Static(id="status", markup=False)
        with Horizontal():
            yield Static(id="outline", markup=False)
            with Vertical():
                yield Static(id="conversation", markup=False)
                yield Static(id="heading", markup=False)
                yield Static(id="card", markup=False)
                yield Static(id="message", markup=False)
                yield Input(id="answer")
            yield Static(id="view", markup=False)
        yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the first turn."""
        self._draw()
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.query_one(Input).value = ""
        self._draw()

    def _draw(self) -> None:
        self._turn += 1
        told = [f"{self._turn - line}. {LINE}" for line in range(8, 0, -1)]
        texts: dict[str, Any] = {
            "status": f"S-1 · saved at 10:{self._turn % 60:02}",
            "outline": "\n".join(f"Section {line}  {(self._turn + line) % 9}/9" for line in range(14)),
            "conversation": "\n".join(told),
            "heading": TURN.format(number=self._turn),
            "card": "\n".join((LINE, "", *(f"{option}  answer {option + self._turn}" for option in range(1, 6)))),
            "message": f"Taken as answer {self._turn}.",
            "view": "\n".join(
                f"Finding {line}: {'met' if (line + self._turn) % 3 else 'open'}, from {line + self._turn} facts" for line in range(24)
            ),
            "keys": "F1 help  F2 no answer  F3 note  F4 why",
        }
        for name, text in texts.items():
            self.query_one(f"#{name}", Static).update(text)
