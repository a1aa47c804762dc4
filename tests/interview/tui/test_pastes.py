"""Every line that the program has is pasted to, and nothing is lost without a word, nothing acts (T6)."""

from __future__ import annotations

import pytest

from interview.tui.screens.locked import TOO_LONG, several_words
from interview.tui.widgets.line_input import LineInput
from interview.tui.widgets.secret_input import LONGEST_SECRET, SecretInput
from tests.e2e.terminal import rotating
from tests.faults import t6
from tests.interview.tui.desk import at_desk, doors
from tests.interview.tui.every_screen import SCREENS
from trd_core.text import LONGEST_TEXT


def test_every_line_of_the_interface_is_among_those_that_are_pasted_to() -> None:
    assert set(t6.FIELDS) == t6.lines_made()
    assert {field.screen for field in t6.ALL} <= {*SCREENS, "locked by a passphrase"}


def test_a_sample_of_the_lines_keeps_every_paste_or_says_what_it_left_out() -> None:
    outcome = t6.run(n=1, seed=rotating(10_000))
    print(f"{outcome.n} pastes, seed {outcome.seed}: {outcome.done}; negative control: {dict(outcome.controls)}; {outcome.seconds:.0f} s")
    assert () == outcome.failures
    assert outcome.holds


@pytest.mark.parametrize(
    ("pasted", "taken", "said"),
    [
        ("several words of it\r\n", "several words of it", ""),
        ("one\r\rthree", "", several_words(3)),
        ("x" * LONGEST_SECRET, "x" * LONGEST_SECRET, ""),
        ("x" * (LONGEST_SECRET + 1), "", TOO_LONG),
    ],
    ids=["one line", "three lines", "longest", "too long"],
)
async def test_a_passphrase_is_pasted_whole_or_not_at_all(pasted: str, taken: str, said: str) -> None:
    async with at_desk(doors()) as desk:
        desk.app.push_screen(t6.locked(desk))
        await desk.settle()
        await desk.paste(pasted)
        line = desk.app.screen.query_one(SecretInput)
        assert taken == line.value
        assert said in desk.words()
        assert "x" * 9 not in desk.words()


async def test_a_paste_takes_the_place_of_what_is_marked_also_on_a_full_line() -> None:
    async with at_desk(doors()) as desk:
        line = desk.app.screen.query_one(LineInput)
        line.value = "x" * LONGEST_TEXT
        line.select_all()
        await desk.paste("one\ntwo")
        assert "one two" == line.value
        await desk.begin()
        desk.asking.line.load_text("x" * LONGEST_TEXT)
        desk.asking.line.select_all()
        await desk.paste("one\u202e\ntwo")
        assert "one\u202e\ntwo" == desk.asking.line.text
