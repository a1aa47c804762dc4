"""`WellbeingScreen`: the profile of well-being, from too little over balance to too much, and the same as a table."""

from __future__ import annotations

from interview.language import _
from interview.tui.screens.picture_screen import PictureScreen
from interview.views.picture_cells import Line
from interview.views.wellbeing_picture import CLINICIANS, PERSONS, wellbeing_picture


class WellbeingScreen(PictureScreen):
    """Shows the profile of one record, in the person's words first."""

    PLACE = _("well-being")

    def drawn(self, width: int) -> tuple[Line, ...]:
        """Return the profile for so many columns."""
        said = PERSONS if self.is_shared else CLINICIANS
        return wellbeing_picture(self.session.case(), self.session.assessment(), width, self.signs, said)
