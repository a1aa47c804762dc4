"""An attached instrument is asked, one item after another. The interview stays where it is."""

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
from interview.views.attached_question import ALL_ASKED, attached_question, beside_attached
from interview.views.attached_words import next_attached

BACK: Final = "back"
"""What the screen returns where the interview was not left."""

FIRST: Final = _("This is the first item.")
LAST: Final = _("This is the last item.")
RESTS: Final = _("{why} Esc shows the answers.")


class AttachedAskScreen(AskingScreen):
    """It returns `back`, or `home` or `quit` after a pause in safety."""

    DEFAULT_CSS = """
    AttachedAskScreen #attached-heading { height: auto; padding: 0 1; color: $text-muted; }
    AttachedAskScreen #attached-question { height: 1fr; padding: 0 1; }
    AttachedAskScreen MessageLine { padding: 0 1; }
    """
    EXTRA_ACTS: ClassVar[tuple[tuple[str, str], ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("answers"), key_display="Esc", tooltip=_("See what was answered")),
    ]

    def __init__(self, session: Session, doors: Doors, glyphs: Glyphs, number: int, *, is_shared: bool, at: str | None = None) -> None:
        """Begin at an item, or rest where none is open."""
        super().__init__(session, doors, glyphs)
        self.is_shared, self._number, self._at = is_shared, number, at

    @property
    def item_now(self) -> ItemView | None:
        """The item that is asked now."""
        return attached_question(self.session, self._at) if self._at is not None else None

    def compose(self) -> ComposeResult:
        """Place where we are, the item and the line."""
        yield StatusBar()
        yield Static("", id="attached-heading", markup=False)
        with Vertical(id="attached-question"):
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
        """Draw the item; where safety is open, it takes over."""
        view, item = self.session.view(), self.item_now
        self.draw_status(view)
        self.refresh_bindings()
        self.keep_view_open()
        if view.safety.is_open:
            self.app.push_screen(SafetyScreen(self.session, self.doors, self.glyphs), lambda where: self._go_back(where or BACK))
        elif item is None:
            self.query_one("#attached-heading", Static).update("")
            self.query_one(QuestionCard).rest(self.session.attached[self._number - 1].title, RESTS.format(why=ALL_ASKED))
            self.turn_to(None)
        else:
            self.query_one("#attached-heading", Static).update(as_content(heading(item, self.glyphs.dot)))
            self.draw_question(item)

    def subject_of(self, item: ItemView) -> str:
        """Return what a question is about: each stands for itself."""
        return item.instance_title or ""

    def hear(self, deed: Callable[[], Reply], link_id: str, text: str) -> None:
        """Give an answer to the session; once it is saved, go on to the next open item."""

        def noted() -> Reply:
            reply = deed()
            if isinstance(reply, Saved):
                self._at = next_attached(self.session, self._number, link_id)
            return reply

        super().hear(noted, link_id, text)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what holds for an item of an instrument."""
        if action in ("flag", "still_so"):
            return False
        if action in ("not_answered", "why", "probes", "step"):
            return self._at is not None
        return super().check_action(action, parameters)

    def action_step(self, by: int) -> None:
        """Go back or on by one item; nothing is lost."""
        there = beside_attached(self.session, self._at, by) if self._at is not None else None
        self._at = there or self._at
        self.say("" if there else FIRST if by < 0 else LAST)
        self.draw()

    def action_flag(self) -> None:
        """Mark nothing: marks belong to the interview's own questions."""

    def action_still_so(self) -> None:
        """Take nothing over: an instrument is asked anew at each visit."""

    def action_leave(self) -> None:
        """Go back; what was typed is kept as a draft."""
        self.hand_back_drafts()
        self._go_back(BACK)

    def _go_back(self, where: str) -> None:
        self.let_core_finish()
        self.dismiss(where)
