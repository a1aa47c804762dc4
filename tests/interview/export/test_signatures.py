"""What an export says of signatures: who, when, whether it holds; and a reader of the JSON can work the digest out by hand."""

from __future__ import annotations

import json
from typing import Any

from interview.engine.record_events import SignatureVoided
from interview.engine.session import Session
from interview.export.json import to_json
from interview.views.report import build
from tests.interview.engine.test_signing import checked_by_hand, reopened, reviewed
from tests.interview.export.record import ENVELOPE, HOSTILE, markdown


def signed_by(name: str) -> Session:
    """Return a record signed by a name, with private notes before and after it."""
    session = reviewed()
    session.note("PRIVATE", "private")
    session.sign(name, HOSTILE)
    session.go("reopen")
    session.note("PRIVATE too", "private")
    return session


def document(session: Session) -> dict[str, Any]:
    """Return the JSON export, read again."""
    made: dict[str, Any] = json.loads(to_json(session, ENVELOPE))
    return made


def test_a_reader_of_the_export_works_out_the_digest_that_was_signed() -> None:
    made = document(signed_by("Dr A"))
    (signature,) = made["signatures"]
    assert ("Dr A", True, None) == (signature["by"], signature["valid"], signature["voided"])
    assert checked_by_hand(made["events"]) == signature["digest"]
    assert 2 == made["withheld"]["notes"]


def test_an_answer_altered_in_the_export_is_found_out_by_the_digest() -> None:
    made = document(signed_by("Dr A"))
    answer = next(event["body"] for event in made["events"] if event["body"].get("link_id") == "person.age_years")
    answer["value"] = 45
    assert checked_by_hand(made["events"]) != made["signatures"][0]["digest"]


def test_a_void_signature_says_since_when_and_by_what() -> None:
    session = reopened("Dr A", "Dr B")
    session.answer("person.age_years", "45")
    made = document(session)
    since = [event.at for event in session.events if isinstance(event.body, SignatureVoided)]
    expected = [(name, False, {"at": at, "because": "person.age_years"}) for name, at in zip(("Dr A", "Dr B"), since, strict=True)]
    assert expected == [(each["by"], each["valid"], each["voided"]) for each in made["signatures"]]
    assert checked_by_hand(made["events"]) != made["signatures"][0]["digest"]
    report = markdown(build(session))
    assert "- Signature: Signed by Dr A, 1 March 2026, 10:" in report
    assert "because of a later change (age in years)." in report.replace("\\", "")


def test_nobody_signed_is_an_empty_list_and_no_line() -> None:
    session = reviewed()
    assert [] == document(session)["signatures"]
    assert () == build(session).signatures
    assert "Signed by" not in markdown(build(session))


def test_a_hostile_name_stays_on_its_line_and_is_no_markup() -> None:
    session = signed_by(HOSTILE)
    lines = markdown(build(session)).splitlines()
    (line,) = [line for line in lines if "Signed by" in line]
    assert line.startswith("- Signature: Signed by \\# \\[x\\]")
    assert "<b>" not in line
    assert line.endswith(": it holds.")
    assert " ".join(HOSTILE.split()) == document(session)["signatures"][0]["by"]
