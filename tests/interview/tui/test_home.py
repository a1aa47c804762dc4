"""The start page: resume first, begin, search, end; bad input is said kindly and begins nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from textual.widgets import OptionList

from interview.engine.ports import RecordSummary, StoreFault
from interview.tui.app import CRASH_WORDS, InterviewApp
from interview.tui.widgets.record_rows import MOST, RecordRows, record_line
from tests.interview.engine.world import PLAIN, FailingStore
from tests.interview.tui.desk import SIZES, Desk, at_desk, doors

NOW = dt.datetime(2026, 3, 1, 12, 0, tzinfo=dt.UTC)


def summary(**changed: object) -> RecordSummary:
    given = {
        "record": "r1",
        "subject": "S-0231",
        "visit": "baseline",
        "phase": "asking",
        "answered": 8,
        "updated": "2026-03-01T11:48:00+00:00",
    }
    return RecordSummary(**{**given, "section": "lifestyle", **changed})  # type: ignore[arg-type]


def line(record: RecordSummary, about: int | None = None) -> str:
    return record_line(record, NOW, {"lifestyle": "Lifestyle"}, "·", about).plain.replace("\n    ", " / ")


@pytest.mark.parametrize(
    ("record", "about", "expected"),
    [
        (summary(), 60, "S-0231  visit baseline · Lifestyle · question 9 of about 60 · left 12 minutes ago / safety not asked today"),
        (summary(), None, "S-0231  visit baseline · Lifestyle · 8 answers · left 12 minutes ago / safety not asked today"),
        (summary(safety_day="2026-03-01"), 60, "S-0231  visit baseline · Lifestyle · question 9 of about 60 · left 12 minutes ago"),
        (
            summary(safety_day="2026-02-28", to_do=2),
            8,
            "S-0231  visit baseline · Lifestyle · 8 answers · left 12 minutes ago / safety not asked today, 2 to do",
        ),
        (summary(phase="closed", section=None), None, "S-0231  visit baseline · Closed · 8 answers · left 12 minutes ago"),
    ],
)  # fmt: skip
def test_a_record_in_one_line(record: RecordSummary, about: int | None, expected: str) -> None:
    assert expected == line(record, about)


def listed(desk: Desk) -> list[str]:
    return [str(option.id) for option in desk.app.screen.query_one("#records", OptionList).options]


@pytest.mark.parametrize("size", SIZES)
async def test_the_last_one_left_comes_first_and_enter_resumes_it(size: tuple[int, int]) -> None:
    world = doors()
    for subject in ("S-1", "S-2"):
        session = world.begin(subject)
        session.answer("interview.consent", PLAIN["interview.consent"])
        session.go("pause")
        session.release()
    async with at_desk(world, size) as desk:
        assert ["r1", "r0", "new:"] == listed(desk)
        await desk.press("enter")
        assert "S-2" == desk.session.view().subject


async def test_typing_searches_and_an_unknown_pseudonym_offers_to_begin() -> None:
    world = doors()
    for subject in ("S-1", "K-2"):
        world.begin(subject).release()
    async with at_desk(world) as desk:
        await desk.type("k-")
        assert ["r1", "new:k-"] == listed(desk)
        await desk.press("escape")
        assert ["r1", "r0", "new:"] == listed(desk)
        await desk.type("no such words")
        assert [] == listed(desk)
        assert "No record has these words." in desk.words()


async def test_begin_takes_visit_depth_interviewer_and_minutes() -> None:
    async with at_desk(doors(interviewer=None)) as desk:
        await desk.press("f2")
        await desk.type("S-3")
        await desk.press("tab", "down", "down", "enter", "tab", "down", "enter", "tab")
        await desk.type("Dr C")
        await desk.press("tab")
        await desk.answer("20")
        view = desk.session.view()
        assert ("S-3", "follow_up", "full", "Dr C") == (view.subject, view.visit, view.depth, view.interviewer)
        assert 20 == desk.session.state.minutes


@pytest.mark.parametrize("size", SIZES)
async def test_the_chosen_visit_and_depth_are_marked_by_a_sign_under_headings(size: tuple[int, int]) -> None:
    async with at_desk(doors(), size) as desk:
        await desk.press("f2")
        shown = desk.words()
        assert "Which visit it is (x) visit baseline ( ) visit after treatment ( ) follow-up visit" in shown
        assert "How much is asked (x) brief: what the formulation needs ( ) full: everything" in shown
        assert "Begin" in shown
        assert "Esc goes back" in shown
        await desk.type("S-3")
        await desk.press("tab", "down", "space", "tab", "down", "space")
        shown = desk.words()
        assert "( ) visit baseline (x) visit after treatment ( ) follow-up visit" in shown
        assert "( ) brief: what the formulation needs (x) full: everything" in shown
        await desk.press("f2")
        assert ("post_treatment", "full") == (desk.session.view().visit, desk.session.view().depth)


async def test_a_pseudonym_that_does_not_fit_begins_nothing_and_says_what_fits() -> None:
    world = doors()
    async with at_desk(world) as desk:
        await desk.press("f2")
        for subject in ("", "Anna Meier", "a" * 41, "[/]", "é", "a/b"):
            await desk.press("ctrl+u")
            await desk.paste(subject)
            await desk.press("enter")
            assert "SubjectScreen" == desk.place, subject
            assert "1 to 40 letters, digits and . _ - only; nothing was begun" in desk.words()
        assert () == world.store.records()


@pytest.mark.parametrize(("minutes", "fits"), [("4", False), ("5", True), ("600", True), ("601", False), ("²", False)])
async def test_minutes_from_five_to_six_hundred(minutes: str, fits: bool) -> None:
    async with at_desk(doors()) as desk:
        await desk.press("f2")
        await desk.type("S-1")
        await desk.press("tab", "tab", "tab", "tab")
        await desk.paste(minutes)
        await desk.press("enter")
        assert fits is ("InterviewScreen" == desk.place)
        assert fits or "a whole number from 5 to 600" in desk.words()


async def test_several_pasted_lines_are_joined_not_cut() -> None:
    async with at_desk(doors()) as desk:
        await desk.paste("S-1\nS-2\r\nS-3")
        assert "S-1 S-2 S-3" == desk.app.screen.query_one("#home-search").value  # type: ignore[attr-defined]
        assert "HomeScreen" == desk.place


async def test_a_record_held_elsewhere_is_said_and_not_opened() -> None:
    world = doors()
    world.begin("S-1").release()

    def busy(record: str) -> None:
        raise StoreFault("busy", "S-1 is open in another window since 10:00; close it there first.")

    world.store.hold = busy  # type: ignore[method-assign]
    async with at_desk(world) as desk:
        await desk.press("enter")
        assert "ChoiceScreen" == desk.place
        assert "S-1 is open in another window since 10:00; close it there first." in desk.words()
        await desk.press("escape")
        assert "HomeScreen" == desk.place
        assert "Not opened: S-1 is open in another window since 10:00; close it there first." in desk.words()


async def test_a_full_disk_begins_nothing_and_says_so() -> None:
    store = FailingStore()
    store.is_full = True
    async with at_desk(doors(store=store)) as desk:
        await desk.begin()
        assert "HomeScreen" == desk.place
        assert "NOT SAVED: the disk is full; make room and try again Nothing was begun." in desk.words()


async def test_a_pseudonym_that_has_a_record_is_said() -> None:
    world = doors()
    world.begin("S-1").release()
    async with at_desk(world) as desk:
        await desk.press("f2")
        await desk.type("S-1")
        await desk.settle()
        assert "There is a record already (visit baseline); this begins another." in desk.words()


async def test_ending_asks_and_ends() -> None:
    async with at_desk(doors()) as desk:
        await desk.press("ctrl+c")
        assert "End the program?" in desk.text()
        await desk.press("escape")
        assert "HomeScreen" == desk.place
        await desk.press("escape", "1")
        assert not desk.app.is_running


async def test_quit_from_an_interview_pauses_first() -> None:
    world = doors()
    async with at_desk(world) as desk:
        await desk.begin()
        await desk.press("ctrl+c", "2")
        assert not desk.app.is_running
    assert "paused" == world.store.records()[0].phase


async def test_an_app_with_a_session_opens_there() -> None:
    world = doors()
    async with at_desk(world, session=world.begin("S-4")) as desk:
        assert "InterviewScreen" == desk.place
        assert "S-4" in desk.text().splitlines()[0]


async def crash(app: InterviewApp, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(secret: str = "my own words") -> None:
        raise ZeroDivisionError(secret)

    async with app.run_test() as pilot:
        await pilot.pause()
        monkeypatch.setattr(app.screen, "action_begin", fault)
        await pilot.press("f2")
        await pilot.pause()


async def test_a_fault_of_the_program_ends_it_calmly_and_prints_no_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    app = InterviewApp(doors())
    with pytest.raises(ZeroDivisionError):
        await crash(app, monkeypatch)
    assert 70 == app.return_code
    assert CRASH_WORDS == " ".join(capsys.readouterr().err.split())


def test_the_toolkits_development_console_stays_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL", "devtools,debug")
    app = InterviewApp(doors())
    assert (frozenset(), None) == (app.features, app.devtools)


def rows_of(records: list[RecordSummary], typed: str = "") -> list[str]:
    return [row.id for row in RecordRows(records, NOW, {"lifestyle": "Lifestyle"}, "·").rows(typed)]


def test_visits_of_one_subject_stand_together_and_lead_to_all_of_them() -> None:
    records = [
        summary(record="c", visit="follow_up", to_do=2),
        summary(record="b", subject="K-2"),
        summary(record="a", updated="2026-02-20T10:00:00+00:00", phase="closed", section=None),
    ]
    assert ["c", "todo:", "a", "visits:S-0231", "b"] == rows_of(records)
    assert ["b", "visits:K-2"] == rows_of(records, "K-2")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("s-0231", ["r1"]),
        ("visit baseline", ["r1"]),
        ("lifestyle", ["r1"]),
        ("1 march 2026", ["r1"]),
        ("2026-03-01", ["r1"]),
        ("to do", ["r1"]),
        ("safety not asked", ["r1"]),
        ("april", []),
        ("[/]", []),
    ],
)
def test_a_record_is_found_by_subject_visit_section_date_and_what_waits(typed: str, expected: list[str]) -> None:
    assert expected == rows_of([summary(to_do=1)], typed)


def test_more_records_than_are_listed_are_counted_and_found_by_typing() -> None:
    records = [summary(record=f"r{place}", subject=f"S-{place:05}") for place in range(MOST + 7)]
    rows = RecordRows(records, NOW, {}, "·").rows("")
    assert MOST + 1 == len(rows)
    assert "7 more records: type words of one to find it" == rows[-1].content.plain
    assert [f"r{MOST + 3}"] == rows_of(records, f"s-{MOST + 3:05}")


async def test_a_new_interview_is_three_keys_and_its_subject_away_from_its_first_question_and_resuming_one() -> None:
    async with at_desk(doors()) as desk:
        await desk.press("f2")
        await desk.type("S-9")
        await desk.press("enter")
        assert "interview.consent" == desk.link_id
    world = doors()
    world.begin("S-9").release()
    async with at_desk(world) as desk:
        await desk.press("enter")
        assert "interview.consent" == desk.link_id


async def test_a_subjects_visits_are_listed_in_order_begun_anew_by_one_key_and_two_compared() -> None:
    world = doors()
    for visit in ("baseline", "follow_up"):
        session = world.begin("S-1", visit)
        session.answer("interview.consent", "yes")
        session.release()
    async with at_desk(world, (120, 40)) as desk:
        assert ["r1", "r0", "visits:S-1", "new:"] == listed(desk)
        await desk.press("down", "down", "enter")
        assert "VisitsScreen" == desk.place
        baseline, follow_up = desk.lines("#visits").splitlines()
        assert baseline.startswith("[ ] baseline · 1 March 2026 · being asked, 1 answer")
        assert follow_up.startswith("[ ] follow-up · 1 March 2026")
        await desk.press("space", "up", "space")
        assert "CompareScreen" == desk.place
        assert "Two visits of S-1" in desk.text()
        await desk.press("escape", "enter", "f2")
        assert "(x) follow-up visit" in desk.words()
        await desk.press("enter")
        assert ("S-1", "follow_up") == (desk.session.view().subject, desk.session.view().visit)
        assert "r1" == desk.session.state.follows


async def test_what_is_to_do_leads_to_its_question() -> None:
    world = doors()
    session = world.begin("S-1")
    for text in ("yes", "grey"):
        item = session.view().item
        assert item is not None
        session.answer(item.link_id, text)
    session.note("ask the [b]sister[/b]", "to_do", "narrative.concern")
    session.release()
    async with at_desk(world, (120, 40)) as desk:
        assert "1 thing to do: list it" in desk.words()
        await desk.press("down", "enter")
        assert "S-1 · visit baseline: ask the [b]sister[/b] (What brings you?)" in desk.words()
        await desk.press("enter", "1")
        assert "narrative.concern" == desk.link_id


class PagedStore(FailingStore):
    """A store that tells its newest records first, and notes what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def newest(self, count: int) -> tuple[RecordSummary, ...]:
        self.asked.append(f"newest {count}")
        return super().records()[:count]

    def records(self, subject: str | None = None) -> tuple[RecordSummary, ...]:
        self.asked.append("records")
        return super().records(subject)


async def test_of_many_records_the_newest_stand_first_and_the_others_come_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interview.tui.screens.records_read.FIRST", 2)
    store = PagedStore()
    world = doors(store=store)
    for number in range(1):
        world.begin(f"S-{number}").release()
    async with at_desk(world) as desk:
        assert ["newest 2"] == [each for each in store.asked if each != "records"][-1:]
        assert "records" not in store.asked[store.asked.index("newest 2") :], "one page is all there is"
    for number in range(1, 4):
        world.begin(f"S-{number}").release()
    store.asked.clear()
    async with at_desk(world) as desk:
        assert ["newest 2", "records"] == store.asked
        assert all(f"S-{number}" in desk.lines("#records") for number in range(4))
        await desk.press("down")
        marked = desk.app.screen.query_one("#records", OptionList).highlighted_option
        desk.app.screen.take_all(store.records())
        assert marked is not None
        assert marked.id == desk.app.screen.query_one("#records", OptionList).highlighted_option.id
