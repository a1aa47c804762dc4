"""A cohort of invented cases, the same for the same seed: treatments, maps and the five areas, with any fact unknown."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

from tests.second.generator import random_case
from trd_core.vocabulary import FactType, facts

UNKNOWN_SHARES = (0.0, 0.05, 0.15, 0.3, 0.6)
AREAS = ("person.", "lifestyle.", "illness_behavior.", "wellbeing.", "relationships.", "preferences.")
ONE_CASE_BYTES = 2_000
"""About as long is a case without its areas; a cohort of short ones would measure little."""


def cohort(cases: int, seed: int = 1) -> Iterator[bytes]:
    """Yield this many cases, each a line with its end. The same seed gives the same bytes."""
    rng = random.Random(seed)
    described = [fact for path, fact in facts().items() if path.startswith(AREAS) and "[]" not in path]
    for number in range(1, cases + 1):
        yield json.dumps(_case(rng, number, described), separators=(",", ":")).encode() + b"\n"


def _case(rng: random.Random, number: int, described: list[FactType]) -> dict[str, Any]:
    unknown = rng.choice(UNKNOWN_SHARES)
    case = {"subject": f"S-{number}", **random_case(rng, unknown)}
    for fact in described:
        if rng.random() >= unknown and (value := _value(rng, fact)) is not None:
            tree = case
            *parents, name = fact.path.split(".")
            for parent in parents:
                tree = tree.setdefault(parent, {})
            tree[name] = value
    return case


def _value(rng: random.Random, fact: FactType) -> Any:
    match fact.kind:
        case "bool":
            return rng.random() < 0.3
        case "code":
            return rng.choice(fact.codes)
        case "codes":
            return rng.sample(fact.codes, rng.randint(0, min(3, len(fact.codes))))
        case "integer" | "number":
            low, high = int(fact.low or 0), int(fact.high if fact.high is not None else 100)
            return rng.randint(low, high)
    return None
