"""A line as an answer: taken, asked back, or not understood; what was typed in vain is kept until it is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from interview.engine.doors import Doors
from interview.engine.replies import AskedBack, NotUnderstood, Refused, Reply, Saved
from interview.engine.session import Session
from interview.engine.view import ItemView, SessionView
from interview.language import _
from interview.plain.beside import BesideTalk
from interview.plain.console import Console, Line
from interview.plain.leftover import LeftoverTalk
from interview.plain.sharing import KEPT as KEPT_FOR_THE_RECORD
from interview.plain.sharing import UNSEEN, fits_unsaid
from interview.plain.showing import Showing
from interview.plain.words import LEFT_OPEN, NOTES, SEVERAL_LINES, Word, answer_of
from interview.views.echo import STATUS_WORDS, echo, value_words
from interview.views.offered import told_beside_it
from interview.views.saying import saying

KEPT: Final = _("kept as said")
YOU_TYPED: Final = _(
    "You typed: “{words}”. /skip, /dontknow and /notapply keep these words with the reason, /note alone keeps them as a note."
)
ENTER_GIVES: Final = _("You typed: “{words}”. Enter alone gives it as the answer.")
ASKED_AGAIN: Final = _(
    "This is asked again now: answer it once more, /skip, /dontknow or /notapply say why there is no answer, /next goes on."
)
NOT_UNDERSTOOD: Final = _("Not taken yet, and nothing was saved. What fits: {what_fits}.")
LONGEST: Final = 200
"""Characters of refused words that are said again; all of them are kept."""


class Answering(Showing):
    """Takes answers; it decides nothing that `Session` does not."""

    def __init__(self, doors: Doors, session: Session, console: Console) -> None:
        super().__init__(doors, session, console)
        self._informant = BesideTalk(doors, self._acting, console, self._sharing)
        self._leftover = LeftoverTalk(self._acting, console)
        self._readings: AskedBack | None = None
        self._unread: NotUnderstood | None = None
        self._typed: tuple[str, str] | None = None
        """The question, and what was typed there in vain."""

    def _take(self, view: SessionView, line: Line) -> None:
        if not line.text.strip() and self._acting.unsaved is not None:
            if isinstance(self._acting.do(self._acting.unsaved), Saved):
                self._shown = None
        elif self._needs_disposition(view):
            self._safety.take(line)
            if self._session.phase != "safety" or self._session.view().safety.need is None:
                self._shown, self._wants_record = None, False
        elif view.item is not None:
            self._answer(view, view.item, answer_of(line.text))
        else:
            self._console.say(_("Nothing is asked here. /help lists the words."))

    def _answer(self, view: SessionView, item: ItemView, text: str) -> None:
        asked, link_id = self._readings, item.link_id
        if not text.strip():
            self._answer_by_enter(view, item)
            return
        if self._sharing.hides(item) and self._console.is_terminal:
            self._typed = (link_id, text)
            self._console.say(UNSEEN)
            return
        chosen = text.strip()
        if asked is not None and asked.link_id == link_id and chosen in [str(place) for place in range(1, len(asked.candidates) + 1)]:
            value = asked.candidates[int(chosen) - 1]
            plain = list(value) if isinstance(value, tuple) else value
            about, unsure = asked.approximate, asked.hedged
            self._said(item, lambda: self._session.give(link_id, plain, verbatim=asked.text, approximate=about, hedged=unsure))
        else:
            self._said(item, lambda: self._session.answer(link_id, text), text)
        if self._readings is not None and not self._sharing.hides(item):
            self._console.say(*(f"  {place} {value_words(item.item, value)}" for place, value in enumerate(self._readings.candidates, 1)))

    def _answer_by_enter(self, view: SessionView, item: ItemView) -> None:
        link_id = item.link_id
        if self._typed is not None and self._typed[0] == link_id and self._unread is None and not self._sharing.hides(item):
            text, self._typed = self._typed[1], None
            self._said(item, lambda: self._session.answer(link_id, text), text)
        elif item.offer is not None and not self._sharing.hides(item):
            self._said(item, lambda: self._session.take_offer(link_id))
        elif item.answer is None:
            self._console.say(_("Nothing was typed. /skip, /dontknow and /notapply say why there is no answer."))
        elif view.phase == "safety":
            self._console.say(ASKED_AGAIN)
        elif self._informant.steps(1) or self._review.changing.leaves(link_id) or self._returning.answered(link_id):
            return
        elif not self._acting.moves(1):
            self._console.say(_("It is kept; this is the last question here."))

    def _said(self, view: ItemView, step: Callable[[], Reply], text: str = "") -> None:
        """Give an answer, and say what came of it; `text` is what was typed for it, to be kept where it is not taken."""
        link_id, item, is_hidden = view.link_id, view.item, self._sharing.hides(view)
        if self._review.changing.holds(link_id, step, lambda: self._said(view, step, text)):
            return

        def words(reply: Saved) -> str:
            if is_hidden:
                return KEPT_FOR_THE_RECORD
            if item.type == "text" and reply.status == "answered":
                return KEPT
            answer = self._session.state.answers.get(link_id) or self._session.answer_of(link_id)
            understood = echo(item, answer) if answer is not None else STATUS_WORDS.get(reply.status or "", "")
            beside = told_beside_it(self._session, link_id).removesuffix(".")
            return f"{understood}. {beside}" if beside else understood

        def says(reply: Reply) -> str:
            if (
                is_hidden
                and isinstance(reply, AskedBack | NotUnderstood | Refused)
                and not (isinstance(reply, Refused) and not reply.misfit)
            ):
                return NOT_UNDERSTOOD.format(what_fits=fits_unsaid(item))
            return saying(reply, item, words_stay=False)

        reply = self._acting.do(step, item, words, says)
        self._leftover.notice(link_id, reply, is_hidden=is_hidden)
        self._readings = reply if isinstance(reply, AskedBack) else None
        self._unread = reply if isinstance(reply, NotUnderstood) else None
        if isinstance(reply, Saved):
            self._typed = None
            self._review.changing.saved(reply)
            self._returning.answered(link_id)
            self._informant.answered()
            self._shown, self._asks_on = None, self._asks_on and self._session.phase == "safety"
        elif self._unread is not None:
            self._keep_typed(link_id, text or self._unread.text)

    def _keep_typed(self, link_id: str, text: str) -> None:
        self._typed = (link_id, text)
        if self._unread is not None and self._unread.may_keep:
            self._console.say(_("/keep keeps the words as they are."))
        self._console.say(YOU_TYPED.format(words=_short(text)))

    def _say_typed(self, item: ItemView) -> None:
        """Say what was typed for a judgement before it was shown: Enter alone gives it."""
        if self._typed is not None and self._typed[0] == item.link_id and self._unread is None:
            self._console.say(ENTER_GIVES.format(words=_short(self._typed[1])))

    def _leave_open(self, item: ItemView, word: Word) -> None:
        """Say why there is no answer; what was typed in vain stays beside it."""
        typed = self._typed[1] if self._typed is not None and self._typed[0] == item.link_id else None
        self._said(item, lambda: self._session.leave_unanswered(item.link_id, LEFT_OPEN[word.name], verbatim=typed))

    def _note_typed(self, view: SessionView, word: Word) -> bool:
        """Keep what was typed in vain as a note of the question, where nothing stands after the word; whether it was so."""
        if word.name not in NOTES or word.rest or self._typed is None or view.item is None or self._typed[0] != view.item.link_id:
            return False
        link_id, text = self._typed
        if isinstance(self._acting.do(lambda: self._session.note(text, NOTES[word.name], link_id)), Saved):
            self._console.say(_("Kept as a note: “{words}”").format(words=_short(text)))
        return True

    def _pasted(self, view: SessionView, line: Line) -> None:
        if view.item is not None and view.item.item.type in SEVERAL_LINES and not self._needs_disposition(view):
            self._console.say(_("{lines} lines came at once; they are one answer.").format(lines=line.lines))
            self._answer(view, view.item, line.text)
        else:
            self._console.say(
                _("{lines} lines came at once, and one is asked for. Nothing was taken, nothing was done; answer in one line.").format(
                    lines=line.lines
                )
            )


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
