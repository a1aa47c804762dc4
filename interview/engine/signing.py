"""What a signature binds: the content of a record, as one digest; and what makes a signature void.

Content is what was found out and judged: answers, those of informants and of attached instruments too, which of two counts,
what was taken back, notes for the record and to do, what was done about a sign of risk, corrections, how words of risk were
settled, what was turned down, which problem was confirmed as primary, what was said in practice, and whose record it is. No
content are the phases, how much is asked, the marks to return to, that something to do was done since, private notes (no export
holds them unless they are named), a supervisor's word, hints, that feedback was read, and signatures themselves. Two records of the same
content have the same digest: the names of records and the times stay out.

To check one by hand, from the JSON export: take `events` whose `body.type` is in `CONTENT`, in order, without private notes;
of each body leave out `record` and `follows`, what is null, and what is false unless it is `value`; the digest is the SHA-256
of `{"content": [...], "schema": "trd-signed/1"}` as UTF-8 JSON with sorted keys and no blanks.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from interview.engine.attached_events import AttachedAnswered, InstrumentAttached
from interview.engine.attached_links import ATTACH, attached_link
from interview.engine.events import (
    AnswerWithdrawn,
    Body,
    Event,
    InformantAnswered,
    InstanceWithdrawn,
    ItemAnswered,
    NoteAdded,
    PrimaryConfirmed,
    ProposalRejected,
    WhichCounts,
)
from interview.engine.record_events import SignatureVoided
from interview.engine.safety_events import RiskWordsSettled, SafetyAcknowledged, SafetyCorrected

SCHEMA: Final = "trd-signed/1"
CONTENT: Final = frozenset(
    {
        "record_opened",
        "item_answered",
        "answer_withdrawn",
        "instance_withdrawn",
        "note_added",
        "safety_acknowledged",
        "safety_corrected",
        "risk_words_settled",
        "proposal_rejected",
        "informant_answered",
        "which_counts",
        "instrument_attached",
        "attached_answered",
        "primary_confirmed",
        "patient_spoken_to",
        "form_corrected",
        "formulation_committed",
        "history_explained",
        "explaining_corrected",
    }
)
"""Types of events that are content (a private note is none)."""

NO_CONTENT: Final = frozenset(
    {
        "phase_changed",
        "depth_changed",
        "item_flagged",
        "note_done",
        "safety_opened",
        "risk_words_noticed",
        "record_signed",
        "signature_voided",
        "record_restored",
        "clock_jumped",
        "hint_taken",
        "feedback_read",
        "supervisor_commented",
        "second_rated",
    }
)
"""The others: where the interview stands, marks, that something was done, what the program noticed by itself, signatures, a word beside."""

NAMES: Final = frozenset({"record", "follows"})
"""What a record is called: the same content has other names in another vault."""

LONGEST_NAME: Final = 200
"""Characters of a name, and of the words beside it that say as what somebody signs."""


@dataclass(frozen=True, slots=True)
class Voided:
    """Which event made a signature void: its place, its time, and the item or the act."""

    seq: int
    at: str
    because: str


@dataclass(frozen=True, slots=True)
class Signature:
    """One person's name under what counted at that time. `by` and `note` are free text."""

    seq: int
    at: str
    by: str
    digest: str
    note: str | None = None
    voided: Voided | None = None


def is_content(body: Body) -> bool:
    """Return whether an event changes what a signature binds."""
    return body.type in CONTENT and not (isinstance(body, NoteAdded) and body.kind == "private")


def content_digest(events: Iterable[Event]) -> str:
    """Return the digest of the content of a record's events: SHA-256, 64 hexadecimal signs."""
    content = [_bare(event.body) for event in events if is_content(event.body)]
    said = json.dumps({"content": content, "schema": SCHEMA}, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return hashlib.sha256(said.encode()).hexdigest()


def _bare(body: Body) -> dict[str, Any]:
    """Leave out what is not there, so that a field that a later version adds changes no digest of before."""
    whole = body.model_dump(mode="json")
    return {
        name: value for name, value in whole.items() if name not in NAMES and value is not None and (value is not False or name == "value")
    }


def voided(signatures: Sequence[Signature], by: SignatureVoided, event: Event) -> list[Signature]:
    """Return the signatures with one of them void; the first thing that made it so stays."""
    mark = Voided(event.seq, event.at, by.because)
    return [replace(each, voided=mark) if each.seq == by.signed and each.voided is None else each for each in signatures]


def voidings(signatures: Sequence[Signature], appended: Sequence[Event]) -> tuple[SignatureVoided, ...]:
    """Return what must follow events about to be kept: one voiding for each signature that their content makes void."""
    changes = [event for event in appended if is_content(event.body)]
    standing = [each for each in signatures if each.voided is None and changes and each.seq < changes[0].seq]
    return tuple(SignatureVoided(signed=each.seq, because=cause(changes[0].body)) for each in standing)


def cause(body: Body) -> str:
    """Return what to name of a change: the item's link id, else the act, as `replay` names it."""
    match body:
        case ItemAnswered() | AnswerWithdrawn() | SafetyCorrected() | InformantAnswered() | WhichCounts():
            return body.link_id
        case InstanceWithdrawn():
            return f"{body.group}[{body.index}]"
        case NoteAdded():
            return body.link_id or "session.note"
        case SafetyAcknowledged():
            return "session.safety_acknowledged"
        case RiskWordsSettled():
            return "session.risk_words"
        case ProposalRejected():
            return "formulation.rejected"
        case PrimaryConfirmed():
            return "formulation.primary"
        case InstrumentAttached():
            return ATTACH
        case AttachedAnswered():
            return attached_link(body.instrument, body.item)
        case _:
            return body.type
