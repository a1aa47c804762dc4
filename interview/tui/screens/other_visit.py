"""`OtherVisitScreen`: another interview of the subject to read, at the turn that was found. Nothing can be changed there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on

from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.language import _
from interview.tui.glyphs import Glyphs
from interview.tui.screens.acting_screen import ActingScreen
from interview.tui.widgets.conversation import Conversation


class OtherVisitScreen(ActingScreen[None]):
    """Shows the conversation of a record that is only read; what a shared screen folds stays folded."""

    PLACE: ClassVar[str] = _("another interview, to read")

    def __init__(self, session: Session, glyphs: Glyphs, seq: int, *, is_shared: bool) -> None:
        """`seq` is the turn to point at."""
        super().__init__(session)
        self._glyphs, self._seq, self._shared = glyphs, seq, is_shared

    def compose_body(self) -> Iterable[Any]:
        """Lay out the conversation."""
        yield Conversation(id="conversation")

    def draw_body(self) -> None:
        """Draw the conversation."""
        session = self.session
        items = {turn.link_id: item_of(session.questionnaire, turn.link_id) for turn in session.turns if turn.link_id}
        titles = {section.id: section.title for section in session.questionnaire.section}
        self.query_one(Conversation).show(session.turns, items, titles, self._glyphs, is_shared=self._shared)

    def begin(self) -> None:
        """Begin at the turn, once the list has settled at its end."""
        conversation = self.query_one(Conversation)
        conversation.focus()
        self.call_after_refresh(self.call_after_refresh, lambda: conversation.point_at_turn(self._seq))

    @on(Conversation.TurnChosen)
    def _chosen(self, event: Conversation.TurnChosen) -> None:
        event.stop()
        self.say(_("This interview is shown to read; Esc goes back."))
