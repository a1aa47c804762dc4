"""What happened with questionnaires from elsewhere: attached as they were read, and answered. Nothing of them enters the case."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, field_serializer

from interview.engine.event_body import AnswerBody, AnswerSource, EventBody
from interview.instruments.model import Instrument


class InstrumentAttached(EventBody):
    """A questionnaire from elsewhere was attached: as it was read, so that the log alone tells what was asked."""

    type: Literal["instrument_attached"] = "instrument_attached"
    instrument: Instrument

    @field_serializer("instrument")
    def _as_read(self, instrument: Instrument) -> dict[str, Any]:
        """Write only what the file said: what a later version adds changes no log of before."""
        return instrument.model_dump(mode="json", exclude_defaults=True)


class AttachedAnswered(AnswerBody):
    """An item of an attached instrument was answered; of a choice, the value is the key of its option. It never enters the case."""

    type: Literal["attached_answered"] = "attached_answered"
    instrument: int = Field(ge=1)
    """Which one of the record's instruments, from 1."""
    item: str
    """The item's link id in the instrument."""
    source: AnswerSource
