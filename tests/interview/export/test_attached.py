"""Attached instruments in every export: each reader gets what is for them, hostile text stays data, our JSON gives back an equal record."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from interview.engine.session import Session
from interview.export.formats import render
from interview.export.importing.record import read_record
from interview.export.importing.refused import ImportRefused
from interview.questionnaire.reader import bundled
from tests.interview.engine.informant_world import begun
from tests.interview.engine.test_attached import at, under_way
from tests.interview.export.record import order
from tests.interview.instruments.invented import Json, coded, evenings, invented, on, option
from tests.interview.program import Program

HOSTILE = "=1+1 [x](http://y) <b>zq</b> {{7*7}} |`"
SAID = "zq the neighbour sings"


def answered(items: list[Json] | None = None) -> Session:
    """Return a record in which the invented instrument is answered, with a total that was stated otherwise."""
    session = under_way(*(items or invented()))
    for item, text in {"q2": "3", "loud": SAID, "q1": "2", "q3": "1", "total": "9"}.items():
        session.answer(at(item), text)
    session.answer(at("q4"), "1")
    return session


def out(session: Session, form: str, reader: str = "chart", **choices: Any) -> str:
    is_page = form not in ("json", "csv", "fhir")
    return b"\n".join(render(form, order(session, reader, is_page=is_page, **choices)).values()).decode()  # type: ignore[arg-type]


def test_json_tells_what_counts_what_is_set_aside_and_the_total_beside_the_stated_one() -> None:
    session = answered()
    session.answer(at("q2"), "1")
    told = json.loads(out(session, "json"))["attached"]
    assert [("The evening check", "1")] == [(each["title"], each["version"]) for each in told]
    assert ["attached:1:q2", "attached:1:q1", "attached:1:q3", "attached:1:total", "attached:1:q4"] == [
        each["link_id"] for each in told[0]["answers"]
    ]
    assert [at("loud")] == [each["link_id"] for each in told[0]["set_aside"]]
    assert [
        {"link_id": "total", "recomputed": True, "value": 1.0, "range": [1.0, 1.0], "settles": [], "stated": 9.0, "differs": True}
    ] == told[0]["totals"]
    assert "attached" not in json.loads(out(begun(), "json"))


def test_our_json_gives_back_an_equal_record() -> None:
    session = answered()
    session.answer(at("q2"), "1")
    session.withdraw(at("q3"))
    back = read_record(json.loads(out(session, "json")), bundled())
    assert session.events == back.events


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda event: event["body"].update(item="zz"), "item"),
        (lambda event: event["body"].update(instrument=2), "item"),
        (lambda event: event["body"].update(value="e9"), "value"),
        (lambda event: event["body"].update(value=True), "value"),
        (lambda event: event["body"].update(status="declined"), "value"),
    ],
)
def test_a_log_that_no_session_would_make_is_refused_where_it_stands(change: Any, where: str) -> None:
    tree = json.loads(out(answered(), "json"))
    event = next(each for each in tree["events"] if each["body"].get("item") == "q1")
    change(event)
    with pytest.raises(ImportRefused) as refused:
        read_record(tree, bundled())
    assert refused.value.path.endswith(f"body.{where}")


def test_a_broken_instrument_in_a_log_is_refused_by_its_link_id() -> None:
    tree = json.loads(out(answered(), "json"))
    event = next(each for each in tree["events"] if each["body"]["type"] == "instrument_attached")
    event["body"]["instrument"]["items"][1]["items"][0]["options"] = []
    with pytest.raises(ImportRefused, match="q1: found a choice without options"):
        read_record(tree, bundled())


def test_pages_say_total_items_and_that_what_was_stated_does_not_agree() -> None:
    session = answered()
    chart = " ".join(out(session, "markdown").replace("\\", "").split())
    assert "## Attached instruments" in chart
    assert "Total: 3, computed anew from 4 items (stated: 9)." in chart
    assert "Total: stated as 9, and the answers give 3. They do not agree." in chart
    assert "I sat in one place for hours.: on some evenings" in chart
    assert SAID in chart
    colleague = " ".join(out(session, "markdown", "colleague", verbatim=False).replace("\\", "").split())
    assert "Total: 3, computed anew" in colleague
    assert "What was loud? answered in own words" in colleague
    assert SAID not in colleague
    assert "evening" not in out(session, "markdown", "patient").lower()


def test_an_open_total_has_bounds_and_names_what_would_settle_it() -> None:
    session = under_way()
    session.answer(at("q1"), "2")
    assert "Total: not known, between 1 and 10. It would be settled by:" in " ".join(out(session, "markdown").replace("\\", "").split())


def test_rows_of_a_table() -> None:
    rows = list(csv.DictReader(io.StringIO(out(answered(), "csv").split("row,id,text,kind")[0].removeprefix("\ufeff"))))
    assert [("q1", "e1"), ("q2", "e2"), ("q3", "e0"), ("q4", "e0"), ("loud", SAID), ("total", "9")] == [
        (row["id"].removeprefix("attached:1:"), row["value"]) for row in rows if row["row"] == "attached"
    ]
    assert [("attached:1:total", "differs", "3")] == [
        (row["id"], row["status"], row["value"]) for row in rows if row["row"] == "attached_total"
    ]


def test_fhir_has_one_response_more_that_names_its_questionnaire() -> None:
    bundle = json.loads(out(answered(), "fhir"))
    found = [each["resource"] for each in bundle["entry"] if each["resource"]["resourceType"] == "QuestionnaireResponse"]
    assert 2 == len(found)
    made = found[1]
    assert "http://example.org/fhir/Questionnaire/evening-check|1" == made["questionnaire"]
    group = made["item"][0]
    assert [{"valueCoding": {**coded("e1"), "display": "on some evenings"}}] == group["item"][0]["answer"]
    assert [{"valueString": SAID}] == made["item"][1]["answer"]
    assert [{"valueInteger": 9}] == made["item"][2]["answer"]
    parts = {
        each["url"]: next(value for name, value in each.items() if name.startswith("value")) for each in made["extension"][0]["extension"]
    }
    assert (3.0, 9.0, True) == (parts["value"], parts["stated"], parts["differs"])


def test_the_patient_gets_nothing_of_them_and_that_is_told() -> None:
    session = answered()
    left = order(session, "patient", is_page=False)
    assert () == left.session.attached
    assert 6 == left.withheld["attached"]


def test_research_gets_codes_weights_and_totals_and_no_text() -> None:
    words = [
        {"valueString": "zq often"},
        {"valueString": "zq never", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 0}]},
    ]
    loud = {**invented()[2], "enableWhen": [on("q2", "!=", answerCoding=coded("e0"))]}
    more = [
        evenings("w", "zq which", answerOption=words),
        {"linkId": "after", "type": "text", "text": "zq?", "enableWhen": [on("loud", "=", answerString=SAID)]},
    ]
    session = answered([*invented()[:2], loud, *more, invented()[3]])
    session.answer(at("w"), "zq never")
    session.answer(at("after"), "zq later")
    made = out(session, "json", "research")
    told = json.loads(made)["attached"][0]
    assert "zq" not in made
    assert "evening check" not in made
    assert "hurting" not in made
    assert (3.0, 9.0, True) == tuple(told["totals"][0][name] for name in ("value", "stated", "differs"))
    assert "option-2" == next(each["value"] for each in told["answers"] if each["link_id"] == at("w"))
    assert at("after") in [each["link_id"] for each in told["answers"]]
    assert "zq" not in out(session, "csv", "research")
    assert "zq" not in out(session, "fhir", "research")


def test_a_sign_of_risk_stays_one_where_words_are_withheld() -> None:
    session = under_way({"linkId": "x", "type": "text", "text": "Thoughts of suicide?"})
    session.answer(at("x"), "I want to die")
    assert (at("x"),) == session.view().safety.positives
    for reader in ("chart", "research"):
        left = order(session, reader, is_page=False, verbatim=False).session
        assert "die" not in str(left.events)
        assert (at("x"),) == left.view().safety.positives


@pytest.mark.parametrize("form", ["json", "csv", "fhir", "html", "markdown", "pdf", "docx"])
def test_hostile_text_is_data_in_every_format(form: str) -> None:
    options = [option(HOSTILE, HOSTILE, 1), option("b", "b", 0)]
    session = under_way(evenings("c", HOSTILE, answerOption=options), {"linkId": "t", "type": "text", "text": f"{HOSTILE}?"})
    session.give(at("c"), HOSTILE)
    session.answer(at("t"), HOSTILE)
    is_page = form not in ("json", "csv", "fhir")
    made = render(form, order(session, is_page=is_page))
    assert all(made.values())
    if form == "html":
        text = made[""].decode()
        assert "<b>zq</b>" not in text
        assert "&lt;b&gt;zq" in text
    if form == "csv":
        cells = [cell for row in csv.reader(io.StringIO(made[""].decode().removeprefix("\ufeff"))) for cell in row]
        assert [] == [cell for cell in cells if cell.startswith("=")]
        assert any("=1+1" in cell for cell in cells)


def test_the_command_attaches_answers_exports_and_imports_again(tmp_path: Path) -> None:
    from tests.interview.instruments.invented import URL, questionnaire

    program = Program(tmp_path / "data")
    files = {"q": questionnaire(), "broken": questionnaire(evenings("q1", "x"), evenings("q1", "y")), "none": {"resourceType": "Patient"}}

    def reply(link_id: str, code: str) -> Json:
        return {"linkId": link_id, "answer": [{"valueCoding": coded(code)}]}

    group = {"linkId": "q", "item": [reply("q4", "e2"), reply("q1", "e1"), reply("q2", "e0"), reply("q3", "e2")]}
    stated = {"linkId": "total", "answer": [{"valueInteger": 9}]}
    files["r"] = {"resourceType": "QuestionnaireResponse", "questionnaire": f"{URL}|1", "item": [group, stated, {"linkId": "zz"}]}
    for name, tree in files.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(tree))
    path = {name: str(tmp_path / f"{name}.json") for name in files}
    assert 0 == program("new", "--subject", "S-1", "--plain", stdin="yes\n/quit\n").code
    checked = program("check", path["q"], path["broken"])
    assert (1, "about self-harm: q4" in checked.out, "q1: found this linkId twice" in checked.out) == (checked.code, True, True)
    assert (0, 2) == (program("check", path["q"]).code, program("check", path["q"], path["none"]).code)
    assert "--attach-to" in program("import", path["q"]).err
    before = len(program.events("r1"))
    assert (2, True) == (
        (refused := program("import", path["broken"], "--attach-to", "r1")).code,
        "q1: found this linkId twice" in refused.err,
    )
    assert before == len(program.events("r1"))
    assert 0 == program("import", path["q"], "--attach-to", "r1").code
    assert before + 1 == len(program.events("r1"))
    taken = program("import", path["r"], "--attach-to", "r1")
    assert 1 == taken.code
    assert "They do not agree." in taken.err
    assert "A sign of risk is in it" in taken.err
    assert "not taken: zz" in taken.err
    assert "safety_opened" in [event.body.type for event in program.events("r1")]
    out_file = tmp_path / "out.json"
    assert 0 == program("export", "r1", "--format", "json", "--out", str(out_file)).code
    other = Program(tmp_path / "other")
    assert 0 == other("import", str(out_file)).code
    assert program.events("r1") == other.events("r1")
