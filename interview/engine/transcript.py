"""The transcript: what was asked and what was said, turn by turn, as a fold over the events."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from interview.engine.events import Event, InstanceWithdrawn, ItemAnswered, NoteAdded, NoteDone, PhaseChanged
from interview.engine.fold import split_instance
from interview.engine.informant_links import split_informant
from interview.engine.record_events import ClockJumped, RecordRestored, RecordSigned, SignatureVoided
from interview.engine.safety_events import SafetyAcknowledged, SafetyCorrected
from interview.language import _
from interview.questionnaire.model import Item, Questionnaire
from interview.questionnaire.places import MORE
from trd_core.vocabulary import definition_of

NAMING: Final = (("drug",), ("text", "choice", "date"))
"""Kinds of answer that name an instance: a drug where one is asked for, else the first of the others."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn. `kind` tells what it shows: an answer, a note, a move, a disposition, a correction, a withdrawal, a signature
    (`source` is who), a signature that became void (`text` is because of what),
    something to do that was done (`value` is the note's event), a clock that was changed (`value` is its time before and after),
    a record brought back from a backup (`value` is when that was made, and how many entries it lacks)."""

    seq: int
    at: str
    kind: str
    link_id: str | None = None
    section: str | None = None
    asked: str | None = None
    who: str | None = None
    status: str | None = None
    verbatim: str | None = None
    value: Any = None
    range: tuple[float | str | None, float | str | None] | None = None
    approximate: bool = False
    hedged: bool = False
    source: str | None = None
    note_kind: str | None = None
    text: str | None = None


def item_of(questionnaire: Questionnaire, link_id: str) -> Item | None:
    """Return the item that asks a link id, the question for another instance included; None for the formulation's."""
    told = split_informant(link_id)
    if told is not None:
        asked = questionnaire.items.get(definition_of(told[1]))
        return None if asked is None or asked.ask_informant is None else asked.for_informant()
    definition = definition_of(link_id)
    if definition.startswith(MORE):
        group = questionnaire.items.get(definition.removeprefix(MORE))
        if group is None:
            return None
        return Item(link_id=definition, type="yes_no", who=group.who, text=group.more or "", talk_seconds=6)
    item = questionnaire.items.get(definition)
    return None if item is None or item.is_group else item


def section_of(questionnaire: Questionnaire, link_id: str) -> str | None:
    """Return the section in which a link id is asked."""
    definition = definition_of(link_id)
    if definition.startswith(MORE):
        definition = definition.removeprefix(MORE)
    return questionnaire.section_of.get(definition)


def naming_item(questionnaire: Questionnaire, link_id: str) -> tuple[str, Item] | None:
    """Return the question whose answer names the instance that a link id stands in: a drug where one is asked for, else the first other."""
    instance = split_instance(link_id)
    group = questionnaire.items.get(f"{instance[0]}[]") if instance else None
    naming = next((item for kinds in NAMING for item in (group.item if group else ()) if item.type in kinds), None)
    if instance is None or naming is None:
        return None
    return naming.link_id.replace("[]", f"[{instance[1]}]", 1), naming


def instance_title(questionnaire: Questionnaire, link_id: str, is_answered: Callable[[str], bool]) -> str | None:
    """Return what an instance is called: `the latest treatment`, later `number 4`.

    A title that only asks for an instance ("the one that helped most") stands over the question that names it, until that has its answer.
    """
    instance = split_instance(link_id)
    group = questionnaire.items.get(f"{instance[0]}[]") if instance else None
    if instance is None or group is None:
        return None
    index, naming = instance[1], naming_item(questionnaire, link_id)
    holds = group.titles_that_hold is None or index < group.titles_that_hold
    asks = naming is not None and link_id == naming[0] and not is_answered(link_id)
    if index < len(group.instance_titles) and (holds or asks):
        return group.instance_titles[index]
    return _("number {n}").format(n=index + 1)


def turn_of(questionnaire: Questionnaire, event: Event) -> Turn | None:
    """Return the turn that an event makes, or None for one that shows nothing."""
    body = event.body
    match body:
        case ItemAnswered():
            item = item_of(questionnaire, body.link_id)
            return Turn(
                event.seq,
                event.at,
                "answer",
                body.link_id,
                section_of(questionnaire, body.link_id),
                item.text if item else None,
                item.who if item else "clinician",
                body.status,
                body.verbatim,
                body.value,
                body.range,
                body.approximate,
                body.hedged,
                body.source,
            )
        case NoteAdded():
            return Turn(event.seq, event.at, "note", body.link_id, note_kind=body.kind, text=body.text)
        case NoteDone():
            return Turn(event.seq, event.at, "done", value=body.note)
        case SafetyAcknowledged():
            return Turn(event.seq, event.at, "disposition", value=body.disposition)
        case SafetyCorrected():
            return Turn(event.seq, event.at, "correction", body.link_id, value=body.value, source=body.by, text=body.reason)
        case InstanceWithdrawn():
            return Turn(event.seq, event.at, "withdrawal", f"{body.group}[{body.index}]")
        case RecordSigned():
            return Turn(event.seq, event.at, "signature", source=body.by, text=body.note)
        case SignatureVoided():
            return Turn(event.seq, event.at, "voided", text=body.because)
        case PhaseChanged():
            return Turn(event.seq, event.at, "phase", section=body.dest, text=body.trigger)
        case ClockJumped():
            return Turn(event.seq, event.at, "clock", value=(body.before, body.after))
        case RecordRestored():
            return Turn(event.seq, event.at, "restored", value=(body.made, body.lacks))
        case _:
            return None


def transcript(questionnaire: Questionnaire, events: Iterable[Event]) -> tuple[Turn, ...]:
    """Return all turns in order."""
    return tuple(turn for event in events if (turn := turn_of(questionnaire, event)) is not None)
