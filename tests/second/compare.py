"""The two implementations side by side, path by path; and the smallest case in which they still differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from tests.second.formulation import agrees_with, taus
from tests.second.trials import Json

Leaves = dict[str, Any]
VERDICTS = {True: "met", False: "not_met", None: "unknown"}
PATHS = (
    "response.direction",
    "response.spectrum",
    "response.possible",
    "response.judgeable_on",
    "trials",
    "resistance_types",
    "staging",
    "common_definition",
    "refractoriness",
    "toxicity.manifestations",
    "toxicity.ordinal",
    "allostatic",
    "safety",
)
MAY_BE_NULL = ("response.direction", "response.judgeable_on")
RANKINGS = ("out_strength", "effect", "total_effect")


@dataclass(frozen=True)
class Difference:
    """One path on which the implementations do not agree."""

    path: str
    core: Any
    second: Any

    @property
    def family(self) -> str:
        """The path without the name of the trial."""
        return re.sub(r"^trials\.[^.]+", "trials.*", self.path)


TIED = (*(f"refractoriness.{name}" for name in ("verdict", "criteria.A", "criteria.B", "without_partial")), "response.spectrum")
TYING = ("outcome", "episode", "kind")


def is_excused(difference: Difference, case: Json) -> bool:
    """Whether the core may leave Table 3 open here: one treatment's unknown outcome ties what counts to type a (S31)."""
    tied = any(trial.get(name) is None for trial in case.get("trials") or () for name in TYING)
    if difference.path == "response.possible":
        return tied and difference.core - difference.second == {"refractoriness"} and difference.second < difference.core
    return difference.path in TIED and difference.core == "unknown" and tied


@dataclass(frozen=True)
class Comparison:
    """What was compared, what one side left out, and where they differ."""

    compared: int
    skipped: tuple[str, ...]
    differences: tuple[Difference, ...]


def compare(core: Json, second: Json, in_depth: bool = False) -> Comparison:
    """Both assessments as plain JSON. Parts not enumerated here are skipped by name; `in_depth`: with the rankings' sensitivity."""
    skipped: list[str] = []
    mine: Leaves = {}
    theirs: Leaves = {}
    for path in PATHS:
        ours = _at(second, path)
        if ours is None and path not in MAY_BE_NULL:
            skipped.append(f"{path} (too many ways)")
        else:
            mine |= leaves(ours, path)
            theirs |= leaves(_at(core, path), path)
    if "response.possible" in theirs:
        theirs["response.possible"] = frozenset(theirs["response.possible"])
    if mine["resistance_types.a"] is None:
        del mine["resistance_types.a"]
    differences = [
        Difference(path, theirs.get(path, "absent"), value) for path, value in mine.items() if theirs.get(path, "absent") != value
    ]
    macro = list(_compare_maps(core["macro_analysis"], second["macro_analysis"], in_depth))
    differences += [one for one in macro if one.core != one.second]
    return Comparison(len(mine) + len(macro), tuple(skipped), tuple(differences))


def _at(tree: Json, path: str) -> Any:
    for key in path.split("."):
        tree = tree.get(key) if tree is not None else None  # type: ignore[assignment]
    return tree


def leaves(tree: Any, path: str) -> Leaves:
    """Every leaf by its path; a value and a range are one leaf, an open or closed number."""
    if not isinstance(tree, dict):
        return {path: float(tree) if isinstance(tree, int) and not isinstance(tree, bool) else tree}
    found: Leaves = {}
    rest = dict(tree)
    if "range" in rest or "value" in rest:
        found[f"{path}.range"] = _range(rest.pop("value", None), rest.pop("range", None))
    for name in ("lenient", "expanded"):
        if name in rest:
            found[f"{path}.{name}"] = _range(rest.pop(name), rest.pop(f"{name}_range", None))
    for name in ("applicable", "not_resistant"):
        if not isinstance(rest.get(name, ""), str):
            rest[name] = VERDICTS[rest[name]]
    items = rest.pop("items", None) or {}
    for name, item in items.items():
        whole = item if isinstance(item, dict) else {"value": item}
        found[f"{path}.items.{name}"] = _range(whole.get("value"), whole.get("range"))
    for name, value in rest.items():
        found |= leaves(value, f"{path}.{name}" if path else name)
    return found


def _range(value: Any, span: Any) -> Any:
    ends = [value, value] if value is not None else span
    if ends is None:
        return None
    return tuple(float(end) if isinstance(end, int | float) else end for end in ends)


def _compare_maps(core: Json, second: Json, in_depth: bool) -> Iterator[Difference]:
    root = "macro_analysis"
    yield Difference(f"{root}.order", [one["id"] for one in core["problems"]], second["order"])
    yield Difference(f"{root}.downstream", {one["id"]: one["key"]["downstream"] for one in core["problems"]}, second["downstream"])
    yield Difference(f"{root}.circles", sorted(map(sorted, core["circles"])), second["circles"])
    yield Difference(f"{root}.primary", core["primary"], second["primary"])
    yield Difference(f"{root}.rate_first", sorted(core["rate_first"]), second["rate_first"])
    root, found, expected = f"{root}.rankings", core["rankings"], second["rankings"]
    for name in RANKINGS:
        ranking, values = found[name], expected[name]
        descending = sorted(values, key=lambda one, of=values: (-round(of[one], 9), one))  # type: ignore[misc]
        yield Difference(f"{root}.{name}", ranking, ranking if agrees_with(values, ranking) else descending)
    yield Difference(f"{root}.hierarchy", found["hierarchy"], second["order"])
    orders = {name: found[name] for name in ("hierarchy", *RANKINGS)}
    for pair, tau in taus(orders).items():
        given = found["agreement"][pair[0]][pair[1]]
        yield Difference(f"{root}.agreement", given, given if tau == given or _near(tau, given) else tau)
    for name in ("sensitivity", "link_sensitivity") if in_depth else ():
        yield Difference(f"{root}.{name}", _in_order(found[name]), _in_order(expected[name]))


def _near(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and abs(one - other) < 1e-9


def _in_order(entries: list[Json] | None) -> list[list[tuple[str, Any]]] | None:
    return None if entries is None else sorted(sorted(one.items()) for one in entries)


def shrink(case: Json, still_differs: Callable[[Json], bool], tries: int = 400) -> Json:
    """The case with every fact dropped that the difference does not need; larger parts are tried first."""
    smaller = True
    while smaller and tries > 0:
        smaller = False
        for path in sorted(_places(case), key=len):
            candidate = _without(case, path)
            if candidate is not None and tries > 0:
                tries -= 1
                if still_differs(candidate):
                    case, smaller = candidate, True
    return case


def _places(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    keys = list(tree) if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else []
    for key in keys:
        yield (*path, key)
        yield from _places(tree[key], (*path, key))


def _without(case: Json, path: tuple[Any, ...]) -> Json | None:
    copy = deepcopy(case)
    parent: Any = copy
    if path[-1] == "id":
        return None
    for key in path[:-1]:
        if not (key in parent if isinstance(parent, dict) else key < len(parent)):
            return None
        parent = parent[key]
    if not (path[-1] in parent if isinstance(parent, dict) else path[-1] < len(parent)):
        return None
    del parent[path[-1]]
    return copy


class Tally:
    """Counts over many cases, as they are printed."""

    def __init__(self) -> None:
        self.cases = self.compared = 0
        self.skipped: Counter[str] = Counter()
        self.differing: Counter[str] = Counter()
        self.excused: Counter[str] = Counter()

    def add(self, comparison: Comparison, case: Json) -> None:
        self.cases += 1
        self.compared += comparison.compared
        self.skipped.update(comparison.skipped)
        self.excused.update({one.family for one in comparison.differences if is_excused(one, case)})
        self.differing.update({one.family for one in comparison.differences if not is_excused(one, case)})

    def lines(self) -> list[str]:
        head = f"{self.cases} cases, {self.compared} values compared, {sum(self.differing.values())} differing"
        skipped = [f"  skipped {path}: {number}" for path, number in self.skipped.most_common()]
        differing = [f"  differs {path}: {number}" for path, number in self.differing.most_common()]
        excused = [f"  open by the core, as the readings allow, {path}: {number}" for path, number in self.excused.most_common()]
        return [head, *skipped, *excused, *differing]
