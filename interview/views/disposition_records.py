"""Each record of what was done about signs of risk: when it was made, which answers it met, what it says.

Answers that came after a record ask for another one; the parts that are completed later without a new sign belong to the same record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from interview.engine.events import Event, InformantAnswered, ItemAnswered
from interview.engine.informant_links import informant_link
from interview.engine.risk_signs import is_positive
from interview.engine.safety_events import SafetyAcknowledged
from interview.language import _
from interview.views.locale import day, moment
from interview.views.path_titles import path_title
from interview.views.saying import PARTS


@dataclass(frozen=True, slots=True)
class DispositionRecord:
    """One record; the words of its parts may be free text."""

    at: str
    """When it was last added to, ISO 8601."""
    met: tuple[str, ...]
    """The questions whose answers it met; none where it was made without a sign."""
    parts: tuple[tuple[str, str], ...]


def disposition_records(events: Iterable[Event]) -> tuple[DispositionRecord, ...]:
    """Return the records in order."""
    found: list[DispositionRecord] = []
    signs: list[str] = []
    for event in events:
        body = event.body
        match body:
            case ItemAnswered() | InformantAnswered():
                link_id = body.link_id if isinstance(body, ItemAnswered) else informant_link(body.informant, body.link_id)
                if is_positive(link_id, body.status, body.value):
                    signs.append(path_title(link_id))
            case SafetyAcknowledged():
                parts = disposition_parts(body.disposition)
                if found and not signs:
                    found[-1] = DispositionRecord(event.at, found[-1].met, parts)
                else:
                    found.append(DispositionRecord(event.at, tuple(dict.fromkeys(signs)), parts))
                signs = []
    return tuple(found)


def disposition_parts(recorded: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the parts that are recorded, in the words of the lines in which they are given, in their order."""
    lines: list[tuple[str, str]] = []
    for part, words in PARTS.items():
        value = recorded.get(part)
        if value is not None:
            told = (_("yes") if value else _("no")) if isinstance(value, bool) else str(value)
            lines.append((words, moment(told) if part == "at" else day(told) if part == "next_review" else told))
    return tuple(lines)
