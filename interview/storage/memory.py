"""A store that forgets: for tests of what lies above it, never for a person's record."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from interview.engine.events import Event
from interview.engine.ports import RecordSummary
from interview.language import _
from interview.storage.chain import GENESIS, canonical, digest_after, seal_of
from interview.storage.faults import refuse_gap, unknown_record
from interview.storage.research import research_code
from interview.storage.rows import newest_first


class MemoryStore:
    """`EventStore` in a dictionary: nothing is durable, and nobody else can hold a record."""

    def __init__(self) -> None:
        self._bodies: dict[str, tuple[bytes, ...]] = {}
        self._summaries: dict[str, RecordSummary] = {}
        self._research_key = secrets.token_bytes(32)

    def append(self, record: str, events: Sequence[Event], summary: RecordSummary) -> None:
        """Keep the events after those already there."""
        if summary.record != record:
            raise ValueError(_("the summary is of another record"))
        bodies = tuple(canonical(event) for event in events)
        present = self._bodies.get(record, ())
        refuse_gap(record, len(present), (event.seq for event in events))
        if not present and not bodies:
            raise unknown_record(record)
        self._bodies[record] = present + bodies
        self._summaries[record] = summary

    def _present(self, record: str) -> tuple[bytes, ...]:
        if record not in self._bodies:
            raise unknown_record(record)
        return self._bodies[record]

    def events(self, record: str) -> tuple[Event, ...]:
        """Return a record's events in order."""
        return tuple(Event.model_validate_json(body) for body in self._present(record))

    def records(self, subject: str | None = None) -> tuple[RecordSummary, ...]:
        """Return all records, or those of one subject, the last updated first."""
        return newest_first(each for each in self._summaries.values() if subject in (None, each.subject))

    def hold(self, record: str) -> None:
        """There is one writer only."""

    def release(self, record: str) -> None:
        """There is one writer only."""

    def seal(self, record: str) -> str:
        """Return the short seal of the record's chain."""
        digest = GENESIS
        for body in self._present(record):
            digest = digest_after(digest, body)
        return seal_of(digest)

    def research_code(self, name: str) -> str:
        """Return the code that stands for a name in research, under a key of this store's own."""
        return research_code(self._research_key, name)
