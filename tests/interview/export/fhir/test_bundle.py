"""A record for other programs: what counts, why the rest is not known, what was concluded; no more than its reader gets."""

from __future__ import annotations

import json
from typing import Any

import pytest

from interview.engine.session import Session
from interview.export.fhir.names import DATA_ABSENT, QUESTIONNAIRE_URL
from interview.export.fhir.observations import LEFT_OUT
from tests.interview.engine.world import DISPOSITION, PLAIN, SMALL, FailingStore, Ticking, ask_through, begin
from tests.interview.export.fhir.world import answered, demonstration, exported, findings, item, marks, resources
from tests.interview.export.record import HOSTILE, record

Json = dict[str, Any]


@pytest.fixture(scope="module")
def session() -> Session:
    return record()


@pytest.fixture(scope="module")
def chart(session: Session) -> Json:
    return exported(session)


def absent(found: Json) -> str | None:
    return next((each["valueCode"] for each in found.get("extension", ()) if each["url"] == DATA_ABSENT), None)


def finding(bundle: Json, name: str) -> Json:
    return next(each for each in findings(bundle) if each["identifier"][0]["value"] == name)


def test_answers_stand_as_they_count_with_what_was_typed_beside(chart: Json) -> None:
    dose = item(chart, "trials[].dose_mg")
    assert [{"valueDecimal": 150}] == dose["answer"]
    assert ("150 mg", "patient") == (marks(dose)["verbatim"], marks(dose)["source"])
    assert HOSTILE == item(chart, "narrative.concern")["answer"][0]["valueString"]
    assert "current" != item(chart, "lifestyle.smoking")["answer"][0]["valueCoding"]["code"] == "never"
    whole = resources(chart, "QuestionnaireResponse")[0]
    assert whole["questionnaire"].startswith(f"{QUESTIONNAIRE_URL}/")
    assert ("in-progress", "S-1") == (whole["status"], whole["contained"][0]["identifier"][0]["value"])


def test_why_there_is_no_answer_is_told_and_is_never_a_no() -> None:
    session = begin()
    ask_through(session, PLAIN, until="kellner")
    for link_id, status in (("kellner", "declined"), ("trials[0].dose_mg", "unknown"), ("trials[0].agent", "not_applicable")):
        session.leave_unanswered(link_id, status)  # type: ignore[arg-type]
    bundle = exported(session)
    assert "asked-declined" == absent(item(bundle, "kellner"))
    assert "not-asked" == absent(item(bundle, "narrative.lifestyle"))
    assert not any("answer" in each for each in answered(bundle) if absent(each))
    session.give("interview.any.trials", True)
    session.give("trials[0].kind", "medication")
    session.leave_unanswered("trials[0].dose_mg", "unknown")
    assert "asked-unknown" == absent(item(exported(session), "trials[].dose_mg"))


def test_what_is_set_aside_is_in_none(session: Session, chart: Json) -> None:
    assert ["lifestyle.cigarettes_per_day"] == [each.link_id for each in session.set_aside()]
    assert "cigarettes" not in json.dumps(resources(chart, "QuestionnaireResponse"))


def test_a_range_has_both_its_ends_and_no_value() -> None:
    session = begin()
    ask_through(session, PLAIN)
    session.answer("trials[0].dose_mg", "100 or 150 mg")
    dose = item(exported(session), "trials[].dose_mg")
    assert "answer" not in dose
    assert "asked-unknown" == absent(dose)
    assert [("low", 100), ("high", 150)] == [(each["url"], each["valueDecimal"]) for each in marks(dose)["between"]]


def test_what_was_asked_on_another_day_is_told_for_each_day() -> None:
    store = FailingStore()
    session = begin(store)
    ask_through(session, PLAIN, until="person.age_years")
    for day in (2, 3):
        session = Session.resume(store, SMALL, session.record, clock=Ticking(day))
        session.answer("interview.safety_today[0]" if day == 2 else "interview.safety_today[1]", "no")
    times = [each for each in answered(exported(session)) if each["linkId"] == "interview.safety_today[]"]
    assert [[{"valueBoolean": False}]] * 2 == [each["answer"] for each in times]


def test_an_open_finding_has_its_ends_and_no_value(chart: Json) -> None:
    staged = finding(chart, "staging.maudsley")
    assert "unknown" == staged["dataAbsentReason"]["coding"][0]["code"]
    assert not any(name.startswith("value") for name in staged)
    assert [3, 10] == [each["valueQuantity"]["value"] for each in staged["component"]]
    topless = finding(chart, "staging.mgh.expanded")["component"][1]
    assert {"text": "no end"} == topless["dataAbsentReason"]
    assert ["0", "I"] == [each["valueCodeableConcept"]["coding"][0]["code"] for each in finding(chart, "staging.thase_rush")["component"]]


def test_every_finding_has_its_rule_source_status_and_reasons(session: Session, chart: Json) -> None:
    told = {each.id: each for each in session.assessment().findings.values() if not LEFT_OUT.fullmatch(each.id)}
    found = {each["identifier"][0]["value"]: each for each in findings(chart)}
    assert set(told) == set(found)
    for name, each in found.items():
        known = marks(each)
        assert (told[name].rule, told[name].citation, told[name].status) == (known["rule"], known["rule-citation"], known["rule-status"])
        assert told[name].citation in each["note"][0]["text"]
    paths = [
        part["valueString"]
        for each in found["areas.safety.wish_to_be_dead"]["extension"]
        for part in each.get("extension", ())
        if part["url"] == "path"
    ]
    assert ["safety.wish_to_be_dead"] == paths
    assert "met" == found["areas.safety.wish_to_be_dead"]["valueCodeableConcept"]["coding"][0]["code"]
    assert "trials.adequate.mgh" == found["trials.t1.adequate.mgh"]["code"]["coding"][0]["code"]


def test_it_is_preliminary_until_the_record_is_closed() -> None:
    assert {"preliminary"} == {each["status"] for each in resources(exported(record()), "Observation")}
    closed = exported(demonstration())
    assert {"final"} == {each["status"] for each in resources(closed, "Observation")}
    assert "completed" == resources(closed, "QuestionnaireResponse")[0]["status"]


def test_practice_is_marked_on_every_resource(chart: Json) -> None:
    practice = exported(demonstration())
    each = [practice, *(entry["resource"] for entry in practice["entry"])]
    assert {"HTEST"} == {one["meta"]["security"][0]["code"] for one in each}
    assert {"practice"} == {one["meta"]["tag"][0]["code"] for one in each}
    assert not any("meta" in entry["resource"] for entry in chart["entry"])


def test_who_and_by_what_and_under_which_seal(chart: Json) -> None:
    told = resources(chart, "Provenance")[0]
    assert "ABCD-EFGH" == marks(told)["seal"]
    who = [(each["type"]["coding"][0]["code"], each["who"].get("display")) for each in told["agent"]]
    assert [("assembler", None), ("author", record().state.interviewer)] == who
    addresses = {entry["fullUrl"] for entry in chart["entry"]}
    assert {each["reference"] for each in told["target"]} <= addresses
    assert {each["device"]["reference"] for each in resources(chart, "Observation")} <= addresses
    assert "0.1.0" == resources(chart, "Device")[0]["version"][0]["value"]


def test_a_signature_stands_as_what_it_is() -> None:
    session = begin(interviewer="Dr A")
    ask_through(session, PLAIN)
    assert (session.go("review"), session.sign("Dr S", "supervisor"))[1].__class__.__name__ == "Saved"
    signed = exported(session)
    assert ("attester", "Dr S") == (
        resources(signed, "Provenance")[0]["agent"][-1]["type"]["coding"][0]["code"],
        resources(signed, "Provenance")[0]["agent"][-1]["who"]["display"],
    )
    assert {"final"} == {each["status"] for each in resources(signed, "Observation")}
    session.go("reopen")
    session.answer("person.age_years", "45")
    session.go("close")
    void = exported(session)
    assert {"preliminary"} == {each["status"] for each in resources(void, "Observation")}
    assert "attester" not in json.dumps(resources(void, "Provenance"))


def test_private_notes_are_in_none_unless_named(session: Session, chart: Json) -> None:
    assert "PRIVATE" not in json.dumps(chart)
    assert "call back" in json.dumps(chart)
    assert "PRIVATE" in json.dumps(exported(session, notes=frozenset({"private"})))


def test_own_words_are_kept_out_for_a_colleague_and_it_is_said(session: Session) -> None:
    colleague = exported(session, "colleague")
    assert "masked" == absent(item(colleague, "narrative.concern"))
    assert "answer" not in item(colleague, "narrative.concern")
    assert not any("verbatim" in marks(each) for each in answered(colleague))
    assert "150 mg" not in json.dumps(colleague)


def test_what_is_left_out_is_marked_and_shows_through_nowhere(session: Session) -> None:
    redacted = exported(session, redacted=frozenset({"trials[].agent"}))
    assert "masked" == absent(item(redacted, "trials[].agent"))
    assert "sertraline" in json.dumps(exported(session))
    assert "sertraline" not in json.dumps(redacted)


def test_research_gets_codes_days_and_nobody_s_name() -> None:
    session = demonstration()
    research = exported(session, "research")
    said = json.dumps(research)
    assert [] == [each for each in ("DEMO-1", "Dr B", session.record + '"', "2026-") if each in said]
    dated = [each for each in answered(research) if "days-from-interview" in marks(each)]
    assert dated
    assert {"masked"} == {absent(each) for each in dated}
    texts = [each for each in answered(research) if each["linkId"].startswith("narrative.")]
    assert not any("answer" in each for each in texts)


def test_a_sign_of_risk_keeps_what_was_done_about_it(session: Session, chart: Json) -> None:
    told = {
        each["url"]: each.get("valueString", each.get("valueBoolean"))
        for each in marks(resources(chart, "QuestionnaireResponse")[0])["disposition"]
    }
    assert {**DISPOSITION, "contact": HOSTILE} == told
    assert session.state.disposition is not None


def test_the_same_record_gives_the_same_bytes() -> None:
    assert exported(record()) == exported(record())
