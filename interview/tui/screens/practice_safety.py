"""Safety in the record of a simulated patient: the same questions and the same sheet, and a way back to the conversation at any time."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widgets import Static

from interview.engine.view import SafetyView
from interview.language import _
from interview.tui.screens.asking import AskingScreen
from interview.tui.screens.safety import SafetyScreen
from interview.tui.text import as_content

BACK: Final = "back_from_safety"
"""The act with which the conversation takes over again."""

PRACTISED: Final = _(
    "PRACTICE: nobody is in danger, and nobody is called. Record what you would do with this person. "
    "Esc goes back to the conversation; these questions stay open until then."
)
STILL_OPEN: Final = _(
    "Back with the person. The safety questions of your record stay open: F8 has them, and they come before the rest of it."
)


class PracticeSafety(SafetyScreen):
    """It returns nothing when safety is done, and the way back when it was left open. Nobody but the trainee sees it."""

    is_shared = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "go_back", _("back"), key_display="Esc", tooltip=_("Go back to the conversation; the safety questions stay open")
        ),
    ]
    EXTRA_ACTS: ClassVar[tuple[tuple[str, str], ...]] = (
        *AskingScreen.EXTRA_ACTS,
        ("undo_safety", _("Go back to the record: safety was opened by a slip, and nothing was said here yet")),
        ("leave", _("Go back to the conversation; the safety questions stay open")),
    )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no other view: nobody looks on."""
        return False if action == "view" else super().check_action(action, parameters)

    def action_leave(self) -> None:
        """Go back; safety stays open, and from the record alone nothing is left behind."""
        self.let_core_finish()
        self.dismiss("" if self._only_record else BACK)

    def _draw_notice(self, safety: SafetyView) -> None:
        super()._draw_notice(safety)
        banner = self.query_one("#safety-banner", Static)
        banner.display = True
        banner.update(as_content(PRACTISED, "$text-warning"))
