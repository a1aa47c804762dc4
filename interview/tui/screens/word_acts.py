"""What a word on the answer line does: the same acts as the keys, for terminals that swallow those."""

from __future__ import annotations

from typing import ClassVar, Final

from interview.engine.event_body import AnswerStatus
from interview.engine.events import NoteKind
from interview.language import _
from interview.tui.screens.finder import found
from interview.tui.screens.jump import jump_screen, places
from interview.tui.screens.question_acts import UNSEEN, QuestionActs
from interview.tui.slash_words import ACTS, ALL, ANSWERS, NO_WORD, NOT_NOW, NOTES, SAID_ELSEWHERE, Word, word_of

STATUSES: Final[dict[str, AnswerStatus]] = {"declined": "declined", "unknown": "unknown", "not_applicable": "not_applicable"}
KINDS: Final[dict[str, NoteKind]] = {"record": "record", "private": "private", "to_do": "to_do"}
NO_REASON: Final = _("Why is it settled so? Say it in the same line: /risk known because REASON.")
SETTLES: Final = {"asked": "asked_now", "known": "known", "other": "not_this_person"}


class WordActs(QuestionActs):
    """Takes a line that is a word; a screen built on it takes every other line as an answer."""

    TAKES_WORDS: ClassVar[bool] = True

    def took_as_word(self, text: str) -> bool:
        """Do what a line says, where it is a word; False for an answer. A word that is none stays on the line."""
        word = word_of(text)
        if word is None:
            return False
        if word.name not in ALL:
            self.say(NO_WORD)
            self.line.select_all()
        elif word.name in SAID_ELSEWHERE:
            self.say(SAID_ELSEWHERE[word.name])
            self.line.select_all()
        elif word.name in ANSWERS:
            self._leave_open(STATUSES[ANSWERS[word.name]])
        elif word.name in NOTES and word.rest:
            self._keep_note(word)
        elif word.name == "/risk" and (said := settling_of(word.rest)) is not None:
            self._settle_words(*said)
        else:
            self._act(word)
        return True

    def _act(self, word: Word) -> None:
        action = ACTS.get(word.name, "note")
        node = self.app if action.startswith("app.") else self
        name = action.removeprefix("app.")
        bare = name.partition("(")[0]
        if not hasattr(node, f"action_{bare}") or not node.check_action(bare, ()):
            self.say(NOT_NOW)
            self.line.select_all()
            return
        self.line.show("")
        self.say("")
        if word.rest and action == "jump":
            self._search_places(word.rest)
        elif word.rest and action in ("search", "to_dos", "change_depth", "attached"):
            self.call_later(self.app.run_action, f"{action}({word.rest!r})", self)
        else:
            self.call_later(self.app.run_action, name, node)

    def _search_places(self, typed: str) -> None:
        """Go to the one question or section that is meant; show those that may be."""
        meant = found(places(self.session, self.glyphs, is_shared=self.is_shared), typed)
        if len(meant) == 1:
            self.call_later(self.app.run_action, f"go_to_place({meant[0].id!r})", self)
            return
        sheet = jump_screen(self.session, self.glyphs, is_shared=self.is_shared, typed=typed if meant else "")
        if not meant:
            self.say(_("No question and no section has these words; here are all."))
        self.app.push_screen(sheet, self._go_to_found)

    def _go_to_found(self, place: str | None) -> None:
        self.call_later(self.app.run_action, f"go_to_place({place!r})", self)

    def _leave_open(self, status: AnswerStatus) -> None:
        item = self.item_now
        if item is None:
            self.say(NOT_NOW)
        elif self.is_folded(item):
            self.say(UNSEEN)
        else:
            self.hear(lambda: self.session.leave_unanswered(item.link_id, status), item.link_id, "")

    def _keep_note(self, word: Word) -> None:
        item, kind = self.item_now, KINDS[NOTES[word.name]]
        if self.done(lambda: self.session.note(word.rest, kind, item.link_id if item else None)):
            self.line.show("")
            self.say(_("The note was kept."))
            self.draw()

    def _settle_words(self, how: str, reason: str) -> None:
        waiting = self.session.view().risk_banner
        if not waiting:
            self.line.show("")
            self.say(_("No words of risk are to be settled."))
        elif not reason:
            self.line.show(f"{self.line.text.strip()} because ")
            self.say(NO_REASON)
        elif self.done(lambda: self.session.settle_risk_words(waiting[0], how, reason)):
            self.line.show("")
            self.say(_("Settled."))
            self.draw()


def settling_of(said: str) -> tuple[str, str] | None:
    """Return how words of risk are settled by what stands after `/risk`, and why (empty where that is not said); None for anything else."""
    how, __, reason = said.partition(" because ")
    return (SETTLES[how.strip().lower()], reason.strip()) if how.strip().lower() in SETTLES else None
