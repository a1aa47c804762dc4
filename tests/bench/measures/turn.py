"""A turn in a terminal: Enter → durable → next question painted, live panel up to date, against a bare repaint and as many bare syncs."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial
from statistics import median

from interview.questionnaire.model import Questionnaire
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore
from tests.bench.apps import begun, interviewing
from tests.bench.bare_apps import TURN
from tests.bench.line import Line, Spent, measured
from tests.bench.measures.commit import Commits, syncs_of_answers
from tests.bench.processes import environ
from tests.bench.profiles import slowest_of
from tests.bench.records import Interviewed, placed, said_to
from tests.bench.rounds import Asked, alternating, percentile
from tests.bench.watched import COLUMNS, LINES, Watched
from tests.interview.tui.desk import at_desk, doors
from trd_core.assess import assess

FIRST_CLOSED = "person."
"""Where the record stands at the beginning: behind the opening and safety."""

LATE = "wellbeing."
"""Where the parts of a turn are timed by themselves: most is answered."""


def repainting_app() -> int:
    """Open the app that only repaints, and return its exit code."""
    from tests.bench.bare_apps import Repainting

    Repainting().run()
    return 0


class Repainted:
    """The app that only repaints: Enter, and another screen as full."""

    def __init__(self, terminal: Watched) -> None:
        self._terminal, self._number = terminal, 1
        terminal.until_words(TURN.format(number=1))
        terminal.settled()

    def turn(self) -> tuple[float, float]:
        """Return the seconds to the next heading, and to the last of the screen."""
        self._number += 1
        self._terminal.send("yes")
        self._terminal.settled()
        began = self._terminal.send("\r")
        heading = self._terminal.until_words(TURN.format(number=self._number)) - began
        return heading, self._terminal.settled() - began


def run(asked: Asked) -> Iterator[Line]:
    """Take turns on a vault, in memory, and in the bare app, one after another."""
    for name in ("vault", "counted", "bare"):
        (asked.scratch / name).mkdir()
    waits = round(median(syncs_of_answers(asked.scratch / "counted")[0]))
    questionnaire = bundled()
    record, mirror = placed(asked.scratch / "vault", questionnaire, lambda item: item.link_id.startswith(FIRST_CLOSED))
    bare_disk = Commits(asked.scratch / "bare")
    variables = environ(asked.scratch)
    terminals = (
        Watched(variables, warm=partial(interviewing, asked.scratch / "vault", bundled, record)),
        Watched(variables, warm=repainting_app),
    )
    turns = asked.size(16, 5)
    ours, floor = (list[list[tuple[float, float]]](), list[list[tuple[float, float]]]())
    cpus = (list[float](), list[float]())
    try:
        interviewed, repainted = Interviewed(terminals[0], mirror), Repainted(terminals[1])
        for __ in range(2):
            interviewed.turn(), repainted.turn()
        for __ in range(asked.rounds):
            before = [terminal.cpu() for terminal in terminals]
            mine, its = list[tuple[float, float]](), list[tuple[float, float]]()
            for __ in range(turns):
                took = interviewed.turn()
                if took is None:
                    break
                mine.append(took)
                heading, whole = repainted.turn()
                synced = bare_disk.syncs(waits)
                its.append((heading + synced, whole + synced))
            if mine:
                ours.append(mine)
                floor.append(its)
                for at, terminal in enumerate(terminals):
                    cpus[at].append((terminal.cpu() - before[at]) / len(mine))
    finally:
        for terminal in terminals:
            terminal.end()
        bare_disk.close()
    where = asyncio.run(_where_turns_go(turns)) if asked.profile else ()
    against, remark = f"bare repaint + {waits} fsyncs", f"{turns} turns a round"
    for id_, what, part, share, goal in (
        ("turn.p50", "Enter → screen and live panel up to date, p50", 1, 50, 1.3),
        ("turn.p99", "the same, p99", 1, 99, None),
        ("turn.question.p50", "Enter → next question painted, p50", 0, 50, None),
        ("turn.question.p99", "the same, p99", 0, 99, None),
    ):
        here, there = (
            [
                Spent(percentile([each[part] for each in round_], share), cpu if share == 50 and part else 0.0)
                for round_, cpu in zip(side, spent, strict=True)
            ]
            for side, spent in ((ours, cpus[0]), (floor, cpus[1]))
        )
        yield measured(id_, what, here, there, against=against, goal=goal, remark=remark, where=where if goal else ())
    yield from _by_themselves(asked, questionnaire)


def _by_themselves(asked: Asked, questionnaire: Questionnaire) -> Iterator[Line]:
    """Time what a turn is made of, without a terminal and a disk."""
    session = begun(MemoryStore(), questionnaire)
    while (item := session.view().item) is not None and not item.link_id.startswith(LATE):
        session.answer(item.link_id, said_to(item))
    assert item is not None
    link_id, said = item.link_id, said_to(item)
    case, settings = session.case(), session.settings
    parts = (
        ("turn.answer", "an answer understood, taken and folded", lambda: session.answer(link_id, said)),
        ("turn.view", "the view of the session", session.view),
        ("turn.case", "the case of the answers", session.case),
        ("turn.assess", "the live panel's assessment", lambda: assess(case, settings)),
    )
    for (id_, what, __), took in zip(parts, alternating(asked.rounds, *(part for __, __, part in parts)), strict=True):
        yield measured(id_, what, took, remark=f"at {link_id}")


async def _where_turns_go(turns: int) -> tuple[str, ...]:
    """Profile turns in the app without a terminal and a disk, in its own thread, the panel open; the core reads in another."""
    world = doors(bundled())
    session = world.begin("S-1")
    while (item := session.view().item) is not None and not item.link_id.startswith(FIRST_CLOSED):
        session.answer(item.link_id, said_to(item))
    async with at_desk(world, (COLUMNS, LINES), session) as desk:
        await desk.press("f7")

        async def taken() -> None:
            for __ in range(turns):
                asked = desk.session.view().item
                assert asked is not None
                await desk.answer(said_to(asked))

        return await slowest_of(taken, turns)
