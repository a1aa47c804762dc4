"""The report page: the formulation first, a source and a status with every finding, written to a file only by the export handed in."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import NoReturn

import pytest
from textual.widgets import Button, Select, Static

from interview.engine.doors import ExportRefused
from interview.engine.exporting import ExportWanted, Tell
from interview.engine.lines import submit
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.tui.screens.export_prompt import form_of
from interview.tui.screens.report import Exports, ReportScreen
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.report_page import ReportPage, blocks
from interview.views.report import build
from tests.interview.demo import formulation
from tests.interview.tui.screens_world import MARKUP, SIZES, SMALL, OneScreen, begun, interviewed, keys, pasted, screen_text


def keeping(written: list[ExportWanted]) -> Exports:
    """Return exports that write nothing, and keep what was wanted."""

    def keep(_session: Session, wanted: ExportWanted, tell: Tell) -> tuple[Path, ...]:
        tell("a step")
        written.append(wanted)
        return (wanted.path,)

    return Exports(keep, lambda _session, wanted: (f"{wanted.form} for {wanted.reader}",), ("json", "markdown", "pdf", "csv"))


def formulated() -> Session:
    """Return an interview with its map."""
    session, _ = interviewed()
    for line in formulation.lines()[1 : -len(formulation.ENDING)]:
        assert isinstance(submit(session, line), Saved)
    return session


@pytest.mark.parametrize("size", SIZES)
async def test_the_formulation_comes_first_with_the_key_of_every_problem(size: tuple[int, int]) -> None:
    session = formulated()
    app = OneScreen(ReportScreen(session))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        made = blocks(build(session))
        titles = ["What this is", "Formulation", "What stands behind the formulation", "What may be considered", "Safety", "Treatments"]
        assert titles == [block.title for block in made[:6]]
        assert "1. Wish not to wake up" in made[1].text
        assert made[1].text.count("severity + burden + impairment: ") == len(formulation.PROBLEMS)
        assert "↻ Vicious circle: Wine to come down at night, Short, broken nights" in made[1].text
        assert "Formulation" in screen_text(app)
        await keys(pilot, "n")
        assert "1. Wish not to wake up" in screen_text(app)
        await keys(pilot, "b")
        assert "What this is" in screen_text(app)


async def test_what_takes_long_is_worked_out_beside_the_reading_and_stands_in_its_place() -> None:
    app = OneScreen(ReportScreen(formulated()))
    async with app.run_test(size=(120, 45)) as pilot:
        behind = app.screen.query_one(".report-depth", Static)
        assert "It is being worked out" in str(behind.content)
        await app.workers.wait_for_complete()
        await pilot.pause()
        text = str(behind.content)
        assert "Four ways to order the problems:" in text
        assert "by the effect of treating it: " in text
        assert "What would change the first place:" in text
        assert "would put Short, broken nights first" in text or "No single step of one rating" in text
        assert "Facts on which a conclusion hangs alone, and what would change were they otherwise:" in text


def test_every_finding_that_is_shown_names_its_rule_its_source_and_how_sure_it_is() -> None:
    report = build(formulated())
    text = "\n".join(block.text for block in blocks(report))
    lines = [line for group in report.findings for line in (*group.present, *group.open)]
    assert len(lines) > 20
    assert all(f"{line.rule}: {line.citation} ({line.status_words})" in text for line in lines)


def test_nothing_is_reassuring_and_what_nobody_asked_is_not_a_no() -> None:
    text = "\n".join(block.text for block in blocks(build(begun())))
    assert "No problem was confirmed for the map." in text
    assert "the safety questions were not asked" in text
    assert "does not exclude risk" in text
    assert "→ not asked" in text
    assert "→ no\n" not in text


def test_private_notes_stay_out_and_the_statuses_stay_apart() -> None:
    session = formulated()
    before = build(session).private_notes
    session.note("only for me", "private")
    session.note("for the record [/]", "record")
    text = "\n".join(block.text for block in blocks(build(session)))
    assert "only for me" not in text
    assert "for the record [/]" in text
    assert f"{before + 1} private note{'' if before == 0 else 's'} not shown here." in text
    assert "→ declined (the person" in text
    assert "→ does not know (" in text


async def test_it_is_written_in_the_form_that_the_ending_names(tmp_path: Path) -> None:
    written: list[ExportWanted] = []
    app = OneScreen(ReportScreen(formulated(), keeping(written)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "x", "enter")
        assert "Type a path first." in screen_text(app)
        await pasted(pilot, str(tmp_path / "one.md"))
        await keys(pilot, "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert [ExportWanted("markdown", tmp_path / "one.md")] == written
        assert "This file is not encrypted" in " ".join(screen_text(app).split())


@pytest.mark.parametrize(
    ("path", "form"), [("a.PDF", "pdf"), ("a.json", "json"), ("a.fhir.json", "fhir"), ("a.csv", "csv"), ("a.txt", None), ("pdf", None)]
)
def test_the_ending_of_a_path_names_the_form(path: str, form: str | None) -> None:
    assert form == form_of(path)


async def test_a_form_can_be_chosen_and_is_needed_where_the_ending_names_none(tmp_path: Path) -> None:
    written: list[ExportWanted] = []
    app = OneScreen(ReportScreen(formulated(), keeping(written)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "x")
        await pasted(pilot, str(tmp_path / "one"))
        await keys(pilot, "enter")
        assert "Choose a form" in screen_text(app)
        for name, code in (("form", "pdf"), ("reader", "colleague"), ("sheet", "summary"), ("words", "with"), ("notes", "record")):
            app.screen.query_one(f"#export-{name} Select", Select).value = code
        app.screen.query_one("#export-leave", AnswerInput).show("kellner")
        await keys(pilot, "enter")
        await app.workers.wait_for_complete()
        left, notes = frozenset({"kellner"}), frozenset({"record"})
        assert [ExportWanted("pdf", tmp_path / "one", "colleague", "summary", True, notes, left)] == written


async def test_what_would_be_in_it_is_said_before_anything_is_written(tmp_path: Path) -> None:
    written: list[ExportWanted] = []
    app = OneScreen(ReportScreen(formulated(), keeping(written)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "x")
        await pasted(pilot, str(tmp_path / "one.csv"))
        app.screen.query_one("#export-look", Button).press()
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "· csv for chart" in str(app.screen.query_one("#export-preview", Static).content)
        assert [] == written


async def test_an_export_under_way_is_stopped_before_it_writes(tmp_path: Path) -> None:
    began, go_on, written = Event(), Event(), list[ExportWanted]()

    def slow(_session: Session, wanted: ExportWanted, tell: Tell) -> tuple[Path, ...]:
        tell("one")
        began.set()
        go_on.wait(5)
        tell("two")
        written.append(wanted)
        return ()

    app = OneScreen(ReportScreen(formulated(), Exports(slow, None, ("csv",))))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "x")
        await pasted(pilot, str(tmp_path / "one.csv"))
        await pilot.press("enter")
        while not began.is_set():
            await pilot.pause()
        await pilot.press("escape")
        go_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Stopped: nothing was written." in screen_text(app)
        assert [] == written


@pytest.mark.parametrize(
    "fault", [ExportRefused("This file is there already: choose another name."), OSError(28, "No space left on device")]
)
async def test_a_file_that_cannot_be_written_is_said_and_the_path_is_kept(fault: Exception) -> None:
    def refuse(_session: Session, _wanted: ExportWanted, _tell: Tell) -> NoReturn:
        raise fault

    app = OneScreen(ReportScreen(formulated(), Exports(refuse, None, ("json",))))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "x")
        await pasted(pilot, "/nowhere/one.json")
        await keys(pilot, "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown = " ".join(screen_text(app).split())
        assert "Not written:" in shown
        assert "The record itself is safe" in shown
        await keys(pilot, "x")
        assert "/nowhere/one.json" == app.screen.query_one(AnswerInput).text


async def test_without_an_export_none_is_offered() -> None:
    app = OneScreen(ReportScreen(begun()))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "x")
        assert isinstance(app.screen, ReportScreen)
        assert "Export" not in screen_text(app)


async def test_free_text_is_shown_as_it_stands() -> None:
    session = formulated()
    assert isinstance(session.give("problems[1].label", MARKUP), Saved)
    app = OneScreen(ReportScreen(session))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "n")
        app.screen.query_one(ReportPage).scroll_relative(y=4, animate=False)
        await pilot.pause()
        assert "[red]x[/]" in screen_text(app)
