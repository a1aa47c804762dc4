"""A tab that locks tells the server, which locks the others; one that was handed nothing asks for the passphrase before all else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from interview.commands.serve import _environ
from interview.engine.ports import StoreFault
from interview.serve.kept_unlock import KeptUnlock
from interview.serve.seat import Program
from interview.serve.watched_lock import WatchedLock
from interview.storage.unlock import LEAST_COST, Passphrase
from interview.storage.vault import Vault
from tests.interview.serve.visiting import serving
from tests.interview.storage.conftest import written_event, written_summary

WORDS = "four grey herons"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder whose vault holds one record."""
    made, _ = Vault.create(tmp_path / "vault", Passphrase(WORDS), cost=LEAST_COST)
    made.append("r1", [written_event(1)], written_summary("r1", 1))
    made.close()
    return tmp_path


def test_a_vault_that_was_handed_nothing_is_locked_until_the_passphrase_and_its_lock_is_told(data: Path) -> None:
    vault, told = Vault.locked(data / "vault"), list[bool]()
    lock = WatchedLock(vault, lambda: told.append(vault.is_locked))
    assert (True, True, bytes(32)) == (lock.is_locked, lock.asks, bytes(vault._open.data_key))
    for act in (vault.records, lambda: vault.events("r1"), lambda: vault.hold("r1"), lambda: vault.drafts.kept("r1")):
        with pytest.raises(StoreFault) as fault:
            act()
        assert "locked" == fault.value.kind
    with pytest.raises(StoreFault) as wrong:
        lock.unlock("four grey heron")
    assert ("wrong_passphrase", True) == (wrong.value.kind, lock.is_locked)
    lock.unlock(WORDS)
    vault.hold("r1")
    assert ("r1", False, []) == (vault.records()[0].record, lock.is_locked, told)
    lock.lock()
    assert [True] == told
    vault.close()


async def test_a_new_tab_of_a_server_that_forgot_opens_by_the_passphrase_alone_and_its_lock_locks_the_other(data: Path) -> None:
    program = Program((sys.executable, "-m", "interview", "--data-dir", str(data), "serve", "--tab"), _environ(), KeptUnlock(b""))
    async with serving(program) as (_, visitor, _), visitor.connect() as tab, visitor.connect() as other:
        for each in (tab, other):
            await each.sees("Locked.")
            assert "S-1" not in each.shown
            await each.type(WORDS)
            await each.sees("\N{BULLET}" * len(WORDS))
            await each.type("\r")
            await each.sees("S-1")
        program.unlock._opens.extend(b"handed over meanwhile")
        await tab.type("/lock")
        await tab.sees("/lock")
        await tab.type("\r")
        for each in (tab, other):
            await each.sees("Locked.")
            assert "S-1" not in each.shown
        assert b"" == program.unlock.payload
        await tab.type(WORDS)
        await tab.sees("\N{BULLET}" * len(WORDS))
        await tab.type("\r")
        await tab.sees("S-1")
        await other.type("not the words")
        await other.sees("\N{BULLET}" * 13)
        assert "S-1" not in other.shown, "each is opened by itself"
