"""After wrong passphrases one waits longer and longer, up to a minute."""

from __future__ import annotations

from interview.engine.locking import Tries, wait_seconds


def test_waiting_grows_and_ends() -> None:
    assert [0, 0, 0, 2, 4, 8, 16, 32, 60, 60] == [wait_seconds(wrong) for wrong in range(10)]
    assert 60.0 == wait_seconds(10**6)


def test_the_wait_counts_down_by_its_clock() -> None:
    now = [100.0]
    tries = Tries(lambda: now[0])
    for _ in range(4):
        tries.was_wrong()
    assert 4 == tries.left
    now[0] += 3.5
    assert 1 == tries.left
    now[0] += 0.5
    assert 0 == tries.left
