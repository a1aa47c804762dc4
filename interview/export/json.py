"""A record as one JSON document, `trd-record/1`: what counts, what happened, what the core says of it.

Private notes are left out unless they are named; `withheld` says how many notes are missing, and by kind what else its reader did
not get. It reads no clock: when it was exported is handed in. Same record, same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any, Final

from interview.engine.fold import Answer
from interview.engine.session import Session
from interview.engine.view import SignatureView
from interview.export.attached_json import attached_in_json
from interview.export.envelope import Envelope
from interview.export.order import Order
from interview.export.practice import committed_in_json, sheet_in_json
from interview.export.research import first_day_of, in_days
from interview.export.sheets import OF_PRACTICE
from interview.export.withheld import told_events, withheld
from interview.questionnaire.translated import NOT_VALIDATED
from interview.views.report import EXPORTED_NOTES

SCHEMA: Final = "trd-record/1"
RESEARCH_SCHEMA: Final = "trd-research/1"
NOT_FOR_RESEARCH: Final = frozenset({"interviewer", "signatures", "seal"})


def to_json(session: Session, envelope: Envelope, notes: Collection[str] = EXPORTED_NOTES) -> bytes:
    """Return the document as UTF-8, with notes of the kinds named."""
    return (json.dumps(document(session, envelope, notes), ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")


def document(session: Session, envelope: Envelope, notes: Collection[str] = EXPORTED_NOTES) -> dict[str, Any]:
    """Return the document as JSON values."""
    state = session.state
    aside = {answer.link_id for answer in session.set_aside()}
    return {
        "schema": SCHEMA,
        "record": state.record,
        "subject": state.subject,
        "visit": state.visit,
        "practice": state.practice,
        "software": {"name": envelope.software, "version": envelope.version},
        "questionnaire": _questionnaire(session),
        "interviewer": state.interviewer,
        "depth": state.depth,
        "phase": state.phase,
        "opened_at": state.opened_at,
        "updated_at": state.updated_at,
        "exported_at": envelope.exported_at,
        "answers": [_answer(answer) for link_id, answer in state.answers.items() if link_id not in aside],
        "set_aside": [_answer(answer) for answer in session.set_aside()],
        **_beside(session),
        **attached_in_json(session, _answer),
        "signatures": [_signature(each) for each in session.signatures()],
        "events": [event.model_dump(mode="json") for event in told_events(session.events, notes)],
        "withheld": {"notes": 0, **withheld(session, session, notes)},
        "case": {"schema": "trd-case/1", **session.case().model_dump(mode="json", by_alias=True, exclude_defaults=True)},
        **committed_in_json(session),
        "assessment": session.assessment(in_depth=True).model_dump(mode="json", by_alias=True) if session.may_propose else None,
        "seal": envelope.seal,
    }


def order_to_json(order: Order) -> bytes:
    """Return the document of a reader: for research without names and with days for dates (`trd-research/1`)."""
    if order.sheet in OF_PRACTICE:
        return sheet_in_json(order)
    made = document(order.session, order.envelope, order.chosen.notes)
    made["withheld"] = {"notes": 0, **order.withheld}
    if order.envelope.unsealed:
        made["unsealed"] = True
    if order.is_research:
        made |= {"schema": RESEARCH_SCHEMA, "dates": "days from the first day of the interview; [earliest, latest] of a month or a year"}
        made["case"] |= {"schema": "trd-research-case/1"}
        made = in_days({name: each for name, each in made.items() if name not in NOT_FOR_RESEARCH}, first_day_of(order.session))
    return (json.dumps(made, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")


def _questionnaire(session: Session) -> dict[str, str]:
    named = {"id": session.questionnaire.id, "version": session.questionnaire.version}
    language = session.state.language
    return named if language is None else {**named, "language": language, "translation": NOT_VALIDATED}


def _beside(session: Session) -> dict[str, Any]:
    """What somebody close said, where somebody was asked: never among the answers. Confidential from the person."""
    told = [_answer(answer) for answer in session.state.informant.values()]
    return {"informant": told} if told else {}


def _answer(answer: Answer) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "link_id": answer.link_id,
        "status": answer.status,
        "value": answer.value,
        "verbatim": answer.verbatim,
        "at": answer.at,
        "source": answer.source,
    }
    if answer.range is not None:
        shown["range"] = list(answer.range)
    if answer.approximate:
        shown["approximate"] = True
    if answer.hedged:
        shown["hedged"] = True
    return shown


def _signature(signature: SignatureView) -> dict[str, Any]:
    void = signature.voided
    return {
        "by": signature.by,
        "at": signature.at,
        "note": signature.note,
        "digest": signature.digest,
        "valid": signature.is_valid,
        "voided": None if void is None else {"at": void.at, "because": void.because},
    }
