"""Attached instruments at the top of our JSON: what counts in them, what is set aside, and their totals beside what was stated."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from interview.engine.attached_links import split_attached
from interview.engine.fold import Answer
from interview.engine.session import Session
from interview.instruments.totals import Total


def attached_in_json(session: Session, answer_of: Callable[[Answer], dict[str, Any]]) -> dict[str, Any]:
    """Return `{"attached": [...]}`, or nothing where no instrument is attached; `answer_of` draws one answer."""
    found = [_one(session, number, answer_of) for number in range(1, len(session.attached) + 1)]
    return {"attached": found} if found else {}


def _one(session: Session, number: int, answer_of: Callable[[Answer], dict[str, Any]]) -> dict[str, Any]:
    instrument = session.attached[number - 1]
    aside = session.attached_set_aside(number)
    mine = [each for link_id, each in session.state.attached_answers.items() if (split_attached(link_id) or (0, ""))[0] == number]
    return {
        "number": number,
        "title": instrument.title,
        "url": instrument.url,
        "version": instrument.version,
        "answers": [answer_of(each) for each in mine if each not in aside],
        "set_aside": [answer_of(each) for each in aside],
        "totals": [_total(each) for each in session.attached_totals(number)],
    }


def _total(total: Total) -> dict[str, Any]:
    return {
        "link_id": total.link_id,
        "recomputed": total.is_recomputed,
        "value": total.value,
        "range": [total.low, total.high] if total.is_recomputed else None,
        "settles": list(total.settles),
        "stated": total.stated,
        "differs": total.differs,
    }
