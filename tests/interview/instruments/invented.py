"""An invented instrument of four weighted items, one of them about self-harm, a gated one and a total. Own wording."""

from __future__ import annotations

import json
from typing import Any, Final

from interview.instruments.model import Instrument
from interview.instruments.reading import read_instrument

URL: Final = "http://example.org/fhir/Questionnaire/evening-check"
ORDINAL: Final = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
CALCULATED: Final = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"
HIDDEN: Final = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden"
WORDS: Final = ("on no evening", "on some evenings", "on most evenings", "on every evening")
Json = dict[str, Any]


def option(code: str, display: str, weight: object = None) -> Json:
    """Return one coded option."""
    made: Json = {"valueCoding": {"system": "http://example.org/evenings", "code": code, "display": display}}
    return made if weight is None else {**made, "extension": [{"url": ORDINAL, "valueDecimal": weight}]}


def evenings(link_id: str, text: str, **more: Any) -> Json:
    """Return one item with four options of the weights 0 to 3."""
    options = [option(f"e{weight}", words, weight) for weight, words in enumerate(WORDS)]
    return {"linkId": link_id, "text": text, "type": "choice", "required": True, "answerOption": options, **more}


def on(question: str, operator: str, **answer: Any) -> Json:
    """Return one condition."""
    return {"question": question, "operator": operator, **answer}


def coded(code: str) -> Json:
    """Return a coding of the options' own system."""
    return {"system": "http://example.org/evenings", "code": code}


def questionnaire(*items: Json, **more: Any) -> Json:
    """Return a FHIR Questionnaire with these items, or with the invented ones."""
    return {
        "resourceType": "Questionnaire",
        "url": URL,
        "version": "1",
        "status": "active",
        "title": "The evening check",
        "item": list(items) or invented(),
        **more,
    }


def invented() -> list[Json]:
    """Return the invented items."""
    return [
        {"linkId": "say", "type": "display", "text": "Think of the last seven evenings."},
        {
            "linkId": "q",
            "type": "group",
            "text": "In the evening",
            "item": [
                evenings("q1", "I sat in one place for hours."),
                evenings("q2", "The house felt too loud."),
                evenings("q3", "I went to bed without washing."),
                evenings("q4", "I thought of hurting myself."),
            ],
        },
        {
            "linkId": "loud",
            "type": "text",
            "text": "What was loud?",
            "maxLength": 80,
            "enableWhen": [on("q2", "!=", answerCoding=coded("e0"))],
        },
        {
            "linkId": "total",
            "type": "integer",
            "text": "Total",
            "readOnly": True,
            "extension": [
                {
                    "url": CALCULATED,
                    "valueExpression": {"language": "text/fhirpath", "expression": "%resource.item.answer.value.ordinal().sum()"},
                }
            ],
        },
    ]


def read(*items: Json, **more: Any) -> Instrument:
    """Return an instrument that has no fault."""
    reading = read_instrument(json.loads(json.dumps(questionnaire(*items, **more))))
    assert reading.instrument is not None, [str(fault) for fault in reading.faults]
    return reading.instrument


def faults_of(*items: Any, **more: Any) -> list[tuple[str, str]]:
    """Return link id and code of every fault of such a questionnaire."""
    return [(fault.link_id, fault.what) for fault in read_instrument(questionnaire(*items, **more)).faults]
