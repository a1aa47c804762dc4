"""Growth curves: what one answer, a resume, the list and a map take, from small to large; `--picture` draws them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import count

from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore
from interview.storage.vault import Vault
from interview.tui.screens.records_read import FIRST
from tests.bench.apps import begun, long_questionnaire
from tests.bench.line import Line, Spent, measured
from tests.bench.made import long_log, many_records, mapped_case, still, stored
from tests.bench.measures.engine import answered, standing
from tests.bench.records import corrected, mirrored, said_to
from tests.bench.rounds import Asked, alternating, timed
from trd_core.formulation.macro_analysis import analyse

QUESTIONS = (10, 50, 200, 500, 1_000, 2_000)
ANSWERS = (1, 10, 100, 1_000, 10_000)
EVENTS = (300, 1_000, 3_000, 10_000)
RECORDS = (10, 100, 1_000, 10_000)
MAPS = ((10, 30), (30, 200), (60, 400), (100, 660), (200, 1_330))
FEWEST = 6
"""Answers a round: so many are asked on ten questions."""
CORRECTED = "narrative.concern"
Sides = dict[int, Callable[[], object]]


def run(asked: Asked) -> Iterator[Line]:
    """Measure each curve, its points in turns."""
    most = asked.size(100_000, 200)
    yield from _questions(asked, tuple(point for point in QUESTIONS if point <= most))
    series: tuple[tuple[str, str, Callable[[Iterable[int]], Sides], tuple[int, ...]], ...] = (
        ("answers", "an answer, by answers in the record", _answers, ANSWERS),
        ("events", "resume, by events", partial(_events, asked), EVENTS),
        ("records", f"list, first {FIRST} rows, by records", partial(_records, asked), RECORDS),
        ("problems", "map with sensitivity, by problems", _problems, tuple(problems for problems, __ in MAPS)),
    )
    for id_, what, made, points in series:
        sides = made(tuple(point for point in points if point <= most))
        for point, took in zip(sides, alternating(asked.rounds, *sides.values()), strict=True):
            yield measured(f"curves.{id_}.{point}", what, took)


def _questions(asked: Asked, points: Iterable[int]) -> Iterator[Line]:
    """Answer the first questions of each questionnaire in turns; opening the record is not counted."""
    found: dict[int, list[Spent]] = {point: [] for point in points}
    answered(standing(long_questionnaire(min(found))), FEWEST)  # what is loaded at the first answer of a process
    for __ in range(asked.rounds):
        for point, took in found.items():
            session = standing(long_questionnaire(point))
            whole = timed(partial(answered, session, FEWEST))
            took.append(Spent(whole.wall / FEWEST, whole.cpu / FEWEST))
    for point, took in found.items():
        yield measured(f"curves.questions.{point}", "an answer, by questions", took, remark=f"{FEWEST} answers a round")


def _answers(points: Iterable[int]) -> Sides:
    session = begun(MemoryStore(), bundled())
    while (item := session.view().item) is not None and item.link_id != CORRECTED:
        session.answer(item.link_id, said_to(item))
    session.answer(CORRECTED, "Grey days.")
    return {point: _again(mirrored(session.record, bundled(), corrected(list(session.events), point))) for point in points}


def _again(session: Session) -> Callable[[], object]:
    number = count()
    return lambda: session.answer(CORRECTED, f"Grey days, {next(number)} of them.")


def _events(asked: Asked, points: Iterable[int]) -> Sides:
    sides: Sides = {}
    for point in points:
        folder = asked.scratch / f"events{point}"
        folder.mkdir()
        sides[point] = partial(_resumed, stored(folder, "r1", long_log(point)))
    return sides


def _resumed(vault: Vault) -> None:
    Session.resume(vault, bundled(), "r1", clock=still).release()


def _records(asked: Asked, points: Iterable[int]) -> Sides:
    sides: Sides = {}
    for point in points:
        folder = asked.scratch / f"records{point}"
        folder.mkdir()
        sides[point] = partial(Vault.open(folder / "vault", many_records(folder, point), clock=still).newest, FIRST)
    return sides


def _problems(points: Iterable[int]) -> Sides:
    links = dict(MAPS)
    return {point: partial(analyse, mapped_case(point, links[point]), in_depth=True) for point in points}
