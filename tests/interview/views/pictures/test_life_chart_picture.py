"""The life chart as a picture: everything that is dated is drawn once, the rest is listed once, nothing is more exact than it was said."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from typing import Any

import pytest
from rich.cells import cell_len

from interview.views.life_chart_bars import Bars
from interview.views.life_chart_picture import NOTHING_TOLD, ONLY_UNDATED, life_chart_picture
from interview.views.life_chart_rows import PERSONS_ENTRIES, PERSONS_LANES, PERSONS_REMARKS, clinicians_words, persons_words
from interview.views.picture_cells import LETTERS, NARROWEST, NO_ROOM, UNICODE, Line
from interview.views.time_axis import axis_of
from tests.interview.views.patient_reading import barred
from tests.interview.views.pictures.golden import chart, demo_case
from tests.interview.views.pictures.people import DENSE, SPARSE, dated_case
from trd_core.life_chart.chart import life_chart
from trd_core.life_chart.model import Entry, LifeChart
from trd_core.life_chart.moments import moment
from trd_core.reading import case_of

SEEDS = range(60)
WIDTHS = (20, 56, 60, 80, 120, 200)
DRAWN_WITHIN_SECONDS = 0.05
OURS = "".join(getattr(UNICODE, name) for name in UNICODE.__slots__)


def drawn(given: dict[str, Any], width: int = 80, **more: Any) -> tuple[Line, ...]:
    return chart(case_of(given), width, **more)


def row(lines: tuple[Line, ...], identifier: str) -> str:
    (found,) = (line.text for line in lines if line.of == identifier)
    return found


def plot(lines: tuple[Line, ...], identifier: str, width: int = 80) -> str:
    """The cells of the axis of one row, with the column at either side of it."""
    names = int(width * 0.36)
    return row(lines, identifier)[names + 1 :].ljust(width - names - 1)


@pytest.mark.parametrize("seed", SEEDS)
def test_everything_is_shown_exactly_once_and_nothing_outside_the_width(seed: int) -> None:
    case = dated_case(seed)
    found, width = life_chart(case), WIDTHS[seed % len(WIDTHS)]
    entries = {entry.id for lane in found.lanes for entry in (*lane.entries, *lane.undated)}
    expected = {*entries, *(f"change:{each.id}" for each in found.changes)} if width >= NARROWEST else set[str]()
    for lines in (chart(case, width), chart(case, width, LETTERS)):
        assert all(line.width <= width and cell_len(line.text) <= width for line in lines)
        shown = Counter(line.of for line in lines if line.of is not None)
        assert {*expected, *(f"table:{each}" for each in entries)} == set(shown)
        assert {1} >= set(shown.values())
    persons = chart(case, width, persons=True, own_words=False)
    left_out = {entry.id for lane in found.lanes for entry in (*lane.entries, *lane.undated) if entry.kind == "act"}
    kept = entries - left_out
    assert {*(kept if width >= NARROWEST else ()), *(f"table:{each}" for each in kept)} == {line.of for line in persons if line.of}
    assert [] == barred(line.text for line in persons)


def test_the_random_cases_hold_enough_to_say_something() -> None:
    charts = [life_chart(dated_case(seed)) for seed in SEEDS]
    assert sum(len(lane.entries) for each in charts for lane in each.lanes) > 300
    assert sum(len(lane.undated) for each in charts for lane in each.lanes) > 100
    assert sum(len(each.changes) for each in charts) > 50


def _entries(found: LifeChart) -> list[Entry]:
    return [entry for lane in found.lanes for entry in lane.entries]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_bar_is_surer_than_the_dates_and_none_leaves_them(seed: int) -> None:
    found = life_chart(dated_case(seed))
    days = [day for entry in _entries(found) for each in (entry.start, entry.end) if each for day in (each.earliest, each.latest)]
    axis = axis_of(days, 70)
    if axis is None:
        return
    for entry in _entries(found):
        text = "".join(span.text for span in Bars(axis, found.assessed_on, UNICODE).of(entry))
        assert 72 == len(text)
        first, last = entry.start or entry.end, entry.end or entry.start
        assert first is not None
        assert last is not None
        if UNICODE.sure in text:
            assert text.index(UNICODE.sure) - 1 >= axis.column(first.earliest)
            inexact_to = axis.column(first.latest) if axis.column(first.earliest) < axis.column(first.latest) else -1
            assert text.index(UNICODE.sure) - 1 > inexact_to
            if entry.end is not None:
                assert text.rindex(UNICODE.sure) - 1 <= axis.column(entry.end.latest)
        if not entry.mark and entry.end is None:
            assert (UNICODE.goes_on if entry.goes_on else UNICODE.unknown) in text
        if not entry.mark and entry.start is None:
            assert text.index(UNICODE.unknown) == axis.column(first.earliest)


def test_a_known_stretch_fills_its_columns_and_a_year_is_a_band() -> None:
    lines = drawn(
        {**SPARSE, "trials": [*SPARSE["trials"], {"id": "t4", "kind": "medication", "started": "2025-01-01", "ended": "2025-12-31"}]}
    )
    cells, first, last = 80 - 28 - 3, dt.date(2024, 1, 1), dt.date(2026, 5, 31)
    columns = [(day - first).days * cells // ((last - first).days + 1) for day in (dt.date(2025, 1, 1), dt.date(2025, 12, 31))]
    text = plot(lines, "trials.t4")
    assert (columns[0] + 1, columns[1] + 1) == (text.index("━"), text.rindex("━"))
    assert columns[1] - columns[0] + 1 == text.count("━")
    band = plot(lines, "trials.t1")
    assert "━" not in band
    assert (dt.date(2024, 12, 31) - first).days * cells // ((last - first).days + 1) + 1 == band.count("░")
    assert "░?" in band
    assert "?░" in plot(lines, "trials.t2")


def test_what_began_and_ended_within_one_column_that_nobody_knows_better_is_not_drawn_as_certain() -> None:
    within = [{"id": "t1", "kind": "medication", "started": "2005-03", "ended": "2005-03"}]
    lines = drawn({"assessed_on": "2026-01-01", "episodes": [{"id": "e1", "started": "1990", "ended": "1995"}], "trials": within})
    assert "░" in plot(lines, "trials.t1")
    assert "━" not in plot(lines, "trials.t1")
    assert "━" in plot(lines, "episodes.e1.started")


def test_a_moment_that_may_lie_in_many_columns_has_only_its_ends() -> None:
    lines = drawn(DENSE, 120)
    assert "‹──›" in row(lines, "safety.act")
    assert "◆" not in row(lines, "safety.act")
    assert "◆" in row(lines, "instruments[0]")


def test_what_nobody_asked_is_said_and_never_shown_as_none() -> None:
    empty = "\n".join(line.text for line in drawn({"assessed_on": "2026-01-01"}))
    assert NOTHING_TOLD not in empty
    assert empty.count("Not asked, or not finished") == 10
    finished = {"assessed_on": "2026-01-01", "stress": {"sources": []}, "episode": {"duration_months": 3}}
    assert NOTHING_TOLD in "\n".join(line.text for line in drawn(finished))
    undated = {**finished, "stress": {"sources": [{"label": "the move"}]}}
    assert ONLY_UNDATED in "\n".join(line.text for line in drawn(undated))


def test_doses_stand_as_they_were_told_and_with_their_unit_on_one_line() -> None:
    for width in (20, 60, 120):
        text = "\n".join(line.text for line in drawn(DENSE, width))
        assert {"0.125 mg", "37.5 mg", "150 mg", "100 mg", "75 mg"} <= {
            each for each in ("0.125 mg", "37.5 mg", "150 mg", "100 mg", "75 mg") if each in text
        }
        assert "240 people" in " ".join(text.split())
    assert "0.12 " not in "\n".join(line.text for line in drawn(DENSE, 120)).replace("0.125", "")


def test_after_a_change_it_says_compatible_and_never_caused() -> None:
    text = "\n".join(line.text for line in drawn(DENSE, 120))
    assert "New withdrawal symptoms or rebound: compatible with new withdrawal symptoms and rebound" in text
    assert text.count("caused") == text.count("never caused by")
    lines = drawn(DENSE, 120)
    stopped = next(line.text for line in lines if line.of == "change:trials.t2.ended")
    assert "■" in stopped
    assert "sertraline stopped, 15 September 2025" in stopped


def test_what_was_told_and_is_not_confirmed_says_so() -> None:
    told = {"assessed_on": "2026-01-01", "safety": {"act_on": "2025-05"}}
    assert "not confirmed" in "".join(line.text for line in drawn(told, 120) if line.of == "safety.act")


def test_the_persons_words_hold_no_label_unless_asked_and_leave_out_what_is_not_for_that_screen() -> None:
    without = "\n".join(line.text for line in drawn(DENSE, persons=True, own_words=False))
    assert "mill" not in without
    assert "PHQ" not in without
    assert "suicid" not in without
    assert "1 entry left out here" in without
    assert "mill" in "\n".join(line.text for line in drawn(DENSE, persons=True))
    assert [] == barred((*PERSONS_ENTRIES.values(), *PERSONS_LANES.values(), *PERSONS_REMARKS))


def test_under_age_nothing_is_drawn() -> None:
    young = {**DENSE, "person": {"age_years": 16}}
    assert [] == [line for persons in (True, False) for line in drawn(young, persons=persons) if line.of is not None]


def test_too_narrow_for_a_picture_the_table_stands_alone() -> None:
    lines = drawn(DENSE, 40)
    assert NO_ROOM in " ".join(line.text for line in lines)
    assert not any(sign in line.text for line in lines for sign in "━░◆")
    assert "sertraline 100 mg" in [line.text for line in lines if line.of == "table:trials.t2"]


def test_the_letters_are_ascii() -> None:
    assert all(getattr(LETTERS, name).isascii() for name in LETTERS.__slots__)
    assert {len(getattr(signs, name)) for signs in (LETTERS, UNICODE) for name in signs.__slots__ if name != "arrow"} == {1}
    shown = "".join(line.text for line in drawn(DENSE, 80, signs=LETTERS))
    assert not set(shown) & (set(OURS) - set("?+=·−"))


def test_hostile_words_stay_words_on_one_line() -> None:
    label = "a\u202eb\n[red]x[/] " + "very" * 30 + " 日本語 240 people"
    lines = drawn({**DENSE, "stress": {"sources": [{"kind": "event", "label": label, "months_since_onset": 3}]}})
    assert all(cell_len(line.text) <= 80 for line in lines)
    shown = "".join(line.text.replace(" ", "") for line in lines)
    assert "ab[red]x[/]" in shown
    assert "\u202e" not in shown


def test_it_is_drawn_within_its_time() -> None:
    many = [{"id": f"x{i}", "kind": "medication", "agent": "sertraline", "dose_mg": 50, "started": f"20{10 + i % 15}"} for i in range(20)]
    for case in (demo_case(), case_of(DENSE), case_of({**DENSE, "trials": [*DENSE["trials"], *many]})):
        found = life_chart(case)
        said = clinicians_words(case, found)
        taken = []
        for _again in range(5):
            began = time.process_time()
            life_chart_picture(found, said, 120)
            taken.append(time.process_time() - began)
        assert min(taken) <= DRAWN_WITHIN_SECONDS
    assert persons_words(case, found).is_persons


def test_without_any_date_it_says_so() -> None:
    lines = drawn({"trials": [{"id": "t1", "kind": "medication", "agent": "sertraline"}]})
    assert "Nothing that was told has a date yet." in [line.text for line in lines]
    assert moment("2024") is not None
