"""A thousand keys faster than anyone could type: none is lost, none acts twice; pastes of every size stay one answer (T6)."""

from __future__ import annotations

import time

from tests.interview.tui.desk import answers_given, at_desk, doors
from trd_core.text import LONGEST_TEXT

SECONDS = 20
"""Most that a paste of ten megabytes may take here; a machine under load is slow, a quadratic one never ends."""


async def test_a_thousand_keys_are_a_thousand_characters() -> None:
    text = "".join(chr(ord("a") + place % 26) for place in range(1_000))
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.type(text)
        await desk.settle()
        assert text == desk.asking.line.text
        print(f"{len(desk.asking.line.text)} of {len(text)} keys")


async def test_keys_and_answers_in_one_burst_go_where_they_belong() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.type("yes")
        await desk.press("enter")
        await desk.type("Everything is grey." * 20)
        await desk.press("enter")
        assert {"interview.consent": True, "narrative.concern": "Everything is grey." * 20} == answers_given(desk.session)


async def test_a_paste_of_three_lines_is_one_answer_and_saves_nothing_by_itself() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.answer("yes")
        await desk.paste("one\ntwo\nthree\n")
        assert "narrative.concern" not in answers_given(desk.session)
        await desk.press("enter")
        assert "one\ntwo\nthree" == str(answers_given(desk.session)["narrative.concern"]).strip()


async def test_a_paste_of_32_kilobytes_is_kept_or_what_does_not_fit_is_said() -> None:
    text = "word " * 6_554
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.answer("yes")
        await desk.paste(text)
        assert text[:LONGEST_TEXT] == desk.asking.line.text
        assert (f"{len(text) - LONGEST_TEXT} characters" in desk.words()) is (len(text) > LONGEST_TEXT)


async def test_a_paste_of_ten_megabytes_ends_nothing_and_says_what_was_left_out() -> None:
    text = "0123456789" * 1_048_576
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.answer("yes")
        begun = time.process_time()
        await desk.paste(text)
        assert time.process_time() - begun < SECONDS
        assert text[:LONGEST_TEXT] == desk.asking.line.text
        assert f"{len(text) - LONGEST_TEXT} characters" in desk.words()
        assert {"interview.consent": True} == answers_given(desk.session)
