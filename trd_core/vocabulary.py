"""The facts of a case by name: every definition path, with what may stand there.

Core and questionnaire share these names: a question's `link_id` is the path of its fact (`trials[].agent`).
What it will not do: read a case, or say what a fact means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

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


_NOT_FACTS = {"schema", "missing"}
_KINDS: dict[str, FactKind] = {"number": "number", "integer": "integer", "boolean": "bool", "string": "text"}


def _not_null(schema: dict[str, Any]) -> dict[str, Any]:
    for option in schema.get("anyOf", ()):
        if option.get("type") != "null":
            return {**schema, **option}
    return schema


def _walk(schema: dict[str, Any], path: str, models: dict[str, Any], found: dict[str, FactType]) -> None:
    schema = _not_null(schema)
    if "$ref" in schema:
        schema = models[schema["$ref"].rsplit("/", 1)[1]]
    if schema.get("type") == "object":
        for name, member in schema["properties"].items():
            if path or name not in _NOT_FACTS:
                _walk(member, f"{path}.{name}" if path else name, models, found)
        return
    if schema.get("type") == "array":
        member = schema["items"]
        if "$ref" in member:
            _walk(member, f"{path}[]", models, found)
        else:
            codes = tuple(member.get("enum", ()))
            found[path] = FactType(path, "codes" if codes else "texts", codes)
        return
    if "enum" in schema:
        found[path] = FactType(path, "code", tuple(schema["enum"]))
        return
    kind = "date" if schema.get("format") == "partial-date" else _KINDS[schema["type"]]
    found[path] = FactType(path, kind, (), schema.get("minimum"), schema.get("maximum"))


@cache
def facts() -> dict[str, FactType]:
    """Return every fact of a case by its definition path, in the order of the record."""
    schema = Case.model_json_schema()
    found: dict[str, FactType] = {}
    _walk({**schema, "type": "object"}, "", schema["$defs"], found)
    return found


_INDEX = re.compile(r"\[\d+\]")


def definition_of(path: str) -> str:
    """Return the definition of an instance's path: `trials[2].weeks` → `trials[].weeks`."""
    return _INDEX.sub("[]", path)


def groups() -> frozenset[str]:
    """Return the lists whose members have facts of their own: `trials`, `problems`, `stress.sources` …"""
    return frozenset(path.split("[]", 1)[0] for path in facts() if "[]" in path)
