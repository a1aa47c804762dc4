"""A record as a `QuestionnaireResponse`: the answers that count, and for every open question without one, why there is none.

Not in it: answers behind closed branches, and what the reader does not get (marked `masked`, or counted as `withheld`). What
somebody close said, and the map of problems and links, are resources of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from interview.engine.fold import Answer
from interview.export.fhir.kinds import WORDS, values_of
from interview.export.fhir.names import QUESTIONNAIRE_URL, Json, absent, own, own_parts, part, system
from interview.export.fhir.questionnaire import SECTION
from interview.export.fhir.questionnaire_items import EACH_TIME, is_asked_each_time
from interview.export.fhir.told import Told, is_withheld
from interview.export.withheld import joined, not_told_one_by_one
from interview.questionnaire.model import Item, Section
from interview.questionnaire.places import MORE, more_of

NUMBERS: Final = frozenset({"number", "scale", "duration", "frequency", "dose"})
ON_REQUEST: Final = "never_in_order"
"""The condition of questions that only the engine asks: nobody left them out where they were not asked."""


def response(told: Told) -> Json:
    """Return the resource, without its id."""
    session = told.order.session
    questionnaire, state = session.questionnaire, session.state
    made: Json = {
        "resourceType": "QuestionnaireResponse",
        **told.marks,
        "language": questionnaire.language,
        "contained": [told.patient],
        "extension": list(_about(told)),
        "identifier": {"system": system("record"), "value": told.record},
        "questionnaire": f"{QUESTIONNAIRE_URL}/{questionnaire.id}|{questionnaire.version}",
        "status": "completed" if state.phase == "closed" else "in-progress",
        "subject": told.subject,
    }
    if not told.is_research:
        made["authored"] = state.updated_at
        if state.interviewer:
            made["author"] = {"display": state.interviewer}
    items = [each for section in questionnaire.section if (each := _section(section, told))]
    return {**made, "item": items} if items else made


def _about(told: Told) -> Iterator[Json]:
    state, chosen = told.order.session.state, told.order.chosen
    yield own("visit", "Code", state.visit)
    yield own("depth", "Code", state.depth)
    if told.order.left_out:
        yield own("answers-left-out", "Integer", told.order.left_out)
    for kind, count in joined(told.order.withheld, not_told_one_by_one(told.order.session)).items():
        yield own_parts("withheld", part("kind", "Code", kind.replace("_", "-")), part("count", "Integer", count))
    if state.disposition is not None and not told.is_research:
        yield own_parts("disposition", *(part(name, *_typed(value)) for name, value in state.disposition.items()))
    for note in state.notes:
        if note.kind in chosen.notes:
            on = [part("on", "String", note.link_id)] if note.link_id else []
            yield own_parts("note", part("kind", "Code", note.kind), part("text", "String", note.text), *on)


def _typed(value: Any) -> tuple[str, Any]:
    return ("Boolean", value) if isinstance(value, bool) else ("String", str(value))


def _section(section: Section, told: Told) -> Json | None:
    if not told.order.session.enablement.section_is_enabled(section):
        return None
    items = [each for item in section.item for each in _items(item, told)]
    return {"linkId": f"{SECTION}{section.id}", "text": section.title, "item": items} if items else None


def _items(item: Item, told: Told) -> Iterator[Json]:
    if item.is_group:
        yield from _group(item, told)
    elif is_asked_each_time(item):
        stem = item.link_id.removesuffix("[]")
        times = sorted(int(link_id[len(stem) + 1 : -1]) for link_id in told.order.session.state.answers if link_id.startswith(f"{stem}["))
        for time in times:
            place = [own("place", "Integer", time)]
            asked = list(_one(item, f"{stem}[{time}]", told))
            yield {"extension": place, "linkId": f"{EACH_TIME}{item.link_id}", "text": item.text, "item": asked}
    else:
        yield from _one(item, item.link_id, told)


def _group(item: Item, told: Told) -> Iterator[Json]:
    """One group item for each instance; its place in the record stands beside, for places are never used again."""
    group, enablement = item.link_id.removesuffix("[]"), told.order.session.enablement
    if not enablement.is_enabled(item.link_id):
        return
    for index in enablement.instances(group):
        members = [each for member in item.item for each in _one(member, member.link_id.replace("[]", f"[{index}]", 1), told)]
        if item.more:
            more = Item(link_id=f"{MORE}{item.link_id}", type="yes_no", text=item.more)
            members += _one(more, more_of(group, index), told)
        if members:
            yield {"extension": [own("place", "Integer", index)], "linkId": item.link_id, "text": item.text, "item": members}


def _one(item: Item, link_id: str, told: Told) -> Iterator[Json]:
    session = told.order.session
    if not session.enablement.is_enabled(link_id):
        return
    made: Json = {"linkId": item.link_id, "text": item.text}
    answer = session.answer_of(link_id)
    if told.order.chosen.is_redacted(link_id):
        yield {"extension": [absent("left_out")], **made}
    elif answer is None:
        if item.condition != ON_REQUEST:
            yield {"extension": [absent("not_asked")], **made}
    else:
        yield with_answer(made, item, answer, told)


def with_answer(made: Json, item: Item, answer: Answer, told: Told) -> Json:
    """Return an item with what was answered, or why there is no answer, as this reader gets it."""
    extensions = list(_how(item, answer, told))
    if answer.status != "answered":
        return {"extension": [absent(answer.status), *extensions], **made}
    if told.is_kept_out(item, answer):
        counted = told.days(answer.value) if item.type == "date" and isinstance(answer.value, str) else None
        return {"extension": [absent("left_out"), *([counted] if counted else []), *extensions], **made}
    if answer.value is None:
        return {"extension": [absent("unknown"), *extensions], **made}
    values = values_of(item, answer.value)
    if not values:
        return {"extension": [own("answered-none", "Boolean", True), *extensions], **made}
    return {"extension": extensions, **made, "answer": values}


def _how(item: Item, answer: Answer, told: Told) -> Iterator[Json]:
    """How the answer was given: by whom, when, how surely, between what, and in which words."""
    yield own("source", "Code", answer.source)
    if not told.is_research:
        yield own("answered-at", "DateTime", answer.at)
    for name in ("approximate", "hedged"):
        if getattr(answer, name):
            yield own(name, "Boolean", True)
    if answer.range is not None and not (told.is_research and item.type not in NUMBERS):
        ends = [(end, value) for end, value in zip(("low", "high"), answer.range, strict=True) if value is not None]
        yield own_parts("between", *(part(end, "Decimal" if item.type in NUMBERS else "String", value) for end, value in ends))
    if told.order.chosen.verbatim and answer.verbatim is not None and item.type not in WORDS and not is_withheld(answer.verbatim):
        yield own("verbatim", "String", answer.verbatim)
