"""The vocabulary says what the published JSON schema of a case says, and does without making that schema."""

from __future__ import annotations

from typing import Any

import pytest

from trd_core import vocabulary
from trd_core.case import Case
from trd_core.vocabulary import FactType

KINDS = {"number": "number", "integer": "integer", "boolean": "bool", "string": "text"}
NOT_FACTS = {"schema", "missing"}


def _known(part: dict[str, Any]) -> dict[str, Any]:
    return next(({**part, **option} for option in part.get("anyOf", ()) if option.get("type") != "null"), part)


def _published(part: dict[str, Any], path: str, models: dict[str, Any]) -> list[tuple[Any, ...]]:
    part = _known(part)
    if "$ref" in part:
        part = models[part["$ref"].rsplit("/", 1)[1]]
    if part["type"] == "object":
        members = [(f"{path}.{name}".lstrip("."), member) for name, member in part["properties"].items() if path or name not in NOT_FACTS]
        return [fact for here, member in members for fact in _published(member, here, models)]
    if part["type"] == "array" and "$ref" in part["items"]:
        return _published(part["items"], f"{path}[]", models)
    if part["type"] == "array":
        codes = tuple(part["items"].get("enum", ()))
        return [(path, "codes" if codes else "texts", codes, None, None)]
    if "enum" in part:
        return [(path, "code", tuple(part["enum"]), None, None)]
    kind = "date" if part.get("format") == "partial-date" else KINDS[part["type"]]
    return [(path, kind, (), part.get("minimum"), part.get("maximum"))]


def _as_row(fact: FactType) -> tuple[Any, ...]:
    return fact.path, fact.kind, fact.codes, fact.low, fact.high


def test_every_fact_is_what_the_schema_says_in_its_order() -> None:
    schema = Case.model_json_schema()
    rows = _published(schema, "", schema["$defs"])
    assert 300 < len(rows)
    assert rows == [_as_row(fact) for fact in vocabulary.facts().values()]


def test_no_schema_is_made_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr(Case, "model_json_schema", lambda *_, **__: made.append("schema"))
    assert vocabulary.facts() == vocabulary.facts.__wrapped__()
    assert [] == made
