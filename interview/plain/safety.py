"""The safety phase line by line: why it opened, the clinic's text where the script stops, and what was done, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from interview.engine.doors import Doors
from interview.engine.replies import Saved
from interview.engine.transcript import item_of
from interview.engine.view import SafetyView
from interview.language import _
from interview.plain.acting import Acting
from interview.plain.console import Console, Line
from interview.plain.sharing import Sharing
from interview.plain.words import LEFT_OPEN, NOTES, Word
from interview.understanding.coming import coming_day
from interview.understanding.understand import understand
from interview.views.kept_back import is_kept_back
from interview.views.safety_because import BECAUSE, COMPLETE, OWED, UNCLEAR, taken_up
from interview.views.saying import NEXT_REVIEW, PARTS
from interview.views.settling import short_question

ASKED: Final = ("by", "seen_by", "means_addressed", "contact", "next_review")
NAMES: Final = ("by", "seen_by")
FITS: Final = {"means_addressed": _("yes or no"), "next_review": NEXT_REVIEW}
FITS_TEXT: Final = {
    "by": _("a name or initials"),
    "seen_by": _("a name or initials"),
    "contact": _("a name, a service or a telephone number"),
}
"""What fits in the parts that are a text: not the answer to a question that was not asked."""
FEWEST: Final = 3
"""Letters and digits that say whom to call: the shortest emergency number has as many."""
TAKES_MORE: Final = _("It is needed to go on.")
NOT_A_QUESTION: Final = _(
    "A part of the record is asked here, and no question. Enter leaves a part open where that may be; /ask or /back goes back."
)


class SafetyTalk:
    """What was done about a sign of risk, asked part by part; what was typed stays until all of it is saved."""

    def __init__(self, doors: Doors, acting: Acting, console: Console, sharing: Sharing) -> None:
        self._doors, self._acting, self._session = doors, acting, acting.session
        self._console, self._sharing = console, sharing
        self._given: dict[str, Any] = {}
        self._open: list[str] = []
        self._passed: list[str] = []
        """Parts that were asked, in order: `/back` goes back through them."""
        self._is_begun = False
        self._needs_all = False
        self._is_said = False
        self._is_text_said = False
        self._told: set[str] = set()

    def show(self, view: SafetyView, *, may_undo: bool = False) -> None:
        """Say once that the questions come first, and why; where the script stops, show the clinic's text, or the bundled one."""
        if not self._is_said:
            self._console.say("", _("SAFETY. These questions come before everything else; /quit pauses, nothing else leaves."))
            self._console.say(BECAUSE.get(view.because or "", COMPLETE))
            if may_undo:
                self._console.say(_("/undo goes back while nothing was said here."))
        self._console.say(*self._newly_taken_up(view))
        if view.stops and view.need == "disposition" and not self._is_text_said:
            self._console.say("", *self._doors.safety_text.split("\n"))
            if self._doors.safety_banner:
                self._console.say(f"({self._doors.safety_banner})")
            self._is_text_said = True
        self._is_said = True

    def leave(self) -> None:
        """Say it again the next time."""
        self._is_said = self._is_text_said = False
        self._told.clear()

    def begin(self, view: SafetyView, interviewer: str | None) -> None:
        """Begin to ask the parts that are not recorded, once."""
        if self._is_begun:
            return
        self._is_begun = True
        self._needs_all = view.need == "disposition"
        recorded = {**dict(view.disposition), **self._given}
        if interviewer:
            recorded.setdefault("by", interviewer)
        self._open, self._passed = [part for part in ASKED if part not in recorded], []
        self._given = {part: value for part, value in recorded.items() if part in ASKED}
        needed = (
            _("Every part is needed to go on.")
            if view.need == "disposition"
            else _("Enter leaves a part open; all are needed before closing.")
        )
        self._console.say("", _("What was done about it? {needed}").format(needed=needed))
        self._console.say(*(f"  {PARTS[part]}: {_shown(value)}" for part, value in self._given.items()))

    def turn_away(self) -> None:
        """Begin to ask again the next time; what was typed stays."""
        self._is_begun = False

    def end(self) -> None:
        """Begin anew the next time."""
        self._is_begun, self._given, self._open, self._passed = False, {}, [], []

    @property
    def prompt(self) -> str:
        """What is asked next."""
        if not self._open:
            return _("Enter saves it> ")
        part = self._open[0]
        return f"{PARTS[part]}{f' ({FITS[part]})' if part in FITS else ''}> "

    def act(self, view: SafetyView, word: Word) -> bool | None:
        """Act on a word while a part is asked: back by a part, why, a note. None for any other, True to show the questions."""
        if word.name in NOTES:
            return self._note(view, word)
        match word.name:
            case "/back":
                return self._back()
            case "/why" | "/probe":
                self._console.say(BECAUSE.get(view.because or "", COMPLETE), *self._taken_up(view), OWED.get(view.need or "", COMPLETE))
                return False
            case "/next":
                self.take(Line(""))
                return False
            case "/flag" | "/same" | "/keep":
                self._console.say(NOT_A_QUESTION)
                return False
        if word.name in LEFT_OPEN:
            self.take(Line(""))
            return False
        return None

    def take(self, line: Line) -> None:
        """Take one line as the answer to the part that was asked; after the last one, save."""
        text = line.text.strip()
        if self._open:
            part = self._open[0]
            if not text and part not in self._given and (self._needs_all or part == "by"):
                self._console.say(TAKES_MORE)
                return
            if text:
                value = self._read(part, text)
                if value is None:
                    fits = FITS.get(part) or FITS_TEXT[part]
                    self._console.say(_("Not understood yet; what fits: {fits}.").format(fits=fits))
                    return
                self._given[part] = value
            self._passed.append(self._open.pop(0))
        if not self._open:
            given = dict(self._given)
            if isinstance(self._acting.do(lambda: self._session.acknowledge_safety(given)), Saved):
                self._console.say(*(f"  {PARTS[part]}: {_shown(value)}" for part, value in given.items()))
                self.end()
            else:
                self._open = [part for part in ASKED if part not in self._given]

    def _back(self) -> bool:
        if not self._passed:
            return True
        part = self._passed.pop()
        self._open.insert(0, part)
        if part in self._given:
            self._console.say(_("Typed before: {words}. Enter keeps it.").format(words=_shown(self._given[part])))
        return False

    def _note(self, view: SafetyView, word: Word) -> bool:
        """Keep a note with the answer that is taken up: the last one that was given."""
        sign = view.positives[-1] if view.positives else None
        reply = self._acting.do(lambda: self._session.note(word.rest, NOTES[word.name], sign))
        item = item_of(self._session.questionnaire, sign or "")
        if isinstance(reply, Saved) and item is not None and not (self._sharing.is_shared and is_kept_back(item)):
            self._console.say(_("It stands with: {question}").format(question=short_question(item.text)))
        return False

    def _taken_up(self, view: SafetyView) -> Iterator[str]:
        yield from (line for __, line in taken_up(self._session, view, "→", is_shared=self._sharing.is_shared))
        if self._has_unclear(view):
            yield UNCLEAR

    def _newly_taken_up(self, view: SafetyView) -> tuple[str, ...]:
        new = [
            (sign, line) for sign, line in taken_up(self._session, view, "→", is_shared=self._sharing.is_shared) if sign not in self._told
        ]
        self._told.update(sign for sign, __ in new)
        return (*(line for __, line in new), *((UNCLEAR,) if new and self._has_unclear(view) else ()))

    def _has_unclear(self, view: SafetyView) -> bool:
        answers = (self._session.answer_of(sign) or self._session.state.informant.get(sign) for sign in view.positives)
        return any(answer is not None and answer.status != "answered" for answer in answers)

    def _read(self, part: str, text: str) -> Any:
        if part not in FITS:
            return text if _is_a_name(part, text) else None
        today = self._doors.clock().date()
        if part == "next_review":
            said = coming_day(text, today)
            return said.isoformat() if said is not None else None
        meant = understand("yes_no", text)
        return meant.value if meant.status == "understood" and not meant.hedged else None


def _is_a_name(part: str, text: str) -> bool:
    """Whether a text may name somebody, and is no answer to another question: a number, a single yes or no, "I don't know"."""
    signs = [sign for sign in text if sign.isalnum()]
    if not signs or (part in NAMES and not any(sign.isalpha() for sign in signs)):
        return False
    if part == "contact" and not any(sign.isalpha() for sign in signs):
        return len(signs) >= FEWEST
    meant = understand("yes_no", text)
    return not (meant.status == "understood" and (meant.value is None or len(text.split()) == 1))


def _shown(value: Any) -> str:
    return (_("yes") if value else _("no")) if isinstance(value, bool) else str(value)
