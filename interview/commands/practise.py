"""`practise`: a session with a simulated patient, begun, taken up again, listed, or given as a file; `check CASE`; `--explain -`.

`--explain -` reads a trainee's turns, one a line, and prints what each was understood to ask, one JSON object a line.
"""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from interview.commands.practise_naming import case_called
from interview.engine.practice_turns import Heard
from interview.language import _
from interview.practice.ear.hearing import hear
from interview.practice.ear.semantic import prepare
from interview.practice.patient.reading import bundled
from interview.world import CallRefused, Place, World

MOST_AT_ONCE: Final = 200_000
"""Bytes of a line that are kept: its end decides what is asked."""
FORM: Final = ("question", "open", "leading", "double", "reflection")


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Do the one thing that was asked for."""
    words = tuple(arguments.case)
    if arguments.explain is not None:
        return _explain(world)
    if words[:1] == ("check",) and len(words) == 2:
        from interview.commands.practise_check import check_case

        return check_case(words[1], world)
    if len(words) > 1 and words[0] != "check" and case_called(" ".join(words), bundled()) is not None:
        words = (" ".join(words),)
    if len(words) > 1 or words == ("check",):
        raise CallRefused(_("practise: found {n} words; allowed: one case, or `check` and a case.").format(n=len(words)))
    if arguments.list:
        from interview.commands.practise_list import print_list

        return print_list(place, world)
    from interview.commands.practise_sitting import sit_down, sound_case

    if arguments.transcript is not None:
        from interview.commands.practise_transcript import transcribed

        if not words:
            raise CallRefused(_("practise --transcript: which case? `practise --list` names them."))
        return transcribed(sound_case(words[0], world), arguments, world)
    return sit_down(words[0] if words else None, arguments, place, world)


def _explain(world: World) -> int:
    prepare()
    for raw in _lines(world.stdin):
        turn = raw.decode("utf-8", errors="replace")
        if turn.strip():
            print(json.dumps(_told(hear(turn)), ensure_ascii=False), file=world.stdout, flush=True)
    return 0


def _lines(source: BinaryIO) -> Iterator[bytes]:
    """Yield every line; of one that is too long, its end."""
    while piece := source.readline(MOST_AT_ONCE):
        line = piece
        while not piece.endswith(b"\n") and (piece := source.readline(MOST_AT_ONCE)):
            line = (line + piece)[-MOST_AT_ONCE:]
        yield line


def _told(heard: Heard) -> dict[str, Any]:
    form = heard.form.model_dump()
    return {
        "text": heard.text,
        "repaired": heard.repaired,
        "topics": [topic.model_dump() for topic in heard.topics],
        "action": heard.action,
        "offered": list(heard.offered),
        "form": {name: form[name] for name in FORM},
    }
