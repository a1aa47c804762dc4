"""How assessments are written down: lines of JSON, or the columns of a Parquet table. The bytes depend on the cases alone.

Rows of a table wait until there are enough for one group, whatever processes they came from.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO, Final, Protocol

from interview.cohort.extra import brought
from interview.cohort.output import PARQUET, Draft
from interview.language import _

COPIED_AT_ONCE: Final = 1_048_576
ROWS_IN_GROUP: Final = 1_024


class Assessments(Protocol):
    """Where scored blocks go, in their order."""

    def add(self, written: bytes) -> None:
        """Add what a block became. Raises `CohortRefused` where it cannot be written."""

    def add_part(self, part: BinaryIO) -> None:
        """Add what several blocks became, from a file."""

    def finish(self) -> None:
        """Add what must stand at the end."""


def is_parquet(path: Path) -> bool:
    """Return whether a name is that of a Parquet table."""
    return path.name.endswith(PARQUET)


def assessments_into(draft: Draft) -> Assessments:
    """Return the form that the draft's name asks for. Raises `CohortRefused` where what it needs is not installed."""
    return _Table(draft) if is_parquet(draft.path) else _Lines(draft)


class _Lines:
    """Lines of JSON: what blocks became, one after another."""

    def __init__(self, draft: Draft) -> None:
        self.add = draft.write

    def add_part(self, part: BinaryIO) -> None:
        while content := part.read(COPIED_AT_ONCE):
            self.add(content)

    def finish(self) -> None:
        """Nothing stands at the end."""


class _Table:
    """A Parquet table: groups of so many rows, and at the end where each stands."""

    def __init__(self, draft: Draft) -> None:
        named = _("{name}, a Parquet table").format(name=draft.path.name)
        self._arrow: Any = brought("pyarrow", named)
        self._file = _Written(draft)
        from interview.cohort.columns import table_schema

        self._schema = table_schema()
        self._writer: Any = brought("pyarrow.parquet", named).ParquetWriter(self._file, self._schema, compression="zstd")
        self._waiting: list[Any] = []
        self._rows = 0

    def add(self, written: bytes) -> None:
        if written:
            self._take(self._arrow.ipc.open_stream(written))

    def add_part(self, part: BinaryIO) -> None:
        while part.peek(1):  # type: ignore[attr-defined]
            self._take(self._arrow.ipc.open_stream(part))

    def finish(self) -> None:
        if self._rows:
            self._write(self._rows)
        self._writer.close()

    def _take(self, stream: Any) -> None:
        for batch in stream:
            self._waiting.append(batch)
            self._rows += batch.num_rows
        while self._rows >= ROWS_IN_GROUP:
            self._write(ROWS_IN_GROUP)

    def _write(self, rows: int) -> None:
        table = self._arrow.Table.from_batches(self._waiting, self._schema)
        self._writer.write_table(table.slice(0, rows).combine_chunks(), row_group_size=rows)
        self._waiting = table.slice(rows).to_batches()
        self._rows -= rows


class _Written:
    """What a table's writer takes for a file: bytes go to the draft."""

    closed = False

    def __init__(self, draft: Draft) -> None:
        self._draft, self._at = draft, 0

    def write(self, content: Any) -> int:
        written = bytes(content)
        self._draft.write(written)
        self._at += len(written)
        return len(written)

    def tell(self) -> int:
        return self._at

    def writable(self) -> bool:
        return True

    def flush(self) -> None:
        """The draft writes together what waits."""

    def close(self) -> None:
        """The draft is finished by whoever made it."""
