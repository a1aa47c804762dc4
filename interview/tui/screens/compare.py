"""`CompareScreen`: two visits of one subject side by side, for the clinician. It reads both records and appends nothing."""

from __future__ import annotations

from typing import ClassVar, Final

from interview.engine.session import Session
from interview.language import _
from interview.tui.glyphs import WIDE, Glyphs
from interview.tui.screens.picture_screen import PictureScreen
from interview.views.compare_table import compare_lines
from interview.views.picture_cells import Line, words
from trd_core.compare import NotOnePerson, compare, visit_order
from trd_core.comparison import Comparison

TWO_SUBJECTS: Final = _("These are records of two subjects. Choose two visits of one subject; Esc goes back.")


class CompareScreen(PictureScreen):
    """Shows the visit of the session beside another one, the earlier first where the dates say which."""

    PLACE = _("two visits")
    IS_CLINICIANS = True
    HAS_PERSONS_WORDS: ClassVar[bool] = False

    def __init__(self, session: Session, other: Session, glyphs: Glyphs = WIDE) -> None:
        super().__init__(session, glyphs)
        self._comparison = compared(session, other)

    def drawn(self, width: int) -> tuple[Line, ...]:
        """Return both visits for so many columns."""
        return words(TWO_SUBJECTS, width) if self._comparison is None else compare_lines(self._comparison, width, self.signs)


def compared(session: Session, other: Session) -> Comparison | None:
    """Return the comparison of two records, the earlier visit first; None where they are of two subjects."""
    visits = [(each.assessment(), each.case()) for each in (other, session)]
    (before, earlier), (after, later) = visits
    if visit_order(earlier, later) == "against_date":
        before, earlier, after, later = after, later, before, earlier
    try:
        return compare(before, after, earlier, later)
    except NotOnePerson:
        return None
