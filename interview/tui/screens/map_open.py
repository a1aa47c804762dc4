"""From the formulation to what is still unknown: the open questions, each one Enter away from being asked."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from interview.language import _
from interview.tui.screens.map_screen import BEYOND, MapScreen
from interview.tui.widgets.detail_pane import DetailPane


class OpenOnMap(MapScreen):
    """Leaves for the question under the cursor; the interview asks it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "tab('open')", _("Open questions"), show=False, tooltip=_("Show which open questions would settle what is not known")),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer asking where the open questions stand."""
        if action == "ask_open" and self.is_mounted:
            return self.tab == "open"
        return super().check_action(action, parameters)

    @on(DetailPane.Chosen, "#open-pane")
    def _question_chosen(self, event: DetailPane.Chosen) -> None:
        event.stop()
        self.action_ask_open()

    def action_ask_open(self) -> None:
        """Leave for the question under the cursor; where a depth left it out, for what changes the depth."""
        here = self.open_pane.here
        if here is not None and here.startswith(BEYOND):
            self.action_elsewhere("change_depth")
        elif here is not None:
            self.action_go_to_place(here)
