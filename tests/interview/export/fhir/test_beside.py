"""The map and what somebody close said, in a bundle: for whom, in which order, and back again."""

from __future__ import annotations

import json
from typing import Any

from interview.engine.lines import submit
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.export.importing.response import read_response
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore
from tests.interview.engine.informant_world import agreed, told
from tests.interview.engine.world import Ticking, ids
from tests.interview.export.fhir.world import READERS, demonstration, exported, marks, on_the_map, resources
from tests.interview.export.record import HOSTILE, record

Json = dict[str, Any]


def told_by_a_partner() -> Session:
    """A record whose person's partner was asked, of one treatment too."""
    session = agreed()
    session.answer(told("lifestyle.alcohol_frequency"), "daily")
    session.answer(told("interview.informant_story"), HOSTILE)
    session.answer(told("trials[0].outcome"), "it helped them in part")
    session.leave_unanswered(told("lifestyle.sleep_hours"), "unknown")
    return session


def addresses(bundle: Json) -> dict[str, Json]:
    return {entry["fullUrl"]: entry["resource"] for entry in bundle["entry"]}


def test_problems_stand_in_their_order_and_none_is_a_condition() -> None:
    session = demonstration()
    bundle = exported(session)
    analysis = session.assessment().macro_analysis
    there, (order,) = addresses(bundle), resources(bundle, "List")
    ranked = [there[entry["item"]["reference"]] for entry in order["entry"]]
    assert [each.rank for each in analysis.problems] == [marks(each)["rank"] for each in ranked]
    assert [each.label for each in analysis.problems] == [each["valueCodeableConcept"]["text"] for each in ranked]
    assert len(analysis.circles) == sum(each["url"].endswith("/circle") for each in order["extension"])
    assert [] == resources(bundle, "Condition")
    assert ("current", "snapshot", "priority") == (order["status"], order["mode"], order["orderedBy"]["coding"][0]["code"])
    assert {each["reference"] for each in resources(bundle, "Provenance")[0]["target"]} >= {
        entry["item"]["reference"] for entry in order["entry"]
    }


def test_each_link_names_its_ends_and_what_nobody_rated_is_unknown() -> None:
    session = demonstration()
    bundle = exported(session)
    there = addresses(bundle)
    links = session.case().links or ()
    drawn = on_the_map(bundle, "link")
    assert len(links) == len(drawn) > 3
    labels = {problem.id: problem.label for problem in session.case().problems or ()}
    ends = [[there[marks(each)[end]["reference"]]["valueCodeableConcept"]["text"] for end in ("source", "target")] for each in drawn]
    assert [[labels[each.source], labels[each.target]] for each in links] == ends
    small = next(each for each in on_the_map(exported(record()), "problem") if each["valueCodeableConcept"]["text"] == HOSTILE)
    parts = {each["code"]["coding"][0]["code"]: each for each in small["component"]}
    assert 2 == parts["urgency"]["valueInteger"]
    assert "unknown" == parts["severity"]["dataAbsentReason"]["coding"][0]["code"]
    assert not any(name.startswith("value") for name in parts["severity"])


def test_a_record_without_a_map_has_no_list() -> None:
    assert [] == resources(exported(agreed()), "List")


def test_research_gets_the_map_by_its_codes() -> None:
    session = record()
    research = exported(session, "research")
    assert 2 == len(on_the_map(research, "problem")) == len(on_the_map(research, "link"))
    assert HOSTILE not in json.dumps(research)
    assert "effectiveDateTime" not in on_the_map(research, "problem")[0]


def test_who_is_close_answers_in_a_response_of_their_own() -> None:
    bundle = exported(told_by_a_partner())
    own, beside = resources(bundle, "QuestionnaireResponse")
    assert "source" not in own
    assert HOSTILE not in json.dumps(own)
    related = next(each for each in beside["contained"] if each["resourceType"] == "RelatedPerson")
    assert ("#informant", "partner", "#person") == (
        beside["source"]["reference"],
        related["relationship"][0]["coding"][0]["code"],
        related["patient"]["reference"],
    )
    said = json.dumps(beside)
    assert "four_or_more_a_week" in said
    assert json.dumps(HOSTILE) in said
    assert "What did this treatment do for them" in said
    assert "asked-unknown" in said


def test_only_those_readers_get_it_whose_record_holds_it() -> None:
    counts = {reader: len(resources(exported(told_by_a_partner(), reader), "QuestionnaireResponse")) for reader in READERS}
    assert {"chart": 2, "colleague": 1, "research": 2} == counts
    assert HOSTILE not in json.dumps(exported(told_by_a_partner(), "research"))
    assert "2026-" not in json.dumps(exported(told_by_a_partner(), "research"))


def test_it_comes_back_beside_the_person_s_answers() -> None:
    session = told_by_a_partner()
    read = read_response(exported(session), bundled())
    again = Session.begin(MemoryStore(), bundled(), subject="S-1", clock=Ticking(), new_id=ids())
    refused = [line["link_id"] for line in read.lines if not isinstance(submit(again, line), Saved)]
    assert [] == refused == list(read.refused)
    then, now = ({link: (each.status, each.value) for link, each in one.state.informant.items()} for one in (session, again))
    assert then == now
    assert session.case().model_copy(update={"assessed_on": None}) == again.case().model_copy(update={"assessed_on": None})
