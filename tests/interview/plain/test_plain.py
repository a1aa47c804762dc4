"""The interview line by line: the same record as `replay` makes, nothing lost by a slip, an end of input, a full disk or a ^C."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from interview.engine.doors import SAFETY_TEXT_UNSET, Attach, Doors, UserSettings
from interview.engine.lines import lines
from interview.engine.session import Session
from interview.plain.console import Console, Line
from interview.plain.interview import PlainInterview
from interview.questionnaire.model import Questionnaire
from interview.questionnaire.reader import bundled
from tests.interview.engine.world import NO_RISK, PLAIN, SMALL, FailingStore, ids
from tests.interview.program import Ended, Program, SteppingClock, jsonl

TYPED = list(PLAIN.values())


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "data", SMALL)


def plain(program: Program, *typed: str, argv: tuple[str, ...] = ("new", "--subject", "S-1")) -> Ended:
    """Interview line by line, with the clinician's view open."""
    return program(*argv, "--plain", stdin="".join(f"{line}\n" for line in ("/clinician on", *typed)))


def bodies(program: Program, record: str) -> list[dict[str, Any]]:
    return [event.body.model_dump() for event in program.events(record)]


def without_record(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Two records of the same answers differ in their ids alone (and in times, which are no part of what happened)."""
    return [{**found[0], "record": "", "interviewer": None}, *found[1:]]


class _Keyboard(io.BytesIO):
    """Somebody types."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 0


class Doing:
    """A plain interview over a store that can fail, with lines handed in as they are asked for."""

    def __init__(
        self,
        typed: Iterable[str | Line | BaseException | None],
        settings: UserSettings | None = None,
        questionnaire: Questionnaire = SMALL,
        before: Callable[[Session], None] = lambda _: None,
        is_typed: bool = False,
        attach: Attach | None = None,
    ) -> None:
        self.store = FailingStore()
        self.out = io.StringIO()
        doors = Doors(self.store, questionnaire, SteppingClock(), ids(), settings or UserSettings(), lambda *_: None, attach=attach)
        self.session: Session = doors.begin("S-1")
        before(self.session)
        console = Console(_Keyboard() if is_typed else io.BytesIO(), self.out)
        left = iter(typed)
        self.prompts: list[str] = []
        """What stood before each line."""

        def ask(prompt: str = "") -> Line | None:
            self.prompts.append(prompt)
            said = next(left, None)
            if isinstance(said, BaseException):
                raise said
            if callable(said):
                said = said(self)
            return Line(said) if isinstance(said, str) else said

        console.ask = ask  # type: ignore[method-assign]
        self.code = PlainInterview(doors, self.session, console).run()

    @property
    def said(self) -> str:
        return " ".join(self.out.getvalue().split())


def test_a_question_is_asked_with_what_to_say_what_fits_and_its_options(program: Program) -> None:
    out = plain(program, *TYPED[:7], "yes").out
    assert "Ask: What brings you?" in out
    assert "Your judgement (not read aloud): Change since the latest treatment." in out
    assert "What fits: a whole number from 1 to 9" in out
    assert "  1 A medicine\n  2 Talking\n" in out
    assert "(the latest)" in out
    assert "→ 44. saved 10:" in out
    assert "\x1b" not in out


def test_the_same_answers_typed_and_replayed_make_the_same_case_and_the_same_events(program: Program) -> None:
    plain(
        program,
        *TYPED,
        "/note she smiled",
        "/formulate",
        "/add Low mood",
        "psych",
        *("2", "3", "yes", "3", "", "2", ""),
        "/review",
        "/close",
        "/quit",
    )
    first = program.events("r1")
    assert "closed" == [event.body for event in first if event.body.type == "phase_changed"][-1].dest
    replayed = program("replay", "-", "--subject", "S-1", stdin=jsonl(*lines(first)))
    assert 0 == replayed.code
    assert program("case", "r1").out == program("case", "r2").out
    assert without_record(bodies(program, "r1")) == without_record(bodies(program, "r2"))


def test_why_there_is_no_answer_keeps_the_four_apart(program: Program) -> None:
    ended = plain(program, *TYPED[:5], "/skip", "/dontknow", "/notapply")
    missing = json.loads(program("case", "r1").out)["missing"]
    assert {"person.age_years": "declined", "kellner": "unknown", "areas_completed": "not_asked"} == {
        name: why for name, why in missing.items() if name != "trials"
    }
    assert "→ declined. saved" in ended.out
    assert "→ does not know. saved" in ended.out
    assert "→ does not apply. saved" in ended.out


def test_words_that_are_not_understood_leave_the_question_and_say_what_fits(program: Program) -> None:
    ended = plain(program, *TYPED[:5], "a good while", "44")
    assert "What fits: a number from 0 to 120" in " ".join(ended.out.split())
    assert 44 == json.loads(program("case", "r1").out)["person"]["age_years"]


def test_two_readings_are_both_offered_and_a_digit_chooses(program: Program) -> None:
    ended = plain(program, *TYPED[:6], "between 3 and 4", "2")
    assert "That can be read as 3 or as 4" in " ".join(ended.out.split())
    assert 4 == json.loads(program("case", "r1").out)["kellner"]
    answered = [event.body for event in program.events("r1") if event.body.type == "item_answered"][-1]
    assert "between 3 and 4" == answered.verbatim


def test_a_name_that_no_table_knows_is_kept_when_told_to(program: Program) -> None:
    ended = plain(program, *TYPED[:9], "zzqx", "/keep")
    assert "/keep keeps the words as they are" in ended.out
    assert "zzqx" == json.loads(program("case", "r1").out)["trials"][0]["agent"]


def test_back_next_and_an_empty_line_lose_nothing(program: Program) -> None:
    ended = plain(program, *TYPED[:6], "/back", "", "/back", "45", "/next", "/next")
    assert "Answered before: 44" in ended.out
    assert 45 == json.loads(program("case", "r1").out)["person"]["age_years"]
    nothing = plain(program, "", "yes")
    assert "Nothing was typed" in nothing.out


def test_a_jump_goes_to_a_section_by_number_or_by_name(program: Program) -> None:
    by_name = plain(program, *TYPED[:5], "/jump lifest", "I sit at home.")
    assert "Ask: What does a day look like?" in by_name.out
    by_number = plain(program, *TYPED[:5], "/jump 6")
    assert "Ask: What does a day look like?" in by_number.out
    lost = plain(program, *TYPED[:5], "/jump nowhere")
    assert "Which section is meant?" in lost.out
    assert "6 Lifestyle: 0 of 3, open" in lost.out


def test_notes_flags_why_and_the_view_of_the_case(program: Program) -> None:
    ended = plain(
        program,
        *TYPED[:5],
        "/note said with a smile",
        "/private mine",
        "/todo ring",
        "/note",
        "/flag",
        "/why",
        "/case",
        "/help",
        "/fly",
        "//44",
    )
    notes = [(event.body.kind, event.body.text) for event in program.events("r1") if event.body.type == "note_added"]
    assert [("record", "said with a smile"), ("private", "mine"), ("to_do", "ring")] == notes
    assert ["person.age_years"] == [event.body.link_id for event in program.events("r1") if event.body.type == "item_flagged"]
    assert "Nothing was typed, so nothing was saved" in ended.out
    assert "No rule needs it" in ended.out
    assert "Would settle most" in ended.out or "Safety" in ended.out
    assert "/skip: the person declined to answer" in ended.out
    assert "No such word at this point" in ended.out


def test_an_answer_may_begin_with_a_slash(program: Program) -> None:
    plain(program, "yes", "//no words")
    assert "/no words" == [event.body.value for event in program.events("r1") if event.body.type == "item_answered"][-1]


def test_the_end_of_the_input_pauses_and_resume_goes_on_at_the_same_question(program: Program) -> None:
    ended = plain(program, *TYPED[:6])
    assert (0, "paused") == (ended.code, json.loads(program("list", "--format", "json").out)[0]["phase"])
    assert "`trd-interview resume r1 --plain` goes on here" in ended.out
    resumed = plain(program, *TYPED[6:], argv=("resume", "r1"))
    assert resumed.out.index("Change since the latest treatment.") < resumed.out.index("any?")
    assert len(PLAIN) == len([event for event in program.events("r1") if event.body.type == "item_answered"])


def test_a_record_that_is_closed_shows_its_report_and_may_be_reopened(program: Program) -> None:
    closed = plain(program, *TYPED, "/formulate", "/review", "/close")
    assert 0 == closed.code
    assert "REPORT of S-1" in closed.out
    assert "does not exclude risk" in " ".join(closed.out.split())
    again = plain(program, "44", "/reopen", "/change 6", "45", "/review", "/close", argv=("resume", "r1"))
    assert "Nothing is asked here" in again.out
    assert 45 == json.loads(program("case", "r1").out)["person"]["age_years"]


def test_what_stands_before_closing_is_said(program: Program) -> None:
    ended = plain(program, *TYPED[:2], "/close", *TYPED[2:5], "I could kill myself over it", "/review", "/close")
    assert "The safety questions were not asked yet" in ended.out
    assert "A record is closed from the review" in ended.out
    assert "The short safety look" in " ".join(ended.out.split())


def test_words_of_risk_are_settled_before_closing(program: Program) -> None:
    ended = plain(
        program,
        "yes",
        "Sometimes I want to kill myself",
        *TYPED[2:],
        "/formulate",
        "/review",
        "/close",
        "/risk",
        "/risk asked because it was asked just now",
        "/close",
    )
    assert "Words of risk were noticed" in ended.out
    assert "Words of risk in a text are not settled yet" in ended.out
    assert ["asked_now"] == [event.body.how for event in program.events("r1") if event.body.type == "risk_words_settled"]
    assert "REPORT" in ended.out
    assert "No words of risk" in plain(program, "/risk").out


def test_a_wish_is_met_by_finishing_the_questions_and_an_acknowledgement(program: Program) -> None:
    ended = plain(program, "yes", "Grey.", "yes", "/jump lifestyle", "no", "no", "", "Dr A", "", "", "", "", "44")
    assert "SAFETY. These questions come before everything else" in " ".join(ended.out.split())
    assert 1 == ended.out.count("SAFETY.")
    assert SAFETY_TEXT_UNSET not in ended.out
    assert 1 == ended.out.count("It is needed to go on.")
    disposition = json.loads(program("case", "r1").out)["safety"]["disposition"]
    assert "Dr A" == disposition["by"]
    assert 44 == json.loads(program("case", "r1").out)["person"]["age_years"]


def test_a_method_stops_the_script_until_every_part_is_recorded(program: Program) -> None:
    ended = plain(
        program,
        "yes",
        "Grey.",
        "no",
        "yes",
        "yes",
        "Dr A",
        "",
        "Dr B",
        "perhaps",
        "yes",
        "crisis team",
        "soon",
        "2026-02-01",
        "tomorrow",
        "44",
        "/quit",
    )
    assert "Stay with the person" in ended.out
    assert SAFETY_TEXT_UNSET in ended.out
    assert 1 == ended.out.count("It is needed to go on.")
    assert 3 == ended.out.count("Not understood yet; what fits:")
    disposition = json.loads(program("case", "r1").out)["safety"]["disposition"]
    assert ("Dr A", "Dr B", True, "crisis team", "2026-03-02") == tuple(
        disposition[part] for part in ("by", "seen_by", "means_addressed", "contact", "next_review")
    )


def test_in_a_stop_the_questions_may_be_finished_first(program: Program) -> None:
    ended = plain(program, "yes", "Grey.", "no", "yes", "yes", "/ask", "no", "Dr A", "Dr B", "yes", "team", "2026-03-02", "44")
    assert 44 == json.loads(program("case", "r1").out)["person"]["age_years"]
    assert {"thoughts": True, "method": True, "act": False}.items() <= json.loads(program("case", "r1").out)["safety"].items()
    assert "Ask: Ever?" in ended.out


def test_the_clinic_s_own_text_stands_in_place_of_the_bundled_one(program: Program) -> None:
    program.folder.mkdir()
    (program.folder / "settings.toml").write_text('interviewer = "Dr A"\n[safety]\ntext = "Ring the house at night."\n')
    ended = plain(program, "yes", "Grey.", "no", "yes", "yes")
    assert "Ring the house at night." in ended.out
    assert SAFETY_TEXT_UNSET not in ended.out
    assert "recorded by: Dr A" in ended.out


def test_a_mis_keyed_sign_is_corrected_by_name_and_with_a_reason(program: Program) -> None:
    ended = plain(
        program,
        "yes",
        "Grey.",
        "yes",
        "no",
        "no",
        "Dr A",
        "",
        "",
        "",
        "",
        "/correct",
        "/correct safety.wish_to_be_dead no Dr A because mis-keyed",
    )
    assert "safety.wish_to_be_dead" in ended.out
    assert {"wish_to_be_dead": False}.items() <= json.loads(program("case", "r1").out)["safety"].items()


def test_a_refusal_of_consent_asks_nothing_more(program: Program) -> None:
    ended = plain(program, "no", "hello", "/back", "yes", "Grey.")
    assert "nothing more is asked" in " ".join(ended.out.split())
    assert "Grey." == [event.body.value for event in program.events("r1") if event.body.type == "item_answered"][-1]


def test_when_the_disk_is_full_it_says_so_keeps_the_words_and_tries_again() -> None:
    def fill(doing: Doing) -> str:
        doing.store.is_full = True
        return "Everything is grey."

    def make_room(doing: Doing) -> str:
        doing.store.is_full = False
        return ""

    done = Doing(["yes", fill, make_room, "no"])
    assert "NOT SAVED: the disk is full; make room and try again" in done.said
    said = [event.body.value for event in done.store.events("r0") if event.body.type == "item_answered"]
    assert [True, "Everything is grey.", False] == said


def test_when_the_pause_cannot_be_saved_it_says_so_and_ends_with_3() -> None:
    def fill(doing: Doing) -> str:
        doing.store.is_full = True
        return "/quit"

    done = Doing(["yes", fill])
    assert 3 == done.code
    assert "NOT SAVED that the interview paused" in done.said
    assert "Every answer shown as saved is saved" in done.said


def test_control_c_asks_and_a_second_one_pauses_and_leaves() -> None:
    once = Doing(["yes", KeyboardInterrupt(), "Grey.", KeyboardInterrupt(), "no"])
    assert (0, 2) == (once.code, once.said.count("^C once more pauses"))
    twice = Doing(["yes", KeyboardInterrupt(), KeyboardInterrupt()])
    assert 130 == twice.code
    assert "paused" == twice.session.phase


def test_lines_that_come_at_once_are_never_cut_and_never_act() -> None:
    kept = Doing(["yes", Line("first\nsecond\nthird", 3)])
    assert "first\nsecond\nthird" == kept.session.state.answers["narrative.concern"].value
    refused = Doing(["yes", "Grey.", Line("no\n/quit\nno", 3), "no"])
    assert "3 lines came at once, and one is asked for. Nothing was taken, nothing was done" in refused.said
    assert ["interview.consent", "narrative.concern", "safety.wish_to_be_dead"] == list(refused.session.state.answers)
    long = Doing(["yes", Line("", 1, too_long=True)])
    assert "nothing of it was taken" in long.said
    assert ["interview.consent"] == list(long.session.state.answers)


def test_what_is_typed_never_drives_the_terminal(program: Program) -> None:
    ended = plain(program, "yes", "\x1b]0;title\x07\x1b[31mred\x9b2J", "/back")
    assert "\x1b" not in ended.out
    assert "\x07" not in ended.out
    assert "\x9b" not in ended.out


def test_an_unlikely_age_is_asked_back_line_by_line_too(tmp_path: Path) -> None:
    program = Program(tmp_path / "data", bundled())
    ended = plain(program, "yes", "none", "/jump About you", "5", "45", "/quit")
    assert "5 is unlikely here. Under 18, only the safety questions stay open. Is it meant? Nothing was saved yet." in " ".join(
        ended.out.split()
    )
    record = ended.out.split()[1]
    assert [45] == [body["value"] for body in bodies(program, record) if body.get("link_id") == "person.age_years"]


def test_a_dose_beside_a_name_is_said_not_to_be_taken(program: Program) -> None:
    given = list(PLAIN.values())
    place = list(PLAIN).index("trials[0].agent")
    ended = plain(program, *given[:place], "sertraline 150 mg", "/quit")
    assert "→ sertraline. Only the name was taken, not 150 mg: answer that where it is asked. saved" in " ".join(ended.out.split())


def test_what_a_sentence_told_is_offered_line_by_line_and_an_empty_line_takes_it() -> None:
    def at_the_treatment(session: Session) -> None:
        for link_id, text in {"interview.consent": "yes", **NO_RISK, "person.age_years": "44", "interview.any.trials": "yes"}.items():
            session.answer(link_id, text)
        session.go_to("trials[0].agent")

    doing = Doing(
        ["sertraline, 100 for two months, did nothing", "medicine", "in this spell", "", "", "", "/quit"], None, bundled(), at_the_treatment
    )
    assert "→ sertraline. Also heard: 100 mg a day; 2 months; It made no real difference. Each is asked in its turn" in doing.said
    assert "Told before: It made no real difference (“did nothing”). Enter takes it." in doing.said
    given = {link_id: (answer.value, answer.verbatim) for link_id, answer in doing.session.state.answers.items()}
    assert ("non_response", "did nothing") == given["trials[0].outcome"]
    assert (100, "100") == given["trials[0].dose_mg"]
    assert (8.696, "for two months") == given["trials[0].weeks"]


def test_the_answer_of_the_visit_before_is_said_and_one_word_takes_it(program: Program) -> None:
    assert 0 == plain(program, *TYPED).code
    ended = plain(program, "yes", "/jump Lifestyle", "/same", "/quit", argv=("new", "--subject", "S-1", "--visit", "follow_up"))
    assert "(“I sit at home.”)" not in ended.out
    assert "I sit at home. /same says it is still so." in " ".join(ended.out.split())
    record = ended.out.split()[1]
    given = [body for body in bodies(program, record) if body.get("link_id") == "narrative.lifestyle" and body["type"] == "item_answered"]
    assert [("I sit at home.", True)] == [(body["value"], body["still_so"]) for body in given]
