"""Attached instruments as lines of `replay -`: `session.instrument_attached` holds the instrument, `attached:1:q1` answers its item."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from interview.engine.attached_events import AttachedAnswered, InstrumentAttached
from interview.engine.attached_links import ATTACH, attached_link
from interview.engine.replies import Refused, Reply
from interview.instruments.model import Instrument
from interview.instruments.reading import is_questionnaire, read_instrument

if TYPE_CHECKING:
    from interview.engine.session import Session


def attachment_said(session: Session, value: Any) -> Reply:
    """Attach what a line holds: an instrument as the log has it, or a FHIR Questionnaire."""
    if is_questionnaire(value):
        instrument = read_instrument(value).instrument
    else:
        try:
            instrument = Instrument.model_validate_json(json.dumps(value))
        except (ValidationError, ValueError):
            instrument = None
    return Refused(ATTACH, "does_not_fit") if instrument is None else session.attach(instrument)


def attached_line(body: InstrumentAttached | AttachedAnswered) -> dict[str, Any]:
    """Return the line of an event."""
    if isinstance(body, InstrumentAttached):
        return {"link_id": ATTACH, "value": body.instrument.model_dump(mode="json", exclude_defaults=True)}
    line: dict[str, Any] = {"link_id": attached_link(body.instrument, body.item)}
    if body.status != "answered":
        line["missing"] = body.status
    else:
        line["value"] = body.value if body.range is None else body.verbatim
    if body.verbatim is not None:
        line["verbatim"] = body.verbatim
    line |= {name: True for name in ("approximate", "hedged") if getattr(body, name) and body.range is None}
    return {**line, "source": body.source}
