"""The log folded: what counts now. Same events in, same state out.

What it does: keep the current answers, notes, flags, phase and safety of one record up to date, one event at a time.
What it will not do: decide anything, or touch the world.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from interview.engine.attached_events import AttachedAnswered, InstrumentAttached
from interview.engine.attached_folding import is_sign_at, take_attached
from interview.engine.attached_links import split_attached
from interview.engine.events import (
    AnswerWithdrawn,
    DepthChanged,
    Event,
    InformantAnswered,
    InstanceWithdrawn,
    ItemAnswered,
    ItemFlagged,
    NoteAdded,
    NoteDone,
    PhaseChanged,
    PrimaryConfirmed,
    ProposalRejected,
    RecordOpened,
    WhichCounts,
)
from interview.engine.folded import Answer, Counting, Folded, Note, Primary
from interview.engine.informant_links import RELATION, informant_link, split_informant
from interview.engine.practice_events import PracticeBody
from interview.engine.record_events import RecordSigned, SignatureVoided
from interview.engine.risk_signs import is_look, is_positive, is_safety_question
from interview.engine.safety_events import RiskWordsNoticed, RiskWordsSettled, SafetyAcknowledged, SafetyCorrected, SafetyOpened
from interview.engine.signing import Signature, is_content, voided

__all__ = ["Answer", "Counting", "Folded", "Note", "apply", "fold", "is_taken_over", "split_instance"]

PUSHING = frozenset({"pause", "open_safety"})
"""Triggers that remember where to return to."""

UNDOING: Final = "undo_safety"
"""The trigger that takes back an opening of safety in which nothing was said."""

RETURNING = frozenset({"resume", "leave_safety", UNDOING})


@lru_cache(maxsize=4096)
def split_instance(link_id: str) -> tuple[str, int] | None:
    """Return group and index of an instance's link id: `trials[2].weeks` → (`trials`, 2); None outside groups."""
    before, bracket, after = link_id.partition("[")
    index, closing, rest = after.partition("]")
    if bracket and closing and rest.startswith(".") and index.isdigit():
        return before, int(index)
    return None


def apply(state: Folded, event: Event) -> None:
    """Take one event into the state."""
    state.seq, state.updated_at = event.seq, event.at
    body = event.body
    if is_content(body):
        state.content_seq = event.seq
    match body:
        case ItemAnswered():
            _answer(state, body, event)
        case InformantAnswered():
            _informant(state, body, event)
        case WhichCounts():
            before, own = state.counting.get(body.link_id), state.answers.get(body.link_id)
            persons = before.persons if before is not None and is_taken_over(before, own) else own
            state.counting[body.link_id] = Counting(body.counts, body.informant, body.reason, event.at, event.seq, body.moves, persons)
        case RecordOpened():
            state.record, state.subject, state.visit = body.record, body.subject, body.visit
            state.depth, state.interviewer, state.practice = body.depth, body.interviewer, body.practice
            state.minutes, state.opened_at, state.follows = body.minutes, event.at, body.follows
            state.language, state.practice_case = body.language, body.practice_case
        case PhaseChanged():
            if body.trigger in PUSHING:
                state.returns.append(body.source)
            elif body.trigger in RETURNING and state.returns:
                state.returns.pop()
            if body.trigger == UNDOING:
                state.safety_opened, state.safety_because, state.safety_reopened = state.safety_before
            state.phase = body.dest
        case NoteAdded():
            state.notes.append(Note(body.kind, body.text, body.link_id, event.at, event.seq))
        case NoteDone():
            state.notes = [replace(note, done_at=event.at) if note.seq == body.note else note for note in state.notes]
        case ItemFlagged():
            state.flags.pop(body.link_id, None)
            if body.flagged:
                state.flags[body.link_id] = event.seq
        case InstrumentAttached() | AttachedAnswered():
            take_attached(state, body, event)
        case AnswerWithdrawn() if split_attached(body.link_id) is not None:
            if not is_sign_at(state, state.attached_answers.get(body.link_id)):
                state.attached_answers.pop(body.link_id, None)
        case AnswerWithdrawn():
            standing = state.answers.get(body.link_id)
            if standing is not None and not is_positive(standing.link_id, standing.status, standing.value):
                del state.answers[body.link_id]
        case InstanceWithdrawn():
            state.withdrawn.setdefault(body.group, {})[body.index] = event.seq
        case SafetyOpened():
            state.safety_before = (state.safety_opened, state.safety_because, state.safety_reopened)
            state.safety_opened, state.safety_because = event.seq, body.because
            if body.because in ("interviewer", "informant", "attached"):
                state.safety_reopened = event.seq
        case SafetyAcknowledged():
            state.safety_acknowledged = event.seq
            state.disposition = {**(state.disposition or {}), **body.disposition}
        case SafetyCorrected() if split_attached(body.link_id) is not None:
            state.attached_answers.pop(body.link_id, None)
        case SafetyCorrected():
            answers = state.answers if split_informant(body.link_id) is None else state.informant
            standing = answers.get(body.link_id)
            state.about_safety[body.link_id] = None
            answers[body.link_id] = Answer(
                body.link_id, "answered", body.value, standing.verbatim if standing else None, "clinician", event.at, event.seq
            )
        case RiskWordsNoticed():
            state.risk_words[body.link_id] = None
        case RiskWordsSettled():
            state.risk_words[body.link_id] = body.how
        case ProposalRejected():
            state.rejected[body.proposal] = body.reason
        case DepthChanged():
            state.depth = body.depth
        case PrimaryConfirmed():
            state.primary = None if body.problem is None else Primary(body.problem, body.reason, event.at, event.by)
        case RecordSigned():
            state.signatures.append(Signature(event.seq, event.at, body.by, body.digest, body.note))
        case SignatureVoided():
            state.signatures = voided(state.signatures, body, event)
        case _ if isinstance(body, PracticeBody):
            state.practised.append(event)


def is_taken_over(counting: Counting, answer: Answer | None) -> bool:
    """Return whether the answer that counts is the informant's, taken over then and not answered anew since."""
    return counting.counts == "informant" and counting.moves and answer is not None and answer.seq == counting.seq + 1


def _informant(state: Folded, body: InformantAnswered, event: Event) -> None:
    link_id = informant_link(body.informant, body.link_id)
    if not _is_endorsed(state.informant.get(link_id)) or is_positive(link_id, body.status, body.value):
        how_sure = (body.approximate, body.hedged, body.range)
        state.informant[link_id] = Answer(link_id, body.status, body.value, body.verbatim, "informant", event.at, event.seq, *how_sure)


def _is_endorsed(standing: Answer | None) -> bool:
    return standing is not None and standing.status == "answered" and is_positive(standing.link_id, standing.status, standing.value)


def _answer(state: Folded, body: ItemAnswered, event: Event) -> None:
    if not _is_endorsed(state.answers.get(body.link_id)) or is_positive(body.link_id, body.status, body.value):
        state.answers[body.link_id] = Answer(
            body.link_id,
            body.status,
            body.value,
            body.verbatim,
            body.source,
            event.at,
            event.seq,
            body.approximate,
            body.hedged,
            body.range,
        )
    state.relations += body.link_id == RELATION
    instance = split_instance(body.link_id)
    if instance is not None:
        state.used.setdefault(instance[0], set()).add(instance[1])
    if is_safety_question(body.link_id):
        state.about_safety[body.link_id] = None
        state.safety_day = event.at[:10]
        if is_look(body.link_id) and is_positive(body.link_id, body.status, body.value):
            state.safety_reopened = event.seq


def fold(events: Iterable[Event]) -> Folded:
    """Return the state after all events."""
    state = Folded()
    for event in events:
        apply(state, event)
    return state
