"""Cases of two or three treatments that are not far from many conclusions, and so few facts to doubt that all can be tried."""

from __future__ import annotations

import random
from typing import Any

from tests.trd_core.fragility.every_telling import OUTSIDE, TREE, Domain, domains, number_of_tellings
from trd_core.case import Case
from trd_core.reading import case_of
from trd_core.settings import Settings

DECISIVE = ("dose_mg", "weeks", "sessions", "adherence_percent", "outcome", "kind", "episode", "evidence_based")
"""Facts of a treatment on which many conclusions turn."""


def narrow(domain: Domain, seed: int, *, most: int, tellings: int) -> Domain:
    """Return some of the facts, each with one or two of the values that it might have been, so few that every telling can be tried."""
    chance = random.Random(seed)
    names = sorted({path.rsplit(".", 1)[-1] for path in domain if path.startswith("trials.")})
    asked = {*chance.sample([name for name in names if name in DECISIVE], 2), *chance.sample(names, 2)}
    of_trials = [path for path in domain if path.startswith("trials.") and path.rsplit(".", 1)[-1] in asked]
    outside = [path for path in domain if not path.startswith("trials.")]
    chosen = of_trials + chance.sample(outside, min(4, len(outside)))
    chance.shuffle(chosen)
    narrowed = {path: tuple(chance.sample(domain[path], min(chance.choice((1, 1, 2)), len(domain[path])))) for path in chosen}
    while number_of_tellings(narrowed, most) > tellings:
        narrowed.popitem()
    return {path: narrowed[path] for path in domain if path in narrowed}


GOOD = {
    "kind": "medication", "dose_mg": 400, "weeks": 24, "adherence_percent": 90, "metabolic_inducer": False, "evidence_based": True,
    "addressed_complexity": True, "outcome": "non_response", "episode": "current", "augmentations": [], "impediments": [],
    "dose_lowered_before_loss": False, "drug_free_weeks_before": 1,
}  # fmt: skip
SHORT = {
    "dose_mg": 10, "weeks": 4, "adherence_percent": 50, "metabolic_inducer": True, "evidence_based": False, "addressed_complexity": False,
    "outcome": "full_response", "episode": "previous", "augmentations": ["lithium"], "drug_free_weeks_before": 8,
}  # fmt: skip
CLASS_TOLD: tuple[TREE, ...] = ({}, {}, {"drug_class": "ssri"}, {"drug_class": "other"})
AGENTS = ("sertraline", "sertraline", "imipramine", "fluoxetine", "mystery", "mystery", None)
SHORT_OUTSIDE = {"appraisal_shared": False, "kellner": 4, "areas_completed": OUTSIDE["areas_completed"][1]}


def near_case(seed: int) -> tuple[Case, Settings, Domain]:
    """Return two or three failed treatments that lack up to three things of what conclusions ask, and those and other facts to doubt."""
    chance = random.Random(seed)
    trials = [GOOD | {"id": f"t{place}", "agent": chance.choice(AGENTS)} for place in (1, 2, 3)]
    trials[-1] |= {"kind": chance.choice(("psychotherapy", "combined", "medication")), "sessions": 20}
    trials = trials[: chance.choice((2, 3, 3))] if chance.random() < 0.5 else [trials[0], trials[2]]
    for trial in trials:
        if trial["agent"] in ("mystery", None) and trial["kind"] != "psychotherapy":
            trial |= {"adequate": True} | chance.choice(CLASS_TOLD)
        if trial["agent"] is None:
            trial.pop("agent")
    of_areas = OUTSIDE["areas_completed"][0]
    flags = {"loss_of_effect": False, "rechallenge_failure": False, "withdrawal": False}
    diagnoses = dict.fromkeys(("bipolar", "dementia", "primary_anxiety", "medical_or_drug_induced"), False)
    tree: TREE = {"trials": trials, "kellner": 5, "appraisal_shared": True, "areas_completed": of_areas, "toxicity": flags}
    tree |= {"episode": {"duration_months": 18, "misdiagnosis": diagnoses}, "latest_trial": trials[-1]["id"]}
    within = [chance.choice(trials)] if chance.random() < 0.5 else trials
    places: list[tuple[TREE, str, Any]] = [(trial, name, value) for trial in within for name, value in SHORT.items()]
    short = [*chance.sample(places, chance.choice((0, 1, 2, 3, 3)))]
    short += [(tree, name, SHORT_OUTSIDE[name]) for name in chance.sample(sorted(SHORT_OUTSIDE), chance.choice((0, 0, 1)))]
    for part, name, value in short:
        part[name] = value
    case, settings = case_of(tree), Settings(scope=chance.choice(("current", "current", "lifetime")))
    lacking = [name if part is tree else f"trials.{part['id']}.{name}" for part, name, _ in short]
    return case, settings, _around(domains(case, settings), lacking, chance)


def _around(domain: Domain, lacking: list[str], chance: random.Random) -> Domain:
    """What is lacking, one fact in each treatment, and a few facts more; each with one or two values."""
    name = chance.choice(DECISIVE)
    alike = [path for path in domain if path.endswith(f".{name}") and path.startswith("trials.")]
    others = chance.sample(sorted(domain), len(domain))
    chosen = list(dict.fromkeys((*lacking, *alike, *others)))[: chance.randint(8, 10)]
    return {
        path: tuple(chance.sample(domain[path], min(chance.choice((1, 1, 1, 2)), len(domain[path])))) for path in chosen if path in domain
    }
