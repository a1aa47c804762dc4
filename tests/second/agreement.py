"""The core and the second implementation over many seeded cases: what was compared, where they differ, what was reached."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import ValidationError

from tests.second.aimed import aimed_case
from tests.second.assess import assess as assess_by_tables
from tests.second.compare import Comparison, Difference, Tally, compare, is_excused, shrink
from tests.second.generator import random_case
from tests.second.reached import Reached
from tests.second.tangled import tangled_case
from tests.second.trials import Json
from trd_core.assess import assess
from trd_core.case import Case
from trd_core.settings import Settings

KINDS_OF_CASE = ("aimed",) * 14 + ("tangled",) * 3 + ("random",) * 3
UNKNOWN_SHARES = (0.0, 0.03, 0.08, 0.15, 0.3, 0.6)
EDGE_CASES: tuple[Json, ...] = (
    {},
    {"trials": []},
    {"trials": [], "missing": {"trials": "not_asked"}},
    {"trials": [{"id": "t1"}]},
    {"trials": [{"id": "t1"}, {"id": "t2"}], "missing": {"trials": "unknown"}, "kellner": 5},
    {"trials": [], "kellner": 7},
)


def numbered_case(seed: int) -> Json:
    """Most are nearly whole and aimed at one conclusion; some hang together and lack a few facts; the others may lack anything."""
    rng = random.Random(seed)
    kind = rng.choice(KINDS_OF_CASE)
    if kind == "random":
        return random_case(rng, rng.choice(UNKNOWN_SHARES))
    return aimed_case(rng) if kind == "aimed" else tangled_case(rng)


@dataclass(frozen=True)
class Asked:
    """What is asked of both: the trials of all episodes instead of this one, and what is computed in depth only."""

    lifetime: bool = False
    in_depth: bool = False


USUAL = Asked()
LIFETIME_EVERY, DEPTH_EVERY = 6, 5
"""How often all of life is asked for; and how often a map without its case in depth, which is slow with one."""


def by_the_core(case: Json, asked: Asked = USUAL) -> Json:
    """The core's assessment as plain JSON; the case goes through the public reading of the record."""
    settings = Settings(scope="lifetime" if asked.lifetime else "current")
    found = assess(Case.model_validate_json(json.dumps(case)), settings, in_depth=asked.in_depth)
    plain: Json = found.model_dump(mode="json", by_alias=True)
    return plain


def comparison_of(case: Json, asked: Asked = USUAL) -> Comparison:
    """Both implementations on one case."""
    return compare(by_the_core(case, asked), assess_by_tables(case, asked.lifetime), asked.in_depth)


class Agreement:
    """A run of comparisons, with the first case of each family of differences."""

    def __init__(self) -> None:
        self.tally, self.reached = Tally(), Reached()
        self.first: dict[str, tuple[Json, Asked]] = {}

    def run(self, seeds: Iterable[int]) -> None:
        """Compare the numbered cases."""
        for seed in seeds:
            case = numbered_case(seed)
            self.add(case, Asked(lifetime=seed % LIFETIME_EVERY == 0))
            if seed % DEPTH_EVERY == 0:
                self.add({name: case[name] for name in ("problems", "links") if name in case}, Asked(in_depth=True), reached=False)

    def add(self, case: Json, asked: Asked = USUAL, reached: bool = True) -> None:
        """Compare one case."""
        second = assess_by_tables(case, asked.lifetime)
        comparison = compare(by_the_core(case, asked), second, asked.in_depth)
        self.tally.add(comparison, case)
        if reached:
            self.reached.add(second)
        for difference in comparison.differences:
            if not is_excused(difference, case):
                self.first.setdefault(difference.family, (case, asked))

    def smallest(self, family: str) -> tuple[Json, Asked, Difference]:
        """The smallest case found that still differs there."""
        case, asked = self.first[family]

        def differing(candidate: Json) -> list[Difference]:
            found = comparison_of(candidate, asked).differences
            return [one for one in found if one.family == family and not is_excused(one, candidate)]

        def still_differs(candidate: Json) -> bool:
            try:
                return bool(differing(candidate))
            except (ValidationError, ValueError, KeyError):
                return False

        case = shrink(case, still_differs)
        return case, asked, differing(case)[0]
