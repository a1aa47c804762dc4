"""`LifeChartScreen`: treatments, mood, events, illness and what helped on one axis of time, and the same as a table."""

from __future__ import annotations

from interview.engine.session import Session
from interview.language import _
from interview.tui.glyphs import WIDE, Glyphs
from interview.tui.screens.picture_screen import PictureScreen
from interview.views.life_chart_picture import life_chart_picture
from interview.views.life_chart_rows import clinicians_words, persons_words
from interview.views.picture_cells import Line
from trd_core.case import Case
from trd_core.life_chart.chart import life_chart
from trd_core.life_chart.model import LifeChart


class LifeChartScreen(PictureScreen):
    """Shows the chart of one record, in the person's words first."""

    PLACE = _("life chart")

    def __init__(self, session: Session, glyphs: Glyphs = WIDE) -> None:
        super().__init__(session, glyphs)
        self._kept: tuple[int, Case, LifeChart] | None = None

    def drawn(self, width: int) -> tuple[Line, ...]:
        """Return the chart for so many columns."""
        case, chart = self._charted()
        said = persons_words(case, chart, own_words=True) if self.is_shared else clinicians_words(case, chart)
        return life_chart_picture(chart, said, width, self.signs)

    def _charted(self) -> tuple[Case, LifeChart]:
        """The case and its chart, worked out once for each state of the record."""
        seq = self.session.state.seq
        if self._kept is None or self._kept[0] != seq:
            case = self.session.case()
            self._kept = seq, case, life_chart(case)
        return self._kept[1:]
