"""A FHIR `QuestionnaireResponse` to our questionnaire as lines of `replay`: each goes through the session as any answer does.

Safety questions come last, so that a sign of risk stops nothing that was told: it opens the safety phase, to be met by a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from interview.engine.informant_links import informant_link
from interview.engine.risk_signs import is_safety_question
from interview.engine.signing import LONGEST_NAME
from interview.export.fhir.beside import INFORMANT
from interview.export.fhir.names import QUESTIONNAIRE_URL
from interview.export.importing.refused import ImportRefused
from interview.export.importing.response_items import ItemsRead, Line, extensions
from interview.language import _
from interview.questionnaire.model import Questionnaire
from trd_core.json_input import described

VISITS: Final = ("baseline", "post_treatment", "follow_up")
DEPTHS: Final = ("brief", "full")
RELATIONS: Final = re.compile(r"[a-z_]{1,40}")


@dataclass(frozen=True, slots=True)
class ImportedResponse:
    """A response as it may be given to a session."""

    subject: str | None
    """The pseudonym that it names; free text until somebody has looked whether it is one."""
    visit: str | None
    depth: str | None
    interviewer: str | None
    """Who interviewed, as the file says; free text."""
    lines: tuple[Line, ...]
    refused: tuple[tuple[str, str], ...]
    """Link ids (as they may be shown) of answers that cannot be read, each with why."""
    left_out: int
    """Answers that whoever wrote the file kept out of it on purpose."""


def read_response(tree: Mapping[str, Any], questionnaire: Questionnaire) -> ImportedResponse:
    """Return the response that a resource holds, alone or in a bundle. Raises `ImportRefused`."""
    found, beside = _the_responses(tree, questionnaire)
    named = found.get("questionnaire")
    ours = f"{QUESTIONNAIRE_URL}/{questionnaire.id}"
    if not isinstance(named, str) or named.partition("|")[0] != ours:
        raise ImportRefused("questionnaire", _("another questionnaire than ours, or none"), ours)
    reading = ItemsRead(questionnaire)
    reading.items(found.get("item", []), "item")
    reading.about(found)
    told = [line for each in beside for line in _informants(each, reading, questionnaire)]
    marks = extensions(found)
    return ImportedResponse(
        subject=_subject(found),
        visit=_one_of(marks.get("visit"), VISITS),
        depth=_one_of(marks.get("depth"), DEPTHS),
        interviewer=_author(found),
        lines=(*sorted((*reading.lines, *told), key=lambda line: is_safety_question(line["link_id"])), *reading.last),
        refused=tuple(reading.refused),
        left_out=reading.left_out,
    )


def _the_responses(tree: Mapping[str, Any], questionnaire: Questionnaire) -> tuple[Mapping[str, Any], list[Mapping[str, Any]]]:
    """The person's response, and those of somebody close beside it."""
    if tree.get("resourceType") == "QuestionnaireResponse":
        return tree, []
    if tree.get("resourceType") != "Bundle":
        raise ImportRefused("resourceType", described(tree.get("resourceType")), _("QuestionnaireResponse, or a Bundle with one"))
    entries = tree.get("entry")
    resources = [each.get("resource") for each in entries if isinstance(each, dict)] if isinstance(entries, list) else []
    found = [each for each in resources if isinstance(each, dict) and each.get("resourceType") == "QuestionnaireResponse"]
    ours = [each for each in found if _is_ours(each, questionnaire)] or found
    persons = [each for each in ours if _relation(each) is None]
    if len(persons) != 1:
        raise ImportRefused("entry", _("{n} responses").format(n=len(persons)), _("a bundle with one QuestionnaireResponse"))
    return persons[0], [each for each in ours if _relation(each) is not None]


def _is_ours(found: Mapping[str, Any], questionnaire: Questionnaire) -> bool:
    return str(found.get("questionnaire")).partition("|")[0] == f"{QUESTIONNAIRE_URL}/{questionnaire.id}"


def _relation(found: Mapping[str, Any]) -> str | None:
    """The relation of who answered, where that is somebody else than the person; only where our own code tells it."""
    source, contained = found.get("source"), found.get("contained")
    if not isinstance(source, dict) or source.get("reference") != f"#{INFORMANT}" or not isinstance(contained, list):
        return None
    people = [each for each in contained if isinstance(each, dict) and each.get("resourceType") == "RelatedPerson"]
    relationships = [each for person in people for each in _objects(person.get("relationship"))]
    codes = [coding.get("code") for each in relationships for coding in _objects(each.get("coding"))]
    return next((code for code in codes if isinstance(code, str) and RELATIONS.fullmatch(code)), None)


def _objects(found: Any) -> list[dict[str, Any]]:
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _informants(found: Mapping[str, Any], persons: ItemsRead, questionnaire: Questionnaire) -> Iterator[Line]:
    """What somebody close said, as lines of theirs; what cannot be read is named with the person's."""
    reading = ItemsRead(questionnaire)
    reading.items(found.get("item", []), "item")
    persons.refused += reading.refused
    persons.left_out += reading.left_out
    relation = _relation(found) or ""
    for line in reading.lines:
        yield {**{name: value for name, value in line.items() if name != "source"}, "link_id": informant_link(relation, line["link_id"])}


def _subject(found: Mapping[str, Any]) -> str | None:
    contained = found.get("contained")
    people = [each for each in contained if isinstance(each, dict)] if isinstance(contained, list) else []
    subject = found.get("subject")
    for holder in (subject, *people):
        named = holder.get("identifier") if isinstance(holder, dict) else None
        for each in named if isinstance(named, list) else [named]:
            if isinstance(each, dict) and isinstance(each.get("value"), str):
                return str(each["value"])
    return None


def _author(found: Mapping[str, Any]) -> str | None:
    author = found.get("author")
    display = author.get("display") if isinstance(author, dict) else None
    return display if isinstance(display, str) and 0 < len(display) <= LONGEST_NAME else None


def _one_of(found: Any, allowed: tuple[str, ...]) -> str | None:
    return found if isinstance(found, str) and found in allowed else None
