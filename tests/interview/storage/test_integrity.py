"""Samples of the proofs I1 to I3 (`scripts/faults` takes all of each); the bytes move on with each commit."""

from __future__ import annotations

from types import ModuleType

import pytest

from tests.faults import i1, i2, i3
from tests.faults.damage import DATABASE_NAME, LONG, PAGE_BYTES, filled, found_in, rotating


@pytest.mark.parametrize(("proof", "n"), [(i1, 45), (i2, 6), (i3, 27)], ids=["i1", "i2", "i3"])
def test_what_is_changed_from_outside_is_noticed_and_a_weakened_build_is_caught(proof: ModuleType, n: int) -> None:
    outcome = proof.run(n, rotating(997))
    print(outcome.cells())
    assert () == outcome.failures
    assert {True} == {caught for __, caught in outcome.controls}
    assert n // 2 <= outcome.n
    assert outcome.holds


def test_every_page_of_the_vault_is_of_a_kind_that_the_proof_knows() -> None:
    with filled() as vault:
        kinds = {kind for kind, __ in vault.pages().values()}
        events = sum(cells for kind, cells in vault.pages().values() if kind.startswith("entry"))
    assert {"sqlite_schema leaf", "entry internal", "entry leaf", "entry overflow", "summary leaf", "writer leaf"} == kinds
    assert i1.ALL_EVENTS == events


def test_a_damaged_page_of_a_long_entry_costs_that_entry_alone() -> None:
    with filled() as vault:
        folder, original = vault.copy(), (vault.folder / DATABASE_NAME).read_bytes()
        numbers = [number for number, (kind, __) in vault.pages().items() if kind == "entry overflow"]
        lost = set()
        for number in numbers:
            changed = bytearray(original)
            changed[number * PAGE_BYTES - 700] ^= 1
            (folder / DATABASE_NAME).write_bytes(changed)
            found = found_in(folder, vault.key)
            assert found is not None
            unread = [(each.record, seq) for each in found.records for seq in range(1, each.entries + 1) if seq not in each.readable]
            assert [(unread[0][0], LONG)] == unread
            assert [("unreadable", LONG)] == [(each.kind, each.seq) for each in found.breaches if each.record is not None]
            lost.update(unread)
    assert 4 == len(numbers)
    assert {("alpha", LONG), ("beta", LONG)} == lost
