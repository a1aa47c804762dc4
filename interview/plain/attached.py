"""Attached instruments, line by line: a file is attached, its items are asked one after another, and what counts in them is listed."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path
from typing import Final

from interview.engine.doors import AttachRefused, Doors
from interview.engine.ports import StoreFault
from interview.engine.session import Session
from interview.engine.view import SessionView
from interview.language import _
from interview.plain.console import Console
from interview.plain.sharing import Sharing
from interview.plain.words import Word
from interview.views.attached_question import ALL_ASKED, NONE_YET, NOT_WHILE, attached_question, beside_attached, may_ask_attached
from interview.views.attached_words import attached_parts, next_attached, summary_words, total_lines, total_link

HOW: Final = _("Say it so: /attach FILE. The file is a FHIR Questionnaire, or a response to one that is attached.")
WHICH: Final = _("Which one? /attached N asks it, /attached N total takes a total that was stated elsewhere.")
BEGINS: Final = _("{title} is asked now. /end goes back to the interview; nothing of it enters the findings.")
ENDS: Final = _("Back to the interview, where it was left.")
ENDS_HERE: Final = _("There is no item beyond this one.")
NO_MARKS: Final = _("Marks belong to the interview's own questions; /note keeps a note here.")
NO_FILES: Final = _("No file can be attached here.")


class AttachedTalk:
    """A part of the conversation in which a line answers an attached instrument; outside of it, it attaches and lists."""

    def __init__(self, doors: Doors, session: Session, console: Console, sharing: Sharing) -> None:
        self._doors, self._session, self._console, self._sharing = doors, session, console, sharing
        self._at: str | None = None
        self._number = 0
        self.is_on = False

    def seen(self, view: SessionView) -> SessionView:
        """Return the view with the instrument's item in place of the question; a sign of risk ends this at once."""
        if self.is_on and not may_ask_attached(self._session):
            self.is_on = False
        item = attached_question(self._session, self._at) if self.is_on and self._at is not None else None
        if self.is_on and item is None:
            self.is_on = False
            self._console.say("", ALL_ASKED, *self._totals(), ENDS)
        return view if item is None else replace(view, item=item)

    def answered(self) -> None:
        """Go on to the next open item."""
        if self.is_on:
            self._at = next_attached(self._session, self._number, self._at)

    def steps(self, by: int) -> bool:
        """Go back or on by one item, and say so at either end; False while no instrument is asked."""
        if not self.is_on or self._at is None:
            return False
        there = beside_attached(self._session, self._at, by)
        self._at = there or self._at
        if there is None:
            self._console.say(ENDS_HERE)
        return True

    def act(self, _view: SessionView, word: Word) -> bool | None:
        """Act on a word of this part; None where it is none, else whether the question is shown again."""
        match word.name:
            case "/attach":
                return self._attach(word.rest)
            case "/attached":
                return self._begin(word.rest) if word.rest else self._list()
            case "/end" if self.is_on:
                self.is_on = False
                self._console.say(*self._totals(), ENDS)
                return True
            case "/next" | "/back" if self.is_on:
                return self.steps(1 if word.name == "/next" else -1)
            case "/flag" | "/same" if self.is_on:
                self._console.say(NO_MARKS)
                return False
        return None

    def _attach(self, said: str) -> bool:
        try:
            parts = shlex.split(said)
        except ValueError:
            parts = []
        if len(parts) != 1:
            self._console.say(HOW)
            return False
        if self._doors.attach is None:
            self._console.say(NO_FILES)
            return False
        try:
            outcome = self._doors.attach(self._session, Path(parts[0]).expanduser())
        except AttachRefused as refused:
            self._console.say(str(refused))
            return False
        except StoreFault as fault:
            self._console.say(_("NOT SAVED: {fault}").format(fault=fault))
            return False
        told = outcome.said[:1] if self._sharing.is_shared else outcome.said
        self._console.say(*told, *(_("not taken: {said}").format(said=each) for each in outcome.refused))
        self._console.say(_("/attached {number} asks it.").format(number=outcome.number))
        return self._session.phase == "safety"

    def _list(self) -> bool:
        parts = attached_parts(self._session)
        for part in parts:
            shown = replace(part, totals=(), differs=()) if self._sharing.is_shared else part
            self._console.say(f"  {part.number}. {part.title}: {summary_words(shown)}")
        self._console.say(WHICH if parts else NONE_YET)
        return False

    def _begin(self, said: str) -> bool:
        number, __, rest = said.partition(" ")
        chosen = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
        if not 1 <= chosen <= len(self._session.attached) or rest.strip() not in ("", "total"):
            return self._list()
        if not may_ask_attached(self._session):
            self._console.say(NOT_WHILE)
            return False
        asked = total_link(self._session, chosen) if rest.strip() else next_attached(self._session, chosen)
        slots = self._session.attached_slots(chosen)
        self._number, self._at, self.is_on = chosen, asked or (slots[0].link_id if slots else None), True
        self._console.say("", BEGINS.format(title=self._session.attached[chosen - 1].title))
        return True

    def _totals(self) -> tuple[str, ...]:
        """Return the totals in words; while this is shared, none."""
        return () if self._sharing.is_shared else total_lines(self._session, self._number)
