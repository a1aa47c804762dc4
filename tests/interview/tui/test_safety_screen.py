"""Safety takes over, says what the clinic says, asks what is left, and is left by finishing or pausing only."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from interview.engine.doors import BUNDLED_SAFETY_TEXT, SAFETY_TEXT_UNSET, Doors
from interview.questionnaire.reader import bundled
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.disposition_form import DispositionForm
from interview.tui.widgets.message_line import MessageLine
from tests.interview.engine.world import FailingStore
from tests.interview.tui.desk import SIZES, Desk, answers_given, at_desk, doors

STOPPING = ("yes", "grey", "no", "yes", "yes")


async def brought_to(desk: Desk, *answers: str) -> None:
    await desk.begin()
    for text in answers:
        await desk.answer(text)


def message(desk: Desk) -> str:
    return desk.app.screen.query_one("#message", MessageLine).words


def text_of(desk: Desk, selector: str) -> str:
    return str(desk.app.screen.query_one(selector, Static).render())


@pytest.mark.parametrize("size", SIZES)
async def test_a_positive_answer_is_met_to_the_end_and_the_interview_goes_on(size: tuple[int, int]) -> None:
    async with at_desk(doors(), size) as desk:
        await brought_to(desk, "yes", "grey", "no", "yes")
        assert "SafetyScreen" == desk.place
        assert "safety.method" == desk.link_id
        assert not desk.app.screen.query_one("#safety-text").display
        await desk.answer("yes")
        assert desk.app.screen.query_one("#safety-text").display
        assert "Stay with the person." in desk.words()
        assert "safety.act" == desk.link_id
        await desk.answer("no")
        assert desk.link_id is None
        assert desk.app.screen.query_one(DispositionForm).display
        for part in ("Dr B", "yes", "crisis team", "2026-03-02"):
            await desk.answer(part)
        assert "InterviewScreen" == desk.place
        view = desk.session.view()
        assert "asking_person" == desk.session.phase
        assert {"by": "Dr A", "seen_by": "Dr B", "means_addressed": True, "contact": "crisis team", "next_review": "2026-03-02"} == {
            part: value for part, value in view.safety.disposition if part != "at"
        }


async def test_without_a_text_of_the_clinic_the_bundled_one_names_no_number_and_says_so() -> None:
    async with at_desk(doors()) as desk:
        await brought_to(desk, *STOPPING)
        assert text_of(desk, "#safety-text") == BUNDLED_SAFETY_TEXT
        assert SAFETY_TEXT_UNSET in desk.words()
        assert not any(character.isdigit() for character in BUNDLED_SAFETY_TEXT)


async def test_the_clinics_own_text_is_shown_as_it_is() -> None:
    async with at_desk(doors(safety_text="Call [bold]Dr X[/] on 555.")) as desk:
        await brought_to(desk, *STOPPING)
        assert "Call [bold]Dr X[/] on 555." in desk.words()
        assert SAFETY_TEXT_UNSET not in desk.words()


async def test_no_key_walks_past_safety() -> None:
    async with at_desk(doors()) as desk:
        await brought_to(desk, *STOPPING)
        for key in ("f5", "f6", "f7", "f8", "pageup", "pagedown", "q", "tab"):
            await desk.press(key)
            assert ("SafetyScreen", "safety") == (desk.place, desk.session.phase), key


async def test_safety_is_paused_not_escaped_and_comes_back_first() -> None:
    async with at_desk(doors()) as desk:
        await brought_to(desk, *STOPPING)
        await desk.press("escape")
        assert ("PausedScreen", "paused") == (desk.place, desk.session.phase)
        assert "Paused. Saved" in desk.words()
        await desk.press("enter")
        assert ("SafetyScreen", "safety") == (desk.place, desk.session.phase)
        await desk.press("escape", "1")
        assert "HomeScreen" == desk.place
        await desk.press("enter")
        assert "SafetyScreen" == desk.place
        assert "safety" == desk.session.phase


async def test_what_was_done_may_be_recorded_before_the_questions_are_finished() -> None:
    async with at_desk(doors()) as desk:
        await brought_to(desk, *STOPPING)
        assert "safety.act" == desk.link_id
        await desk.press("f10")
        for part in ("Dr B", "no", "ward", "2026-03-02"):
            await desk.answer(part)
        assert "InterviewScreen" == desk.place
        assert False is dict(desk.session.view().safety.disposition)["means_addressed"]


async def test_what_lacks_is_named_and_the_cursor_goes_there() -> None:
    async with at_desk(doors()) as desk:
        await brought_to(desk, *STOPPING, "no")
        await desk.press("enter", "enter", "enter", "enter")
        assert message(desk).startswith("The record of what was done is not complete yet. Still needed: seen by")
        assert isinstance(desk.app.focused, AnswerInput)
        assert "part-seen_by" == desk.app.focused.id
        assert "safety" == desk.session.phase


@pytest.mark.parametrize(("part", "typed"), [("means_addressed", "purple"), ("next_review", "when it rains")])
async def test_a_part_that_is_not_understood_keeps_the_words(part: str, typed: str) -> None:
    async with at_desk(doors()) as desk:
        await brought_to(desk, *STOPPING, "no")
        given = {"means_addressed": "yes", "next_review": "2026-03-02", part: typed}
        for text in ("Dr B", given["means_addressed"], "ward", given["next_review"]):
            await desk.answer(text)
        assert "not understood, and nothing was saved" in message(desk)
        assert isinstance(desk.app.focused, AnswerInput)
        assert (f"part-{part}", typed) == (desk.app.focused.id, desk.app.focused.text)
        assert () == desk.session.view().safety.disposition


async def test_a_full_disk_keeps_the_record_of_what_was_done_on_its_lines() -> None:
    store = FailingStore()
    async with at_desk(doors(store=store)) as desk:
        await brought_to(desk, *STOPPING, "no")
        store.is_full = True
        for text in ("Dr B", "yes", "ward", "2026-03-02"):
            await desk.answer(text)
        assert "NOT SAVED: disk full" in desk.text().splitlines()[0]
        assert "Dr B" == desk.app.screen.query_one("#part-seen_by", AnswerInput).text
        store.is_full = False
        await desk.press("enter")
        assert "InterviewScreen" == desk.place


@pytest.mark.parametrize(("digit", "status"), [("1", "declined"), ("2", "unknown")])
async def test_a_refusal_is_met_like_a_yes(digit: str, status: str) -> None:
    async with at_desk(doors()) as desk:
        await brought_to(desk, "yes", "grey")
        await desk.press("f2", digit)
        assert "SafetyScreen" == desk.place
        assert status == answers_given(desk.session)["safety.wish_to_be_dead"]
        assert "Stay with the person." in desk.words()


async def test_a_wish_alone_is_acknowledged_by_name_and_the_rest_is_asked_before_closing() -> None:
    async with at_desk(doors()) as desk:
        await brought_to(desk, "yes", "grey", "yes", "no", "no")
        assert "acknowledgement" == desk.session.view().safety.need
        await desk.press("enter", "enter", "enter", "enter")
        assert "InterviewScreen" == desk.place
        assert ("seen_by", "means_addressed", "contact", "next_review") == desk.session.view().safety.disposition_missing
        await desk.press("f8")
        assert "complete the record of what was done" in desk.words()
        await desk.press("2")
        await desk.type("Dr B")
        await desk.press("enter")
        for text in ("yes", "ward", "2026-03-02"):
            await desk.answer(text)
        assert "InterviewScreen" == desk.place
        assert () == desk.session.view().safety.disposition_missing


async def test_a_mis_keyed_yes_is_corrected_by_name_and_with_a_reason() -> None:
    async with at_desk(doors()) as desk:
        await brought_to(desk, "yes", "grey", "no", "yes")
        await desk.press("f9")
        await desk.press("1")
        await desk.press("enter")
        await desk.answer("wrong key")
        assert False is answers_given(desk.session)["safety.thoughts"]
        turn = next(turn for turn in desk.session.turns if turn.kind == "correction")
        assert ("Dr A", "wrong key") == (turn.source, turn.text)


async def test_f8_opens_safety_from_any_question_and_leaves_when_all_is_no() -> None:
    async with at_desk(doors()) as desk:
        await brought_to(desk, "yes", "grey", "no", "no", "no")
        assert "asking_person" == desk.session.phase
        before = desk.session.state.seq
        await desk.press("f8")
        assert ("AskFirst", before) == (desk.place, desk.session.state.seq), "asked first"
        await desk.press("escape")
        assert ("InterviewScreen", before) == (desk.place, desk.session.state.seq)
        await desk.press("f8", "enter")
        assert "SafetyScreen" == desk.place
        assert "Esc goes back while nothing was said here." in desk.words()
        await desk.press("escape")
        assert ("InterviewScreen", "asking_person") == (desk.place, desk.session.phase), "undone"
        assert before + 3 == desk.session.state.seq
        await desk.press("f8", "enter")
        await desk.answer("no")
        assert "Esc goes back" not in desk.words()
        await desk.press("escape")
        assert "paused" == desk.session.phase, "once something was said there is no way back"
        await desk.press("enter")
        for _ in range(2):
            await desk.answer("no")
        assert "InterviewScreen" == desk.place
        assert "asking_person" == desk.session.phase


@pytest.mark.parametrize("size", SIZES)
async def test_with_the_bundled_questionnaire_a_positive_answer_comes_back_to_the_interview(size: tuple[int, int]) -> None:
    world: Doors = doors(bundled())
    async with at_desk(world, size) as desk:
        await brought_to(desk, "yes", "none", "tired for years", "yes")
        assert "SafetyScreen" == desk.place
        while desk.link_id is not None:
            await desk.reply("no")
        for text in ("Dr B", "yes", "ward", "2026-03-02"):
            await desk.answer(text)
        assert "InterviewScreen" == desk.place
        assert desk.session.view().safety.was_asked


async def test_taking_note_alone_is_not_called_recording_what_was_done() -> None:
    async with at_desk(doors(), (140, 45)) as desk:
        await brought_to(desk, "yes", "grey", "yes", "no", "no")
        await desk.press("enter", "enter", "enter", "enter")
        assert "it was taken note of; what was done about it is not recorded yet" in desk.lines("#conversation")
        assert "what was done about it was recorded" not in desk.lines("#conversation")


async def test_a_judgement_among_the_safety_questions_is_folded_until_the_view_is_opened() -> None:
    world: Doors = doors(bundled())
    wording = bundled().items["safety.psychosis"].text
    async with at_desk(world) as desk:
        await brought_to(desk, "yes")
        await desk.reply("none")
        await desk.reply("tired for years")
        await desk.press("f8", "enter")
        while desk.link_id != "safety.psychosis":
            await desk.reply("no")
        assert "SafetyScreen" == desk.place
        assert "For the clinician: press F7 to show it here" in desk.words()
        assert wording not in desk.words()
        await desk.answer("no")
        assert "safety.psychosis" == desk.link_id
        await desk.press("f7")
        assert wording in desk.words()
        assert "CLINICIAN'S VIEW" in desk.text().splitlines()[0]
        await desk.press("enter")
        assert False is answers_given(desk.session)["safety.psychosis"]


async def test_while_words_of_risk_wait_the_check_stays_open_and_the_way_to_settle_them_is_named() -> None:
    async with at_desk(doors()) as desk:
        await brought_to(desk, "yes", "I want to kill myself", "no", "no", "no")
        await desk.press("f8", "1")
        assert "SafetyScreen" == desk.place
        for _ in range(3):
            await desk.answer("no")
        assert "InterviewScreen" == desk.place
        assert "Words that may point to risk are not settled yet: F8 settles them" in message(desk)
        await desk.press("f10", "1")
        assert "ReviewScreen" == desk.place
        await desk.press("escape")
        assert "reviewing" == desk.session.phase
        await desk.press("f10")
        assert "Words that may point to risk are not settled yet: F8 settles them; the record is closed only after that." in desk.words()
        assert "1 check the answers, and close (clinician's view)" in desk.words()
        assert "3 safety: ask now, settle the words, record what was done (F8)" in desk.words()
        await desk.press("3")
        assert "these words: known, and already in this record" in desk.words()
        await desk.press("3")
        await desk.answer("told at referral")
        assert {"narrative.concern": "known"} == desk.session.state.risk_words
        assert "Settled." == message(desk)
        await desk.press("f10")
        assert "not settled" not in desk.words()
        assert "1 check the answers, and close (clinician's view)" in desk.words()


async def test_before_safety_was_asked_the_sheet_says_so() -> None:
    async with at_desk(doors()) as desk:
        await brought_to(desk, "yes", "grey")
        await desk.press("f10")
        assert "The safety questions were not asked yet: F8 asks them." in desk.words()
        assert "check the answers, and close" not in desk.words()
        assert "1 read the report (clinician's view)" in desk.words()


async def test_words_that_were_not_understood_are_kept_as_a_note_in_one_key_or_let_go() -> None:
    """In the order of asking, before safety opens; and while it is open."""
    async with at_desk(doors()) as desk:
        await brought_to(desk, "yes", "grey", "no", "hard to put into words")
        assert ("InterviewScreen", "safety.thoughts") == (desk.place, desk.link_id)
        await desk.answer("yes")
        assert "KeepWords" == desk.place
        assert "hard to put into words" in desk.words()
        await desk.press("y")
        kept = [("record", "hard to put into words", "safety.thoughts")]
        assert kept == [(note.kind, note.text, note.link_id) for note in desk.session.state.notes]
        assert (True, "SafetyScreen") == (answers_given(desk.session)["safety.thoughts"], desk.place)
        await desk.answer("yes")
        await desk.answer("hard to put")
        await desk.answer("no")
        assert "KeepWords" == desk.place
        await desk.press("n")
        assert kept == [(note.kind, note.text, note.link_id) for note in desk.session.state.notes]
        assert (None, False) == (desk.link_id, answers_given(desk.session)["safety.act"])


async def test_the_answer_that_opened_safety_stands_there_as_it_was_said_with_its_turn() -> None:
    async with at_desk(doors(), (110, 30)) as desk:
        await brought_to(desk, "yes", "grey", "no", "yes, most nights")
        assert "SafetyScreen" == desk.place
        said = desk.session.state.answers["safety.thoughts"]
        told = " ".join(text_of(desk, "#safety-said").split())
        assert f"You said at {said.at[11:19]}: “yes, most nights”" in told
