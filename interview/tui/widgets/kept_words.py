"""What was typed before a crash or a lock and never saved: shown above the answer line, which stays empty until somebody takes it."""

from __future__ import annotations

from typing import Final

from textual.message import Message
from textual.widgets import Static

from interview.language import _
from interview.tui.drafting import KEPT
from interview.tui.text import as_content

MOST_SHOWN: Final = 160
"""Signs of a longer text that are shown; the whole of it is taken."""

TAKE: Final = _("Tab takes it to the line: “{words}”")


class KeptWords(Static):
    """Nothing is shown where nothing was kept. A click wants it on the line, as Tab does."""

    DEFAULT_CSS = "KeptWords { height: auto; max-height: 3; color: $text-accent; padding: 0 1; }"

    class Wanted(Message):
        """It was clicked."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.display = False

    def show(self, words: str) -> None:
        """Show what was kept; an empty text folds it away."""
        one_line = " ".join(words.split())
        cut = one_line if len(one_line) <= MOST_SHOWN else f"{one_line[:MOST_SHOWN]} …"
        self.update(as_content(f"{KEPT} {TAKE.format(words=cut)}" if words else ""))
        self.display = bool(words)

    def on_click(self) -> None:
        """Say that it is wanted."""
        self.post_message(self.Wanted())
