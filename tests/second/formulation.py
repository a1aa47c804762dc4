"""The macro-analysis: order, circles, the primary problem, and three other rankings (S22–S24, S38, S41)."""

from __future__ import annotations

import math
from itertools import combinations, pairwise, product
from typing import Any

from tests.second import tables as t
from tests.second.trials import Json

RATINGS = ("severity", "burden", "impairment")
STEPPED = (*RATINGS, "urgency", "modifiability", "patient_priority")
EPSILON = 1e-9


def macro_analysis(case: Json) -> Json:
    """Over the clinician's problems and links; the person's map is apart."""
    problems = [one for one in case.get("problems") or [] if one.get("by") != "patient"]
    ids = sorted(one["id"] for one in problems)
    by_id = {one["id"]: one for one in problems}
    links = [one for one in case.get("links") or [] if one.get("by") != "patient" and one["source"] in by_id and one["target"] in by_id]
    reach = _reachable(ids, links)
    order = _order(ids, by_id, reach)
    return {
        "order": order,
        "downstream": {name: len(reach[name] - {name}) for name in ids},
        "circles": sorted(sorted(circle) for circle in {_circle(name, reach) for name in ids} if len(circle) > 1),
        "primary": _primary(problems),
        "rate_first": sorted(name for name in ids if by_id[name].get("urgency") is None),
        "rankings": _rankings(ids, by_id, links) | _sensitivity(ids, by_id, links, order[:1]),
    }


def _order(ids: list[str], by_id: dict[str, Json], reach: dict[str, frozenset[str]]) -> list[str]:
    return sorted(ids, key=lambda name: (*(-value for value in _key(by_id[name], len(reach[name] - {name}))), name))


def _sensitivity(ids: list[str], by_id: dict[str, Json], links: list[Json], first: list[str]) -> Json:
    """Every step of one known rating, and every link's removal, that gives another first place in the hierarchy (S24)."""
    reach = _reachable(ids, links)
    steps: list[Json] = []
    for name, rating in product(ids, STEPPED):
        value = by_id[name].get(rating)
        for changed in () if value is None else (value - 1, value + 1):
            if changed in t.RATING_SCALE:
                order = _order(ids, by_id | {name: by_id[name] | {rating: changed}}, reach)
                if order[:1] != first:
                    steps.append({"problem": name, "rating": rating, "from": value, "to": changed, "first": order[0]})
    removed: list[Json] = []
    for link in links:
        order = _order(ids, by_id, _reachable(ids, [one for one in links if one is not link]))
        if order[:1] != first:
            removed.append({"source": link["source"], "target": link["target"], "first": order[0]})
    return {"sensitivity": steps, "link_sensitivity": removed}


def taus(orders: dict[str, list[str]]) -> dict[tuple[str, str], float | None]:
    """Kendall's tau of each pair of orders of the same ids; None with fewer than two of these."""
    return {(one, other): _tau(orders[one], orders[other]) for one, other in combinations(orders, 2)}


def _tau(one: list[str], other: list[str]) -> float | None:
    pairs = list(combinations(one, 2))
    agreeing = sum(1 if other.index(a) < other.index(b) else -1 for a, b in pairs)
    return agreeing / len(pairs) if pairs else None


def _key(problem: Json, downstream: int) -> tuple[float, ...]:
    return (
        problem.get("area") == "safety",
        problem.get("urgency") or 0,
        problem.get("patient_priority") or 0,
        problem.get("treatment_available") is True,
        sum(problem.get(name) or 0 for name in RATINGS),
        downstream,
        problem.get("modifiability") or 0,
    )


def _reachable(ids: list[str], links: list[Json]) -> dict[str, frozenset[str]]:
    reach = {name: {one["target"] for one in links if one["source"] == name} for name in ids}
    for middle in ids:
        for name in ids:
            if middle in reach[name]:
                reach[name] |= reach[middle]
    return {name: frozenset(found) for name, found in reach.items()}


def _circle(name: str, reach: dict[str, frozenset[str]]) -> frozenset[str]:
    return frozenset({name} | {other for other in reach[name] if name in reach[other]})


def _primary(problems: list[Json]) -> str | None:
    """The one with the greatest total; none on a tie or where any total is not known (S24, S38)."""
    if any(one.get("kind") for one in problems):
        problems = [one for one in problems if one.get("kind") == "syndrome"]
    if any(one.get(name) is None for one in problems for name in RATINGS):
        return None
    totals = {str(one["id"]): sum(int(one[name]) for name in RATINGS) for one in problems}
    ahead = [name for name, total in totals.items() if total == max(totals.values())]
    return ahead[0] if len(ahead) == 1 else None


def _rankings(ids: list[str], by_id: dict[str, Json], links: list[Json]) -> Json:
    strength = {(source, target): 0.0 for source in ids for target in ids}
    for one in links:
        strength[one["source"], one["target"]] = float(one.get("strength") or 0)
    weight: dict[str, float] = {}
    factor: dict[str, float] = {}
    for name in ids:
        rated: list[Any] = [by_id[name].get(rating) for rating in RATINGS]
        weight[name] = 1.0 if None in rated else sum(rated) / 9
        modifiability = by_id[name].get("modifiability")
        factor[name] = 1.0 if modifiability is None else modifiability / 3
    out = {name: sum(strength[name, other] for other in ids) for name in ids}
    effect = {name: factor[name] * (weight[name] + sum(strength[name, other] * weight[other] for other in ids)) for name in ids}
    walks = _all_walks(ids, strength, weight)
    total = {name: factor[name] * walks[name] for name in ids}
    return {"out_strength": out, "effect": effect, "total_effect": total}


def _all_walks(ids: list[str], strength: dict[tuple[str, str], float], weight: dict[str, float]) -> dict[str, float]:
    """What each problem feeds over walks of every length, each step damped; summed until a step adds nothing."""
    radius = _spectral_radius(ids, strength)
    damping = min(1.0, t.DAMPING / radius) if radius > EPSILON else 1.0
    total, step = dict(weight), dict(weight)
    for _ in range(5_000):
        step = {name: damping * sum(strength[name, other] * step[other] for other in ids) for name in ids}
        total = {name: total[name] + step[name] for name in ids}
        if max(step.values(), default=0.0) < 1e-13:
            break
    return total


def _spectral_radius(ids: list[str], strength: dict[tuple[str, str], float]) -> float:
    """Of a matrix without negative entries: squared again and again, normed each time (Gelfand's formula)."""
    size = len(ids)
    matrix = [[strength[row, column] for column in ids] for row in ids]
    logarithm, power = 0.0, 1.0
    for _ in range(60):
        norm = max((sum(row) for row in matrix), default=0.0)
        if norm == 0:
            return 0.0
        matrix = [[value / norm for value in row] for row in matrix]
        logarithm += math.log(norm) / power
        matrix = [[sum(matrix[i][k] * matrix[k][j] for k in range(size)) for j in range(size)] for i in range(size)]
        power *= 2
    return math.exp(logarithm)


def agrees_with(values: dict[str, float], ranking: list[str]) -> bool:
    """Whether a ranking is descending in these values, equal ones by id, up to rounding."""
    if sorted(values) != sorted(ranking):
        return False
    scale = max(1.0, *map(abs, values.values())) if values else 1.0
    return all(
        values[first] > values[second] + EPSILON * scale or (abs(values[first] - values[second]) <= EPSILON * scale and first < second)
        for first, second in pairwise(ranking)
    )
