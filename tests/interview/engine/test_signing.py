"""A signature binds the content: it holds exactly as long as what counts is what was signed, and the log tells when it ended."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview.engine.events import Body
from interview.engine.fold import fold
from interview.engine.lines import lines, submit
from interview.engine.ports import StoreFault
from interview.engine.record_events import RecordSigned, SignatureVoided
from interview.engine.replies import Refused, Saved
from interview.engine.session import Session
from interview.engine.signing import CONTENT, NO_CONTENT, content_digest
from interview.storage.memory import MemoryStore
from tests.interview.engine.world import DISPOSITION, PLAIN, SMALL, FailingStore, Ticking, ask_through, begin

Act = Callable[[Session], object]


@cache
def _reviewed() -> MemoryStore:
    store = FailingStore()
    session = begin(store)
    ask_through(session, PLAIN)
    assert isinstance(session.go("review"), Saved)
    return store


def reviewed() -> Session:
    """Return a record in the review, ready to be closed."""
    return Session.resume(copy.deepcopy(_reviewed()), SMALL, "r0", clock=Ticking(minute=10))


def signed(*names: str) -> Session:
    """Return a record closed and signed."""
    session = reviewed()
    for name in names or ("Dr A",):
        assert isinstance(session.sign(name), Saved)
    return session


def reopened(*names: str) -> Session:
    """Return a record signed and open again."""
    session = signed(*names)
    assert isinstance(session.go("reopen"), Saved)
    return session


def checked_by_hand(events: list[dict[str, Any]]) -> str:
    """Work the digest out as a reader of the JSON export does, from the rule in words alone."""
    content = []
    for event in events:
        body = event["body"]
        if body["type"] in CONTENT and not (body["type"] == "note_added" and body["kind"] == "private"):
            kept = {name: value for name, value in body.items() if name not in ("record", "follows") and value is not None}
            content.append({name: value for name, value in kept.items() if value is not False or name == "value"})
    text = json.dumps({"content": content, "schema": "trd-signed/1"}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def test_signing_from_the_review_closes_and_signs_in_one_step() -> None:
    session = reviewed()
    reply = session.sign("  Dr A ", "as the one who asked")
    assert isinstance(reply, Saved)
    assert "closed" == session.phase
    assert ["phase_changed", "record_signed"] == [event.body.type for event in session.events[-2:]]
    signature = session.view().signature
    assert signature is not None
    assert ("Dr A", "as the one who asked", True, None) == (signature.by, signature.note, signature.is_valid, signature.voided)
    assert session.events[-1].at == signature.at
    assert session.content_digest() == signature.digest


def test_a_full_disk_neither_closes_nor_signs() -> None:
    session = reviewed()
    session._ledger.store.is_full = True  # type: ignore[attr-defined]
    with pytest.raises(StoreFault):
        session.sign("Dr A")
    assert ("reviewing", (), None) == (session.phase, session.view().signatures, session.view().signature)


@pytest.mark.parametrize(
    ("make", "by", "note", "why"),
    [
        (begin, "Dr A", None, "not_now"),
        (signed, "dr a", None, "already_signed"),
        (signed, "  ", None, "empty"),
        (signed, "\x00\x1b", None, "empty"),
        (signed, "B" * 201, None, "does_not_fit"),
        (signed, "Dr B", "n" * 201, "does_not_fit"),
    ],
)
def test_what_cannot_be_signed_is_refused_and_changes_nothing(make: Callable[[], Session], by: str, note: str | None, why: str) -> None:
    session = make()
    before = session.events
    assert Refused("session.signed", why) == session.sign(by, note)  # type: ignore[arg-type]
    assert before == session.events


def test_nothing_is_signed_while_something_stands_before_closing() -> None:
    session = reviewed()
    assert isinstance(session.note("he said he wants to die"), Saved)
    assert not session.may_sign()
    assert Refused("session.signed", "not_now") == session.sign("Dr A")
    session.settle_risk_words(session.view().risk_banner[0], "known")
    assert isinstance(session.sign("Dr A"), Saved)


def test_several_may_sign_the_same_content() -> None:
    session = signed("Dr A", "Dr B")
    first, second = session.view().signatures
    assert (True, True) == (first.is_valid, second.is_valid)
    assert first.digest == second.digest
    session.go("reopen")
    session.answer("person.age_years", "45")
    assert ["Dr A", "Dr B"] == [each.by for each in session.view().signatures if each.voided is not None]
    assert [first.seq, second.seq] == [event.body.signed for event in session.events if isinstance(event.body, SignatureVoided)]


VOIDING: dict[str, Act] = {
    "person.age_years": lambda session: session.answer("person.age_years", "45"),
    "kellner": lambda session: session.withdraw("kellner"),
    "lifestyle.smoking": lambda session: session.leave_unanswered("lifestyle.smoking", "declined"),
    "trials[0]": lambda session: session.withdraw_instance("trials", 0),
    "session.note": lambda session: session.note("rang the daughter"),
    "problems[0].label": lambda session: session.give("problems[0].label", "Nights"),
    "formulation.rejected": lambda session: session.reject("overload"),
    "safety.act": lambda session: session.correct_safety("safety.act", True, by="Dr A", reason="wrong key"),
}
KEEPING: dict[str, Act] = {
    "reopening and closing": lambda session: session.go("close"),
    "pausing": lambda session: (session.go("pause"), session.go("resume")),
    "a jump": lambda session: session.go("jump", "lifestyle"),
    "a mark": lambda session: session.flag("kellner"),
    "a private note": lambda session: session.note("tired", "private"),
    "coming back": lambda session: session.go_to("kellner"),
    "a second look at the map": lambda session: session.go("formulate"),
}


@pytest.mark.parametrize("because", VOIDING)
def test_a_change_of_what_counts_voids_in_the_same_step(because: str) -> None:
    session = reopened()
    count, (signature,) = len(session.events), session.view().signatures
    VOIDING[because](session)
    appended = session.events[count:]
    voiding = [event for event in appended if isinstance(event.body, SignatureVoided)]
    assert [(signature.seq, because)] == [(event.body.signed, event.body.because) for event in voiding]  # type: ignore[union-attr]
    (now,) = session.view().signatures
    assert now.voided is not None
    assert (False, because, voiding[0].seq, voiding[0].at) == (now.is_valid, now.voided.because, now.voided.seq, now.voided.at)
    stored = session._ledger.store.events(session.record)
    assert fold(stored) == session.state


@pytest.mark.parametrize("act", KEEPING)
def test_what_changes_no_content_leaves_it_valid(act: str) -> None:
    session = reopened()
    KEEPING[act](session)
    (now,) = session.view().signatures
    assert (True, None) == (now.is_valid, now.voided)


def test_safety_asked_again_in_a_closed_record_voids_with_its_first_answer() -> None:
    session = signed()
    assert isinstance(session.go("open_safety"), Saved)
    assert session.view().signatures[0].is_valid
    slot = session.current()
    assert slot is not None
    session.answer(slot.link_id, "no")
    assert slot.link_id == session.view().signatures[0].voided.because  # type: ignore[union-attr]


def test_an_answer_changed_and_changed_back_is_signed_anew() -> None:
    """The log grew: what was signed is not what was told since. A new signature holds beside the void one."""
    session = reopened()
    session.answer("person.age_years", "45")
    session.answer("person.age_years", "44")
    assert [False] == [each.is_valid for each in session.view().signatures]
    assert isinstance(session.sign("Dr A"), Saved)
    assert [False, True] == [each.is_valid for each in session.view().signatures]
    assert session.view().signature == session.view().signatures[1]


def test_the_same_content_has_the_same_digest_under_another_name_and_at_another_time() -> None:
    first = signed()
    made = Session.begin(FailingStore(), SMALL, subject="S-1", clock=Ticking(9), new_id=lambda: "other")
    for line in lines(first.events):
        assert isinstance(submit(made, line), Saved), line
    assert first.content_digest() == made.content_digest()
    assert made.view().signatures[0].is_valid
    other = Session.begin(FailingStore(), SMALL, subject="S-2", clock=Ticking(9), new_id=lambda: "other")
    assert content_digest(other.events) != content_digest(made.events[:1])


def test_a_log_that_does_not_say_that_content_came_after_a_signature_is_seen_through() -> None:
    session = reopened()
    session.answer("person.age_years", "45")
    silent = [event for event in session.events if not isinstance(event.body, SignatureVoided)]
    (now,) = Session(FailingStore(), SMALL, silent, Ticking(), session._ledger.settings).view().signatures
    assert (False, None) == (now.is_valid, now.voided)


def test_fields_of_a_body_that_are_not_there_are_null_or_false() -> None:
    """So that a field which a later version adds, with such a default, changes no digest of an older record."""
    for kind in Body.__origin__.__args__:  # type: ignore[attr-defined]
        for name, field in kind.model_fields.items():
            assert name == "type" or field.is_required() or field.default in (None, False), (kind, name)


def test_every_kind_of_event_is_content_or_is_not() -> None:
    """So that a new kind is decided upon."""
    kinds = {kind.model_fields["type"].default for kind in Body.__origin__.__args__}  # type: ignore[attr-defined]
    assert kinds == CONTENT | NO_CONTENT
    assert frozenset() == CONTENT & NO_CONTENT


def test_a_list_tells_whether_a_record_is_signed() -> None:
    session = reviewed()
    store = session._ledger.store
    assert store.records()[0].signed is None
    session.sign("Dr A")
    assert "valid" == store.records()[0].signed
    session.go("reopen")
    session.reject("overload")
    assert "void" == store.records()[0].signed


ANY: dict[str, Act] = {
    **VOIDING,
    **KEEPING,
    "review": lambda session: session.go("review"),
    "close": lambda session: session.go("close"),
    "reopen": lambda session: session.go("reopen"),
    "sign": lambda session: session.sign("Dr A"),
    "sign too": lambda session: session.sign("Dr B", "supervisor"),
    "safety": lambda session: session.go("open_safety"),
    "no": lambda session: (slot := session.current()) and session.answer(slot.link_id, "no"),
    "to do": lambda session: session.note("ring", "to_do"),
    "acknowledge": lambda session: session.acknowledge_safety(DISPOSITION),
}


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.booleans(), st.lists(st.sampled_from(list(ANY)), min_size=1, max_size=10))
def test_a_signature_holds_if_and_only_if_the_content_now_is_what_was_signed(is_open: bool, acts: list[str]) -> None:
    session = reopened() if is_open else signed()
    for act in acts:
        ANY[act](session)
        now = checked_by_hand([event.model_dump(mode="json") for event in session.events])
        digests = {event.seq: event.body.digest for event in session.events if isinstance(event.body, RecordSigned)}
        told_void = {event.body.signed for event in session.events if isinstance(event.body, SignatureVoided)}
        for each in session.view().signatures:
            assert each.is_valid is (digests[each.seq] == now) is (each.seq not in told_void)
