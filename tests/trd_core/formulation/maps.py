"""Maps at random, as plain values, from a seed; and the order of the hierarchy written out a second time, the plain way.

`TRD_MAPS` sets how many maps the slow laws look at, `TRD_ENTRIES` how many entries of each are assessed again.
"""

from __future__ import annotations

import copy
import os
import random
from collections.abc import Iterator
from typing import Any

from trd_core.case import Case
from trd_core.reading import case_of

Tree = dict[str, Any]
MAPS = int(os.environ.get("TRD_MAPS", "120"))
ENTRIES = int(os.environ.get("TRD_ENTRIES", "4"))
RATINGS = ("urgency", "patient_priority", "severity", "burden", "impairment", "modifiability")
STRENGTHS = (0, 0.1, 0.2, 0.25, 0.3, 0.5, 0.75, 1)


def _problem(identifier: str, chance: random.Random, unknown: float, spread: int) -> Tree:
    low = chance.randint(0, 3 - spread)
    ratings = {name: chance.randint(low, low + spread) for name in RATINGS if chance.random() >= unknown}
    available = {} if chance.random() < unknown else {"treatment_available": chance.random() < 0.8}
    area = {"area": "safety"} if chance.random() < 0.04 else {}
    return {"id": identifier, **ratings, **available, **area}


def _link(source: str, target: str, chance: random.Random, unknown: float) -> Tree:
    strength = chance.choice(STRENGTHS) if chance.random() < 0.5 else round(chance.random(), 3)
    return {"source": source, "target": target, **({} if chance.random() < unknown else {"strength": strength})}


def random_map(seed: int, most: int = 30) -> Tree:
    """Return a case that holds a map only: up to so many problems, from no link to nearly all.

    One in three has a circle through all problems; in one in three the ratings are alike, so that links decide.
    """
    chance = random.Random(seed)
    ids = [f"p{number:02}" for number in range(chance.randint(1, most))]
    chance.shuffle(ids)
    unknown, spread = chance.choice((0, 0, 0.1, 0.4)), chance.choice((1, 3))
    density = chance.choice((0, 0.05, 0.1, 0.2, 0.5, 0.9)) if len(ids) < 12 else chance.choice((0, 0.03, 0.06, 0.12, 0.3))
    ends = {(one, other) for one in sorted(ids) for other in sorted(ids) if one != other and chance.random() < density}
    if chance.random() < 0.33 and len(ids) > 1:
        ends |= set(zip(ids, [*ids[1:], ids[0]], strict=True))
    alike = _problem("", chance, 0, 0) if chance.random() < 0.33 else None
    problems = [{**alike, "id": each} if alike else _problem(each, chance, unknown, spread) for each in ids]
    return {"problems": problems, "links": [_link(*each, chance, unknown) for each in sorted(ends)]}


def random_maps(count: int, most: int = 30) -> Iterator[tuple[int, Tree, Case]]:
    """Return maps with their seeds, and as cases."""
    for seed in range(count):
        tree = random_map(seed, most)
        yield seed, tree, case_of(tree)


def shuffled(tree: Tree, seed: int) -> Tree:
    """Return the same map, written down in another order."""
    chance = random.Random(seed)
    return {group: chance.sample(members, len(members)) for group, members in tree.items()}


def rerated(tree: Tree, problem: str, name: str, rating: int) -> Tree:
    """Return the map with one rating of one problem changed."""
    changed = copy.deepcopy(tree)
    next(each for each in changed["problems"] if each["id"] == problem)[name] = rating
    return changed


def without_link(tree: Tree, source: str, target: str) -> Tree:
    """Return the map without one link."""
    return {**tree, "links": [each for each in tree["links"] if (each["source"], each["target"]) != (source, target)]}


def reachable(tree: Tree, start: str) -> set[str]:
    """Return what can be reached in one step or more, by repeating until nothing is new."""
    ends = [(each["source"], each["target"]) for each in tree["links"]]
    reached = {target for source, target in ends if source == start}
    while new := {target for source, target in ends if source in reached} - reached:
        reached |= new
    return reached


def plain_hierarchy(tree: Tree) -> list[str]:
    """Return the order of readings 22, written out again."""

    def key(problem: Tree) -> tuple[Any, ...]:
        weight = sum(problem.get(name, 0) for name in ("severity", "burden", "impairment"))
        parts = (
            problem.get("area") == "safety",
            problem.get("urgency", 0),
            problem.get("patient_priority", 0),
            problem.get("treatment_available", False),
            weight,
            len(reachable(tree, problem["id"]) - {problem["id"]}),
            problem.get("modifiability", 0),
        )
        return (*(-part for part in parts), problem["id"])

    return [problem["id"] for problem in sorted(tree["problems"], key=key)]
