"""The table of a cohort: a row an assessment, a column a verdict or a value, named by its path; the same columns for every cohort.

What there are as many of as a case has (treatments, problems, links) stands as JSON in one column. An empty cell is a null of the
assessment; a verdict that is not known is the word `unknown`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from interview.cohort.extra import brought
from interview.views.finding_titles import TITLES
from trd_core.assess import assess
from trd_core.assessment import AreaFinding, Assessment
from trd_core.case import Case
from trd_core.finding import Range, Scalar
from trd_core.treatment_results import Ranged
from trd_core.written import LEFT_OUT

Kind = Literal["text", "truth", "whole", "number", "json"]
KINDS: Final[dict[Any, Kind]] = {str: "text", bool: "truth", int: "whole", float: "number"}
IN_WORDS: Final = ("staging.thase_rush.", "staging.european.", "areas.wellbeing.")
"""Where a value is a stage or a level; elsewhere it is a number."""
LOW: Final = 0
HIGH: Final = 1


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where its value stands in an assessment as JSON, and of what kind it is."""

    path: tuple[str | int, ...]
    kind: Kind

    @property
    def name(self) -> str:
        """Return its name: the path, and `low` or `high` of a range."""
        return ".".join(step if isinstance(step, str) else ("low", "high")[step] for step in self.path)

    def cell(self, row: Any) -> Any:
        """Return its value in one assessment, None where there is none."""
        for step in self.path:
            if isinstance(row, dict):
                row = row.get(step)
            elif isinstance(row, list) and isinstance(step, int):
                row = row[step]
            elif step != "value":  # an item that is known stands as its value alone
                return None
        if row is None:
            return None
        if self.kind == "json":
            return json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        return float(row) if self.kind == "number" else row


@cache
def columns() -> tuple[Column, ...]:
    """Return every column, in the order of an assessment."""
    nobody = json.loads(assess(Case()).model_dump_json(by_alias=True))
    return tuple(_of_model(Assessment, (), nobody))


def stream(assessments: Sequence[bytes]) -> bytes:
    """Return assessments (verdicts, values and ranges as JSON) as one Arrow stream, as processes hand them on."""
    arrow = brought("pyarrow", ".parquet")
    rows = [json.loads(assessment) for assessment in assessments]
    schema = table_schema()
    arrays = [arrow.array([column.cell(row) for row in rows], type=field.type) for column, field in zip(columns(), schema, strict=True)]
    sink = arrow.BufferOutputStream()
    with arrow.ipc.new_stream(sink, schema) as writer:
        writer.write_batch(arrow.record_batch(arrays, schema=schema))
    written: bytes = sink.getvalue().to_pybytes()
    return written


@cache
def table_schema() -> Any:
    """Return the columns as Arrow names them."""
    arrow = brought("pyarrow", ".parquet")
    types = {"text": arrow.string(), "truth": arrow.bool_(), "whole": arrow.int64(), "number": arrow.float64(), "json": arrow.string()}
    return arrow.schema([(column.name, types[column.kind]) for column in columns()])


def _of_model(model: type[BaseModel], path: tuple[str, ...], empty: Any) -> Iterator[Column]:
    for field, described in model.model_fields.items():
        name = described.alias or field
        if not _is_left_out((*path, name)):
            yield from _of_type(described.annotation, (*path, name), empty.get(name) if isinstance(empty, dict) else None)


def _of_type(kind: Any, path: tuple[str, ...], empty: Any) -> Iterator[Column]:
    kind = _without_null(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield from _of_model(kind, path, empty)
    elif path == ("areas",):
        for title in TITLES:
            if title.startswith("areas."):
                yield from _of_model(AreaFinding, tuple(title.split(".")), None)
    elif path[:2] == ("toxicity", "manifestations"):
        yield from (Column((*path, each), "text") for each in empty)
    elif path[0] == "staging" and path[-1] == "items":
        for each in empty:
            yield from _of_model(Ranged, (*path, each), None)
    elif kind == Range:
        yield from (Column((*path, end), _of_scalar(path)) for end in (LOW, HIGH))
    elif kind == Scalar:
        yield Column(path, _of_scalar(path))
    else:
        yield Column(path, "text" if get_origin(kind) is Literal else KINDS.get(kind, "json"))


def _of_scalar(path: tuple[str, ...]) -> Kind:
    return "text" if ".".join(path).startswith(IN_WORDS) else "number"


def _without_null(kind: Any) -> Any:
    parts = get_args(kind)
    if get_origin(kind) not in (Union, UnionType) or NoneType not in parts:
        return kind
    kept = tuple(part for part in parts if part is not NoneType)
    return kept[0] if len(kept) == 1 else Scalar if set(kept) == set(get_args(Scalar)) else kind


def _is_left_out(path: tuple[str, ...]) -> bool:
    left: Any = LEFT_OUT
    for step in path[:-1]:
        left = left.get(step, {}) if isinstance(left, dict) else {}
    return path[-1] in left and (not isinstance(left, dict) or left[path[-1]] is True)
