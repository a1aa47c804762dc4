"""Laws of the scales, item by item: more of what a model counts is never less of its total; composites are what their parts say.

Which law stands where else: bounds, strict before lenient, default before expanded, the order of trials, a fact less only
widens, and a failure more, in `test_treatment_laws.py`; order and widening of every finding in `test_laws.py`; totals
equal to every way of filling in what is not known in `test_every_way.py`.
"""

from __future__ import annotations

import copy
import random
from itertools import pairwise
from typing import Any, Final

import pytest

from tests.trd_core.every_way import conclusions, random_tree
from trd_core.assess import assess
from trd_core.reading import case_of
from trd_core.settings import Settings

SEEDS: Final = range(60)
RISING: Final[dict[str, tuple[Any, ...]]] = {
    "duration_months": (0, 11.9, 12, 12.1, 24, 24.1, 100),
    "severity": ("subsyndromal", "mild", "moderate", "severe"),
    "psychotic": (False, True),
    "functional_impairment": ("none", "mild", "moderate", "severe"),
    "anxiety": ("none", "symptoms", "disorder"),
    "personality_disorder": ("none", "suspected", "assessed"),
    "psychosocial_stressor": (False, True),
    "intensified_treatment": ("none", "day", "inpatient"),
}
"""Facts of the episode, from the least to the most."""
NOT_MAUDSLEYS: Final = frozenset(RISING) - {"duration_months", "severity", "psychotic"}
DRUGS: Final = (("sertraline", 50, "ssri"), ("citalopram", 20, "ssri"), ("venlafaxine", 150, "snri"), ("imipramine", 150, "tca"))
"""Name, minimum dose, class."""
TRIAL_STEPS: Final[tuple[tuple[str, Any, Any], ...]] = (
    ("dose_optimised", False, True),
    ("duration_optimised", False, True),
    ("augmentations", [], ["lithium"]),
    ("augmentations", ["lithium"], ["lithium", "t3", "quetiapine"]),
)
SCALES: Final = ("strict", "lenient", "european", "mgh", "expanded", "dutch", "maudsley")
TABLE_3: Final = ("A", "B", "C", "D", "E")


def _not_less(lesser: dict[str, Any], greater: dict[str, Any], scales: tuple[str, ...], where: object) -> None:
    for scale in scales:
        if lesser[scale] is None or greater[scale] is None:
            continue
        assert lesser[scale][0] <= greater[scale][0], (where, scale)
        assert greater[scale][1] is None or (lesser[scale][1] is not None and lesser[scale][1] <= greater[scale][1]), (where, scale)


@pytest.mark.parametrize("fact", RISING)
def test_more_of_a_fact_of_the_episode_is_never_fewer_points(fact: str) -> None:
    for seed in range(12):
        tree = random_tree(random.Random(seed), unknown=0)
        steps = [conclusions({**tree, "episode": {**tree["episode"], fact: value}}, Settings()) for value in RISING[fact]]
        for lesser, greater in pairwise(steps):
            _not_less(lesser, greater, ("maudsley", "dutch", "european"), (seed, fact))
            others = [name for name in lesser if name.startswith(("maudsley.", "dutch.")) and not _is_of(name, fact)]
            assert [lesser[name] for name in others] == [greater[name] for name in others], (seed, fact)
        if fact in NOT_MAUDSLEYS:
            assert len({step["maudsley"] for step in steps}) == 1, (seed, fact)


def _is_of(item: str, fact: str) -> bool:
    return item.split(".")[1] in {"duration_months": "duration", "psychotic": "severity"}.get(fact, fact)


def test_more_that_was_done_in_a_trial_is_never_fewer_points() -> None:
    for seed in SEEDS:
        chance = random.Random(seed)
        tree = random_tree(chance, unknown=chance.randint(0, 3))
        name, fewer, more = chance.choice(TRIAL_STEPS)
        drugs = [place for place, trial in enumerate(tree["trials"]) if trial.get("kind") in {"medication", "combined"}]
        if not drugs:
            continue
        place = chance.choice(drugs)
        said = []
        for value in (fewer, more):
            other = copy.deepcopy(tree)
            other["trials"][place][name] = value
            said.append(conclusions(other, Settings()))
        _not_less(said[0], said[1], SCALES, (seed, name))


def test_a_failed_drug_more_is_never_fewer_points_of_maudsley() -> None:
    another = {"id": "z", "kind": "medication", "agent": "duloxetine", "dose_mg": 60, "weeks": 8, "outcome": "non_response"}
    for seed in SEEDS:
        tree = random_tree(random.Random(seed), unknown=0)
        one = conclusions(tree, Settings())
        more = conclusions({**tree, "trials": [*tree["trials"], {**another, "episode": "current", "augmentations": []}]}, Settings())
        assert "met" == more["applies"], seed
        if one["applies"] == "met":
            _not_less(one, more, ("maudsley",), seed)


def test_each_european_level_is_one_trial_more_than_its_number() -> None:
    """By trials counted one by one: none, A where all are of one class, and from two classes on their number less one, five at most."""
    levels = set()
    for seed in SEEDS:
        chance = random.Random(seed)
        tried = [(*chance.choice(DRUGS), chance.choice((5.9, 6, 8, 8)), chance.choice(("non_response", "full_response", "deterioration")))]
        tried += [(*chance.choice(DRUGS), chance.choice((5.9, 6, 8, 8)), "non_response") for _ in range(chance.randint(0, 9))]
        trials = [
            {
                "id": str(place),
                "kind": "medication",
                "agent": agent,
                "dose_mg": dose,
                "weeks": weeks,
                "outcome": outcome,
                "episode": "current",
            }
            for place, (agent, dose, _, weeks, outcome) in enumerate(tried)
        ]
        failed = [drug_class for _, _, drug_class, weeks, outcome in tried if weeks >= 6 and outcome != "full_response"]
        level = min(len(failed) - 1, 5) + 1 if len(set(failed)) > 1 else min(len(failed), 1)
        assert (level, level) == conclusions({"episode": {"duration_months": 6}, "trials": trials}, Settings())["european"], seed
        levels.add(level)
    assert set(range(7)) == levels


def _all_of(parts: list[str]) -> str:
    return "not_met" if "not_met" in parts else "met" if set(parts) == {"met"} else "unknown"


def _any_of(parts: list[str]) -> str:
    return "met" if "met" in parts else "not_met" if set(parts) == {"not_met"} else "unknown"


def test_table_3_and_overload_are_what_their_parts_say_and_unknown_is_never_met() -> None:
    known: tuple[bool | None, ...] = (True, False, None)
    seen = set()
    for seed in range(40):
        chance = random.Random(seed)
        tree = random_tree(chance, unknown=chance.randint(0, 3))
        areas = ["stress", "lifestyle", "illness_behavior", "wellbeing", "relationships", "psychiatric"]
        tree |= {"areas_completed": areas[: chance.choice((5, 6, 6))], "appraisal_shared": chance.choice(known)}
        tree["toxicity"] = {name: chance.choice(known) for name in ("loss_of_effect", "rechallenge_failure")}
        facts = ("exceeds_coping", "functioning_impaired", "overwhelmed", "within_six_months")
        tree["stress"] = {
            **{name: chance.choice(known) for name in facts},
            "symptoms": chance.choice(([], ["sadness"], ["sadness", "dizziness"])),
        }
        assessment = assess(case_of(tree))
        table = assessment.refractoriness
        assert _all_of([getattr(table.criteria, name) for name in TABLE_3]) == table.verdict, seed
        said = {name: assessment.findings[f"allostatic.criteria.{name}"].verdict or "" for name in ("A", "B1", "B2", "B3")}
        timely = {True: "met", False: "not_met", None: "unknown"}[tree["stress"]["within_six_months"]]
        b = _all_of([_any_of([said["B1"], said["B2"], said["B3"]]), timely])
        overload, load = (assessment.findings[f"areas.stress.{name}"].verdict for name in ("overload", "load"))
        assert _all_of([said["A"], b]) == overload, seed
        assert _all_of([said["A"], {"met": "not_met", "not_met": "met"}.get(b, "unknown")]) == load, seed
        seen |= {("table", table.verdict), ("overload", overload), ("load", load)}
    assert {(name, verdict) for name in ("overload", "load") for verdict in ("met", "not_met", "unknown")} <= seen
