"""A record for research: codes and numbers under another pseudonym, every date in days from the interview's first day, no free text."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from interview.engine.events import (
    Body,
    InformantAnswered,
    ItemAnswered,
    NoteAdded,
    PrimaryConfirmed,
    ProposalRejected,
    RecordOpened,
    WhichCounts,
)
from interview.engine.record_events import RecordSigned, SignatureVoided
from interview.engine.safety_events import SafetyAcknowledged, SafetyCorrected
from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.export.attached_masking import coded_events
from interview.export.masking import WITHHELD, Coded
from interview.export.part_of import PartOf
from interview.questionnaire.model import Questionnaire

Code = Callable[[str], str]
"""Returns the code that stands for a subject or a record."""

DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\S*")
NO_DATES: Final = frozenset({"citation", "rule", "rules", "version", "schema", "item", "link_id", "key"})
"""Names of what never comes from a person, and may look like a year."""


def for_research(session: Session, code: Code) -> Session:
    """Return the record without free text, without notes and signatures, under the codes of its subject and its own id."""
    coded = Coded()
    events = coded_events(session)
    kept = [(event, body) for event in events if (body := _coded(event.body, session.questionnaire, coded, code)) is not None]
    return Unsigned(session, [event.model_copy(update={"by": None, "body": body}) for event, body in kept])


class Unsigned(PartOf):
    """A part of a record that names nobody who signed."""

    def signatures(self) -> tuple[()]:
        """Return none."""
        return ()


def _coded(body: Body, questionnaire: Questionnaire, coded: Coded, code: Code) -> Body | None:
    match body:
        case NoteAdded() | RecordSigned() | SignatureVoided():
            return None
        case RecordOpened():
            follows = None if body.follows is None else code(f"record {body.follows}")
            named = {"subject": code(body.subject), "record": code(f"record {body.record}"), "follows": follows, "interviewer": None}
            return body.model_copy(update=named)
        case ItemAnswered() | InformantAnswered():
            value = coded.value(item_of(questionnaire, body.link_id), body.link_id, body.value)
            between = body.range if body.range is not None and all(_is_plain(each) for each in body.range) else None
            return body.model_copy(update={"verbatim": None, "value": value, "range": between})
        case WhichCounts():
            return body.model_copy(update={"reason": None})
        case SafetyAcknowledged():
            return body.model_copy(update={"disposition": {part: _disposed(part, value) for part, value in body.disposition.items()}})
        case SafetyCorrected():
            value = body.value if isinstance(body.value, bool) else None
            return body.model_copy(update={"by": WITHHELD, "reason": WITHHELD, "value": value})
        case PrimaryConfirmed():
            problem = None if body.problem is None else coded.problem(body.problem)
            return body.model_copy(update={"problem": problem, "reason": None})
        case ProposalRejected():
            return body.model_copy(update={"proposal": coded.proposal(body.proposal), "reason": None})
        case _:
            return body


def _is_plain(value: Any) -> bool:
    return not isinstance(value, str) or DATE.fullmatch(value) is not None


def _disposed(part: str, value: Any) -> Any:
    if part in ("at", "next_review") and isinstance(value, str) and (DATE.fullmatch(value) or MOMENT.fullmatch(value)):
        return value
    return value if isinstance(value, bool) else WITHHELD


def in_days(value: Any, first_day: dt.date) -> Any:
    """Return JSON values with every date in days from the first day; a month or a year is `[earliest, latest]`."""
    match value:
        case dict():
            return {name: each if name in NO_DATES else in_days(each, first_day) for name, each in value.items()}
        case list() | tuple():
            return [in_days(each, first_day) for each in value]
        case str():
            found = days(value, first_day)
            return value if found is None else found[0] if found[0] == found[1] else list(found)
        case _:
            return value


def days(text: str, first_day: dt.date) -> tuple[int, int] | None:
    """Return the days between which a date lies; None for what is no date."""
    with suppress(ValueError, OverflowError):
        if MOMENT.fullmatch(text):
            day = (dt.date.fromisoformat(text[:10]) - first_day).days
            return day, day
        if found := DATE.fullmatch(text):
            year, month, day_of_month = (int(part) if part else None for part in found.groups())
            if year is None:
                return None
            first = dt.date(year, month or 1, day_of_month or 1)
            last = first if day_of_month else dt.date(year, month or 12, calendar.monthrange(year, month or 12)[1])
            return (first - first_day).days, (last - first_day).days
    return None


def first_day_of(session: Session) -> dt.date:
    """Return the day on which the interview began, as its own clock said."""
    return dt.date.fromisoformat(session.state.opened_at[:10])
