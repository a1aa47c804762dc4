"""What everything that the core returns is made of: frozen, strict parts, and how the core makes them without checking itself."""

from __future__ import annotations

from functools import cache
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticUndefined


class Part(BaseModel):
    """A frozen, strict part of what the core returns."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)


PartT = TypeVar("PartT", bound=Part)


@cache
def _every_field(kind: type[Part]) -> set[str]:
    return set(kind.model_fields)


def complete(kind: type[PartT], fields: dict[str, Any]) -> PartT:
    """Return the part with these fields, which the core made itself: every one of its fields, of the right types, not looked over again.

    What comes from outside never takes this way. Checking the core's own findings again is a third of an assessment's time.
    """
    part = kind.__new__(kind)
    _set(part, "__dict__", fields)
    _set(part, "__pydantic_fields_set__", _every_field(kind))
    _set(part, "__pydantic_extra__", None)
    _set(part, "__pydantic_private__", None)
    return part


@cache
def _form(kind: type[Part]) -> tuple[dict[str, Any], frozenset[str]]:
    """Every field in its order with its default, and those that have none to share."""
    form = {name: field.default for name, field in kind.model_fields.items()}
    return form, frozenset(name for name, default in form.items() if default is PydanticUndefined)


def made(kind: type[PartT], /, **fields: Any) -> PartT:
    """Return the same with the fields that are named; every other one has its default.

    Raises `TypeError` where a field lacks that has no default, or one is named that the part does not have.
    """
    form, required = _form(kind)
    whole = form | fields
    if len(whole) > len(form) or not required <= fields.keys():
        wrong = (fields.keys() - form.keys()) | (required - fields.keys())
        raise TypeError(f"{kind.__name__}: {', '.join(sorted(wrong))}")
    return complete(kind, whole)


_set: Final = object.__setattr__
