"""Laws of staging and of the spectrum that hold for every case."""

from __future__ import annotations

import copy
import random
from itertools import product
from typing import Any

import pytest

from tests.trd_core.every_way import EPISODE, FILLED, conclusions, random_tree
from trd_core.assess import assess
from trd_core.reading import case_of
from trd_core.settings import Settings

SEEDS = range(250)
WIDENING = (*FILLED.keys() - {"dose_lowered_before_loss"}, "agent")


def _tree(seed: int) -> tuple[dict[str, Any], random.Random]:
    chance = random.Random(seed)
    return random_tree(chance, unknown=chance.randint(0, 6)), chance


def _scales(said: dict[str, Any]) -> dict[str, tuple[float, float | None]]:
    return {name: value for name, value in said.items() if isinstance(value, tuple)}


def test_totals_keep_to_their_scales_and_readings_to_their_order() -> None:
    for seed in SEEDS:
        said = conclusions(_tree(seed)[0], Settings())
        assert 2 <= said["dutch"][0] <= said["dutch"][1] <= 27, seed
        if said["maudsley"] is not None:
            assert 3 <= said["maudsley"][0] <= said["maudsley"][1] <= 15, seed
        for lesser, greater in (("strict", "lenient"), ("mgh", "expanded")):
            for one, other in zip(said[lesser], said[greater], strict=True):
                assert other is None or one <= other, (seed, lesser)
        assert said["without_partial"] != "met" or said["A"] == "met", seed
        assert said["classes"] != "met" or said["two"] == "met", seed


def test_the_order_of_trials_decides_nothing_about_stages() -> None:
    for seed in SEEDS:
        tree, chance = _tree(seed)
        shuffled = copy.deepcopy(tree)
        chance.shuffle(shuffled["trials"])
        left_out = {"a", "A", "without_partial"}  # which came first may rest on the order of the list
        before, after = conclusions(tree, Settings()), conclusions(shuffled, Settings())
        assert {k: v for k, v in before.items() if k not in left_out} == {k: v for k, v in after.items() if k not in left_out}, seed


def test_a_fact_less_only_widens() -> None:
    for seed in SEEDS:
        tree, chance = _tree(seed)
        less = copy.deepcopy(tree)
        places = [(trial, name) for trial in less["trials"] for name in WIDENING if name in trial]
        places += [(less["episode"], name) for name in EPISODE if name in less["episode"]]
        part, name = chance.choice(places)
        del part[name]
        more, wide = conclusions(tree, Settings()), conclusions(less, Settings())
        for scale, (low, high) in _scales(more).items():
            if scale == "maudsley" and wide["applies"] == "not_met":
                continue
            if wide[scale] is None or (scale == "maudsley" and more["applies"] == "not_met"):
                continue
            assert wide[scale][0] <= low, (seed, scale, name)
            assert wide[scale][1] is None or (high is not None and high <= wide[scale][1]), (seed, scale, name)
        for verdict in ("two", "classes", "a", "b", "c", "A", "without_partial", "not_resistant"):
            assert wide[verdict] in (more[verdict], "unknown"), (seed, verdict, name)


def test_a_failure_more_never_lowers_a_stage() -> None:
    for seed in SEEDS:
        tree, chance = _tree(seed)
        agent, dose = chance.choice((("citalopram", 20), ("imipramine", 150), ("phenelzine", 45), ("trazodone", 300)))
        another = {"id": "z", "kind": "medication", "agent": agent, "dose_mg": dose, "weeks": 8, "outcome": "non_response"}
        one = conclusions(tree, Settings())
        more = conclusions({**tree, "trials": [*tree["trials"], {**another, "episode": "current", "augmentations": []}]}, Settings())
        for scale in ("strict", "lenient", "european", "mgh", "expanded", "dutch"):
            assert one[scale][0] <= more[scale][0], (seed, scale)
            assert more[scale][1] is None or one[scale][1] <= more[scale][1], (seed, scale)


def test_a_list_that_may_go_on_is_open_to_the_top() -> None:
    for seed in range(60):
        tree, _ = _tree(seed)
        said = conclusions({**tree, "missing": {"trials": "not_asked"}}, Settings())
        assert (5, 5) == (said["strict"][1], said["lenient"][1])
        assert said["mgh"][1] is None
        assert said["maudsley.antidepressants"][1] == 5
        assert said["dutch.psychotherapy"][1] == 2
        months = tree["episode"].get("duration_months")
        assert said["european"][1] == (6 if months is not None and months < 12 else 7)


SYMPTOMS = ("major_symptoms", "residual_symptoms", "residual_interference")
FLAGS = ("loss_of_effect", "paradoxical", "switch", "rechallenge_failure", "withdrawal", "persistent_postwithdrawal")
TRIAL_FACTS: dict[str, tuple[Any, ...]] = {
    "outcome": ("non_response", "partial_response", "ongoing", "full_response", "intolerance"),
    "weeks": (2, 8),
    "dose_mg": (10, 100),
    "metabolic_inducer": (True, False),
    "impediments": ([], ["patient.reactance"]),
}


def _spectrum_case(chance: random.Random) -> dict[str, Any]:
    trial = {"id": "a", "kind": "medication", "agent": "sertraline", "episode": "current", "evidence_based": True}
    trial |= {
        "adherence_percent": 90,
        "dose_lowered_before_loss": False,
        **{name: chance.choice(values) for name, values in TRIAL_FACTS.items()},
    }
    wrong = dict.fromkeys(("bipolar", "dementia", "primary_anxiety", "medical_or_drug_induced"), False)
    wrong["bipolar"] = chance.random() < 0.1
    return {
        "kellner": chance.randint(1, 9),
        "latest_trial": "a",
        "appraisal_shared": False,
        "episode": {"misdiagnosis": wrong, **{name: chance.choice((True, False)) for name in SYMPTOMS}},
        "toxicity": {name: chance.random() < 0.1 for name in FLAGS},
        "trials": [trial],
    }


def _open(tree: dict[str, Any], chance: random.Random) -> list[tuple[str, str]]:
    places = [("trial", name) for name in TRIAL_FACTS] + [("toxicity", name) for name in FLAGS]
    places += [("episode", name) for name in SYMPTOMS] + [("", "kellner")]
    return chance.sample(places, chance.randint(1, 3))


def _part(tree: dict[str, Any], group: str) -> dict[str, Any]:
    part: dict[str, Any] = tree["trials"][0] if group == "trial" else tree[group] if group else tree
    return part


@pytest.mark.parametrize("seed", range(150))
def test_the_spectrum_is_what_every_way_allows(seed: int) -> None:
    chance = random.Random(seed)
    tree = _spectrum_case(chance)
    places = _open(tree, chance)
    values = [range(1, 10) if name == "kellner" else TRIAL_FACTS.get(name, (True, False)) for _, name in places]
    ways = set()
    for filled in product(*values):
        whole = copy.deepcopy(tree)
        for (group, name), value in zip(places, filled, strict=True):
            _part(whole, group)[name] = value
        one = assess(case_of(whole)).response
        assert (one.spectrum,) == one.possible
        ways.add(one.spectrum)
    for group, name in places:
        del _part(tree, group)[name]
    said = assess(case_of(tree)).response
    assert ways == set(said.possible)
    assert said.spectrum == (ways.pop() if len(ways) == 1 else "unknown")
