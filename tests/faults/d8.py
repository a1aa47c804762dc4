"""D8: a rotation, a migration, a restoring and a change of passphrase that are killed at any call leave the old vault or the new one.

Whichever stands opens, is whole, has the same events, seals and research codes, and the act can then be done again to its end.
"""

from __future__ import annotations

import os
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from unittest import mock

from interview.engine.ports import StoreFault
from interview.engine.record_events import RecordRestored
from interview.storage import migration, switching
from interview.storage.backup import back_up
from interview.storage.files import sync_folder, write_beside
from interview.storage.header import HEADER_NAME, Header, written
from interview.storage.restoring import restore
from interview.storage.rewrapping import change_code
from interview.storage.rotation import NewWays, rotate
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault
from interview.world import now
from tests.faults.damage import event, summary
from tests.faults.mortal import DISK, mortal
from tests.faults.older_format import STEP, make_older
from tests.faults.outcome import Outcome

Told = tuple[dict[str, tuple[str, ...]], str]
"""The events of each record as JSON, without those that say that it was brought back; and one research code."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act that exchanges a vault's files."""

    name: str
    prepare: Callable[[Path, KeyFile], None]
    do: Callable[[Path, KeyFile, str | None], object]
    """On the folder above the vault; with the disk to use."""


def _rotate(above: Path, key: KeyFile, disk: str | None) -> object:
    return rotate(above / "vault", key, NewWays(), vfs=disk)


def _bring_up(above: Path, key: KeyFile, disk: str | None) -> object:
    return migration.bring_up(above / "vault", key, (STEP,), clock=now, vfs=disk)


def _restore(above: Path, key: KeyFile, _disk: str | None) -> object:
    return restore(above / "vault", above / "backup", key, clock=now)


def _rewrap(above: Path, key: KeyFile, _disk: str | None) -> object:
    return change_code(above / "vault", key, bytes(16))


def _fall_behind(above: Path, key: KeyFile) -> None:
    back_up(above / "vault", above / "backup", made="2026-03-01T12:00:00+01:00")
    vault = Vault.open(above / "vault", key)
    vault.append("alpha", [event(4)], summary("alpha", 4))
    vault.close()


ACTS: Final = (
    Act("rotation", lambda above, key: None, _rotate),
    Act("migration", lambda above, key: make_older(above / "vault", key), _bring_up),
    Act("restoring", _fall_behind, _restore),
    Act("rewrapping", lambda above, key: None, _rewrap),
)


def _first(above: Path) -> KeyFile:
    key = KeyFile(above / "key")
    vault, __ = Vault.create(above / "vault", key)
    for record, count in (("alpha", 3), ("beta", 2)):
        for seq in range(1, count + 1):
            vault.append(record, [event(seq)], summary(record, seq))
    vault.close()
    return key


def told(folder: Path, key: KeyFile) -> Told:
    """Open the vault and return what it tells; `StoreFault` where it does not open, `AssertionError` where it is not whole."""
    vault = Vault.open(folder, key)
    try:
        assert vault.verify().is_whole, "it opens and is not whole"
        events = {
            each.record: tuple(e.model_dump_json() for e in vault.events(each.record) if not isinstance(e.body, RecordRestored))
            for each in vault.records()
        }
        return events, vault.research_code("S-1")
    finally:
        vault.close()


def _wrong(act: Act, above: Path, key: KeyFile, states: tuple[Told, ...]) -> str | None:
    """Return what is wrong after a kill; None where the old state or the new one stands and the act can be done again."""
    try:
        if act.name == "migration":
            migration.bring_up(above / "vault", key, (STEP,), clock=now)
        if told(above / "vault", key) not in states:
            return "neither the old state nor the new one"
        if act.name != "migration":
            act.do(above, key, None)
        return None if told(above / "vault", key) == states[-1] else "done again, it did not come to its end"
    except (StoreFault, AssertionError, OSError) as fault:
        return f"{type(fault).__name__}: {getattr(fault, 'kind', fault)}"


def kill(act: Act, start: Path, key: KeyFile, states: tuple[Told, ...], at: int | None) -> tuple[int, str | None]:
    """Do the act on a copy, killed at a call; return how many calls there were, and what is wrong afterwards."""
    with tempfile.TemporaryDirectory() as place:
        above = Path(place) / "above"
        shutil.copytree(start, above)
        with mortal(at) as life:
            act.do(above, key, DISK)
        return life.calls, _wrong(act, above, key, states)


def _database_first(folder: Path, header: Header, database: Path, heads: Path) -> None:
    """A broken exchange: the files one after another, the header last."""
    new_header = write_beside(folder / HEADER_NAME, written(header))
    os.replace(heads, folder / "heads")
    os.replace(database, folder / "vault.db")
    sync_folder(folder)
    os.replace(new_header, folder / HEADER_NAME)
    sync_folder(folder)


def run(n: int = 400, seed: int = 0, acts: tuple[Act, ...] = ACTS) -> Outcome:
    """Kill each act at so many of its calls, or at every one where there are fewer."""
    begun, chance, killed, failures, sizes = time.perf_counter(), random.Random(seed), 0, [], []
    control = False
    for act in acts:
        with tempfile.TemporaryDirectory() as place:
            start = Path(place)
            key = _first(start)
            before = told(start / "vault", key)
            act.prepare(start, key)
            states = (told(start / "vault", key), before) if act.name == "restoring" else (before,)
            calls, wrong = kill(act, start, key, states, None)
            failures += [f"{act.name}, not killed: {wrong}"] if wrong else []
            sizes.append(f"{act.name} {calls}")
            for at in sorted(chance.sample(range(1, calls + 1), min(n, calls))):
                killed += 1
                wrong = kill(act, start, key, states, at)[1]
                failures += [f"{act.name}, killed at call {at} of {calls}: {wrong}"] if wrong else []
            if act.name == "rotation":
                with mock.patch.object(switching, "commit", _database_first):
                    calls = kill(act, start, key, states, None)[0]
                    control = any(kill(act, start, key, states, at)[1] for at in range(calls - 5, calls + 1))
    return Outcome(
        "D8",
        f"killed at calls of the system ({', '.join(sizes)} calls)",
        killed,
        tuple(failures),
        seed,
        time.perf_counter() - begun,
        (("the files exchanged one after another", control),),
    )
