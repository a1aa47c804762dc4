"""What somebody close said, as a `QuestionnaireResponse` of its own whose source is a `RelatedPerson`, known by the relation alone.

It stands beside the person's own answers and never among them. Confidential from the person: no reader but those whose order holds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from interview.engine.fold import Answer, split_instance
from interview.engine.informant_links import RELATION, split_informant
from interview.export.fhir.kinds import coding
from interview.export.fhir.names import QUESTIONNAIRE_URL, Json, own, system
from interview.export.fhir.questionnaire import SECTION
from interview.export.fhir.response import with_answer
from interview.export.fhir.told import Told
from interview.questionnaire.model import Item

INFORMANT: Final = "informant"


def informants(told: Told) -> Iterator[tuple[str, Json]]:
    """Yield the id and the response of each who was asked, in the order in which they were."""
    heard: dict[str, dict[str, Answer]] = {}
    for link_id, answer in told.order.session.state.informant.items():
        if (named := split_informant(link_id)) is not None:
            heard.setdefault(named[0], {})[named[1]] = answer
    for relation, answers in heard.items():
        yield f"{INFORMANT}.{relation}", _response(told, relation, answers)


def _response(told: Told, relation: str, answers: Mapping[str, Answer]) -> Json:
    session = told.order.session
    questionnaire, state = session.questionnaire, session.state
    made: Json = {
        "resourceType": "QuestionnaireResponse",
        **told.marks,
        "language": questionnaire.language,
        "contained": [told.patient, _related(told, relation)],
        "identifier": {"system": system("informant-in-record"), "value": f"{told.record}.{relation}"},
        "questionnaire": f"{QUESTIONNAIRE_URL}/{questionnaire.id}|{questionnaire.version}",
        "status": "completed" if state.phase == "closed" else "in-progress",
        "subject": told.subject,
    }
    if not told.is_research:
        made["authored"] = max(answer.at for answer in answers.values())
        if state.interviewer:
            made["author"] = {"display": state.interviewer}
    made["source"] = {"reference": f"#{INFORMANT}"}
    sections = [
        {"linkId": f"{SECTION}{section.id}", "text": section.title, "item": items}
        for section in questionnaire.section
        if (items := [each for item in section.item for each in _items(item, answers, told)])
    ]
    return {**made, "item": sections}


def _related(told: Told, relation: str) -> Json:
    item = told.order.session.questionnaire.items.get(RELATION)
    known = coding(item, relation) if item is not None else {"code": relation}
    relationship = [{"coding": [known]}]
    return {"resourceType": "RelatedPerson", "id": INFORMANT, "patient": told.subject, "relationship": relationship}


def _items(item: Item, answers: Mapping[str, Answer], told: Told) -> Iterator[Json]:
    if not item.is_group:
        if item.link_id in answers:
            yield _one(item, answers[item.link_id], told)
        return
    group = item.link_id.removesuffix("[]")
    places = sorted({found[1] for link_id in answers if (found := split_instance(link_id)) is not None and found[0] == group})
    for place in places:
        asked = [(member, answers.get(member.link_id.replace("[]", f"[{place}]", 1))) for member in item.item]
        members = [_one(member, answer, told) for member, answer in asked if answer is not None]
        yield {"extension": [own("place", "Integer", place)], "linkId": item.link_id, "text": item.text, "item": members}


def _one(item: Item, answer: Answer, told: Told) -> Json:
    asked = item.for_informant()
    return with_answer({"linkId": item.link_id, "text": asked.text}, asked, answer, told)
