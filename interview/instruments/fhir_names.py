"""Names of FHIR extensions that say how an item is asked and scored.

Status: `checked` for `ordinalValue` (HL7 FHIR R4 extensions, as in public questionnaires), `recalled` for the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

BASE: Final = "http://hl7.org/fhir/StructureDefinition/"
WEIGHTS: Final = frozenset(
    f"{BASE}{name}"
    for name in ("ordinalValue", "itemWeight", "questionnaire-ordinalValue", "valueset-ordinalValue", "codesystem-ordinalValue")
)
"""What an option adds to a total."""

HIDDEN: Final = f"{BASE}questionnaire-hidden"
UNITS: Final = (f"{BASE}questionnaire-unit", f"{BASE}questionnaire-unitOption")
LOWEST: Final = f"{BASE}minValue"
HIGHEST: Final = f"{BASE}maxValue"
SHORTEST: Final = f"{BASE}minLength"
CALCULATED: Final = "questionnaire-calculatedExpression"
ENABLED_BY: Final = "questionnaire-enableWhenExpression"
"""How the names of SDC's expressions end, whichever guide they are from."""


def extensions(holder: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the extensions of an element that have a name."""
    found = holder.get("extension")
    for each in found if isinstance(found, list) else []:
        if isinstance(each, dict) and isinstance(each.get("url"), str):
            yield each


def value_of(extension: Mapping[str, Any]) -> Any:
    """Return the value of an extension, or None."""
    return next((extension[name] for name in extension if name.startswith("value")), None)


def named(holder: Mapping[str, Any], url: str) -> Any:
    """Return the value of the first extension of a name, or None."""
    return next((value_of(each) for each in extensions(holder) if each["url"] == url), None)


def ending(holder: Mapping[str, Any], end: str) -> Any:
    """Return the value of the first extension whose name ends so, or None."""
    return next((value_of(each) for each in extensions(holder) if str(each["url"]).endswith(end)), None)
