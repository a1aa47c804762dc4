"""Our questionnaire for other programs: the same questions, in the same order, open at the same time; nothing dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from interview.export.fhir.codes import codes
from interview.export.fhir.names import BASE
from interview.export.fhir.questionnaire import SECTION, fhir_questionnaire, to_fhir_questionnaire
from interview.export.fhir.questionnaire_items import is_asked_each_time
from interview.questionnaire.conditions import PREDICATES
from interview.questionnaire.model import EnableWhen, Item, Questionnaire
from interview.questionnaire.reader import bundled
from interview.questionnaire.translated import with_texts
from tests.interview.export.fhir.world import marks

Json = dict[str, Any]
OURS: Questionnaire = bundled()


@pytest.fixture(scope="module")
def made() -> Json:
    return fhir_questionnaire(OURS)


def walk(resource: Json) -> Iterator[Json]:
    for item in resource.get("item", ()):
        yield item
        yield from walk(item)


def by_link(resource: Json) -> dict[str, Json]:
    return {item["linkId"]: item for item in walk(resource)}


def test_every_question_is_there_once_in_our_order_with_our_words(made: Json) -> None:
    theirs = [item["linkId"] for item in walk(made)]
    assert len(theirs) == len(set(theirs))
    assert list(OURS.items) == [link_id for link_id in theirs if link_id in OURS.items]
    assert all(OURS.items[item["linkId"]].text == item["text"] for item in walk(made) if item["linkId"] in OURS.items)
    beside = [link_id for link_id in theirs if link_id not in OURS.items]
    groups = [f"interview.more.{each.link_id}" for each in OURS.items.values() if each.is_group and each.more]
    sections = [f"{SECTION}{each.id}" for each in OURS.section]
    intros = [f"{SECTION}{each.id}.intro" for each in OURS.section if each.intro]
    each_time = [f"each.{link_id}" for link_id, each in OURS.items.items() if is_asked_each_time(each)]
    assert sorted(beside) == sorted([*groups, *sections, *intros, *each_time])
    assert ["each.interview.safety_today[]"] == each_time


def back(condition: Json, asked: Item) -> EnableWhen:
    """A FHIR condition as ours, by FHIR's rules alone."""
    kind, answer = next((name, value) for name, value in condition.items() if name.startswith("answer"))
    if condition["operator"] == "exists":
        assert "answerBoolean" == kind
    elif kind == "answerCoding":
        assert f"{BASE}/CodeSystem/" in answer["system"]
        answer = answer["code"]
    else:
        assert {"number": "answerDecimal", "scale": "answerInteger", "yes_no": "answerBoolean"}[asked.type] == kind
    return EnableWhen(question=condition["question"], operator=condition["operator"], answer=answer)


def test_every_condition_is_exactly_ours(made: Json) -> None:
    theirs = by_link(made)
    ours = [(each.link_id, each) for each in OURS.items.values()] + [(f"{SECTION}{each.id}", each) for each in OURS.section]
    seen = 0
    for link_id, each in ours:
        found = theirs[link_id].get("enableWhen", [])
        assert each.enable_when == tuple(back(condition, OURS.items[condition["question"]]) for condition in found), link_id
        assert ((each.enable_behavior,) if len(found) > 1 else ()) == tuple(
            theirs[link_id].get(name) for name in ("enableBehavior",) if found[1:]
        )
        seen += len(found)
    assert seen > 200


def test_a_condition_that_enablewhen_cannot_say_stands_by_name_and_in_words(made: Json) -> None:
    theirs = by_link(made)
    named = [each for each in OURS.items.values() if each.condition]
    assert len(named) > 20
    for item in named:
        told = {part["url"]: part.get("valueCode") or part.get("valueString") for part in marks(theirs[item.link_id])["named-condition"]}
        assert item.condition == told["name"]
        assert told["text"].split() == (PREDICATES[item.condition or ""].__doc__ or "").split()
    assert not any("named-condition" in marks(theirs[each.link_id]) for each in OURS.items.values() if not each.condition)


def test_options_carry_our_codes_and_their_code_systems_are_inside_and_pointed_to(made: Json) -> None:
    theirs, inside = by_link(made), {each["id"]: each for each in made["contained"]}
    pointed = set()
    for item in OURS.items.values():
        options = [each["valueCoding"] for each in theirs[item.link_id].get("answerOption", ())]
        assert [option.code for option in item.options] == [each["code"] for each in options]
        if options:
            name = marks(theirs[item.link_id])["option-codes"].removeprefix("#")
            pointed.add(name)
            assert {inside[name]["url"]} == {each["system"] for each in options}
            assert [each["code"] for each in options] == [each["code"] for each in inside[name]["concept"]]
    assert pointed == set(inside)


def test_kinds_units_and_public_codes(made: Json) -> None:
    theirs = by_link(made)
    shown = ("trials[].dose_mg", "trials[].weeks", "kellner", "safety.act_on", "stress.symptoms", "narrative.concern", "trials[].agent")
    assert ["decimal", "decimal", "integer", "date", "choice", "text", "open-choice"] == [theirs[each]["type"] for each in shown]
    assert ["mg/d", "wk"] == [marks(theirs[each])["questionnaire-unit"]["code"] for each in shown[:2]]
    assert (1, 9) == (marks(theirs["kellner"])["minValue"], marks(theirs["kellner"])["maxValue"])
    assert (True, True) == (theirs["stress.symptoms"]["repeats"], theirs["trials[]"]["repeats"])
    coded = {link_id: item["code"][0]["code"] for link_id, item in theirs.items() if "code" in item}
    assert {link_id: each.code for link_id, each in codes().item_code.items()} == coded
    assert all(each.source and each.status in ("checked", "recalled") for each in codes().item_code.values())
    assert set(codes().item_code) | set(codes().item_unit) <= set(OURS.items)


def test_the_words_of_another_language_stand_beside_ours() -> None:
    other = with_texts(OURS, lambda at, text: f"<{text}>", "xx")
    theirs = by_link(fhir_questionnaire(OURS, [other]))
    beside = theirs["safety.thoughts"]["_text"]["extension"][0]["extension"]
    assert ["xx", f"<{OURS.items['safety.thoughts'].text}>"] == [beside[0]["valueCode"], beside[1]["valueString"]]
    assert theirs["safety.thoughts"]["text"] == OURS.items["safety.thoughts"].text
    option = theirs["kellner_self" if OURS.items["kellner_self"].options else "stress.symptoms"]["answerOption"][0]["valueCoding"]
    assert option["_display"]["extension"][0]["extension"][1]["valueString"] == f"<{option['display']}>"


def test_the_same_questionnaire_gives_the_same_bytes() -> None:
    assert to_fhir_questionnaire(OURS) == to_fhir_questionnaire(OURS)
