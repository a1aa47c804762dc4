"""Several lines asked one after another for one act: each until it fits; a word is done beside it, or ends it and is done then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from interview.language import _
from interview.plain.console import Console
from interview.plain.words import Word, word_of

BESIDE: Final = frozenset(
    {"/note", "/private", "/todo", "/help", "/case", "/map", "/proposals", "/first", "/report", "/done", "/clinician"}
)
"""Words that leave what is asked as it is: they are done, and the same line is asked again."""


class Left(Exception):
    """A word was said, or ^C was pressed, where a rating or a part of a link was asked."""

    def __init__(self, word: Word | None) -> None:
        super().__init__()
        self.word = word


class LineByLine:
    """Asks for the parts of one act."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.beside: Callable[[Word], None] | None = None
        """Does a word while something is asked here."""

    def ask(self, prompt: str, read: Callable[[str], Any]) -> Any:
        """Ask for one line until it fits; an empty line, or the end of the input, is None. Raises `Left` where the asking is ended."""
        while True:
            try:
                line = self._console.ask(prompt)
            except KeyboardInterrupt:
                raise Left(None) from None
            if line is None or (line.lines == 1 and not line.text.strip() and not line.too_long):
                return None
            word = word_of(line.text) if line.lines == 1 else None
            if word is not None:
                self._said(word)
                continue
            value = read(line.text.strip()) if line.lines == 1 and not line.too_long else None
            if value is not None:
                return value
            self._console.say(_("That does not fit; Enter leaves it."))

    def _said(self, word: Word) -> None:
        if word.name not in BESIDE or self.beside is None:
            raise Left(word)
        self.beside(word)
        self._console.say(_("Back to what is asked here:"))


def ended(name: str, left: Left) -> str:
    """Return what to say where an act was ended by a word or by ^C."""
    if left.word is None:
        return _("{act} ended here. What was shown as saved is saved, and no more.").format(act=name)
    return _("{act} ended here, and {word} is done. What was shown as saved is saved, and no more.").format(act=name, word=left.word.name)
