"""The measures can be trusted: ratios and goals are computed as they are told, both sides take turns, and what breaks says so."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.bench.curves_picture import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, picture, series_of
from tests.bench.environments import ROOT
from tests.bench.line import Line, Spent, from_json, measured, table
from tests.bench.processes import ProcessFailed, cold, environ
from tests.bench.rounds import alternating
from tests.bench.running import main, measures
from tests.bench.watched import NotShown, Watched


def test_a_goal_is_held_against_the_median_of_the_rounds_ratios() -> None:
    """Not against the ratio of the medians: whatever the machine does in a round falls on both sides of it."""
    line = measured("x", "a thing", [Spent(0.002), Spent(0.030), Spent(0.004)], [Spent(0.001), Spent(0.010), Spent(0.001)], goal=3.0)
    assert (2.0, 3.0, 4.0) == line.ratios
    assert line.is_met is True
    assert measured("x", "a thing", [Spent(0.0031)], [Spent(0.001)], goal=3.0).is_met is False


def test_the_table_says_both_sides_the_goal_and_what_was_skipped() -> None:
    """One line a measure, as Markdown; nothing is met that was not measured."""
    first = Line("x", "a thing", (4.0, 6.0, 5.0), (2.0, 2.0, 2.0), "a floor", goal=2.0, where=("90 % there",))
    second = Line("y", "another", goal=5, unit="syncs", skipped="there is no disk")
    rows = table([first, second]).splitlines()
    assert "| x | a thing | 5.00 [4.00–6.00] ms | a floor | 2.00 ms | 2.50 [2.00–3.00] | - | ≤ 2 × | **no** |" == rows[2]
    assert "| y | another: skipped: there is no disk | - | - | - | - | - | ≤ 5 syncs | - |" == rows[3]
    assert "- 90 % there" == rows[-1]
    assert second.is_met is None
    assert first == from_json(json.loads(json.dumps(first.as_json())))


def test_sides_take_turns_and_neither_is_always_first() -> None:
    """A B, then B A: what warms up in a round helps both."""
    seen: list[str] = []
    alternating(2, lambda: seen.append("a"), lambda: seen.append("b"), least=0.0)
    assert ["a", "b", "b", "a"] == seen[-4:]


def test_a_process_that_fails_is_not_measured(tmp_path: Path) -> None:
    """It would be fast."""
    with pytest.raises(ProcessFailed, match="exit code 3"):
        cold([sys.executable, "-c", "raise SystemExit(3)"], environ(tmp_path))
    assert cold([sys.executable, "-c", "pass"], environ(tmp_path)).wall > 0


def test_a_screen_is_read_however_it_is_coloured_and_a_blinking_cursor_is_not_its_last_change(tmp_path: Path) -> None:
    """Words are found across sequences; what came before a key is forgotten."""
    script = r"stty -echo; printf 'Rea\033[1mdy'; read x; printf 'Next one'; printf '\033[7m \033[0m'; read x"
    terminal = Watched(environ(tmp_path), ["/bin/sh", "-c", script])
    try:
        assert terminal.until_words("Ready") > terminal.began
        pressed = terminal.send("\r")
        assert terminal.until_words("Next one") > pressed
        assert terminal.settled(0.02) > pressed
        with pytest.raises(NotShown):
            terminal.until_words("Ready", seconds=0.02)
    finally:
        terminal.end()


def test_every_measure_says_what_it_measures() -> None:
    """`--list` shows the first line of each; issue and table go by these names."""
    said = measures()
    assert {
        "cohort",
        "commit",
        "curves",
        "engine",
        "exports",
        "growth",
        "help",
        "key",
        "memory",
        "resume",
        "score",
        "start",
        "turn",
        "vault",
    } == set(said)
    assert all(each.endswith(".") for each in said.values())


def test_a_curve_stands_where_its_figures_put_it() -> None:
    """A hundred times the size and ten times the time: right to the edge, and up to it; without figures there is no picture."""
    lines = [Line("curves.answers.1", "an answer", (1.0, 3.0, 1.0)), Line("curves.answers.100", "an answer", (10.0,))]
    assert {"an answer": ((1.0, 1.0), (100.0, 10.0))} == series_of([*lines, Line("commit.p50", "a commit", (5.0,))])
    drawn = picture(lines, "here & now")
    assert f'points="{LEFT:.1f},{HEIGHT - BOTTOM:.1f} {WIDTH - RIGHT:.1f},{TOP:.1f}"' in drawn
    assert "here &amp; now" in drawn
    with pytest.raises(ValueError, match="no curve was measured"):
        picture([], "")


def test_a_measure_runs_and_writes_its_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The smallest one, in this environment: syncs are counted in each of twelve answers, and commits are held against bare syncs."""
    monkeypatch.setenv("TRD_BENCH_CACHE", str(tmp_path / "cache"))
    code = main(["--here", "--only", "commit", "--small", "--rounds", "1", "--json", str(tmp_path / "lines.json")])
    lines = {each["id"]: each for each in json.loads((tmp_path / "lines.json").read_text())["lines"]}
    assert {"commit.syncs", "commit.p50", "commit.p99"} == lines.keys()
    assert 12 == len(lines["commit.syncs"]["here"])
    assert min(lines["commit.syncs"]["here"]) >= 3
    assert lines["commit.p50"]["median"]["ratios"] > 0
    assert (1 if any(each["is_met"] is False for each in lines.values()) else 0) == code
    assert "| commit.p50 |" in capsys.readouterr().out
    assert ROOT.joinpath("scripts", "bench").exists()
