"""The vault compared with what stands beside it: its heads when it is opened, everything when it is verified."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import apsw

from interview.engine.ports import StoreFault
from interview.language import _
from interview.storage import rows
from interview.storage.chain import is_authentic
from interview.storage.database import DATABASE_NAME
from interview.storage.durable import DurableDatabase
from interview.storage.faults import damaged, older_than_head, shown, unknown_record
from interview.storage.header import Header, read_header
from interview.storage.header import is_authentic as header_is_authentic
from interview.storage.heads import Head, Heads, HeadsUnreadable
from interview.storage.unlock import Keys
from interview.storage.verification import Breach, Verification, all_records, check_record, pages_are_whole


def compare_with_heads(db: apsw.Connection, heads: Mapping[str, Head], key: bytes, folder: Path) -> dict[str, Head] | None:
    """Return the heads as they should be where they lag behind, else none; refuse a database that they lead."""
    present, tips = dict(heads), dict[str, Head]()
    for record, last in rows.last_entries(db):
        tips[record] = tip = rows.head_of(last)
        if tip != heads.get(record) and is_authentic(key, record, last, tip.digest):
            present[record] = tip
    for record, head in heads.items():
        if tips.get(record) == head:
            continue
        stored = rows.entry_at(db, record, head.seq)
        if stored is None:
            raise older_than_head(folder, record)
        if stored.digest != head.digest:
            raise damaged(
                folder, _("entry {seq} of record {shown} is not the one that was acknowledged.").format(seq=head.seq, shown=shown(record))
            )
    return None if present == heads else present


def _header_now(folder: Path, keys: Keys, vault: str) -> Header | None:
    """Return the header as it stands, where it is this vault's and one who held its data key wrote it."""
    try:
        header = read_header(folder)
    except (OSError, StoreFault):
        return None
    return header if header.vault == vault and header_is_authentic(header, keys) else None


def check_vault(database: DurableDatabase, folder: Path, header: Header, heads_file: Heads, keys: Keys, record: str | None) -> Verification:
    """Check one record, or all of them with pages, heads and header.

    A header that is another one than when the vault was opened, and authentic, is no breach: what opens the vault was changed elsewhere.
    `StoreFault` only for an unknown record or a locked vault: everything else that is wrong is a finding.
    """
    now = _header_now(folder, keys, header.vault)
    breaches: list[Breach] = [Breach("header")] if now is None else []
    heads: Mapping[str, Head] = {}
    try:
        heads = heads_file.read()
    except HeadsUnreadable:
        breaches.append(Breach("heads"))
    try:
        with database.fresh() as db:
            known = all_records(db, heads)
            if record is not None and record not in known:
                raise unknown_record(record)
            chosen = known if record is None else (record,)
            checks = tuple(check_record(db, keys.chain, each, heads.get(each)) for each in chosen)
        if record is None:
            with database.fresh() as db:
                if not pages_are_whole(db, folder / DATABASE_NAME):
                    breaches.append(Breach("pages"))
    except (apsw.Error, OSError, StoreFault) as fault:
        if isinstance(fault, StoreFault) and fault.kind in {"unknown_record", "locked"}:
            raise
        return Verification((), (*breaches, Breach("pages")))
    return Verification(checks, tuple(breaches), was_rewrapped=now is not None and now != header)
