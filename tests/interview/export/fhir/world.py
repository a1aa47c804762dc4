"""The demonstration's record, closed and with a map, and what a test reads in a bundle."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from interview.commands.demo import demo_answers
from interview.engine.lines import submit
from interview.engine.session import Session
from interview.export.fhir.bundle import to_fhir
from interview.export.fhir.names import BASE
from interview.export.order import ordered
from interview.export.selection import Reader, Selection, selection_for
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore
from tests.interview.engine.world import Ticking, ids
from tests.interview.export.record import ENVELOPE

READERS: tuple[Reader, ...] = ("chart", "colleague", "research")
Json = dict[str, Any]


@cache
def demonstration() -> Session:
    """Return the bundled invented person's interview, as it ended; a test only reads it."""
    session = Session.begin(MemoryStore(), bundled(), subject="DEMO-1", clock=Ticking(), new_id=ids(), interviewer="Dr B", practice=True)
    for line in demo_answers().splitlines():
        submit(session, json.loads(line))
    return session


def code(text: str) -> str:
    """Return a code that tells nothing of what it stands for."""
    return f"R{sum(text.encode()):X}"


def exported(session: Session, reader: Reader = "chart", **chosen: Any) -> Json:
    """Return a session's bundle for a reader, as another program reads it."""
    selection: Selection = selection_for(reader, **chosen)
    made: Json = json.loads(to_fhir(ordered(session, ENVELOPE, selection, code=code))[""])
    return made


def resources(bundle: Json, kind: str) -> list[Json]:
    """Return the resources of one kind."""
    return [each["resource"] for each in bundle["entry"] if each["resource"]["resourceType"] == kind]


def findings(bundle: Json) -> list[Json]:
    """Return the observations of what the core concluded; those of the map stand beside."""
    return [each for each in resources(bundle, "Observation") if "identifier" in each]


def on_the_map(bundle: Json, kind: str) -> list[Json]:
    """Return the observations of the map: its problems, or its links."""
    found = [each for each in resources(bundle, "Observation") if "identifier" not in each]
    return [each for each in found if each["code"]["coding"][0]["code"] == kind]


def answered(bundle: Json) -> Iterator[Json]:
    """Yield every item of the response that is no group."""
    waiting = list(resources(bundle, "QuestionnaireResponse")[0].get("item", ()))
    while waiting:
        item = waiting.pop(0)
        if "item" in item:
            waiting = [*item["item"], *waiting]
        else:
            yield item


def item(bundle: Json, link_id: str) -> Json:
    """Return the first item with this link id."""
    return next(each for each in answered(bundle) if each["linkId"] == link_id)


def marks(element: Json) -> dict[str, Any]:
    """Return an element's extensions by the last part of their names; of several with one name the last."""
    return {
        each["url"].removeprefix(f"{BASE}/StructureDefinition/").rpartition("/")[2]: next(
            (each[name] for name in each if name.startswith("value")), each.get("extension")
        )
        for each in element.get("extension", ())
    }
