"""Exports line by line: `/export FORMAT FILE [for READER] [more]`; `/preview` with the same says what would be in it.

More is any of: `summary` or `records-request`; `with-words` or `without-words`; `notes=record,to_do,private` (`notes=` for none);
`leave-out=LINK_ID`, again for another question.
"""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path
from typing import Final, get_args

from interview.engine.doors import Doors, ExportRefused
from interview.engine.events import NoteKind
from interview.engine.exporting import ExportWanted, questions_in
from interview.engine.ports import StoreFault
from interview.engine.session import Session
from interview.engine.view import SessionView
from interview.language import _
from interview.plain.console import Console
from interview.plain.words import Word

SHEETS: Final = ("summary", "records-request", "conversation", "feedback")
HOW: Final = _(
    "Say it so: /export FORMAT FILE, or /export FORMAT FILE for READER. Formats: {formats}. Readers: {readers}. "
    "After that, if wanted: summary, records-request, with-words, without-words, notes=record,to_do,private (notes= for none), "
    "leave-out=LINK_ID."
)
WORDS: Final = {"with-words": True, "without-words": False}
NOTES: Final[tuple[NoteKind, ...]] = get_args(NoteKind)
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
    match parts:
        case [form, path, "for", reader, *more]:
            pass
        case [form, path, *more]:
            reader = "chart"
        case _:
            return None
    return _chosen(ExportWanted(form, Path(path).expanduser(), reader), more)


def _chosen(wanted: ExportWanted, more: list[str]) -> ExportWanted | None:
    """Return the export with what else was chosen; None where a word of it is not known."""
    for word in more:
        name, equals, said = word.partition("=")
        if word in SHEETS:
            wanted = replace(wanted, sheet=word)
        elif word in WORDS:
            wanted = replace(wanted, verbatim=WORDS[word])
        elif name == "notes" and equals and questions_in(said) <= set(NOTES):
            wanted = replace(wanted, notes=frozenset(kind for kind in NOTES if kind in questions_in(said)))
        elif name == "leave-out" and said:
            wanted = replace(wanted, leave_out=wanted.leave_out | questions_in(said))
        else:
            return None
    return wanted
