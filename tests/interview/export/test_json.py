"""The record as one JSON document: names that stay, bytes that stay, nothing private unless it is named."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from interview.engine.session import Session
from interview.export.json import document, to_json
from tests.interview.export.record import ENVELOPE, HOSTILE, record
from trd_core.assessment import Assessment
from trd_core.reading import read_case

GOLDEN = Path(__file__).parent / "golden" / "record.json"
TOP = ("schema", "record", "subject", "visit", "practice", "answers", "set_aside", "events", "case", "assessment", "seal")


@pytest.fixture(scope="module")
def session() -> Session:
    return record()


@pytest.fixture(scope="module")
def made(session: Session) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(to_json(session, ENVELOPE))
    return loaded


def test_the_golden_file_is_made_again_byte_by_byte(session: Session) -> None:
    """All but the assessment, whose words are the core's. After a change that is meant: set GOLDEN=write once, and read what changed."""
    own = {**document(session, ENVELOPE), "assessment": {"schema": "trd-assessment/1"}}
    content = (json.dumps(own, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_bytes(content)
    assert GOLDEN.read_bytes() == content


def test_the_names_at_its_top_stay(made: dict[str, Any]) -> None:
    assert [] == [name for name in TOP if name not in made]
    assert "trd-record/1" == made["schema"]
    assert ("r0", "S-1", "baseline", False, "ABCD-EFGH") == tuple(made[name] for name in ("record", "subject", "visit", "practice", "seal"))
    assert {"name": "trd-interview", "version": "0.1.0"} == made["software"]
    assert "2026-03-01T12:00:00.000+00:00" == made["exported_at"]


def test_an_answer_keeps_what_was_typed_beside_what_was_understood(made: dict[str, Any]) -> None:
    dose = next(answer for answer in made["answers"] if answer["link_id"] == "trials[0].dose_mg")
    assert (150, "150 mg", "answered", "patient") == (dose["value"], dose["verbatim"], dose["status"], dose["source"])
    declined = next(answer for answer in made["answers"] if answer["link_id"] == "kellner")
    assert (None, "declined") == (declined["value"], declined["status"])


def test_free_text_is_kept_as_it_was_said(made: dict[str, Any]) -> None:
    assert HOSTILE in [answer["value"] for answer in made["answers"]]


def test_what_is_behind_closed_questions_is_set_aside_and_no_answer(made: dict[str, Any]) -> None:
    assert ["lifestyle.cigarettes_per_day"] == [answer["link_id"] for answer in made["set_aside"]]
    assert "lifestyle.cigarettes_per_day" not in [answer["link_id"] for answer in made["answers"]]
    assert "cigarettes_per_day" not in json.dumps(made["case"])


def test_private_notes_are_left_out_and_their_number_is_said(session: Session, made: dict[str, Any]) -> None:
    assert "PRIVATE" not in json.dumps(made)
    assert 1 == made["withheld"]["notes"]
    assert len(session.events) - 1 == len(made["events"])
    named = document(session, ENVELOPE, {"record", "to_do", "private"})
    assert 0 == named["withheld"]["notes"]
    assert "PRIVATE" in json.dumps(named)


def test_its_case_reads_back_as_the_same_case(session: Session, made: dict[str, Any]) -> None:
    assert session.case() == read_case(json.dumps(made["case"]).encode("utf-8"))


def test_its_assessment_is_the_core_s(session: Session, made: dict[str, Any]) -> None:
    assert session.assessment(in_depth=True) == Assessment.model_validate_json(json.dumps(made["assessment"]))


def test_a_range_and_a_doubt_are_kept() -> None:
    session = record()
    session.answer("trials[0].dose_mg", "about 100 mg")
    about = next(answer for answer in document(session, ENVELOPE)["answers"] if answer["link_id"] == "trials[0].dose_mg")
    assert (100, True) == (about["value"], about["approximate"])
    session.answer("trials[0].dose_mg", "100 or 150 mg")
    between = next(answer for answer in document(session, ENVELOPE)["answers"] if answer["link_id"] == "trials[0].dose_mg")
    assert (None, [100, 150]) == (between["value"], between["range"])
