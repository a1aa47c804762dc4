"""The core agrees with the second implementation, path by path, on seeded random cases.

`TRD_AGREEMENT_CASES` sets how many (300 in the suite), `TRD_AGREEMENT_SEED` the first seed. Parts that the core does not
compute, and the few cases with too many joint ways to enumerate, are skipped, counted and printed.
"""

from __future__ import annotations

import json
import os
import random
from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from tests.second.assess import assess as assess_by_tables
from tests.second.compare import Comparison, Difference, Tally, compare, shrink
from tests.second.generator import random_case
from tests.second.trials import Json
from trd_core.assess import assess
from trd_core.case import Case

CASES = int(os.environ.get("TRD_AGREEMENT_CASES", "300"))
FIRST_SEED = int(os.environ.get("TRD_AGREEMENT_SEED", "20250"))
UNKNOWN_SHARES = (0.0, 0.03, 0.08, 0.15, 0.3, 0.6)
SHOWN = 8
EDGE_CASES: tuple[Json, ...] = (
    {},
    {"trials": []},
    {"trials": [], "missing": {"trials": "not_asked"}},
    {"trials": [{"id": "t1"}]},
    {"trials": [{"id": "t1"}, {"id": "t2"}], "missing": {"trials": "unknown"}, "kellner": 5},
    {"trials": [], "kellner": 7},
)


def _case(number: int) -> Json:
    rng = random.Random(FIRST_SEED + number)
    return random_case(rng, rng.choice(UNKNOWN_SHARES))


def _both(case: Json) -> tuple[Json, Json]:
    record = Case.model_validate_json(json.dumps(case))
    core: Json = assess(record).model_dump(mode="json", by_alias=True)
    return core, assess_by_tables(case)


def _comparison(case: Json) -> Comparison:
    return compare(*_both(case))


def _smallest(case: Json, difference: Difference) -> Json:
    def still_differs(candidate: Json) -> bool:
        try:
            found = _comparison(candidate)
        except (ValidationError, ValueError, KeyError):
            return False
        return any(one.family == difference.family for one in found.differences)

    return shrink(case, still_differs)


def test_the_core_agrees_with_the_second_implementation() -> None:
    tally = Tally()
    shown: dict[str, tuple[Json, Difference]] = {}
    for case in (*EDGE_CASES, *map(_case, range(CASES))):
        comparison = _comparison(case)
        tally.add(comparison)
        for difference in comparison.differences:
            shown.setdefault(difference.family, (case, difference))
    print("\n".join(tally.lines()))
    for case, difference in list(shown.values())[:SHOWN]:
        smallest = _smallest(case, difference)
        last = next(one for one in _comparison(smallest).differences if one.family == difference.family)
        print(f"{last.path}: core {last.core}, second {last.second}\n    {json.dumps(smallest)}")
    assert [] == sorted(tally.differing)


def _changed(value: Any) -> Any:
    return {"met": "not_met", "not_met": "met", "unknown": "met"}.get(value, "changed") if isinstance(value, str) else "changed"


def test_a_core_with_one_wrong_value_is_found() -> None:
    """Negative control: in every part that is compared, one changed leaf is one difference there."""
    second = assess_by_tables({"trials": [{"id": "t1", "kind": "medication", "agent": "sertraline"}], "kellner": 5})
    core = deepcopy(second)
    core["macro_analysis"] = _as_core(second["macro_analysis"])
    assert () == compare(core, second).differences
    places = (
        ("response", "spectrum"),
        ("trials", "t1", "adequate", "mgh"),
        ("trials", "t1", "pseudo_resistance", "reasons", "dose"),
        ("resistance_types", "a"),
        ("staging", "maudsley", "range"),
        ("staging", "mgh", "expanded_range"),
        ("staging", "dutch", "items", "severity", "range"),
        ("staging", "thase_rush", "without_loss_of_effect", "range"),
        ("common_definition", "two_failures"),
        ("refractoriness", "criteria", "D"),
        ("toxicity", "manifestations", "switch"),
        ("allostatic", "criteria", "B1"),
        ("safety", "level"),
    )
    for place in places:
        wrong = deepcopy(core)
        parent = wrong
        for key in place[:-1]:
            parent = parent[key]
        value = parent[place[-1]]
        parent[place[-1]] = [value[0], 99] if isinstance(value, list) else _changed(value)
        assert 1 == len(compare(wrong, second).differences), place


def _as_core(macro: Json) -> Json:
    ranked = [{"id": name, "key": {"downstream": macro["downstream"][name]}} for name in macro["order"]]
    kept = {name: macro[name] for name in ("circles", "primary", "rate_first")}
    return {"problems": ranked, **kept, "rankings": dict.fromkeys(("out_strength", "effect", "total_effect"))}
