"""D9: the power goes while the vault is exchanged: by a rotation, another code, a backup, a backup brought back.

Each act is written down as its disk sees it, and images that a crash may leave on the way, or after it, are opened again. In each of them
the vault opens, whole, with every record as it was before or as it is after, and can be written on; once the act has returned, as it is
after. A backup that has its name is whole. What stood where a backup was brought back lies beside, whole, before it is gone.
"""

from __future__ import annotations

import datetime as dt
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import apsw

from interview.engine.events import Event
from interview.engine.ports import StoreFault
from interview.storage import recovery_code
from interview.storage.backup import back_up_in_use
from interview.storage.restoring import check_backup, restore
from interview.storage.rewrapping import change_code
from interview.storage.rotation import NewWays, rotate
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault
from tests.faults.crash_images import Disk
from tests.faults.damage import event, summary
from tests.faults.disk_log import Call, FolderSynced, Named, Synced, Told, always_recorded, recorded
from tests.faults.outcome import Outcome

RECORDS: Final = ("alpha", "beta")
BEFORE_BACKUP, EVENTS = 3, 5
"""Events of each record in the backup, and in the vault when the act begins."""
MADE: Final = "2026-03-01T12:00:00+00:00"
CONTROL_IMAGES: Final = 400
"""Images of a broken build until it counts as not caught."""


def _clock() -> dt.datetime:
    return dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)


def _rotate(above: Path, key: KeyFile) -> None:
    rotate(above / "vault", key, NewWays())


def _rewrap(above: Path, key: KeyFile) -> None:
    change_code(above / "vault", key, recovery_code.new_code())


def _back_up(above: Path, _key: KeyFile) -> None:
    back_up_in_use(above / "vault", above / "newer", made=MADE)


def _restore(above: Path, key: KeyFile) -> None:
    restore(above / "vault", above / "older", key, clock=_clock)


ACTS: Final[dict[str, Callable[[Path, KeyFile], None]]] = {
    "rotation": _rotate,
    "another code": _rewrap,
    "backup": _back_up,
    "bringing back": _restore,
}


@dataclass(frozen=True, slots=True)
class Written:
    """One act as its disk saw it."""

    name: str
    above: str
    before: tuple[Call, ...]
    """What made the vault."""
    calls: tuple[Call, ...]
    """What the act did."""


def write_down(name: str, above: Path) -> Written:
    """Make a vault, fill it, back it up, fill it further, and do the act; everything is recorded."""
    key = KeyFile(above / "key")
    with always_recorded(), recorded(above) as log:
        vault, _ = Vault.create(above / "vault", key)
        for seq in range(1, EVENTS + 1):
            for record in RECORDS:
                vault.append(record, [event(seq)], summary(record, seq))
            if seq == BEFORE_BACKUP:
                back_up_in_use(above / "vault", above / "older", made=MADE)
        vault.close()
        log.calls.append(Told(0))
        first = len(log.calls)
        ACTS[name](above, key)
        log.calls.append(Told(1))
    return Written(name, log.above, tuple(log.calls[:first]), tuple(log.calls[first:]))


def wrong_with(image: Path, name: str, *, is_told: bool) -> str | None:
    """Open what a crash left, and return what is wrong with it, or nothing."""
    key = KeyFile(image / "key")
    try:
        if (image / "newer").exists():
            check_backup(image / "newer", key, clock=_clock)
        elif name == "backup" and is_told:
            return "the backup is not there"
        found = [_events(image / "vault", key, record) for record in RECORDS]
    except (StoreFault, apsw.Error, OSError) as fault:
        return f"it does not open: {getattr(fault, 'kind', type(fault).__name__)}"
    except AssertionError as wrong:
        return str(wrong)
    is_back = [types[-1:] == ["record_restored"] for types in found]
    if name == "bringing back" and is_told and not any(is_back):
        return "the backup was said to be back, and the vault before it is there"
    if any(is_back) and (name != "bringing back" or not all(is_back)):
        return "a record says that it was brought back, another one does not"
    wanted = BEFORE_BACKUP + 1 if all(is_back) else EVENTS
    if [len(types) for types in found] != [wanted] * len(RECORDS):
        return f"{wanted} events of each record should be there, {[len(types) for types in found]} are"
    return _kept_beside(image, key) if all(is_back) else None


def _kept_beside(image: Path, key: KeyFile) -> str | None:
    try:
        [kept] = image.glob("before-*")
        lengths = [len(_events(kept / "vault", key, record)) for record in RECORDS]
    except (StoreFault, apsw.Error, OSError, ValueError, AssertionError) as fault:
        return f"what stood there before is not kept: {getattr(fault, 'kind', type(fault).__name__)}"
    return None if lengths == [EVENTS] * len(RECORDS) else "what stood there before is kept in part"


def _events(folder: Path, key: KeyFile, record: str) -> list[str]:
    """Return the types of a record's events; see that the vault is whole, and can be written on as it is."""
    vault = Vault.open(folder, key, clock=_clock)
    try:
        events = vault.events(record)
        assert vault.verify().is_whole, "it is not whole"
        last = events[-1].seq
        vault.append(record, [Event(seq=last + 1, at=MADE, body=event(last + 1).body)], summary(record, last + 1))
        assert last + 1 == len(vault.events(record)), "it cannot be written on"
        return [each.body.type for each in events]
    finally:
        vault.close()


def crash(written: Written, n: int, seed: int, *, until: int | None = None) -> list[str]:
    """Lay and open so many images, spread evenly over the act's calls; return what was wrong, at most so many."""
    chance, wrong = random.Random(seed), list[str]()
    shared = Path("/dev/shm") if Path("/dev/shm").is_dir() else None
    span = len(written.calls)
    disk, taken = Disk(written.above), 0
    for call in written.before:
        disk.take(call)
    with tempfile.TemporaryDirectory(dir=shared) as scratch:
        for place in sorted((seed + each * span // n) % span for each in range(n)):
            while taken <= place:
                disk.take(written.calls[taken])
                taken += 1
            target = Path(scratch) / "image"
            target.mkdir()
            disk.crashed(chance).lay(written.above, target)
            found = wrong_with(target, written.name, is_told=disk.told == 1)
            shutil.rmtree(target)
            if found is not None:
                wrong.append(f"{written.name}, after call {taken} of {span}: {found}")
                if until is not None and len(wrong) >= until:
                    break
    return wrong


def next_unsynced(calls: Sequence[Call]) -> tuple[Call, ...]:
    """Break a build on purpose: the new database is not forced to the disk before the header points to it."""
    unsure = {each.file for each in calls if isinstance(each, Named) and each.path.endswith(".db.next")}
    return tuple(each for each in calls if not (isinstance(each, Synced) and each.file in unsure))


def names_unsynced(calls: Sequence[Call]) -> tuple[Call, ...]:
    """Break a build on purpose: no folder of what is kept beside is forced to the disk."""
    return tuple(each for each in calls if not (isinstance(each, FolderSynced) and "/before-" in f"{each.folder}/"))


def run(n: int = 500, seed: int = 9) -> Outcome:
    """Open so many images of the four acts together, and images of two broken builds until each is caught."""
    began, failures, controls, calls = time.monotonic(), list[str](), list[tuple[str, bool]](), 0
    broken = {"rotation": ("new database not synced", next_unsynced), "bringing back": ("names kept beside not synced", names_unsynced)}
    for name in ACTS:
        with tempfile.TemporaryDirectory() as folder:
            written = write_down(name, Path(folder))
        calls += len(written.calls)
        failures += crash(written, -(-n // len(ACTS)), seed)
        if name in broken:
            said, change = broken[name]
            weaker = replace(written, calls=change(written.calls))
            controls.append((said, bool(crash(weaker, CONTROL_IMAGES, seed, until=1))))
    done = f"{len(ACTS) * -(-n // len(ACTS))} images of {calls} calls: {', '.join(ACTS)}"
    return Outcome("D9", done, n, tuple(failures), seed, time.monotonic() - began, tuple(controls))
