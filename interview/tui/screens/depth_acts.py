"""How much is asked, changed within an interview: what it would do is shown first, then it is taken or dropped."""

from __future__ import annotations

from typing import Final

from interview.engine.session import Session
from interview.language import _
from interview.tui.screens.asking import AskingScreen
from interview.tui.screens.before_change import BeforeChange
from interview.views.depth_change import DONE, TO, depth_told, other_depth

DEPTH: Final = "depth"
CHANGING_DEPTH: Final = (("change_depth", _("Ask the full interview, or only the brief one (/depth full, /depth brief)")),)
"""The act for a screen's list of acts."""

DROPPED: Final = _("Nothing was changed; as much is asked as before.")
ALREADY: Final[dict[str, str]] = {
    "full": _("The full interview is asked already."),
    "brief": _("The brief interview is asked already."),
}
WHICH: Final = _("How much is asked? /depth full, or /depth brief.")


def depth_choices(session: Session) -> list[tuple[str, str]]:
    """Return what F10 offers: the other depth, while questions are asked."""
    return [(DEPTH, TO[other_depth(session)])] if _is_open(session) else []


def _is_open(session: Session) -> bool:
    return session.phase not in ("closed", "paused", "safety")


class DepthActs(AskingScreen):
    """Asks first; then the session asks more, or less."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer it while questions are asked."""
        return _is_open(self.session) if action == "change_depth" else super().check_action(action, parameters)

    def action_change_depth(self, depth: str = "") -> None:
        """Show what this depth would do, the other one where none is named; then take it or drop it."""
        self.let_core_finish()
        chosen = depth.strip().lower() or other_depth(self.session)
        if chosen not in TO:
            self.say(WHICH)
            return
        if chosen == self.session.state.depth:
            self.say(ALREADY[chosen])
            return
        seen = self.attempt(lambda: self.session.rehearse(lambda: self.session.set_depth(chosen)))
        if seen is not None:
            self.app.push_screen(BeforeChange(depth_told(self.session, chosen, seen)), lambda said: self._depth_chosen(chosen, said))

    def _depth_chosen(self, depth: str, said: str | None) -> None:
        if said != "accept":
            self.say(DROPPED)
        elif self.done(lambda: self.session.set_depth(depth)):
            left = self.session.left_behind()
            if left is None or self.done(lambda: self.session.go("jump", left)):
                self.say(DONE[depth])
        self.draw()
