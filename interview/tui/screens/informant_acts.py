"""From the interview to what somebody close says, and back."""

from __future__ import annotations

from typing import Final

from interview.engine.informant import SECTION
from interview.language import _
from interview.tui.screens.asking import AskingScreen
from interview.tui.screens.informant import InformantScreen
from interview.views.informant_question import may_see_informants

INFORMANT: Final = ("informant", _("ask somebody close too, and see it side by side"))
"""What F10 offers."""

ASKING_CLOSE: Final = (("informant", _("Ask somebody close too, and see it side by side with what the person says")),)
"""The act for a screen's list of acts."""

INFORMANT_PLACE: Final = f"section:{SECTION}"
"""Its section, wherever sections are chosen: no question of it is asked in order."""


class InformantActs(AskingScreen):
    """Opens the place, and takes up what was chosen there."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer it once the interview is under way."""
        return may_see_informants(self.session) if action == "informant" else super().check_action(action, parameters)

    def action_informant(self) -> None:
        """Open what somebody close says."""
        self.let_core_finish()
        screen = InformantScreen(self.session, self.doors, self.glyphs, is_shared=self.is_shared)
        self.app.push_screen(screen, self._after_informant)

    def _after_informant(self, result: str | None) -> None:
        if result in ("home", "quit"):
            self.dismiss(result)
        else:
            self.and_then(result)

    def and_then(self, act: str | None) -> None:
        """Come back from another place; screens say how."""
        raise NotImplementedError
