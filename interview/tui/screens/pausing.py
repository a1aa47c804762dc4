"""Pausing in one key, going on at the very place, and leaving: what was typed is kept, and what could not be written is said."""

from __future__ import annotations

from interview.language import _
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.paused import CLOSED, GO_ON, PAUSED, UNSAVED, PausedScreen
from interview.tui.screens.session_screen import SessionScreen
from interview.views.locale import time_of_day


class Pausing(SessionScreen):
    """A screen that is paused, and left, by Esc. It returns `home` or `quit` once the interview was left."""

    def action_leave(self) -> None:
        """Pause at once, in one key: the screen is blank until somebody goes on; the draft and the place are kept."""
        item = self.session.view().item
        at = item.link_id if item is not None else None
        self.fold()
        is_saved = self._paused()
        said = PAUSED if self.session.phase == "paused" else CLOSED if is_saved else UNSAVED
        saved_at = time_of_day(self.session.view().saved_at)
        paused = PausedScreen(said.format(time=saved_at), has_draft=bool(self.line.text.strip()))
        self.app.push_screen(paused, lambda where: self._after_pause(where, at))

    def _paused(self) -> bool:
        """Pause the record where it can be; False where the store could not take it."""
        return not self.session.may("pause") or self.attempt(lambda: self.session.go("pause")) is not None

    def _after_pause(self, where: str | None, at: str | None) -> None:
        """Go on at the very place, or leave."""
        if where not in (None, GO_ON):
            self._leave(where)
            return
        if self.session.phase == "paused" and self.attempt(lambda: self.session.go("resume")) is None:
            safe = time_of_day(self.session.view().saved_at)
            self.app.push_screen(PausedScreen(UNSAVED.format(time=safe)), lambda again: self._after_pause(again, at))
            return
        now = self.session.current()
        if at is not None and (now is None or now.link_id != at):
            self.attempt(lambda: self.session.go_to(at))
        self.draw()

    def _leave(self, where: str | None) -> None:
        if where is None:
            return
        if not self._paused():
            safe = time_of_day(self.session.view().saved_at)
            text = _("The pause could not be written. Answers are safe up to {time}, and the record can be resumed from there.")
            again = (("again", _("try once more")), (where, _("leave all the same")))
            sheet = ChoiceScreen(_("Not saved"), again, text=text.format(time=safe))
            self.app.push_screen(sheet, lambda choice: self._leave_unpaused(choice, where))
            return
        self.session.release()
        self.dismiss(where)

    def _leave_unpaused(self, choice: str | None, where: str) -> None:
        if choice == "again":
            self._leave(where)
        elif choice is not None:
            self.session.release()
            self.dismiss(where)
