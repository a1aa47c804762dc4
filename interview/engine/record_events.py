"""What befell a record as a whole: signed, a signature voided, brought back from a backup, written under a clock that was changed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from interview.engine.event_body import EventBody
from trd_core.text import CleanText


class RecordSigned(EventBody):
    """A person put their name under what counts, by its digest (`signing.content_digest`)."""

    type: Literal["record_signed"] = "record_signed"
    by: CleanText
    digest: str = Field(pattern=r"^[0-9a-f]{64}$")
    note: CleanText | None = None
    """As what they sign, in their words: `supervisor`."""


class SignatureVoided(EventBody):
    """What counts was changed after somebody signed it: the signature holds no longer."""

    type: Literal["signature_voided"] = "signature_voided"
    signed: int = Field(ge=1)
    """The event that was the signature."""
    because: str
    """The item's link id, or the act, as `replay` names it."""


class RecordRestored(EventBody):
    """The record was brought back from a backup: what was entered after that was made is not in it."""

    type: Literal["record_restored"] = "record_restored"
    made: str
    """When the backup was made, ISO 8601."""
    lacks: int | None = Field(default=None, ge=0)
    """How many entries the record had here that the backup lacks; None where nobody could tell."""


class ClockJumped(EventBody):
    """The clock was changed before the events that were saved in one step with this one: it went back, or to another offset."""

    type: Literal["clock_jumped"] = "clock_jumped"
    before: str
    """The time of the last event before that, ISO 8601."""
    after: str
    """What the clock said next, ISO 8601."""
