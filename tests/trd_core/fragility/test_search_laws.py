"""What holds of every search: its examples are true, its order is fixed, and where it was cut short it says so."""

from __future__ import annotations

import random
from time import process_time
from typing import Any

from tests.trd_core.fragility.every_telling import random_case, said, told_otherwise
from trd_core.assess import assess
from trd_core.case import Case
from trd_core.fragility.conclusions import conclusions
from trd_core.fragility.cuts import Cut, across, cell, in_order
from trd_core.fragility.judge import judge_fragility
from trd_core.fragility.retelling import Record
from trd_core.reading import case_of
from trd_core.settings import DEFAULT, Settings

AGENTS = ("sertraline", "venlafaxine", "imipramine", "fluoxetine", "mirtazapine")


def six_trials() -> Case:
    """Return a case with five drugs and a psychotherapy that failed."""
    whole: dict[str, Any] = {"kind": "medication", "weeks": 8, "outcome": "non_response", "episode": "current", "evidence_based": True}
    whole |= {"addressed_complexity": True, "adherence_percent": 90, "metabolic_inducer": False, "dose_mg": 300, "impediments": []}
    whole |= {"dose_lowered_before_loss": False, "drug_free_weeks_before": 10, "dose_optimised": False, "augmentations": []}
    therapy = {key: value for key, value in whole.items() if key in ("outcome", "episode", "evidence_based", "addressed_complexity")}
    trials = [{"id": f"t{place}", "agent": agent, **whole} for place, agent in enumerate(AGENTS, start=1)]
    trials.append({"id": "t6", "agent": "cbt", **therapy, "kind": "psychotherapy", "weeks": 24, "sessions": 20})
    areas = ["stress", "lifestyle", "illness_behavior", "wellbeing", "relationships", "psychiatric"]
    episode = {"duration_months": 18, "severity": "severe", "psychotic": False, "misdiagnosis": {"bipolar": False, "dementia": False}}
    flags = {"loss_of_effect": False, "rechallenge_failure": False, "withdrawal": False}
    return case_of(
        {"trials": trials, "kellner": 5, "latest_trial": "t6", "areas_completed": areas, "appraisal_shared": True, "episode": episode}
        | {"toxicity": flags}
    )


def _examples(seed: int) -> None:
    case, settings = random_case(seed)
    for entry in random.Random(seed).sample(entries := judge_fragility(case, settings), min(12, len(entries))):
        told = dict(zip(entry.facts, entry.to, strict=True))
        if any(path.endswith("augmentations") for path in told):
            continue
        assert entry.becomes == said(told_otherwise(case, told), settings).get(entry.finding), (seed, entry.finding)
        for path in entry.facts:
            less = {other: value for other, value in told.items() if other != path}
            assert said(case, settings)[entry.finding] == said(told_otherwise(case, less), settings)[entry.finding]


def test_each_example_changes_the_conclusion_as_it_says_and_no_part_of_it_does() -> None:
    for seed in range(10):
        _examples(seed)


def test_the_same_case_gives_the_same_entries() -> None:
    case, settings = random_case(7)
    assert judge_fragility(case, settings) == judge_fragility(case, settings)
    assert judge_fragility(case_of(case.model_dump(by_alias=True)), settings) == judge_fragility(case, settings)


def test_entries_stand_in_the_order_of_the_conclusions_then_by_size_then_by_path() -> None:
    case = six_trials()
    found = judge_fragility(case)
    order = [conclusion.finding for conclusion in conclusions(Record(case, DEFAULT))]
    assert found == tuple(sorted(found, key=lambda entry: (order.index(entry.finding), len(entry.facts), entry.facts)))
    assert all(entry.facts == tuple(sorted(entry.facts)) for entry in found)
    assert len(found) == len({(entry.finding, entry.facts) for entry in found})


def test_every_conclusion_is_a_finding_of_the_assessment() -> None:
    case = six_trials()
    assert {conclusion.finding for conclusion in conclusions(Record(case, DEFAULT))} <= set(assess(case).findings)


def test_a_budget_that_is_spent_is_said() -> None:
    case = six_trials()
    whole = judge_fragility(case)
    assert all(entry.complete and entry.complete_to == 3 for entry in whole)
    for budget in (0, 200, 2000, 8000):
        cut = judge_fragility(case, budget=budget)
        by_finding = {entry.finding: entry for entry in cut}
        for finding in {entry.finding for entry in whole}:
            sets = {entry.facts for entry in whole if entry.finding == finding}
            said_of_it = {entry.facts for entry in cut if entry.finding == finding}
            if by_finding[finding].complete:
                assert sets == said_of_it
            else:
                assert said_of_it - {()} <= sets
                sure = by_finding[finding].complete_to
                assert {each for each in sets if len(each) <= sure} == {each for each in said_of_it if 0 < len(each) <= sure}
    assert not any(entry.complete for entry in judge_fragility(case, budget=0))


def test_a_budget_bounds_the_work() -> None:
    case = six_trials()
    judge_fragility(case)
    started = process_time()
    judge_fragility(case, budget=300)
    short = process_time() - started
    started = process_time()
    judge_fragility(case)
    assert short < process_time() - started


def test_more_trials_than_the_budget_allows_still_end() -> None:
    trials = [{**trial.model_dump(), "id": f"{trial.id}{n}"} for n in range(3) for trial in six_trials().trials or ()]
    found = judge_fragility(case_of({"trials": trials}), Settings(), budget=3000)
    assert any(not entry.complete for entry in found)


def test_a_number_just_across_every_threshold_is_given_once() -> None:
    cuts = in_order((Cut(6), Cut(12), Cut(12, above=True), Cut(24, above=True)))
    assert [11, 13, 5, 25] == list(across(12, cuts, 1, 0, None))
    assert [0, 1, 2, 3, 4] == [cell(amount, cuts) for amount in (5, 6, 12, 13, 24.5)]
    assert [5, 12, 13, 25] == list(across(6, cuts, 1, 0, None))
    assert [0.25] == list(across(3, in_order((Cut(0.5),)), 1, 0, None))
    assert [] == list(across(3, in_order((Cut(9),)), 1, 0, 5))
    assert [0] == list(across(3, in_order((Cut(0, above=True),)), 1, 0, None))
