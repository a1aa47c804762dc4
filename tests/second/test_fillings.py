"""The second implementation's ranges and verdicts are those of writing every value in by hand, one case for each way."""

from __future__ import annotations

import random
from copy import deepcopy
from itertools import product
from typing import Any

from tests.second import tables as t
from tests.second.assess import assess
from tests.second.generator import random_case
from tests.second.trials import Json

BY_HAND: dict[str, tuple[Any, ...]] = {
    "kind": t.KINDS,
    "outcome": t.OUTCOMES,
    "episode": ("current", "previous"),
    "weeks": (0, 4, 6, 12, 20, 52),
    "sessions": (5, 6, 12),
    "laterality": ("bilateral", "unilateral"),
    "dose_mg": (0.1, 2000),
    "augmentations": ([], ["lithium"], ["lithium", "quetiapine", "triiodothyronine", "buspirone", "lamotrigine"]),
    "dose_optimised": (True, False),
    "drug_free_weeks_before": (1, 3, 5),
    "dose_lowered_before_loss": (True, False),
}
SCALES: dict[str, tuple[Any, ...]] = {"thase_rush": t.STAGES, "lenient": t.STAGES, "european": t.EUROPEAN}


def _results(case: Json) -> Json:
    found = assess(case)
    results: Json = {name: model["range"] for name, model in found["staging"].items()}
    results["lenient"] = found["staging"]["thase_rush"]["lenient_range"]
    results |= found["resistance_types"] | found["common_definition"] | found["refractoriness"]["criteria"]
    for name, trial in found["trials"].items():
        results |= {f"{name}.{model}": verdict for model, verdict in trial["adequate"].items()}
    del results["B"]  # judged by what counts for certain, not by every way
    return results


def _together(name: str, results: list[Any]) -> Any:
    if isinstance(results[0], str):
        return results[0] if len(set(results)) == 1 else "unknown"
    ends = [end for pair in results if pair for end in pair]
    scale = SCALES.get(name)
    if not ends:
        return None
    return [scale[min(map(scale.index, ends))], scale[max(map(scale.index, ends))]] if scale else [min(ends), max(ends)]


def _whole_case(rng: random.Random) -> Json:
    case = random_case(rng, 0.0)
    case["trials"] = case["trials"][:4]
    case.pop("latest_trial", None)
    for trial in case["trials"]:
        trial["agent"] = trial.get("agent") if trial.get("agent") in t.DOSES else "sertraline"
        for name, values in BY_HAND.items():
            if trial.get(name) is None:
                trial[name] = rng.choice(values)
    return case


def test_enumeration_by_facts_equals_enumeration_by_hand() -> None:
    compared = opened = 0
    for seed in range(60):
        rng = random.Random(seed)
        case = _whole_case(rng)
        places = [(place, name) for place in range(len(case["trials"])) for name in BY_HAND]
        dropped = rng.sample(places, min(2, len(places)))
        for place, name in dropped:
            del case["trials"][place][name]
        ways = []
        for values in product(*(BY_HAND[name] for _, name in dropped)):
            way = deepcopy(case)
            for (place, name), value in zip(dropped, values, strict=True):
                way["trials"][place][name] = value
            ways.append(_results(way))
        for name, result in _results(case).items():
            by_hand = [way[name] for way in ways if name in way]
            if result is None or result[-1] is None or not by_hand:
                continue
            assert _together(name, by_hand) == result, (seed, name, dropped)
            compared += 1
            opened += result == "unknown" if isinstance(result, str) else result[0] != result[-1]
    assert compared > 900
    assert opened > 50
