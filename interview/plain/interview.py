"""The interview line by line, for screen readers, Braille, dumb terminals and pipes: the same session, the same record."""

from __future__ import annotations

from typing import Any, Final

from interview.engine.doors import Doors
from interview.engine.ports import StoreFault
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.engine.view import SessionView
from interview.language import _
from interview.plain.answering import Answering
from interview.plain.console import Console
from interview.plain.correcting import Correcting
from interview.plain.deepening import DepthTalk
from interview.plain.exporting import ExportTalk
from interview.plain.finding import FindingTalk
from interview.plain.helping import Standing, help_lines, not_now
from interview.plain.locking import LockTalk, kept_lines
from interview.plain.moving import Moving
from interview.plain.paging import read_out
from interview.plain.pausing import Pausing
from interview.plain.returning import GOING, MOVING_ON
from interview.plain.sharing import SHARED
from interview.plain.words import ALL, LEFT_OPEN, NO_SUCH_WORD, Word, word_of
from interview.views.report import VISITS
from interview.views.translation_words import translation_note

DONE, STORE, INTERRUPTED = 0, 3, 130
CONSENT: Final = "interview.consent"


class PlainInterview(Answering):
    """One sitting with one record; it decides nothing that `Session` does not."""

    def __init__(self, doors: Doors, session: Session, console: Console) -> None:
        super().__init__(doors, session, console)
        self._moving = Moving(self._acting, console, self._sharing)
        self._depth = DepthTalk(self._acting, console)
        self._finding = FindingTalk(doors, self._acting, console, self._sharing)
        self._correcting = Correcting(self._acting, console, self._sharing, self._mend)
        self._map.beside(lambda word: self._act(self._session.view(), word))
        self._was_interrupted = False
        self._leaves: int | None = None
        self._lock = LockTalk(doors, console, self._end)

    def run(self) -> int:
        """Interview until the record is closed, the person leaves, or the input ends. Nothing saved is ever lost."""
        with self._console as console:
            view = self._session.view()
            console.say(
                _("Record {record} · {subject} · {visit}. A line is an answer; /help lists the words.").format(
                    record=view.record, subject=view.subject, visit=VISITS.get(view.visit, view.visit)
                )
            )
            if view.language is not None:
                console.say(translation_note(view.language))
            console.say(SHARED, *kept_lines(self._doors, view.record))
            try:
                while self._leaves is None:
                    self._review.changing.come_back()
                    self._returning.come_back()
                    self._turn(self._informant.seen(self._session.view()))
            finally:
                self._session.release()
        return self._leaves

    def _turn(self, view: SessionView) -> None:
        self._show(view)
        try:
            line = self._console.ask(self._prompt(view))
        except KeyboardInterrupt:
            self._interrupted()
            return
        self._was_interrupted = False
        self._sharing.heard()
        if line is None:
            self._console.say("")
            self._leave(DONE)
        elif line.too_long:
            self._console.say(_("That was longer than one line can hold, so nothing of it was taken. Say it in shorter lines."))
        elif line.lines > 1:
            self._pasted(view, line)
        else:
            word = word_of(line.text)
            if word is not None:
                self._act(view, word)
            else:
                self._take(view, line)

    def _act(self, view: SessionView, word: Word) -> None:
        item = self._asked_for(view).item
        if word.name in MOVING_ON:
            self._returning.forget()
        if word.name == "/quit":
            self._leave(DONE)
        elif word.name in ("/ask", "/record") and view.phase == "safety":
            self._turn_in_safety(view, word)
        elif word.name == "/back" and view.item is None and view.consent_refused:
            self._acting.do(lambda: self._session.go_to(CONSENT))
            self._shown = None
        elif word.name == "/help":
            read_out(self._console, help_lines(self._session, view, self._standing(view)))
        elif self._note_typed(self._asked_for(view), word):
            return
        elif word.name in LEFT_OPEN and item is not None:
            self._leave_open(item, word)
        elif word.name == "/same" and item is not None and item.last_time is not None:
            self._said(item, lambda: self._session.still_so(item.link_id))
        elif word.name == "/keep" and self._unread is not None and item is not None and self._unread.may_keep:
            kept = self._unread.text
            self._said(item, lambda: self._session.answer(item.link_id, kept, keep=True))
        elif self._needs_disposition(view) and (shows := self._safety.act(view.safety, word)) is not None:
            if shows:
                self._acting.moves(-1)
                self._turn_in_safety(view, Word("/ask"))
        else:
            self._act_elsewhere(view, word)

    def _turn_in_safety(self, view: SessionView, word: Word) -> None:
        """Turn between the questions that are left and the record of what was done."""
        if word.name == "/record" and view.safety.need is None:
            self._console.say(_("Nothing that was said here asks for it yet."))
        elif word.name == "/ask" and self._session.current() is None:
            self._console.say(_("No safety question is left; /back goes to the one before."))
        else:
            self._wants_record, self._asks_on, self._shown = word.name == "/record", word.name == "/ask", None
            self._safety.turn_away()

    def _act_elsewhere(self, view: SessionView, word: Word) -> None:
        pausing = Pausing(self._acting, self._console, self._leave)
        exporting = ExportTalk(self._doors, self._session, self._console)
        first: tuple[Any, ...] = (self._leftover, self._sharing, self._depth, self._informant, self._correcting, self._review)
        talks: tuple[Any, ...] = (*first, self._moving, self._map, self._finding, pausing, self._lock, exporting)
        for talk in talks:
            shows = talk.act(self._asked_for(view), word)
            if shows is not None:
                self._shown = None if shows else self._shown
                self._acted(view, word)
                return
        why_not = not_now(word.name, self._session, view, self._standing(view)) if word.name in ALL else None
        self._console.say(NO_SUCH_WORD, *((f"{word.name}: {why_not}.",) if why_not is not None else ()))

    def _acted(self, view: SessionView, word: Word) -> None:
        """Do what an act leads to: the word that ended it, the way back to the question that was open, what was typed unseen."""
        if self._session.phase != "safety":
            self._safety.end()
        if word.name in GOING and self._session.phase != "safety" and not (word.name == "/change" and view.phase == "reviewing"):
            self._returning.leave(view)
        if word.name == "/clinician" and view.item is not None and not self._sharing.hides(view.item):
            self._say_typed(view.item)
        left, self._map.left = self._map.left, None
        if left is not None:
            self._act(self._session.view(), left)

    def _mend(self, link_id: str, text: str) -> bool:
        """Go to a question and give it a new answer; what that does to others is said first, where the answers are being checked."""
        view = self._session.view()
        if not isinstance(self._acting.do(lambda: self._session.go_to(link_id)), Saved):
            return False
        if view.phase == "reviewing":
            self._review.changing.begin(link_id)
        else:
            self._returning.leave(view)
        now = self._session.view()
        if now.item is not None and now.item.link_id == link_id:
            self._answer(now, now.item, text)
        return True

    def _standing(self, view: SessionView) -> Standing:
        return Standing(
            may_keep=self._leftover.holds_one or (self._unread is not None and self._unread.may_keep),
            has_hits=self._finding.has_hits,
            holds_change=self._review.changing.holds_one,
            asks_informant=self._informant.is_on,
            records=self._needs_disposition(view),
        )

    def _interrupted(self) -> None:
        if self._leaves is not None:
            return
        if self._was_interrupted:
            self._console.say("")
            self._leave(INTERRUPTED)
        else:
            self._was_interrupted = True
            self._console.say("", _("Nothing is lost. ^C once more pauses the interview and leaves; any line goes on."))

    def _end(self, code: int) -> None:
        """End without a word in the record: it is locked."""
        self._leaves = code

    def _leave(self, code: int) -> None:
        if self._session.phase == "closed":
            self._leaves = code
            return
        try:
            if self._session.may("pause"):
                self._session.go("pause")
        except StoreFault as fault:
            self._console.say(
                _("NOT SAVED that the interview paused: {fault}").format(fault=fault), _("Every answer shown as saved is saved.")
            )
            self._leaves = STORE
            return
        self._console.say(
            _("Paused; everything is saved. `trd-interview resume {record} --plain` goes on here.").format(record=self._session.record)
        )
        self._leaves = code
