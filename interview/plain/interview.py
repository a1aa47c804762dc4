"""The interview line by line, for screen readers, Braille, dumb terminals and pipes: the same session, the same record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from interview.engine.doors import Doors
from interview.engine.ports import StoreFault
from interview.engine.replies import AskedBack, NotUnderstood, Reply, Saved
from interview.engine.session import Session
from interview.engine.view import SessionView
from interview.language import _
from interview.plain.console import Console, Line
from interview.plain.exporting import ExportTalk
from interview.plain.finding import FindingTalk
from interview.plain.informant import InformantTalk
from interview.plain.moving import Moving
from interview.plain.pausing import Pausing
from interview.plain.showing import Showing
from interview.plain.words import LEFT_OPEN, NO_SUCH_WORD, SEVERAL_LINES, Word, answer_of, word_of
from interview.views.echo import echo, value_words
from interview.views.offered import told_beside_it
from interview.views.report import VISITS
from interview.views.translation_words import translation_note

DONE, STORE, INTERRUPTED = 0, 3, 130
CONSENT: Final = "interview.consent"
KEPT: Final = _("kept as said")


class PlainInterview(Showing):
    """One sitting with one record; it decides nothing that `Session` does not."""

    def __init__(self, doors: Doors, session: Session, console: Console) -> None:
        super().__init__(doors, session, console)
        self._moving, self._informant = Moving(self._acting, console), InformantTalk(self._acting, console)
        self._finding = FindingTalk(doors, self._acting, console)
        self._readings: AskedBack | None = None
        self._unread: NotUnderstood | None = None
        self._was_interrupted = False
        self._leaves: int | None = None

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
            try:
                while self._leaves is None:
                    self._review.changing.come_back()
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

    def _take(self, view: SessionView, line: Line) -> None:
        if not line.text.strip() and self._acting.unsaved is not None:
            if isinstance(self._acting.do(self._acting.unsaved), Saved):
                self._shown = None
        elif self._needs_disposition(view):
            self._safety.take(line)
            self._shown = None if self._session.phase != "safety" else self._shown
        elif view.item is not None:
            self._answer(view, answer_of(line.text))
        else:
            self._console.say(_("Nothing is asked here. /help lists the words."))

    def _answer(self, view: SessionView, text: str) -> None:
        assert view.item is not None
        asked, link_id, item = self._readings, view.item.link_id, view.item.item
        if not text.strip():
            if view.item.offer is not None:
                self._said(view, lambda: self._session.take_offer(link_id))
            elif view.item.answer is None:
                self._console.say(_("Nothing was typed. /skip, /dontknow and /notapply say why there is no answer."))
            elif not self._informant.steps(1) and not self._review.changing.leaves(link_id) and not self._acting.moves(1):
                self._console.say(_("It is kept; this is the last question here."))
            return
        chosen = text.strip()
        if asked is not None and asked.link_id == link_id and chosen in [str(place) for place in range(1, len(asked.candidates) + 1)]:
            value = asked.candidates[int(chosen) - 1]
            plain = list(value) if isinstance(value, tuple) else value
            about, unsure = asked.approximate, asked.hedged
            self._said(view, lambda: self._session.give(link_id, plain, verbatim=asked.text, approximate=about, hedged=unsure))
        else:
            self._said(view, lambda: self._session.answer(link_id, text))
        if self._readings is not None:
            self._console.say(*(f"  {place} {value_words(item, value)}" for place, value in enumerate(self._readings.candidates, 1)))

    def _said(self, view: SessionView, step: Callable[[], Reply]) -> None:
        assert view.item is not None
        link_id, item = view.item.link_id, view.item.item
        if self._review.changing.holds(link_id, step, lambda: self._said(view, step)):
            return

        def words(__: Saved) -> str:
            if item.type == "text":
                return KEPT
            answer = self._session.state.answers.get(link_id) or self._session.answer_of(link_id)
            beside = told_beside_it(self._session, link_id).removesuffix(".")
            return f"{echo(item, answer)}. {beside}" if beside else echo(item, answer)

        reply = self._acting.do(step, item, words)
        self._readings = reply if isinstance(reply, AskedBack) else None
        self._unread = reply if isinstance(reply, NotUnderstood) else None
        if isinstance(reply, Saved):
            self._review.changing.saved(reply)
            self._informant.answered()
            self._shown, self._asks_on = None, self._asks_on and self._session.phase == "safety"
        elif self._unread is not None and self._unread.may_keep:
            self._console.say(_("/keep keeps the words as they are."))

    def _pasted(self, view: SessionView, line: Line) -> None:
        if view.item is not None and view.item.item.type in SEVERAL_LINES and not self._needs_disposition(view):
            self._console.say(_("{lines} lines came at once; they are one answer.").format(lines=line.lines))
            self._answer(view, line.text)
        else:
            self._console.say(
                _("{lines} lines came at once, and one is asked for. Nothing was taken, nothing was done; answer in one line.").format(
                    lines=line.lines
                )
            )

    def _act(self, view: SessionView, word: Word) -> None:
        if word.name == "/quit":
            self._leave(DONE)
        elif word.name == "/ask" and view.phase == "safety" and view.item is not None:
            self._asks_on, self._shown = True, None
            self._safety.end()
        elif word.name == "/back" and view.item is None and view.consent_refused:
            self._acting.do(lambda: self._session.go_to(CONSENT))
            self._shown = None
        elif word.name in LEFT_OPEN and view.item is not None and not self._needs_disposition(view):
            link_id = view.item.link_id
            self._said(view, lambda: self._session.leave_unanswered(link_id, LEFT_OPEN[word.name]))
        elif word.name == "/same" and view.item is not None and view.item.last_time is not None:
            link_id = view.item.link_id
            self._said(view, lambda: self._session.still_so(link_id))
        elif word.name == "/keep" and self._unread is not None and view.item is not None and self._unread.may_keep:
            kept, link_id = self._unread.text, view.item.link_id
            self._said(view, lambda: self._session.answer(link_id, kept, keep=True))
        else:
            self._act_elsewhere(view, word)

    def _act_elsewhere(self, view: SessionView, word: Word) -> None:
        pausing = Pausing(self._acting, self._console, self._leave)
        exporting = ExportTalk(self._doors, self._session, self._console)
        talks: tuple[Any, ...] = (self._informant, self._review, self._moving, self._map, self._finding, pausing, exporting)
        for talk in talks:
            shows = talk.act(view, word)
            if shows is not None:
                self._shown = None if shows else self._shown
                if self._session.phase != "safety":
                    self._safety.end()
                return
        self._console.say(NO_SUCH_WORD)

    def _interrupted(self) -> None:
        if self._was_interrupted:
            self._console.say("")
            self._leave(INTERRUPTED)
        else:
            self._was_interrupted = True
            self._console.say("", _("Nothing is lost. ^C once more pauses the interview and leaves; any line goes on."))

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
