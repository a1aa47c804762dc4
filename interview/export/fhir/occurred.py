"""What befell a record as a whole, as extensions of its `Provenance`: its clock was changed, it was brought back from a backup.

FHIR has no element for either. For research a time is its day from the interview's first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from interview.engine.record_events import ClockJumped, RecordRestored
from interview.export.fhir.names import Json, own_parts, part
from interview.export.fhir.told import Told

DATE_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
"""What FHIR takes for a moment."""


def occurred(told: Told) -> Iterator[Json]:
    """Yield one extension an event, in the order of the log; a time that is none is left out of it."""
    for event in told.order.session.events:
        body = event.body
        if isinstance(body, ClockJumped):
            parts = [*_moment(told, "before", body.before), *_moment(told, "after", body.after)]
            yield own_parts("clock-changed", part("entry", "Integer", event.seq), *parts)
        elif isinstance(body, RecordRestored):
            lacks = [] if body.lacks is None else [part("lacks", "Integer", body.lacks)]
            yield own_parts("restored", part("entry", "Integer", event.seq), *_moment(told, "made", body.made), *lacks)


def _moment(told: Told, name: str, at: str) -> Iterator[Json]:
    if told.is_research:
        days = told.days(at)
        if days is not None:
            yield {"url": name, "extension": [days]}
    elif DATE_TIME.fullmatch(at):
        yield part(name, "DateTime", at)
