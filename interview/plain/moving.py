"""Words that hold at every question: notes, flags, why, back and on, jumps, safety, and from phase to phase."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from interview.engine.replies import Saved
from interview.engine.to_dos import open_to_dos
from interview.engine.transcript import item_of
from interview.engine.view import SessionView
from interview.language import _
from interview.plain.acting import Acting
from interview.plain.console import Console
from interview.plain.paging import read_out
from interview.plain.question import chosen_section, outline_lines, why_lines
from interview.plain.sharing import FOLDED, ONLY_OPEN, UNSEEN, Sharing
from interview.plain.words import NOTES, Word
from interview.understanding.whole import whole_number
from interview.views.attached_words import mismatches
from interview.views.panel import beside_panel, panel
from interview.views.path_titles import path_title
from interview.views.practice_lock import panel_in
from interview.views.risk_banner import quoted_words

TRIGGERS: Final = {
    "/safety": "open_safety",
    "/formulate": "formulate",
    "/review": "review",
    "/close": "close",
    "/reopen": "reopen",
    "/undo": "undo_safety",
}
SETTLES: Final = {"asked": "asked_now", "known": "known", "other": "not_this_person"}


class Moving:
    """Acts on words; returns None for a word that is not its own, else whether the question is shown again."""

    def __init__(self, acting: Acting, console: Console, sharing: Sharing) -> None:
        self._acting, self._session, self._console, self._sharing = acting, acting.session, console, sharing

    def act(self, view: SessionView, word: Word) -> bool | None:
        """Act on a word."""
        if word.name in NOTES:
            return self._note(view, word)
        if word.name in TRIGGERS:
            return self._go(view, TRIGGERS[word.name])
        own: dict[str, Callable[[SessionView, str], bool]] = {
            "/why": self._why,
            "/probe": self._why,
            "/back": lambda _line, _rest: self._step(-1),
            "/next": lambda _line, _rest: self._step(1),
            "/jump": self._jump,
            "/flag": self._flag,
            "/done": self._done,
            "/risk": self._risk,
            "/case": self._case,
        }
        return own[word.name](view, word.rest) if word.name in own else None

    def _note(self, view: SessionView, word: Word) -> bool:
        on = view.item.link_id if view.item else None
        self._acting.do(lambda: self._session.note(word.rest, NOTES[word.name], on))
        return False

    def _go(self, view: SessionView, trigger: str) -> bool:
        reply = self._acting.do(lambda: self._session.go(trigger))
        if trigger == "close" and not isinstance(reply, Saved):
            self._console.say(*standing_before_closing(view))
        return isinstance(reply, Saved)

    def _why(self, view: SessionView, __: str) -> bool:
        if view.item is None:
            self._console.say(_("Nothing is asked here."))
        elif self._sharing.hides(view.item):
            self._console.say(UNSEEN)
        else:
            self._console.say(*why_lines(view.item, is_shared=self._sharing.is_shared))
        return False

    def _step(self, by: int) -> bool:
        if self._acting.moves(by):
            return True
        self._console.say(_("There is no question before this one.") if by < 0 else _("There is no question after this one."))
        return False

    def _jump(self, view: SessionView, said: str) -> bool:
        found = chosen_section(view, said) if said else ()
        if len(found) != 1:
            self._console.say(_("Sections:") if not said else _("Which section is meant?"), *outline_lines(view))
            return False
        return isinstance(self._acting.do(lambda: self._session.go("jump", found[0])), Saved)

    def _flag(self, view: SessionView, __: str) -> bool:
        if view.item is None:
            self._console.say(_("Nothing is asked here."))
            return False
        link_id, flagged = view.item.link_id, not view.item.is_flagged
        self._acting.do(lambda: self._session.flag(link_id, flagged))
        return False

    def _done(self, __: SessionView, said: str) -> bool:
        number = whole_number(said)
        if number is not None:
            self._acting.do(lambda: self._session.finish_to_do(number))
            return False
        waiting = open_to_dos(self._session.state)
        self._console.say(_("Still to do; /done N marks number N as done:") if waiting else _("Nothing is to do in this record."))
        self._console.say(*(f"  {number} {' '.join(note.text.split())}" for number, note in waiting))
        return False

    def _risk(self, view: SessionView, said: str) -> bool:
        if not view.risk_banner:
            self._console.say(_("No words of risk are to be settled."))
            return False
        where, (how, __, reason) = view.risk_banner[0], said.partition(" because ")
        if how.strip() not in SETTLES:
            words = "" if self._sharing.is_shared else quoted_words(self._session, [where])
            self._console.say(
                _("In {path_title}{words}: /risk asked, /risk known, or /risk other, and why: /risk known because REASON.").format(
                    path_title=self._place(where), words=words
                )
            )
        elif not reason.strip():
            self._console.say(_("Why is it settled so? Say it in the same line: /risk known because REASON."))
        else:
            self._acting.do(lambda: self._session.settle_risk_words(where, SETTLES[how.strip()], reason))
        return False

    def _place(self, where: str) -> str:
        """Return the name of a text with words of risk; a clinician's text has none while this is shared."""
        item = item_of(self._session.questionnaire, where)
        if where.startswith("note:"):
            return _("a note")
        return FOLDED if self._sharing.is_shared and self._sharing.is_the_clinicians(item, where) else path_title(where)

    def _case(self, _view: SessionView, __: str) -> bool:
        session = self._session
        shown = panel(session.case(), session.assessment(), session.open_questions(), shared=self._sharing.is_shared)
        shown = panel_in(session, beside_panel(shown, mismatches(session)))
        if shown.shared:
            self._console.say(shown.summary, ONLY_OPEN)
        elif not session.may_propose:
            self._console.say(shown.summary)
        lines = (line for group in shown.groups for line in (group.title, *(f"  - {each.text}" for each in group.lines)))
        read_out(self._console, lines)
        return False


def standing_before_closing(view: SessionView) -> tuple[str, ...]:
    """Return what stands between here and closing, in sentences."""
    found = []
    if not view.safety.was_asked:
        found.append(_("The safety questions were not asked yet: /safety."))
    elif not view.safety.is_complete:
        found.append(
            _(
                "The short safety look before the summary, or what was done about a sign of risk, is not recorded yet: "
                "/safety, or /jump to it."
            )
        )
    if view.risk_banner:
        found.append(_("Words of risk in a text are not settled yet: /risk."))
    if view.attached_unasked:
        found.append(_("An item about self-harm in an attached instrument has no answer and no reason for none: /attached."))
    if view.phase != "reviewing":
        found.append(_("A record is closed from the review: /review."))
    return tuple(f"  - {sentence}" for sentence in found)
