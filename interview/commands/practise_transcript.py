"""`practise CASE --transcript FILE`: a trainee's turns and acts from a file, one a line; the feedback as JSON on standard output.

It runs in a temporary vault with a clock and ids of its own, so that the same file gives the same bytes again.
"""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Final

from interview.bootstrap import scratch_vault
from interview.commands.answer_lines import AnswerLine, link_id_of, sentence
from interview.commands.named_files import bytes_of
from interview.engine.practice_turns import PatientReply
from interview.engine.replies import Refused, Saved
from interview.language import _
from interview.practice.ear.semantic import prepare
from interview.practice.lines import PREFIX, act_of, take
from interview.practice.patient.case_file import CaseFile
from interview.practice.running import Practice
from interview.practice_place import practice_doors
from interview.world import CallRefused, World

BEGINS: Final = dt.datetime(2000, 1, 1, 9, tzinfo=dt.UTC)
STEP: Final = dt.timedelta(seconds=1)
MOST_LINES: Final = 2_000
"""Lines of one transcript; an hour's conversation has some two hundred."""
MOST_BYTES: Final = 16_000_000
LONGEST_LINE: Final = 262_144
"""Bytes of a line that are read; the patient hears the beginning of it."""
NO_SUCH: Final = _("there is no such act of practice, or no such turn; turns are counted from 1.")
SAID_TO_THE_PATIENT: Final = _(
    "{name}, line {number}: begins with a slash, and was said to the patient as it stands. Words such as /commit belong to --plain; "
    "in a transcript an act is a JSON object."
)
_SLASH_WORD: Final = re.compile(r"/[a-z]+\b")


def transcribed(case: CaseFile, arguments: Namespace, world: World) -> int:
    """Give every line to the patient or to the record, and print the feedback; exit 1 where an act was refused."""
    from interview.practice.feedback.making import feedback

    prepare()
    name = arguments.transcript
    lines = tuple(_lines(name, world))
    code = 0
    with tempfile.TemporaryDirectory(prefix="trd-interview-practice-") as folder:
        at, numbers = count(), count(1)
        fixed = replace(world, clock=lambda: BEGINS + next(at) * STEP, new_id=lambda: f"practice{next(numbers)}")
        with scratch_vault(Path(folder), fixed) as vault:
            session = practice_doors(vault, fixed).begin_practice(case.id, arguments.interviewer)
            practice = Practice(case, session)
            for number, line in lines:
                if _SLASH_WORD.match(line):
                    print(SAID_TO_THE_PATIENT.format(name=name, number=number), file=world.stderr)
                said = take(practice, line)
                if not isinstance(said, Saved | PatientReply):
                    act = act_of(line)
                    if act is None and isinstance(said, Refused) and said.why == "empty":
                        continue
                    code = 1
                    place = _("{name}, line {number}").format(name=name, number=number)
                    link_id = None if act is None else link_id_of(AnswerLine(place, dict(act)))
                    named = "" if link_id is None else f" ({link_id})"
                    why = NO_SUCH if isinstance(said, Refused) and said.why == "unknown_item" and said.link_id.startswith(PREFIX) else None
                    print(f"{place}{named}: {why or sentence(session, said)}", file=world.stderr)
            told = feedback(case, session)
            session.release()
    print(told.model_dump_json(indent=2), file=world.stdout)
    return code


def _lines(name: str, world: World) -> Iterator[tuple[int, str]]:
    """Yield each line that says anything, with its number; what is no UTF-8 is read as signs that mean nothing. Raises `CallRefused`."""
    raw = world.stdin.read(MOST_BYTES + 1) if name == "-" else bytes_of(Path(name), MOST_BYTES)
    if len(raw) > MOST_BYTES:
        raise CallRefused(_("{name}: larger than {most} bytes; a transcript is smaller.").format(name=name, most=MOST_BYTES))
    lines = raw.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    if sum(1 for line in lines if line.strip()) > MOST_LINES:
        raise CallRefused(
            _("{name}: found more than {most} lines; one session has fewer. Give it in several files.").format(name=name, most=MOST_LINES)
        )
    for number, line in enumerate(lines, 1):
        text = line[:LONGEST_LINE].decode("utf-8", errors="replace").strip()
        if text:
            yield number, text
