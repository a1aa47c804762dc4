"""The record of a practice session line by line: the questions, map and safety acts of every interview, and the way back to the talk."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from interview.engine.doors import Doors
from interview.engine.session import Session
from interview.engine.view import SessionView
from interview.language import _
from interview.plain.console import Console
from interview.plain.interview import PlainInterview
from interview.plain.practice_words import LOCKED, NOT_COMMITTED
from interview.plain.words import Word

BACK: Final = "/talk"
"""The word that leads back to the patient; so does `/quit` here."""
NOBODY_IN_DANGER: Final = _(
    "PRACTICE: nobody is in danger, and nobody is called. Record what you would do with this person. "
    "/talk goes back to the conversation at any time; these questions stay open until then."
)
RULES: Final = LOCKED | {"/why", "/probe", "/open"}
"""Words that say what the program concludes, or would ask for it."""


class PracticeRecord(PlainInterview):
    """What the trainee found, entered by the ordinary questions. Nobody but the trainee is here, so that nothing stays unsaid."""

    def __init__(self, doors: Doors, session: Session, console: Console) -> None:
        super().__init__(doors, session, console)
        self._sharing.stay_open()

    def visit(self) -> None:
        """Ask and take lines until the trainee goes back to the patient, or the input ends."""
        self._leaves, self._shown = None, None
        self._leave_the_map()
        self._console.say(
            "", _("Your record of what you found. A line is an answer; /help lists the words, {back} goes back.").format(back=BACK)
        )
        if self._session.phase == "safety":
            self._console.say(NOBODY_IN_DANGER)
        while self._leaves is None:
            self._review.changing.come_back()
            self._returning.come_back()
            self._turn(self._informant.seen(self._session.view()))
        self._console.say(_("Back with the patient."))

    def do(self, word: Word) -> Word | None:
        """Do one word of the map or of the record, and stay with the patient; return the word that ended it, to be done next.

        In practice the map may be made at any time, as on the screen: the record need not have come so far."""
        self._leaves = None
        view = self._session.view()
        if self._map.act(replace(view, phase="formulating"), word) is None:
            self._act(view, word)
        left, self._map.left = self._map.left, None
        return left

    def _leave_the_map(self) -> None:
        """Go from the map back to the first question without an answer; with none left the map stays."""
        session = self._session
        if session.phase != "formulating":
            return
        for section in session.questionnaire.section:
            if any(session.answer_of(slot.link_id) is None for slot in session.open_items(section.id)):
                self._acting.do(partial(session.go, "jump", section.id))
                return

    def _act(self, view: SessionView, word: Word) -> None:
        if word.name == BACK:
            self._leave(0)
        elif word.name in RULES and not self._session.may_propose:
            self._console.say(f"{word.name}: {NOT_COMMITTED}.")
        else:
            super()._act(view, word)

    def _leave(self, code: int) -> None:
        self._leaves = code
