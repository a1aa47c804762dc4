"""One answer changed from the review: what it would do is said first, it is taken or dropped, and the review comes back by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from interview.engine.replies import Saved
from interview.engine.transcript import item_of
from interview.language import _
from interview.plain.acting import Acting, Step
from interview.plain.console import Console
from interview.plain.sharing import Sharing
from interview.plain.words import Word
from interview.views.change_words import change_told

LEAVING: Final = frozenset({"/back", "/next", "/jump", "/formulate", "/review", "/safety", "/change"})
"""Words that leave the question: what was held for it is dropped, and the review comes back only when it is asked for."""

CHOOSE: Final = _("/accept changes it, /drop leaves everything as it was. Another answer is looked at in the same way.")
DROPPED: Final = _("Dropped: nothing was changed.")
NOTHING_HELD: Final = _("No change is waiting to be accepted or dropped.")


class Changing:
    """Holds a change until somebody accepts it. A sign of risk is never held."""

    def __init__(self, acting: Acting, console: Console, sharing: Sharing) -> None:
        self._acting, self._session, self._console, self._sharing = acting, acting.session, console, sharing
        self._link_id: str | None = None
        self._held: Callable[[], None] | None = None
        self._is_accepted = False
        self._is_over = False

    @property
    def holds_one(self) -> bool:
        """Whether a change waits to be accepted or dropped."""
        return self._held is not None

    def begin(self, link_id: str) -> None:
        """Change the answer to this question, and then go back to the review."""
        self._link_id, self._held, self._is_over = link_id, None, False

    def holds(self, link_id: str, step: Step, go_on: Callable[[], None]) -> bool:
        """Say what an answer would do, and keep it until it is accepted; False where it does nothing else and may be given."""
        if link_id != self._link_id or self._is_accepted:
            return False
        seen = self._session.rehearse(step)
        self._held = go_on if seen.is_to_be_seen else None
        if self._held is None:
            return False
        self._console.say(_("Before this is changed:"))
        hides = self._sharing.is_shared and self._sharing.is_the_clinicians(item_of(self._session.questionnaire, link_id), link_id)
        for told in change_told(self._session, link_id, seen)[1 if hides else 0 :]:
            self._console.say(told.title, *(() if self._sharing.is_shared else (f"  - {line}" for line in told.lines)))
        self._console.say(CHOOSE)
        return True

    def saved(self, reply: Saved) -> None:
        """Note that the answer was saved: the review comes back, after safety where that was opened."""
        self._is_over = self._is_over or reply.link_id == self._link_id

    def leaves(self, link_id: str) -> bool:
        """Leave the answer as it is, where it is the one to be changed; whether it was."""
        self._is_over = self._is_over or link_id == self._link_id
        return self._is_over

    def come_back(self) -> None:
        """Go back to the review once the change is over."""
        if self._is_over and self._session.may("review"):
            self._link_id, self._is_over = None, False
            self._acting.do(lambda: self._session.go("review"))

    def act(self, word: Word) -> bool | None:
        """Accept or drop; None for any other word."""
        if word.name in LEAVING:
            self._link_id = self._held = None
            self._is_over = False
        if word.name not in ("/accept", "/drop"):
            return None
        go_on, self._held = self._held, None
        if go_on is None:
            self._console.say(NOTHING_HELD)
        elif word.name == "/drop":
            self._console.say(DROPPED)
            self._is_over = True
        else:
            self._is_accepted = True
            try:
                go_on()
            finally:
                self._is_accepted = False
        return False
