"""Seeded cases, plausible and not, valid against the case contract; any fact may be unknown."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from tests.second import tables as t
from tests.second.trials import Json

PLAUSIBLE_DRUGS = ("sertraline", "escitalopram", "fluoxetine", "venlafaxine", "bupropion", "mirtazapine", "amitriptyline", "phenelzine")
OUT_OF_THE_TABLE = ("zoracetin", "lumipram")
THERAPIES = ("cbt", "ipt", "supportive", "mbct")
ADDED = ("lithium", "quetiapine", "triiodothyronine", "mirtazapine")
REASONS_NOT_KNOWN = ("not_asked", "declined", "unknown", "not_applicable")
EDGES = (0, 3.5, 4, 5, 5.9, 6, 6.1, 8, 11.9, 12, 16, 19.9, 20, 26, 51, 52, 60)
IMPEDIMENTS = ("patient.motivation", "therapist.alliance", "environment.family", "morbidity.impairment")


class Draw:
    """Facts with a chance of being unknown."""

    def __init__(self, rng: random.Random, unknown_share: float) -> None:
        self.rng, self.unknown_share = rng, unknown_share
        self.missing: dict[str, str] = {}

    def known(self) -> bool:
        return self.rng.random() >= self.unknown_share

    def fact(self, into: Json, name: str, *values: Any, path: str | None = None) -> None:
        """One of the values, or nothing; sometimes the reason why it is not known."""
        if self.known():
            into[name] = self.rng.choice(values)
        elif self.rng.random() < 0.2:
            into[name] = None
            if path is not None and self.rng.random() < 0.5:
                self.missing[f"{path}.{name}"] = self.rng.choice(REASONS_NOT_KNOWN)

    def flag(self, into: Json, name: str, share_yes: float = 0.5, path: str | None = None) -> None:
        self.fact(into, name, *([True] * round(share_yes * 10) + [False] * (10 - round(share_yes * 10))), path=path)

    def codes(self, into: Json, name: str, values: tuple[str, ...], path: str, most: int | None = None) -> None:
        """A list of codes, sometimes unfinished."""
        if not self.known():
            return
        into[name] = self.rng.sample(values, self.rng.randint(0, most if most is not None else len(values)))
        if self.rng.random() < 0.5 * self.unknown_share:
            self.missing[f"{path}.{name}" if path else name] = "not_asked"

    def date(self, into: Json, name: str, first_year: int, last_year: int) -> None:
        if not self.known():
            return
        day = dt.date(self.rng.randint(first_year, last_year), self.rng.randint(1, 12), self.rng.randint(1, 28))
        into[name] = day.isoformat()[: self.rng.choice((4, 7, 10, 10, 10))]


def random_case(rng: random.Random, unknown_share: float) -> Json:
    """A case with about this share of its facts unknown. The same random state gives the same case."""
    draw = Draw(rng, unknown_share)
    case: Json = {"schema": "trd-case/1"}
    if draw.known():
        case["assessed_on"] = dt.date(2025, rng.randint(1, 12), rng.randint(1, 28)).isoformat()[: rng.choice((7, 10, 10, 10))]
    case["episode"] = _episode(draw)
    if rng.random() >= 0.5 * unknown_share:
        case["trials"] = _trials(draw)
        if rng.random() < 0.4 * unknown_share:
            draw.missing["trials"] = "not_asked"
    ids = [trial["id"] for trial in case.get("trials") or ()]
    if ids and draw.known():
        case["latest_trial"] = rng.choice((ids[-1], ids[-1], rng.choice(ids)))
    draw.fact(case, "kellner", *range(1, 10), 4, 5, 5, 6, 7)
    draw.codes(case, "areas_completed", tuple(sorted(t.AREAS)), "")
    if "areas_completed" in case and rng.random() < 0.5:
        case["areas_completed"] = sorted(t.AREAS)
    draw.flag(case, "appraisal_shared", 0.7)
    case["toxicity"] = {}
    for name in t.MANIFESTATIONS:
        draw.flag(case["toxicity"], name, 0.1 if rng.random() < 0.7 else 0.5, "toxicity")
    case["stress"], case["safety"] = _stress(draw), _safety(draw)
    case["problems"], case["links"] = _map(draw)
    if draw.missing:
        case["missing"] = draw.missing
    return case


def _episode(draw: Draw) -> Json:
    rng = draw.rng
    episode: Json = {}
    draw.fact(episode, "duration_months", 3, 11.9, 12, 12.5, 13, 18, 24, 24.1, 40, path="episode")
    draw.fact(episode, "severity", *t.SEVERITY_POINTS, "severe", path="episode")
    draw.flag(episode, "psychotic", 0.3, "episode")
    for name, levels in t.DUTCH_LEVELS.items():
        draw.fact(episode, name, *levels, path="episode")
    for name in ("mood_improved", "residual_symptoms", "residual_interference", "major_symptoms"):
        draw.flag(episode, name, 0.5, "episode")
    if rng.random() < 0.85:
        judged = episode["misdiagnosis"] = {}
        for name in t.DIAGNOSES:
            if rng.random() >= 0.3 * draw.unknown_share:
                judged[name] = rng.random() < 0.03
    if rng.random() < 0.15:
        draw.codes(episode, "misdiagnosis_suspected", t.DIAGNOSES, "episode", most=1)
    return episode


def _trials(draw: Draw) -> list[Json]:
    rng = draw.rng
    pool = PLAUSIBLE_DRUGS[: rng.randint(2, 8)] if rng.random() < 0.7 else tuple(t.DOSES)
    trials = [_trial(draw, f"t{number}", pool) for number in range(1, rng.choice((0, 1, 1, 2, 2, 3, 3, 4, 5, 6)) + 1)]
    if len(trials) > 1 and rng.random() < 0.4:
        _repeat(draw, trials)
    return trials


def _repeat(draw: Draw, trials: list[Json]) -> None:
    """A drug that worked before is given again."""
    first, again = sorted(draw.rng.sample(range(len(trials)), 2))
    name = draw.rng.choice(("fluoxetine", "venlafaxine"))
    for place in (first, again):
        trials[place].update(kind="medication", agent=name, dose_mg=150)
        trials[place].pop("drug_class", None)
    trials[first]["outcome"] = draw.rng.choice(("full_response", "response_with_residual", "partial_response"))
    trials[first]["episode"] = draw.rng.choice(("previous", "current"))
    trials[again]["outcome"] = draw.rng.choice(("non_response", "partial_response", "deterioration", "loss_of_effect"))
    trials[again]["drug_free_weeks_before"] = draw.rng.choice((1, 1.9, 2, 4.9, 5, 10))


def _trial(draw: Draw, name: str, pool: tuple[str, ...]) -> Json:
    rng, path = draw.rng, f"trials.{name}"
    trial: Json = {"id": name}
    kinds = ("medication",) * 8 + ("combined",) * 2 + ("psychotherapy",) * 4 + ("ect",) * 2 + ("neuromodulation", "other")
    kind = rng.choice(kinds)
    if rng.random() >= 0.3 * draw.unknown_share:
        trial["kind"] = kind
    if kind == "psychotherapy":
        draw.fact(trial, "agent", *THERAPIES, path=path)
    elif kind in t.DRUG_KINDS:
        draw.fact(trial, "agent", *pool, *(OUT_OF_THE_TABLE[:1] if rng.random() < 0.1 else ()), path=path)
    if kind == "combined":
        draw.fact(trial, "therapy", *THERAPIES, path=path)
    _dose(draw, trial, kind)
    draw.fact(trial, "weeks", *EDGES, 8, 10, 24, path=path)
    if kind in ("psychotherapy", "combined", "ect") or rng.random() < 0.05:
        draw.fact(trial, "sessions", 2, 5, 6, 8, 11, 12, 20, path=path)
    if kind == "ect":
        draw.fact(trial, "laterality", "bilateral", "bilateral", "unilateral", path=path)
    draw.fact(trial, "adherence_percent", 50, 79.9, 80, 95, 100, 100, path=path)
    draw.flag(trial, "metabolic_inducer", 0.1, path)
    draw.flag(trial, "evidence_based", 0.8, path)
    draw.flag(trial, "addressed_complexity", 0.7, path)
    if rng.random() < 0.1:
        trial["adequate"] = rng.random() < 0.6
    draw.fact(trial, "outcome", *t.OUTCOMES, "non_response", "non_response", "partial_response", "deterioration", path=path)
    draw.fact(trial, "episode", "current", "current", "current", "previous", path=path)
    draw.flag(trial, "dose_optimised", 0.3, path)
    draw.flag(trial, "duration_optimised", 0.2, path)
    draw.codes(trial, "augmentations", ADDED, path, most=rng.choice((0, 0, 1, 3)))
    draw.flag(trial, "dose_lowered_before_loss", 0.2, path)
    draw.codes(trial, "impediments", IMPEDIMENTS, path, most=rng.choice((0, 0, 1, 2)))
    if rng.random() < 0.5:
        draw.date(trial, "started", 2021, 2025)
    if rng.random() < 0.3:
        draw.fact(trial, "drug_free_weeks_before", 0, 1.9, 2, 4, 5, 30, path=path)
    return trial


def _dose(draw: Draw, trial: Json, kind: str) -> None:
    rng = draw.rng
    if kind not in t.DRUG_KINDS:
        if rng.random() < 0.05:
            draw.fact(trial, "dose_mg", 10, 100)
        return
    least = t.DOSES.get(trial.get("agent") or "", ("", 100.0))[1]
    draw.fact(trial, "dose_mg", least, least, least * 2, least * 1.5, least * 0.5, least - 0.5, path=f"trials.{trial['id']}")
    if rng.random() < (0.5 if trial.get("agent") in OUT_OF_THE_TABLE or not trial.get("agent") else 0.05):
        draw.fact(trial, "drug_class", *t.CLASSES)


def _stress(draw: Draw) -> Json:
    stress: Json = {}
    for name in ("exceeds_coping", "functioning_impaired", "overwhelmed", "within_six_months"):
        draw.flag(stress, name, 0.6, "stress")
    symptoms = ("difficulty_falling_asleep", "restless_sleep", "low_energy", "dizziness", "irritability", "sadness", "demoralization")
    draw.codes(stress, "symptoms", symptoms, "stress", most=draw.rng.choice((1, 2, 7)))
    return stress


def _safety(draw: Draw) -> Json:
    safety: Json = {}
    for name in (*t.SAFETY_QUESTIONS, *t.TRIGGERING_SIGNS):
        draw.flag(safety, name, 0.1 if draw.rng.random() < 0.8 else 0.5, "safety")
    if safety.get("act") and draw.known():
        safety["act_on"] = draw.rng.choice(("2025", "2024-12", "2025-03", "2025-03-14", "2025-06-30", "2015"))
    return safety


def _map(draw: Draw) -> tuple[list[Json], list[Json]]:
    rng = draw.rng
    names = [f"p{number}" for number in rng.sample(range(10, 99), rng.choice((0, 1, 2, 4, 6)))]
    problems: list[Json] = []
    for name in names:
        one: Json = {"id": name}
        for rating in ("severity", "burden", "impairment", "urgency", "modifiability", "patient_priority"):
            draw.fact(one, rating, 0, 1, 2, 3)
        draw.flag(one, "treatment_available")
        if rng.random() < 0.6:
            one["area"] = rng.choice((*sorted(t.AREAS), "medical", "safety", "other"))
        if rng.random() < 0.5:
            one["kind"] = rng.choice(("syndrome", "other"))
        if rng.random() < 0.5:
            one["by"] = "patient" if rng.random() < 0.1 else "clinician"
        problems.append(one)
    links: list[Json] = []
    for source, target in ((a, b) for a in names for b in names if a != b):
        if rng.random() < 0.3:
            link: Json = {"source": source, "target": target}
            draw.fact(link, "strength", 0, 0.1, 0.25, 0.5, 0.8, 1)
            if rng.random() < 0.2:
                link["by"] = rng.choice(("clinician", "clinician", "patient"))
            links.append(link)
    return problems, links
