"""A record as one FHIR R4 `Bundle`: the answers, what was concluded from them, by which software, and who stands for it.

A collection, no document: a document wants a text attested by a person, and that is what the other formats are for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from interview.engine.view import SignatureView
from interview.export.fhir.attached import attached
from interview.export.fhir.beside import informants
from interview.export.fhir.macro import macro
from interview.export.fhir.names import TERMINOLOGY, Json, absent, full_url, own, own_parts, part, system
from interview.export.fhir.observations import is_final, observations
from interview.export.fhir.occurred import occurred
from interview.export.fhir.response import response
from interview.export.fhir.told import Told, unsealed
from interview.export.order import Order

RESPONSE, DEVICE, PROVENANCE = "response", "device", "provenance"


def to_fhir(order: Order) -> dict[str, bytes]:
    """Return the bundle as UTF-8 without blanks, for no person reads it: the same record at the same time gives the same bytes."""
    return {"": (json.dumps(bundle(order), ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n").encode("utf-8")}


def bundle(order: Order) -> Json:
    """Return the bundle as JSON values."""
    told = Told(order)
    return {
        "resourceType": "Bundle",
        **told.marks,
        "identifier": {"system": system("record"), "value": told.record},
        "type": "collection",
        **({} if order.is_research else {"timestamp": order.envelope.exported_at}),
        "entry": [_entry(told, name, made) for name, made in _resources(told)],
    }


def _resources(told: Told) -> Iterator[tuple[str, Json]]:
    answers = {"reference": full_url(told.record, RESPONSE)}
    yield RESPONSE, response(told)
    targets = [answers]
    for name, made in (*informants(told), *attached(told)):
        targets.append({"reference": full_url(told.record, name)})
        yield name, made
    status = "final" if is_final(told) else "preliminary"
    for name, made in (*observations(told, answers), *macro(told, status, answers)):
        targets.append({"reference": full_url(told.record, name)})
        made_by = "source" if made["resourceType"] == "List" else "device"
        yield name, {**made, made_by: {"reference": full_url(told.record, DEVICE)}}
    yield DEVICE, _device(told)
    yield PROVENANCE, _provenance(told, targets)


def _entry(told: Told, name: str, made: Json) -> Json:
    url = full_url(told.record, name)
    whole = {"resourceType": made["resourceType"], "id": url.removeprefix("urn:uuid:"), **made}
    return {"fullUrl": url, "resource": whole}


def _device(told: Told) -> Json:
    envelope = told.order.envelope
    return {
        "resourceType": "Device",
        **told.marks,
        "deviceName": [{"name": envelope.software, "type": "model-name"}],
        "version": [{"value": envelope.version}],
        "type": {"text": "software: an aid to a clinician's judgement, no medical device"},
    }


def _provenance(told: Told, targets: list[Json]) -> Json:
    made: Json = {"resourceType": "Provenance", **told.marks}
    signatures = told.order.session.signatures()
    extensions = [*unsealed(told.order), *_bound(told, signatures), *occurred(told)]
    if extensions:
        made["extension"] = extensions
    when: Json = {"_recorded": {"extension": [absent("left_out")]}} if told.is_research else {"recorded": told.order.envelope.exported_at}
    made |= {"target": targets, **when}
    made["agent"] = [_agent("assembler", {"reference": full_url(told.record, DEVICE)})]
    if told.is_research:
        return made
    state = told.order.session.state
    made["occurredPeriod"] = {"start": state.opened_at, "end": state.updated_at}
    if state.interviewer:
        made["agent"].append(_agent("author", {"display": state.interviewer}))
    made["agent"] += [_agent("attester", {"display": each.by}) for each in signatures if each.is_valid]
    return made


def _agent(kind: str, who: dict[str, Any]) -> Json:
    return {"type": {"coding": [{"system": f"{TERMINOLOGY}/provenance-participant-type", "code": kind}]}, "who": who}


def _bound(told: Told, signatures: Sequence[SignatureView]) -> Iterator[Json]:
    """The seal of the record's log and the signatures under it; for research there are none."""
    if told.order.envelope.seal is not None:
        yield own("seal", "String", told.order.envelope.seal)
    for each in signatures:
        yield own_parts(
            "signature",
            part("by", "String", each.by),
            part("at", "DateTime", each.at),
            part("digest", "String", each.digest),
            part("holds", "Boolean", each.is_valid),
            *([part("as", "String", each.note)] if each.note else []),
        )
