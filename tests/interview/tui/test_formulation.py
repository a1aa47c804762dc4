"""The formulation: what is proposed enters the map only by an act; ratings, links and an own order go through the session."""

from __future__ import annotations

from typing import Any

import pytest
from textual.widgets import Select, Static, TabbedContent

from interview.engine.map_acts import RATINGS
from interview.engine.session import Session
from interview.tui.screens.formulation import FormulationScreen
from interview.tui.screens.help import doable
from interview.tui.screens.link_editor import LinkEditor
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.detail_pane import DetailPane
from interview.tui.widgets.problems_pane import ProblemsPane
from interview.tui.widgets.word_table import WordTable
from interview.views.macro import macro
from tests.interview.tui.screens_world import (
    LARGE,
    MARKUP,
    SIZES,
    SMALL,
    OneScreen,
    at_once,
    interviewed,
    keys,
    pasted,
    put_link,
    put_on_map,
    screen_text,
)

INSOMNIA: tuple[str, str, dict[str, Any]] = (
    "insomnia",
    "Broken nights",
    {"area": "lifestyle", "urgency": 2, "patient_priority": 3, "severity": 2, "burden": 2, "impairment": 1},
)
DEPRESSION: tuple[str, str, dict[str, Any]] = (
    "depression",
    "Depression goes on",
    {"area": "psychiatric", "urgency": 2, "patient_priority": 1, "severity": 3, "burden": 3, "impairment": 2},
)
UNRATED: tuple[str, str, dict[str, Any]] = ("isolation", "Nobody to tell", {"area": "relationships"})


def opened(session: Session) -> OneScreen:
    """Return the formulation of a session in a bare app."""
    return OneScreen(FormulationScreen(session))


def rows(app: OneScreen, tab: str) -> dict[str, tuple[str, ...]]:
    """Return the rows of a tab by key."""
    return {row.key: row.cells for row in app.screen.query_one(f"#{tab}").query_one(WordTable).shown}


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_map_begins_with_what_the_answers_suggest(size: tuple[int, int]) -> None:
    session, _ = interviewed()
    app = opened(session)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "suggested" == app.screen.query_one(TabbedContent).active
        assert () == macro(session).rows
        shown = screen_text(app)
        assert "What would speak against it:" in shown
        assert "It rests on:" in shown


@pytest.mark.parametrize("key", ["c", "enter"])
async def test_confirming_puts_a_proposal_on_the_map_with_its_own_id_and_no_rating(key: str) -> None:
    session, _ = interviewed()
    first = macro(session).proposed_problems[0]
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, key)
        problem = (session.case().problems or ())[0]
        assert (first.id, first.title, first.area_code, first.kind, "clinician") == (
            problem.id,
            problem.label,
            problem.area,
            problem.kind,
            problem.by,
        )
        assert (None, None, None) == (problem.urgency, problem.severity, problem.treatment_available)
        assert first.id not in {each.id for each in macro(session).proposed_problems}
        assert f"On the map: {first.title}" in screen_text(app)


async def test_a_proposal_is_confirmed_under_another_name_and_the_name_is_shown_as_typed() -> None:
    session, _ = interviewed()
    first = macro(session).proposed_problems[0].id
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "e")
        app.screen.query_one(AnswerInput).show("")
        await pasted(pilot, MARKUP)
        await keys(pilot, "enter")
        assert (first, MARKUP) == ((session.case().problems or ())[0].id, (session.case().problems or ())[0].label)
        await keys(pilot, "p")
        assert "[red]x[/]" in screen_text(app)
        assert rows(app, "problems")[f"problem:{first}"][1].startswith(MARKUP)


async def test_rejecting_asks_first_and_keeps_the_reason() -> None:
    session, _ = interviewed()
    first = macro(session).proposed_problems[0].id
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "x", "escape")
        assert {} == session.state.rejected
        await keys(pilot, "x")
        await pasted(pilot, "not so")
        await keys(pilot, "escape", "x")
        assert "not so" == app.screen.query_one(AnswerInput).text
        await keys(pilot, "enter")
        assert {first: "not so"} == session.state.rejected
        assert f"problem:{first}" not in rows(app, "suggested")


async def test_rejecting_without_a_reason_keeps_none() -> None:
    session, _ = interviewed()
    first = macro(session).proposed_problems[0].id
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "x", "enter")
        assert {first: None} == session.state.rejected


@pytest.mark.parametrize("size", SIZES)
async def test_the_key_stands_beside_every_problem_and_the_unrated_is_a_question_mark(size: tuple[int, int]) -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA, DEPRESSION, UNRATED)
    put_link(session, "insomnia", "depression", strength=0.5)
    app = opened(session)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        table = rows(app, "problems")
        assert ["problem:insomnia", "problem:depression", "problem:isolation"] == list(table)
        assert ("1", "Broken nights", "2", "3", "?", "5", "1", "?") == table["problem:insomnia"]
        assert ("3", "Nobody to tell", "?", "?", "?", "0 to 9", "0", "?") == table["problem:isolation"]
        shown = screen_text(app)
        assert "Still required: urgency, the person's priority and burden of Nobody to tell" in shown
        words = str(app.screen.query_one("#problem-words", Static).content)
        assert words.startswith("Before Depression goes on: the person's priority 3 of 3 against 1 of 3.")
        assert "…" not in shown


async def test_circles_and_the_primary_problem_are_said_in_words() -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA, DEPRESSION)
    put_link(session, "insomnia", "depression")
    put_link(session, "depression", "insomnia")
    app = opened(session)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        table = rows(app, "problems")
        assert "Depression goes on\n· in a circle ↻\n· primary? (proposed)" == table["problem:depression"][1]
        assert "↻ Vicious circle: Depression goes on, Broken nights" in screen_text(app)
        await keys(pilot, "down")
        assert "a proposal, for the clinician to confirm" in str(app.screen.query_one("#problem-words", Static).content)


async def test_digits_rate_field_after_field_and_y_says_that_a_treatment_is_at_hand() -> None:
    session, _ = interviewed()
    put_on_map(session, UNRATED)
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "enter", "3", "2", "y", "1", "2", "0", "3")
        problem = (session.case().problems or ())[0]
        assert (3, 2, True, 1, 2, 0, 3) == (
            problem.urgency,
            problem.patient_priority,
            problem.treatment_available,
            problem.severity,
            problem.burden,
            problem.impairment,
            problem.modifiability,
        )
        assert ("1", "Nobody to tell\n· primary? (proposed)", "3", "2", "yes", "3", "0", "3") == rows(app, "problems")["problem:isolation"]
        assert "[3]" in screen_text(app)
        await keys(pilot, "delete")
        assert (session.case().problems or ())[0].modifiability is None
        await keys(pilot, "escape")
        assert [] == app.returned
        await keys(pilot, "escape")
        assert [None] == app.returned


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("is_burst", [True, False])
async def test_quick_ratings_all_land_on_the_right_row(size: tuple[int, int], is_burst: bool) -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA, UNRATED)
    app = opened(session)
    typed = ("down", "enter", "3", "2", "1", "3", "0", "1", "2")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if is_burst:
            await at_once(pilot, *typed)
        else:
            await pilot.press(*typed)
            await keys(pilot)
            await pilot.pause()
        problem = next(each for each in session.case().problems or () if each.id == "isolation")
        assert (3, 2, True, 3, 0, 1, 2) == tuple(getattr(problem, name) for name in RATINGS)
        insomnia = next(each for each in session.case().problems or () if each.id == "insomnia")
        assert (2, 3, None, 2, 2, 1, None) == tuple(getattr(insomnia, name) for name in RATINGS)


async def test_quick_confirming_takes_one_proposal_after_the_other() -> None:
    session, _ = interviewed()
    wanted = [each.id for each in macro(session).proposed_problems[:4]]
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await at_once(pilot, "c", "enter", "c", "enter")
        assert wanted == [each.id for each in session.case().problems or ()]


async def test_a_digit_that_does_not_fit_is_said_and_moves_nothing() -> None:
    session, _ = interviewed()
    put_on_map(session, UNRATED)
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "enter", "7")
        assert "“Urgent” takes 0, 1, 2 or 3." in screen_text(app)
        await keys(pilot, "2", "2", "2")
        assert "“Treatment at hand here” takes 0 (no) or 1 (yes)." in screen_text(app)
        problem = (session.case().problems or ())[0]
        assert (2, 2, None, None) == (problem.urgency, problem.patient_priority, problem.treatment_available, problem.severity)


async def test_letters_that_slip_in_while_rating_open_nothing_and_esc_gives_them_back() -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA, UNRATED)
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        before = session.state.seq
        await at_once(pilot, "enter", "d", "a", "o", "e")
        assert isinstance(app.screen, FormulationScreen)
        assert before == session.state.seq
        await keys(pilot, "escape", "d")
        assert isinstance(app.screen, LinkEditor)


async def test_digits_on_the_table_and_letters_on_a_rating_do_nothing() -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA)
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        before = session.state.seq
        await keys(pilot, "0", "1", "y", "n")
        assert before == session.state.seq
        await keys(pilot, "enter", "up", "y")
        assert before == session.state.seq


async def test_a_problem_that_moves_while_it_is_rated_stays_the_one_that_is_rated() -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA, UNRATED)
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "down", "enter", "3", "3", "n")
        ratings = {each.id: (each.urgency, each.patient_priority, each.treatment_available) for each in session.case().problems or ()}
        assert (3, 3, False) == ratings["isolation"]
        assert (2, 3, None) == ratings["insomnia"]
        assert ["isolation", "insomnia"] == [row.id for row in macro(session).rows]


async def test_a_proposed_rating_counts_only_once_it_is_taken() -> None:
    session, _ = interviewed()
    proposal = next(each for each in macro(session).proposed_problems if dict(each.ratings).get("urgency") == 3)
    put_on_map(session, (proposal.id, "Safety", {"area": "safety"}))
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "enter")
        assert "? required, proposed 3" in screen_text(app)
        assert (session.case().problems or ())[0].urgency is None
        await keys(pilot, "down", "up", "enter")
        assert 3 == (session.case().problems or ())[0].urgency


async def test_a_rating_is_given_by_mouse() -> None:
    session, _ = interviewed()
    put_on_map(session, UNRATED)
    app = opened(session)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        await pilot.click("#rating-severity", offset=(1 + 26 + 9, 0))
        await pilot.click("#rating-treatment-available", offset=(1 + 26 + 9, 0))
        await pilot.pause()
        assert 2 == (session.case().problems or ())[0].severity
        assert (session.case().problems or ())[0].treatment_available is True
        await pilot.click("#rating-burden", offset=(3, 0))
        await pilot.pause()
        assert (session.case().problems or ())[0].burden is None


async def test_a_problem_of_ones_own_is_added_and_one_of_the_persons_stands_apart() -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA)
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "a", "enter")
        assert "It needs a name" in screen_text(app)
        await pasted(pilot, "Debts")
        app.screen.query_one("#problem-by Select", Select).value = "patient"
        await keys(pilot, "enter")
        assert [("insomnia", None), ("p2", "patient")] == [(each.id, each.by) for each in session.case().problems or ()]
        assert "person:p2" in rows(app, "problems")
        assert "The person's own map," in screen_text(app)
        assert ["insomnia"] == [row.id for row in macro(session).rows]


async def test_lines_pasted_into_a_name_are_all_kept_and_act_on_nothing() -> None:
    session, _ = interviewed()
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        before = session.state.seq
        await pasted(pilot, "c\nx\n1\ny\n")
        assert before == session.state.seq
        await keys(pilot, "a")
        await pasted(pilot, "one\ntwo\nthree")
        assert "one\ntwo\nthree" == app.screen.query_one(AnswerInput).text
        await keys(pilot, "enter")
        assert "one\ntwo\nthree" == (session.case().problems or ())[0].label


async def test_a_link_needs_both_its_problems_on_the_map() -> None:
    session, _ = interviewed()
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        link = macro(session).proposed_links[0]
        app.screen.query_one("#suggested-pane").query_one(WordTable).go_to_key(f"link:{link.id}")
        await keys(pilot, "c")
        assert "Confirm first:" in screen_text(app)
        assert () == session.state.instances("links")


async def test_a_proposed_link_is_confirmed_with_low_certainty_and_its_evidence() -> None:
    session, _ = interviewed()
    link = next(each for each in macro(session).proposed_links if not each.shown_only)
    put_on_map(session, (link.source, "A", {}), (link.target, "B", {}))
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "s")
        app.screen.query_one("#suggested-pane").query_one(WordTable).go_to_key(f"link:{link.id}")
        await keys(pilot, "c")
        drawn = (session.case().links or ())[0]
        assert (link.source, link.target, "low", link.evidence_paths, None) == (
            drawn.source,
            drawn.target,
            drawn.certainty,
            drawn.evidence,
            drawn.strength,
        )


async def test_a_link_of_ones_own_is_drawn_changed_and_taken_off() -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA, DEPRESSION)
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "d")
        for field, value in (
            ("source", "insomnia"),
            ("target", "insomnia"),
            ("strength", "0.75"),
            ("certainty", "high"),
            ("first", "insomnia"),
        ):
            app.screen.query_one(f"#link-{field} Select", Select).value = value
        app.screen.query_one(AnswerInput).focus()
        await pasted(pilot, MARKUP)
        await keys(pilot, "enter")
        assert "choose two" in screen_text(app)
        app.screen.query_one("#link-target Select", Select).value = "depression"
        await keys(pilot, "enter")
        drawn = (session.case().links or ())[0]
        assert ("insomnia", "depression", 0.75, "high", MARKUP, "insomnia", "clinician") == (
            drawn.source,
            drawn.target,
            drawn.strength,
            drawn.certainty,
            drawn.rationale,
            drawn.which_first,
            drawn.by,
        )
        assert "[red]x[/]" in screen_text(app)
        await keys(pilot, "enter")
        assert isinstance(app.screen, LinkEditor)
        app.screen.query_one("#link-strength Select", Select).value = "0.25"
        app.screen.query_one(AnswerInput).show("")
        app.screen.query_one(AnswerInput).focus()
        await keys(pilot, "enter")
        changed = (session.case().links or ())[0]
        assert (0.25, None, "high") == (changed.strength, changed.rationale, changed.certainty)
        await keys(pilot, "delete", "enter")
        assert 1 == len(session.case().links or ())
        await keys(pilot, "delete", "right", "enter")
        assert 0 == len(session.case().links or ())


async def test_drawing_a_link_begins_at_the_problem_under_the_cursor() -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA, DEPRESSION, UNRATED)
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        for place, problem in enumerate(("insomnia", "depression", "isolation")):
            await keys(pilot, *["down"] * (place > 0), "d")
            assert problem == app.screen.query_one("#link-source Select", Select).value
            assert app.screen.query_one("#link-target Select", Select) is app.screen.focused
            await keys(pilot, "escape")
        await keys(pilot, "d")
        app.screen.query_one("#link-target Select", Select).value = "insomnia"
        await keys(pilot, "escape", "up", "d")
        assert "isolation" == app.screen.query_one("#link-source Select", Select).value


async def test_a_link_that_stands_is_not_drawn_twice() -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA, DEPRESSION)
    put_link(session, "insomnia", "depression")
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "d")
        app.screen.query_one("#link-source Select", Select).value = "insomnia"
        app.screen.query_one("#link-target Select", Select).value = "depression"
        app.screen.query_one(AnswerInput).focus()
        await keys(pilot, "enter")
        assert "on the map already" in screen_text(app)
        await keys(pilot, "escape")
        assert 1 == len(session.case().links or ())


async def test_why_first_compares_part_by_part() -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA, DEPRESSION)
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "w")
        shown = screen_text(app)
        assert "Broken nights stands first." in shown
        assert "the person's priority: 3 of 3 / 1 of 3" in shown
        assert "treatment available: ? / ?" in shown
        whole = str(app.screen.query_one("#read-words", Static).content)
        assert "Four ways to order the problems:" in whole
        assert "What would change the first place:" in whole
        assert "would put Depression goes on first" in whole


async def test_an_order_of_ones_own_needs_a_reason_and_stands_beside_the_computed_one() -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA, DEPRESSION)
    app = opened(session)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        await keys(pilot, "o", "shift+down")
        app.screen.query_one(AnswerInput).focus()
        await keys(pilot, "enter")
        assert "needs its reason" in screen_text(app)
        assert session.case().hierarchy_override is None
        await pasted(pilot, MARKUP)
        await keys(pilot, "enter")
        override = session.case().hierarchy_override
        assert override is not None
        assert (("depression", "insomnia"), MARKUP) == (override.order, override.reason)
        assert ["problem:insomnia", "problem:depression"] == list(rows(app, "problems"))
        assert "Your own order: 1 Depression goes on, 2 Broken nights." in screen_text(app)
        assert "[red]x[/]" in screen_text(app)


@pytest.mark.parametrize("before", [("tab",), ()])
async def test_the_reason_for_an_order_is_kept_wherever_it_is_typed(before: tuple[str, ...]) -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA, DEPRESSION)
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "o", "shift+down")
        await at_once(pilot, *before, *"sleep")
        assert "sleep" == app.screen.query_one(AnswerInput).text
        await keys(pilot, "enter")
        override = session.case().hierarchy_override
        assert override is not None
        assert (("depression", "insomnia"), "sleep") == (override.order, override.reason)


async def test_taking_a_problem_off_asks_first() -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA, DEPRESSION)
    put_link(session, "insomnia", "depression")
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "delete", "enter")
        assert 2 == len(session.case().problems or ())
        await keys(pilot, "delete", "right", "enter")
        assert ["depression"] == [each.id for each in session.case().problems or ()]
        assert 0 == len(session.case().links or ())


async def test_a_full_disk_keeps_the_words_and_trying_again_saves_all_of_it() -> None:
    session, store = interviewed()
    put_on_map(session, INSOMNIA)
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "a")
        await pasted(pilot, "Debts[/]")
        store.is_full = True
        await keys(pilot, "enter")
        shown = screen_text(app)
        assert "NOT SAVED: The disk is full: make room, then try again." in shown
        assert "Your words are kept: Debts[/]" in shown
        assert 1 == len(session.case().problems or ())
        await keys(pilot, "enter")
        assert "Your words are kept: Debts[/]" in screen_text(app)
        store.is_full = False
        await keys(pilot, "enter")
        assert ["Broken nights", "Debts[/]"] == [each.label for each in session.case().problems or ()]
        assert ["clinician"] == [each.by for each in (session.case().problems or ())[1:]]
        assert "NOT SAVED" not in screen_text(app)


async def test_letting_go_drops_what_was_not_saved_but_keeps_the_draft() -> None:
    session, store = interviewed()
    put_on_map(session, INSOMNIA)
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "a")
        await pasted(pilot, "Debts")
        store.is_full = True
        await keys(pilot, "enter", "tab", "enter")
        assert "NOT SAVED" not in screen_text(app)
        assert isinstance(app.screen.focused, WordTable)
        await keys(pilot, "a")
        assert "Debts" == app.screen.query_one(AnswerInput).text


async def test_a_rating_on_a_full_disk_is_not_shown_as_given() -> None:
    session, store = interviewed()
    put_on_map(session, UNRATED)
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        store.is_full = True
        await keys(pilot, "enter", "3")
        assert "NOT SAVED" in screen_text(app)
        assert "?" == rows(app, "problems")["problem:isolation"][2]
        assert app.screen.query_one(ProblemsPane).here == "isolation"


async def test_the_details_of_a_proposal_name_its_rule_and_how_sure_it_is() -> None:
    session, _ = interviewed()
    app = opened(session)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        first = macro(session).proposed_problems[0]
        words = str(app.screen.query_one("#suggested-pane", DetailPane).query_one(".detail-words", Static).content)
        assert f"Rule: {first.citation} ({first.status})" in words
        assert f"What would speak against it: {first.speaks_against}" in words
        assert all(fact in words for fact in first.evidence)


async def test_a_problem_is_edited_and_what_was_emptied_is_taken_back() -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA)
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "e")
        assert "Broken nights" == app.screen.query_one(AnswerInput).text
        app.screen.query_one(AnswerInput).show("Short nights")
        app.screen.query_one("#problem-kind Select", Select).value = "syndrome"
        app.screen.query_one("#problem-area Select", Select).clear()
        await keys(pilot, "enter")
        problem = (session.case().problems or ())[0]
        assert ("insomnia", "Short nights", "syndrome", None, 2) == (problem.id, problem.label, problem.kind, problem.area, problem.urgency)


async def test_an_order_of_ones_own_can_be_taken_back() -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA, DEPRESSION)
    session.give("hierarchy_override.order", ["depression", "insomnia"])
    session.give("hierarchy_override.reason", "First things first.")
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "Your own order: 1 Depression goes on, 2 Broken nights." in screen_text(app).replace("\n", " ")
        await keys(pilot, "o")
        app.screen.query_one("#order-drop").focus()
        await keys(pilot, "enter")
        assert session.case().hierarchy_override is None
        assert "Your own order" not in screen_text(app)


async def test_the_screen_says_that_it_is_for_the_clinician_and_what_can_be_done_on_each_tab() -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA, DEPRESSION)
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert screen_text(app).splitlines()[0].startswith(" S-0231 · visit baseline · formulation · CLINICIAN'S VIEW")
        assert "c Confirm" not in screen_text(app)
        await keys(pilot, "s")
        assert "c Confirm" in screen_text(app)
        assert "o Own order" not in screen_text(app)


async def test_where_there_is_little_room_the_ratings_take_the_tables_place() -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA, UNRATED)
    app = opened(session)
    async with app.run_test(size=(60, 15)) as pilot:
        await pilot.pause()
        await keys(pilot, "down", "enter")
        assert "Nobody to tell" in screen_text(app)
        assert "> Urgent                   0   1   2   3   ? required" in screen_text(app)
        await keys(pilot, "2", "escape")
        assert isinstance(app.screen.focused, WordTable)
        assert 2 == {each.id: each.urgency for each in session.case().problems or ()}["isolation"]


@pytest.mark.parametrize("tab", ["p", "l", "s"])
async def test_every_act_stands_in_the_footer_or_in_the_help_by_its_real_key(tab: str) -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA, DEPRESSION)
    put_link(session, "insomnia", "depression")
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, tab)
        listed = {act.action: act.keys for act in doable(app.screen)}
        of_tabs = {"problems": "p", "links": "l", "suggested": "s", "picture": "g", "maps": "m", "open": "u"}
        tabs = {f"tab('{name}')": key for name, key in of_tabs.items()}
        common = {**tabs, "add_problem": "a", "leave": "Esc", "focus_next": "Tab", "focus_previous": "Shift+Tab"}
        own = {
            "p": {"rate": "Enter", "change": "e", "draw_link": "d", "why_first": "w", "reorder": "o", "primary": "i", "remove": "Del"},
            "l": {"change": "Enter e", "draw_link": "d", "remove": "Del"},
            "s": {"confirm": "Enter c", "change": "e", "reject": "x"},
        }
        assert {**common, **own[tab]} == {action: keys for action, keys in listed.items() if "elsewhere" not in action}
        footer = screen_text(app).splitlines()[-1]
        named = {"p": "Enter Rate", "l": "d Link", "s": "c Confirm"}
        assert named[tab] in footer
        assert len(footer) + len("  F1 help") < SMALL[0]


async def test_while_rating_the_help_lists_the_keys_of_the_ratings() -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA)
    app = opened(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await keys(pilot, "enter", "up")
        listed = {act.action: act.keys for act in doable(app.screen)}
        assert ("0-3", "y", "n", "Del") == (listed["rate(0)"], listed["say(1)"], listed["say(0)"], listed["take_back"])
        assert "add_problem" not in listed
        assert "0-3 Rate" in screen_text(app).splitlines()[-1]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 15)])
async def test_the_picture_goes_from_problem_to_problem_and_enter_leads_to_its_row(size: tuple[int, int]) -> None:
    session, _ = interviewed()
    put_on_map(session, INSOMNIA, DEPRESSION, UNRATED)
    put_link(session, "insomnia", "depression")
    app = opened(session)
    async with app.run_test(size=size) as pilot:
        await keys(pilot, "g")
        screen = app.screen
        assert isinstance(screen, FormulationScreen)
        assert ("picture", "insomnia") == (screen.tab, screen.graph.chosen)
        assert "1. Broken nights" in screen_text(app)
        await keys(pilot, "down")
        assert "depression" == screen.graph.chosen
        await keys(pilot, "enter")
        assert ("problems", "depression") == (screen.tab, screen.problem_here)
