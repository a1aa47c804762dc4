"""Every bundled case is whole, and its key is what the core makes of it; every fault of a case file is named by its place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from interview.engine.session import Session
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.checking import faults, key_faults
from interview.practice.patient.reading import CaseUnreadable, bundled, parse, read
from interview.questionnaire.reader import bundled as questionnaire
from interview.storage.memory import MemoryStore
from tests.interview.practice.small_case import small, table

NOW = dt.datetime(2026, 11, 2, 10, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize("case", bundled(), ids=lambda case: case.id)
def test_a_bundled_case_has_no_fault(case: CaseFile) -> None:
    session = Session.begin(
        MemoryStore(),
        questionnaire(),
        subject="KEY",
        clock=lambda: NOW,
        new_id=lambda: "k1",
        depth="full",
        practice=True,
        practice_case=case.id,
    )
    assert () == (*faults(case, questionnaire()), *key_faults(case, session))


def test_there_are_eight_in_the_order_in_which_they_teach() -> None:
    assert list(range(1, 9)) == [case.order for case in bundled()]
    assert {"plain", "upset", "verbose", "reserved", "tangential", "pleasing"} == {case.person.style for case in bundled()}


def _without(topic: str) -> list[dict[str, Any]]:
    return [answer for answer in table()["answers"] if answer["topic"] != topic]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ()),
        ({"answers": _without("suicide")}, ("key.must_ask: no answer on suicide; write one",)),
        ({"answers": [*table()["answers"], {"topic": "weather", "says": "Rain."}]}, ("there is no topic weather",)),
        ({"answers": [*table()["answers"], {"topic": "money", "says": "X.", "after": "sleep"}]}, ("the last one waits for sleep",)),
        ({"answers": [*table()["answers"], {"topic": "diet", "level": 2, "says": "X."}]}, ("level 2 needs `short`",)),
        ({"answers": [*table()["answers"], {"topic": "diet", "level": 3, "says": "X.", "short": "Y."}]}, ("level 3 needs `denies`",)),
        ({"answers": [*table()["answers"], {"topic": "diet", "says": "X.", "facts": ["kellner"]}]}, ("kellner is told, and key.answers",)),
        ({"answers": [*table()["answers"], {"topic": "diet", "says": "I am treatment-resistant."}]}, ("puts the failure on the person",)),
        ({"person": {**table()["person"], "style": "pleasing"}}, ("a pleasing person needs `agrees`",)),
        ({"key": {**table()["key"], "must_ask": ["sleep", "money", "stress", "mood", "work"]}}, ("suicide is not among them",)),
        ({"key": {**table()["key"], "hierarchy": ["debt", "brother", "x"]}}, ("nights does not stand both", "x does not stand both")),
        ({"key": {**table()["key"], "answers": {"no.item": 1, "lifestyle.sleep_hours": 5}}}, ("the questionnaire asks no no.item",)),
        ({"key": {**table()["key"], "ratings": [{"path": "nothing", "best": 1, "because": "B."}]}}, ("nothing is neither an item",)),
    ],
)  # fmt: skip
def test_each_fault_is_named(changes: dict[str, Any], said: tuple[str, ...]) -> None:
    found = faults(small(**changes), questionnaire())
    assert len(said) == len(found), found
    assert all(any(words in fault for fault in found) for words in said), found


def test_a_key_that_the_core_sees_otherwise_is_named() -> None:
    case = small(key={**table()["key"], "hierarchy": ["nights", "brother", "debt"], "expected": {"response.spectrum": "full_response"}})
    session = Session.begin(
        MemoryStore(), questionnaire(), subject="KEY", clock=lambda: NOW, new_id=lambda: "k1", practice=True, practice_case="small"
    )
    found = key_faults(case, session)
    assert any(fault.startswith("key.hierarchy: the core puts them in the order brother, debt, nights") for fault in found), found
    assert any(fault.startswith("key.expected: response.spectrum is ") for fault in found), found


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\xff", "not UTF-8 text"),
        (b"a = ", "not TOML"),
        (b"x = 1\n" * 200_001, "larger than 1000000 bytes"),
        (b'id = "xy"', "title: Field required"),
        (b"a = " + b"[" * 5000 + b"]" * 5000, "not TOML|nested|Field required"),
    ],
)
def test_what_is_no_case_file_is_refused_by_its_place(raw: bytes, said: str) -> None:
    with pytest.raises(CaseUnreadable, match=said):
        parse("x.toml", raw)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CaseUnreadable, match="name a readable file"):
        read(tmp_path / "none.toml")
