"""What every export says about itself: by which software, when, and under which seal."""

from __future__ import annotations

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
