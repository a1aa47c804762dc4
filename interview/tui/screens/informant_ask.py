"""Somebody close is asked, one question after another. The person's own interview stays where it is.

The person can see the screen: it starts folded, but for who is to be asked and whether the person agrees.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from interview.engine.doors import Doors
from interview.engine.replies import Reply, Saved
from interview.engine.session import Session
from interview.engine.view import ItemView
from interview.language import _
from interview.tui.glyphs import Glyphs
from interview.tui.screens.asking import AskingScreen
from interview.tui.screens.safety import SafetyScreen
from interview.tui.text import as_content
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.key_line import KeyLine
from interview.tui.widgets.message_line import MessageLine
from interview.tui.widgets.question_card import QuestionCard
from interview.tui.widgets.question_words import heading
from interview.tui.widgets.status_bar import StatusBar
from interview.views.informant_question import beside, informant_question, is_confidential, next_to_ask, nothing_left
from interview.views.side_by_side import TITLE

BACK: Final = "back"
"""What the screen returns where the interview was not left."""

FIRST: Final = _("This is the first question.")
LAST: Final = _("This is the last question.")
RESTS: Final = _("{why} Esc shows what was said, side by side.")


class InformantAskScreen(AskingScreen):
    """It returns `back`, or `home` or `quit` after a pause in safety."""

    DEFAULT_CSS = """
    InformantAskScreen #informant-heading { height: auto; padding: 0 1; color: $text-muted; }
    InformantAskScreen #informant-question { height: 1fr; padding: 0 1; }
    InformantAskScreen MessageLine { padding: 0 1; }
    """
    EXTRA_ACTS: ClassVar[tuple[tuple[str, str], ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("side by side"), key_display="Esc", tooltip=_("See what was said, side by side")),
    ]

    def __init__(self, session: Session, doors: Doors, glyphs: Glyphs, *, is_shared: bool, at: str | None = None) -> None:
        """Begin at a question, or at the first one that is open."""
        super().__init__(session, doors, glyphs)
        self.is_shared = is_shared
        self._at = at or next_to_ask(session)

    @property
    def item_now(self) -> ItemView | None:
        """The question that somebody close is asked now."""
        return informant_question(self.session, self._at) if self._at is not None else None

    def compose(self) -> ComposeResult:
        """Place where we are, the question and the line."""
        yield StatusBar()
        yield Static("", id="informant-heading", markup=False)
        with Vertical(id="informant-question"):
            yield QuestionCard(id="card")
        yield MessageLine(id="message")
        yield AnswerInput(id="answer")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the answer line."""
        self.say("")
        self.draw()
        self.line.focus()

    def draw(self) -> None:
        """Draw the question; where safety is open, it takes over."""
        view, item = self.session.view(), self.item_now
        self.draw_status(view)
        self.refresh_bindings()
        self.keep_view_open()
        if view.safety.is_open:
            self.app.push_screen(SafetyScreen(self.session, self.doors, self.glyphs), lambda where: self._go_back(where or BACK))
        elif item is None:
            self.query_one("#informant-heading", Static).update("")
            self.query_one(QuestionCard).rest(TITLE, RESTS.format(why=nothing_left(self.session)))
            self.turn_to(None)
        else:
            self.query_one("#informant-heading", Static).update(as_content(heading(item, self.glyphs.dot)))
            self.draw_question(item)

    def subject_of(self, item: ItemView) -> str:
        """Return what a question is about: which treatment, which spell."""
        return item.instance_title or ""

    def is_folded(self, item: ItemView) -> bool:
        """Return whether it is kept from a screen that the person can see."""
        return self.is_shared and is_confidential(item.link_id)

    def hear(self, deed: Callable[[], Reply], link_id: str, text: str) -> None:
        """Give an answer to the session; once it is saved, go on to the next open question."""

        def noted() -> Reply:
            reply = deed()
            if isinstance(reply, Saved):
                self._at = next_to_ask(self.session, link_id)
            return reply

        super().hear(noted, link_id, text)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what holds for a question to somebody close."""
        if action in ("flag", "still_so"):
            return False
        if action in ("not_answered", "why", "probes", "step"):
            return self._at is not None
        return super().check_action(action, parameters)

    def action_step(self, by: int) -> None:
        """Go back or on by one question; nothing is lost."""
        there = beside(self.session, self._at, by) if self._at is not None else None
        self._at = there or self._at
        self.say("" if there else FIRST if by < 0 else LAST)
        self.draw()

    def action_flag(self) -> None:
        """Mark nothing: marks belong to the person's questions."""

    def action_still_so(self) -> None:
        """Take nothing over: what somebody said at the visit before is theirs of then."""

    def action_leave(self) -> None:
        """Go back; what was typed is kept as a draft."""
        self.hand_back_drafts()
        self._go_back(BACK)

    def _go_back(self, where: str) -> None:
        self.let_core_finish()
        self.dismiss(where)
