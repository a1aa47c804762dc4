"""Codes of items that ask about suicide or self-harm, for items whose words would not show it.

Status: `checked` for 44260-8 (the ninth item of the PHQ-9 in LOINC, as public FHIR questionnaires code it); `recalled`, to be
re-checked, for all others. A code that is missing here does no harm by itself: the words of an item are looked at too.
"""

from __future__ import annotations

from typing import Final

from interview.instruments.model import InstrumentItem

LOINC: Final = "http://loinc.org"
SNOMED: Final = "http://snomed.info/sct"
OWN_CODE: Final = ("https://trd-interview.invalid/fhir/CodeSystem/attached-item", "self-harm")
"""Our own code, for an item whose words are withheld."""

CODES: Final = frozenset(
    {
        OWN_CODE,
        (LOINC, "44260-8"),
        (LOINC, "54654-9"),
        (LOINC, "54655-6"),
        (LOINC, "93246-7"),
        (LOINC, "93247-5"),
        (LOINC, "93248-3"),
        (LOINC, "93249-1"),
        (LOINC, "93267-3"),
        (SNOMED, "6471006"),
        (SNOMED, "225457007"),
        (SNOMED, "304594002"),
        (SNOMED, "401206008"),
        (SNOMED, "82313006"),
    }
)


def has_code_of_self_harm(item: InstrumentItem) -> bool:
    """Return whether an item's code says that it asks about suicide or self-harm."""
    return any((each.system, each.code) in CODES for each in item.codes)
