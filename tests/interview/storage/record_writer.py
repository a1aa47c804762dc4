"""A process of its own that writes to a vault: `record_writer.py append|hold FOLDER KEY_FILE RECORD`. No test itself.

`append`: one event after another, each acknowledged by its number on standard output once `append` returned.
`hold`: waits for a line, tries to hold the record, says `held` or `busy`, and waits for another line before it ends.
"""

from __future__ import annotations

import sys
from pathlib import Path

from interview.engine.events import Event, ItemAnswered
from interview.engine.ports import RecordSummary, StoreFault
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault


def written_event(seq: int) -> Event:
    body = ItemAnswered(link_id=f"item.{seq}", status="answered", value=seq, source="patient", verbatim="words " * (seq % 40))
    return Event(seq=seq, at="2026-03-01T10:00:00+01:00", body=body)


def append_for_ever(vault: Vault, record: str) -> None:
    vault.hold(record)
    seq = 0
    while True:
        seq += 1
        vault.append(record, [written_event(seq)], RecordSummary(record, "S-1", "baseline", "asking", seq, "2026-03-01T10:00:00+01:00"))
        print(seq, flush=True)


def hold_when_told(vault: Vault, record: str) -> None:
    sys.stdin.readline()
    try:
        vault.hold(record)
        print("held", flush=True)
    except StoreFault as fault:
        print(fault.kind, flush=True)
    sys.stdin.readline()


if __name__ == "__main__":
    act, folder, key_file, record = sys.argv[1:]
    opened = Vault.open(Path(folder), KeyFile(Path(key_file)))
    append_for_ever(opened, record) if act == "append" else hold_when_told(opened, record)
