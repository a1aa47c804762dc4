"""Ratings item by item: the trainee's, the key's, whether experts would accept it, and the fact that speaks for the key's.

What was not rated is not rated: it is never wrong. A no that nobody asked about is said to be one, and is not praised.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.practice.feedback.matching import matched, own_problems, path_in_record
from interview.practice.feedback.model import RatingCompared
from interview.practice.feedback.spoken import Conversation
from interview.practice.feedback.titles import RATINGS
from interview.practice.feedback.unasked import is_unasked
from interview.practice.patient.case_file import CaseFile, RatingKey
from trd_core.case import Problem


def ratings(case: CaseFile, session: Session, spoken: Conversation) -> tuple[RatingCompared, ...]:
    """Return every rating of the key beside the trainee's."""
    problems = own_problems(session)
    by_key = {key: next(each for each in problems if each.id == own) for own, key in matched(problems, case.key.problems)}
    found = (_compared(case, session, rating, by_key) for rating in case.key.ratings)
    return tuple(each.model_copy(update={"is_unasked": _is_unasked(case, spoken, each)}) for each in found)


class RatingCount(NamedTuple):
    """How many ratings there are: every face and list counts them so."""

    accepted: int
    """Within what experts would accept; a no that nobody asked about is left out."""
    given: int
    of: int
    """In the key."""


def count_ratings(compared: Sequence[RatingCompared]) -> RatingCount:
    """Count ratings beside the key's."""
    return RatingCount(
        sum(each.is_accepted is True and not each.is_unasked for each in compared),
        sum(each.is_accepted is not None for each in compared),
        len(compared),
    )


def is_same(one: Any, other: Any) -> bool:
    """Return whether two ratings are the same: a yes is no 1."""
    return isinstance(one, bool) is isinstance(other, bool) and bool(one == other)


def _is_unasked(case: CaseFile, spoken: Conversation, rating: RatingCompared) -> bool:
    return rating.yours is False and is_unasked(case, spoken, rating.path)


def _compared(case: CaseFile, session: Session, rating: RatingKey, problems: Mapping[str, Problem]) -> RatingCompared:
    yours = _yours(case, session, rating.path, problems)
    return RatingCompared(
        path=rating.path,
        title=_title(case, session, rating.path),
        yours=yours,
        best=rating.best,
        accepted=rating.accepted,
        is_accepted=None if yours is None else any(is_same(yours, value) for value in (rating.best, *rating.accepted)),
        because=rating.because,
    )


def _yours(case: CaseFile, session: Session, path: str, problems: Mapping[str, Problem]) -> Any:
    parts = path.split(".")
    if parts[0] == "problems":
        problem = problems.get(parts[1])
        return getattr(problem, parts[-1], None)
    own = path_in_record(case, session, path)
    answer = session.answer_of(own) if own is not None else None
    return answer.value if answer is not None and answer.status == "answered" else None


def _title(case: CaseFile, session: Session, path: str) -> str:
    parts = path.split(".")
    if parts[0] == "problems":
        label = next((problem.label for problem in case.key.problems if problem.id == parts[1]), parts[1])
        return f"{label}: {RATINGS.get(parts[-1], parts[-1])}"
    item = item_of(session.questionnaire, path)
    text = item.text.rstrip(".") if item is not None else path
    agent = case.key.answers.get(f"{path.split('.')[0]}.agent") if path.startswith("trials[") else None
    return f"{agent}: {text}" if isinstance(agent, str) else text
