"""What can be done with the question asked now, beside answering it: step, mark, probe, why, still so, and why there is no answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from interview.engine.event_body import AnswerStatus
from interview.engine.replies import Reply
from interview.engine.view import ItemView
from interview.language import _
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.pausing import Pausing
from interview.tui.screens.why import WhyScreen
from interview.tui.widgets.question_card import QuestionCard

NOT_ANSWERED: Final[tuple[tuple[AnswerStatus, str], ...]] = (
    ("declined", _("declined, or would rather not say")),
    ("unknown", _("does not know")),
    ("not_applicable", _("does not apply")),
)
UNSEEN: Final = _("This one is the clinician's, and it is folded: F7 shows it first. Nothing was saved; what you typed is kept.")


class QuestionActs(Pausing):
    """Acts on one question; a screen built on it says how an answer is heard."""

    def hear(self, deed: Callable[[], Reply], link_id: str, text: str) -> None:
        """Give an answer to the session, and show what comes back."""
        raise NotImplementedError

    def action_step(self, by: int) -> None:
        """Go back or on by one question; on from a folded judgement over all that stand folded beside it."""
        before = self.item_now
        moved = self.attempt(lambda: self.session.step(by))
        while moved and by > 0 and before is not None and self.is_folded(before) and self._stands_beside(before):
            moved = self.attempt(lambda: self.session.step(by))
        if moved is None:
            return
        self.say("" if moved else _("This is the first question.") if by < 0 else _("This is the last question."))
        self.draw()

    def _stands_beside(self, before: ItemView) -> bool:
        """Whether what is asked now is another folded judgement of the same section: they are opened together, and passed together."""
        item = self.item_now
        return item is not None and item.section == before.section and item.link_id != before.link_id and self.is_folded(item)

    def action_flag(self) -> None:
        """Mark the question, or unmark it."""
        item = self.item_now
        if item is not None and self.attempt(lambda: self.session.flag(item.link_id, not item.is_flagged)) is not None:
            self.say(_("The mark was taken away.") if item.is_flagged else _("Marked to come back to; F6 and 'flagged' find it."))
            self.draw()

    def action_probes(self) -> None:
        """Show or fold ways to ask further."""
        self.query_one(QuestionCard).toggle_probes()

    def action_still_so(self) -> None:
        """Take the answer of the visit before as today's."""
        item = self.item_now
        if item is not None and self.is_folded(item):
            self.say(UNSEEN)
        elif item is None or item.last_time is None:
            self.say(_("There is no answer of the visit before to this question."))
        else:
            self.hear(lambda: self.session.still_so(item.link_id), item.link_id, "")

    def action_not_answered(self) -> None:
        """Ask why there is no answer: one key each."""
        item = self.item_now
        if item is None:
            return
        if self.is_folded(item):
            self.say(UNSEEN)
            return
        said = self.line.text.strip() or None

        def record(choice: str | None) -> None:
            status = next((status for status, __ in NOT_ANSWERED if status == choice), None)
            if status is not None:
                self.hear(lambda: self.session.leave_unanswered(item.link_id, status, verbatim=said), item.link_id, said or "")

        self.app.push_screen(ChoiceScreen(_("Not answered, because"), NOT_ANSWERED), record)

    def action_why(self) -> None:
        """Show why the question is asked; what rests on it is computed in a worker."""
        item = self.item_now
        if item is not None and self.is_folded(item):
            self.say(UNSEEN)
        elif item is not None:
            self.for_clinicians(
                lambda: self.read_core(lambda _case, assessment, _open: self.app.push_screen(WhyScreen(item, assessment), self.show_turn))
            )
