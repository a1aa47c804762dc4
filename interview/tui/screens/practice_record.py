"""The record's own places in practice: the grid and the formulation, in which the program's findings stay closed until one is committed."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widgets import Static, TabbedContent

from interview.language import _
from interview.tui.screens.ask_first import AskFirst
from interview.tui.screens.formulation import FormulationScreen
from interview.tui.screens.grid import GridScreen
from interview.tui.screens.map_screen import NO_LINKS
from interview.tui.screens.practice_safety import PracticeSafety
from interview.tui.screens.safety import SafetyScreen
from interview.tui.text import as_content

COMMIT: Final = _(
    "Commit your formulation?\nIt is compared with an expert's as it stands now. What the answers suggest opens then, and not before; "
    "this is done once."
)
COMMIT_YES: Final = _("Yes, commit it")
COMMIT_NO: Final = _("No, go on working on it")
COMMITTED: Final = _("Committed. S shows what the answers suggest; it is yours to compare.")
EMPTY_MAP: Final = _("No problem is on your map yet. A adds one; commit it once it says what you think.")
NO_LINK_YET: Final = _("No link is drawn yet. D draws one, from one problem to another.")
CLOSED_HERE: Final = _("This session is finished: what you took down is shown, and stays as it is. Esc goes back.")
LOCKED: Final = frozenset({"suggested", "open"})
"""Tabs in which the program says what it would propose or ask."""


class PracticeGrid(GridScreen):
    """What the trainee found; why a question is asked stays closed with the findings."""

    closed_words: ClassVar[str] = CLOSED_HERE

    def safety_screen(self) -> SafetyScreen:
        """Return the one of practice, which can be left."""
        return PracticeSafety(self.session, self.doors, self.glyphs)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep the findings closed until the formulation is committed."""
        return False if action == "why" and not self.session.may_propose else super().check_action(action, parameters)


class PracticeFormulation(FormulationScreen):
    """The trainee's own map. It is committed once; from then on it is the formulation as everywhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "commit", _("Commit"), tooltip=_("Commit your formulation: it is compared as it stands, and the proposals open")),
    ]

    def begin(self) -> None:
        """Begin with the trainee's own problems."""
        if self.session.may_propose:
            super().begin()
        else:
            self.action_tab("problems")

    def draw_body(self) -> None:
        """Draw the map; what the program would say of it stands there only after committing."""
        tabs = self.query_one(TabbedContent)
        for tab in LOCKED:
            (tabs.show_tab if self.session.may_propose else tabs.hide_tab)(tab)
        super().draw_body()

    def _draw_tab(self) -> None:
        self.links_pane.nothing = NO_LINKS if self.session.may_propose else NO_LINK_YET
        super()._draw_tab()
        if not self.session.may_propose and not self.reading.view.rows:
            self.query_one("#rate-first", Static).update(as_content(EMPTY_MAP))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep what the program would propose closed until the formulation is committed."""
        if action == "commit":
            return not self.session.may_propose and not (self.is_mounted and self.is_rating)
        is_locked = (action == "tab" and parameters and parameters[0] in LOCKED) or action == "why_first"
        if is_locked and not self.session.may_propose:
            return False
        return super().check_action(action, parameters)

    def action_commit(self) -> None:
        """Commit the formulation, once it was asked."""
        if not self.reading.labels:
            self.say(EMPTY_MAP)
            return
        self.app.push_screen(AskFirst(COMMIT, yes=COMMIT_YES, no=COMMIT_NO), self._commit)

    def _commit(self, is_yes: bool | None) -> None:
        if is_yes:
            self.act(self.session.commit_formulation, said=COMMITTED)
