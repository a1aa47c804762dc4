"""The facts of a case by name: every definition path, with what may stand there.

Core and questionnaire share these names: a question's `link_id` is the path of its fact (`trials[].agent`).
What it will not do: read a case, or say what a fact means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from trd_core.case import Case

FactKind = Literal["number", "integer", "bool", "text", "date", "code", "codes", "texts"]


@dataclass(frozen=True, slots=True)
class FactType:
    """What may stand at one path: its kind, the codes of a closed list, and its bounds."""

    path: str
    kind: FactKind
    codes: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None


_NOT_FACTS: Final = {"schema_", "missing"}
_KINDS: Final[dict[Any, FactKind]] = {float: "number", int: "integer", bool: "bool", str: "text"}


def _unwrapped(shape: Any) -> tuple[Any, tuple[Any, ...]]:
    """What stands in an annotation where it is known, and everything that it is annotated with."""
    origin, inside = get_origin(shape), get_args(shape)
    if origin is Annotated:
        bare, further = _unwrapped(inside[0])
        return bare, (*further, *inside[1:])
    if origin in (Union, UnionType):
        return _unwrapped(next(each for each in inside if each is not NoneType))
    return shape, ()


def _told(annotated: Iterable[Any]) -> Iterator[Any]:
    """Every constraint, those inside of a `Field` too, and the fields themselves."""
    for each in annotated:
        yield each
        yield from each.metadata if isinstance(each, FieldInfo) else ()


def _number_or_text(path: str, shape: Any, annotated: Iterable[Any]) -> FactType:
    told = tuple(_told(annotated))
    low, high = (next((getattr(each, bound) for each in told if hasattr(each, bound)), None) for bound in ("ge", "le"))
    is_date = {"format": "partial-date"} in [each.json_schema_extra for each in told if isinstance(each, FieldInfo)]
    return FactType(path, "date" if is_date else _KINDS[shape], (), low, high)


def _listed(path: str, shape: Any) -> Iterator[FactType]:
    member, _ = _unwrapped(shape)
    if isinstance(member, type) and issubclass(member, BaseModel):
        yield from _of_model(member, f"{path}[].")
    else:
        codes = get_args(member)
        yield FactType(path, "codes" if codes else "texts", codes)


def _of_field(path: str, shape: Any, annotated: Iterable[Any]) -> Iterator[FactType]:
    bare, further = _unwrapped(shape)
    if get_origin(bare) is tuple:
        yield from _listed(path, get_args(bare)[0])
    elif get_origin(bare) is Literal:
        yield FactType(path, "code", get_args(bare))
    elif issubclass(bare, BaseModel):
        yield from _of_model(bare, f"{path}.")
    else:
        yield _number_or_text(path, bare, (*annotated, *further))


def _of_model(model: type[BaseModel], before: str) -> Iterator[FactType]:
    for name, field in model.model_fields.items():
        if before or name not in _NOT_FACTS:
            yield from _of_field(f"{before}{name}", field.annotation, field.metadata)


@cache
def facts() -> dict[str, FactType]:
    """Return every fact of a case by its definition path, in the order of the record, as the models' own annotations say."""
    return {fact.path: fact for fact in _of_model(Case, "")}


_INDEX = re.compile(r"\[\d+\]")


def definition_of(path: str) -> str:
    """Return the definition of an instance's path: `trials[2].weeks` → `trials[].weeks`."""
    return _INDEX.sub("[]", path)


def groups() -> frozenset[str]:
    """Return the lists whose members have facts of their own: `trials`, `problems`, `stress.sources` …"""
    return frozenset(path.split("[]", 1)[0] for path in facts() if "[]" in path)
