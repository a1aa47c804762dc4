"""Attached instruments in a record that is made ready for its reader: without own words, or for research without any text at all.

What counts stays what it is: a sign of risk is still one, a total is still the same, what is open is still open.
"""

from __future__ import annotations

from typing import Final

from interview.engine.attached_events import AttachedAnswered, InstrumentAttached
from interview.engine.attached_folding import asked_at, gate_at, is_sign_at
from interview.engine.attached_links import attached_link
from interview.engine.attached_risk import asks_about_self_harm, says_no
from interview.engine.events import Event
from interview.engine.fold import Folded
from interview.engine.folded import Answer
from interview.engine.session import Session
from interview.export.part_of import PartOf
from interview.instruments.gating import Gate
from interview.instruments.model import CHOICES, WORDS, Coding, Condition, Instrument, InstrumentItem, Option
from interview.instruments.self_harm import OWN_CODE
from interview.instruments.totals import is_total

WITHHELD: Final = "withheld"
TOTAL: Final = "total"
NO: Final = "no"


def without_attached(session: Session) -> Session:
    """Return the record without attached instruments: the person's own sheet holds nothing of them."""
    return PartOf(session, [event for event in session.events if not isinstance(event.body, InstrumentAttached | AttachedAnswered)])


def without_own_words(state: Folded, body: AttachedAnswered) -> AttachedAnswered:
    """Return an answer without what was said in own words; a sign of risk in them stays one."""
    item = asked_at(state, attached_link(body.instrument, body.item))
    changed: dict[str, object] = {"verbatim": None}
    if item is not None and body.value is not None and is_own_words(item, body.value):
        several = isinstance(body.value, list)
        changed["value"] = [WITHHELD] * bool(body.value) if several else WITHHELD
        changed["hedged"] = body.hedged or is_sign_at(state, _answer(body))
    return body.model_copy(update=changed)


def is_own_words(item: InstrumentItem, value: object) -> bool:
    """Return whether a value is what somebody said, in their words."""
    values = value if isinstance(value, list) else [value]
    return item.type in WORDS or (item.type in CHOICES and any(item.option(each) is None for each in values))


def _answer(body: AttachedAnswered) -> Answer:
    return Answer(
        attached_link(body.instrument, body.item),
        body.status,
        body.value,
        body.verbatim,
        body.source,
        "",
        0,
        body.approximate,
        body.hedged,
        body.range,
    )


def coded_answer(state: Folded, body: AttachedAnswered) -> AttachedAnswered:
    """Return an answer for research: codes, numbers and dates; an option that is a text is known by its place."""
    bare, item = without_own_words(state, body), asked_at(state, attached_link(body.instrument, body.item))
    if item is None or bare.value is None or item.type not in CHOICES:
        return bare
    keys = {option.key: _bare_option(option, place).key for place, option in enumerate(item.options, 1)}
    value = [keys.get(each, each) for each in bare.value] if isinstance(bare.value, list) else keys.get(bare.value, bare.value)
    return bare.model_copy(update={"value": value})


def coded_instrument(state: Folded, number: int) -> InstrumentAttached:
    """Return an instrument for research: its link ids, codes, weights and conditions, and none of its texts."""
    instrument = state.attached[number - 1]
    gate = gate_at(state, number)
    items = tuple(made for item in instrument.items if (made := _bare(item, gate, instrument)) is not None)
    kept = items or (InstrumentItem(link_id=instrument.items[0].link_id, type="display"),)
    return InstrumentAttached(
        instrument=Instrument(title=WITHHELD, url=instrument.url, version=instrument.version, language=instrument.language, items=kept)
    )


def _bare(item: InstrumentItem, gate: Gate, instrument: Instrument) -> InstrumentItem | None:
    """An item without texts. A condition on a text is settled here, as it stands: the text is not there to be compared with."""
    on_words = any(each.kind == "string" and instrument.by_link_id[each.question].type in WORDS for each in item.conditions)
    if on_words and not gate.is_open(item.link_id):
        return None
    inside = tuple(made for each in item.items if (made := _bare(each, gate, instrument)) is not None)
    if item.type == "group" and not inside:
        return None
    return InstrumentItem(
        link_id=item.link_id,
        type=item.type,
        text=TOTAL if is_total(item) else WITHHELD,
        codes=(*item.codes, *((Coding(code=OWN_CODE[1], system=OWN_CODE[0]),) if asks_about_self_harm(item) else ())),
        options=tuple(_bare_option(option, place) for place, option in enumerate(item.options, 1)),
        conditions=() if on_words else tuple(_bare_condition(each, instrument) for each in item.conditions),
        behavior=item.behavior,
        required=item.required,
        repeats=item.repeats,
        read_only=item.read_only,
        hidden=item.hidden,
        initial=_bare_initial(item),
        low=item.low,
        high=item.high,
        shortest=None,
        longest=None,
        unit=item.unit,
        expression=item.expression,
        items=inside,
    )


def _bare_option(option: Option, place: int) -> Option:
    shown = NO if option.weight is None and says_no(option.display) else WITHHELD
    if option.kind != "string":
        return option.model_copy(update={"display": shown})
    named = f"option-{place}"
    return Option(key=named, kind="string", code=named, display=shown, weight=option.weight)


def _bare_condition(condition: Condition, instrument: Instrument) -> Condition:
    asked = instrument.by_link_id[condition.question]
    if condition.kind != "string":
        return condition
    place = next((place for place, option in enumerate(asked.options, 1) if option.code == condition.answer), 0)
    return condition.model_copy(update={"answer": f"option-{place}" if place else WITHHELD})


def _bare_initial(item: InstrumentItem) -> tuple[bool | int | float | str, ...]:
    keys = {option.key: _bare_option(option, place).key for place, option in enumerate(item.options, 1)}
    if item.type in WORDS:
        return (WITHHELD,) * bool(item.initial)
    return tuple(keys.get(each, WITHHELD) if item.options and isinstance(each, str) else each for each in item.initial)


def coded_events(session: Session) -> list[Event]:
    """Return the log with what belongs to attached instruments as research gets it; all other events as they are."""
    made, number = [], 0
    for event in session.events:
        body = event.body
        if isinstance(body, InstrumentAttached):
            number += 1
            event = event.model_copy(update={"body": coded_instrument(session.state, number)})
        elif isinstance(body, AttachedAnswered):
            event = event.model_copy(update={"body": coded_answer(session.state, body)})
        made.append(event)
    return made
