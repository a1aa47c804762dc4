"""One item of our questionnaire as a FHIR item: wording, options, conditions, and as extensions what FHIR has no place for."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from typing import Any, Final

from interview.export.fhir.codes import public_code_of, unit_of
from interview.export.fhir.kinds import REPEATING, coding, enable_answer, type_of
from interview.export.fhir.names import CORE, Json, core, own, own_parts, part, slug
from interview.questionnaire.conditions import PREDICATES, READS
from interview.questionnaire.model import EnableWhen, Item, Questionnaire
from interview.questionnaire.places import MORE
from trd_core.text import LONGEST_TEXT

Others = Sequence[Questionnaire]
"""The same questionnaire in other languages."""

EACH_TIME: Final = "each."
"""Begins the link id of the group around a question that is asked anew each time."""
CONTROLS: Final = "http://hl7.org/fhir/questionnaire-item-control"
CONTROL: Final = {
    "choice": ("radio-button", "Radio Button"),
    "choices": ("check-box", "Check-box"),
    "scale": ("radio-button", "Radio Button"),
    "drugs": ("drop-down", "Drop down"),
}
"""How a list of options is drawn: code and name."""
BOUNDS: Final = (("minValue", "min"), ("maxValue", "max"))


def item_of(item: Item, whole: Questionnaire, others: Others) -> Json:
    """Return a FHIR item, with its members where it is a group; what is asked anew each time stands in a repeating group of its own."""
    made = _item_of(item, whole, others)
    if is_asked_each_time(item):
        return {"linkId": f"{EACH_TIME}{item.link_id}", "text": item.text, "type": "group", "repeats": True, "item": [made]}
    return made


def is_asked_each_time(item: Item) -> bool:
    """Return whether a question outside of groups has instances of its own: one for each time."""
    return item.link_id.endswith("[]") and not item.is_group


def _item_of(item: Item, whole: Questionnaire, others: Others) -> Json:
    same = [(other.language, other.items[item.link_id]) for other in others]
    kind = type_of(item)
    made: Json = {"extension": list(_extensions(item, kind, same)), "linkId": item.link_id}
    public = public_code_of(item)
    if public is not None:
        made["code"] = [public]
    made |= {"text": item.text, **translated("text", [(language, each.text) for language, each in same]), "type": kind}
    made |= conditions(item.enable_when, item.enable_behavior, whole)
    if item.type in REPEATING:
        made["repeats"] = True
    if kind in ("text", "string"):
        made["maxLength"] = LONGEST_TEXT
    if item.options:
        made["answerOption"] = [
            {
                "valueCoding": {
                    **coding(item, option.code),
                    **translated("display", [(code, each.options[place].display) for code, each in same]),
                }
            }
            for place, option in enumerate(item.options)
        ]
    if item.is_group:
        made["item"] = [item_of(member, whole, others) for member in item.item] + ([_more(item, same)] if item.more else [])
    return made if made["extension"] else {name: value for name, value in made.items() if name != "extension"}


def conditions(enable_when: tuple[EnableWhen, ...], behavior: str, whole: Questionnaire) -> Json:
    """Return `enableWhen` exactly as ours is; the behavior only where several conditions need it."""
    if not enable_when:
        return {}
    made: Json = {"enableWhen": [_condition(each, whole) for each in enable_when]}
    if len(enable_when) > 1:
        made["enableBehavior"] = behavior
    return made


def translated(name: str, texts: Sequence[tuple[str, str]]) -> Json:
    """Return the companion of a text that holds it in other languages; nothing where there are none."""
    held = [
        {"url": f"{CORE}/translation", "extension": [part("lang", "Code", language), part("content", "String", text)]}
        for language, text in texts
    ]
    return {f"_{name}": {"extension": held}} if held else {}


def _condition(condition: EnableWhen, whole: Questionnaire) -> Json:
    answer = (
        {"answerBoolean": condition.answer is True}
        if condition.operator == "exists"
        else enable_answer(whole.items[condition.question], condition.answer)
    )
    return {"question": condition.question, "operator": condition.operator, **answer}


def _more(group: Item, same: Sequence[tuple[str, Item]]) -> Json:
    """The question for another instance: it tells whether the list is complete."""
    text = translated("text", [(language, each.more or "") for language, each in same])
    return {"linkId": f"{MORE}{group.link_id}", "text": group.more, **text, "type": "boolean"}


def _extensions(item: Item, kind: str, same: Sequence[tuple[str, Item]]) -> Iterator[Json]:
    unit = unit_of(item)
    if unit is not None:
        yield core("questionnaire-unit", "Coding", unit)
    for name, field in BOUNDS:
        bound = getattr(item, field)
        if bound is not None and kind in ("decimal", "integer"):
            yield core(
                name, "Integer" if kind == "integer" else "Decimal", int(bound) if kind == "integer" or bound == int(bound) else bound
            )
    yield own("who", "Code", item.who)
    yield own("depth", "Code", item.depth)
    if item.required:
        yield own("needed-for-its-area", "Boolean", True)
    yield from _named_condition(item)
    for name, texts in (("probe", item.probes), ("anchor", item.anchors), ("instance-title", item.instance_titles)):
        for place, text in enumerate(texts):
            yield _said(name, text, [(code, _all(each, name)[place]) for code, each in same])
    for name, said in (("help", "help"), ("unlikely", "unlikely"), ("asked-of-an-informant", "ask_informant")):
        if getattr(item, said):
            yield _said(name, getattr(item, said), [(code, getattr(each, said)) for code, each in same if getattr(each, said)])
    if item.options:
        yield own("option-codes", "Canonical", f"#{slug(item.link_id)}")
    yield core("designNote", "Markdown", _note(item))
    if item.options:
        code, shown = CONTROL["drugs" if kind == "open-choice" else item.type]
        yield core(
            "questionnaire-itemControl",
            "CodeableConcept",
            {"coding": [{"system": CONTROLS, "code": code, "display": shown}], "text": shown},
        )


def _named_condition(item: Item) -> Iterator[Json]:
    """A condition that `enableWhen` cannot say: its name, what it reads, and in a sentence when the item is open."""
    if item.condition is None:
        return
    meaning = " ".join((inspect.getdoc(PREDICATES[item.condition]) or item.condition).split())
    yield own_parts(
        "named-condition",
        part("name", "Code", item.condition),
        part("text", "String", meaning),
        *(part("reads", "String", path) for path in READS[item.condition]),
    )


def _said(name: str, text: str, texts: Sequence[tuple[str, str]]) -> Json:
    beside = [{"url": "translation", "extension": [part("lang", "Code", code), part("content", "String", each)]} for code, each in texts]
    return own_parts(name, part("text", "String", text), *beside)


def _all(item: Item, name: str) -> tuple[str, ...]:
    held: dict[str, Any] = {"probe": item.probes, "anchor": item.anchors, "instance-title": item.instance_titles}
    return tuple(held[name])


def _note(item: Item) -> str:
    rules = f" Rules that need it: {', '.join(item.why)}." if item.why else ""
    source = f" {item.citation}" if item.citation else ""
    return f"Wording: {item.permission}.{source}{rules}".replace("_", "\\_")
