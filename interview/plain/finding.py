"""Finding what was said, and the questions that would settle the most, line by line; each found one is gone to by its number."""

from __future__ import annotations

from typing import Final

from interview.engine.doors import Doors
from interview.engine.replies import Saved
from interview.engine.view import SessionView
from interview.language import _, ngettext
from interview.plain.acting import Acting
from interview.plain.console import Console
from interview.plain.paging import read_out
from interview.plain.sharing import Sharing
from interview.plain.words import Word
from interview.views.search import Findable, findables, in_others, matching
from interview.views.settling import MOST, open_lines

MOST_FOUND: Final = 30
"""How many hits are said at once."""

NO_WORDS: Final = _("Which words? /find WORDS looks through answers, notes and questions, also of this subject's other interviews.")
NOTHING: Final = _("Nothing that was said has these words. Private notes are not searched here: a screen reader would say them aloud.")
NO_QUESTION: Final = _("That stands in another interview, or belongs to no question; it is only shown here.")
NONE_OPEN: Final = _("No open question would settle anything now.")


class FindingTalk:
    """Acts on `/find`, `/found` and `/open`; returns None for any other word, else whether the question is shown again."""

    def __init__(self, doors: Doors, acting: Acting, console: Console, sharing: Sharing) -> None:
        self._doors, self._acting, self._session, self._console = doors, acting, acting.session, console
        self._sharing = sharing
        self._hits: tuple[Findable, ...] = ()

    @property
    def has_hits(self) -> bool:
        """Whether something was found that can be gone to."""
        return bool(self._hits)

    def act(self, _view: SessionView, word: Word) -> bool | None:
        """Act on a word."""
        match word.name:
            case "/find":
                return self._find(word.rest)
            case "/found":
                return self._go_to_hit(word.rest)
            case "/open":
                return self._open(word.rest)
        return None

    def _find(self, words: str) -> bool:
        if not words:
            self._console.say(NO_WORDS)
            return False
        here = findables(self._session, is_shared=self._sharing.is_shared, with_private=False)
        others, unread = in_others(self._session, self._doors, is_shared=self._sharing.is_shared, with_private=False)
        found = matching((*here, *others), words)
        self._hits = found[:MOST_FOUND]
        if not read_out(self._console, (f"  {number}. {each.line}" for number, each in enumerate(self._hits, 1))):
            return False
        if len(found) > MOST_FOUND:
            more = len(found) - MOST_FOUND
            self._console.say(
                ngettext("and {n} more; more words narrow them.", "and {n} more; more words narrow them.", more).format(n=more)
            )
        if unread:
            self._console.say(
                ngettext("{n} other interview could not be read.", "{n} other interviews could not be read.", unread).format(n=unread)
            )
        self._console.say(_("/found N goes to the question of one of them.") if self._hits else NOTHING)
        return False

    def _go_to_hit(self, said: str) -> bool:
        place = _number(said)
        if not 1 <= place <= len(self._hits):
            self._console.say(_("Which one? A number of the last /find."))
            return False
        hit = self._hits[place - 1]
        if hit.record != self._session.record or hit.link_id is None:
            self._console.say(NO_QUESTION)
            return False
        return self._goes_to(hit.link_id)

    def _open(self, said: str) -> bool:
        lines = open_lines(self._session, self._session.open_questions(), is_shared=self._sharing.is_shared)
        place = _number(said)
        if 1 <= place <= len(lines):
            return self._goes_to(lines[place - 1].link_id)
        if not lines:
            self._console.say(NONE_OPEN)
            return False
        self._console.say(_("Open questions, the most settling first; /open N goes to one:"))
        self._console.say(*(f"  {number}. {each.sentence}" for number, each in enumerate(lines[:MOST], 1)))
        if len(lines) > MOST:
            more = len(lines) - MOST
            self._console.say(_("and {n} more, by their numbers up to {last}; the report lists them all.").format(n=more, last=len(lines)))
        return False

    def _goes_to(self, link_id: str) -> bool:
        return isinstance(self._acting.do(lambda: self._session.go_to(link_id)), Saved)


def _number(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 0
