"""I3: the past is append-only: whatever row is updated, deleted, forged, moved or re-dated fails `verify`.

Whoever edits here has the key of the pages, but not the key of the marks: SQL of every kind is tried, by columns, rows and functions
drawn at random, and the kinds that must not be missed beside them. An edit that leaves every entry as it was is none.
"""

from __future__ import annotations

import hashlib
import random
import time
from collections.abc import Callable
from typing import Final

from interview.storage.chain import Entry, digest_after
from interview.storage.vault import Vault
from tests.faults.damage import COUNTS, Filled, entries_unchecked, event, filled, is_noticed
from tests.faults.outcome import Outcome

Edit = Callable[[random.Random], list[str]]

_TEXT: Final = "CAST(replace(CAST(body AS TEXT), '{old}', '{new}') AS BLOB)"


def _row(chance: random.Random) -> tuple[str, int]:
    record = chance.choice(list(COUNTS))
    return record, chance.randint(1, COUNTS[record])


def _where(chance: random.Random) -> str:
    record, seq = _row(chance)
    return f"WHERE record = '{record}' AND seq = {seq}"


def updated(chance: random.Random) -> list[str]:
    """One column of one entry becomes something else."""
    value = chance.choice(["zeroblob(32)", "x''", "zeroblob(1000000)", "randomblob(32)", "x'7b7d'", "substr({c}, 2)", "{c} || x'00'"])
    column = chance.choice(["body", "mark", "previous"])
    return [f"UPDATE entry SET {column} = {value.format(c=column)} {_where(chance)}"]


def swapped(chance: random.Random) -> list[str]:
    """Two entries change one column, or their numbers, within a record or between the two."""
    (one, first), (two, second) = _row(chance), _row(chance)
    column = chance.choice(["body", "mark", "previous", "seq"])
    if column == "seq":
        other = first % COUNTS[one] + 1
        return [
            f"UPDATE entry SET seq = 9999 WHERE record = '{one}' AND seq = {first}",
            f"UPDATE entry SET seq = {first} WHERE record = '{one}' AND seq = {other}",
            f"UPDATE entry SET seq = {other} WHERE record = '{one}' AND seq = 9999",
        ]
    kept = f"(SELECT {column} FROM entry WHERE record = '{two}' AND seq = {second})"
    return [f"UPDATE entry SET {column} = {kept} WHERE record = '{one}' AND seq = {first}"]


def redated(chance: random.Random) -> list[str]:
    """An entry says another time, or another answer."""
    old, new = chance.choice(
        [("2026-03", "2025-03"), ("answered", "declined"), ("+01:00", "+02:00"), ("patient", "clinician"), ("words", "sword")]
    )
    return [f"UPDATE entry SET body = {_TEXT.format(old=old, new=new)} {_where(chance)}"]


def deleted(chance: random.Random) -> list[str]:
    """Entries go: one, several, a tail, all."""
    record, seq = _row(chance)
    which = chance.choice([f"= {seq}", f">= {seq}", f"<= {seq}", "% 2 = 1", "> 0"])
    return [f"DELETE FROM entry WHERE record = '{record}' AND seq {which}"]


def moved(chance: random.Random) -> list[str]:
    """An entry goes to the other record, to another number, or comes twice."""
    record, seq = _row(chance)
    other = next(name for name in COUNTS if name != record)
    place = chance.choice([seq, COUNTS[other] + 1, 0, -3, 1 << 40])
    return [
        f"DELETE FROM entry WHERE record = '{other}' AND seq = {place}",
        f"{chance.choice(['INSERT OR REPLACE INTO entry SELECT', 'INSERT INTO entry SELECT'])} '{other}', {place}, previous, body, mark "
        f"FROM entry WHERE record = '{record}' AND seq = {seq}",
    ]


def record_renamed(chance: random.Random) -> list[str]:
    """A whole record is given another name, here and in the list."""
    record = chance.choice(list(COUNTS))
    return [f"UPDATE {table} SET record = 'gamma' WHERE record = '{record}'" for table in ("entry", "summary")]


def schema_changed(chance: random.Random) -> list[str]:
    """The table is dropped, emptied, made anew without an entry, or hidden behind a view."""
    _, seq = _row(chance)
    kept = f"SELECT * FROM entry WHERE seq != {seq}"
    return chance.choice(
        [
            ["DROP TABLE entry"],
            ["DELETE FROM entry", "DELETE FROM summary"],
            [f"CREATE TABLE kept AS {kept}", "DROP TABLE entry", "ALTER TABLE kept RENAME TO entry"],
            ["ALTER TABLE entry RENAME TO hidden", "CREATE VIEW entry AS " + kept.replace("entry", "hidden")],
        ]
    )


def listed_otherwise(chance: random.Random) -> list[str]:
    """The list says otherwise than the record."""
    change = chance.choice(
        ["body = x'7b7d'", "seq = seq + 1", "seq = 1", "mark = zeroblob(32)", f"body = {_TEXT.format(old='S-1', new='S-2')}"]
    )
    return [f"UPDATE summary SET {change} WHERE record = '{chance.choice(list(COUNTS))}'"]


KINDS: Final[tuple[Edit, ...]] = (updated, swapped, redated, deleted, moved, record_renamed, schema_changed, listed_otherwise)


def forged(vault: Filled, chance: random.Random) -> list[str]:
    """An entry changed or added with digests that fit, and a mark that is guessed: everything but the key."""
    record = chance.choice(list(COUNTS))
    rows = [Entry(seq, previous, body, mark) for name, seq, previous, body, mark in vault.rows(vault.folder) if name == record]
    from_seq = chance.randint(1, len(rows))
    digest, statements = rows[from_seq - 1].previous, []
    for seq in range(from_seq, len(rows) + chance.randint(1, 2)):
        body = rows[seq - 1].body if from_seq < seq <= len(rows) else event(seq, value="forged").model_dump_json(exclude_none=True).encode()
        after = digest_after(digest, body)
        guessed = hashlib.sha256(after).hexdigest()
        statements.append(f"INSERT OR REPLACE INTO entry VALUES ('{record}', {seq}, x'{digest.hex()}', x'{body.hex()}', x'{guessed}')")
        digest = after
    return statements


def tried(vault: Filled, statements: list[str]) -> bool | None:
    """Return whether the edit was noticed; None where it left every entry and the list as they were, or SQL refused it."""
    folder, before = vault.copy(), vault.rows(vault.folder)
    try:
        vault.edit(folder, *statements)
    except Exception as refused:  # an edit that the tables refuse is none, whatever refused it
        if "apsw" not in type(refused).__module__:
            raise
    if is_noticed(folder, vault.key):
        return True
    if vault.rows(folder) == before:
        opened = Vault.open(folder, vault.key)
        same = [each.answered for each in opened.records()] == list(COUNTS.values())
        opened.close()
        return None if same else False
    return False


def run(n: int = 1200, seed: int = 3) -> Outcome:
    """Edit the tables `n` times, each kind in turn."""
    begun, chance = time.monotonic(), random.Random(seed)
    with filled() as vault:
        outcomes = []
        for place in range(n):
            kind = place % (len(KINDS) + 1)
            statements = KINDS[kind](chance) if kind < len(KINDS) else forged(vault, chance)
            outcomes.append((statements, tried(vault, statements)))
        failures = [statements[0][:90] for statements, noticed in outcomes if noticed is False]
        edits = sum(noticed is not None for _, noticed in outcomes)
        with entries_unchecked():
            unseen = sum(tried(vault, ["UPDATE entry SET mark = zeroblob(32) " + _where(chance)]) is False for _ in range(4))
    done = "rows updated, deleted, forged, moved, re-dated, reordered, and the schema changed, with the key of the pages"
    control = (f"marks of entries not checked ({unseen} of 4 unseen)", unseen > 0)
    return Outcome("I3", done, edits, tuple(failures), seed, time.monotonic() - begun, (control,))
