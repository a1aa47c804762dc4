"""The columns of a table hold every verdict, value and range of an assessment, each under its own path."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from interview.cohort import extra
from interview.cohort.columns import columns
from interview.cohort.output import CohortRefused
from interview.cohort.scoring import Scoring
from tests.interview.cohort.synthetic import cohort
from tests.interview.engine.world import SMALL
from tests.interview.program import Program

TYPES = {"text": str, "json": str, "truth": bool, "whole": int, "number": float}


def leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(value, dict) and value:
        for key, member in value.items():
            yield from leaves(member, (*path, key))
    elif value is not None:
        yield path


def test_whatever_an_assessment_says_stands_in_a_column_of_its_kind() -> None:
    named = {column.path for column in columns()}
    assert len(named) == len(columns()) == len({column.name for column in columns()})
    for raw in (b"{}", *cohort(40, seed=5)):
        written = Scoring(columns=True).scored(1, raw)
        assert isinstance(written, bytes)
        row = json.loads(written)
        for path in leaves(row):
            held = any(path[:length] in named for length in range(1, len(path) + 1))
            assert held or {(*path, 0), (*path, 1)} <= named or (*path, "value") in named, path
        for column in columns():
            cell = column.cell(row)
            assert cell is None or type(cell) is TYPES[column.kind], column.name


def test_a_cell_is_what_the_assessment_says() -> None:
    (raw,) = cohort(1, seed=11)
    written = Scoring(columns=True).scored(7, raw)
    assert isinstance(written, bytes)
    row, cells = json.loads(written), {column.name: column for column in columns()}
    assert (7, row["safety"]["level"]) == (cells["line"].cell(row), cells["safety.level"].cell(row))
    assert row["trials"] == json.loads(cells["trials"].cell(row))
    for name, (low, high) in (("staging.mgh", (0, 3.5)), ("staging.dutch", (None, 4))):
        place = row["staging"][name.partition(".")[2]]
        place["range"], place["value"] = [low, high], None
        assert (None, low, high) == tuple(cells[f"{name}.{each}"].cell(row) for each in ("value", "range.low", "range.high"))
    row["staging"]["maudsley"]["items"]["severity"] = 4
    assert (4.0, None) == (
        cells["staging.maudsley.items.severity.value"].cell(row),
        cells["staging.maudsley.items.severity.range.low"].cell(row),
    )


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (("in.ndjson", "--out", "out.parquet"), "out.parquet, a Parquet table: pyarrow"),
        (("in.parquet", "--out", "out.ndjson"), "in.parquet, a Parquet table: pyarrow"),
        (("in.ndjson", "--out", "out.ndjson", "--engine", "dask"), "--engine dask: distributed"),
    ],
)
def test_without_the_extra_it_is_said_how_to_have_it(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], wanted: str
) -> None:
    def none(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(extra, "import_module", none)
    monkeypatch.chdir(tmp_path)
    (tmp_path / arguments[0]).write_bytes(b"{}\n")
    ended = Program(tmp_path / "data", SMALL)("score-cohort", *arguments)
    assert (2, "") == (ended.code, ended.out)
    assert f"trd-interview: {wanted} is not installed here; `pip install 'trd-interview[dask]'` brings it.\n" == ended.err
    assert [arguments[0]] == sorted(each.name for each in tmp_path.iterdir())
    with pytest.raises(CohortRefused):
        extra.brought("json", "x")
