"""Somebody close, line by line: asked one question after another, both answers side by side, and which of them counts."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from interview.engine.replies import Saved
from interview.engine.view import SessionView
from interview.language import _
from interview.plain.acting import Acting
from interview.plain.console import Console
from interview.plain.paging import read_out
from interview.plain.sharing import Sharing
from interview.plain.words import Word
from interview.views.informant_question import beside, informant_question, may_see_informants, next_to_ask, nothing_left
from interview.views.side_by_side import BESIDE, TITLE, WORDS, SideBySide, SideRow, side_by_side

BEGINS: Final = _("Somebody close is asked now: a line is their answer. /end goes back to the person; /informant table shows both.")
ON_A_SHARED_SCREEN: Final = _("What somebody close says is confidential, and this is shared. /clinician on says it.")
ENDS: Final = _("Back to the person, where the interview was left.")
NOT_NOW: Final = _("Somebody close can be asked once the interview is under way, and not while safety is open or the record is closed.")
NOBODY_YET: Final = _("Nobody close has said anything yet. /informant asks.")
WHICH: Final = _("Which answer? /take N or /persons N, with because and a reason after it; /informant table shows the numbers.")
NO_MARKS: Final = _("Marks belong to the person's questions; /note keeps a note here.")
ENDS_HERE: Final = _("There is no question beyond this one.")


class InformantTalk:
    """A part of the conversation in which a line is the answer of somebody close; outside of it, it only shows and weighs."""

    def __init__(self, acting: Acting, console: Console, sharing: Sharing) -> None:
        self._acting, self._session, self._console, self._sharing = acting, acting.session, console, sharing
        self._at: str | None = None
        self.is_on = False

    def seen(self, view: SessionView) -> SessionView:
        """Return the view with the question to somebody close in place of the person's; a sign of risk ends this at once."""
        if self.is_on and view.phase in ("safety", "closed", "paused"):
            self.is_on = False
        item = informant_question(self._session, self._at) if self.is_on and self._at is not None else None
        if self.is_on and item is None:
            self.is_on = False
            self._console.say("", nothing_left(self._session), *self._sides(), ENDS)
        return view if item is None else replace(view, item=item)

    def answered(self) -> None:
        """Go on to the next open question."""
        if self.is_on:
            self._at = next_to_ask(self._session, self._at)

    def steps(self, by: int) -> bool:
        """Go back or on by one question, and say so at either end; False while the person is asked."""
        if not self.is_on or self._at is None:
            return False
        there = beside(self._session, self._at, by)
        self._at = there or self._at
        if there is None:
            self._console.say(ENDS_HERE)
        return True

    def act(self, view: SessionView, word: Word) -> bool | None:  # noqa: ARG002 what every part of the conversation is handed
        """Act on a word of this part; None where it is none, else whether the question is shown again."""
        match word.name:
            case "/informant":
                return self._begin(word.rest)
            case "/take" | "/persons":
                return self._weigh(word)
            case "/end" if self.is_on:
                self.is_on = False
                self._console.say(ENDS)
                return True
            case "/next" | "/back" if self.is_on:
                return self.steps(1 if word.name == "/next" else -1)
            case "/flag" | "/same" if self.is_on:
                self._console.say(NO_MARKS)
                return False
        return None

    def _sides(self) -> tuple[str, ...]:
        """Return both answers in lines; while this is shared, only that they are confidential."""
        lines = side_lines(side_by_side(self._session))
        return (ON_A_SHARED_SCREEN,) if lines and self._sharing.is_shared else lines

    def _begin(self, said: str) -> bool:
        if not may_see_informants(self._session):
            self._console.say(NOT_NOW)
            return False
        if said:
            read_out(self._console, self._sides() or (NOBODY_YET,))
            return False
        if self._session.phase in ("closed", "paused", "safety"):
            self._console.say(NOT_NOW, *self._sides())
            return False
        self.is_on, self._at = True, next_to_ask(self._session)
        if self._at is not None:
            self._console.say("", BEGINS)
        return True

    def _weigh(self, word: Word) -> bool:
        number, _blank, rest = word.rest.partition(" ")
        reason = rest.strip().removeprefix("because").strip() or None
        rows = side_by_side(self._session).rows
        place = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
        if not 1 <= place <= len(rows):
            self._console.say(WHICH if rows else NOBODY_YET)
            return False
        row = rows[place - 1]
        weigh = self._session.take_informants if word.name == "/take" else self._session.keep_persons
        return isinstance(self._acting.do(lambda: weigh(row.link_id, informant=row.relation, reason=reason)), Saved)


def side_lines(sides: SideBySide) -> tuple[str, ...]:
    """Return both answers of every question in lines, numbered; none where somebody close said nothing."""
    if not sides.rows:
        return ()
    asked = tuple(f"  {what} {words}" for what, words in sides.asked)
    return (f"{TITLE}: {sides.in_short}", BESIDE, *asked, *(line for n, row in enumerate(sides.rows, 1) for line in _row_lines(n, row)))


def _row_lines(number: int, row: SideRow) -> tuple[str, ...]:
    about = f"{row.about}: " if row.about else ""
    said = f' ("{row.informant_said}")' if row.informant_said else ""
    stands = "; ".join(part for part in (WORDS[row.agreement], row.stands, row.reason) if part)
    return (
        f"  {number}. {about}{row.question} [{stands}]",
        _("     the person: {person}").format(person=row.person),
        _("     {who}: {informant}{said}").format(who=row.who, informant=row.informant, said=said),
    )
