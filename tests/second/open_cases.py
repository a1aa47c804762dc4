"""Small cases with a few facts forgotten, and every way of writing these in: what the core says of the open case must be what all ways say.

The core is run as it is used, on the open case and on each whole one; nothing of the second implementation's rules takes part.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from tests.second import tables as t
from tests.second.trials import Json
from trd_core.settings import DoseOverlay, Settings

MOST_WAYS = (4, 8, 16, 32)
MOST_OPEN = 6
NEW_DRUGS = tuple(f"new{bound}{name}{place}" for place in "12" for bound in ("low", "high") for name in t.CLASSES)
"""Drugs that nobody named: of each class, with a minimum that every dose reaches or none."""
SETTINGS = Settings(
    doses=tuple(DoseOverlay(drug=name, minimum_mg=0.01 if name.startswith("newlow") else 99_999) for name in NEW_DRUGS),
)
DRUGS = ("sertraline", "sertraline", "fluoxetine", "venlafaxine", "mirtazapine", "imipramine", "phenelzine")
FIVE = ["lithium", "quetiapine", "triiodothyronine", "buspirone", "lamotrigine"]
OF_TRIAL: dict[str, tuple[Any, ...]] = {
    "kind": t.KINDS,
    "outcome": t.OUTCOMES,
    "episode": ("current", "previous"),
    "weeks": (3, 4, 6, 12, 20, 52),
    "sessions": (5, 6, 12),
    "laterality": ("bilateral", "unilateral"),
    "evidence_based": (True, False),
    "addressed_complexity": (True, False),
    "metabolic_inducer": (True, False),
    "dose_optimised": (True, False),
    "duration_optimised": (True, False),
    "augmentations": ([], ["lithium"], FIVE),
    "drug_free_weeks_before": (1, 3, 6),
    "dose_lowered_before_loss": (True, False),
    "impediments": ([], ["patient.motivation"]),
}
FLAGS = ("psychotic", "psychosocial_stressor", "mood_improved", "residual_symptoms", "residual_interference", "major_symptoms")
OF_EPISODE: dict[str, tuple[Any, ...]] = {
    "duration_months": (6, 12, 12.5, 24, 25),
    "severity": tuple(t.SEVERITY_POINTS),
    "functional_impairment": ("none", "mild", "moderate", "severe"),
    "anxiety": ("none", "symptoms", "disorder"),
    "personality_disorder": ("none", "suspected", "assessed"),
    "intensified_treatment": ("none", "day", "inpatient"),
    **dict.fromkeys(FLAGS, (True, False)),
}
OF_STRESS: dict[str, tuple[Any, ...]] = {
    **dict.fromkeys(("exceeds_coping", "functioning_impaired", "overwhelmed", "within_six_months"), (True, False)),
    "symptoms": ([], ["sadness"], ["sadness", "dizziness"]),
}
OF_CASE: dict[str, tuple[Any, ...]] = {
    "kellner": tuple(range(1, 10)),
    "areas_completed": (sorted(t.AREAS), sorted(t.AREAS)[1:]),
    "appraisal_shared": (True, False),
}


@dataclass(frozen=True)
class Forgotten:
    """One fact that is not known: in which part of the case, its name, and every value that matters."""

    part: tuple[str | int, ...]
    name: str
    values: tuple[Any, ...]


@dataclass(frozen=True)
class OpenCase:
    """A case, and what was forgotten of it."""

    case: Json
    forgotten: tuple[Forgotten, ...]

    @property
    def number_of_ways(self) -> int:
        """How many whole cases it may be."""
        return prod(len(fact.values) for fact in self.forgotten)

    def ways(self) -> Iterator[tuple[tuple[Any, ...], Json]]:
        """The values written in, in the order of what was forgotten, and the whole case."""
        for values in product(*(fact.values for fact in self.forgotten)):
            whole = deepcopy(self.case)
            for fact, value in zip(self.forgotten, values, strict=True):
                part = _part(whole, fact.part)
                if fact.name == "agent" and value.startswith("new"):
                    part["drug_class"] = value[:-1].removeprefix("newlow").removeprefix("newhigh")
                part[fact.name] = value
            yield values, whole


def open_case(rng: random.Random) -> OpenCase:
    """One to three whole treatments, then up to six facts forgotten, no more than can be written in every way."""
    case = _whole_case(rng)
    choices = list(_facts(case))
    rng.shuffle(choices)
    about_trials = [fact for fact in choices if fact.part[:1] == ("trials",)]
    forgotten: list[Forgotten] = []
    number, ways, most_ways = rng.randint(1, MOST_OPEN), 1, rng.choice(MOST_WAYS)
    for fact in about_trials[: rng.choice((1, 2, 3, 4))] + choices:
        if fact in forgotten or ways * len(fact.values) > most_ways or len(forgotten) == number or not _go_together(fact, forgotten):
            continue
        forgotten.append(fact)
        ways *= len(fact.values)
        del _part(case, fact.part)[fact.name]
    return OpenCase(case, tuple(forgotten))


def _part(case: Json, path: tuple[str | int, ...]) -> Any:
    part: Any = case
    for key in path:
        part = part[key]
    return part


def _go_together(fact: Forgotten, others: list[Forgotten]) -> bool:
    """Not the kind with what is read by kind; and one drug without a name, so that two need not be the same new one."""
    same = {one.name for one in others if one.part == fact.part}
    if fact.name == "agent":
        return "kind" not in same and all(one.name != "agent" for one in others)
    if fact.name == "kind":
        return not same & {"agent", "evidence_based", "metabolic_inducer"}
    return fact.name not in ("evidence_based", "metabolic_inducer") or "kind" not in same


def _facts(case: Json) -> Iterator[Forgotten]:
    drugs = sorted({trial["agent"] for trial in case["trials"] if trial["kind"] in t.DRUG_KINDS})
    for place, trial in enumerate(case["trials"]):
        part = ("trials", place)
        for name, values in OF_TRIAL.items():
            yield Forgotten(part, name, values)
        if trial["kind"] in t.DRUG_KINDS:
            least = t.DOSES[trial["agent"]][1]
            yield Forgotten(part, "dose_mg", (least / 2, least))
            yield Forgotten(part, "agent", (*drugs, *(name for name in NEW_DRUGS if name.endswith("1"))))
    yield Forgotten((), "latest_trial", tuple(trial["id"] for trial in case["trials"]))
    for name, values in OF_CASE.items():
        yield Forgotten((), name, values)
    for name, values in OF_EPISODE.items():
        yield Forgotten(("episode",), name, values)
    for name in t.DIAGNOSES:
        yield Forgotten(("episode", "misdiagnosis"), name, (True, False))
    for name in t.MANIFESTATIONS:
        yield Forgotten(("toxicity",), name, (True, False))
    for name, values in OF_STRESS.items():
        yield Forgotten(("stress",), name, values)


def _whole_case(rng: random.Random) -> Json:
    trials = [_whole_trial(rng, f"t{number}") for number in range(1, rng.choice((1, 2, 2, 3)) + 1)]
    if len(trials) > 1 and rng.random() < 0.4:
        _repeat(rng, trials[0], trials[-1])
    return {
        "trials": trials,
        "latest_trial": trials[-1]["id"],
        "episode": {name: rng.choice(values) for name, values in OF_EPISODE.items()}
        | {"misdiagnosis": {name: rng.random() < 0.02 for name in t.DIAGNOSES}},
        "toxicity": {name: rng.random() < 0.05 for name in t.MANIFESTATIONS},
        "stress": {name: rng.choice(values) for name, values in OF_STRESS.items()},
        "kellner": rng.choice((2, 4, 5, 5, 6, 7)),
        "areas_completed": sorted(t.AREAS),
        "appraisal_shared": rng.random() < 0.8,
    }


def _repeat(rng: random.Random, first: Json, again: Json) -> None:
    """A drug that worked before is given again, and fails."""
    drug = {"kind": "medication", "agent": rng.choice(("sertraline", "fluoxetine")), "dose_mg": 50, "evidence_based": True}
    first.update(drug, outcome=rng.choice(("full_response", "response_with_residual")))
    again.update(drug, outcome=rng.choice(("non_response", "partial_response")), episode="current", weeks=rng.choice((6, 12)))
    again.update(drug_free_weeks_before=rng.choice((3, 6)), adherence_percent=100, metabolic_inducer=False)


def _whole_trial(rng: random.Random, name: str) -> Json:
    kind = rng.choice((*["medication"] * 5, "combined", "psychotherapy", "psychotherapy", "ect", "other"))
    trial: Json = {"id": name, "kind": kind, "agent": rng.choice(DRUGS) if kind in (*t.DRUG_KINDS, "other") else "cbt", "therapy": "cbt"}
    trial["dose_mg"] = t.DOSES.get(trial["agent"], ("", 100.0))[1] * rng.choice((1, 1, 1, 0.5))
    trial |= {fact: rng.choice(values) for fact, values in OF_TRIAL.items() if fact != "kind"}
    trial |= {"adherence_percent": rng.choice((79, 80, 100, 100, 100)), "weeks": rng.choice((4, 6, 8, 12, 20, 24))}
    trial |= {fact: rng.random() < 0.9 for fact in ("evidence_based", "addressed_complexity")}
    trial |= {fact: rng.random() < 0.1 for fact in ("metabolic_inducer", "dose_lowered_before_loss")}
    if rng.random() < 0.6:
        trial["outcome"] = rng.choice(("non_response", "partial_response", "deterioration", "loss_of_effect", "full_response"))
    if rng.random() < 0.6:
        trial["episode"] = "current"
    if rng.random() < 0.08:
        trial["adequate"] = rng.random() < 0.6
    return trial
