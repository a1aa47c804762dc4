"""How much is asked, line by line: `/depth full` says first what it would do; said once more, it is taken."""

from __future__ import annotations

from interview.engine.replies import Saved
from interview.engine.view import SessionView
from interview.language import _
from interview.plain.acting import Acting
from interview.plain.console import Console
from interview.plain.words import Word
from interview.views.depth_change import DONE, TO, depth_told
from interview.views.report import DEPTHS


class DepthTalk:
    """Acts on `/depth`; a depth is taken only after what it would do was said, with nothing else between."""

    def __init__(self, acting: Acting, console: Console) -> None:
        self._acting, self._session, self._console = acting, acting.session, console
        self._told: tuple[str, int] | None = None
        """The depth that was told, and the last event then."""

    def act(self, _view: SessionView, word: Word) -> bool | None:
        """Act on the word; None for any other, else whether the question is shown again."""
        if word.name != "/depth":
            self._told = None
            return None
        session, depth = self._session, word.rest.lower()
        if depth not in TO or depth == session.state.depth:
            now = DEPTHS[session.state.depth]
            self._console.say(_("The interview is asked in this depth: {now}. /depth full or /depth brief changes it.").format(now=now))
            return False
        if self._told == (depth, session.state.seq):
            self._told = None
            return self._take(depth)
        seen = session.rehearse(lambda: session.set_depth(depth))
        told = depth_told(session, depth, seen)
        if not told:
            self._acting.do(lambda: session.set_depth(depth))
            return False
        for each in told:
            self._console.say(each.title, *(f"  - {line}" for line in each.lines))
        self._console.say(_("/depth {depth} once more takes it; anything else leaves it as it is.").format(depth=depth))
        self._told = (depth, session.state.seq)
        return False

    def _take(self, depth: str) -> bool:
        session = self._session
        if not isinstance(self._acting.do(lambda: session.set_depth(depth)), Saved):
            return False
        left = session.left_behind()
        if left is not None:
            self._acting.do(lambda: session.go("jump", left))
        self._console.say(DONE[depth])
        return True
