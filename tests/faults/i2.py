"""I2: an older copy, a cut tail and a removed record are noticed; where heads are rolled back with the database, the seal shows it.

A vault brought back whole, with its heads, is whole: nothing in it can tell that it is old. What tells is a seal that was written
down elsewhere, on an export or from the closing screen: `verify ID --seal` finds the entry it belongs to, or none.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final
from unittest import mock

from interview.storage.chain import GENESIS, canonical, extend
from interview.storage.heads import Heads
from interview.storage.vault import Vault
from tests.faults.damage import COUNTS, Filled, event, filled, found_in, is_noticed, summary
from tests.faults.outcome import Outcome

Damage = Callable[[Filled, Path, random.Random], bool]
"""Damages a copy and returns whether that was noticed."""


def seal_in(folder: Path, vault: Filled, record: str) -> str:
    """Return the record's seal."""
    opened = Vault.open(folder, vault.key)
    try:
        return opened.seal(record)
    finally:
        opened.close()


def is_of(folder: Path, vault: Filled, record: str, seal: str) -> bool:
    """Whether `verify` finds the seal in the record."""
    found = found_in(folder, vault.key)
    return found is not None and any(check.record == record and check.entry_sealed(seal) is not None for check in found.records)


def carried_on(vault: Filled, folder: Path, record: str, more: int) -> None:
    """Add entries to a record."""
    opened, count = Vault.open(folder, vault.key), COUNTS[record]
    for seq in range(count + 1, count + more + 1):
        opened.append(record, [event(seq)], summary(record, seq))
    opened.close()


def yesterdays_file(vault: Filled, folder: Path, chance: random.Random) -> bool:
    """Bring yesterday's database back; the heads stay."""
    before = (folder / "vault.db").read_bytes()
    carried_on(vault, folder, chance.choice(list(COUNTS)), chance.randint(1, 9))
    (folder / "vault.db").write_bytes(before)
    return is_noticed(folder, vault.key)


def cut_tail(vault: Filled, folder: Path, chance: random.Random) -> bool:
    """Remove the last entries, with the summary or without."""
    record = chance.choice(list(COUNTS))
    vault.edit(folder, f"DELETE FROM entry WHERE record = '{record}' AND seq > {chance.randrange(COUNTS[record])}")
    if chance.random() < 0.5:
        vault.edit(folder, f"DELETE FROM summary WHERE record = '{record}'")
    return is_noticed(folder, vault.key)


def removed_record(vault: Filled, folder: Path, chance: random.Random) -> bool:
    """Remove a record from every table."""
    record = chance.choice(list(COUNTS))
    vault.edit(folder, *(f"DELETE FROM {table} WHERE record = '{record}'" for table in ("entry", "summary", "writer")))
    return is_noticed(folder, vault.key)


def missing_heads(vault: Filled, folder: Path, chance: random.Random) -> bool:
    """Take the heads away, cut them, or put the heads of another vault there."""
    kind = chance.randrange(3)
    heads = folder / "heads"
    if kind == 0:
        heads.unlink()
    elif kind == 1:
        heads.write_bytes(heads.read_bytes()[: chance.randrange(heads.stat().st_size)])
    else:
        with filled() as other:
            heads.write_bytes((other.folder / "heads").read_bytes())
    return is_noticed(folder, vault.key)


def both_rolled_back(vault: Filled, folder: Path, chance: random.Random) -> bool:
    """Bring back database and heads together: the seal of the newer record is found nowhere, the older one's is."""
    record = chance.choice(list(COUNTS))
    before = {name: (folder / name).read_bytes() for name in ("vault.db", "heads")}
    older = seal_in(folder, vault, record)
    carried_on(vault, folder, record, chance.randint(1, 5))
    newer = seal_in(folder, vault, record)
    grown_from = is_of(folder, vault, record, older) and is_of(folder, vault, record, newer)
    for name, content in before.items():
        (folder / name).write_bytes(content)
    return (
        grown_from and not is_noticed(folder, vault.key) and is_of(folder, vault, record, older) and not is_of(folder, vault, record, newer)
    )


def written_anew(vault: Filled, folder: Path, chance: random.Random) -> bool:
    """One who holds every key writes a record's past anew, heads and all: only a seal from elsewhere tells."""
    record = chance.choice(list(COUNTS))
    seal, count, place = seal_in(folder, vault, record), COUNTS[record], chance.randint(1, COUNTS[record])
    bodies = [canonical(event(seq, **({"value": "another"} if seq == place else {}))) for seq in range(1, count + 1)]
    forged = list(extend(vault.keys.chain, record, 0, GENESIS, bodies))
    vault.edit(
        folder,
        *(
            f"UPDATE entry SET previous = x'{each.previous.hex()}', body = x'{each.body.hex()}', mark = x'{each.mark.hex()}' "
            f"WHERE record = '{record}' AND seq = {each.seq}"
            for each in forged
        ),
    )
    opened = Vault.open(folder, vault.key, inspecting=True)
    opened.accept_present()
    opened.close()
    return not is_noticed(folder, vault.key) and not is_of(folder, vault, record, seal)


DAMAGES: Final[tuple[Damage, ...]] = (yesterdays_file, cut_tail, removed_record, missing_heads, both_rolled_back, written_anew)


def run(n: int = 300, seed: int = 2) -> Outcome:
    """Roll back, cut and remove `n` times, each way in turn."""
    begun, chance = time.monotonic(), random.Random(seed)
    with filled() as vault:
        failures = [f"{damage.__name__} is not noticed" for damage in _turns(n) if not damage(vault, vault.copy(), chance)]
        with mock.patch.object(Heads, "read", return_value={}):  # a build that keeps no heads
            unseen = sum(not removed_record(vault, vault.copy(), chance) for _ in range(4))
    done = "older copies, cut tails, removed records, heads taken or rolled back with the database (then by the seal)"
    control = (f"no heads kept ({unseen} of 4 removed records unseen)", unseen > 0)
    return Outcome("I2", done, n, tuple(failures), seed, time.monotonic() - begun, (control,))


def _turns(n: int) -> list[Damage]:
    return [DAMAGES[place % len(DAMAGES)] for place in range(n)]
