"""What attached instruments add to the state of a record: each instrument by its place, and what counts for its items."""

from __future__ import annotations

from interview.engine.attached_events import AttachedAnswered, InstrumentAttached
from interview.engine.attached_links import attached_link, split_attached
from interview.engine.attached_risk import asks_about_self_harm, is_sign
from interview.engine.events import Event
from interview.engine.folded import Answer, Folded
from interview.instruments.gating import Gate
from interview.instruments.model import Instrument, InstrumentItem


def take_attached(state: Folded, body: InstrumentAttached | AttachedAnswered, event: Event) -> None:
    """Take one event of an attached instrument into the state; an answer never lowers a sign of risk."""
    if isinstance(body, InstrumentAttached):
        state.attached.append(body.instrument)
        return
    link_id = attached_link(body.instrument, body.item)
    made = Answer(
        link_id, body.status, body.value, body.verbatim, body.source, event.at, event.seq, body.approximate, body.hedged, body.range
    )
    if not is_endorsed_at(state, state.attached_answers.get(link_id)) or is_sign_at(state, made):
        state.attached_answers[link_id] = made


def instrument_of(state: Folded, number: int) -> Instrument | None:
    """Return an attached instrument by its number, from 1."""
    return state.attached[number - 1] if 1 <= number <= len(state.attached) else None


def asked_at(state: Folded, link_id: str) -> InstrumentItem | None:
    """Return the item of an attached instrument that a link id means; None for any other, and for what takes no answer."""
    told = split_attached(link_id)
    instrument = instrument_of(state, told[0]) if told is not None else None
    item = instrument.by_link_id.get(told[1]) if told is not None and instrument is not None else None
    return item if item is not None and item.is_question else None


def is_sign_at(state: Folded, answer: Answer | None) -> bool:
    """Return whether an answer to an attached instrument must be met as a sign of risk, or as unclear."""
    asked = asked_at(state, answer.link_id) if answer is not None else None
    if answer is None or asked is None:
        return False
    high = answer.range[1] if answer.range is not None else None
    return is_sign(asked, answer.status, answer.value, answer.verbatim, hedged=answer.hedged, high=high)


def is_endorsed_at(state: Folded, answer: Answer | None) -> bool:
    """Return whether it is a sign of risk that no later answer lowers: an answer, not a reason for none."""
    return answer is not None and answer.status == "answered" and is_sign_at(state, answer)


def values_at(state: Folded, number: int) -> dict[str, object]:
    """Return the values given to an instrument's items, by item."""
    found = {told[1]: each for link_id, each in state.attached_answers.items() if (told := split_attached(link_id)) and told[0] == number}
    return {item: each.value for item, each in found.items() if each.status == "answered" and each.value is not None}


def gate_at(state: Folded, number: int) -> Gate:
    """Return which items of an attached instrument are open now."""
    return Gate(state.attached[number - 1], values_at(state, number))


def attached_signs(state: Folded) -> tuple[Answer, ...]:
    """Return the answers to attached instruments that must be met: signs always, unclear ones while their item is open."""
    gates = {number: gate_at(state, number) for number in range(1, len(state.attached) + 1)} if state.attached_answers else {}
    found = []
    for link_id, answer in state.attached_answers.items():
        number, item = split_attached(link_id) or (0, "")
        if is_sign_at(state, answer) and (is_endorsed_at(state, answer) or (number in gates and gates[number].is_open(item))):
            found.append(answer)
    return tuple(found)


def unasked_signs(state: Folded) -> tuple[str, ...]:
    """Return the open items about self-harm that have neither an answer nor a reason for none, of instruments that were begun."""
    begun = {told[0] for link_id in state.attached_answers if (told := split_attached(link_id)) is not None}
    found = []
    for number in sorted(begun):
        instrument, gate = state.attached[number - 1], gate_at(state, number)
        asking = [item for item in instrument.questions if not item.is_fixed and asks_about_self_harm(item) and gate.is_open(item.link_id)]
        found += [link for item in asking if (link := attached_link(number, item.link_id)) not in state.attached_answers]
    return tuple(found)
