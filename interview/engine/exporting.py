"""What a face asks of an export: in which form, to which file, for whom. It names no format's code and no disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from interview.engine.events import NoteKind


@dataclass(frozen=True, slots=True)
class ExportWanted:
    """One export, as somebody chose it. None is what the reader gets where nothing else is said."""

    form: str
    path: Path
    reader: str = "chart"
    sheet: str = "whole"
    """The whole, one sheet that sums it up, or the letter that asks for records; of practice also the conversation, or the feedback."""
    verbatim: bool | None = None
    """Whether the person's own words stand in it."""
    notes: frozenset[NoteKind] | None = None
    leave_out: frozenset[str] = frozenset()
    """Link ids of the questions whose answers are left out."""
    force: bool = False
    """Whether files that are there already are replaced."""


def questions_in(text: str) -> frozenset[str]:
    """Return the link ids that stand in a line, with blanks or commas between them."""
    return frozenset(text.replace(",", " ").split())


class ExportStopped(Exception):
    """Somebody stopped the export before anything was written; raised by who listens to its steps."""


Tell = Callable[[str], None]
"""Hears each step of an export before it begins, in words; `ExportStopped` ends it there."""


def unheard(_step: str) -> None:
    """Listen to nothing."""
