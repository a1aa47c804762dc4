"""Cases of few treatments that hang together: equal and nameless drugs, partial dates, unknown kinds; a fact or two of each forgotten."""

from __future__ import annotations

import random

from tests.second import tables as t
from tests.second.generator import ADDED, IMPEDIMENTS
from tests.second.histories import failed_drug, failed_ect, failed_therapy
from tests.second.trials import Json

DRUGS = ("fluoxetine", "sertraline", "mirtazapine", "bupropion", "imipramine", "phenelzine", "zoracetin")
DATES = ("2019", "2023", "2023-04", "2023-04-11", "2024-02", "2024-02-03", "2024")
OFTEN_FORGOTTEN = (
    "agent",
    "agent",
    "kind",
    "outcome",
    "episode",
    "dose_mg",
    "weeks",
    "augmentations",
    "drug_free_weeks_before",
    "sessions",
)
LISTS = ("augmentations", "impediments")


def tangled_case(rng: random.Random) -> Json:
    """Two to four treatments out of two or three drugs. The same random state gives the same case."""
    pool = rng.sample(DRUGS, rng.choice((1, 2, 2, 3)))
    trials = [_trial(rng, f"t{number}", pool) for number in range(1, rng.choice((2, 2, 3, 3, 4)) + 1)]
    case: Json = {
        "assessed_on": rng.choice(("2025-03", "2025-03-31", "2025")),
        "trials": trials,
        "kellner": rng.choice((3, 4, 4, 5, 6)),
        "episode": {
            "duration_months": rng.choice((8, 12, 24, 30)),
            "severity": rng.choice(tuple(t.SEVERITY_POINTS)),
            "psychotic": rng.random() < 0.3,
            "misdiagnosis": dict.fromkeys(t.DIAGNOSES, False),
            **{name: rng.random() < 0.7 for name in ("mood_improved", "residual_symptoms", "residual_interference", "major_symptoms")},
        },
        "toxicity": dict.fromkeys(t.MANIFESTATIONS, False),
        "areas_completed": sorted(t.AREAS),
        "appraisal_shared": True,
    }
    if rng.random() < 0.8:
        case["latest_trial"] = rng.choice((trials[-1]["id"], rng.choice(trials)["id"]))
    if rng.random() < 0.15:
        case["episode"].pop(rng.choice(("duration_months", "severity", "misdiagnosis", "major_symptoms")))
    if rng.random() < 0.15:
        case["toxicity"].pop(rng.choice(t.MANIFESTATIONS))
    case["missing"] = _unfinished(rng, trials)
    return case


def _trial(rng: random.Random, name: str, pool: list[str]) -> Json:
    make = rng.choice((failed_drug, failed_drug, failed_drug, failed_drug, failed_therapy, failed_ect))
    trial = {"id": name, **make(rng)}
    if make is failed_drug:
        trial["agent"] = rng.choice(pool)
        trial["dose_mg"] = t.DOSES.get(trial["agent"], ("", 100.0))[1] * rng.choice((1, 1, 1, 0.9))
        if rng.random() < 0.25:
            trial.update(
                kind="combined", therapy=rng.choice(("cbt", "supportive")), weeks=rng.choice((6, 12, 20, 26)), sessions=rng.choice((8, 12))
            )
        if trial["agent"] not in t.DOSES and rng.random() < 0.5:
            trial["adequate"] = True
        if rng.random() < 0.2:
            trial["drug_class"] = rng.choice(t.CLASSES)
        if rng.random() < 0.25:
            trial["augmentations"] = rng.sample(ADDED, rng.choice((1, 2)))
    trial["outcome"] = rng.choice((*t.OUTCOMES, trial["outcome"], trial["outcome"], "full_response", "loss_of_effect"))
    if rng.random() < 0.3:
        trial["episode"] = "previous"
    if rng.random() < 0.4:
        trial["started"] = rng.choice(DATES)
    if rng.random() < 0.15:
        trial["impediments"] = [rng.choice(IMPEDIMENTS)]
    if rng.random() < 0.1:
        trial.update(rng.choice(({"metabolic_inducer": True}, {"evidence_based": False}, {"adherence_percent": 79}, {"adequate": False})))
    for _ in range(rng.choice((0, 0, 1, 1, 2, 3))):
        trial.pop(rng.choice((*OFTEN_FORGOTTEN, *sorted(set(trial) - {"id"}))), None)
    trial["id"] = name
    return trial


def _unfinished(rng: random.Random, trials: list[Json]) -> Json:
    """Sometimes a list that nobody finished."""
    found = {}
    for trial in trials:
        for name in LISTS:
            if name in trial and rng.random() < 0.06:
                found[f"trials.{trial['id']}.{name}"] = rng.choice(("not_asked", "declined", "unknown"))
    if rng.random() < 0.05:
        found["trials"] = "not_asked"
    return found
