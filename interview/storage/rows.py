"""Reading and writing the vault's rows: entries of a chain, and the summaries that a list shows."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hmac
import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

import apsw
from pydantic import TypeAdapter, ValidationError

from interview.engine.ports import RecordSummary
from interview.storage.chain import GENESIS, Entry
from interview.storage.heads import Head

_SUMMARY: Final = TypeAdapter(RecordSummary)


@dataclasses.dataclass(frozen=True, slots=True)
class SummaryRow:
    """A summary as it is stored: rebuildable, never read as truth."""

    seq: int
    body: bytes
    mark: bytes


class SummaryUnreadable(Exception):
    """A summary is not as this vault wrote it; it can be rebuilt from the record."""


def entries(db: apsw.Connection, record: str) -> Iterator[Entry]:
    """Return a record's entries in order, as they stand."""
    return map(Entry._make, db.execute("SELECT seq, previous, body, mark FROM entry WHERE record = ? ORDER BY seq", (record,)))


def entry_at(db: apsw.Connection, record: str, seq: int) -> Entry | None:
    """Return one entry of a record, or none."""
    row = db.execute("SELECT previous, body, mark FROM entry WHERE record = ? AND seq = ?", (record, seq)).fetchone()
    return None if row is None else Entry(seq, *row)


def entry_from_above(db: apsw.Connection, record: str, seq: int) -> Entry | None:
    """Return one entry as `entry_at` does, sought from the other side: an entry between two pages is reached though one is damaged."""
    query = "SELECT seq, previous, body, mark FROM entry WHERE record = ? AND seq <= ? ORDER BY seq DESC LIMIT 1"
    row = db.execute(query, (record, seq)).fetchone()
    return None if row is None or row[0] != seq else Entry(*row)


def numbers_in_passing(db: apsw.Connection, record: str, *, from_end: bool) -> Iterator[int]:
    """Return the numbers of a record's entries, come by from one end of the table: nothing is sought, so that no long entry is compared."""
    order = "DESC" if from_end else "ASC"
    for (seq,) in db.execute(f"SELECT seq FROM entry WHERE +record = ? ORDER BY record {order}, seq {order}", (record,)):
        yield seq


def entries_in_passing(db: apsw.Connection, record: str, passed_over: Iterable[int], *, from_end: bool) -> Iterator[Entry]:
    """Return a record's entries as `numbers_in_passing` comes by them, and read nothing of those that are passed over."""
    order = "DESC" if from_end else "ASC"
    numbers = ",".join(str(int(seq)) for seq in passed_over)
    query = (
        f"SELECT seq, previous, body, mark FROM entry WHERE +record = ? AND +seq NOT IN ({numbers}) ORDER BY record {order}, seq {order}"
    )
    for row in db.execute(query, (record,)):
        yield Entry(*row)


def last_entry(db: apsw.Connection, record: str) -> Entry | None:
    """Return a record's last entry, or none."""
    row = db.execute("SELECT seq, previous, body, mark FROM entry WHERE record = ? ORDER BY seq DESC LIMIT 1", (record,)).fetchone()
    return None if row is None else Entry(*row)


LAST_ENTRIES: Final = (
    "WITH RECURSIVE ids (record) AS (SELECT min(record) FROM entry UNION ALL "
    "SELECT (SELECT min(record) FROM entry WHERE record > ids.record) FROM ids WHERE ids.record IS NOT NULL) "
    "SELECT record, seq, previous, body, mark FROM ids JOIN entry USING (record) "
    "WHERE seq = (SELECT max(seq) FROM entry WHERE record = ids.record)"
)
"""Each record's last entry, sought record by record in one statement: the entries before it are not read."""


def last_entries(db: apsw.Connection) -> Iterator[tuple[str, Entry]]:
    """Return each record that has entries, with its last one."""
    return ((record, Entry._make(row)) for record, *row in db.execute(LAST_ENTRIES))


def head_of(entry: Entry | None) -> Head:
    """Return where the chain ends with this entry last."""
    return Head(0, GENESIS) if entry is None else Head(entry.seq, entry.digest)


def record_ids(db: apsw.Connection) -> Iterator[str]:
    """Return the id of each record that has entries."""
    row = db.execute("SELECT min(record) FROM entry").fetchone()
    while row is not None and row[0] is not None:
        yield row[0]
        row = db.execute("SELECT min(record) FROM entry WHERE record > ?", (row[0],)).fetchone()


def insert_entries(db: apsw.Connection, record: str, added: Iterable[Entry]) -> None:
    """Write entries after those already there."""
    db.executemany(
        "INSERT INTO entry (record, seq, previous, body, mark) VALUES (?, ?, ?, ?, ?)",
        ((record, entry.seq, entry.previous, entry.body, entry.mark) for entry in added),
    )


def _summary_mark(key: bytes, record: str, seq: int, body: bytes) -> bytes:
    name = record.encode()
    return hmac.digest(key, b"summary\0" + len(name).to_bytes(4, "big") + name + seq.to_bytes(8, "big") + body, "sha256")


def _json(plain: dict[str, Any]) -> bytes:
    return json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()


def summary_row(key: bytes, seq: int, summary: RecordSummary) -> SummaryRow:
    """Return a summary as it is stored, for the record as it stands at an entry."""
    body = _json(dataclasses.asdict(summary))
    return SummaryRow(seq, body, _summary_mark(key, summary.record, seq, body))


def stored_summary(db: apsw.Connection, record: str) -> SummaryRow | None:
    """Return a record's summary as it stands, or none."""
    row = db.execute("SELECT seq, body, mark FROM summary WHERE record = ?", (record,)).fetchone()
    return None if row is None else SummaryRow(*row)


NEWEST: Final = (
    "SELECT record, seq, body, mark FROM summary "
    "ORDER BY CASE WHEN json_valid(CAST(body AS TEXT)) THEN julianday(json_extract(CAST(body AS TEXT), '$.updated')) END DESC LIMIT ?"
)
"""The summaries that were updated last, by their own word; what they say counts only once each was checked."""


def put_summary(db: apsw.Connection, record: str, row: SummaryRow | None) -> None:
    """Write a record's summary over the one there, or take it away."""
    if row is None:
        db.execute("DELETE FROM summary WHERE record = ?", (record,))
    else:
        db.execute("INSERT OR REPLACE INTO summary (record, seq, body, mark) VALUES (?, ?, ?, ?)", (record, row.seq, row.body, row.mark))


def read_summary(key: bytes, record: str, row: SummaryRow) -> RecordSummary:
    """Return the summary; raise `SummaryUnreadable` where it is not as it was written."""
    refuse_altered(key, record, row)
    try:
        return _SUMMARY.validate_json(row.body)
    except ValidationError:
        raise SummaryUnreadable from None


def refuse_altered(key: bytes, record: str, row: SummaryRow) -> None:
    """Raise `SummaryUnreadable` where the vault did not write the summary as it stands."""
    if row.seq < 0 or not hmac.compare_digest(row.mark, _summary_mark(key, record, row.seq, row.body)):
        raise SummaryUnreadable


def summaries_of(key: bytes, subject: str, stored: Iterable[tuple[str, SummaryRow]]) -> Iterator[RecordSummary]:
    """Return those of a subject; raise `SummaryUnreadable` where any is not as it was written: it may have been the subject's."""
    sign = _json({"subject": subject})[1:-1]
    for record, row in stored:
        refuse_altered(key, record, row)
        if sign in row.body:
            yield read_summary(key, record, row)


def newest_first(summaries: Iterable[RecordSummary]) -> tuple[RecordSummary, ...]:
    """Return summaries, the last updated first, whatever the zones of their times; a time that is none comes last."""

    def moment(summary: RecordSummary) -> float:
        try:
            stated = dt.datetime.fromisoformat(summary.updated)
        except ValueError:
            return float("-inf")
        return (stated if stated.tzinfo else stated.replace(tzinfo=dt.UTC)).timestamp()

    return tuple(sorted(summaries, key=lambda summary: (-moment(summary), summary.record)))
