"""Memory at the first question and after 2,000, against a bare Textual app; and the processor's share while nobody types."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial

from tests.bench.apps import long_questionnaire
from tests.bench.environments import ROOT
from tests.bench.line import Line
from tests.bench.measures.start import BARE, Starts
from tests.bench.processes import environ
from tests.bench.records import Interviewed, placed, said_to
from tests.bench.rounds import Asked
from tests.bench.watched import NotShown, Watched

IDLE = 6.0
"""Seconds for which nobody types."""


def idle_share(terminal: Watched) -> float:
    """Return the processor's share, of a hundred, of a program that nobody touches."""
    terminal.settled()
    terminal.settled(1.0)
    before = terminal.cpu()
    try:
        terminal.until(lambda _shown: False, IDLE)
    except NotShown:
        return (terminal.cpu() - before) / IDLE * 100
    raise AssertionError


def run(asked: Asked) -> Iterator[Line]:
    """Look at memory, then at the idle processor, then answer on and look again."""
    starts = Starts(asked.scratch)
    starts.question()
    here, there = list[float](), list[float]()
    for __ in range(asked.rounds):
        there.append(starts.bare()[1])
        here.append(starts.question()[1])
    yield Line("memory.first", "memory at the first question", tuple(here), tuple(there), "a bare Textual app", unit="MB", goal=2)
    variables = environ(asked.scratch)
    bare = Watched(starts.bare_variables, [sys.executable, "-c", BARE])
    bare.until_words("Ready to begin")
    idle_bare = idle_share(bare)
    bare.end()
    count = asked.size(2_000, 40)
    (asked.scratch / "long").mkdir()
    made = partial(long_questionnaire, count * 3 // 2)
    record, mirror = placed(asked.scratch / "long", made(), lambda item: item.link_id.startswith("interview.q"))
    folder, questions = str(asked.scratch / "long"), count * 3 // 2
    code = (
        "import sys; from functools import partial; from pathlib import Path\n"
        "from tests.bench.apps import interviewing, long_questionnaire\n"
        f"sys.exit(interviewing(Path({folder!r}), partial(long_questionnaire, {questions}), {record!r}))"
    )
    terminal = Watched({**variables, "PYTHONPATH": str(ROOT)}, [sys.executable, "-c", code])
    interviewed = Interviewed(terminal, mirror)
    yield Line(
        "memory.idle", "the processor while nobody types", (idle_share(terminal),), unit="%", goal=1, remark=f"bare: {idle_bare:.2f} %"
    )
    first, given = terminal.megabytes(), 0
    while given < count and (item := mirror.view().item) is not None:
        terminal.send(said_to(item) + "\r")
        mirror.answer(item.link_id, said_to(item))
        given += 1
        if mirror.view().item is None:
            break
        interviewed.see()
    terminal.settled(1.0)
    after = terminal.megabytes()
    terminal.end()
    yield Line("memory.after", f"memory after {given:,} answers", (after,), (first,), "at its first question", unit="MB", goal=1.2)
