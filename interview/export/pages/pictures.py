"""The life chart and the profile of well-being on a page: as pictures, and the same facts as tables beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from interview.export.page import Block, CellPicture, Heading, Table
from interview.language import _
from interview.views.life_chart_picture import AS_TABLE, chart_table, life_chart_picture
from interview.views.life_chart_rows import clinicians_words
from interview.views.picture_cells import Line
from interview.views.wellbeing_picture import profile_table, wellbeing_picture
from trd_core.assessment import Assessment
from trd_core.case import Case
from trd_core.life_chart.chart import life_chart

WIDTH: Final = 96
"""Cells of a picture on a page."""


def pictures_of(case: Case, assessment: Assessment) -> Iterator[Block]:
    """Yield both pictures, each with its table."""
    chart = life_chart(case)
    said = clinicians_words(case, chart)
    headers, rows = chart_table(chart, said)
    yield Heading(_("Life chart"))
    yield CellPicture(_drawn(life_chart_picture(chart, said, WIDTH)), _("The life chart"), ())
    for lane in chart.lanes:
        if rows[lane.name]:
            yield Heading(said.titles[lane.name], 3)
            yield Table(headers, tuple(row.cells for row in rows[lane.name]))
    yield Heading(_("Profile of well-being"))
    yield CellPicture(_drawn(wellbeing_picture(case, assessment, WIDTH)), _("The profile of well-being"), ())
    names, profile = profile_table(case, assessment)
    yield Table(names, tuple(row.cells for row in profile))


def _drawn(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The picture alone: its table is drawn as a table."""
    at = next((place for place, line in enumerate(lines) if line.is_heading and line.text.strip() == AS_TABLE), len(lines))
    kept = list(lines[:at])
    while kept and not kept[-1].text.strip():
        kept.pop()
    return tuple(kept)
