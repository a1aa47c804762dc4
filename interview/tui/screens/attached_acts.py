"""From the interview to its attached instruments, and back."""

from __future__ import annotations

from typing import Final

from interview.language import _
from interview.tui.screens.asking import AskingScreen
from interview.tui.screens.attached import AttachedScreen

ATTACHED: Final = ("attached", _("instruments from elsewhere: attach one, ask it, see its totals"))
"""What F10 offers."""

ATTACHING: Final = (("attached", _("Attach an instrument from elsewhere, ask it, and see what counts in it")),)
"""The act for a screen's list of acts."""


class AttachedActs(AskingScreen):
    """Opens the place, and takes up what was chosen there."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer it always: a closed record shows what counts in its instruments."""
        return self.session.phase not in ("paused", "safety") if action == "attached" else super().check_action(action, parameters)

    def action_attached(self, said: str = "") -> None:
        """Open the attached instruments; what was said with it is the number of one that is asked at once, or a file to attach."""
        self.let_core_finish()
        screen = AttachedScreen(self.session, self.doors, self.glyphs, is_shared=self.is_shared, said=said)
        self.app.push_screen(screen, self._after_attached)

    def _after_attached(self, result: str | None) -> None:
        if result in ("home", "quit"):
            self.dismiss(result)
        else:
            self.and_then(result)

    def and_then(self, act: str | None) -> None:
        """Come back from another place; screens say how."""
        raise NotImplementedError
