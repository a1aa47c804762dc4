"""A record that another process writes: who has it and since when is told, it may be read as it stands, and tried again."""

from __future__ import annotations

from typing import Any, Final

from interview.language import _
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.report import ReportScreen

AGAIN: Final = ("again", _("try again"))
READ: Final = ("read", _("read it as it stands (clinician's view); nothing can be changed there"))
READ_ONLY: Final = _("This is read only: the record is open elsewhere. Esc goes back.")


def held_sheet(told: str) -> ChoiceScreen:
    """Return the sheet that says who has a record, and offers to try again or to read."""
    return ChoiceScreen(_("Open elsewhere"), (AGAIN, READ), text=told)


class HeldScreen(ReportScreen):
    """The report of a record that is read only; it leads nowhere else, and writes nothing."""

    PLACE = _("read only")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no way to a place where something could be changed."""
        return False if action == "elsewhere" else super().check_action(action, parameters)

    def action_elsewhere(self, act: str) -> Any:  # noqa: ARG002 the acting screens' signature
        """Stay: the report is all there is to see."""
        self.say(READ_ONLY)
