"""A store that tells up to when answers are safe, and remembers which records it holds. It keeps nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from interview.engine.doors import Doors
from interview.engine.events import Event
from interview.engine.ports import EventStore, RecordSummary, StoreFault


class WatchedStore:
    """Does what the store does; after what was made durable it tells the time of day, and nothing else."""

    def __init__(self, store: EventStore) -> None:
        self._store = store
        self.tell: Callable[[str], None] = lambda _time: None
        """Called with hours and minutes, `14:02`, once everything up to then is durable."""
        self.held: list[str] = []
        """The records that this process writes."""

    def append(self, record: str, events: Sequence[Event], summary: RecordSummary) -> None:
        """Make the events durable, and tell up to when."""
        self._store.append(record, events, summary)
        self._tell(events)

    def events(self, record: str) -> tuple[Event, ...]:
        """Return a record's events in order."""
        return self._store.events(record)

    def records(self, subject: str | None = None) -> tuple[RecordSummary, ...]:
        """Return all records, or those of one subject, the last updated first."""
        return self._store.records(subject)

    def hold(self, record: str) -> None:
        """Become the record's one writer, and tell up to when its answers are safe."""
        self._store.hold(record)
        if record not in self.held:
            self.held.append(record)
        with suppress(StoreFault):
            self._tell(self._store.events(record))

    def release(self, record: str) -> None:
        """Let others write the record."""
        if record in self.held:
            self.held.remove(record)
        self._store.release(record)

    def seal(self, record: str) -> str:
        """Return the short seal of the record's chain."""
        return self._store.seal(record)

    def research_code(self, name: str) -> str:
        """Return the code that stands for a name in research."""
        return self._store.research_code(name)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def _tell(self, events: Sequence[Event]) -> None:
        if events:
            self.tell(events[-1].at[11:16])


def leave_in_order(doors: Doors, watched: WatchedStore) -> None:
    """Pause the records that are still held, so that they are resumed where they were left, and release them."""
    for record in tuple(watched.held):
        with suppress(StoreFault):
            session = doors.read(record)
            if session.may("pause"):
                session.go("pause")
        with suppress(StoreFault):
            watched.release(record)
