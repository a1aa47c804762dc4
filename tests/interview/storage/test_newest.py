"""The first page of a long list: the records that were last updated, checked like all of them, whatever the zones of their times."""

from __future__ import annotations

from collections.abc import Callable

from interview.engine.events import Event
from interview.engine.ports import Paged, RecordSummary
from interview.storage.vault import Vault

TIMES = (
    "2026-03-01T10:00:00+01:00",
    "2026-03-01T10:00:00.500+05:00",
    "2026-03-01T09:30:00.250+00:00",
    "2026-02-28T23:59:59-08:00",
    "no time at all",
)


def test_the_newest_are_the_beginning_of_the_whole_list(
    vault: Vault, event: Callable[..., Event], summary: Callable[..., RecordSummary]
) -> None:
    for place, at in enumerate(TIMES):
        record = f"r{place}"
        vault.append(record, (event(1),), summary(record, 1, at))
    assert isinstance(vault, Paged)
    whole = vault.records()
    assert ["r2", "r0", "r3", "r1", "r4"] == [each.record for each in whole]
    for count in range(1, len(TIMES) + 2):
        assert whole[:count] == vault.newest(count)
