"""What every export says about itself: by which software, when, and under which seal."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Envelope:
    """Handed in by who exports; nothing here reads a clock or a disk."""

    version: str
    """The software's version."""
    exported_at: str
    """ISO 8601 with the local offset."""
    seal: str | None = None
    """The short seal of the record's chain; None where none was asked for."""
    software: str = "trd-interview"
    help_line: str | None = None
    """The clinic's own text for help at once; None where none is set, and the person's sheet says that it lacks."""
    unsealed: bool = False
    """Whether the record's chain is broken: some entries may be missing, or not as they were written."""

    @property
    def exported_utc(self) -> str:
        """The same moment in universal time, to the second."""
        then = dt.datetime.fromisoformat(self.exported_at)
        return f"{then.astimezone(dt.UTC):%Y-%m-%d %H:%M:%S} UTC"
