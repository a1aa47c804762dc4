"""`replay`: a file whole or not at all; a pipe line by line, acknowledged once durable, and one bad line stops nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from interview.storage.durable import DurableDatabase
from tests.interview.engine.world import DISPOSITION, PLAIN, SMALL
from tests.interview.program import Ended, Program, jsonl

LINES: list[dict[str, Any]] = [{"link_id": link_id, "value": value} for link_id, value in PLAIN.items()]


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "data", SMALL)


def written(tmp_path: Path, content: str | bytes) -> str:
    path = tmp_path / "answers.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def piped(program: Program, *lines: dict[str, Any] | str | bytes) -> Ended:
    typed = b"".join(
        line if isinstance(line, bytes) else f"{line if isinstance(line, str) else json.dumps(line)}\n".encode() for line in lines
    )
    return program("replay", "-", "--subject", "S-1", stdin=typed)


def test_each_line_of_a_pipe_is_acknowledged_with_record_and_number(program: Program) -> None:
    ended = piped(program, *LINES)
    assert (0, "") == (ended.code, ended.err)
    assert [line["link_id"] for line in LINES] == [told["link_id"] for told in ended.lines]
    assert {"r1"} == {told["record"] for told in ended.lines}
    assert {True} == {told["saved"] for told in ended.lines}
    events = program.events("r1")
    assert {told["seq"]: told["link_id"] for told in ended.lines} == {
        event.seq: event.body.link_id for event in events if event.body.type == "item_answered"
    }


def test_a_refused_line_does_not_stop_the_others_and_ends_with_1(program: Program) -> None:
    ended = piped(program, LINES[0], {"link_id": "cat", "value": 1}, {"link_id": "kellner", "value": 12}, LINES[1])
    assert 1 == ended.code
    assert [True, False, False, True] == [told["saved"] for told in ended.lines]
    assert ["unknown_item", "does_not_fit"] == [told["why"] for told in ended.lines if not told["saved"]]
    assert "allowed: a whole number from 1 to 9" in ended.lines[2]["said"]
    assert 2 == len([event for event in program.events("r1") if event.body.type == "item_answered"])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("not json CANARY", "line 1, column 1"),
        ("[1, 2]", "found a list of 2 entries"),
        ('{"link_id": "kellner", "value": NaN}', "found NaN"),
        ('{"link_id": "kellner", "value": 1, "value": 2}', "this key twice"),
        ('{"link_id": "kellner"}', "does not fit"),
        ('{"link_id": "kellner", "value": 1, "missing": "declined"}', "does not fit"),
        ('{"link_id": "kellner", "value": 1, "sure": true}', "does not fit"),
        ('{"link_id": 7, "value": 1}', "does not fit"),
        (b"\xff\xfe\n", "not UTF-8"),
        ("[" * 5000, "nesting"),
    ],
)
def test_a_line_that_is_no_answer_is_refused_with_its_place(program: Program, line: str | bytes, said: str) -> None:
    ended = piped(program, line, LINES[0])
    assert 1 == ended.code
    assert [False, True] == [told["saved"] for told in ended.lines]
    assert said in ended.lines[0]["said"]
    assert 1 == ended.lines[0]["line"]
    assert "CANARY" not in ended.out


def test_a_line_longer_than_any_answer_is_refused_whole(program: Program) -> None:
    ended = piped(program, {"link_id": "narrative.concern", "value": "x" * 400_000}, LINES[0])
    assert [False, True] == [told["saved"] for told in ended.lines]
    assert "262144 bytes" in ended.lines[0]["said"]


def test_an_answer_to_a_closed_item_is_kept_as_set_aside(program: Program) -> None:
    ended = piped(program, *LINES[:5], {"link_id": "lifestyle.cigarettes_per_day", "value": 10})
    assert {"record": "r1", "seq": 10, "link_id": "lifestyle.cigarettes_per_day", "saved": True, "set_aside": True} == ended.lines[-1]


def test_while_safety_is_open_other_lines_are_refused(program: Program) -> None:
    ended = piped(
        program,
        *LINES[:2],
        {"link_id": "safety.wish_to_be_dead", "value": True},
        {"link_id": "kellner", "value": 5},
        {"link_id": "session.safety_acknowledged", "value": DISPOSITION},
    )
    assert "safety_open" == ended.lines[3]["why"]
    assert 1 == ended.code


def test_blank_lines_are_skipped_and_no_line_at_all_leaves_an_empty_record(program: Program) -> None:
    assert 1 == len(piped(program, "", LINES[0], "   ").lines)
    empty = piped(program)
    assert (0, "") == (empty.code, empty.out)
    assert "the record r2 was begun and is empty" in empty.err


def test_an_ambiguous_answer_is_refused_without_its_words(program: Program) -> None:
    ended = piped(
        program, *LINES[:5], {"link_id": "person.age_years", "value": "CANARY"}, {"link_id": "kellner", "value": "between 3 and 4"}
    )
    assert ["not_understood", "ambiguous"] == [told["why"] for told in ended.lines[-2:]]
    assert "CANARY" not in ended.out


def test_when_the_disk_fails_the_line_is_not_acknowledged_and_it_ends_with_3(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    from interview.engine.ports import StoreFault
    from interview.storage.vault import Vault

    append, left = Vault.append, iter([True, True])

    def failing(self: Vault, *arguments: Any) -> None:
        if not next(left, False):
            raise StoreFault("full", "The disk is full. What was just entered is NOT saved.")
        append(self, *arguments)

    monkeypatch.setattr(Vault, "append", failing)
    ended = piped(program, *LINES)
    assert 3 == ended.code
    assert [True, False] == [told["saved"] for told in ended.lines]
    assert "store" == ended.lines[1]["why"]
    assert "The disk is full" in ended.err
    monkeypatch.undo()
    assert ["record_opened", "item_answered", "phase_changed"] == [event.body.type for event in program.events("r1")]


def test_a_file_is_kept_whole_and_its_record_printed(program: Program, tmp_path: Path) -> None:
    ended = program("replay", written(tmp_path, json.dumps(LINES)), "--subject", "S-1", "--visit", "follow_up", "--interviewer", "Dr A")
    assert (0, "r1\n", "") == (ended.code, ended.out, ended.err)
    opened = program.events("r1")[0].body
    assert ("follow_up", "Dr A") == (opened.visit, opened.interviewer)


def test_a_file_and_a_pipe_of_the_same_answers_make_the_same_case_and_events(program: Program, tmp_path: Path) -> None:
    program("replay", written(tmp_path, jsonl(*LINES)), "--subject", "S-1")
    piped(program, *LINES)
    assert program("case", "r1").out == program("case", "r2").out
    assert [event.body for event in program.events("r1")][1:] == [event.body for event in program.events("r2")][1:]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (json.dumps([*LINES[:3], {"link_id": "cat", "value": 1}]), "answer 4 (cat): No question of this interview has that name"),
        (jsonl(*LINES[:5], {"link_id": "kellner", "value": 12}), "line 6 (kellner): does not fit; allowed: a whole number from 1 to 9"),
        ("[1, 2", "line 1"),
        ('[{"link_id": "kellner", "value": 1e999}]', "found a number too large to hold"),
        ('[{"link_id": "kellner", "value": 1, "value": 1}]', "this key twice"),
        ('["CANARY"]', "answer 1: found a text of 6 characters"),
        (b"\xff\xfe", "not UTF-8"),
        ("[" * 3000 + "]" * 3000, "nesting"),
    ],
)
def test_a_file_that_does_not_fit_ends_with_2_and_nothing_is_written(
    program: Program, tmp_path: Path, content: str | bytes, said: str
) -> None:
    ended = program("replay", written(tmp_path, content), "--subject", "S-1")
    assert (2, "") == (ended.code, ended.out)
    assert said in ended.err
    assert "CANARY" not in ended.err
    assert not (program.folder / "vault").exists()


@pytest.mark.parametrize("name", ["none.json", ".", "a\0b"])
def test_a_file_that_cannot_be_read_ends_with_2(program: Program, tmp_path: Path, name: str) -> None:
    ended = program("replay", f"{tmp_path}/{name}", "--subject", "S-1")
    assert 2 == ended.code
    assert "name a" in ended.err


def test_a_whole_file_costs_one_step_of_the_store(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = []
    writing = DurableDatabase.writing
    monkeypatch.setattr(DurableDatabase, "writing", lambda self, *safe: steps.append(1) or writing(self, *safe))
    program("replay", written(tmp_path, json.dumps(LINES)), "--subject", "S-1")
    holding_and_keeping = 3
    assert len(steps) <= holding_and_keeping
