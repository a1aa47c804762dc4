"""What may be asked beside the interview: somebody close, or an attached instrument; one of them at a time."""

from __future__ import annotations

from interview.engine.doors import Doors
from interview.engine.view import SessionView
from interview.plain.acting import Acting
from interview.plain.attached import AttachedTalk
from interview.plain.console import Console
from interview.plain.informant import InformantTalk
from interview.plain.sharing import Sharing
from interview.plain.words import Word


class BesideTalk:
    """Both parts of the conversation as one; to begin one ends the other."""

    def __init__(self, doors: Doors, acting: Acting, console: Console, sharing: Sharing) -> None:
        self._informant = InformantTalk(acting, console, sharing)
        self._attached = AttachedTalk(doors, acting.session, console, sharing)

    @property
    def is_on(self) -> bool:
        """Whether one of them is asked now."""
        return self._informant.is_on or self._attached.is_on

    def seen(self, view: SessionView) -> SessionView:
        """Return the view with what is asked beside in place of the question."""
        return self._attached.seen(self._informant.seen(view))

    def answered(self) -> None:
        """Go on to the next open one."""
        self._informant.answered()
        self._attached.answered()

    def steps(self, by: int) -> bool:
        """Go back or on by one; False while the person's own question is asked."""
        return self._attached.steps(by) or self._informant.steps(by)

    def act(self, view: SessionView, word: Word) -> bool | None:
        """Act on a word of one of them; None where it is none."""
        asked_of, asked_in = self._informant.is_on, self._attached.is_on
        shows = self._attached.act(view, word)
        if shows is None:
            shows = self._informant.act(view, word)
        if self._attached.is_on and not asked_in:
            self._informant.is_on = False
        if self._informant.is_on and not asked_of:
            self._attached.is_on = False
        return shows
