"""Every range and verdict of the core about an open case is what all ways of writing in the forgotten facts say together.

`TRD_OPEN_CASES` sets how many cases (60 in the suite), `TRD_OPEN_SEED` the first seed, so that a long run can go in pieces.
"""

from __future__ import annotations

import os
import random
from collections import Counter

import pytest

from tests.second import every_way
from tests.second.compare import Leaves
from tests.second.every_way import conclusions, disagreements
from tests.second.open_cases import OpenCase, open_case
from tests.second.trials import Json

CASES = int(os.environ.get("TRD_OPEN_CASES", "60"))
FIRST_SEED = int(os.environ.get("TRD_OPEN_SEED", "1"))


def _opened(seed: int) -> OpenCase:
    return open_case(random.Random(seed))


def test_an_open_case_says_what_all_its_ways_say_together() -> None:
    counts: Counter[str] = Counter()
    excused: Counter[str] = Counter()
    for seed in range(FIRST_SEED, FIRST_SEED + CASES):
        opened = _opened(seed)
        counts.update(cases=1, ways=opened.number_of_ways)
        found = disagreements(opened, counts)
        excused.update(one.path for one in found if one.excused)
        wrong = [one for one in found if not one.excused]
        assert [] == wrong, (seed, opened)
    print(dict(counts), "wider than need be, as the readings allow:", dict(excused))
    assert counts["open"] > counts["cases"]
    assert excused.total() < counts["cases"] / 4


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        ("staging.mgh.range", (0.0, 9.0)),
        ("staging.thase_rush.range", ("0", "V")),
        ("staging.maudsley.items.antidepressants", (0.0, 5.0)),
        ("resistance_types.a", "met"),
        ("refractoriness.verdict", "met"),
        ("response.spectrum", "full_response"),
        ("trials.t1.pseudo_resistance.verdict", "unknown"),
    ],
)
def test_one_wrong_conclusion_about_an_open_case_is_found(path: str, wrong: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: the same path wrong in the open case only."""
    opened = next(
        one for one in map(_opened, range(1, 200)) if one.number_of_ways > 2 and conclusions(one.case)[path] not in (wrong, "unknown")
    )
    right = every_way.conclusions

    def with_one_wrong(case: Json) -> Leaves:
        return right(case) | ({path: wrong} if case is opened.case else {})

    monkeypatch.setattr(every_way, "conclusions", with_one_wrong)
    assert path in [one.path for one in disagreements(opened) if not one.excused]


def test_each_fact_that_is_forgotten_is_written_in_with_each_value() -> None:
    opened = next(one for one in map(_opened, range(1, 200)) if len(one.forgotten) >= 3)
    wholes = [whole for _, whole in opened.ways()]
    assert opened.number_of_ways == len(wholes)
    for fact in opened.forgotten:
        written = [str(_at(whole, fact.part)[fact.name]) for whole in wholes]
        assert set(map(str, fact.values)) == set(written)
        assert fact.name not in _at(opened.case, fact.part)


def _at(case: Json, part: tuple[str | int, ...]) -> Json:
    found = case
    for key in part:
        found = found[key]  # type: ignore[index]
    return found
