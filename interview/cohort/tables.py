"""Cases in a Parquet table, a row a case: one column `case` that holds it as JSON, or columns that are the case's own keys.

A cell without a value is what nobody knows, and is left out. Rows come out as lines do: a number from 1, and the case as JSON.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from interview.cohort.extra import brought
from interview.cohort.output import CohortRefused
from interview.language import _
from trd_core.json_input import MOST_BYTES

CASE: Final = "case"
ROWS_AT_ONCE: Final = 32


def numbered_rows(
    source: BinaryIO, name: str, groups: range | None = None, first: int = 1, longest: int = MOST_BYTES
) -> Iterator[tuple[int, bytes | None]]:
    """Yield each row with its number; None in place of a case of more than `longest` bytes. Raises `CohortRefused`.

    Of these row groups only, where they are named; `first` is the number of the first row of them, in the whole table.
    """
    table = _opened(source, name)
    chosen = list(range(table.num_row_groups) if groups is None else groups)
    is_text = CASE in table.schema_arrow.names and _is_text(table.schema_arrow.field(CASE).type)
    number = first
    with _told(name):
        for batch in table.iter_batches(ROWS_AT_ONCE, chosen, columns=[CASE] if is_text else None, use_threads=False):
            for row in batch.to_pylist():
                content = _of_text(row[CASE]) if is_text else _of_columns(row)
                if content != b"":
                    yield number, content if content is not None and len(content) <= longest else None
                number += 1


def rows_of_groups(source: BinaryIO, name: str) -> tuple[tuple[int, int], ...]:
    """Return how many rows, and bytes, each group of a table has. Raises `CohortRefused`."""
    about = _opened(source, name).metadata
    return tuple((about.row_group(each).num_rows, about.row_group(each).total_byte_size) for each in range(about.num_row_groups))


def _opened(source: BinaryIO, name: str) -> Any:
    module = brought("pyarrow.parquet", _("{name}, a Parquet table").format(name=name))
    with _told(name):
        return module.ParquetFile(source, pre_buffer=False)


@contextlib.contextmanager
def _told(name: str) -> Iterator[None]:
    """Say that a table is none, or is broken, without a word of what it holds."""
    try:
        yield
    except (brought("pyarrow", name).ArrowException, OSError) as fault:
        if getattr(fault, "errno", None) is not None:  # the disk's own fault, not the table's
            raise
        raise CohortRefused(
            _("{name}: found no Parquet table that can be read to its end; allowed: a whole one, or lines of JSON.").format(name=name)
        ) from None


def _is_text(kind: Any) -> bool:
    types = brought("pyarrow.types", CASE)
    return any(each(kind) for each in (types.is_string, types.is_large_string, types.is_binary, types.is_large_binary))


def _of_text(cell: str | bytes | None) -> bytes:
    return (cell.encode("utf-8", "surrogatepass") if isinstance(cell, str) else cell or b"").strip()


def _of_columns(row: dict[str, Any]) -> bytes:
    return json.dumps(_known(row), default=_plain, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _known(value: Any) -> Any:
    """Return a value without what nobody knows: an empty cell, and a group of nothing but such."""
    if isinstance(value, dict):
        members = {key: _known(member) for key, member in value.items()}
        return {key: member for key, member in members.items() if member is not None} or None
    if isinstance(value, list):
        return [{} if member is None else _known(member) or {} if isinstance(member, dict) else _known(member) for member in value]
    return value


def _plain(value: Any) -> Any:
    """Return a date as JSON says it; of what JSON cannot say, what no case allows."""
    return value.isoformat() if isinstance(value, dt.date) and not isinstance(value, dt.datetime) else {type(value).__name__: None}
