"""To three facts at once, every telling of narrow domains: no smallest set is lost, none is too many.

`TRD_TELLING_CASES` sets how many cases (4 in the suite), `TRD_TELLING_SEED` the first seed, so that a long run can go in pieces.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.trd_core.fragility.every_telling import Domain, domains, number_of_tellings, random_case, rich_case, smallest_sets
from tests.trd_core.fragility.near_cases import narrow, near_case
from trd_core.case import Case, Trial
from trd_core.fragility import reads
from trd_core.fragility.cuts import Cuts
from trd_core.fragility.judge import judge_fragility
from trd_core.settings import Settings

CASES = int(os.environ.get("TRD_TELLING_CASES", "4"))
FIRST_SEED = int(os.environ.get("TRD_TELLING_SEED", "36"))
MOST, TELLINGS = 3, 400
WHOLE_BUDGET = 10**7


def _case(seed: int) -> tuple[Case, Settings, Domain]:
    """Return a case of two or three treatments, and the facts to doubt: three of four not far from many conclusions."""
    if seed % 4:
        return near_case(seed)
    case, settings = random_case(seed, most=2 + seed % 8 // 4) if seed % 12 == 0 else rich_case(seed)
    return case, settings, narrow(domains(case, settings), seed, most=MOST, tellings=TELLINGS)


@contextmanager
def _only(domain: Domain) -> Iterator[None]:
    """Let the search doubt these facts only, and these values."""

    def of_trial(trial: Trial, _cuts: dict[str, Cuts]) -> dict[str, tuple[Any, ...]]:
        prefix = f"trials.{trial.id}."
        return {path.removeprefix(prefix): others for path, others in domain.items() if path.startswith(prefix)}

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("trd_core.fragility.retelling.trial_domain", of_trial)
        patched.setattr(
            "trd_core.fragility.outside.case_domain",
            lambda _: {path: others for path, others in domain.items() if not path.startswith("trials.")},
        )
        yield


def _searched(case: Case, settings: Settings, domain: Domain) -> dict[str, set[frozenset[str]]]:
    found: dict[str, set[frozenset[str]]] = {}
    with _only(domain):
        for entry in judge_fragility(case, settings, budget=WHOLE_BUDGET):
            assert (True, MOST) == (entry.complete, entry.complete_to)
            found.setdefault(entry.finding, set()).add(frozenset(entry.facts))
    return found


def _differences(seed: int, counts: Counter[str]) -> list[tuple[str, list[frozenset[str]], list[frozenset[str]]]]:
    """The conclusions of which the search lost sets, or found too many."""
    case, settings, domain = _case(seed)
    expected, found = smallest_sets(case, settings, MOST, domain), _searched(case, settings, domain)
    sizes = [len(each) for sets in expected.values() for each in sets]
    counts.update(cases=1, facts=len(domain), tellings=number_of_tellings(domain, MOST), conclusions=len(expected), sets=len(sizes))
    counts.update(f"sets of {size}" for size in sizes)
    every = {name: (expected.get(name, set()), found.get(name, set())) for name in {**expected, **found}}
    return [(name, sorted(one - other), sorted(other - one)) for name, (one, other) in every.items() if one != other]


def test_the_sets_of_up_to_three_facts_are_those_of_every_telling() -> None:
    counts: Counter[str] = Counter()
    for seed in range(FIRST_SEED, FIRST_SEED + CASES):
        assert [] == _differences(seed, counts), seed
    print(dict(sorted(counts.items())))
    assert counts["sets of 1"] > counts["cases"]
    assert counts["sets of 2"] > counts["cases"]
    assert counts["sets of 3"] > 0


@pytest.mark.parametrize("fact", ["outcome", "weeks"])
def test_a_fact_that_the_counts_read_and_the_search_forgets_is_noticed(fact: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: what the staging models read of a treatment, without one fact."""
    case, settings = rich_case(1)
    domain = {path: others[:1] for path, others in domains(case, settings).items() if path.endswith((fact, "dose_mg", "kind"))}
    expected = {name: sets for name, sets in smallest_sets(case, settings, 1, domain).items() if sets}
    assert expected == {
        name: {each for each in sets if len(each) == 1}
        for name, sets in _searched(case, settings, domain).items()
        if any(len(each) == 1 for each in sets)
    }
    for name in ("ADEQUATE", "PSEUDO", "COUNTED", "LADDER", "EUROPEAN", "MAUDSLEY", "MGH", "DUTCH", "DRUGS"):
        monkeypatch.delitem(getattr(reads, name), fact, raising=False)
    lost = {path for sets in expected.values() for each in sets for path in each if path.endswith(fact)}
    counted = {name for name in expected if name.startswith(("staging", "trials"))}
    found = _searched(case, settings, domain)
    assert lost
    assert not [path for name in counted for each in found.get(name, ()) for path in each if path.endswith(fact)]
    assert any(expected[name] != found.get(name) for name in counted)
