"""D3: the power goes. A real session is written down as its disk sees it, and every image that a crash may leave is opened again.

In each image: what was acknowledged is there, nothing beyond what was on its way, the chain, the pages, the header and the heads are
whole, the list agrees with the record, and the vault can be written on. Before the vault was said to be made, it is whole or not there.
"""

from __future__ import annotations

import base64
import contextlib
import json
import math
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, Final
from unittest import mock

import apsw

from interview.engine.lines import submit
from interview.engine.ports import StoreFault
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from interview.storage import database
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault, exists
from interview.world import new_id, now
from tests.faults.crash_images import Disk
from tests.faults.disk_log import VFS, Call, DiskLog, FolderSynced, Named, Renamed, Synced, Told, recorded
from tests.faults.outcome import Outcome

LINES: Final = tuple(json.loads(line) for line in resources.files("interview").joinpath("demo_case.jsonl").read_bytes().splitlines())
ANSWERS: Final = 12
"""Answers of the session that is written down; the last is long enough for pages of its own."""
CANARY: Final = "canary-of-a-person"
LEAST_ENTROPY: Final = 7.9
"""Bits a byte, of at most 8; text has under 5."""
CONTROL_IMAGES: Final = 300
"""Images of a broken build until it counts as not caught."""


@dataclass(frozen=True, slots=True)
class Written:
    """A session as its disk saw it."""

    log: DiskLog
    record: str
    steps: tuple[int, ...]
    """How many events there may be: after the beginning and after each answer."""


def write_down(above: Path) -> Written:
    """Make a vault, begin a record, answer, and close it; everything is recorded. Heads follow beside, each before the next answer."""
    with recorded(above) as log:
        vault, __ = Vault.create(above / "vault", KeyFile(above / "key"), vfs=VFS)
        log.calls.append(Told(0))
        session = Session.begin(vault, bundled(), subject="P-1", clock=now, new_id=new_id)
        steps = [session.view().seq if hasattr(session.view(), "seq") else len(vault.events(session.record))]
        log.calls.append(Told(steps[-1]))
        for line in LINES[: ANSWERS - 1]:
            _give(session, line, log, steps)
            vault._open.heads_behind.settle()
        _give(session, {"link_id": "session.note", "value": {"text": f"{CANARY} " * 400}}, log, steps)
        session.release()
        vault.close()
    return Written(log, session.record, tuple(steps))


def _give(session: Session, line: dict[str, Any], log: DiskLog, steps: list[int]) -> None:
    reply = submit(session, line)
    if not isinstance(reply, Saved):
        raise AssertionError(f"{line['link_id']} was not taken")
    steps.append(len(session.events))
    log.calls.append(Told(steps[-1]))


def is_ciphertext(written: bytes) -> str | None:
    """Return why what a disk got is not all ciphertext, or nothing: noise by its entropy, and no canary in any form."""
    canary = CANARY.encode()
    forms = (canary, CANARY.encode("utf-16-le"), canary.hex().encode(), base64.b64encode(canary)[:16], b"SQLite format", b"CREATE TABLE")
    if any(form in written for form in forms):
        return "the recorder saw text of a record"
    pages = [written[at : at + 4096] for at in range(0, len(written), 4096)]
    noise = b"".join(page for page in pages if len(set(page)) > 64)
    entropy = -sum(count / len(noise) * math.log2(count / len(noise)) for count in Counter(noise).values())
    return None if entropy >= LEAST_ENTROPY else f"what the disk got has {entropy:.2f} bits a byte"


def wrong_with(image: Path, written: Written, told: int | None) -> str | None:
    """Open what a crash left, and return what is wrong with it, or nothing."""
    folder, key = image / "vault", KeyFile(image / "key")
    try:
        if told is None and not exists(folder):
            Vault.create(folder, key)[0].close()
            return None
        vault = Vault.open(folder, key)
    except (StoreFault, OSError) as fault:
        return f"it does not open: {getattr(fault, 'kind', type(fault).__name__)}"
    try:
        return _wrong_in(vault, written, told or 0)
    except (StoreFault, apsw.Error) as fault:
        return f"it does not go on: {getattr(fault, 'kind', type(fault).__name__)}"
    finally:
        vault.close()


def _wrong_in(vault: Vault, written: Written, told: int) -> str | None:
    listed = vault.records()
    events = vault.events(written.record) if listed else ()
    following = next((step for step in written.steps if step > told), told)
    if len(events) not in (told, following):
        return f"{told} events were told to be durable, {len(events)} are there"
    if [each.seq for each in events] != list(range(1, len(events) + 1)):
        return "numbers have gaps"
    if not vault.verify().is_whole:
        return "it is not whole"
    if not events:
        return None
    session = Session.resume(vault, bundled(), written.record, clock=now)
    if session.view().answered != listed[0].answered:
        return "the list says otherwise than the record"
    session.release()
    return None


def crash(written: Written, n: int, seed: int, *, until: int | None = None) -> list[str]:
    """Lay and open so many images, spread evenly over the calls; return what was wrong, at most so many."""
    chance, calls, wrong = random.Random(seed), written.log.calls, list[str]()
    shared = Path("/dev/shm") if Path("/dev/shm").is_dir() else None
    at = sorted((seed + place * len(calls) / n) % len(calls) for place in range(n))
    disk, taken = Disk(written.log.above), 0
    with tempfile.TemporaryDirectory(dir=shared) as scratch:
        for place in at:
            while taken <= place:
                disk.take(calls[taken])
                taken += 1
            target = Path(scratch) / "image"
            target.mkdir()
            disk.crashed(chance).lay(written.log.above, target)
            found = wrong_with(target, written, disk.told)
            if found is not None:
                wrong.append(f"after call {taken} of {len(calls)} ({type(calls[taken - 1]).__name__}): {found}")
                if until is not None and len(wrong) >= until:
                    break
            shutil.rmtree(target)
    return wrong


def heads_first(calls: Sequence[Call]) -> list[Call]:
    """Break a build on purpose: the heads are put in place, and their folder synced, before the commit they speak of."""
    broken: list[Call] = []
    told = [0, 0]
    for call in calls:
        if isinstance(call, Told):
            told = [told[-1], len(broken)]
        if isinstance(call, Renamed) and call.new.endswith("/heads") and told[0]:
            since = told[0] if not _is_committing(broken[told[1] :]) else told[1]
            moved = [each for each in broken[since:] if getattr(each, "file", None) == call.file]
            rest = [each for each in broken[since:] if getattr(each, "file", None) != call.file]
            broken[since:] = [*moved, call, *_folder_synced(call.new), *rest]
        else:
            broken.append(call)
    return broken


def _is_committing(calls: Sequence[Call]) -> bool:
    """Return whether a commit was written among these calls: its journal's folder is synced first."""
    return any(isinstance(each, FolderSynced) for each in calls)


def _folder_synced(path: str) -> tuple[Call, ...]:
    return (FolderSynced(path.rpartition("/")[0]),)


def journal_unsynced(calls: Sequence[Call]) -> list[Call]:
    """Break a build on purpose: its journal is never forced to the disk."""
    journals = {each.file for each in calls if isinstance(each, Named) and each.path.endswith("-journal")}
    return [each for each in calls if not (isinstance(each, Synced) and each.file in journals)]


@contextlib.contextmanager
def _written_down() -> Any:
    with tempfile.TemporaryDirectory() as folder:
        yield write_down(Path(folder))


def _caught(written: Written, seed: int, change: Callable[[Sequence[Call]], list[Call]] | None) -> bool:
    if change is not None:
        log = DiskLog(written.log.above, change(written.log.calls))
        written = Written(log, written.record, written.steps)
    return bool(crash(written, CONTROL_IMAGES, seed, until=1))


def run(n: int = 5000, seed: int = 3) -> Outcome:
    """Open so many images of what a crash may leave, and images of three broken builds until each is caught."""
    began = time.monotonic()
    with _written_down() as written:
        plain = is_ciphertext(written.log.written)
        failures = [] if plain is None else [plain]
        failures += crash(written, n, seed)
        controls = [
            ("heads before the commit", _caught(written, seed, heads_first)),
            ("journal not synced", _caught(written, seed, journal_unsynced)),
        ]
    weakened = tuple((name, "OFF", 0) if name == "synchronous" else (name, wanted, read) for name, wanted, read in database.SETTINGS)
    with mock.patch.object(database, "SETTINGS", weakened), _written_down() as written:
        controls.insert(0, ("synchronous=OFF", _caught(written, seed, None)))
    done = f"{n} images of {len(written.log.calls)} calls, {ANSWERS} answers; {len(written.log.written) // 1024} KiB seen, all ciphertext"
    return Outcome("D3", done, n, tuple(failures), seed, time.monotonic() - began, tuple(controls))


if __name__ == "__main__":
    import sys

    from tests.faults.outcome import table

    print(table([run(int(sys.argv[1]))]))
