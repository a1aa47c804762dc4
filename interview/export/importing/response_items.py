"""The items of a FHIR `QuestionnaireResponse`, one after another, as lines of `replay`, and what stands beside their answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from interview.export.fhir.names import ABSENT, BASE, DATA_ABSENT
from interview.export.fhir.questionnaire import SECTION
from interview.export.fhir.questionnaire_items import EACH_TIME
from interview.export.importing.refused import ImportRefused
from interview.language import _
from interview.questionnaire.model import Questionnaire
from interview.questionnaire.places import MORE
from trd_core.json_input import described, shown_key

REASONS: Final = {code: reason for reason, code in ABSENT.items() if reason != "left_out"}
LISTS: Final = frozenset({"choices", "drugs", "texts"})
VALUES: Final = ("Boolean", "Decimal", "Integer", "Date", "String", "Coding", "Quantity", "DateTime", "Uri", "Time")
MOST_INSTANCES: Final = 1_000

Line = dict[str, Any]


def extensions(holder: Mapping[str, Any]) -> dict[str, Any]:
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


class ItemsRead:
    """One walk through the items of a response: lines, those that come last, and what is refused."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Begin with nothing read."""
        self._questionnaire = questionnaire
        self.lines: list[Line] = []
        self.last: list[Line] = []
        self.refused: list[tuple[str, str]] = []
        self.left_out = 0
        self._used: dict[str, int] = {}

    def about(self, found: Mapping[str, Any]) -> None:
        """Take what stands beside the answers: notes, and what was done about a sign of risk, after all of them."""
        marks = extensions(found)
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

    def _place(self, found: Mapping[str, Any], link_id: str) -> int | None:
        """The instance's place: as it says, else after those before it."""
        said = extensions(found).get("place", self._used.get(link_id, -1) + 1)
        if isinstance(said, bool) or not isinstance(said, int) or not 0 <= said < MOST_INSTANCES:
            return None
        self._used[link_id] = max(said, self._used.get(link_id, -1))
        return said

    def _answered(self, definition: str, found: Mapping[str, Any], index: int | None, is_list: bool) -> None:
        if "[]" in definition and index is None:
            self.refused.append((definition, _("it belongs into its group")))
            return
        link_id = definition if index is None else definition.replace("[]", f"[{index}]", 1)
        marks = extensions(found)
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
