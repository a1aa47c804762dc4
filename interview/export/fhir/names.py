"""What FHIR calls things, and what we call them there: URLs of systems and extensions, and the parts that every resource is made of.

Our own URLs end in `.invalid`: nobody can own such a name, and nothing is found there. They only tell our codes from others.
"""

from __future__ import annotations

import uuid
from typing import Any, Final

Json = dict[str, Any]

BASE: Final = "https://trd-interview.invalid/fhir"
QUESTIONNAIRE_URL: Final = f"{BASE}/Questionnaire"
CORE: Final = "http://hl7.org/fhir/StructureDefinition"
TERMINOLOGY: Final = "http://terminology.hl7.org/CodeSystem"
UCUM: Final = "http://unitsofmeasure.org"

DATA_ABSENT: Final = f"{CORE}/data-absent-reason"
ABSENT: Final = {
    "declined": "asked-declined",
    "unknown": "asked-unknown",
    "not_applicable": "not-applicable",
    "not_asked": "not-asked",
    "left_out": "masked",
}
"""Why there is no answer, by our name: `left_out` is known here and kept out of this file on purpose."""

_SPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, BASE)


def own(name: str, kind: str, value: Any) -> Json:
    """Return one of our own extensions: `kind` is FHIR's type of the value (`String`, `Code`, `Decimal`)."""
    return {"url": f"{BASE}/StructureDefinition/{name}", f"value{kind}": value}


def own_parts(name: str, *parts: Json) -> Json:
    """Return one of our own extensions that has parts; each part is made by `part`."""
    return {"url": f"{BASE}/StructureDefinition/{name}", "extension": list(parts)}


def part(name: str, kind: str, value: Any) -> Json:
    """Return a part of an extension."""
    return {"url": name, f"value{kind}": value}


def core(name: str, kind: str, value: Any) -> Json:
    """Return an extension that FHIR itself defines."""
    return {"url": f"{CORE}/{name}", f"value{kind}": value}


def absent(status: str) -> Json:
    """Return the extension that says why there is no answer."""
    return {"url": DATA_ABSENT, "valueCode": ABSENT[status]}


def system(name: str) -> str:
    """Return the URL of one of our code systems."""
    return f"{BASE}/CodeSystem/{name}"


def slug(link_id: str) -> str:
    """Return a link id as FHIR ids are written: `trials[].kind` → `trials-kind`."""
    return link_id.replace("[]", "").replace(".", "-").replace("_", "-")


def full_url(record: str, name: str) -> str:
    """Return the address of a resource inside a bundle, the same for the same record at every export."""
    return f"urn:uuid:{uuid.uuid5(_SPACE, f'{record}/{name}')}"
