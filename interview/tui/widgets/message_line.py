"""What is said to the interviewer under the question: what was understood, what fits, what was not saved."""

from __future__ import annotations

from interview.tui.text import as_content
from interview.tui.widgets.words import Words


class MessageLine(Words):
    """One calm sentence, or nothing."""

    def say(self, words: str, *, is_fault: bool = False) -> None:
        """Show a sentence; an empty one folds the line away."""
        self.update(as_content(words))
        self.set_class(is_fault, "fault")
        self.display = bool(words)

    @property
    def words(self) -> str:
        """What is shown now."""
        return str(self.content)
