"""Whether conditions hold, as FHIR R4 defines `enableWhen`: no answer satisfies only `exists = false`.

Over an answer of several codes, a comparison holds if it holds for one of them. What counts as an answer is the caller's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from interview.questionnaire.model import EnableWhen


def holds(conditions: tuple[EnableWhen, ...], behavior: str, index: int | None, value_of: Callable[[str], Any]) -> bool:
    """Return whether all (or any) of the conditions hold; none is always open.

    `index` is the instance that definitions of siblings (`trials[].kind`) mean; `value_of` gives what counts for a link id.
    """
    outcomes = (condition_holds(condition, index, value_of) for condition in conditions)
    return not conditions or (any(outcomes) if behavior == "any" else all(outcomes))


def condition_holds(condition: EnableWhen, index: int | None, value_of: Callable[[str], Any]) -> bool:
    """Return whether one condition holds."""
    question = condition.question if index is None else condition.question.replace("[]", f"[{index}]", 1)
    value = value_of(question)
    if condition.operator == "exists":
        return (value is not None) is (condition.answer is True)
    if value is None:
        return False
    values = value if isinstance(value, (list, tuple)) else (value,)
    return any(compares(each, condition.operator, condition.answer) for each in values)


def compares(value: Any, operator: str, against: Any) -> bool:
    """Return whether one value stands to another as an operator says; a truth value is never a number."""
    numbers = all(isinstance(each, (int, float)) and not isinstance(each, bool) for each in (value, against))
    same = value == against if numbers else type(value) is type(against) and value == against
    if operator == "=":
        return bool(same)
    if operator == "!=":
        return not same
    if not numbers:
        return False
    return bool({">": value > against, "<": value < against, ">=": value >= against, "<=": value <= against}[operator])
