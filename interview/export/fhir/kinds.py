"""Which FHIR type a kind of answer has, and one value as that type holds it; both ways, so that nothing changes on the way."""

from __future__ import annotations

from typing import Any, Final

from interview.export.fhir.names import Json, slug, system
from interview.questionnaire.model import Item

TYPES: Final = {
    "number": "decimal",
    "scale": "integer",
    "duration": "decimal",
    "frequency": "decimal",
    "dose": "decimal",
    "date": "date",
    "yes_no": "boolean",
    "choice": "choice",
    "choices": "choice",
    "drug": "string",
    "drugs": "string",
    "texts": "string",
    "text": "text",
    "group": "group",
}
REPEATING: Final = frozenset({"choices", "drugs", "texts", "group"})
WORDS: Final = frozenset({"text", "texts"})
"""Kinds whose value is what somebody said, in their words."""

VALUES: Final = {"decimal": "Decimal", "integer": "Integer", "date": "Date", "boolean": "Boolean", "string": "String", "text": "String"}


def type_of(item: Item) -> str:
    """Return the FHIR type of an item; a name that may also be one of a list is `open-choice`."""
    return "open-choice" if item.type in ("drug", "drugs") and item.options else TYPES[item.type]


def coding(item: Item, code: str) -> Json:
    """Return one of an item's options as a coding."""
    shown = next((option.display for option in item.options if option.code == code), None)
    return {"system": system(slug(item.link_id)), "code": code, **({} if shown is None else {"display": shown})}


def value_of(item: Item, value: Any) -> Json:
    """Return one value as `value[x]` of an answer."""
    kind = type_of(item)
    if kind == "choice" or (kind == "open-choice" and any(option.code == value for option in item.options)):
        return {"valueCoding": coding(item, value)}
    return {f"value{VALUES.get(kind, 'String')}": value}


def values_of(item: Item, value: Any) -> list[Json]:
    """Return a typed value as the answers of its item: one each for several."""
    return [value_of(item, each) for each in value] if item.type in REPEATING else [value_of(item, value)]


def enable_answer(item: Item, value: Any) -> Json:
    """Return what a condition compares with, as `answer[x]`."""
    return {f"answer{name.removeprefix('value')}": held for name, held in value_of(item, value).items()}
