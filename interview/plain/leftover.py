"""Words at a safety question that were not understood and then answered anew: `/keep` keeps them as a note of that question."""

from __future__ import annotations

from interview.engine.replies import AskedBack, NotUnderstood, Reply, Saved
from interview.engine.risk_signs import is_safety_question
from interview.engine.transcript import section_of
from interview.engine.view import SessionView
from interview.language import _
from interview.plain.acting import Acting
from interview.plain.console import Console
from interview.plain.words import Word


class LeftoverTalk:
    """Notices what was said and became no part of an answer, and offers it once."""

    def __init__(self, acting: Acting, console: Console) -> None:
        self._acting, self._console = acting, console
        self._unread: dict[str, list[str]] = {}
        self._left: tuple[str, str] | None = None

    @property
    def holds_one(self) -> bool:
        """Whether words wait to be kept."""
        return self._left is not None

    def notice(self, link_id: str, reply: Reply | None, *, is_hidden: bool = False) -> None:
        """Hold words that were not understood; once their question was answered otherwise, say how they are kept."""
        session = self._acting.session
        if not is_safety_question(link_id) and section_of(session.questionnaire, link_id) != "safety":
            return
        if isinstance(reply, AskedBack | NotUnderstood):
            self._unread.setdefault(link_id, []).append(reply.text)
        elif isinstance(reply, Saved):
            answer = session.answer_of(link_id)
            said = answer.verbatim if answer is not None else None
            words = [each for each in dict.fromkeys(self._unread.pop(link_id, ())) if each != said]
            self._left = (link_id, "\n".join(words)) if words else None
            if words:
                shown = "…" if is_hidden else " / ".join(words)
                self._console.say(_("Not kept so far: “{words}”. /keep keeps these words as a note.").format(words=shown))

    def act(self, _view: SessionView, word: Word) -> bool | None:
        """Keep them, where there are any."""
        if word.name != "/keep" or self._left is None:
            return None
        (link_id, words), self._left = self._left, None
        self._acting.do(lambda: self._acting.session.note(words, "record", link_id))
        return False
