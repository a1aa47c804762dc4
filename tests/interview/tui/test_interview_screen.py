"""The interviewing screen, by keyboard: from the start page to the end, and everything that may come between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from textual.widgets import OptionList

from interview.engine.session import Session
from interview.tui.screens.session_screen import VIEW_OPEN_SECONDS
from interview.tui.widgets.clinician_view import ClinicianView
from interview.tui.widgets.conversation import Conversation
from interview.tui.widgets.message_line import MessageLine
from interview.tui.widgets.outline import Outline
from interview.tui.widgets.question_card import QuestionCard
from interview.understanding.risk import risk_words
from tests.interview.engine.world import PLAIN, SMALL, FailingStore
from tests.interview.tui.desk import SIZES, Desk, answers_given, at_desk, doors, turns_of

CONCERN = "narrative.concern"


async def said(desk: Desk, *answers: str) -> None:
    for text in answers:
        await desk.reply(text)


def message(desk: Desk) -> str:
    return desk.app.screen.query_one("#message", MessageLine).words


@pytest.mark.parametrize("size", SIZES)
async def test_a_whole_interview_by_keyboard_from_the_start_page_to_the_last_question(size: tuple[int, int]) -> None:
    async with at_desk(doors(), size) as desk:
        await desk.begin()
        asked = []
        while desk.link_id is not None:
            asked.append(desk.link_id)
            await desk.reply(PLAIN[desk.link_id])
        assert list(PLAIN) == asked
        assert "Nothing left to ask here" in desk.words()
        assert answers_given(desk.session)["trials[0].dose_mg"] == 100
        assert 44 == desk.session.case().person.age_years


async def test_the_first_question_stands_within_three_keys_of_the_subject() -> None:
    async with at_desk(doors()) as desk:
        await desk.type("S-9")
        await desk.press("enter")
        await desk.press("enter")
        assert "interview.consent" == desk.link_id
        assert "S-9" == desk.session.view().subject


async def test_identity_mode_and_save_state_stand_on_the_screen() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin("S-0231")
        top = desk.text().splitlines()[0]
        assert "S-0231 · visit baseline · shared screen" in top
        assert top.rstrip().endswith(f"saved {desk.session.view().saved_at[11:19]}")


async def test_what_was_said_and_what_was_understood_stand_in_the_conversation() -> None:
    async with at_desk(doors(), (140, 45)) as desk:
        await desk.begin()
        await said(desk, "sure, go ahead", "tired")
        assert "→ yes" in desk.words()
        assert "sure, go ahead" in desk.words()


@pytest.mark.parametrize(("digit", "status"), [("1", "declined"), ("2", "unknown"), ("3", "not_applicable")])
async def test_each_reason_for_no_answer_is_one_key_after_f2(digit: str, status: str) -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await said(desk, "yes")
        await desk.type("not that")
        await desk.press("f2")
        await desk.press(digit)
        answer = desk.session.answer_of(CONCERN)
        assert answer is not None
        assert (status, None, "not that") == (answer.status, answer.value, answer.verbatim)
        assert "" == desk.asking.line.text


async def test_leaving_the_reasons_changes_nothing() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.press("f2", "escape")
        assert {} == answers_given(desk.session)
        assert "interview.consent" == desk.link_id


async def test_not_understood_keeps_question_and_words_and_says_what_fits() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.answer("blue elephants")
        assert "interview.consent" == desk.link_id
        assert "blue elephants" == desk.asking.line.text
        assert "Not understood yet, and nothing was saved; your words are still here. What fits: yes or no." == message(desk)
        assert 1 == desk.session.state.seq


async def test_two_readings_are_offered_and_the_digit_settles_them() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.answer("perhaps")
        assert "1 yes" in desk.words()
        assert "2 no" in desk.words()
        assert 1 == desk.session.state.seq
        await desk.press("1")
        answer = desk.session.answer_of("interview.consent")
        assert answer is not None
        assert (True, "perhaps") == (answer.value, answer.verbatim)


async def test_back_and_on_lose_nothing_and_keep_a_draft() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await said(desk, "yes")
        await desk.type("half a sen")
        before = desk.session.state.seq
        await desk.press("pageup")
        assert "interview.consent" == desk.link_id
        assert "" == desk.asking.line.text
        assert "→ yes" in desk.words()
        await desk.press("pagedown")
        assert CONCERN == desk.link_id
        assert "half a sen" == desk.asking.line.text
        assert {"interview.consent": True} == answers_given(desk.session)
        assert before == sum(event.body.type != "phase_changed" for event in desk.session.events) + 1


async def test_going_back_and_typing_again_corrects() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await said(desk, "yes", "grey")
        await desk.press("pageup")
        await desk.answer("everything is grey")
        assert "everything is grey" == answers_given(desk.session)[CONCERN]
        assert ["grey", "everything is grey"] == [turn.value for turn in turns_of(desk.session, "answer") if turn.link_id == CONCERN]


async def test_enter_on_an_empty_line_saves_nothing() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.press("enter")
        assert 1 == desk.session.state.seq
        assert message(desk).startswith("Nothing was typed.")


async def test_jump_by_word_goes_to_the_question() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await said(desk, "yes")
        wanted = next(item for item in SMALL.items.values() if item.link_id == "person.age_years")
        await desk.press("f6")
        await desk.type(wanted.text[:12].rstrip("?"))
        await desk.press("enter")
        assert "person.age_years" == desk.link_id


async def test_jump_by_section_from_the_outline() -> None:
    async with at_desk(doors(), (140, 45)) as desk:
        await desk.begin()
        await said(desk, "yes")
        outline = desk.app.screen.query_one(Outline)
        outline.focus()
        outline.highlighted = outline.get_option_index("lifestyle")
        await desk.press("enter")
        assert "narrative.lifestyle" == desk.link_id
        assert desk.app.focused is desk.asking.line


async def test_places_passed_through_leave_no_headings() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await said(desk, "yes", "grey")
        for section in ("lifestyle", "person", "concern"):
            desk.session.go("jump", section)
            desk.asking.draw()
        headings = [line for line in desk.lines("#conversation").splitlines() if line.startswith("——")]
        assert 2 == len(headings)
        assert f"—— {SMALL.sections['concern'].title} ——" == headings[-1]


async def test_a_turn_in_the_conversation_leads_back_to_its_question() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await said(desk, "yes", "grey")
        conversation = desk.app.screen.query_one(Conversation)
        assert conversation.point_at("interview.consent")
        conversation.focus()
        await desk.press("enter")
        assert "interview.consent" == desk.link_id


async def test_three_pasted_lines_stay_three_lines_and_nothing_acts() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await said(desk, "yes")
        before = desk.session.state.seq
        await desk.paste("one\r\ntwo\rthree\x1b[31m\n")
        assert before == desk.session.state.seq
        assert "one\ntwo\nthree[31m\n" == desk.asking.line.text
        await desk.press("enter")
        assert "one\ntwo\nthree[31m" == answers_given(desk.session)[CONCERN]


async def test_a_paste_of_signs_and_digits_never_acts() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.paste(";?1")
        assert ";?1" == desk.asking.line.text
        assert 1 == desk.session.state.seq
        await desk.press("f2")
        await desk.paste("1\n")
        assert "ChoiceScreen" == desk.place
        assert 1 == desk.session.state.seq


@pytest.mark.parametrize("text", ["[/]", "[red]x[/]", "[@click=app.quit]x[/]"])
async def test_markup_in_an_answer_is_shown_as_it_was_typed(text: str) -> None:
    async with at_desk(doors(), (140, 45)) as desk:
        await desk.begin()
        await said(desk, "yes")
        await desk.paste(text)
        await desk.press("enter")
        assert text == answers_given(desk.session)[CONCERN]
        assert f"→ {text}" in desk.words()
        await desk.press("pageup")
        assert text in desk.app.screen.query_one(QuestionCard).query_one("#card-foot").render().plain
        await desk.press("f6")
        assert f"→ {text}" in desk.words()


async def test_a_full_disk_says_not_saved_and_keeps_the_words() -> None:
    store = FailingStore()
    async with at_desk(doors(store=store)) as desk:
        await desk.begin()
        await said(desk, "yes")
        safe = desk.session.view().saved_at[11:19]
        store.is_full = True
        await desk.answer("everything is grey")
        assert "NOT SAVED: disk full" in desk.text().splitlines()[0]
        assert message(desk).startswith("NOT SAVED: the disk is full; make room and try again")
        assert f"safe up to {safe}" in message(desk)
        assert "everything is grey" == desk.asking.line.text
        assert CONCERN not in answers_given(desk.session)
        store.is_full = False
        await desk.press("enter")
        assert "everything is grey" == answers_given(desk.session)[CONCERN]
        assert "NOT SAVED" not in desk.text()


async def test_a_full_disk_keeps_a_note() -> None:
    store = FailingStore()
    async with at_desk(doors(store=store)) as desk:
        await desk.begin()
        store.is_full = True
        await desk.press("f3")
        await desk.answer("looks tired")
        await desk.press("1")
        assert "NOT SAVED" in desk.text()
        store.is_full = False
        await desk.press("f3", "enter", "1")
        assert [("record", "looks tired")] == [(note.kind, note.text) for note in desk.session.state.notes]


@pytest.mark.parametrize(("digit", "kind"), [("1", "record"), ("2", "private"), ("3", "to_do")])
async def test_a_note_belongs_to_the_question_and_has_its_kind(digit: str, kind: str) -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.press("f3")
        await desk.answer("looks tired; why?")
        await desk.press(digit)
        note = desk.session.state.notes[0]
        assert (kind, "looks tired; why?", "interview.consent") == (note.kind, note.text, note.link_id)


@pytest.mark.parametrize(("digit", "shown"), [("1", "note for the record"), ("2", "private note"), ("3", "to do")])
async def test_a_note_of_any_kind_stays_folded_on_a_shared_screen(digit: str, shown: str) -> None:
    async with at_desk(doors(), (140, 45)) as desk:
        await desk.begin()
        await desk.press("f3")
        await desk.answer("smells of smoke")
        await desk.press(digit)
        assert "smells of smoke" not in desk.text()
        await desk.press("f7")
        assert f"{shown}: smells of smoke" in desk.lines("#conversation")


async def test_the_flag_is_a_sign_on_an_empty_line_and_a_letter_in_a_text() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.press("semicolon")
        assert ["interview.consent"] == list(desk.session.state.flags)
        assert "(flagged)" in desk.words()
        await desk.press("y", "semicolon")
        assert "y;" == desk.asking.line.text
        assert ["interview.consent"] == list(desk.session.state.flags)


async def test_ctrl_j_makes_a_new_line_and_saves_nothing() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await said(desk, "yes")
        await desk.type("one")
        await desk.press("ctrl+j")
        await desk.answer("two")
        assert "one\ntwo" == answers_given(desk.session)[CONCERN]


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
async def test_one_key_blanks_the_screen_and_enter_goes_on_with_the_draft(key: str) -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.type("half")
        await desk.press(key, key, "x")
        saved = desk.session.view().saved_at[11:19]
        assert desk.words().startswith(
            f"Paused. Saved {saved}. What stands on the answer line is kept here, and is not saved. "
            "Enter goes on. 1 to the start page 2 end the program"
        )
        assert "half" not in desk.words()
        assert "S-1" not in desk.words()
        assert "paused" == desk.session.phase
        await desk.press("enter")
        assert ("InterviewScreen", "half", "opening") == (desk.place, desk.asking.line.text, desk.session.phase)


async def test_a_pause_comes_back_to_the_very_question_and_shares_the_screen() -> None:
    async with at_desk(doors(), (140, 45)) as desk:
        await desk.begin()
        await said(desk, "yes", "grey")
        await desk.press("pageup", "f7", "escape")
        assert "S-1" not in desk.words()
        await desk.press("enter")
        assert CONCERN == desk.link_id
        assert "shared screen" in desk.text()
        assert "Clinician's view" not in desk.text()
        await desk.press("escape", "enter")
        assert ["pause", "resume", "pause", "resume"] == [
            event.body.trigger for event in desk.session.events if getattr(event.body, "trigger", "") in ("pause", "resume")
        ]


async def test_a_pause_that_the_store_cannot_take_blanks_all_the_same_and_says_so() -> None:
    store = FailingStore()
    async with at_desk(doors(store=store)) as desk:
        await desk.begin()
        store.is_full = True
        await desk.press("escape")
        assert "Paused. NOT SAVED that it paused. Answers are safe up to" in desk.words()
        await desk.press("enter")
        assert ("InterviewScreen", "opening") == (desk.place, desk.session.phase)


async def test_keys_that_others_use_do_nothing_to_the_record() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        for letter in "abdeknpqstuw":
            await desk.type("some words")
            await desk.press(f"ctrl+{letter}")
            assert ("InterviewScreen", 1) == (desk.place, desk.session.state.seq), letter


async def test_leaving_pauses_and_one_key_resumes_at_the_same_question() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin("S-0231")
        await said(desk, "yes", "grey")
        here = desk.link_id
        await desk.press("escape", "1")
        assert "HomeScreen" == desk.place
        assert "S-0231" in desk.text()
        assert "question 3 of about" in desk.words()
        assert "safety not asked today" in desk.words()
        await desk.press("enter")
        assert here == desk.link_id
        assert "asking_safety" == desk.session.phase
        assert "→ grey" in desk.words()


async def test_a_pause_that_cannot_be_written_offers_to_try_again() -> None:
    store = FailingStore()
    async with at_desk(doors(store=store)) as desk:
        await desk.begin()
        store.is_full = True
        await desk.press("escape", "1")
        assert "The pause could not be written." in desk.words()
        store.is_full = False
        await desk.press("1")
        assert "HomeScreen" == desk.place
        assert "paused" == store.records()[0].phase


async def test_the_clinicians_view_opens_and_closes_and_says_so() -> None:
    async with at_desk(doors(), (140, 45)) as desk:
        await desk.begin()
        await said(desk, *list(PLAIN.values())[:7])
        assert not desk.app.screen.query_one(ClinicianView).display
        assert "CLINICIAN'S VIEW" not in desk.text()
        await desk.press("f7")
        assert "CLINICIAN'S VIEW" in desk.text().splitlines()[0]
        assert "5 of 9, no change" in desk.lines("#view")
        await desk.press("f7")
        assert not desk.app.screen.query_one(ClinicianView).display
        assert "shared screen" in desk.text().splitlines()[0]


async def test_the_clinicians_view_closes_by_itself_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        timers: list[tuple[float, Callable[[], None]]] = []
        monkeypatch.setattr(desk.asking, "set_timer", lambda delay, callback: timers.append((delay, callback)))
        await desk.press("f7")
        assert [VIEW_OPEN_SECONDS] == [delay for delay, _ in timers]
        await desk.answer("yes")
        assert [VIEW_OPEN_SECONDS] * 2 == [delay for delay, _ in timers]
        timers[1][1]()
        await desk.settle()
        assert "shared screen" in desk.text().splitlines()[0]
        assert not desk.app.screen.query_one(ClinicianView).display


async def test_a_judgement_stays_folded_on_a_shared_screen_and_is_shown_with_its_subject_in_the_clinicians_view() -> None:
    wording = SMALL.items["trials[].evidence_based"].text
    async with at_desk(doors()) as desk:
        await desk.begin()
        while desk.link_id != "trials[0].evidence_based":
            await desk.reply(PLAIN[str(desk.link_id)])
        assert "For the clinician: press F7 to show it here" in desk.words()
        assert wording not in desk.words()
        assert "Your judgement" not in desk.words()
        await desk.press("f7")
        assert "Your judgement — not read aloud" in desk.text()
        assert f"The latest: sertraline. {wording}" in desk.words()
        await desk.answer("yes")
        await desk.press("f7")
        assert wording not in desk.text()
        assert "kept, not shown on a shared screen" in desk.words()


@pytest.mark.parametrize("keys", [("enter",), ("f2",), ("f4",)])
async def test_a_folded_judgement_is_not_answered_unseen_and_what_was_typed_waits_for_it(keys: tuple[str, ...]) -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        while desk.link_id != "trials[0].evidence_based":
            await desk.reply(PLAIN[str(desk.link_id)])
        await desk.type("no")
        before = desk.session.state.seq
        await desk.press(*keys)
        assert ("InterviewScreen", before) == (desk.place, desk.session.state.seq)
        assert message(desk).startswith("This one is the clinician's, and it is folded: F7 shows it first. Nothing was saved")
        await desk.press("f7")
        assert "no" == desk.asking.line.text
        await desk.press("f7")
        assert "" == desk.asking.line.text
        await desk.press("f7", "enter")
        assert False is answers_given(desk.session)["trials[0].evidence_based"]


async def test_the_list_of_places_keeps_judgements_folded_too() -> None:
    wording = SMALL.items["trials[].evidence_based"].text
    async with at_desk(doors(), (140, 45)) as desk:
        await desk.begin()
        while desk.link_id != "narrative.lifestyle":
            await desk.reply(PLAIN[str(desk.link_id)])
        await desk.press("f6")
        assert wording not in desk.lines("#found")
        assert "the latest: sertraline: For the clinician" in desk.lines("#found")
        await desk.press("escape", "f7", "f6")
        assert f"the latest: sertraline: {wording}  → yes" in desk.lines("#found")


async def test_why_shows_the_rule_its_source_and_leads_to_the_turn() -> None:
    async with at_desk(doors(), (140, 45)) as desk:
        await desk.begin()
        while desk.link_id != "interview.any.trials":
            await desk.reply(PLAIN[str(desk.link_id)])
        await desk.press("pageup")
        assert "kellner" == desk.link_id
        await desk.press("f7", "f4")
        assert "Why this is asked" in desk.text()
        assert "response.direction" in desk.words()
        findings = desk.app.screen.query_one("#findings", OptionList)
        findings.highlighted = next(place for place in range(findings.option_count) if not findings.get_option_at_index(place).disabled)
        await desk.press("enter")
        conversation = desk.app.screen.query_one(Conversation)
        assert desk.app.focused is conversation
        assert conversation.highlighted_option is not None
        assert str(conversation.highlighted_option.id).endswith(":kellner")


async def test_help_lists_what_can_be_done_and_does_it() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.press("f1")
        await desk.type("mark the question")
        await desk.press("enter")
        assert ["interview.consent"] == list(desk.session.state.flags)


async def test_every_act_of_the_screen_stands_in_the_help() -> None:
    async with at_desk(doors(), (140, 60)) as desk:
        await desk.begin()
        await desk.press("f1")
        listed = desk.words()
        for words in ("Save the answer", "Go back one question", "Go on one question", "Not answered", "Keep a note", "Why this is asked",
                      "Treatments", "Go to any question", "clinician's view", "Safety", "Check the answers", "Pause at once",
                      "ways to ask further", "Mark the question", "colours"):  # fmt: skip
            assert words in listed


async def test_formulation_is_offered_only_once_safety_was_asked() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await said(desk, "yes", "grey")
        await desk.press("f9")
        assert "InterviewScreen" == desk.place
        await said(desk, "no", "no", "no")
        await desk.press("f9")
        assert ("ChoiceScreen", True) == (desk.place, "The person can see this screen." in desk.words())
        await desk.press("enter")
        assert "FormulationScreen" == desk.place
        assert "formulating" == desk.session.phase


async def test_words_of_risk_raise_a_banner_that_f8_settles() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await said(desk, "yes", "I want to kill myself")
        assert "Something that was typed is still to be settled: F8." in desk.words()
        assert "kill myself" not in str(desk.app.screen.query_one("#banner").render())
        await desk.press("f7")
        assert f"Words that may point to risk were typed (“{'”, “'.join(risk_words('I want to kill myself'))}”)" in desk.words()
        assert f"to “{SMALL.items[CONCERN].text}”" in desk.words(), "and in which turn"
        await desk.press("f7")
        await desk.press("f8")
        await desk.press("3", "enter")
        assert ({CONCERN: None}, "Not settled: it takes a reason in a line.") == (desk.session.state.risk_words, message(desk))
        await desk.press("f8", "3")
        await desk.answer("told at referral")
        assert "told at referral" == desk.session.events[-1].body.reason  # type: ignore[union-attr]
        assert {CONCERN: "known"} == desk.session.state.risk_words
        assert "is still to be settled" not in desk.words()


@pytest.mark.parametrize("size", [(59, 24), (80, 14), (40, 10)])
async def test_too_little_room_asks_for_more_and_keeps_the_answer(size: tuple[int, int]) -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        await desk.type("half a word")
        await desk.pilot.resize_terminal(*size)
        await desk.settle()
        assert "A little more room, please" in desk.words()
        await desk.pilot.resize_terminal(80, 24)
        await desk.settle()
        assert "half a word" == desk.asking.line.text
        assert "A little more room" not in desk.words()


@pytest.mark.parametrize(("size", "shows"), [((99, 24), False), ((100, 24), True)])
async def test_the_outline_folds_below_a_hundred_columns(size: tuple[int, int], shows: bool) -> None:
    async with at_desk(doors(), size) as desk:
        await desk.begin()
        assert shows is desk.app.screen.query_one(Outline).is_on_screen


async def test_a_record_of_another_day_opens_with_safety() -> None:
    world = doors()
    session: Session = world.begin("S-7")
    for link_id in ("interview.consent", CONCERN, "safety.wish_to_be_dead", "safety.thoughts", "safety.act"):
        session.answer(link_id, PLAIN[link_id])
    session.go("pause")
    world.clock.moment += dt.timedelta(days=1)  # type: ignore[attr-defined]
    async with at_desk(world) as desk:
        assert "safety not asked today" in desk.words()
        await desk.press("enter")
        assert "SafetyScreen" == desk.place
        assert "interview.safety_today[0]" == desk.link_id
        await desk.answer("no")
        assert "InterviewScreen" == desk.place
