"""Our own JSON export back into events, through every check that a log of this program passes: then it may be kept as it is.

The file is no truth of its own: `case`, `answers` and `assessment` in it are not read, they follow from the events again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pydantic import ValidationError

from interview.engine.events import Event, NoteAdded, NoteDone, RecordOpened
from interview.engine.record_events import SignatureVoided
from interview.export.importing.plausible import refuse_implausible
from interview.export.importing.refused import ImportRefused
from interview.export.json import RESEARCH_SCHEMA, SCHEMA
from interview.language import _
from interview.questionnaire.model import Questionnaire
from trd_core.json_input import described, shown_key

RECORD_ID: Final = re.compile(r"[A-Za-z0-9]{1,40}")
SUBJECT: Final = re.compile(r"[A-Za-z0-9._-]{1,40}")
KNOWN: Final = frozenset({"record", "subject", "visit"})


@dataclass(frozen=True, slots=True)
class ImportedRecord:
    """A record as its file tells it."""

    record: str
    events: tuple[Event, ...]
    withheld: tuple[str, ...]
    """What the file says was left out (`notes`, `answers`, `words`): then it is another log than it came from, with another seal."""
    is_unsealed: bool
    """Whether the record's chain was broken already where it was exported."""
    seal: str | None
    """The seal that the file names; None where it was exported without one."""


def read_record(tree: Mapping[str, Any], questionnaire: Questionnaire) -> ImportedRecord:
    """Return the record that a `trd-record/1` document holds. Raises `ImportRefused`."""
    _refuse_other_schema(tree)
    found = tree.get("events")
    if not isinstance(found, list) or not found:
        raise ImportRefused("events", described(found), _("the list of what happened, as this program exports it"))
    withheld, is_unsealed = _withheld(tree.get("withheld")), tree.get("unsealed") is True
    events = _in_order([_event(raw, place) for place, raw in enumerate(found)], has_gaps=bool(withheld) or is_unsealed)
    record = _refuse_other_head(tree, events)
    refuse_implausible(events, questionnaire)
    seal = tree.get("seal")
    if seal is not None and not isinstance(seal, str):
        raise ImportRefused("seal", described(seal), _("a text, or null"))
    return ImportedRecord(record, events, withheld, is_unsealed, seal)


def _refuse_other_schema(tree: Mapping[str, Any]) -> None:
    schema = tree.get("schema")
    if schema != SCHEMA:
        if schema == RESEARCH_SCHEMA:
            raise ImportRefused(
                "schema", RESEARCH_SCHEMA, _("{schema}: what went to research holds no record that could come back").format(schema=SCHEMA)
            )
        name, slash, number = schema.partition("/") if isinstance(schema, str) else ("", "", "")
        if name == "trd-record" and slash and number.isdigit():
            raise ImportRefused("schema", f"trd-record/{number[:6]}", _("{schema}; a newer program reads this file").format(schema=SCHEMA))
        raise ImportRefused("schema", described(schema), _("{schema}, or a FHIR resource").format(schema=SCHEMA))


def _withheld(found: Any) -> tuple[str, ...]:
    """What is left out, by kind; the number of all entries that lack tells nothing more where kinds are named."""
    if found is None:
        return ()
    if not isinstance(found, dict) or not all(isinstance(each, int) and each >= 0 for each in found.values()):
        raise ImportRefused("withheld", described(found), _("how much was left out, by kind"))
    kinds = tuple(shown_key(kind) for kind, count in found.items() if count)
    return tuple(kind for kind in kinds if kind != "entries" or len(kinds) == 1)


def _event(raw: Any, place: int) -> Event:
    path = f"events[{place}]"
    if not isinstance(raw, dict):
        raise ImportRefused(path, described(raw), _("an object: seq, at, by, body"))
    try:
        return Event.model_validate_json(json.dumps(raw))
    except ValidationError as fault:
        first = fault.errors(include_url=False, include_input=True)[0]
        steps = [f"[{each}]" if isinstance(each, int) else f".{shown_key(str(each))}" for each in first["loc"]]
        where = path + "".join(steps)
        kind = first["type"]
        if kind.startswith("union_tag"):
            raise ImportRefused(f"{path}.body.type", _("an act that is not known here"), _("an event of this program's version")) from None
        if kind == "extra_forbidden":
            raise ImportRefused(where, _("a key that is not known here"), _("an event of this program's version")) from None
        found = _("nothing") if kind == "missing" else described(first["input"])
        raise ImportRefused(where, found, _ALLOWED.get(kind, _("what this program's own export holds there"))) from None


_ALLOWED: Final = {
    "int_type": _("a whole number"),
    "string_type": _("a text"),
    "bool_type": _("true or false"),
    "literal_error": _("a code of this program's version"),
    "missing": _("a value; it is required here"),
    "greater_than_equal": _("a number from 1"),
}


def _in_order(events: Sequence[Event], *, has_gaps: bool) -> tuple[Event, ...]:
    """Return the events numbered from 1 without gaps; gaps are taken only where the file says that something is left out."""
    numbers = [event.seq for event in events]
    for place, (before, after) in enumerate(zip([0, *numbers], numbers, strict=False)):
        if after <= before:
            raise ImportRefused(f"events[{place}].seq", str(after), _("a number greater than {before}").format(before=before))
        if after != before + 1 and not has_gaps:
            raise ImportRefused(f"events[{place}].seq", str(after), _("{next}: an event is missing").format(next=before + 1))
    if not has_gaps:
        return tuple(events)
    there = set(numbers)
    events = [event for event in events if not isinstance(event.body, NoteDone) or event.body.note in there]
    places = {event.seq: place for place, event in enumerate(events, 1)}
    return tuple(_renumbered(event, places) for event in events)


def _renumbered(event: Event, places: Mapping[int, int]) -> Event:
    body = event.body
    if isinstance(body, SignatureVoided):
        if body.signed not in places:
            raise ImportRefused("events", _("a void signature that is not in the file"), _("the signature too"))
        body = body.model_copy(update={"signed": places[body.signed]})
    if isinstance(body, NoteDone):
        body = body.model_copy(update={"note": places[body.note]})
    return event.model_copy(update={"seq": places[event.seq], "body": body})


def _refuse_other_head(tree: Mapping[str, Any], events: Sequence[Event]) -> str:
    """The head of the file and its first event tell the same; nobody else opens the record again."""
    first = events[0].body
    if not isinstance(first, RecordOpened):
        raise ImportRefused("events[0]", _("another act"), _("the record's beginning (record_opened)"))
    again = next((place for place, event in enumerate(events) if place and isinstance(event.body, RecordOpened)), None)
    if again is not None:
        raise ImportRefused(f"events[{again}]", _("a second beginning"), _("one record in one file"))
    for name in KNOWN & tree.keys():
        if tree[name] != getattr(first, name):
            raise ImportRefused(name, described(tree[name]), _("the same as in the first event"))
    if not RECORD_ID.fullmatch(first.record):
        raise ImportRefused("record", described(first.record), _("1 to 40 letters and digits"))
    if not SUBJECT.fullmatch(first.subject):
        raise ImportRefused("subject", described(first.subject), _("1 to 40 letters, digits, dots, dashes and underscores, never a name"))
    return first.record


def private_notes(events: Sequence[Event]) -> int:
    """Return how many private notes there are: a colleague who sends a file may not know that they are in it."""
    return sum(isinstance(event.body, NoteAdded) and event.body.kind == "private" for event in events)
