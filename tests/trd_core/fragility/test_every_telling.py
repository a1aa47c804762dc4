"""The sets are those of every way of telling the facts otherwise: none lost, none too many, none that holds a smaller one."""

from __future__ import annotations

import os
import random
from itertools import combinations, product
from typing import Any

import pytest

from tests.trd_core.fragility.every_telling import (
    SPECTRUM,
    CutsOf,
    domains,
    number_of_tellings,
    random_case,
    rich_case,
    said,
    said_by_assessment,
    smallest_sets,
    told_otherwise,
)
from trd_core.case import Case, Trial
from trd_core.fragility import reads
from trd_core.fragility.cuts import Cuts, cell
from trd_core.fragility.domains import cuts_of, trial_domain
from trd_core.fragility.entry import Fragile
from trd_core.fragility.judge import judge_fragility
from trd_core.reading import case_of
from trd_core.settings import Settings

CASES = int(os.environ.get("EVERY_TELLING_CASES", "12"))
"""How many random cases are tried whole. More on request, for a long run."""
FIRST = int(os.environ.get("EVERY_TELLING_FIRST", "0"))
MOST_TELLINGS = 700
"""Cases with more ways of telling up to `most` facts otherwise are left to the test by chance."""
DRAWS = 40


TOLD = {"id": "t1", "kind": "medication", "agent": "sertraline", "dose_mg": 50, "weeks": 8, "episode": "current"}
PLAIN = (case_of({"trials": [TOLD | {"outcome": "non_response"}]}), Settings())
LOST = (case_of({"trials": [TOLD | {"outcome": "loss_of_effect", "dose_lowered_before_loss": False}]}), Settings())


def _sets(entries: tuple[Fragile, ...], most: int) -> dict[str, set[frozenset[str]]]:
    found: dict[str, set[frozenset[str]]] = {}
    for entry in entries:
        assert entry.complete
        if len(entry.facts) <= most:
            found.setdefault(entry.finding, set()).add(frozenset(entry.facts))
    return found


def _compared(case: Case, settings: Settings, most: int) -> tuple[dict[str, Any], dict[str, Any]]:
    expected = {finding: sets for finding, sets in smallest_sets(case, settings, most).items() if sets}
    return expected, _sets(judge_fragility(case, settings), most)


def _whole(seed: int) -> int:
    """Up to how many facts a case can be tried whole."""
    return next((most for most in (3, 2) if number_of_tellings(domains(*random_case(seed)), most) <= MOST_TELLINGS), 1)


@pytest.mark.parametrize("seed", range(FIRST, FIRST + CASES))
def test_the_sets_are_those_of_every_telling(seed: int) -> None:
    expected, found = _compared(*random_case(seed), _whole(seed))
    assert expected == found


@pytest.mark.parametrize("first", range(FIRST, FIRST + CASES, 6))
def test_no_set_of_up_to_three_facts_is_lost(first: int) -> None:
    """Facts told otherwise by chance change a conclusion only where a set that was found lies among them."""
    changed = 0
    for seed in range(first, first + 4):
        chance = random.Random(seed)
        case, settings = rich_case(seed) if seed % 2 else random_case(seed, most=chance.choice((2, 3)))
        domain, as_told, found = domains(case, settings), said(case, settings), _sets(judge_fragility(case, settings), 3)
        for _ in range(DRAWS):
            paths = chance.sample(sorted(domain), min(chance.choice((1, 2, 3, 3)), len(domain)))
            otherwise = said(told_otherwise(case, {path: chance.choice(domain[path]) for path in paths}), settings)
            for finding in as_told if case.kellner is not None else as_told.keys() - {SPECTRUM}:
                if otherwise.get(finding) != as_told[finding]:
                    changed += 1
                    assert any(set_ <= set(paths) for set_ in found.get(finding, ())), (seed, finding, sorted(paths))
    assert changed > DRAWS


def test_what_the_brute_force_says_is_what_an_assessment_says() -> None:
    for seed in range(8):
        case, settings = random_case(seed)
        assert said_by_assessment(case, settings) == said(case, settings)


NUMBERS = ("dose_mg", "weeks", "sessions", "adherence_percent", "drug_free_weeks_before")
AMOUNTS = (0, 0.5, 1.9, 2, 2.5, 3.9, 4, 5, 5.9, 6, 7, 11.9, 12, 12.1, 15, 19, 19.9, 20, 20.1, 25, 49, 50, 79.9, 80, 81, 99)


def _disagreeing(cuts: CutsOf, cases: list[tuple[Case, Settings]]) -> list[tuple[int, str, float]]:
    """Numbers that lead elsewhere than the number which stands for them."""
    wrong = []
    for seed, (case, settings) in enumerate(cases):
        chance = random.Random(seed)
        domain = domains(case, settings, cuts)
        for trial, name in product(case.trials or (), NUMBERS):
            path, of = f"trials.{trial.id}.{name}", cuts(trial, case, settings)[name]
            if path not in domain:
                continue
            said_of: dict[float, dict[str, Any]] = {}
            for amount in chance.sample(AMOUNTS, 12):
                standing = [each for each in (getattr(trial, name), *domain[path]) if cell(each, of) == cell(amount, of)]
                assert 1 == len(standing)
                for each in (amount, standing[0]):
                    if each not in said_of:
                        said_of[each] = said(told_otherwise(case, {path: each}), settings)
                if said_of[amount] != said_of[standing[0]]:
                    wrong.append((seed, path, amount))
    return wrong


def test_one_number_stands_for_all_between_two_thresholds() -> None:
    assert [] == _disagreeing(cuts_of, [random_case(seed) for seed in range(16)])


def test_a_threshold_left_out_is_noticed() -> None:
    def without(trial: Trial, case: Case, settings: Settings) -> dict[str, Cuts]:
        cuts = cuts_of(trial, case, settings)
        return {**cuts, "weeks": tuple(cut for cut in cuts["weeks"] if cut.at != 6)}

    assert [] == _disagreeing(cuts_of, [PLAIN])
    assert [] != _disagreeing(without, [PLAIN])


def test_a_domain_that_lacks_a_value_fails_the_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_one(trial: Trial, cuts: dict[str, Cuts]) -> dict[str, tuple[Any, ...]]:
        return {name: others[:-1] for name, others in trial_domain(trial, cuts).items()}

    expected, found = _compared(*PLAIN, 2)
    assert expected == found
    monkeypatch.setattr("trd_core.fragility.retelling.trial_domain", without_one)
    expected, found = _compared(*PLAIN, 2)
    assert expected != found


def test_a_fact_that_a_conclusion_reads_and_the_search_does_not_know_of_fails_the_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    expected, found = _compared(*LOST, 1)
    assert expected == found
    monkeypatch.delitem(reads.TYPE_B, "dose_lowered_before_loss")
    expected, found = _compared(*LOST, 1)
    gone = expected["resistance_types.b"] - found["resistance_types.b"]
    assert {frozenset({"trials.t1.dose_lowered_before_loss"})} == gone


def test_the_sets_of_one_conclusion_hold_none_of_each_other() -> None:
    for seed in range(12):
        case, settings = random_case(seed)
        for sets in _sets(judge_fragility(case, settings), 3).values():
            assert [] == [(one, other) for one, other in combinations(sets, 2) if one < other or other < one]
