"""Progress over cases: a row a case, and how far the ratings of all of them together agree with the keys'.

Agreement is a weighted kappa, pooled over scales: disagreement on each is counted in shares of its length, and held against what chance
would give within the same scale. Its interval comes only from so many ratings on; few ratings say little.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import sqrt
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from interview.practice.feedback.figures import figures
from interview.practice.feedback.model import Feedback, RatingCompared, Standing
from interview.practice.feedback.ratings import count_ratings
from trd_core.text import CleanText
from trd_core.vocabulary import definition_of, facts

Rated = tuple[str, float, float]
"""A scale, the trainee's place on it and the key's, from 0 to 1."""
Count = Annotated[int, Field(ge=0)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class CaseRow(_Frozen):
    """One session."""

    case: str
    title: CleanText
    turns: Count
    suicide: Standing
    asked: Count
    asked_of: Count
    """Topics that the case turns on, asked and in all."""
    ratings_accepted: Count
    ratings_given: Count
    ratings_of: Count
    problems_recall: float | None
    rank_correlation: float | None
    goal: str
    """The code of the next goal that was set."""


class Agreement(_Frozen):
    """Pooled weighted kappa of the ratings with the keys'."""

    ratings: Count
    kappa: float | None
    """Null where there is nothing to agree on, or every rating is the same."""
    low: float | None = None
    high: float | None = None
    """The interval; null under the fewest ratings."""


class Progress(_Frozen):
    """Everything that is said over cases."""

    rows: tuple[CaseRow, ...]
    agreement: Agreement


def progress(sessions: Iterable[Feedback]) -> Progress:
    """Return the progress over sessions, in their order."""
    all_of_them = tuple(sessions)
    return Progress(
        rows=tuple(_row(said) for said in all_of_them),
        agreement=agreement([each for said in all_of_them for rating in said.ratings if (each := _rated(rating)) is not None]),
    )


def agreement(rated: Sequence[Rated]) -> Agreement:
    """Return the pooled kappa; with its interval (by leaving each rating out in turn) from the fewest ratings on."""
    limits, number = figures().progress, len(rated)
    kappa = weighted_kappa(rated)
    if kappa is None or number < limits.fewest_for_interval:
        return Agreement(ratings=number, kappa=kappa)
    without = [weighted_kappa([*rated[:place], *rated[place + 1 :]]) for place in range(number)]
    left = [value for value in without if value is not None]
    mean = sum(left) / len(left)
    error = sqrt((number - 1) / number * sum((value - mean) ** 2 for value in left))
    return Agreement(
        ratings=number, kappa=kappa, low=max(-1.0, kappa - limits.deviate * error), high=min(1.0, kappa + limits.deviate * error)
    )


def weighted_kappa(rated: Sequence[Rated]) -> float | None:
    """Return the linearly weighted kappa over scales; None where chance alone would give no disagreement."""
    by_scale: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for scale, mine, key in rated:
        by_scale[scale].append((mine, key))
    observed = sum(abs(mine - key) for pairs in by_scale.values() for mine, key in pairs)
    expected = sum(_by_chance(pairs) for pairs in by_scale.values())
    return 1 - observed / expected if expected > 0 else None


def _by_chance(pairs: Sequence[tuple[float, float]]) -> float:
    """Return the disagreement that the same ratings would give if they were dealt out by chance."""
    mine, keys = Counter(one for one, __ in pairs), Counter(other for __, other in pairs)
    return sum(abs(one - other) * n * m for one, n in mine.items() for other, m in keys.items()) / len(pairs)


def _row(said: Feedback) -> CaseRow:
    counted = count_ratings(said.ratings)
    return CaseRow(
        case=said.case,
        title=said.title,
        turns=said.turns,
        suicide=next((remark.standing for remark in said.safety if remark.code == "safety.suicide"), "not_known"),
        asked=sum(remark.standing == "good" for remark in said.must_ask),
        asked_of=len(said.must_ask),
        ratings_accepted=counted.accepted,
        ratings_given=counted.given,
        ratings_of=counted.of,
        problems_recall=said.map.problems_recall,
        rank_correlation=said.map.rank_correlation,
        goal=said.goal.code,
    )


def _rated(rating: RatingCompared) -> Rated | None:
    """Return a rating on its scale; None where it was not given, or has no scale with an order."""
    parts = rating.path.split(".")
    path = f"problems[].{parts[-1]}" if parts[0] == "problems" else definition_of(rating.path)
    mine, key = _place(path, rating.yours), _place(path, rating.best)
    return None if mine is None or key is None else (_scale(path), mine, key)


def _scale(path: str) -> str:
    """Return the scale that a fact is rated on: facts with the same values share it."""
    fact = facts().get(path)
    return path if fact is None else f"{fact.kind}:{','.join(fact.codes)}:{fact.low}:{fact.high}"


def _place(path: str, value: Any) -> float | None:
    fact = facts().get(path)
    if isinstance(value, bool):
        return float(value)
    if fact is None or value is None:
        return None
    if fact.codes and path in figures().progress.ordered and value in fact.codes:
        return fact.codes.index(value) / (len(fact.codes) - 1)
    if fact.codes and len(fact.codes) == 2 and value in fact.codes:
        return float(fact.codes.index(value))
    if isinstance(value, int | float) and fact.low is not None and fact.high is not None and fact.high > fact.low:
        return (float(value) - fact.low) / (fact.high - fact.low)
    return None
