"""Cases from a Parquet table: each row the line it would have been, cells without a value left out, and what is no table refused."""

from __future__ import annotations

import datetime as dt
import io
import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from interview.cohort.output import CohortRefused
from interview.cohort.tables import numbered_rows, rows_of_groups
from tests.interview.cohort.synthetic import cohort
from tests.interview.engine.world import SMALL
from tests.interview.program import Program

NOT_HERE = "the extra `dask` is not installed here (pyarrow); `pip install .[dask]` brings it"
pytestmark = pytest.mark.skipif(find_spec("pyarrow") is None, reason=NOT_HERE)


def table(rows: list[dict[str, Any]] | dict[str, Any], group: int = 3) -> io.BytesIO:
    import pyarrow as arrow
    import pyarrow.parquet as parquet

    made = arrow.Table.from_pylist(rows) if isinstance(rows, list) else arrow.table(rows)
    file = io.BytesIO()
    parquet.write_table(made, file, row_group_size=group)
    file.seek(0)
    return file


def test_a_column_of_cases_gives_them_as_they_are() -> None:
    cells = ['{"kellner": 2}', None, " {} ", "x" * 30, "é"]
    expected = [(1, b'{"kellner": 2}'), (3, b"{}"), (4, None), (5, "é".encode())]
    assert expected == list(numbered_rows(table({"other": range(5), "case": cells}), "in", longest=20))
    as_bytes = [None if each is None else each.encode() for each in cells]
    assert expected == list(numbered_rows(table({"case": as_bytes}), "in", longest=20))


def test_columns_of_a_case_give_what_is_known_of_it() -> None:
    rows = [
        {
            "subject": "A",
            "assessed_on": None,
            "episode": {"severity": "mild", "duration_months": 5.0},
            "trials": [{"id": "t1", "weeks": None}],
        },
        {"subject": "B", "episode": {"severity": None, "duration_months": None}, "assessed_on": dt.date(2026, 2, 3)},
        {"subject": None, "seen": dt.datetime(2026, 1, 1), "raw": b"\xff"},
    ]
    read = [(number, json.loads(raw or b"")) for number, raw in numbered_rows(table(rows[:2]), "in")]
    assert [
        (1, {"subject": "A", "episode": rows[0]["episode"], "trials": [{"id": "t1"}]}),
        (2, {"subject": "B", "assessed_on": "2026-02-03"}),
    ] == read
    ((_number, raw),) = numbered_rows(table(rows[2:]), "in")
    assert {"seen": {"datetime": None}, "raw": {"bytes": None}} == json.loads(raw or b"")


def test_row_groups_are_read_apart_with_the_numbers_of_the_whole() -> None:
    file = table({"case": [f'{{"kellner": {each}}}' for each in range(1, 9)]})
    assert [3, 3, 2] == [rows for rows, _bytes in rows_of_groups(file, "in")]
    whole = list(numbered_rows(file, "in"))
    assert whole == [*numbered_rows(file, "in", range(1)), *numbered_rows(file, "in", range(1, 3), first=4)]


def test_a_table_is_scored_as_its_lines_and_written_as_a_table(tmp_path: Path) -> None:
    import pyarrow.parquet as parquet

    cases = [json.loads(each) for each in cohort(6, seed=2)]
    (tmp_path / "in.parquet").write_bytes(table({"case": [json.dumps(each) for each in cases] + ['{"kellner": "CANARY"}']}).read())
    (tmp_path / "in.ndjson").write_text("".join(json.dumps(each) + "\n" for each in cases))
    program = Program(tmp_path / "data", SMALL)
    of_table = program("score-cohort", str(tmp_path / "in.parquet"), "--out", str(tmp_path / "a.ndjson"), "--values")
    of_lines = program("score-cohort", str(tmp_path / "in.ndjson"), "--out", str(tmp_path / "b.ndjson"), "--values")
    as_table = program("score-cohort", str(tmp_path / "in.ndjson"), "--out", str(tmp_path / "c.parquet"))
    assert (1, 0, 0) == (of_table.code, of_lines.code, as_table.code)
    assert (tmp_path / "a.ndjson").read_bytes() == (tmp_path / "b.ndjson").read_bytes()
    assert 7 == json.loads((tmp_path / "a.errors.ndjson").read_bytes())["line"]
    rows = parquet.read_table(tmp_path / "c.parquet").to_pylist()
    said = [json.loads(line) for line in (tmp_path / "b.ndjson").read_bytes().splitlines()]
    assert [(each["subject"], each["line"], each["safety"]["level"], each["response"]["spectrum"]) for each in said] == [
        (row["subject"], row["line"], row["safety.level"], row["response.spectrum"]) for row in rows
    ]


@pytest.mark.parametrize("content", [b"", b"PAR1", b"CANARY" * 900, "cut"])
def test_what_is_no_table_is_refused_and_nothing_is_left(tmp_path: Path, content: bytes | str) -> None:
    whole = table({"case": ["{}"] * 5000}).read()
    raw = content if isinstance(content, bytes) else whole[:200] + bytes(len(whole) - 700) + whole[-500:]
    (tmp_path / "in.parquet").write_bytes(raw)
    ended = Program(tmp_path / "data", SMALL)("score-cohort", str(tmp_path / "in.parquet"), "--out", str(tmp_path / "out.ndjson"))
    assert (2, "") == (ended.code, ended.out)
    assert "found no Parquet table that can be read to its end; allowed: a whole one, or lines of JSON." in ended.err
    assert "CANARY" not in ended.err
    assert ["in.parquet"] == [each.name for each in tmp_path.iterdir() if each.is_file()]
    with pytest.raises(CohortRefused):
        rows_of_groups(io.BytesIO(b""), "in")
