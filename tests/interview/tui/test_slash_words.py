"""Words on the answer line: each acts as its key does, and what is no word is asked back and never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.widgets import Input

from interview.plain.words import ANSWERING, MOVING
from interview.storage.memory import MemoryStore
from interview.tui.screens.places import PlacesScreen
from interview.tui.screens.safety import SafetyScreen
from interview.tui.slash_words import ACTS, ALL, NO_WORD, NOT_NOW, ON_THE_START_PAGE, Word, action_of, answer_of, word_for, word_of
from tests.interview.engine.world import PLAIN
from tests.interview.tui.desk import Desk, answers_given, at_desk, doors


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("/why", Word("/why")),
        ("  /NOTE  two  words ", Word("/note", "two  words")),
        ("/", Word("/")),
        ("/12", Word("/12")),
        ("//why", None),
        ("a /why", None),
        ("/one\n/two", None),
        ("", None),
    ],
)
def test_a_line_is_a_word_or_an_answer(typed: str, word: Word | None) -> None:
    assert word == word_of(typed)


def test_two_slashes_begin_an_answer_with_one() -> None:
    assert ["/day", "5/day", "/a/", "a"] == [answer_of(each) for each in ("//day", "5/day", " //a/ ", "a")]


def test_every_word_of_the_plain_mode_for_questions_and_moves_is_known_here() -> None:
    phrases = [part for phrase in (*ANSWERING, *MOVING) for part in phrase.replace("(or ", "").replace(")", "").split()]
    assert set() == {part for part in phrases if part.startswith("/")} - ALL


def test_every_act_of_a_word_is_an_act_of_the_screens() -> None:
    known = {name.removeprefix("action_") for screen in (PlacesScreen, SafetyScreen) for name in dir(screen) if name.startswith("action_")}
    in_the_app = {"app.help", "app.settings", "app.next_theme", "app.tour", "app.lock"}
    assert set() == {act.partition("(")[0] for act in ACTS.values()} - known - in_the_app
    assert ("/why", None) == (word_for("why"), word_for("no such act"))
    assert ("begin", None, None) == (action_of("/new"), action_of("/why"), action_of("S-1"))


async def say(desk: Desk, text: str) -> None:
    """Type a line and press Enter."""
    await desk.type(text)
    await desk.press("enter")


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("/help", "PaletteScreen"),
        ("/why", "ChoiceScreen"),
        ("/note", "PromptScreen"),
        ("/noanswer", "ChoiceScreen"),
        ("/treatments", "TreatmentsScreen"),
        ("/go", "JumpScreen"),
        ("/jump e", "JumpScreen"),
        ("/find grey", "SearchScreen"),
        ("/safety", "AskFirst"),
        ("/review", "ChoiceScreen"),
        ("/settings", "SettingsScreen"),
    ],
)
async def test_a_word_leads_where_its_key_leads_and_leaves_the_line_empty(typed: str, place: str) -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await say(desk, typed)
        assert place == desk.place
        below = next(screen for screen in desk.app.screen_stack if isinstance(screen, PlacesScreen))
        assert ("", {}) == (below.line.text, desk.session.state.answers)


async def test_words_answer_note_flag_and_move() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await say(desk, "yes")
        await say(desk, "/flag")
        assert ["narrative.concern"] == list(desk.session.state.flags)
        await say(desk, "/back")
        assert "interview.consent" == desk.link_id
        await say(desk, "/next")
        assert "narrative.concern" == desk.link_id
        for word in ("/note for all", "/private for me", "/todo ring up"):
            await say(desk, word)
        assert [("record", "for all"), ("private", "for me"), ("to_do", "ring up")] == [
            (note.kind, note.text) for note in desk.session.state.notes
        ]
        await say(desk, "/skip")
        assert {"interview.consent": True, "narrative.concern": "declined"} == answers_given(desk.session)
        await say(desk, "/go 1")
        assert "interview.consent" == desk.link_id


@pytest.mark.parametrize("typed", ["/nonsense", "/", "/5", "/whyy", "/keep"])
async def test_what_is_no_word_is_asked_back_and_stays_on_the_line(typed: str) -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await say(desk, typed)
        assert ("InterviewScreen", typed) == (desk.place, desk.asking.line.text)
        assert typed == desk.asking.line.selected_text
        assert {} == desk.session.state.answers
        assert ("a sheet offers to keep it" if typed == "/keep" else " ".join(NO_WORD.split())[:40]) in desk.words()


async def test_a_word_whose_act_is_not_open_now_does_nothing_and_stays() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await say(desk, "/formulate")
        assert ("InterviewScreen", "/formulate") == (desk.place, desk.asking.line.text)
        assert NOT_NOW[:30] in desk.words()


async def test_an_answer_may_begin_with_a_slash() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await say(desk, "yes")
        await say(desk, "//as they say")
        assert "/as they say" == desk.session.state.answers["narrative.concern"].value


async def test_words_of_risk_are_settled_by_a_word() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await say(desk, "yes")
        await say(desk, "I want to kill myself")
        await say(desk, "/risk known")
        assert "Why is it settled so?" in desk.words()
        await say(desk, "told at referral")
        assert () == desk.session.view().risk_banner
        await say(desk, "/risk known")
        assert "No words of risk are to be settled." in desk.words()


async def test_a_full_disk_loses_no_word() -> None:
    world = doors()
    async with at_desk(world) as desk:
        await desk.begin()
        world.store.is_full = True  # type: ignore[attr-defined]
        await say(desk, "/note keep this")
        assert ("/note keep this", "NOT SAVED" in desk.words()) == (desk.asking.line.text, True)


@pytest.mark.parametrize("typed", sorted(ON_THE_START_PAGE))
async def test_words_act_on_the_start_page(typed: str) -> None:
    places = {
        "/help": "PaletteScreen",
        "/new": "SubjectScreen",
        "/settings": "SettingsScreen",
        "/tour": "TourScreen",
        "/lock": "LockedScreen",
    }
    async with at_desk(replace(doors(), scratch=MemoryStore)) as desk:
        await say(desk, typed)
        assert places.get(typed, "ChoiceScreen" if typed == "/quit" else "HomeScreen") == desk.place
        assert "" == desk.app.screen_stack[1].query_one("#home-search", Input).value


async def test_words_do_nothing_in_safety_that_would_walk_past_it() -> None:
    world = doors()
    session = world.begin("S-1")
    for link_id in ("interview.consent", "narrative.concern"):
        session.answer(link_id, PLAIN[link_id])
    session.go("open_safety")
    async with at_desk(world, session=session) as desk:
        for word in ("/go 1", "/formulate", "/review", "/treatments", "/tour"):
            await say(desk, word)
            assert ("SafetyScreen", word) == (desk.place, desk.asking.line.text)
        await say(desk, "/skip")
        assert "declined" in answers_given(session).values()
