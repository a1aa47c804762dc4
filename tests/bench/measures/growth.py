"""How a turn grows: from 10 to 2,000 questions, and from 1 to 10,000 answers in the record, in a terminal, on a vault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from interview.engine.view import ItemView
from interview.questionnaire.model import Questionnaire
from interview.questionnaire.reader import bundled
from tests.bench.apps import interviewing, long_questionnaire
from tests.bench.line import Line, Spent, measured
from tests.bench.processes import environ
from tests.bench.records import Interviewed, placed
from tests.bench.rounds import Asked
from tests.bench.watched import Watched

GOAL = 1.2
TURNS = 6
"""Turns a round: so many are there on ten questions."""
Made = Callable[[], Questionnaire]


def _is_in_a_part(item: ItemView) -> bool:
    return item.link_id.startswith("interview.q")


def _is_of_the_person(item: ItemView) -> bool:
    return item.link_id.startswith("person.")


def turns(folder: Path, made: Made, stands: Callable[[ItemView], bool], answers: int) -> tuple[Spent, float]:
    """Open a new record in a terminal, take some turns, and return what the middle one took, and the seconds to its first question."""
    folder.mkdir()
    record, mirror = placed(folder, made(), stands, answers)
    terminal = Watched(environ(folder), warm=partial(interviewing, folder, made, record))
    try:
        interviewed = Interviewed(terminal, mirror)
        interviewed.turn()
        cpu = terminal.cpu()
        took = [each[1] for __ in range(TURNS) if (each := interviewed.turn()) is not None]
        return Spent(median(took), (terminal.cpu() - cpu) / len(took)), took[0]
    finally:
        terminal.end()


def run(asked: Asked) -> Iterator[Line]:
    """Take turns in a small and in a large record, one after the other."""
    questions, answers = asked.size(2_000, 300), asked.size(10_000, 600)
    cases: tuple[tuple[str, str, str, tuple[Made, Made], Callable[[ItemView], bool], int], ...] = (
        (
            "growth.questions",
            f"a turn on {questions:,} questions",
            "on 10",
            (partial(long_questionnaire, questions), partial(long_questionnaire, 10)),
            _is_in_a_part,
            0,
        ),
        ("growth.answers", f"a turn in a record of {answers:,} answers", "of its first", (bundled, bundled), _is_of_the_person, answers),
    )
    for id_, what, against, sides, stands, most in cases:
        found: tuple[list[Spent], list[Spent]] = ([], [])
        for round_ in range(asked.rounds):
            for at, made in enumerate(sides):
                found[at].append(turns(asked.scratch / f"{id_}-{round_}-{at}", made, stands, 0 if at else most)[0])
        yield measured(id_, what, *found, against=against, goal=GOAL, remark=f"{TURNS} turns a round")
