"""The life chart as a picture in characters, and the same facts as a table below it.

A name and its bar or mark in each row, lane by lane, on one axis; what has no date stands apart in a list. After a
change of a medicine stand the dated symptoms that are compatible with something: compatible with, never caused by.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from interview.language import _
from interview.views.life_chart_bars import Bars
from interview.views.life_chart_rows import ChartWords
from interview.views.life_chart_words import ChartRow, change_words, when_words
from interview.views.locale import listed
from interview.views.map_titles import EXPLANATIONS
from interview.views.picture_cells import (
    BLANK,
    NARROWEST,
    NO_ROOM,
    UNICODE,
    Line,
    Role,
    Signs,
    Span,
    heading,
    padded,
    settled,
    words,
    wrapped,
)
from interview.views.picture_table import Row, table
from interview.views.time_axis import Axis, axis_of
from trd_core.life_chart.model import Compatibility, DrugChange, Entry, Lane, LifeChart

NAMES_SHARE: Final = 0.36
"""Of the width, for names."""
NAMES_LEAST, NAMES_MOST = 21, 40
NO_DATES: Final = _("Nothing that was told has a date yet.")
NOTHING_TOLD: Final = _("Nothing was told for this row.")
ONLY_UNDATED: Final = _("Nothing here has a date; what was told stands below.")
THIS_VISIT: Final = _("This visit")
WITHOUT_DATE: Final = _("Without a date")
AS_TABLE: Final = _("The same as a table")
CHANGES: Final = _("After changes of medicines")
CHANGES_MEAN: Final = _("Compatible with, never caused by. A filled mark is compatible with something, an empty one is open.")
DONE_SHORT: Final = {
    "started": _("started"),
    "increased": _("increased"),
    "reduced": _("reduced"),
    "stopped": _("stopped"),
    None: _("changed, how is not known"),
}


def life_chart_picture(chart: LifeChart, said: ChartWords, width: int, signs: Signs = UNICODE) -> tuple[Line, ...]:
    """Return the chart in so many columns, the table below it; too narrow for a picture, the table alone."""
    about = tuple(line for remark in said.remarks for line in words(remark, width, "quiet"))
    if "under_age" in chart.flags:
        return about
    if width < NARROWEST:
        return settled((*about, *words(NO_ROOM, width, "quiet"), *_table(chart, said, width)))
    return settled((*about, *_picture(chart, said, width, signs), *_table(chart, said, width)))


def _picture(chart: LifeChart, said: ChartWords, width: int, signs: Signs) -> Iterator[Line]:
    names = min(NAMES_MOST, max(NAMES_LEAST, int(width * NAMES_SHARE)))
    axis = axis_of(list(_days(chart)), width - names - 3)
    if axis is None:
        yield from words(NO_DATES, width)
    else:
        bars = Bars(axis, chart.assessed_on, signs)
        yield from words(axis.in_words(), width, "quiet")
        yield from _legend(signs, width)
        if chart.assessed_on is not None:
            cells = bars.empty()
            bars.mark(cells, chart.assessed_on, signs.here, "here")
            yield BLANK
            yield from _row(f"{THIS_VISIT}: {when_words(chart.assessed_on)}", cells.spans(), names, None, "here")
        for lane in chart.lanes:
            yield from _lane(lane, said, bars, names, width)
        yield from _changes(chart, said, bars, names, width)
    yield from _undated(chart, said, width, signs)


def _days(chart: LifeChart) -> Iterator[dt.date]:
    """First and last days of everything that is dated."""
    entries = (each for lane in chart.lanes for entry in lane.entries for each in (entry.start, entry.end))
    for moment in (*entries, chart.assessed_on, *(change.on for change in chart.changes)):
        if moment is not None:
            yield moment.earliest
            yield moment.latest


def _legend(signs: Signs, width: int) -> tuple[Line, ...]:
    between = f"{signs.mark_from}{signs.mark_between}{signs.mark_to}"
    meanings = (
        (signs.sure * 2, _("lasted")),
        (signs.unsure * 2, _("began or ended within these days")),
        (signs.mark, _("once")),
        (between, _("once, within these days")),
        (signs.goes_on, _("goes on")),
        (signs.unknown, _("not known")),
    )
    said = "; ".join(f"{sign} {meaning}" for sign, meaning in meanings)
    return words(said, width, "quiet")


def _row(name: str, drawn: tuple[Span, ...], names: int, of: str | None, role: Role = "words") -> Iterator[Line]:
    for place, part in enumerate(wrapped(name, names)):
        plot = drawn if place == 0 else ()
        yield Line((Span(padded(part, names) + " " if plot else part, role), *plot), of=None if place else of)


def _ruler(axis: Axis) -> str:
    made = [" "] * (axis.cells + 2)
    for tick in axis.ticks:
        for place, letter in enumerate(tick.label, tick.column + 1):
            if place < len(made):
                made[place] = letter
    return "".join(made).rstrip()


def _lane(lane: Lane, said: ChartWords, bars: Bars, names: int, width: int) -> Iterator[Line]:
    yield BLANK
    title = wrapped(said.titles[lane.name], names)
    yield Line((Span(padded(title[0], names) + " ", "heading"), Span(_ruler(bars.axis), "axis")), is_heading=True)
    yield from (Line((Span(part, "heading"),)) for part in title[1:])
    for entry in lane.entries:
        if entry.id in said.rows:
            yield from _row(said.rows[entry.id].what, bars.of(entry), names, entry.id)
    if lane.name in said.unasked:
        yield from words(said.unasked[lane.name], width, "open", first=f"{bars.signs.unknown} ")
    elif not any(entry.id in said.rows for entry in lane.entries):
        yield from words(ONLY_UNDATED if lane.undated else NOTHING_TOLD, width, "quiet")


def _changes(chart: LifeChart, said: ChartWords, bars: Bars, names: int, width: int) -> Iterator[Line]:
    dated = [change for change in chart.changes if change.on is not None]
    if not dated or said.is_persons:
        return
    entries = {entry.id: entry for lane in chart.lanes for entry in lane.entries}
    after = {
        key: list(found) for key, found in groupby(sorted(chart.compatible, key=lambda each: each.change), key=lambda each: each.change)
    }
    yield from heading(CHANGES, width)
    yield from words(CHANGES_MEAN, width, "quiet")
    for change in dated:
        yield from _change(change, after.get(change.id, []), entries, said, bars, names, width)


def _change(
    change: DrugChange, found: list[Compatibility], entries: dict[str, Entry], said: ChartWords, bars: Bars, names: int, width: int
) -> Iterator[Line]:
    assert change.on is not None, _("only dated changes are drawn")
    signs = {"started": bars.signs.started, "stopped": bars.signs.stopped, "increased": bars.signs.increased, "reduced": bars.signs.reduced}
    symptoms = {key: list(each) for key, each in groupby(sorted(found, key=lambda each: each.symptom), key=lambda each: each.symptom)}
    relevant = {key: each for key, each in symptoms.items() if any(one.finding.verdict != "not_met" for one in each)}
    cells = bars.empty()
    for key, each in relevant.items():
        when = entries[key].start if key in entries else None
        if when is not None and bars.axis.column(when.earliest) == bars.axis.column(when.latest):
            is_met = any(one.finding.verdict == "met" for one in each)
            bars.mark(cells, when, bars.signs.mark if is_met else bars.signs.mark_open, "mark" if is_met else "open")
    bars.mark(cells, change.on, signs.get(change.change or "", bars.signs.unknown), "here")
    name = f"{change.agent or _('a medicine without a name')} {DONE_SHORT[change.change]}, {when_words(change.on)}"
    yield from _row(name, cells.spans(), names, f"change:{change.id}")
    for key, each in relevant.items():
        yield from words(f"{said.rows[key].what}: {_compatible(each)}", width, "quiet", indent=2, first=f"{bars.signs.bullet} ")


def _compatible(found: list[Compatibility]) -> str:
    met = [EXPLANATIONS[each.compatible_with] for each in found if each.finding.verdict == "met"]
    open_ = [EXPLANATIONS[each.compatible_with] for each in found if each.finding.verdict == "unknown"]
    return "; ".join(
        (
            *((_("compatible with {listed}").format(listed=listed(met)),) if met else ()),
            *((_("open: {listed}").format(listed=listed(open_)),) if open_ else ()),
        )
    )


def _undated(chart: LifeChart, said: ChartWords, width: int, signs: Signs) -> Iterator[Line]:
    rows = [(lane, said.rows[entry.id]) for lane in chart.lanes for entry in lane.undated if entry.id in said.rows]
    changes = [] if said.is_persons else [change for change in chart.changes if change.on is None]
    if not rows and not changes:
        return
    yield from heading(WITHOUT_DATE, width)
    for lane, row in rows:
        ask = _(" (ask: {listed})").format(listed=listed(row.ask)) if row.ask else ""
        yield from words(f"{said.titles[lane.name]}: {row.what}{ask}", width, first=f"{signs.unknown} ", of=row.id)
    for change in changes:
        yield from words(change_words(change), width, first=f"{signs.unknown} ", of=f"change:{change.id}")


def chart_table(chart: LifeChart, said: ChartWords) -> tuple[tuple[str, ...], dict[str, list[Row]]]:
    """Return the chart as a table: its headers, and the rows of each lane by the lane's name."""
    lanes = {
        lane.name: [_table_row(said.rows[each.id]) for each in (*lane.entries, *lane.undated) if each.id in said.rows]
        for lane in chart.lanes
    }
    has_more = any(row.cells[2] for rows in lanes.values() for row in rows)
    headers = (_("What"), _("When"), _("What else is known")) if has_more else (_("What"), _("When"))
    return headers, {name: [Row(row.cells[: len(headers)], row.of) for row in rows] for name, rows in lanes.items()}


def _table(chart: LifeChart, said: ChartWords, width: int) -> Iterator[Line]:
    yield from heading(AS_TABLE, width)
    headers, kept = chart_table(chart, said)
    for lane in chart.lanes:
        yield from words(said.titles[lane.name], width, "heading")
        yield from table(headers, kept[lane.name], width, fitted_to=[row for rows in kept.values() for row in rows])
        if lane.name in said.unasked:
            yield from words(said.unasked[lane.name], width, "open")
        elif not kept[lane.name]:
            yield from words(NOTHING_TOLD, width, "quiet")
        yield BLANK
    for title, sentences in (
        (CHANGES, _sentences(chart, said)),
        (_("When was it?"), said.ask_when),
        (_("Rules and sources"), said.sources),
    ):
        if sentences:
            yield from heading(title, width)
            for sentence in sentences:
                yield from words(sentence, width, first="- ")


def _table_row(row: ChartRow) -> Row:
    ask = (_("ask: {listed}").format(listed=listed(row.ask)),) if row.ask else ()
    return Row((row.what, row.when or _("date not known"), "; ".join((*row.details, *ask))), f"table:{row.id}")


def _sentences(chart: LifeChart, said: ChartWords) -> tuple[str, ...]:
    """Each change, and each symptom after it, in a sentence."""
    if said.is_persons:
        return ()
    changes = (f"{change_words(change)[:1].upper()}{change_words(change)[1:]}." for change in chart.changes)
    found = (
        " ".join(
            (
                line.sentence,
                *((_("Ask: {listed}.").format(listed=listed(line.ask)),) if line.ask else ()),
                *(_("Note: {each}.").format(each=each) for each in line.remarks),
            )
        )
        for line in said.compatible
    )
    return (*changes, *found)
