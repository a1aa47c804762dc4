"""Our questionnaire as a FHIR R4 `Questionnaire`: the same link ids, order, options and conditions; nothing is left out in silence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from interview.export.fhir.codes import codes
from interview.export.fhir.kinds import coding
from interview.export.fhir.names import QUESTIONNAIRE_URL, Json, own, slug, system
from interview.export.fhir.questionnaire_items import conditions, item_of, translated
from interview.language import ENGLISH, OF_THE_QUESTIONNAIRE, catalogue, languages
from interview.questionnaire.model import Item, Questionnaire, Section
from interview.questionnaire.translated import in_language

ABOUT: Final = (
    "A guided clinical interview for depression that has not responded to treatment. An aid to a clinician's judgement: no diagnosis, "
    "no medical device, no questionnaire for patients to fill in alone. What is not asked is unknown, never a no. A sign of risk is met at "
    "once by a person. Some items open by a named condition (extension named-condition) that enableWhen cannot say: a program that does "
    "not know it shows them always, which asks more and loses nothing. The map of problems and links is not part of this form."
)
RIGHTS: Final = "Wording of questions: the project's own, Apache-2.0."
LOINC_RIGHTS: Final = "Codes of LOINC: © Regenstrief Institute, Inc.; their licence is at http://loinc.org/license."
SECTION: Final = "section."


def fhir_questionnaire(questionnaire: Questionnaire, others: Sequence[Questionnaire] = ()) -> Json:
    """Return the resource; `others` are the same questionnaire in other languages, whose words stand beside."""
    loinc = any(each.system == "http://loinc.org" and link_id in questionnaire.items for link_id, each in codes().item_code.items())
    made: Json = {
        "resourceType": "Questionnaire",
        "id": questionnaire.id,
        "language": questionnaire.language,
        "contained": [_code_system(item, others) for item in questionnaire.items.values() if item.options],
        "url": f"{QUESTIONNAIRE_URL}/{questionnaire.id}",
        "version": questionnaire.version,
        "name": "TrdInterview",
        "title": questionnaire.title,
        **translated("title", [(other.language, other.title) for other in others]),
        "status": "active",
        "subjectType": ["Patient"],
        "description": ABOUT,
        "copyright": f"{RIGHTS} {LOINC_RIGHTS}" if loinc else RIGHTS,
        "item": [_section(section, questionnaire, others) for section in questionnaire.section],
    }
    notes = [
        own("translation-note", "String", f"{each.language}: {each.translation_note}")
        for each in (questionnaire, *others)
        if each.translation_note
    ]
    if notes:
        made["extension"] = notes
    return made if made["contained"] else {name: value for name, value in made.items() if name != "contained"}


def to_fhir_questionnaire(questionnaire: Questionnaire) -> bytes:
    """Return the questionnaire with the words of every language there is, as UTF-8. `questionnaire` is the original."""
    there = [code for code in languages() if code != ENGLISH and catalogue(f"{OF_THE_QUESTIONNAIRE}{code}").info()]
    made = fhir_questionnaire(questionnaire, [in_language(questionnaire, code) for code in there])
    return (json.dumps(made, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")


def _section(section: Section, whole: Questionnaire, others: Sequence[Questionnaire]) -> Json:
    same = [(other.language, other.sections[section.id]) for other in others]
    link_id = f"{SECTION}{section.id}"
    made: Json = {
        "linkId": link_id,
        "text": section.title,
        **translated("text", [(code, each.title) for code, each in same]),
        "type": "group",
    }
    made |= conditions(section.enable_when, section.enable_behavior, whole)
    said = []
    if section.intro:
        beside = translated("text", [(code, each.intro or "") for code, each in same])
        said = [{"linkId": f"{link_id}.intro", "text": section.intro, **beside, "type": "display"}]
    return {**made, "item": [*said, *(item_of(item, whole, others) for item in section.item)]}


def _code_system(item: Item, others: Sequence[Questionnaire]) -> Json:
    """The options of one item as a code system of ours, in every language."""
    concepts = []
    for place, option in enumerate(item.options):
        words = [{"language": other.language, "value": other.items[item.link_id].options[place].display} for other in others]
        concepts.append({"code": option.code, "display": coding(item, option.code)["display"], **({"designation": words} if words else {})})
    name = slug(item.link_id)
    return {
        "resourceType": "CodeSystem",
        "id": name,
        "url": system(name),
        "version": "1",
        "name": "Options" + "".join(part.capitalize() for part in name.split("-")),
        "status": "active",
        "caseSensitive": True,
        "content": "complete",
        "concept": concepts,
    }
