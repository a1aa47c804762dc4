"""What is typed on the trainee's line beside turns: words that act, signs, and scrolling past its ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType

from interview.language import _
from interview.tui.practice_words import ACTS, NO_WORD, NOT_NOW
from interview.tui.screens.practice_ending import PracticeEnding
from interview.tui.slash_words import word_of
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.talk import Talk

MOST_DIGITS: Final = 6
"""Digits of a turn's number that are read."""


class TurnInput(AnswerInput):
    """The line on which the trainee speaks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", _("say"), key_display="Enter", tooltip=_("Say it to the person")),
        Binding("ctrl+j,shift+enter", "new_line", _("New line in what you say"), show=False),
    ]


class PracticeLine(PracticeEnding):
    """Does what a word says; every other line is a turn."""

    TAKES_WORDS: ClassVar[bool] = True
    WORDS: ClassVar[Mapping[str, str]] = ACTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "scroll(-1)", _("earlier"), key_display="PgUp", priority=True, show=False, tooltip=_("Scroll to what was said")),
        Binding("pagedown", "scroll(1)", show=False, key_display="PgDn", priority=True, tooltip=_("Scroll to the newest")),
    ]

    def took_as_word(self, text: str) -> bool:
        """Do what a line says, where it is a word; False for a turn. A word that is none stays on the line."""
        word = word_of(text)
        if word is None:
            return False
        action = ACTS.get(word.name)
        if action == "correct" and self.check_action(action, ()) and word.rest.isascii() and word.rest.isdecimal():
            action = f"correct({int(word.rest[:MOST_DIGITS])})"
        node = self.app if action is not None and action.startswith("app.") else self
        name = (action or "").removeprefix("app.")
        if action is None or not node.check_action(name.partition("(")[0], ()):
            self.say(NO_WORD if action is None else NOT_NOW)
            self.line.select_all()
            return True
        self.line.show("")
        self.say("")
        self.call_later(self.app.run_action, name, node)
        return True

    def action_scroll(self, by: int) -> None:
        """Scroll the conversation by a page."""
        talk = self.query_one(Talk)
        (talk.scroll_page_up if by < 0 else talk.scroll_page_down)(animate=False)

    @on(AnswerInput.Overran)
    def _scroll(self, event: AnswerInput.Overran) -> None:
        event.stop()
        self.query_one(Talk).scroll_relative(y=event.by, animate=False)

    @on(AnswerInput.Marked)
    def _keep_sign(self, event: AnswerInput.Marked) -> None:
        event.stop()
        self.line.insert(event.sign)
