"""`/sign`: a name under a closed record, or under one that is closed with it; and what to say before a signed one is opened again."""

from __future__ import annotations

from interview.engine.replies import Saved
from interview.engine.view import SessionView
from interview.language import _
from interview.plain.acting import Acting
from interview.plain.console import Console
from interview.plain.moving import standing_before_closing
from interview.plain.sharing import Sharing
from interview.plain.summary import summary_lines
from interview.views.signature_words import CLOSES_TOO, WHAT_IT_BINDS, before_reopening, signature_lines


class SigningTalk:
    """Says what a signature binds; signs where a name was given."""

    def __init__(self, acting: Acting, console: Console, sharing: Sharing) -> None:
        self._acting, self._session, self._console, self._sharing = acting, acting.session, console, sharing

    def act(self, view: SessionView, said: str) -> bool:
        """Sign by the name that stands after the word; without one, say what it would do."""
        if not self._session.may_sign():
            standing = standing_before_closing(view)
            self._console.say(_("Not yet: a record is signed once it is closed, or from the review."), *standing)
            return False
        name, _as, note = said.partition(" as ")
        if not name.strip():
            closes = () if view.phase == "closed" else (CLOSES_TOO,)
            self._console.say(
                WHAT_IT_BINDS,
                *closes,
                *signature_lines(view.signatures),
                *summary_lines(self._session, view, is_shared=self._sharing.is_shared),
                _("/report says all of it. /sign NAME signs, /sign NAME as SUPERVISOR says as what."),
            )
            return False
        if isinstance(self._acting.do(lambda: self._session.sign(name, note)), Saved):
            self._console.say(*signature_lines(self._session.view().signatures))
        return False


def closed_lines(view: SessionView, sealed: str) -> tuple[str, ...]:
    """Return a closed record's seal in words, what can be done with the record, and what opening it again does to its signatures."""
    signed = before_reopening(view)
    words = _("This record is closed. /reopen changes something, /sign NAME signs it, /quit leaves.")
    return tuple(part for part in (sealed, words, signed) if part)
