"""A vault of 10,000 records: opened (its key derived apart), listed and searched, to the first rows."""

from __future__ import annotations

from collections.abc import Iterator

from interview.engine.doors import Doors, UserSettings
from interview.engine.ports import RecordSummary
from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from interview.storage.vault import Vault
from interview.tui.screens.records_read import FIRST
from interview.views.search import findables, in_others, matching
from tests.bench.line import Line, measured
from tests.bench.made import long_log, many_records, still
from tests.bench.profiles import slowest
from tests.bench.rounds import Asked, alternating

GOAL = 100
"""Milliseconds to the first rows."""

SUBJECT = "S-1"
"""Whose records are searched."""


def run(asked: Asked) -> Iterator[Line]:
    """Time each look into the vault, and into one that holds a record only."""
    count = asked.size(10_000, 500)
    big, small = asked.scratch / "big", asked.scratch / "small"
    for folder in (big, small):
        folder.mkdir()
    keys = {big: many_records(big, count), small: many_records(small, 10)}
    remark = f"{count:,} records"

    def opened() -> None:
        Vault.open(big / "vault", keys[big], clock=still).close()

    (took, one) = alternating(asked.rounds, opened, lambda: Vault.open(small / "vault", keys[small], clock=still).close())
    where = slowest(opened) if asked.profile else ()
    yield measured("vault.open", "open, without deriving the key", took, one, against="a vault of 10", remark=remark, where=where)
    vault = Vault.open(big / "vault", keys[big], clock=still)
    first, whole = alternating(asked.rounds, lambda: vault.newest(FIRST), vault.records)
    where = slowest(lambda: vault.newest(FIRST)) if asked.profile else ()
    yield measured("vault.list.first", f"list, its first {FIRST} rows", first, goal=GOAL, remark=remark, where=where)
    yield measured("vault.list.all", "list, all rows", whole, remark=remark)
    opened_log, *rest = long_log(asked.size(2_000, 600))
    log = (opened_log.model_copy(update={"body": opened_log.body.model_copy(update={"subject": SUBJECT})}), *rest)
    vault.append("long", log, _summary(log[-1].at))
    doors = Doors(vault, bundled(), still, lambda: "new", UserSettings(), lambda *_given: (), ())
    session = Session(vault, bundled(), vault.events("long"), still, doors.settings.core)

    def searched() -> object:
        here = findables(session, is_shared=False)
        return matching((*here, *in_others(session, doors, is_shared=False)[0]), "grey")[:200]

    others = sum(each.subject == SUBJECT for each in vault.records()) - 1
    (took,) = alternating(asked.rounds, searched)
    where = slowest(searched) if asked.profile else ()
    said = f"{remark}; a record of {len(log):,} events and its subject's other {others}"
    yield measured("vault.search", "search of what was said, to its first rows", took, goal=GOAL, remark=said, where=where)
    vault.close()


def _summary(at: str) -> RecordSummary:
    return RecordSummary("long", SUBJECT, "baseline", "formulating", 300, at)
