"""Keys that can be chosen: each does its act with a text on the line and leaves the text whole; none means anything else to a line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.binding import Binding
from textual.widgets import Input, TextArea

from interview.engine.doors import Doors, KeyPreset
from interview.tui.key_presets import CONTROL, FUNCTION, STANDS_FOR, WORDS, key_meant, key_shown, preset_of
from interview.tui.screens.interview import InterviewScreen
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.line_input import LineInput
from tests.interview.tui.desk import Desk, at_desk, doors

TAKEN_ELSEWHERE = frozenset("ABCDEHIJKMNQSTUW")
"""Letters that the toolkit's lines, readline, tmux, a terminal or a browser take for themselves."""

LEADS_TO = {
    "f1": "PaletteScreen",
    "f2": "ChoiceScreen",
    "f3": "PromptScreen",
    "f4": "ChoiceScreen",
    "f5": "TreatmentsScreen",
    "f6": "JumpScreen",
    "f10": "ChoiceScreen",
}
"""Where a function key leads at the first question of an interview."""


def with_keys(preset: KeyPreset) -> Doors:
    world = doors()
    return replace(world, settings=replace(world.settings, keys=preset))


def text(desk: Desk) -> str:
    screen = next(screen for screen in reversed(desk.app.screen_stack) if isinstance(screen, InterviewScreen))
    return screen.line.text


def keys_of(bindings: list[object]) -> set[str]:
    return {key for binding in bindings if isinstance(binding, Binding) for key in binding.key.split(",")}


def test_no_control_letter_is_taken_by_anything_else() -> None:
    chosen = {key.removeprefix("ctrl+").upper() for table in STANDS_FOR.values() for key in table}
    assert {"G", "L", "O", "P", "R", "Y"} == chosen
    assert set() == chosen & TAKEN_ELSEWHERE
    pressed = {key for table in STANDS_FOR.values() for key in table}
    for line in (Input, LineInput, AnswerInput):
        assert set() == pressed & keys_of(line.BINDINGS)
    assert {"ctrl+y"} == pressed & keys_of(TextArea.BINDINGS)


def test_a_preset_that_is_not_known_is_the_function_keys() -> None:
    assert [FUNCTION, FUNCTION, CONTROL, WORDS] == [preset_of(each) for each in (None, "vim", "control", "words")]
    assert ("f6", "ctrl+g", "x") == (key_meant(CONTROL, "ctrl+g"), key_meant(FUNCTION, "ctrl+g"), key_meant(CONTROL, "x"))
    assert ("^G", None, None) == (key_shown(CONTROL, "f6"), key_shown(CONTROL, "f5"), key_shown(FUNCTION, "f6"))


@pytest.mark.parametrize("preset", [FUNCTION, CONTROL])
async def test_each_key_does_its_act_and_leaves_what_was_typed(preset: KeyPreset) -> None:
    async with at_desk(with_keys(preset)) as desk:
        await desk.begin()
        await desk.type("half an answer")
        own = {meant: key for key, meant in STANDS_FOR[preset].items()} or {key: key for key in (*LEADS_TO, "f7", "f8")}
        for meant, place in LEADS_TO.items():
            if meant in own:
                await desk.press(own[meant])
                assert (meant, place) == (meant, desk.place)
                await desk.press("escape")
                assert (meant, "half an answer") == (meant, text(desk))
        await desk.press(own["f7"])
        assert (False, "half an answer") == (desk.asking.is_shared, text(desk))
        await desk.press(own["f8"], "enter")
        assert "SafetyScreen" == desk.place
        below = next(screen for screen in desk.app.screen_stack if isinstance(screen, InterviewScreen))
        assert "half an answer" == below.drafts["interview.consent"]
        assert {} == desk.session.state.answers


async def test_another_presets_letters_do_nothing() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.type("half")
        await desk.press(*STANDS_FOR[CONTROL])
        assert ("InterviewScreen", "half") == (desk.place, text(desk))


@pytest.mark.parametrize(
    ("preset", "foot"), [(FUNCTION, ["F1 help", "F2 no answer"]), (CONTROL, ["^P help", "^O no answer"]), (WORDS, ["/help help"])]
)
async def test_foot_and_help_show_the_keys_of_the_preset(preset: KeyPreset, foot: list[str]) -> None:
    listed = {FUNCTION: "F4 Why this is asked", CONTROL: "^Y Why this is asked", WORDS: "/why Why this is asked"}
    async with at_desk(with_keys(preset), (120, 40)) as desk:
        await desk.begin()
        for words in foot:
            assert words in desk.words()
        await desk.press("f1")
        assert listed[preset] in desk.words()


async def test_a_question_mark_opens_the_help_where_no_line_takes_it() -> None:
    async with at_desk(with_keys(WORDS)) as desk:
        await desk.press("tab", "?")
        assert "PaletteScreen" == desk.place
        await desk.press("escape")
        await desk.begin()
        await desk.press("f5")
        assert "? help" in desk.words()
        await desk.press("?")
        assert "PaletteScreen" == desk.place
