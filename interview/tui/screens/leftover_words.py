"""Words at a safety question that were not understood and then answered anew: before the interview goes on they may be kept as a note."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from interview.engine.doors import Doors
from interview.engine.replies import AskedBack, NotUnderstood, Reply, Saved
from interview.engine.risk_signs import is_safety_question
from interview.engine.session import Session
from interview.engine.transcript import section_of
from interview.language import _
from interview.tui.glyphs import Glyphs
from interview.tui.screens.asking import AskingScreen
from interview.tui.screens.keep_words import KeepWords

KEPT: Final = _("The words were kept as a note.")


class KeepingWords(AskingScreen):
    """Notices what was typed at a safety question and never became part of an answer; a screen built on it asks of it when it draws."""

    def __init__(self, session: Session, doors: Doors, glyphs: Glyphs) -> None:
        super().__init__(session, doors, glyphs)
        self._unread: dict[str, list[str]] = {}
        self._left: tuple[str, str] | None = None
        """The question that was answered anew, and the words that were left over."""

    def hear(self, deed: Callable[[], Reply], link_id: str, text: str) -> None:
        """Give an answer to the session, and notice what becomes of its words."""

        def noticed() -> Reply:
            reply = deed()
            self._notice(reply, text.strip())
            return reply

        is_safety = is_safety_question(link_id) or section_of(self.session.questionnaire, link_id) == "safety"
        super().hear(noticed if is_safety else deed, link_id, text)

    def asked_of_words(self) -> bool:
        """Ask whether words that were left over are to be kept, and draw again after that; False where there are none."""
        if self._left is None:
            return False
        (link_id, words), self._left = self._left, None

        def answered(is_kept: bool | None) -> None:
            if is_kept and self.done(lambda: self.session.note(words, "record", link_id)):
                self.say(KEPT)
            self.draw()

        self.app.push_screen(KeepWords(words), answered)
        return True

    def _notice(self, reply: Reply, text: str) -> None:
        if isinstance(reply, AskedBack | NotUnderstood):
            self._unread.setdefault(reply.link_id, []).append(text)
        elif isinstance(reply, Saved):
            answer = self.session.answer_of(reply.link_id)
            said = {text, (answer.verbatim or "").strip() if answer is not None else ""}
            words = [each for each in dict.fromkeys(self._unread.pop(reply.link_id, ())) if each not in said]
            self._left = (reply.link_id, "\n".join(words)) if words else None
