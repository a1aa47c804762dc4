"""What the engine needs from the world, and nothing of how it is done: a store, a clock, new ids."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

from interview.engine.events import Event

Clock = Callable[[], dt.datetime]
"""Returns the present time, with its zone."""

NewId = Callable[[], str]
"""Returns an id that was never given before: letters and digits."""


class StoreFault(Exception):
    """The store could not do what was asked. What was acknowledged before is safe; what was asked now is not saved.

    `kind` tells which: `busy`, `locked` (passphrase missing), `wrong_passphrase`, `damaged`, `newer`, `full`, `io`, `unknown_record`.
    The message is one sentence for a person: where, what, what to do; never an answer's text.
    """

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class RecordSummary:
    """What a list shows of one record, without opening it."""

    record: str
    subject: str
    visit: str
    phase: str
    answered: int
    """Open items with an answer or a named reason for none, as `SessionView.answered`: not the set-aside ones, not the map."""
    updated: str
    """ISO 8601, the last event's time."""
    safety_day: str | None = None
    """The local day on which safety was last asked."""
    to_do: int = 0
    section: str | None = None
    signed: Literal["valid", "void"] | None = None
    """Whether a signature holds, or only void ones stand; None where nobody signed."""


@runtime_checkable
class Paged(Protocol):
    """A store that can tell its newest records before it has read them all."""

    def newest(self, count: int) -> tuple[RecordSummary, ...]:
        """Return the records last updated, at most so many, the last first."""


class EventStore(Protocol):
    """Where a record's events are durable. `append` returns only when they are on the disk."""

    def append(self, record: str, events: Sequence[Event], summary: RecordSummary) -> None:
        """Make the events durable, in one step, after those already there; raise `StoreFault` and change nothing otherwise.

        The first event's `seq` must follow the last one stored (1 for a new record): a gap or a repeat is `busy`.
        """

    def events(self, record: str) -> tuple[Event, ...]:
        """Return a record's events in order; `StoreFault("unknown_record")` where there is none."""

    def records(self, subject: str | None = None) -> tuple[RecordSummary, ...]:
        """Return all records, or those of one subject, the last updated first."""

    def hold(self, record: str) -> None:
        """Become the record's one writer until `release` or the end of the process.

        `StoreFault("busy")` names who has it and since when.
        """

    def release(self, record: str) -> None:
        """Let others write the record."""

    def seal(self, record: str) -> str:
        """Return the short seal of the record's chain (a truncated plain SHA-256 of its head), the same in any vault."""

    def research_code(self, name: str) -> str:
        """Return the code that stands for a subject or a record in research: always the same here, another in every other store."""


@dataclass(frozen=True, slots=True)
class DraftsKept:
    """What was typed in a record and not saved, by the place where it was typed; and whether it was there but could not be read."""

    texts: Mapping[str, str]
    was_damaged: bool = False


class Drafts(Protocol):
    """Where what is being typed survives a crash. It is never an answer, never exported and never searched."""

    def kept(self, record: str) -> DraftsKept:
        """Return what is kept for a record; what is damaged is dropped. `StoreFault` where it cannot be looked at."""

    def keep(self, record: str, texts: Mapping[str, str]) -> None:
        """Keep these texts for a record and no others, durably; none removes what was kept. `StoreFault` otherwise."""


class Lockable(Protocol):
    """A store that can forget its key while the program runs, and be opened again by the person."""

    @property
    def asks(self) -> bool:
        """Whether it is opened again by a passphrase; otherwise locking would protect nothing, and is not done."""

    @property
    def is_locked(self) -> bool:
        """Whether the key is forgotten now."""

    def lock(self) -> None:
        """Close what is open and forget the key; records that are held stay held. Everything raises `locked` until `unlock`."""

    def unlock(self, typed: str) -> None:
        """Open again by what was typed; `StoreFault("wrong_passphrase")` where it does not fit, and it stays locked."""
