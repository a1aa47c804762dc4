"""A FHIR `QuestionnaireResponse` to our questionnaire as lines of `replay`: each goes through the session as any answer does.

Safety questions come last, so that a sign of risk stops nothing that was told: it opens the safety phase, to be met by a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from interview.engine.enablement import MORE
from interview.engine.informant_links import informant_link
from interview.engine.risk_signs import is_safety_question
from interview.engine.signing import LONGEST_NAME
from interview.export.fhir.beside import INFORMANT
from interview.export.fhir.names import ABSENT, BASE, DATA_ABSENT, QUESTIONNAIRE_URL
from interview.export.fhir.questionnaire import SECTION
from interview.export.fhir.questionnaire_items import EACH_TIME
from interview.export.importing.refused import ImportRefused
from interview.language import _
from interview.questionnaire.model import Questionnaire
from trd_core.json_input import described, shown_key

REASONS: Final = {code: reason for reason, code in ABSENT.items() if reason != "left_out"}
LISTS: Final = frozenset({"choices", "drugs", "texts"})
VALUES: Final = ("Boolean", "Decimal", "Integer", "Date", "String", "Coding", "Quantity", "DateTime", "Uri", "Time")
MOST_INSTANCES: Final = 1_000
VISITS: Final = ("baseline", "post_treatment", "follow_up")
DEPTHS: Final = ("brief", "full")
RELATIONS: Final = re.compile(r"[a-z_]{1,40}")

Line = dict[str, Any]


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
    reading = _Reading(questionnaire)
    reading.items(found.get("item", []), "item")
    reading.about(found)
    told = [line for each in beside for line in _informants(each, reading, questionnaire)]
    marks = _extensions(found)
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


def _informants(found: Mapping[str, Any], persons: _Reading, questionnaire: Questionnaire) -> Iterator[Line]:
    """What somebody close said, as lines of theirs; what cannot be read is named with the person's."""
    reading = _Reading(questionnaire)
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


def _extensions(holder: Mapping[str, Any]) -> dict[str, Any]:
    """Our own extensions of an element by name, and FHIR's reason why there is no value; all others are another program's."""
    found: dict[str, Any] = {}
    extensions = holder.get("extension")
    for each in extensions if isinstance(extensions, list) else []:
        if not isinstance(each, dict) or not isinstance(each.get("url"), str):
            continue
        url: str = each["url"]
        value = next((each[name] for name in each if name.startswith("value")), each.get("extension"))
        if url == DATA_ABSENT:
            found["absent"] = value
        elif url.startswith(f"{BASE}/StructureDefinition/"):
            name = url.rpartition("/")[2]
            found[name] = [*found.get(name, []), value] if name == "note" else value
    return found


def _parts(value: Any) -> dict[str, Any]:
    held = [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
    return {str(each.get("url")): next((each[name] for name in each if name.startswith("value")), None) for each in held}


class _Reading:
    """One walk through the items of a response."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire
        self.lines: list[Line] = []
        self.last: list[Line] = []
        self.refused: list[tuple[str, str]] = []
        self.left_out = 0
        self._used: dict[str, int] = {}

    def about(self, found: Mapping[str, Any]) -> None:
        """Take what stands beside the answers: notes, and what was done about a sign of risk, after all of them."""
        marks = _extensions(found)
        for each in marks.get("note", []):
            held = {name: value for name, value in _parts(each).items() if isinstance(value, str)}
            self.last.append({"link_id": "session.note", "value": held})
        if "disposition" in marks:
            self.last.append({"link_id": "session.safety_acknowledged", "value": _parts(marks["disposition"])})

    def items(self, found: Any, path: str, index: int | None = None) -> None:
        """Take items in the order of the file."""
        if not isinstance(found, list):
            raise ImportRefused(path, described(found), _("a list of items"))
        for place, each in enumerate(found):
            here = f"{path}[{place}]"
            if not isinstance(each, dict) or not isinstance(each.get("linkId"), str):
                raise ImportRefused(here, described(each), _("an item with its linkId"))
            self._item(each, here, index)

    def _item(self, found: Mapping[str, Any], path: str, index: int | None) -> None:
        link_id: str = found["linkId"]
        definition = self._questionnaire.items.get(link_id)
        if link_id.startswith(SECTION) and link_id.split(".")[1] in self._questionnaire.sections:
            self.items(found.get("item", []), f"{path}.item")
        elif (definition is not None and definition.is_group) or link_id.removeprefix(EACH_TIME) in self._questionnaire.items.keys() - {
            link_id
        }:
            place = self._place(found, link_id)
            if place is None:
                self.refused.append((link_id, _("its place in the list is no number, or too great")))
            else:
                self.items(found.get("item", []), f"{path}.item", place)
        elif definition is not None or (link_id.startswith(MORE) and link_id.removeprefix(MORE) in self._questionnaire.items):
            self._answered(link_id, found, index, definition.type in LISTS if definition is not None else False)
        else:
            self.refused.append((shown_key(link_id), _("no question of this questionnaire")))

    def _is_group(self, link_id: str) -> bool:
        known = self._questionnaire.items
        return (link_id in known and known[link_id].is_group) or (
            link_id.startswith(EACH_TIME) and link_id.removeprefix(EACH_TIME) in known
        )

    def _place(self, found: Mapping[str, Any], link_id: str) -> int | None:
        """The instance's place: as it says, else after those before it."""
        said = _extensions(found).get("place", self._used.get(link_id, -1) + 1)
        if isinstance(said, bool) or not isinstance(said, int) or not 0 <= said < MOST_INSTANCES:
            return None
        self._used[link_id] = max(said, self._used.get(link_id, -1))
        return said

    def _answered(self, definition: str, found: Mapping[str, Any], index: int | None, is_list: bool) -> None:
        if "[]" in definition and index is None:
            self.refused.append((definition, _("it belongs into its group")))
            return
        link_id = definition if index is None else definition.replace("[]", f"[{index}]", 1)
        marks = _extensions(found)
        if marks.get("absent") == ABSENT["left_out"]:
            self.left_out += 1
            return
        line: Line = {"link_id": link_id}
        if isinstance(marks.get("verbatim"), str):
            line["verbatim"] = marks["verbatim"]
        if isinstance(marks.get("source"), str):
            line["source"] = marks["source"]
        line |= {name: True for name in ("approximate", "hedged") if marks.get(name) is True}
        told = self._told(definition, found, marks, is_list)
        if told is not None:
            self.lines.append({**line, **told})

    def _told(self, definition: str, found: Mapping[str, Any], marks: Mapping[str, Any], is_list: bool) -> Line | None:
        if "between" in marks:
            return {"value": marks.get("verbatim") or _between(_parts(marks["between"]))}
        if marks.get("answered-none") is True:
            return {"value": []}
        answers = list(_answers(found.get("answer")))
        if answers and all(each is not None for each in answers) and (is_list or len(answers) == 1):
            return {"value": answers if is_list else answers[0]}
        if answers:
            self.refused.append((definition, _("an answer that has no value, or more answers than one")))
            return None
        reason = REASONS.get(str(marks.get("absent")))
        return None if reason in (None, "not_asked") else {"missing": reason}


def _answers(found: Any) -> Iterator[Any]:
    for each in found if isinstance(found, list) else []:
        name = next((name for name in VALUES if f"value{name}" in each), None) if isinstance(each, dict) else None
        value = each[f"value{name}"] if name else None
        if name == "Coding":
            value = value.get("code") or value.get("display") if isinstance(value, dict) else None
        elif name == "Quantity":
            value = value.get("value") if isinstance(value, dict) else None
        yield value


def _between(ends: Mapping[str, Any]) -> str:
    return (
        f"{ends.get('low')} to {ends.get('high')}"
        if None not in (ends.get("low"), ends.get("high"))
        else str(ends.get("low") or ends.get("high"))
    )
