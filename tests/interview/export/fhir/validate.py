"""Run by a Python that has `fhir.resources` and `jsonschema`: prints a line for each thing that a resource should not hold.

`fhir.resources` reads everything; the schema, which is slow, one resource of each shape (with FHIR_EVERY=1 every one).
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from fhir.resources.R4B import get_fhir_model_class  # type: ignore[import-not-found,unused-ignore]
from jsonschema import Draft6Validator  # type: ignore[import-untyped,unused-ignore]

DEFINITIONS: dict[str, Any] = json.loads(Path(sys.argv[1]).read_text("utf-8"))["definitions"]
AN_ENTRY = {"resourceType": "Basic", "code": {"text": "stands for another"}}
STILL: dict[str, Draft6Validator] = {}
SEEN: set[str] = set()


def shape(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: value[name] if name in ("url", "resourceType") else shape(value[name]) for name in sorted(value)}
    if isinstance(value, list):
        return sorted({json.dumps(shape(each)) for each in value})
    return type(value).__name__


def by_schema(resource: dict[str, Any]) -> None:
    kind, form = resource["resourceType"], json.dumps(shape(resource))
    if form in SEEN and not os.environ.get("FHIR_EVERY"):
        return
    SEEN.add(form)
    if kind not in STILL:
        STILL[kind] = Draft6Validator({"$ref": f"#/definitions/{kind}", "definitions": DEFINITIONS})
    for fault in STILL[kind].iter_errors(resource):
        print(kind, "/".join(map(str, fault.absolute_path)), fault.validator)


for name in sys.argv[2:]:
    whole = json.loads(Path(name).read_text("utf-8"))
    try:
        get_fhir_model_class(whole["resourceType"]).model_validate(whole)
    except ValueError as refused:
        print(name, str(refused)[:500])
    for each in whole.get("entry", ()):
        by_schema(each["resource"])
    by_schema({**whole, "entry": [{**each, "resource": AN_ENTRY} for each in whole["entry"]]} if "entry" in whole else whole)
    print("checked", whole["resourceType"], len(whole.get("entry", ())))
