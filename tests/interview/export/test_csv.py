"""A record as a table: every cell is text or a number, why something is missing is a code, and nothing set aside is in it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview.engine.session import Session
from interview.export.cells import table, text_cell, text_of_cell
from interview.export.codebook import CODEBOOK
from interview.export.csv import COLUMNS, to_csv
from interview.export.selection import Reader
from tests.interview.engine.world import begin
from tests.interview.export.record import HOSTILE, order, record

Row = dict[str, str]


@pytest.fixture(scope="module")
def session() -> Session:
    return record()


def rows(session: Session, reader: Reader = "chart", part: str = "", **choices: object) -> list[Row]:
    content = to_csv(order(session, reader, is_page=False, **choices))[part].decode("utf-8")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def row(found: list[Row], identifier: str) -> Row:
    (only,) = [each for each in found if each["id"] == identifier]
    return only


def test_the_columns_stay(session: Session) -> None:
    first = to_csv(order(session, is_page=False))[""].split(b"\r\n")[0].decode()
    expected = "row,record,subject,visit,id,text,status,value,low,high,verbatim,source,at,rule,citation,rule_status"
    assert expected == first == ",".join(COLUMNS)


def test_an_answer_is_a_row_with_its_value_its_words_and_its_time(session: Session) -> None:
    dose = row(rows(session), "trials[0].dose_mg")
    assert ("answer", "r0", "S-1", "baseline") == (dose["row"], dose["record"], dose["subject"], dose["visit"])
    assert ("answered", "150", "150 mg", "patient") == (dose["status"], dose["value"], dose["verbatim"], dose["source"])
    assert dose["at"].startswith("2026-03-01T10:")


def test_why_a_value_is_missing_is_a_code_and_no_value_is_blank(session: Session) -> None:
    session.answer("narrative.lifestyle", "I walk.")
    found = rows(session)
    assert [] == [each["id"] for each in found if each["value"] == ""]
    assert "NA_declined" == row(found, "kellner")["value"]
    bare = rows(begin())
    assert {"NA_not_asked"} == {each["value"] for each in bare if each["row"] == "answer"}
    assert "NA_not_asked" == row(bare, "narrative.concern")["value"]


@pytest.mark.parametrize(
    ("status", "code"), [("unknown", "NA_unknown"), ("not_applicable", "NA_not_applicable"), ("declined", "NA_declined")]
)
def test_each_reason_keeps_its_own_code(status: str, code: str) -> None:
    session = record()
    session.leave_unanswered("trials[0].dose_mg", status)  # type: ignore[arg-type]
    assert code == row(rows(session), "trials[0].dose_mg")["value"]


def test_a_range_has_bounds_and_no_value() -> None:
    session = record()
    session.answer("trials[0].dose_mg", "100 or 150 mg")
    dose = row(rows(session), "trials[0].dose_mg")
    assert ("NA_range", "100", "150") == (dose["value"], dose["low"], dose["high"])


def test_a_finding_is_a_row_with_its_rule_its_source_and_how_sure_it_is(session: Session) -> None:
    findings = [each for each in rows(session) if each["row"] == "finding"]
    assessed = session.assessment(in_depth=True).findings
    assert list(assessed) == [each["id"] for each in findings]
    assert [] == [each["id"] for each in findings if not (each["rule"] and each["citation"] and each["rule_status"])]
    by_id = {each["id"]: each for each in findings}
    for identifier, finding in assessed.items():
        if finding.verdict is not None:
            assert finding.verdict == by_id[identifier]["value"]
            assert ("open" if finding.verdict == "unknown" else "known") == by_id[identifier]["status"]
        elif finding.value is None:
            assert ("NA_range" if finding.range else "NA_unknown") == by_id[identifier]["value"]


def test_what_is_set_aside_is_no_row(session: Session) -> None:
    assert ["lifestyle.cigarettes_per_day"] == [answer.link_id for answer in session.set_aside()]
    assert "lifestyle.cigarettes_per_day" not in [each["id"] for each in rows(session)]


def test_hostile_text_comes_back_as_it_was(session: Session) -> None:
    concern = row(rows(session), "narrative.concern")
    assert HOSTILE == text_of_cell(concern["verbatim"]) == text_of_cell(concern["value"])


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1", "''@x"])
def test_a_text_that_could_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert f"'{text}" == text_cell(text)
    assert text == text_of_cell(text_cell(text))


def test_a_negative_number_stays_a_number() -> None:
    from interview.export.cells import value_cell

    assert ("-3", "2.5", "true", "'-3") == (value_cell(-3), value_cell(2.5), value_cell(True), value_cell("-3"))


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20), min_size=2, max_size=2))
def test_any_text_comes_back_and_none_begins_a_formula(texts: list[str]) -> None:
    read = list(csv.reader(io.StringIO(table(("a", "b"), [[text_cell(each) for each in texts]]).decode("utf-8"), newline="")))
    assert texts == [text_of_cell(each) for each in read[1]]
    assert [] == [each for each in read[1] if each[:1] in ("=", "+", "-", "@", "\t", "\r")]


def test_the_codebook_tells_every_id_that_stands_in_the_table(session: Session) -> None:
    from trd_core.vocabulary import definition_of

    told = rows(session, part=CODEBOOK)
    known = {each["id"] for each in told}
    shown = {definition_of(each["id"]) for each in rows(session) if each["row"] in ("answer", "finding")}
    assert set() == {each for each in shown if not each.startswith("interview.more.")} - known
    smoking = row(told, "lifestyle.smoking")
    assert "choice" == smoking["kind"]
    assert "current=" in smoking["options"]
    codes = {each["id"] for each in told if each["row"] == "code"}
    assert {"NA_declined", "NA_unknown", "NA_not_applicable", "NA_not_asked", "NA_range"} == codes


def test_a_practice_record_and_a_damaged_one_are_marked_in_the_first_rows() -> None:
    from dataclasses import replace

    practised = order(begin(practice=True), is_page=False)
    made = to_csv(replace(practised, envelope=replace(practised.envelope, unsealed=True)))[""].decode()
    first, second = list(csv.DictReader(io.StringIO(made, newline="")))[:2]
    assert (("mark", "practice"), ("mark", "unsealed")) == ((first["row"], first["id"]), (second["row"], second["id"]))


def test_without_words_the_table_has_none(session: Session) -> None:
    made = to_csv(order(session, is_page=False, verbatim=False))[""].decode()
    assert "150 mg" not in made
    assert "code" not in row(rows(session, verbatim=False), "narrative.concern")["value"]
    assert "withheld" == row(rows(session, verbatim=False), "narrative.concern")["value"]
    assert session.assessment().findings.keys() == order(session, is_page=False, verbatim=False).session.assessment().findings.keys()
