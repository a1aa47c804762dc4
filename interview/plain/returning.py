"""Back to the question that was open, once one that was gone to elsewhere has its answer."""

from __future__ import annotations

from typing import Final

from interview.engine.view import SessionView
from interview.language import _
from interview.plain.acting import Acting
from interview.plain.console import Console

GOING: Final = frozenset({"/found", "/open", "/change", "/correct"})
"""Words that go to a question elsewhere for one answer."""

MOVING_ON: Final = frozenset({"/back", "/next", "/jump", "/formulate", "/review", "/safety", "/close", "/informant"})
"""Words that go on from there: nothing is gone back to."""

PAGES: Final = {"formulating": "formulate", "reviewing": "review"}
"""Phases without a question, with the trigger that leads back to them."""


class Returning:
    """Remembers where the interview stood."""

    def __init__(self, acting: Acting, console: Console) -> None:
        self._acting, self._session, self._console = acting, acting.session, console
        self._from: str | None = None
        """A question's id, or the trigger of a page."""
        self._at: str | None = None
        self._is_over = False

    def leave(self, view: SessionView) -> None:
        """Note that a question elsewhere is asked now; where that happens twice, the first place is gone back to."""
        now = self._session.view().item
        if now is None or (view.item is not None and now.link_id == view.item.link_id):
            return
        here = view.item.link_id if view.item is not None else PAGES.get(view.phase)
        if self._from is None or here != self._at:
            self._from = here
        self._at, self._is_over = now.link_id, False
        if self._from == now.link_id:
            self.forget()

    def forget(self) -> None:
        """Go on from where the interview is."""
        self._from = self._at = None
        self._is_over = False

    def answered(self, link_id: str) -> bool:
        """Note that a question has its answer, or keeps it; whether it is the one that was gone to."""
        self._is_over = self._is_over or (self._from is not None and link_id == self._at)
        return self._is_over

    def come_back(self) -> None:
        """Go back once that question is over, after safety where that was opened."""
        if not self._is_over or self._session.phase in ("safety", "paused", "closed"):
            return
        place = self._from or ""
        self.forget()
        if place in PAGES.values():
            if self._session.may(place):
                self._acting.do(lambda: self._session.go(place))
            return
        current = self._session.current()
        reached = (current is not None and current.link_id == place) or self._acting.goes_to(place)
        item = self._session.view().item
        if reached and item is not None:
            self._console.say("", _("Back to question {number}: {section}.").format(number=item.number, section=item.section_title))
