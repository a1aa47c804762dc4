"""A pause line by line: kept in the record, ended by Enter at the very question. A plain terminal cannot be blanked; that is said."""

from __future__ import annotations

from collections.abc import Callable

from interview.engine.replies import Saved
from interview.engine.view import SessionView
from interview.language import _
from interview.plain.acting import Acting
from interview.plain.console import Console
from interview.plain.words import Word, word_of
from interview.views.locale import time_of_day

DONE, INTERRUPTED = 0, 130
PROMPT = "> "


class Pausing:
    """Acts on `/pause`, and hears the lines that come while the interview is paused."""

    def __init__(self, acting: Acting, console: Console, leave: Callable[[int], None]) -> None:
        """`leave` ends the sitting with an exit code."""
        self._acting, self._session, self._console = acting, acting.session, console
        self._leave = leave

    def act(self, view: SessionView, word: Word) -> bool | None:
        """Pause until Enter; None for a word that is not this room's, else whether the question is shown again."""
        if word.name != "/pause":
            return None
        at = view.item.link_id if view.item is not None else None
        if not isinstance(self._acting.do(lambda: self._session.go("pause")), Saved):
            return False
        paused = _("Paused. Saved {time}.").format(time=time_of_day(self._session.view().saved_at))
        self._console.say("", paused, _("This screen cannot be blanked: what was said stands above. Enter goes on; /quit leaves."))
        code = self._waited()
        if code is not None:
            self._leave(code)
        elif isinstance(self._acting.do(lambda: self._session.go("resume")), Saved):
            now = self._session.current()
            if at is not None and (now is None or now.link_id != at):
                self._session.go_to(at)
        return True

    def _waited(self) -> int | None:
        """Wait for an empty line; return an exit code where the sitting ends instead."""
        while True:
            try:
                line = self._console.ask(PROMPT)
            except KeyboardInterrupt:
                return INTERRUPTED
            if line is None:
                return DONE
            said = line.text.strip()
            if not said and line.lines == 1 and not line.too_long:
                return None
            if line.lines == 1 and word_of(said) == Word("/quit"):
                return DONE
            self._console.say(_("It is paused, so nothing was taken. Enter goes on; /quit leaves."))
