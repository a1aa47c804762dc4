"""Exports line by line: `/export FORMAT FILE [for READER] [summary|records-request]`; `/preview` with the same says what would be in it."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Final

from interview.engine.doors import Doors, ExportRefused
from interview.engine.exporting import ExportWanted
from interview.engine.ports import StoreFault
from interview.engine.session import Session
from interview.engine.view import SessionView
from interview.language import _
from interview.plain.console import Console
from interview.plain.words import Word

SHEETS: Final = ("summary", "records-request")
HOW: Final = _("Say it so: /export FORMAT FILE, or /export FORMAT FILE for READER. Formats: {formats}. Readers: {readers}.")
READERS: Final = ("chart", "colleague", "patient", "research")


class ExportTalk:
    """Hands the record to the export, and says what came of it."""

    def __init__(self, doors: Doors, session: Session, console: Console) -> None:
        self._doors, self._session, self._console = doors, session, console

    def act(self, _view: SessionView, word: Word) -> bool | None:
        """Act on a word; None where it is none of these."""
        if word.name not in ("/export", "/preview"):
            return None
        wanted = wanted_of(word.rest)
        if wanted is None:
            self._console.say(HOW.format(formats=", ".join(self._doors.formats), readers=", ".join(READERS)))
            return False
        try:
            if word.name == "/preview":
                self._console.say(*(self._doors.preview(self._session, wanted) if self._doors.preview is not None else ()))
            else:
                written = self._doors.export(self._session, wanted, lambda step: self._console.say(f"… {step}"))
                self._console.say(*(_("Written to {path}; it is not encrypted.").format(path=path) for path in written))
        except (ExportRefused, StoreFault) as refused:
            self._console.say(_("Not written: {refused} The record itself is safe.").format(refused=refused))
        return False


def wanted_of(rest: str) -> ExportWanted | None:
    """Return the export that a line asks for; a path with blanks stands in quotes. None where it is no such line."""
    try:
        parts = shlex.split(rest)
    except ValueError:
        return None
    sheet = next((each for each in SHEETS if each in parts[2:]), "whole")
    parts = [*parts[:2], *(each for each in parts[2:] if each not in SHEETS)]
    match parts:
        case [form, path]:
            return ExportWanted(form, Path(path).expanduser(), "chart", sheet)
        case [form, path, "for", reader]:
            return ExportWanted(form, Path(path).expanduser(), reader, sheet)
        case _:
            return None
