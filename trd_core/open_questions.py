"""Which questions would settle what is open: the unknowns drive the interview."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from trd_core.assessment import OpenQuestion
from trd_core.case import Case
from trd_core.finding import Finding, complete
from trd_core.vocabulary import definition_of, facts

_MEMBER = re.compile(r"^(trials|problems|links)\.(.+)\.([a-z_]+)$", re.DOTALL)


@cache
def _places() -> dict[str, int]:
    """The order of the record; a list of parts stands where its first fact does."""
    places: dict[str, int] = {}
    for place, path in enumerate(facts()):
        places[path] = place
        if "[]" in path:
            places.setdefault(path.split("[]", 1)[0], place)
    return places


def _indices(case: Case) -> dict[tuple[str, str], int]:
    trials = {("trials", trial.id): index for index, trial in enumerate(case.trials or ())}
    links = {("links", f"{link.source}->{link.target}"): index for index, link in enumerate(case.links or ()) if link.by != "patient"}
    return trials | links | {("problems", problem.id): index for index, problem in enumerate(case.problems or ())}


def _instance(path: str, indices: dict[tuple[str, str], int]) -> str:
    """`trials.t1.weeks` → `trials[0].weeks`; every other path as it is."""
    named = _MEMBER.match(path) if path.startswith(("trials.", "problems.", "links.")) else None
    if named is None:
        return path
    group, member, fact = named.groups()
    index = indices.get((group, member))
    return path if index is None else f"{group}[{index}].{fact}"


_INDEX = re.compile(r"\[(\d+)\]")


@lru_cache(maxsize=2048)
def _place(link_id: str) -> tuple[int, tuple[int, ...], str]:
    return (_places().get(definition_of(link_id), len(_places())), tuple(int(index) for index in _INDEX.findall(link_id)), link_id)


def open_questions(case: Case, findings: Iterable[Finding]) -> tuple[OpenQuestion, ...]:
    """Return the questions that bear on open findings, the most settling first, ties in the order of the record."""
    indices = _indices(case)
    settles: dict[str, dict[str, None]] = {}
    for finding in findings:
        for path in finding.missing:
            settles.setdefault(_instance(path, indices), {})[finding.id] = None
    ordered = sorted(settles, key=lambda link_id: (-len(settles[link_id]), _place(link_id)))
    return tuple(complete(OpenQuestion, {"link_id": link_id, "settles": tuple(settles[link_id])}) for link_id in ordered)
