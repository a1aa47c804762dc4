"""`codes.toml`: public codes and units of questions, each with its source and how sure it is."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib import resources

from interview.export.fhir.names import UCUM, Json
from interview.questionnaire.model import Item
from trd_core.finding import Part, Status


class UnitCode(Part):
    """A unit as UCUM writes it."""

    ucum: str
    source: str
    status: Status


class PublicCode(Part):
    """What a question is called in a public terminology."""

    system: str
    code: str
    display: str
    source: str
    status: Status


class Codes(Part):
    """Everything that `codes.toml` holds."""

    unit: dict[str, UnitCode]
    item_unit: dict[str, UnitCode]
    item_code: dict[str, PublicCode]


@cache
def codes() -> Codes:
    """Return the public codes."""
    text = (resources.files("interview.export.fhir") / "codes.toml").read_text("utf-8")
    return Codes.model_validate_json(json.dumps(tomllib.loads(text)))


def unit_of(item: Item) -> Json | None:
    """Return the unit in which an item's number is, as a coding; None where it has none."""
    known = codes().item_unit.get(item.link_id) or (codes().unit.get(item.unit) if item.unit else None)
    return None if known is None else {"system": UCUM, "code": known.ucum, "display": item.unit or known.ucum}


def public_code_of(item: Item) -> Json | None:
    """Return what an item is called in a public terminology; None where nothing is certain."""
    known = codes().item_code.get(item.link_id)
    return None if known is None else {"system": known.system, "code": known.code, "display": known.display}
