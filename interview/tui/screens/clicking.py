"""Answers by mouse: a click on an option puts it on the answer line, as if it had been typed. A second click on it, or Enter, takes it.

A question of safety is taken by Enter alone (the key, or a click on it at the foot of the screen), so that no double click answers it.
"""

from __future__ import annotations

from typing import Final

from textual import on

from interview.engine.view import ItemView
from interview.language import _
from interview.tui.screens.word_acts import WordActs
from interview.tui.widgets.question_card import QuestionCard
from interview.tui.widgets.question_words import clickable_words, numbered_options, pieces, pointed_at

KEPT: Final = _("What is typed stays on the line; empty it first to choose by mouse.")
FAST: Final = 2
"""Clicks in quick succession that count; those after them fall on the next question, where nobody aimed."""


class Clicking(WordActs):
    """Takes clicks on the question card."""

    @on(QuestionCard.Chosen)
    def _clicked(self, event: QuestionCard.Chosen) -> None:
        event.stop()
        self.line.focus()
        item, there = self.item_now, self.line.text.strip()
        if event.chain > FAST:
            return
        if item is None:
            self.nothing_asked(event.typed)
        elif self.is_folded(item):
            return
        elif not _may_replace(item, there, event.typed):
            self.say(KEPT)
        elif item.item.type == "choices":
            self.line.show(_turned(item, there, event.typed))
        elif there != event.typed:
            self.line.show(event.typed)
        elif not is_of_safety(item):
            self.line.action_submit()

    def nothing_asked(self, text: str) -> None:  # noqa: ARG002 screens that offer something here read it
        """Say that nothing is asked here; what was typed stays on the line."""
        self.say(_("There is no question to answer here; F1 shows what can be done."))


def is_of_safety(item: ItemView) -> bool:
    """Return whether a question is one of safety."""
    return item.section == "safety" or "safety" in item.link_id


def _may_replace(item: ItemView, there: str, clicked: str) -> bool:
    """Return whether what was typed last is a choice, or words that search for the option clicked; anything else is an answer begun."""
    last = pieces(item.item, there)[-1]
    return not last or last in _choices(item) or clicked in _meant(item, last)


def _turned(item: ItemView, there: str, clicked: str) -> str:
    """Return the line with one of several choices put on it, or taken off it again."""
    *before, last = pieces(item.item, there)
    kept = [piece for piece in (*before, *([last] if last in _choices(item) else ())) if piece]
    return ", ".join(piece for piece in kept if piece != clicked) if clicked in kept else ", ".join((*kept, clicked))


def _choices(item: ItemView) -> set[str]:
    return {str(number) for number, _words in numbered_options(item.item)} | set(clickable_words(item.item))


def _meant(item: ItemView, typed: str) -> list[str]:
    return [str(number) for number, _words in pointed_at(numbered_options(item.item), item.item, typed)]
