"""A FHIR response to our questionnaire becomes a record through the session: what fits is kept, what does not is named, risk is met."""

from __future__ import annotations

import json
from typing import Any

import pytest

from interview.engine.extraction import AREA_DONE
from interview.engine.lines import submit
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.export.fhir.names import BASE, QUESTIONNAIRE_URL, absent, own
from interview.export.importing.refused import ImportRefused
from interview.export.importing.response import ImportedResponse, read_response
from interview.questionnaire.model import Questionnaire
from interview.storage.memory import MemoryStore
from tests.interview.engine.world import SMALL, Ticking, begin, ids
from tests.interview.export.fhir.world import demonstration, exported, resources
from tests.interview.export.importing.walks import walk
from tests.interview.export.record import HOSTILE

Json = dict[str, Any]


def given(told: ImportedResponse, questionnaire: Questionnaire = SMALL, **arguments: Any) -> tuple[Session, list[str]]:
    session = Session.begin(MemoryStore(), questionnaire, subject="S-1", clock=Ticking(), new_id=ids(), **arguments)
    return session, [line["link_id"] for line in told.lines if not isinstance(submit(session, line), Saved)]


def response(*items: Json, **more: Any) -> Json:
    return {"resourceType": "QuestionnaireResponse", "questionnaire": f"{QUESTIONNAIRE_URL}/trd-interview|1", "item": list(items), **more}


def one(link_id: str, **value: Any) -> Json:
    return {"linkId": link_id, "answer": [value]}


def test_the_demonstration_comes_back_with_the_same_case_but_for_the_map() -> None:
    whole = demonstration()
    told = read_response(exported(whole), whole.questionnaire)
    assert ((), 0, "baseline", "brief", "Dr B", "DEMO-1") == (
        told.refused, told.left_out, told.visit, told.depth, told.interviewer, told.subject
    )  # fmt: skip
    again, refused = given(told, whole.questionnaire, interviewer=told.interviewer)
    assert [] == refused
    left = {"problems": (), "links": (), "subject": "", "missing": {}, "assessed_on": None, "hierarchy_override": None}
    assert whole.case().model_copy(update=left) == again.case().model_copy(update=left)
    assert whole.case().missing == {path: why for path, why in again.case().missing.items() if path != "areas_completed"}


def test_random_records_come_back_with_the_same_answers() -> None:
    """All that counts and is no range; a positive sign of risk may have closed the way of what came after it."""
    compared = 0
    for seed in range(25):
        whole = walk(seed)
        told = read_response(exported(whole), SMALL)
        again, refused = given(told)
        if again.phase == "safety" or refused or whole.state.withdrawn:
            continue
        before = {
            link: (each.status, each.value) for link, each in whole.state.answers.items() if whole.answer_of(link) and link in known()
        }
        after = {link: (each.status, each.value) for link, each in again.state.answers.items() if again.answer_of(link)}
        assert before == {link: each for link, each in after.items() if link in before}
        compared += len(before)
    assert compared > 60


def known() -> set[str]:
    return {link.replace("[]", "[0]") for link in SMALL.items} | {"interview.more.trials[0]"} - {AREA_DONE}


def test_what_another_program_filled_in_is_read_by_its_link_ids() -> None:
    told = read_response(
        response(
            {"linkId": "section.opening", "item": [one("interview.consent", valueBoolean=True)]},
            one("person.age_years", valueQuantity={"value": 44, "unit": "a"}),
            one("interview.any.trials", valueBoolean=True),
            {
                "linkId": "trials[]",
                "item": [one("trials[].kind", valueCoding={"code": "medication"}), one("trials[].dose_mg", valueDecimal=100.0)],
            },
            {"linkId": "trials[]", "item": [one("trials[].kind", valueCoding={"code": "psychotherapy"})]},
            {"linkId": "kellner", "extension": [absent("declined")]},
            subject={"identifier": {"value": "P-7"}},
        ),
        SMALL,
    )
    session, refused = given(told)
    assert ([], (), "P-7") == (refused, told.refused, told.subject)
    case = session.case()
    assert (44, "medication", 100, "psychotherapy") == (
        case.person.age_years,
        case.trials[0].kind,
        case.trials[0].dose_mg,
        case.trials[1].kind,
    )  # type: ignore[index,union-attr]
    assert "declined" == case.missing["kellner"]


def test_what_cannot_be_read_is_named_and_the_rest_is_kept() -> None:
    told = read_response(
        response(
            one("person.age_years", valueDecimal=44),
            one("kellner", valueInteger=77),
            one("nobody.asked", valueBoolean=True),
            one(HOSTILE, valueBoolean=True),
            one("trials[].kind", valueCoding={"code": "ect"}),
            {
                "linkId": "trials[]",
                "extension": [own("place", "Integer", -1)],
                "item": [one("trials[].kind", valueCoding={"code": "psychotherapy"})],
            },
            {"linkId": "safety.thoughts", "answer": [{}]},
        ),
        SMALL,
    )
    session, refused = given(told)
    assert ["kellner"] == refused
    assert 44 == session.state.answers["person.age_years"].value
    assert ["nobody.asked", f"<key of {len(HOSTILE)} characters>", "trials[].kind", "trials[]", "safety.thoughts"] == [
        each for each, _ in told.refused
    ]
    assert not any(HOSTILE in why for _, why in told.refused)


def test_a_sign_of_risk_comes_last_stops_nothing_and_is_met_by_a_person() -> None:
    told = read_response(
        response(
            one("interview.consent", valueBoolean=True), one("safety.thoughts", valueBoolean=True), one("person.age_years", valueDecimal=44)
        ),
        SMALL,
    )
    session, refused = given(told)
    assert ([], "safety") == (refused, session.phase)
    assert (True, 44) == (session.state.answers["safety.thoughts"].value, session.state.answers["person.age_years"].value)
    assert not session.may("close")


def test_what_was_kept_out_is_counted_and_never_a_no() -> None:
    told = read_response(
        response(
            {"linkId": "kellner", "extension": [absent("left_out")]}, {"linkId": "person.age_years", "extension": [absent("not_asked")]}
        ),
        SMALL,
    )
    session, _ = given(told)
    assert (1, ()) == (told.left_out, told.lines)
    assert {} == session.state.answers


@pytest.mark.parametrize(
    ("tree", "where"),
    [
        ({"resourceType": "Patient"}, "resourceType: found a text of 7 characters"),
        ({"resourceType": "Bundle", "entry": []}, "entry: found 0 responses"),
        ({"resourceType": "Bundle"}, "entry: found 0 responses"),
        ({"resourceType": "Bundle", "entry": [{"resource": response()}, {"resource": response()}]}, "entry: found 2 responses"),
        ({"resourceType": "QuestionnaireResponse"}, "questionnaire: found another questionnaire than ours, or none"),
        ({**response(), "questionnaire": f"{BASE}/Questionnaire/other"}, "questionnaire: found another questionnaire than ours, or none"),
        ({**response(), "item": {"linkId": "kellner"}}, "item: found an object of 1 key; allowed: a list of items"),
        (response({"text": HOSTILE}), "item[0]: found an object of 1 key; allowed: an item with its linkId"),
        (response({"linkId": "section.opening", "item": [7]}), "item[0].item[0]: found 7"),
    ],
)
def test_a_file_that_is_no_response_to_ours_is_refused_by_its_place(tree: Json, where: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        read_response(tree, SMALL)
    assert str(refused.value).startswith(where)
    assert HOSTILE not in str(refused.value)


def test_our_own_response_names_our_questionnaire() -> None:
    found = resources(json.loads(json.dumps(exported(begin()))), "QuestionnaireResponse")[0]
    assert (0, ()) == (read_response(found, SMALL).left_out, read_response(found, SMALL).refused)
