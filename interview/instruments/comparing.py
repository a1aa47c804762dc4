"""Whether an answer stands to a condition as its operator says, as FHIR R4 defines it (status: checked).

`=` holds where one of several answers is equal, `!=` where none is; no answer satisfies only `exists` false.
"""

from __future__ import annotations

from typing import Any

from interview.instruments.model import Condition, InstrumentItem


def holds(condition: Condition, asked: InstrumentItem, value: Any) -> bool:
    """Return whether a condition holds for the value that counts; None is no answer."""
    if condition.operator == "exists":
        return (value is not None) is (condition.answer is True)
    if value is None:
        return False
    values = list(value) if isinstance(value, list | tuple) else [value]
    if condition.operator == "!=":
        return not any(_is_same(condition, asked, each) for each in values)
    if condition.operator == "=":
        return any(_is_same(condition, asked, each) for each in values)
    return any(_is_beyond(condition, asked, each) for each in values)


def _is_same(condition: Condition, asked: InstrumentItem, value: Any) -> bool:
    option = asked.option(value)
    if condition.kind == "coding":
        if option is None or option.kind != "coding":
            return False
        return option.code == condition.answer and (condition.system is None or option.system is None or option.system == condition.system)
    if option is not None:
        return option.kind != "coding" and option.code == str(condition.answer)
    if _is_number(value) and _is_number(condition.answer):
        return bool(value == condition.answer)
    return type(value) is type(condition.answer) and bool(value == condition.answer)


def _is_beyond(condition: Condition, asked: InstrumentItem, value: Any) -> bool:
    option, against = asked.option(value), condition.answer
    if option is not None:
        value = int(option.code) if option.kind == "integer" else option.code
    if isinstance(value, str) and isinstance(against, str):
        length = min(len(value), len(against))
        value, against = value[:length], against[:length]
    elif not (_is_number(value) and _is_number(against)):
        return False
    return bool({">": value > against, "<": value < against, ">=": value >= against, "<=": value <= against}[condition.operator])


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
