"""`/correct`: another answer to a question, by its number in the review; a sign of risk only by name and with a reason."""

from __future__ import annotations

from collections.abc import Callable

from interview.engine.replies import Saved
from interview.engine.risk_signs import is_safety_question
from interview.engine.transcript import item_of
from interview.engine.view import SessionView
from interview.language import _
from interview.plain.acting import Acting
from interview.plain.console import Console
from interview.plain.reviewing import numbered
from interview.plain.sharing import FOLDED, Sharing
from interview.plain.words import Word
from interview.understanding.understand import understand
from interview.views.path_titles import path_title


class Correcting:
    """Corrects a mis-keyed sign of risk, both versions kept; any other answer is given anew, as it is by `/change`."""

    def __init__(self, acting: Acting, console: Console, sharing: Sharing, mend: Callable[[str, str], bool]) -> None:
        """`mend` goes to a question and gives it a new answer; it says whether the question is to be shown again."""
        self._acting, self._session, self._console = acting, acting.session, console
        self._sharing, self._mend = sharing, mend

    def act(self, view: SessionView, word: Word) -> bool | None:
        """Correct an answer; None for another word."""
        if word.name != "/correct":
            return None
        which, __, rest = word.rest.partition(" ")
        link_id = self._question(which)
        if link_id is None or not rest.strip():
            self._how(view)
            return False
        return self._correct_sign(view, link_id, rest.strip()) if is_safety_question(link_id) else self._mend(link_id, rest.strip())

    def _question(self, which: str) -> str | None:
        places = {str(number): line.link_id for number, line in numbered(self._session)}
        known = which in places.values() or which in self._session.state.answers or which in self._session.state.informant
        return places.get(which) or (which if known else None)

    def _correct_sign(self, view: SessionView, link_id: str, rest: str) -> bool:
        said, __, rest = rest.partition(" ")
        by, because, reason = rest.partition(" because ")
        meant = understand("yes_no", said).value
        if not isinstance(meant, bool) or not because:
            self._how(view)
            return False
        reply = self._acting.do(lambda: self._session.correct_safety(link_id, meant, by=by, reason=reason))
        if isinstance(reply, Saved):
            self._console.say(_("Corrected; both versions stay in the record."))
        return isinstance(reply, Saved)

    def _how(self, view: SessionView) -> None:
        self._console.say(
            _("Another answer to question N of the review: /correct N NEW ANSWER; /list shows the numbers there."),
            _("A mis-keyed sign of risk: /correct N yes|no NAME because REASON. Recorded signs:"),
        )
        places = {line.link_id: number for number, line in numbered(self._session)}
        for link_id in view.safety.positives:
            hidden = self._sharing.is_shared and self._sharing.is_the_clinicians(item_of(self._session.questionnaire, link_id), link_id)
            self._console.say(f"  {places.get(link_id, '')} {link_id}: {FOLDED if hidden else path_title(link_id)}".replace("   ", "  "))
