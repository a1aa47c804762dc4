"""A record's chain as a whole: read, checked entry by entry against the vault's key, and never shorter than was once acknowledged here.

What is not as it was written is refused by number; it mends nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import apsw
from pydantic import ValidationError

from interview.engine.events import Event
from interview.language import _
from interview.storage import rows, verification
from interview.storage.at_rest import collector_at_rest
from interview.storage.chain import Entry, breaks, is_authentic
from interview.storage.faults import damaged, newer, older_than_head, shown, unknown_record
from interview.storage.heads import Head
from interview.storage.open_vault import OpenVault


class Chains:
    """Reads the chains of one open vault, and remembers how far each was acknowledged."""

    def __init__(self, open_vault: OpenVault) -> None:
        self._open = open_vault
        self._acknowledged: dict[str, int] = {}

    def acknowledged(self, record: str) -> int:
        """Return the number of the last entry that was acknowledged here; 0 where none was."""
        return self._acknowledged.get(record, 0)

    def acknowledge(self, record: str, seq: int) -> None:
        """Remember that the record stands so far."""
        self._acknowledged[record] = seq

    def sound_tip(self, db: apsw.Connection, record: str) -> Head:
        """Return where the record ends; refuse to build on an entry that is not ours, or on a copy older than its heads."""
        last = rows.last_entry(db, record)
        if last is not None and not is_authentic(self._open.keys.chain, record, last):
            said = _("entry {seq} of record {shown} is not as it was written.")
            raise damaged(self._open.folder, said.format(seq=last.seq, shown=shown(record)))
        tip = rows.head_of(last)
        if tip.seq < self.acknowledged(record):
            raise older_than_head(self._open.folder, record)
        return tip

    def whole(self, db: apsw.Connection, record: str) -> list[Entry]:
        """Return all entries of a record. `StoreFault`: `unknown_record`, `damaged`."""
        chain = list(rows.entries(db, record))
        if not chain:
            raise unknown_record(record)
        broken = next(breaks(self._open.keys.chain, record, chain), None)
        if broken is not None:
            said = _("entry {seq} of record {shown} {words}.")
            words = verification.WORDS[broken.kind]
            raise damaged(self._open.folder, said.format(seq=broken.seq, shown=shown(record), words=words))
        if chain[-1].seq < self.acknowledged(record):
            raise older_than_head(self._open.folder, record)
        return chain

    def heads(self, db: apsw.Connection) -> dict[str, Head]:
        """Return where each record ends, every one of them whole."""
        return {record: rows.head_of(self.whole(db, record)[-1]) for record in rows.record_ids(db)}

    def events(self, chain: Sequence[Entry]) -> tuple[Event, ...]:
        """Return what the entries say; `StoreFault("newer")` for what this version does not know."""
        try:
            with collector_at_rest():
                return tuple(Event.model_validate_json(entry.body) for entry in chain)
        except ValidationError:
            raise newer(self._open.folder) from None


def taking_back(record: str, added: tuple[Entry, ...], before: rows.SummaryRow | None) -> Callable[[apsw.Connection], None]:
    """Return what takes a transaction back that failed, if it is there after all and nothing follows it."""

    def undo(db: apsw.Connection) -> None:
        last = rows.last_entry(db, record)
        if added and last is not None and last.mark == added[-1].mark:
            db.execute("DELETE FROM entry WHERE record = ? AND seq >= ?", (record, added[0].seq))
            rows.put_summary(db, record, before)

    return undo
