"""Each attached instrument as a `QuestionnaireResponse` of its own, which names the questionnaire it answers.

Answers behind closed items are not in it. Totals that were computed anew stand as extensions beside what was stated.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from interview.engine.attached_folding import gate_at
from interview.engine.attached_items import as_item
from interview.engine.attached_links import attached_link
from interview.export.fhir.names import Json, absent, own_parts, part, system
from interview.export.fhir.response import with_answer
from interview.export.fhir.told import Told
from interview.instruments.gating import Gate
from interview.instruments.model import CHOICES, Instrument, InstrumentItem
from interview.instruments.totals import Total

VALUES: Final = {"boolean": "Boolean", "integer": "Integer", "decimal": "Decimal", "date": "Date"}
OPTIONS: Final = {"integer": "Integer", "string": "String", "date": "Date"}


def attached(told: Told) -> Iterator[tuple[str, Json]]:
    """Yield the id and the response of each attached instrument, in the order in which they were attached."""
    for number in range(1, len(told.order.session.attached) + 1):
        yield f"attached.{number}", _response(told, number)


def _response(told: Told, number: int) -> Json:
    session = told.order.session
    instrument, state = session.attached[number - 1], session.state
    gate = gate_at(state, number)
    left = [slot for slot in session.attached_slots(number) if session.answer_of(slot.link_id) is None]
    made: Json = {"resourceType": "QuestionnaireResponse", **told.marks, "contained": [told.patient]}
    extensions = [_total(each) for each in session.attached_totals(number)]
    if extensions:
        made["extension"] = extensions
    made["identifier"] = {"system": system("attached-in-record"), "value": f"{told.record}.{number}"}
    if instrument.url:
        made["questionnaire"] = f"{instrument.url}|{instrument.version}" if instrument.version else instrument.url
    made |= {"status": "in-progress" if left else "completed", "subject": told.subject}
    if not told.is_research:
        made["authored"] = state.updated_at
    items = [each for item in instrument.items if (each := _item(told, instrument, number, item, gate)) is not None]
    return {**made, "item": items} if items else made


def _item(told: Told, instrument: Instrument, number: int, item: InstrumentItem, gate: Gate) -> Json | None:
    if item.type == "display" or not gate.is_open(item.link_id):
        return None
    made: Json = {"linkId": item.link_id, **({"text": item.text} if item.text else {})}
    inside = [each for one in item.items if (each := _item(told, instrument, number, one, gate)) is not None]
    if item.type == "group":
        return {**made, "item": inside} if inside else None
    answer = told.order.session.answer_of(attached_link(number, item.link_id))
    if answer is None:
        if item.is_fixed:
            return None
        bare = {"extension": [absent("not_asked")], **made}
        return {**bare, "item": inside} if inside else bare
    drawn = with_answer(made, as_item(instrument, item), answer, told)
    if "answer" in drawn:
        values = answer.value if isinstance(answer.value, list) else [answer.value]
        drawn["answer"] = [_value(item, each) for each in values]
        if inside:
            drawn["answer"][0]["item"] = inside
    elif inside:
        drawn["item"] = inside
    return drawn


def _value(item: InstrumentItem, value: Any) -> Json:
    option = item.option(value)
    if option is not None and option.kind == "coding":
        named = {"system": option.system} if option.system else {}
        return {"valueCoding": {**named, "code": option.code, "display": option.display}}
    if option is not None:
        return {f"value{OPTIONS[option.kind]}": int(option.code) if option.kind == "integer" else option.code}
    if item.type == "quantity":
        return {"valueQuantity": {"value": value, **({"unit": item.unit} if item.unit else {})}}
    return {f"value{VALUES.get(item.type, 'String')}": str(value) if item.type in CHOICES else value}


def _total(total: Total) -> Json:
    held = [part("item", "String", total.link_id)] if total.link_id is not None else []
    for name, value in (("value", total.value), ("low", total.low), ("high", total.high), ("stated", total.stated)):
        held += [part(name, "Decimal", value)] if value is not None else []
    return own_parts("attached-total", *held, part("recomputed", "Boolean", total.is_recomputed), part("differs", "Boolean", total.differs))
