"""From the state after an event to the frozen view that a face draws."""

from __future__ import annotations

from interview.engine.attached_folding import unasked_signs
from interview.engine.enablement import Enablement
from interview.engine.fold import Folded
from interview.engine.last_time import VisitBefore
from interview.engine.navigation import Slot, Walk
from interview.engine.offers import offer_for
from interview.engine.pace import talk_seconds
from interview.engine.phases import TRANSITIONS, Phases, section_of_phase
from interview.engine.risk_signs import stops
from interview.engine.safety_gate import SafetyGate
from interview.engine.transcript import instance_title
from interview.engine.view import ItemView, SafetyView, SectionState, SectionView, SessionView, SignatureView
from interview.questionnaire.model import Questionnaire


def draw(
    questionnaire: Questionnaire,
    state: Folded,
    walk: Walk,
    enablement: Enablement,
    gate: SafetyGate,
    phases: Phases,
    current: Slot | None,
    before: VisitBefore,
    signatures: tuple[SignatureView, ...] = (),
) -> SessionView:
    """Return the whole view of one session."""
    slots = walk.all_slots()
    told = sum(talk_seconds(questionnaire, link_id) for link_id in state.answers)
    about = told + sum(0 if slot.item.is_judgement else slot.item.talk_seconds for slot in slots if slot.link_id not in state.answers)
    answered, open_items = walk.progress()
    section = "opening" if state.phase == "opening" else section_of_phase(state.phase)
    return SessionView(
        record=state.record,
        subject=state.subject,
        visit=state.visit,
        depth=state.depth,
        practice=state.practice,
        interviewer=state.interviewer,
        phase=state.phase,
        section=section,
        item=None if current is None else _item(questionnaire, state, walk, enablement, gate, current, before),
        sections=tuple(_section(questionnaire, state, walk, section_id, section) for section_id in questionnaire.sections),
        answered=answered,
        about=open_items,
        minutes_told=told / 60,
        minutes_about=about / 60,
        saved_at=state.updated_at,
        seq=state.seq,
        safety=_safety(state, gate),
        risk_banner=tuple(link_id for link_id, how in state.risk_words.items() if how is None),
        flagged=tuple(state.flags),
        consent_refused=enablement.value("interview.consent") is False,
        may=_may(questionnaire, phases),
        signatures=signatures,
        language=state.language,
        attached_unasked=unasked_signs(state),
    )


def _item(
    questionnaire: Questionnaire, state: Folded, walk: Walk, enablement: Enablement, gate: SafetyGate, slot: Slot, before: VisitBefore
) -> ItemView:
    places = gate.slots() if state.phase == "safety" else walk.slots(slot.section)
    number = next((place for place, each in enumerate(places, 1) if each.link_id == slot.link_id), 1)
    return ItemView(
        link_id=slot.link_id,
        item=slot.item,
        section=slot.section,
        section_title=questionnaire.sections[slot.section].title,
        number=number,
        of=max(len(places), 1),
        group=slot.group,
        index=slot.index,
        instance_title=instance_title(questionnaire, slot.link_id, state.answers.__contains__),
        answer=state.answers.get(slot.link_id),
        is_enabled=enablement.is_enabled(slot.link_id),
        is_flagged=slot.link_id in state.flags,
        offer=offer_for(questionnaire, state, slot.link_id),
        last_time=before.answer(state, slot.link_id),
    )


def _section(questionnaire: Questionnaire, state: Folded, walk: Walk, section_id: str, now: str | None) -> SectionView:
    slots = walk.open_items(section_id)
    answered = sum(walk.is_done(slot) for slot in slots)
    standing: SectionState = "current" if section_id == now else "closed" if not slots else "done" if answered == len(slots) else "open"
    section = questionnaire.sections[section_id]
    group = next((item.link_id.removesuffix("[]") for item in section.item if item.is_group), None)
    return SectionView(section_id, section.title, standing, answered, len(slots), None if group is None else len(state.instances(group)))


def _safety(state: Folded, gate: SafetyGate) -> SafetyView:
    positives = gate.positives()
    return SafetyView(
        is_open=state.phase == "safety",
        because=state.safety_because if state.phase == "safety" else None,
        need=gate.need(),
        stops=any(stops(answer.link_id, answer.status) for answer in positives),
        positives=tuple(answer.link_id for answer in positives),
        disposition=tuple((state.disposition or {}).items()),
        disposition_missing=gate.disposition_missing(),
        was_asked=gate.was_asked(),
        is_complete=gate.is_complete(),
    )


def _may(questionnaire: Questionnaire, phases: Phases) -> frozenset[str]:
    first = next(iter(questionnaire.sections), None)
    names = dict.fromkeys(row.trigger for row in TRANSITIONS)
    return frozenset(name for name in names if phases.destination(name, first) is not None)
