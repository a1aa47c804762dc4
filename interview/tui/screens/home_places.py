"""Where the start page leads beside an interview: what is to do, a subject's visits, two visits side by side."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.screen import Screen

from interview.engine.doors import Doors
from interview.engine.ports import StoreFault
from interview.language import _
from interview.tui.glyphs import Glyphs
from interview.tui.screens.compare import CompareScreen
from interview.tui.screens.to_dos import OPEN, mark_done, place_of, what_to_do
from interview.tui.screens.visits import Chosen, VisitsScreen, visits_of

PRACTISE: Final = "practise:"
PRACTISE_OFFERED: Final = _("practise with a simulated patient; nothing of it stands among the records")


class HomePlaces(Screen[None]):
    """Opens those places, and takes up what was chosen there; the start page resumes, begins and says."""

    EXTRA_ACTS: ClassVar[tuple[tuple[str, str], ...]] = (("practise", _("Practise with a simulated patient (/practise)")),)
    doors: Doors
    glyphs: Glyphs

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer practice where it is kept."""
        return self.doors.practice is not None if action == "practise" else super().check_action(action, parameters)

    def action_practise(self) -> None:
        """Open the simulated patients."""
        if self.doors.practice is None:
            return
        from interview.tui.screens.practice_cases import CasesScreen

        try:
            doors = self.doors.practice()
        except StoreFault as fault:
            self.say(_("Not opened: {fault}").format(fault=fault))
            return
        self.app.push_screen(CasesScreen(doors, self.glyphs), self._come_back)

    def _come_back(self, where: str | None) -> None:
        raise NotImplementedError

    def draw(self) -> None:
        """Read the list again."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Show a sentence under the list."""
        raise NotImplementedError

    def _resume(self, record: str, at: str | None = None) -> None:
        raise NotImplementedError

    def _ask_subject(self, subject: str) -> None:
        raise NotImplementedError

    def _open_to_do(self, chosen: str | None) -> None:
        if chosen is not None:
            self.app.push_screen(what_to_do(), lambda act: self._to_do(chosen, act))

    def _to_do(self, chosen: str, act: str | None) -> None:
        if act == OPEN:
            self._resume(*place_of(chosen))
        elif act is not None:
            said = mark_done(self.doors, chosen)
            self.draw()
            self.say(said)

    def _show_visits(self, subject: str) -> None:
        """List a subject's visits in their order."""
        try:
            visits = visits_of(self.doors, subject)
        except StoreFault as fault:
            self.say(str(fault))
            return
        self.app.push_screen(VisitsScreen(subject, visits), lambda chosen: self._visit(subject, chosen))

    def _visit(self, subject: str, chosen: Chosen | None) -> None:
        if chosen is None:
            return
        if chosen.act == "open":
            self._resume(chosen.records[0])
        elif chosen.act == "new":
            self._ask_subject(subject)
        else:
            self._compare(*chosen.records)

    def _compare(self, record: str, other: str) -> None:
        try:
            screen = CompareScreen(self.doors.read(record), self.doors.read(other), self.glyphs)
        except StoreFault as fault:
            self.say(_("Not opened: {fault}").format(fault=fault))
            return
        self.app.push_screen(screen)
