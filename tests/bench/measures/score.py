"""Scoring, one core: a typical case and a cohort, JSON in, JSON out, against reading the same bytes with `orjson`; and maps of problems."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from io import BytesIO

from interview.cohort.local import score_cohort
from interview.cohort.scoring import Scoring
from tests.bench.line import Line, measured
from tests.bench.made import mapped_case, typical_case
from tests.bench.profiles import slowest
from tests.bench.rounds import Asked, alternating
from tests.interview.cohort.synthetic import cohort
from trd_core.assess import assess
from trd_core.case import Case
from trd_core.formulation.macro_analysis import analyse
from trd_core.reading import read_case

MAPS = ((10, 30, None), (30, 200, 50.0), (100, 660, None), (200, 1330, 2000.0))
"""Problems, links, and the most milliseconds that the map may take with its sensitivity."""


def floor() -> tuple[Callable[[bytes], object], str]:
    """Return what reads JSON and nothing more, and its name."""
    try:
        import orjson  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return json.loads, "`json.loads` (orjson cannot be had)"
    return orjson.loads, "`orjson.loads`"


def run(asked: Asked) -> Iterator[Line]:
    """Score one case again and again, then a cohort, then maps."""
    loads, named = floor()
    raw = typical_case()
    size = f"{len(raw)} bytes in"
    case = read_case(raw)
    sides: tuple[tuple[str, str, Callable[[], object], float | None, str], ...] = (
        ("score.findings", "`assess`, every finding written", lambda: Scoring().scored(1, raw), 40, size),
        ("score.values", "`assess`, values and verdicts", lambda: Scoring(values=True).scored(1, raw), 12, size),
        ("score.read", "reading the case", lambda: read_case(raw), None, size),
        ("score.assess", "`assess` of a case that is read", lambda: assess(case), None, ""),
    )
    for id_, what, side, goal, remark in sides:
        here, there, model = alternating(asked.rounds, side, lambda: loads(raw), lambda: Case.model_validate_json(raw))
        where = slowest(side, 20) if asked.profile and goal else ()
        yield measured(id_, what, here, there, against=named, goal=goal, remark=remark, where=where)
        if goal:
            yield measured(f"{id_}.pydantic", what, here, model, against="`Case.model_validate_json`", remark=remark)
    yield from _cohort(asked, loads, named)
    for problems, links, most in MAPS[: asked.size(len(MAPS), 2)]:
        mapped = mapped_case(problems, links)
        (took,) = alternating(asked.rounds, lambda mapped=mapped: analyse(mapped, in_depth=True))  # type: ignore[misc]
        where = slowest(lambda mapped=mapped: analyse(mapped, in_depth=True)) if asked.profile and most else ()  # type: ignore[misc]
        yield measured(f"formulation.{problems}", f"map with sensitivity, {problems} problems, {links} links", took, goal=most, where=where)


def _cohort(asked: Asked, loads: Callable[[bytes], object], named: str) -> Iterator[Line]:
    lines = list(cohort(asked.size(150, 20)))
    whole = b"".join(lines)
    out = asked.scratch / "out.ndjson"
    for id_, what, scoring, goal in (
        ("score.cohort", "`score-cohort`", Scoring(), 40),
        ("score.cohort.values", "`score-cohort --values`", Scoring(values=True), 12),
    ):

        def side(scoring: Scoring = scoring) -> None:
            score_cohort(BytesIO(whole), "cohort", out, scoring, force=True)

        here, there = alternating(asked.rounds, side, lambda: [loads(line) for line in lines])
        best = len(lines) / min(each.wall for each in here)
        remark = f"{len(lines)} cases, {len(whole) // len(lines)} bytes each; {best:.0f} a second at best"
        yield measured(id_, what, here, there, against=named, goal=goal, remark=remark)
