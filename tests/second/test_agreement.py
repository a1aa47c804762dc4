"""The core agrees with the second implementation, path by path, on seeded cases.

`TRD_AGREEMENT_CASES` sets how many (300 in the suite), `TRD_AGREEMENT_SEED` the first seed, so that a long run can go in pieces. Parts
that the core does not compute, and the few with too many joint ways to enumerate, are skipped, counted and printed.
"""

from __future__ import annotations

import json
import os
from copy import deepcopy
from typing import Any

from tests.second.agreement import EDGE_CASES, Agreement
from tests.second.assess import assess as assess_by_tables
from tests.second.compare import compare
from tests.second.reached import WANTED
from tests.second.trials import Json

CASES = int(os.environ.get("TRD_AGREEMENT_CASES", "300"))
FIRST_SEED = int(os.environ.get("TRD_AGREEMENT_SEED", "20250"))
SHOWN = 8
LEAST_SHARE = 0.05
ENOUGH_FOR_SHARES = 1000


def test_the_core_agrees_with_the_second_implementation() -> None:
    agreement = Agreement()
    for case in EDGE_CASES:
        agreement.add(case)
    agreement.run(range(FIRST_SEED, FIRST_SEED + CASES))
    print("\n".join(agreement.tally.lines()))
    if CASES >= ENOUGH_FOR_SHARES:
        print("\n".join(agreement.reached.lines()))
    for family in list(agreement.first)[:SHOWN]:
        smallest, asked, last = agreement.smallest(family)
        print(f"{last.path}: core {last.core}, second {last.second}, {asked}\n    {json.dumps(smallest)}")
    assert [] == sorted(agreement.tally.differing)
    for path, values in WANTED.items():
        for value in values:
            share = agreement.reached.share(path, value)
            assert share > (LEAST_SHARE if CASES >= ENOUGH_FOR_SHARES else 0), (path, value)


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
    names = ("hierarchy", "out_strength", "effect", "total_effect")
    agreement: Json = {one: dict.fromkeys(names) for one in names}
    rankings = {**{name: list[str]() for name in names}, "agreement": agreement, "sensitivity": None, "link_sensitivity": None}
    return {"problems": ranked, **kept, "rankings": rankings}
