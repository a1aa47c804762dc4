"""A FHIR `QuestionnaireResponse` to an attached instrument: its answers by link id, each as the session takes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from interview.instruments.fault import InstrumentFault, shown
from interview.instruments.model import CHOICES, Instrument, InstrumentItem
from interview.language import _

VALUES: Final = ("Boolean", "Decimal", "Integer", "Date", "String", "Coding", "Quantity")
DEEPEST: Final = 40


@dataclass(slots=True)
class ResponseAnswers:
    """What a response says. Values may be free text."""

    answers: list[tuple[str, Any]] = field(default_factory=list)
    """Link ids and values, of a choice the key of its option, in the order of the file."""
    faults: list[InstrumentFault] = field(default_factory=list)
    """What could not be read, by link id."""


def is_response(tree: Any) -> bool:
    """Return whether a JSON tree says that it is a FHIR QuestionnaireResponse."""
    return isinstance(tree, dict) and tree.get("resourceType") == "QuestionnaireResponse"


def named_by(tree: Mapping[str, Any]) -> str:
    """Return the questionnaire that a response names, as a canonical; empty where it names none."""
    named = tree.get("questionnaire")
    return named if isinstance(named, str) else ""


def read_response(tree: Mapping[str, Any], instrument: Instrument) -> ResponseAnswers:
    """Return the answers of a response; what cannot be read is named, and nothing is raised for what it says."""
    made = ResponseAnswers()
    _items(tree.get("item"), "item", instrument, made, 0)
    seen: set[str] = set()
    for link_id, __ in made.answers:
        if link_id in seen:
            made.faults.append(InstrumentFault(shown(link_id, "item"), "twice", _("found two answers to one item; allowed: one")))
        seen.add(link_id)
    twice = {fault.link_id for fault in made.faults if fault.what == "twice"}
    made.answers = [(link_id, value) for link_id, value in made.answers if shown(link_id, "item") not in twice]
    return made


def _items(found: Any, path: str, instrument: Instrument, made: ResponseAnswers, depth: int) -> None:
    for place, each in enumerate(found if isinstance(found, list) and depth < DEEPEST else []):
        here = f"{path}[{place}]"
        link_id = each.get("linkId") if isinstance(each, dict) else None
        item = instrument.by_link_id.get(link_id) if isinstance(link_id, str) else None
        if item is None:
            says = _("found an item that is not in the questionnaire; allowed: its own items")
            made.faults.append(InstrumentFault(shown(link_id, here), "unknown_item", says))
            continue
        answers = each.get("answer")
        told = [one for one in answers if isinstance(one, dict)] if isinstance(answers, list) else []
        values = list(_values(item, told))
        if told and item.is_question:
            if None in values or (len(values) > 1 and not item.repeats):
                says = _("found an answer without a value that fits, or more answers than one; allowed: one value of its type")
                made.faults.append(InstrumentFault(shown(link_id, here), "bad_answer", says))
            else:
                made.answers.append((item.link_id, values if item.repeats else values[0]))
        _items(each.get("item"), f"{here}.item", instrument, made, depth + 1)
        for number, one in enumerate(told):
            _items(one.get("item"), f"{here}.answer[{number}].item", instrument, made, depth + 1)


def _values(item: InstrumentItem, told: list[dict[str, Any]]) -> Iterator[Any]:
    for one in told:
        name = next((name for name in VALUES if f"value{name}" in one), None)
        value = one[f"value{name}"] if name else None
        if item.type in CHOICES:
            yield _key(item, value)
        elif isinstance(value, dict):
            unit = value.get("unit", value.get("code"))
            same_unit = item.unit is None or unit is None or unit == item.unit
            yield value.get("value") if name == "Quantity" and same_unit else None
        else:
            yield value


def _key(item: InstrumentItem, value: Any) -> Any:
    """The key of the option that a value means; of an open choice also a text of its own."""
    coding = value if isinstance(value, dict) else {"code": value}
    code, system = coding.get("code"), coding.get("system")
    for option in item.options:
        if option.code == str(code) and (system is None or option.system is None or option.system == system):
            return option.key
    text = coding.get("display") or (code if isinstance(code, str) else None)
    return text if item.type == "open-choice" and isinstance(text, str) else None
