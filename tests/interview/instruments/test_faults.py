"""Broken questionnaires from elsewhere: each fault is named at its item, and nothing of a broken one is taken."""

from __future__ import annotations

import time
from typing import Any

import pytest

from interview.instruments.reading import read_instrument
from interview.instruments.totals import totals
from tests.interview.instruments.invented import CALCULATED, HIDDEN, ORDINAL, Json, coded, evenings, faults_of, on, option, questionnaire

MODIFIED = {"modifierExtension": [{"url": "http://example.org/reversed", "valueBoolean": True}]}
EXPRESSED = {
    "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression", "valueExpression": {}}]
}
BOUNDS = "http://hl7.org/fhir/StructureDefinition/"


def text(link_id: str, **more: Any) -> Json:
    return {"linkId": link_id, "type": "string", "text": "What was it?", **more}


def number(link_id: str, **more: Any) -> Json:
    return {"linkId": link_id, "type": "integer", "text": "How many?", **more}


def deep(levels: int) -> Json:
    inside = text("bottom")
    for level in range(levels):
        inside = {"linkId": f"level{level}", "type": "group", "item": [inside]}
    return inside


def at(question: str, code: str) -> Json:
    return on(question, "=", answerCoding=coded(code))


def above(question: str) -> Json:
    return on(question, ">", answerInteger=1)


def bound(name: str, **value: Any) -> Json:
    return {"url": f"{BOUNDS}{name}", **value}


def of_options(*options: Json) -> list[Any]:
    return [evenings("c", "?", answerOption=list(options))]


def of_set(named: str) -> list[Any]:
    return [{"linkId": "c", "type": "choice", "text": "?", "answerValueSet": named}]


A, B = evenings("a", "I sat."), number("b")
TWICE = [at("a", "e1"), at("a", "e2")]
TWO_WEIGHTS = {**option("x", "X", 1), "valueCoding": {"code": "x", "extension": [{"url": ORDINAL, "valueDecimal": 2}]}}
BROKEN: list[tuple[str, list[Any], list[tuple[str, str]]]] = [
    ("without a linkId", [{"type": "string", "text": "?"}], [("item[0]", "no_link_id")]),
    ("with an empty linkId", [text("  ")], [("item[0]", "no_link_id")]),
    ("a linkId twice", [A, evenings("a", "I lay.")], [("a", "link_id_twice")]),
    ("no object", ["a"], [("item[0]", "bad_item")]),
    ("without a type", [{"linkId": "x", "text": "?"}], [("x", "unknown_type")]),
    ("an unknown type", [text("x", type="attachment")], [("x", "unknown_type")]),
    ("too deep", [deep(9)], [("level0", "too_deep")]),
    ("an empty group", [{"linkId": "g", "type": "group"}], [("g", "empty_group")]),
    ("items that are no list", [{"linkId": "g", "type": "group", "item": {"linkId": "x"}}], [("item[0].item", "bad_items")]),
    ("a choice without options", [{"linkId": "c", "type": "choice", "text": "?"}], [("c", "no_options")]),
    ("an option without a value", of_options({}), [("c", "bad_option")]),
    ("an option of an unknown kind", of_options({"valueTime": "10:00:00"}), [("c", "bad_option")]),
    ("the same option twice", of_options(option("x", "X"), option("x", "X")), [("c", "option_twice")]),
    ("a weight that is a text", of_options(option("x", "X", "3")), [("c", "bad_weight")]),
    ("two weights that differ", of_options(TWO_WEIGHTS), [("c", "bad_weight")]),
    ("a value set elsewhere", of_set("http://example.org/vs"), [("c", "value_set_elsewhere")]),
    ("a value set that is not there", of_set("#vs"), [("c", "value_set_missing")]),
    ("a condition on nothing", [text("x", enableWhen=[on("nobody", "exists", answerBoolean=True)])], [("x", "unknown_question")]),
    ("a condition without a question", [text("x", enableWhen=[{"operator": "exists", "answerBoolean": True}])], [("x", "no_question")]),
    ("an unknown operator", [A, text("x", enableWhen=[on("a", "~", answerCoding=coded("e1"))])], [("x", "bad_operator")]),
    ("a condition without an answer", [A, text("x", enableWhen=[on("a", "=")])], [("x", "bad_answer")]),
    ("exists with a number", [A, text("x", enableWhen=[on("a", "exists", answerInteger=1)])], [("x", "bad_answer")]),
    ("an answer of another type", [B, text("x", enableWhen=[on("b", "=", answerString="3")])], [("x", "wrong_type")]),
    ("an order where there is none", [A, text("x", enableWhen=[on("a", ">", answerCoding=coded("e1"))])], [("x", "wrong_operator")]),
    ("an answer that there is not", [A, text("x", enableWhen=[at("a", "e9")])], [("x", "never_open")]),
    ("a question that nobody answers", [{**B, "readOnly": True}, text("x", enableWhen=[above("b")])], [("x", "never_open")]),
    ("two answers at once", [A, text("x", enableBehavior="all", enableWhen=TWICE)], [("x", "never_open")]),
    ("several conditions without how", [A, text("x", enableWhen=TWICE)], [("x", "no_behavior")]),
    ("a question that is asked after it", [text("x", enableWhen=[above("b")]), B], [("x", "question_after")]),
    ("in a circle", [number(p, enableWhen=[above(q)]) for p, q in ("pq", "qp")], [("p", "circular"), ("q", "circular")]),
    ("a condition on itself", [number("p", enableWhen=[above("p")])], [("p", "circular")]),
    (
        "a group that opens with its own member",
        [{"linkId": "g", "type": "group", "enableWhen": [above("b")], "item": [B]}],
        [("g", "circular"), ("b", "circular")],
    ),
    ("a condition as an expression", [text("x", **EXPRESSED)], [("x", "condition_expression")]),
    ("what may change its meaning", [text("x", **MODIFIED)], [("x", "modifier")]),
    ("required and hidden", [text("x", required=True, extension=[{"url": HIDDEN, "valueBoolean": True}])], [("x", "required_hidden")]),
    (
        "bounds the wrong way round",
        [number("n", extension=[bound("minValue", valueInteger=5), bound("maxValue", valueInteger=2)])],
        [("n", "bounds")],
    ),
    ("a bound that is a text", [number("n", extension=[bound("minValue", valueString="5")])], [("n", "bad_bound")]),
    ("a length below nothing", [text("x", maxLength=-1)], [("x", "bad_length")]),
    ("a group that repeats", [{"linkId": "g", "type": "group", "repeats": True, "item": [B]}], [("g", "group_repeats")]),
    ("a number that repeats", [number("n", repeats=True)], [("n", "repeats")]),
    ("a question without words", [{"linkId": "x", "type": "string"}], [("x", "no_text")]),
    ("a flag that is a text", [text("x", required="yes")], [("x", "bad_flag")]),
    ("two lists of options", [evenings("c", "?", answerValueSet="#vs")], [("c", "two_lists")]),
]


@pytest.mark.parametrize(("items", "found"), [(items, found) for _, items, found in BROKEN], ids=[name for name, *_ in BROKEN])
def test_each_fault_is_named_at_its_item(items: list[Any], found: list[tuple[str, str]]) -> None:
    assert found == faults_of(*items)


def test_there_are_no_fewer_than_thirty_and_none_is_taken() -> None:
    assert 30 <= len(BROKEN)
    assert [None] * len(BROKEN) == [read_instrument(questionnaire(*items)).instrument for _, items, _ in BROKEN]


def test_no_items_no_instrument() -> None:
    assert [("item", "no_items")] == [(each.link_id, each.what) for each in read_instrument({"resourceType": "Questionnaire"}).faults]


def test_faults_never_say_a_word_of_the_file() -> None:
    secret = "Zacharias \x1b[31m <b>"
    broken = [evenings(secret, secret, answerOption=[{"valueString": 3}]), {"linkId": f"{secret}2", "type": secret, "text": secret}]
    said = " ".join(map(str, read_instrument(questionnaire(*broken, title=secret)).faults))
    assert said.startswith("item[0]: answerOption[0]:")
    assert "Zacharias" not in said
    assert "\x1b" not in said


def test_all_faults_of_a_file_are_named_in_its_order() -> None:
    found = faults_of(text("x", type="x"), {"type": "string"}, evenings("c", "?", answerOption=[]), A, A)
    assert [("x", "unknown_type"), ("item[1]", "no_link_id"), ("c", "no_options"), ("a", "link_id_twice")] == found


def test_a_total_by_an_expression_is_no_fault_and_never_run() -> None:
    total = number("t", readOnly=True, extension=[{"url": CALCULATED, "valueExpression": {"expression": "__import__('os').system('x')"}}])
    assert [] == faults_of(A, total)


def test_hostile_files_are_refused_in_no_time() -> None:
    """By the processor's time: more text, more items, more options and deeper nesting than any questionnaire has."""
    long = [evenings(f"i{n}", "a b c d " * 490, answerOption=[option(f"o{k}", "lorem " * 600) for k in range(7)]) for n in range(480)]
    many = [text(f"i{n}") for n in range(3_000)]
    wide = evenings("c", "?", answerOption=[option(f"o{n}", "x") for n in range(2_000)])
    began = time.process_time()
    assert [("item", "too_much_text")] == faults_of(*long)
    assert [("item[500]", "too_many_items")] == faults_of(*many)
    assert ["too_many_options"] == [what for __, what in faults_of(wide)][:1]
    assert [("level21", "too_deep")] == faults_of(deep(30))
    assert time.process_time() - began < 2


def test_an_expression_cannot_keep_it_busy() -> None:
    began = time.process_time()
    for expression in ("linkId" + " " * 3_900, "/ " * 1_900, "1 - " * 1_000, "linkId='" + "x" * 3_900):
        total = number("t", readOnly=True, extension=[{"url": CALCULATED, "valueExpression": {"expression": f"sum({expression}"}}])
        reading = read_instrument(questionnaire(A, total))
        assert reading.instrument is not None
        assert 1 == len(totals(reading.instrument, {}))
    assert time.process_time() - began < 1
