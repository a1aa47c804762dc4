"""Histories of treatment, every fact of them known, each aimed at one stage, type or verdict."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from tests.second import tables as t
from tests.second.generator import ADDED, THERAPIES
from tests.second.trials import Json

BY_CLASS = {name: tuple(drug for drug, (of, _) in t.DOSES.items() if of == name) for name in t.CLASSES}
FAILURES = ("non_response", "non_response", "partial_response", "deterioration")


def failed_drug(rng: random.Random, drug: str | None = None, **facts: Any) -> Json:
    """A drug that failed in an adequate trial of this episode, every fact known."""
    name = drug or rng.choice(tuple(t.DOSES))
    whole: Json = {
        "kind": "medication",
        "agent": name,
        "dose_mg": t.DOSES[name][1] * rng.choice((1, 1, 1.5)),
        "weeks": rng.choice((6, 6.1, 8, 12, 26)),
        "adherence_percent": rng.choice((80, 90, 100)),
        "metabolic_inducer": False,
        "evidence_based": True,
        "addressed_complexity": True,
        "outcome": rng.choice(FAILURES),
        "episode": "current",
        "dose_optimised": rng.random() < 0.3,
        "duration_optimised": rng.random() < 0.2,
        "augmentations": [],
        "dose_lowered_before_loss": False,
        "drug_free_weeks_before": rng.choice((0, 2, 5, 30)),
        "impediments": [],
    }
    return whole | facts


def failed_therapy(rng: random.Random, **facts: Any) -> Json:
    whole: Json = {
        "kind": "psychotherapy",
        "agent": rng.choice(THERAPIES),
        "weeks": rng.choice((12, 16, 20, 26)),
        "sessions": rng.choice((11, 12, 20)),
        "adherence_percent": 100,
        "evidence_based": True,
        "addressed_complexity": True,
        "outcome": rng.choice(FAILURES),
        "episode": "current",
        "impediments": [],
    }
    return whole | facts


def failed_ect(rng: random.Random, **facts: Any) -> Json:
    whole: Json = {
        "kind": "ect",
        "sessions": rng.choice((6, 8, 12)),
        "laterality": "bilateral",
        "weeks": 4,
        "outcome": rng.choice(FAILURES),
        "episode": "current",
        "evidence_based": True,
        "impediments": [],
    }
    return whole | facts


# ---- histories


def refractory(rng: random.Random, case: Json) -> list[Json]:
    case["areas_completed"] = sorted(t.AREAS)
    case["appraisal_shared"] = True
    weeks = rng.choice((4, 4.1, 6, 8))
    both = failed_drug(rng, kind="combined", therapy="cbt", weeks=rng.choice((20, 20.1, 30)), sessions=12)
    therapy = failed_therapy(rng, weeks=rng.choice((20, 20.1, 52)), addressed_complexity=rng.random() < 0.9)
    return [*(failed_drug(rng, weeks=weeks) for _ in range(rng.choice((1, 1, 2)))), rng.choice((therapy, therapy, both))]


def _worked_before(rng: random.Random, case: Json) -> list[Json]:
    """Type a; the middle treatment may change the order by its date only."""
    name = rng.choice(("fluoxetine", "venlafaxine", "sertraline"))
    first = failed_drug(rng, name, outcome=rng.choice(sorted(t.RESPONDED)), episode=rng.choice(("previous", "previous", "current")))
    again = failed_drug(rng, name, drug_free_weeks_before=rng.choice((5, 5.1, 30)))
    if rng.random() < 0.4:
        first["started"], again["started"] = rng.choice((("2019", "2024-03"), ("2020-05", "2020-06"), ("2023-01-10", "2023")))
    trials = [first, again]
    if rng.random() < 0.5:
        trials.insert(rng.randint(0, 2), failed_drug(rng))
    return trials[::-1] if rng.random() < 0.15 else trials


def _lost_effect(rng: random.Random, case: Json) -> list[Json]:
    lost = failed_drug(rng, outcome="loss_of_effect", kind=rng.choice(("medication", "medication", "combined")))
    return [*(failed_drug(rng) for _ in range(rng.choice((0, 1, 2)))), lost]


def _therapy_failed(rng: random.Random, case: Json) -> list[Json]:
    facts = rng.choice(({"weeks": 12, "sessions": 8}, {"weeks": 8, "sessions": 12}, {"weeks": 16, "sessions": 16}))
    second = failed_therapy(rng, evidence_based=rng.random() < 0.5)
    return [failed_drug(rng), failed_therapy(rng, **facts), *([second] if rng.random() < 0.4 else [])]


def _chronic(rng: random.Random, case: Json) -> list[Json]:
    case["episode"]["duration_months"] = rng.choice((12, 12.1, 18, 24, 24.1, 40))
    added = rng.sample(ADDED, rng.randint(1, len(ADDED)))
    one, two = rng.sample(t.CLASSES, 2)
    trials = [failed_drug(rng, rng.choice(BY_CLASS[one]), augmentations=added), failed_drug(rng, rng.choice(BY_CLASS[two]))]
    if rng.random() < 0.2:
        trials[1] = failed_ect(rng)
    return trials + [failed_drug(rng) for _ in range(rng.choice((0, 0, 1, 3, 5)))]


def _severely_ill(rng: random.Random, case: Json) -> None:
    """Often what the upper bands of the sums need beside the treatments."""
    if rng.random() < 0.5:
        case["episode"].update(severity="severe", psychotic=True, duration_months=rng.choice((24.1, 36)), intensified_treatment="inpatient")


def _every_rung(rng: random.Random, case: Json) -> list[Json]:
    _severely_ill(rng, case)
    names = [rng.choice(BY_CLASS[one]) for one in ("ssri", rng.choice(("snri", "other")), "tca", "maoi")]
    trials = [*(failed_drug(rng, name) for name in names), failed_ect(rng)]
    if rng.random() < 0.25:
        trials.pop(rng.randrange(len(trials)))
    rng.shuffle(trials)
    return trials


def _many(rng: random.Random, case: Json) -> list[Json]:
    """Around the bounds of the numbers of drugs and of augmentations."""
    _severely_ill(rng, case)
    names = rng.sample(sorted(t.DOSES), rng.choice((2, 3, 4, 5, 6, 7, 10, 11)))
    trials = [failed_drug(rng, name, augmentations=rng.sample(ADDED, rng.choice((0, 0, 1, 2)))) for name in names]
    if rng.random() < 0.3:
        trials.append(failed_drug(rng, names[0]))
    return trials


def _plain(rng: random.Random, case: Json) -> list[Json]:
    return [rng.choice((failed_drug, failed_drug, failed_therapy, failed_ect))(rng) for _ in range(rng.choice((0, 1, 2, 3)))]


def _classes(rng: random.Random, case: Json) -> list[Json]:
    """Drugs of class `other`, out of the table, without a name, or of a class that somebody gave."""
    trials = [failed_drug(rng, rng.choice((*BY_CLASS["other"], "sertraline"))) for _ in range(rng.choice((2, 3)))]
    for trial in trials:
        change = rng.random()
        if change < 0.25:
            trial.update(agent=rng.choice(("zoracetin", "lumipram")), adequate=rng.choice((True, True, False)))
        elif change < 0.4:
            del trial["agent"]
            trial["adequate"] = True
        if rng.random() < 0.4:
            trial["drug_class"] = rng.choice(t.CLASSES)
    return trials


HISTORIES: tuple[tuple[int, Callable[[random.Random, Json], list[Json]]], ...] = (
    (23, refractory),
    (13, _worked_before),
    (12, _lost_effect),
    (4, _therapy_failed),
    (12, _chronic),
    (19, _every_rung),
    (4, _many),
    (9, _plain),
    (8, _classes),
)
