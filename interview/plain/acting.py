"""Acts of the session, each with its word back: saved at what time, or why not. A fault of the store is told, and can be tried again."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from interview.engine.ports import StoreFault
from interview.engine.replies import Refused, Reply, Saved
from interview.engine.session import Session
from interview.language import _, ngettext
from interview.plain.console import Console
from interview.plain.sharing import Sharing
from interview.questionnaire.model import Item
from interview.views.locale import time_of_day
from interview.views.saying import PARTS, saying

Step = Callable[[], Reply]
Says = Callable[[Reply], str]
RISK = _("! Words of risk were noticed in this text. Settle them before closing: /risk asked, /risk known, or /risk other, because REASON.")

SHARED_RISK = _("! Something that was typed is to be settled before closing: /risk asked, /risk known, or /risk other, because REASON.")


class Acting:
    """Does what was asked of the session and says what came of it."""

    def __init__(self, session: Session, console: Console, sharing: Sharing) -> None:
        self.session = session
        self.console = console
        self._sharing = sharing
        self.unsaved: Step | None = None
        """What the store refused last, to be tried again."""

    def do(
        self, step: Step, item: Item | None = None, words: Callable[[Saved], str] | None = None, says: Says | None = None
    ) -> Reply | None:
        """Do one act and say what came of it, in the sentence of `says` where it was not saved; None where the store failed."""
        self.unsaved = None
        try:
            reply = step()
        except StoreFault as fault:
            self.unsaved = step
            self.console.say(_("NOT SAVED: {fault}").format(fault=fault), _("Enter tries again; what you typed is kept until then."))
            return None
        if isinstance(reply, Saved):
            self._saved(reply, item, words(reply) if words else "")
        else:
            self.console.say(says(reply) if says is not None else saying(reply, item, words_stay=False))
            if isinstance(reply, Refused) and reply.missing:
                self.console.say(_("Still missing: {listed}.").format(listed=", ".join(PARTS.get(part, part) for part in reply.missing)))
        return reply

    def do_all(self, steps: Iterable[Step]) -> bool:
        """Do several acts, each saved before the next; stop at the first that is not, and say whether all were."""
        last: Reply | None = None
        for step in steps:
            try:
                last = step()
            except StoreFault as fault:
                self.console.say(
                    _("NOT SAVED: {fault}").format(fault=fault), _("What was saved before it stands. Say it again when the store works.")
                )
                return False
            if not isinstance(last, Saved):
                self.console.say(saying(last, None, words_stay=False))
                return False
        if isinstance(last, Saved):
            self.console.say(_("saved {time_of_day}").format(time_of_day=time_of_day(last.at)))
            if last.risk_words:
                self.console.say(self._risk)
        return True

    def moves(self, by: int) -> bool:
        """Go back or on by one question; False at either end."""
        try:
            return self.session.step(by)
        except StoreFault as fault:
            self.console.say(_("NOT SAVED: {fault}").format(fault=fault))
            return False

    def goes_to(self, link_id: str) -> bool:
        """Go to a question without a word; False where it is not open now."""
        try:
            return isinstance(self.session.go_to(link_id), Saved)
        except StoreFault as fault:
            self.console.say(_("NOT SAVED: {fault}").format(fault=fault))
            return False

    def _saved(self, reply: Saved, item: Item | None, words: str) -> None:
        self.console.say(_("{part}saved {time_of_day}").format(part=f"→ {words}. " if words else "", time_of_day=time_of_day(reply.at)))
        if reply.set_aside:
            self.console.say(saying(reply, item))
        if reply.closed:
            self.console.say(
                _("{counted} set aside: closed by this one; kept, and back if it opens again.").format(
                    counted=ngettext("{n} earlier answer", "{n} earlier answers", len(reply.closed)).format(n=len(reply.closed))
                )
            )
        if reply.opened:
            self.console.say(
                _("{counted} came back with this one.").format(
                    counted=ngettext("{n} earlier answer", "{n} earlier answers", len(reply.opened)).format(n=len(reply.opened))
                )
            )
        if reply.risk_words:
            self.console.say(self._risk)

    @property
    def _risk(self) -> str:
        return SHARED_RISK if self._sharing.is_shared else RISK
