"""Nearly whole cases aimed at one conclusion each, so that rare ones are reached often; then a few facts are dropped or moved.

A case is a random one with two parts replaced: the treatments (a history that leads to one stage, type or verdict) and how
the person is now (a place on the spectrum of responses).
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from tests.second import tables as t
from tests.second.generator import EDGES, IMPEDIMENTS, random_case
from tests.second.histories import HISTORIES, failed_drug, failed_therapy, refractory
from tests.second.trials import Json

AROUND: dict[str, tuple[float, ...]] = {
    "weeks": (3.9, 4, 4.1, 5.9, 6, 6.1, 11.9, 12, 12.1, 19.9, 20, 20.1, *EDGES),
    "sessions": (4, 5, 6, 7, 11, 12, 13),
    "adherence_percent": (79, 79.9, 80, 80.1),
    "drug_free_weeks_before": (1.9, 2, 2.1, 4.9, 5, 5.1),
    "duration_months": (11.9, 12, 12.1, 23.9, 24, 24.1),
    "kellner": tuple(range(1, 10)),
}
"""One below, on, and one above each threshold."""


# ---- how the person is now


def _flags(case: Json, **values: bool) -> None:
    case["episode"].update(values)


def _well(rng: random.Random, case: Json) -> None:
    case["kellner"] = rng.choice((1, 1, 2))
    _flags(case, mood_improved=True, residual_symptoms=False, residual_interference=False, major_symptoms=False)


def _residual(rng: random.Random, case: Json) -> None:
    case["kellner"] = rng.choice((1, 2, 3))
    _flags(case, mood_improved=True, residual_symptoms=True, residual_interference=rng.random() < 0.7, major_symptoms=False)


def _partial(rng: random.Random, case: Json) -> None:
    case["kellner"] = rng.choice((2, 3, 3))
    _flags(case, mood_improved=True, residual_symptoms=True, residual_interference=True, major_symptoms=True)


def _contradictory(rng: random.Random, case: Json) -> None:
    case["kellner"] = rng.choice((1, 3))
    _flags(case, residual_symptoms=False, residual_interference=rng.random() < 0.5, major_symptoms=case["kellner"] == 1)


def _unaffected(rng: random.Random, case: Json) -> None:
    case["kellner"] = rng.choice((4, 5, 5))
    if case["kellner"] == 4 and case["trials"]:
        case["trials"][-1]["outcome"] = "non_response"


def _worse(rng: random.Random, case: Json) -> None:
    case["kellner"] = rng.choice((6, 7, 9))


def _hindered(rng: random.Random, case: Json) -> None:
    case["kellner"] = rng.choice((5, 6, 8))
    if case["trials"] and rng.random() < 0.5:
        case["trials"][-1]["impediments"] = [rng.choice(IMPEDIMENTS)]
    else:
        case["toxicity"][rng.choice(t.MANIFESTATIONS)] = True


def _still_going(rng: random.Random, case: Json) -> None:
    case["kellner"] = rng.choice((4, 5, 6))
    early = failed_drug(rng, outcome="ongoing", weeks=rng.choice((2, 5.9, 5.9, 6)), started=rng.choice(("2025", "2025-01", "2025-01-20")))
    case["trials"].append(rng.choice((early, early, failed_therapy(rng, outcome="ongoing", weeks=rng.choice((4, 11.9, 12)), sessions=8))))


def _not_a_trial(rng: random.Random, case: Json) -> None:
    """A known reason of pseudo-resistance in the latest treatment."""
    case["kellner"] = rng.choice((4, 5, 7))
    change: Json = rng.choice(
        ({"dose_mg": 0.5}, {"weeks": 5.9}, {"adherence_percent": 79.9}, {"metabolic_inducer": True}, {"adequate": False})
    )
    case["trials"].append(failed_drug(rng, **change))


STATES: tuple[tuple[int, Callable[[random.Random, Json], None]], ...] = (
    (11, _well),
    (11, _residual),
    (10, _partial),
    (10, _contradictory),
    (14, _unaffected),
    (18, _worse),
    (8, _hindered),
    (22, _still_going),
    (3, _not_a_trial),
)


def _one_of(rng: random.Random, weighted: Any) -> Any:
    return rng.choices([one for _, one in weighted], [weight for weight, _ in weighted])[0]


# ---- the case


def aimed_case(rng: random.Random) -> Json:
    """A nearly whole case. The same random state gives the same case."""
    case = random_case(rng, rng.choice((0.0, 0.0, 0.03)))
    case.pop("missing", None)
    case["toxicity"] = dict.fromkeys(t.MANIFESTATIONS, False)
    case["episode"]["misdiagnosis"] = dict.fromkeys(t.DIAGNOSES, False)
    case["episode"].pop("misdiagnosis_suspected", None)
    history = _one_of(rng, HISTORIES)
    case["trials"] = history(rng, case)
    state = _one_of(rng, ((6, _worse), (5, _unaffected), (1, _hindered), (1, _residual))) if history is refractory else _one_of(rng, STATES)
    state(rng, case)
    for number, trial in enumerate(case["trials"], 1):
        trial["id"] = f"t{number}"
    if case["trials"]:
        case["latest_trial"] = case["trials"][-1]["id"]
    else:
        case.pop("latest_trial", None)
    _move(rng, case)
    _drop(rng, case, rng.choice((0, 0, 0, 0, 1, 1, 2, 4)))
    return case


def _move(rng: random.Random, case: Json) -> None:
    """Sometimes one number to a threshold's edge, and sometimes a judgement that holds a trial open or takes it out."""
    if rng.random() < 0.35:
        parts = [case, case["episode"], *case["trials"]]
        part, name = rng.choice([(part, name) for part in parts for name in AROUND if name in part])
        part[name] = rng.choice(AROUND[name])
    if rng.random() < 0.1:
        trial = rng.choice(case["trials"] or [{}])
        trial.update(rng.choice(({"adequate": True}, {"adequate": False}, {"evidence_based": False}, {"metabolic_inducer": True})))
    if rng.random() < 0.05:
        case["episode"]["misdiagnosis_suspected"] = [rng.choice(t.DIAGNOSES)]
    if rng.random() < 0.05:
        case["episode"]["misdiagnosis"][rng.choice(t.DIAGNOSES)] = True


def _drop(rng: random.Random, case: Json, number: int) -> None:
    """Forget some facts; sometimes a list is said to be unfinished instead."""
    parts = [case["episode"], case["toxicity"], *[trial for trial in case["trials"] for _ in range(3)]]
    for _ in range(number):
        part = rng.choice(parts)
        names = sorted(set(part) - {"id", "misdiagnosis"})
        if names:
            part.pop(rng.choice(names))
    if number and rng.random() < 0.1:
        unfinished: list[str] = [path for path in ("trials", "areas_completed") if path in case]
        unfinished += [f"trials.{one['id']}.augmentations" for one in case["trials"] if "augmentations" in one]
        case["missing"] = {rng.choice(unfinished): "not_asked"} if unfinished else {}
