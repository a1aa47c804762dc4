"""`ChangeScreen`: one answer changed from the check of the answers. Once it is saved, and on Esc, it goes back there by itself.

What it would do to other answers, or to a signature, is shown before it is accepted; only a sign of risk waits for nothing.
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
from interview.language import _
from interview.tui.glyphs import Glyphs
from interview.tui.screens.asking import AskingScreen
from interview.tui.screens.before_change import BeforeChange
from interview.tui.screens.safety import SafetyScreen
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.key_line import KeyLine
from interview.tui.widgets.message_line import MessageLine
from interview.tui.widgets.question_card import QuestionCard
from interview.tui.widgets.status_bar import StatusBar
from interview.views.change_words import change_told

BACK: Final = "back"
"""What the screen returns where the interview was not left."""

DROPPED: Final = _("Dropped: nothing was changed.")
STILL_THERE: Final = _("Nothing was changed yet; what you typed is still on the line.")
ABOUT: Final = _("Change this answer: Enter saves it and goes back to the check of the answers. Esc goes back and changes nothing.")


class ChangeScreen(AskingScreen):
    """Asks the question that the session stands at. It returns `back`, or `home` or `quit` after a pause in safety."""

    is_shared = False
    DEFAULT_CSS = """
    ChangeScreen #change-about { height: auto; padding: 0 1; color: $text-accent; }
    ChangeScreen #change-question { height: 1fr; padding: 0 1; }
    ChangeScreen MessageLine { padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("back"), key_display="Esc", tooltip=_("Go back to the check of the answers; nothing is changed")),
    ]

    def __init__(self, session: Session, doors: Doors, glyphs: Glyphs, drafts: dict[str, str]) -> None:
        """`drafts` keeps what is typed and not sent, by question, also after this screen."""
        super().__init__(session, doors, glyphs)
        self.drafts = drafts
        self.said = ""
        """What was understood, once something was saved."""
        self._saved: Saved | None = None

    def compose(self) -> ComposeResult:
        """Place what this is, the question and the line."""
        yield StatusBar()
        yield Static(ABOUT, id="change-about", markup=False)
        with Vertical(id="change-question"):
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
        """Draw the question; where safety is open, it takes over; once something was saved, go back."""
        view = self.session.view()
        self.draw_status(view)
        self.refresh_bindings()
        if view.safety.is_open:
            self.app.push_screen(SafetyScreen(self.session, self.doors, self.glyphs), self._after_safety)
        elif self._saved is not None or view.item is None:
            self.said = self._after(self._saved) if self._saved is not None else ""
            self._go_back(BACK)
        else:
            self.draw_question(view.item)

    def hear(self, deed: Callable[[], Reply], link_id: str, text: str) -> None:
        """Show what an answer would do where it would do anything; then give it to the session, or drop it."""
        seen = self.attempt(lambda: self.session.rehearse(deed))
        if seen is None or not seen.is_to_be_seen:
            self._give(deed, link_id, text)
            return

        def chosen(choice: str | None) -> None:
            if choice == "accept":
                self._give(deed, link_id, text)
            elif choice == "drop":
                self.drafts.pop(link_id, None)
                self.said = DROPPED
                self._go_back(BACK)
            else:
                self.say(STILL_THERE)

        self.app.push_screen(BeforeChange(change_told(self.session, link_id, seen)), chosen)

    def _give(self, deed: Callable[[], Reply], link_id: str, text: str) -> None:
        """Give an answer to the session, and remember that one was saved."""

        def noted() -> Reply:
            reply = deed()
            self._saved = reply if isinstance(reply, Saved) else None
            return reply

        super().hear(noted, link_id, text)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing that goes on to another question."""
        return False if action == "step" else super().check_action(action, parameters)

    def action_step(self, by: int) -> None:  # noqa: ARG002 the asking screens' signature
        """Go back: Enter on an empty line leaves the answer as it is."""
        self.action_leave()

    def action_leave(self) -> None:
        """Go back without a change; what was typed is kept as a draft."""
        self.keep_draft()
        self._go_back(BACK)

    def _after_safety(self, where: str | None) -> None:
        self._go_back(where or BACK)

    def _go_back(self, where: str) -> None:
        self.let_core_finish()
        self.dismiss(where)
