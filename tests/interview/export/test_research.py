"""Research: nothing that somebody typed, no subject, no record, no date stands in the bytes; visits of one person belong together."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from interview.engine.session import Session
from interview.export.formats import FOR_MACHINES, FORMATS, render
from interview.export.research import days, in_days
from interview.storage.memory import MemoryStore
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault
from tests.interview.export.record import ENVELOPE, order, record
from tests.interview.export.walks import walked
from tests.interview.tui.rich_records import rich_doors

ISO = re.compile(rb"\b(?:19|20)\d\d-[01]\d(?:-[0-3]\d)?\b")
DOI = re.compile(rb"10\.\d{4,}/\S+")
MACHINES = tuple(name for name, form in FORMATS.items() if "research" in form.readers)


def exported(session: Session, form: str) -> bytes:
    return b"".join(render(form, order(session, "research", is_page=False)).values())


@pytest.mark.parametrize("form", MACHINES)
@pytest.mark.parametrize("seed", range(12))
def test_no_free_text_no_name_and_no_date_of_the_record_is_in_it(form: str, seed: int) -> None:
    session, texts = walked(seed)
    made = exported(session, form)
    assert [] == [text for text in texts if text.encode() in made]
    assert [] == ISO.findall(DOI.sub(b"", made))
    assert b"S-1" not in made
    assert b'"r0"' not in made
    assert b",r0," not in made


@pytest.mark.parametrize("form", MACHINES)
def test_nor_of_a_whole_interview_with_every_kind_of_answer(form: str) -> None:
    doors = rich_doors("zq-hostile")
    session = doors.read("visit1")
    made = exported(session, form)
    assert b"zq-hostile" in b"".join(render(form, order(session, is_page=False)).values())
    assert b"zq-hostile" not in made
    assert [] == ISO.findall(DOI.sub(b"", made))
    typed = {answer.verbatim for answer in session.state.answers.values() if answer.verbatim and len(answer.verbatim) > 12}
    assert 40 < len(typed)
    assert [] == [text for text in typed if text.encode() in made]


def test_what_is_left_out_is_neither_the_findings_nor_the_numbers() -> None:
    session = rich_doors().read("visit1")
    made, whole = json.loads(exported(session, "json")), session.assessment(in_depth=True)
    assert set(whole.findings) == set(made["assessment"]["findings"])
    differ = [
        identifier
        for identifier, finding in whole.findings.items()
        if (finding.verdict, finding.value) != (made["assessment"]["findings"][identifier]["verdict"], finding.value)
    ]
    assert [] == differ
    assert session.case().trials[0].dose_mg == made["case"]["trials"][0]["dose_mg"]  # type: ignore[index]


def test_dates_are_days_from_the_first_day() -> None:
    session = rich_doors().read("visit1")
    made: dict[str, Any] = json.loads(exported(session, "json"))
    assert "trd-research/1" == made["schema"]
    assert (0, 0) == (made["opened_at"], made["events"][0]["at"])
    first_day = dt.date.fromisoformat(session.state.opened_at[:10])
    shown = {answer["link_id"]: answer["value"] for answer in made["answers"]}
    dated = {
        link_id: between
        for link_id, answer in session.state.answers.items()
        if isinstance(answer.value, str) and (between := days(answer.value, first_day)) is not None and link_id in shown
    }
    assert {"kellner_reference"} <= dated.keys()
    assert {link_id: low if low == high else [low, high] for link_id, (low, high) in dated.items()} == {each: shown[each] for each in dated}
    assert [] == [name for name in ("interviewer", "signatures", "seal") if name in made]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-01", (0, 0)), ("2026-02-28", (-1, -1)), ("2026-03", (0, 30)), ("2025", (-424, -60)),
        ("2026-03-02T09:00:00+01:00", (1, 1)),
        ("2026-13", None), ("2026-02-30", None), ("t1", None), ("", None), ("20260301", None),
    ],
)  # fmt: skip
def test_a_month_and_a_year_have_a_first_and_a_last_day(text: str, expected: tuple[int, int] | None) -> None:
    assert expected == days(text, dt.date(2026, 3, 1))


def test_a_rule_s_source_keeps_its_year() -> None:
    assert {"citation": "2019", "at": 0} == in_days({"citation": "2019", "at": "2026-03-01"}, dt.date(2026, 3, 1))


def test_the_code_of_a_subject_is_the_same_in_one_vault_and_another_elsewhere(tmp_path: Path) -> None:
    codes = []
    for name in ("a", "b"):
        vault, _ = Vault.create(tmp_path / name, KeyFile(tmp_path / f"{name}.key"))
        codes += [vault.research_code("S-1"), vault.research_code("S-2")]
        vault.close()
    again = Vault.open(tmp_path / "a", KeyFile(tmp_path / "a.key"))
    assert again.research_code("S-1") == codes[0]
    again.close()
    assert 4 == len(set(codes))
    assert all(re.fullmatch(r"x-[a-z2-7]{16}", code) for code in codes)
    assert MemoryStore().research_code("S-1") != MemoryStore().research_code("S-1")


def test_every_format_for_machines_says_whether_it_serves_research() -> None:
    assert {"json", "csv"} <= set(MACHINES)
    assert "research" in FOR_MACHINES
    assert ENVELOPE.seal is not None
    assert order(record(), "research", is_page=False).envelope.seal is None
