"""Kellner's rating: its direction, and the place on the spectrum of responses (R0.5, S20, S30, S35, S36)."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

from tests.second import tables as t
from tests.second.adequacy import any_reason, reason_holds
from tests.second.fillings import Pick, any_of, over_all_ways
from tests.second.trials import Filled, Json, Record, days_of


def direction(rating: int | None) -> str | None:
    """1–4 improved, 5 unchanged, 6–9 deteriorated."""
    return None if rating is None else "improved" if rating <= 4 else "unchanged" if rating == 5 else "deteriorated"


def _too_early(trial: Filled) -> bool:
    return trial.outcome == "ongoing" and reason_holds(trial, "duration")


def _three_valued(verdict: str, name: str, pick: Pick) -> bool:
    return bool(pick(name, (False, True))) if verdict == "unknown" else verdict == "met"


def _contributed(record: Record, trial: Filled | None, pick: Pick) -> bool:
    """Whether a factor is judged to have hindered the latest trial; of a trial that is not listed nothing is known."""
    if trial is None:
        return bool(pick("impediments", (False, True)))
    listed = trial.trial.get("impediments")
    if listed:
        return True
    if listed is None or f"trials.{trial.trial['id']}.impediments" in record.missing:
        return bool(pick("impediments", (False, True)))
    return False


def _class(record: Record, trial: Filled | None, rating: int, table3: str, toxic: str, pick: Pick) -> str:
    if rating >= 4:
        if trial is None:
            early, pseudo = (bool(pick(name, (False, True))) for name in ("unlisted early", "unlisted pseudo"))
        else:
            early = _too_early(trial)
            pseudo = not early and trial.outcome not in t.RESPONDED and any_reason(trial, asked_only=True)
        if early or pseudo:
            return "too_early" if early else "pseudo_resistance"
    if rating >= 5:
        if _three_valued(table3, "table 3", pick):
            return "refractoriness"
        if _three_valued(toxic, "toxic", pick):
            return "resistance"
        if _contributed(record, trial, pick):
            return "resistance"
        return "deterioration" if rating >= 6 else "non_response"
    if rating == 4:
        unaffected = bool(pick("unlisted outcome", (False, True))) if trial is None else trial.outcome == "non_response"
        if unaffected:
            return "non_response"
    return _improved(rating, record.episode, pick)


def _improved(rating: int, episode: Json, pick: Pick) -> str:
    def flag(name: str) -> bool:
        known = episode.get(name)
        return bool(pick(name, (False, True)) if known is None else known)

    if flag("major_symptoms"):
        return "inconsistent" if rating == 1 else "partial_response"
    if flag("residual_symptoms"):
        return "response_with_residual"
    if flag("residual_interference") or rating >= 3:
        return "inconsistent"
    return "full_response"


def spectrum(case: Json, table3: str, manifestations: dict[str, str]) -> Json:
    """The class where every way of filling in agrees, else `unknown`; and when a trial that is too young can be judged."""
    record = Record(case)
    toxic = any_of(manifestations.values())
    latest, rating = case.get("latest_trial"), case.get("kellner")
    ids = [trial["id"] for trial in record.trials]
    any_listed = (*range(len(ids)), *(["unlisted"] if record.open else [])) or (None,)
    candidates: tuple[Any, ...] = any_listed if latest is None else (ids.index(latest),)

    def of_way(pick: Pick) -> str:
        score = int(pick("rating", tuple(range(1, 10)))) if rating is None else rating
        place = candidates[0] if len(candidates) == 1 else pick("latest", candidates)
        trial = Filled(record, place, pick) if isinstance(place, int) else None
        return _class(record, trial, score, table3, toxic, pick)

    classes = over_all_ways(of_way)
    found = next(iter(classes)) if len(classes) == 1 else "unknown"
    due = _judgeable_on(record, candidates) if found == "too_early" and len(candidates) == 1 else None
    return {"direction": direction(rating), "spectrum": found, "possible": frozenset(classes), "judgeable_on": due}


def _judgeable_on(record: Record, candidates: tuple[Any, ...]) -> str | None:
    """The visit's date and the weeks that are still wanting; else the start and the minimum."""
    trial = record.trials[candidates[0]]
    minimum = t.TYPE_C_WEEKS if trial.get("kind") == "psychotherapy" else t.STAGING_WEEKS
    visit, weeks = record.case.get("assessed_on"), trial.get("weeks")
    if trial.get("kind") == "ect":
        return None
    since, wanting = (visit, minimum - weeks) if visit is not None and weeks is not None else (trial.get("started"), minimum)
    if since is None:
        return None
    return str(dt.date.fromisoformat(days_of(since)[1]) + dt.timedelta(days=math.ceil(wanting * 7)))
