"""A key pressed in the answer line until it stands there, against a bare `Input`."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial
from itertools import cycle

from interview.questionnaire.reader import bundled
from tests.bench.apps import interviewing
from tests.bench.line import Line, Spent, measured
from tests.bench.processes import environ
from tests.bench.profiles import slowest_of
from tests.bench.records import EMPTIED, placed, said_to, wording
from tests.bench.rounds import Asked, percentile
from tests.bench.watched import COLUMNS, LINES, Watched
from tests.interview.tui.desk import at_desk, doors

LETTERS = "бгджзийлпфцчшщыэюя"
"""Letters that stand nowhere else on the screen."""
BETWEEN = 0.04
"""Seconds in which nothing more comes before the next key: a fast typist's pause."""


def bare_app() -> int:
    """Open the bare app, and return its exit code."""
    from tests.bench.bare_apps import Bare

    Bare().run()
    return 0


def pressed(terminal: Watched, keys: int) -> list[float]:
    """Press so many keys, and return what each took until it was painted."""
    took = []
    for at, letter in zip(range(keys), cycle(LETTERS), strict=False):
        if at % len(LETTERS) == 0:
            terminal.send(EMPTIED)
            terminal.settled()
        began = terminal.send(letter)
        took.append(terminal.until(lambda shown, letter=letter: letter in shown) - began)  # type: ignore[misc]
        terminal.settled(BETWEEN)
    return took


async def _where_keys_go() -> tuple[str, ...]:
    """Profile keys in the app without a terminal, in its own thread."""
    world = doors(bundled())
    session = world.begin("S-1")
    while (item := session.view().item) is not None and item.item.type != "text":
        session.answer(item.link_id, said_to(item))
    async with at_desk(world, (COLUMNS, LINES), session) as desk:
        await desk.type(LETTERS)

        async def typed() -> None:
            await desk.type(LETTERS)

        return await slowest_of(typed, len(LETTERS))


def run(asked: Asked) -> Iterator[Line]:
    """Press keys in both, in turns."""
    questionnaire = bundled()
    record, mirror = placed(asked.scratch, questionnaire, lambda item: item.item.type == "text")
    item = mirror.view().item
    assert item is not None
    variables = environ(asked.scratch)
    ours = Watched(variables, warm=partial(interviewing, asked.scratch, bundled, record))
    bare = Watched(variables, warm=bare_app)
    try:
        ours.until_words(wording(item))
        bare.until_words("Ready to begin")
        keys = asked.size(54, 18)
        p50, p95 = (list[Spent](), list[Spent]()), (list[Spent](), list[Spent]())
        for terminal in (ours, bare):
            pressed(terminal, 18)
        for __ in range(asked.rounds):
            for at, terminal in enumerate((ours, bare)):
                cpu = terminal.cpu()
                took = pressed(terminal, keys)
                p50[at].append(Spent(percentile(took, 50), (terminal.cpu() - cpu) / keys))
                p95[at].append(Spent(percentile(took, 95)))
    finally:
        ours.end()
        bare.end()
    where = asyncio.run(_where_keys_go()) if asked.profile else ()
    remark = f"{keys} keys a round"
    yield measured("key.p50", "key → repaint, p50", *p50, against="a bare `Input`", goal=1.2, remark=remark, where=where)
    yield measured("key.p95", "key → repaint, p95", *p95, against="a bare `Input`", goal=1.4, remark=remark)
