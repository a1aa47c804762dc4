"""`schema case|assessment|answers`: JSON Schema of what goes in and of what comes out."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any, Final

from interview.engine.lines import SOURCES
from interview.world import Place, World

_LINK_ID: Final[dict[str, Any]] = {
    "type": "string",
    "minLength": 1,
    "description": "The path of the fact (`kellner`, `trials[0].agent`), or an act of the session (`session.phase`).",
}
_SHARED: Final[dict[str, Any]] = {
    "verbatim": {"type": "string", "description": "What was said, in the person's words."},
    "source": {"enum": list(SOURCES), "description": "Who knows it; the question says who where this is left out."},
}
ANSWER: Final[dict[str, Any]] = {
    "title": "Answer",
    "oneOf": [
        {
            "type": "object",
            "properties": {
                "link_id": _LINK_ID,
                "value": {"description": "The answer, as the question's kind holds it, or as typed."},
                **_SHARED,
            },
            "required": ["link_id", "value"],
            "additionalProperties": False,
        },
        {
            "type": "object",
            "properties": {
                "link_id": _LINK_ID,
                "missing": {
                    "enum": ["declined", "unknown", "not_applicable", "not_asked"],
                    "description": "Why there is no answer; `not_asked` takes an answer back.",
                },
                **_SHARED,
            },
            "required": ["link_id", "missing"],
            "additionalProperties": False,
        },
    ],
}


def run(arguments: Namespace, _place: Place, world: World) -> int:
    """Print the schema."""
    print(json.dumps(schema_of(arguments.what), ensure_ascii=False, indent=2), file=world.stdout)
    return 0


def schema_of(what: str) -> dict[str, Any]:
    """Return the schema of a case, an assessment, or a file of answers."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    if what == "answers":
        return {**dialect, "title": "Answers", "type": "array", "items": {"$ref": "#/$defs/Answer"}, "$defs": {"Answer": ANSWER}}
    if what == "case":
        from trd_core.case import Case

        return {**dialect, **Case.model_json_schema(by_alias=True)}
    from trd_core.assessment import Assessment

    return {**dialect, **Assessment.model_json_schema(by_alias=True, mode="serialization")}
