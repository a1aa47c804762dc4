"""Words that hold at every question: notes, flags, why, back and on, jumps, safety, and from phase to phase."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from interview.engine.events import NoteKind
from interview.engine.replies import Saved
from interview.engine.to_dos import open_to_dos
from interview.engine.view import SessionView
from interview.language import _
from interview.plain.acting import Acting
from interview.plain.console import Console
from interview.plain.question import chosen_section, outline_lines, why_lines
from interview.plain.words import ANSWERING, MAPPING, MOVING, REVIEWING, Word, explained
from interview.views.panel import panel
from interview.views.path_titles import path_title

NOTES: Final[dict[str, NoteKind]] = {"/note": "record", "/private": "private", "/todo": "to_do"}
TRIGGERS: Final = {"/safety": "open_safety", "/formulate": "formulate", "/review": "review", "/close": "close", "/reopen": "reopen"}
SETTLES: Final = {"asked": "asked_now", "known": "known", "other": "not_this_person"}


class Moving:
    """Acts on words; returns None for a word that is not its own, else whether the question is shown again."""

    def __init__(self, acting: Acting, console: Console) -> None:
        self._acting, self._session, self._console = acting, acting.session, console

    def act(self, view: SessionView, word: Word) -> bool | None:
        """Act on a word."""
        if word.name in NOTES:
            return self._note(view, word)
        if word.name in TRIGGERS:
            return self._go(view, TRIGGERS[word.name])
        own: dict[str, Callable[[SessionView, str], bool]] = {
            "/help": self._help,
            "/why": self._why,
            "/probe": self._why,
            "/back": lambda _line, _rest: self._step(-1),
            "/next": lambda _line, _rest: self._step(1),
            "/jump": self._jump,
            "/flag": self._flag,
            "/done": self._done,
            "/risk": self._risk,
            "/case": self._case,
            "/correct": self._correct,
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

    def _help(self, view: SessionView, __: str) -> bool:
        table = {"formulating": MAPPING, "reviewing": REVIEWING}.get(view.phase, ANSWERING)
        self._console.say(*explained(table), *explained(MOVING))
        return False

    def _why(self, view: SessionView, __: str) -> bool:
        self._console.say(*(why_lines(view.item) if view.item else (_("Nothing is asked here."),)))
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
        if said.isascii() and said.isdigit():
            self._acting.do(lambda: self._session.finish_to_do(int(said)))
            return False
        waiting = open_to_dos(self._session.state)
        self._console.say(_("Still to do; /done N marks number N as done:") if waiting else _("Nothing is to do in this record."))
        self._console.say(*(f"  {number} {' '.join(note.text.split())}" for number, note in waiting))
        return False

    def _risk(self, view: SessionView, said: str) -> bool:
        if not view.risk_banner:
            self._console.say(_("No words of risk are to be settled."))
        elif said not in SETTLES:
            where = view.risk_banner[0]
            self._console.say(
                _("In {path_title}: /risk asked, /risk known, or /risk other.").format(
                    path_title=_("a note") if where.startswith("note:") else path_title(where)
                )
            )
        else:
            where = view.risk_banner[0]
            self._acting.do(lambda: self._session.settle_risk_words(where, SETTLES[said]))
        return False

    def _case(self, _view: SessionView, __: str) -> bool:
        session = self._session
        shown = panel(session.case(), session.assessment(), session.open_questions(), shared=False)
        for group in shown.groups:
            self._console.say(group.title, *(f"  - {line.text}" for line in group.lines))
        return False

    def _correct(self, view: SessionView, said: str) -> bool:
        question, __, rest = said.partition(" ")
        value, __, rest = rest.partition(" ")
        by, because, reason = rest.partition(" because ")
        if value not in ("yes", "no") or not because:
            self._console.say(_("A mis-keyed safety answer: /correct QUESTION yes|no NAME because REASON. Recorded signs:"))
            self._console.say(*(f"  {link_id}: {path_title(link_id)}" for link_id in view.safety.positives))
            return False
        return isinstance(self._acting.do(lambda: self._session.correct_safety(question, value == "yes", by=by, reason=reason)), Saved)


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
    if view.phase != "reviewing":
        found.append(_("A record is closed from the review: /review."))
    return tuple(f"  - {sentence}" for sentence in found)
