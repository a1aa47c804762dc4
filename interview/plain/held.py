"""A record that another process writes, line by line: who has it and since when is told, it may be read, and tried again."""

from __future__ import annotations

from typing import Final

from interview.engine.doors import Doors
from interview.engine.ports import StoreFault
from interview.engine.session import Session
from interview.language import _
from interview.plain.console import Console
from interview.plain.paging import read_out
from interview.plain.reviewing import report_lines
from interview.plain.words import word_of

WAYS: Final = _("Enter tries again; /read reads it as it stands, in the clinician's words and unchanged; /quit leaves.")


def resumed(doors: Doors, record: str, console: Console) -> Session:
    """Open a record; where another holds it, tell who, and let the person read or try again. `StoreFault` where they leave."""
    with console:
        while True:
            try:
                return doors.resume(record)
            except StoreFault as fault:
                if fault.kind != "busy" or not console.is_terminal or not _again(doors, record, console, fault):
                    raise


def _again(doors: Doors, record: str, console: Console, fault: StoreFault) -> bool:
    console.say(str(fault), WAYS)
    while True:
        try:
            line = console.ask()
        except KeyboardInterrupt:
            return False
        if line is None:
            return False
        if not line.text.strip() and line.lines == 1 and not line.too_long:
            return True
        word = word_of(line.text) if line.lines == 1 else None
        if word is not None and word.name == "/quit":
            return False
        if word is not None and word.name == "/read":
            read_out(console, report_lines(doors.read(record)))
        console.say(WAYS)
