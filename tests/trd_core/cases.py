"""Whole cases at random, from the vocabulary of facts, and cases with less in them."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

from trd_core.vocabulary import FactType, facts

TREE = dict[str, Any]
DATES = ("2024", "2025-03", "2025-11-30", "2026-02-28", "2026-05")
LISTS = ("trials", "stress.sources", "medical.conditions")
LEFT_OUT = ("problems", "links", "hierarchy_override", "episodes", "strengths", "instruments", "latest_trial", "subject")


def _value(fact: FactType) -> st.SearchStrategy[Any]:
    if fact.kind == "bool":
        return st.booleans()
    if fact.kind == "code":
        return st.sampled_from(fact.codes)
    if fact.kind == "codes":
        return st.lists(st.sampled_from(fact.codes), max_size=4, unique=True)
    if fact.kind == "date":
        return st.sampled_from(DATES)
    if fact.kind == "text":
        return st.sampled_from(("sertraline", "lithium", "cbt"))
    if fact.kind == "texts":
        return st.lists(st.sampled_from(("lithium", "prednisolone")), max_size=2, unique=True)
    low, high = int(fact.low or 0), int(fact.high if fact.high is not None else 400)
    return st.integers(low, high)


def _set(tree: TREE, path: str, value: Any) -> None:
    *parents, name = path.split(".")
    for parent in parents:
        tree = tree.setdefault(parent, {})
    tree[name] = value


@st.composite
def case_trees(draw: st.DrawFn) -> TREE:
    """Return a case as plain JSON values, without a map."""
    tree: TREE = {}
    missing: dict[str, str] = {}
    plain = [fact for path, fact in facts().items() if "[]" not in path and not path.startswith(LEFT_OUT)]
    share = draw(st.integers(1, 10))
    for fact in plain:
        if draw(st.integers(1, 10)) <= share:
            _set(tree, fact.path, draw(_value(fact)))
            if fact.kind in {"codes", "texts"} and draw(st.integers(1, 6)) == 1:
                missing[fact.path] = "not_asked"
    for group in LISTS:
        members = [fact for path, fact in facts().items() if path.startswith(f"{group}[].")]
        if draw(st.booleans()):
            listed = []
            for index in range(draw(st.integers(0, 3))):
                member: TREE = {}
                for fact in members:
                    if draw(st.booleans()):
                        _set(member, fact.path.split("[].", 1)[1], draw(_value(fact)))
                if group == "trials":
                    member["id"] = f"t{index + 1}"
                listed.append(member)
            _set(tree, group, listed)
    tree["missing"] = missing
    return tree


def known_facts(tree: TREE, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return where each known fact stands (ids, and what is in `missing`, left out)."""
    found: list[tuple[str | int, ...]] = []
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        here = (*path, key)
        if here == ("missing",) or key == "id":
            continue
        is_part = isinstance(value, dict) or (isinstance(value, list) and any(isinstance(each, dict) for each in value))
        found += known_facts(value, here) if is_part else [here]
    return found


def without(tree: TREE, place: tuple[str | int, ...]) -> TREE:
    """Return the case with one fact not known."""
    less = copy.deepcopy(tree)
    part: Any = less
    for key in place[:-1]:
        part = part[key]
    del part[place[-1]]
    return less
