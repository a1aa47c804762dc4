"""From the state after an event to the frozen view that a face draws."""

from __future__ import annotations

from functools import lru_cache

from interview.engine.attached_folding import unasked_signs
from interview.engine.enablement import Enablement
from interview.engine.fold import Folded
from interview.engine.last_time import VisitBefore
from interview.engine.navigation import Walk
from interview.engine.offers import offer_for
from interview.engine.phases import TRANSITIONS, Phases, section_of_phase
from interview.engine.risk_signs import stops
from interview.engine.safety_gate import SafetyGate
from interview.engine.slots import Count, Slot
from interview.engine.transcript import instance_title
from interview.engine.view import ItemView, SafetyView, SectionView, SessionView, SignatureView
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
    total = walk.total()
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
        sections=_sections(questionnaire, state, walk.counts(), section),
        answered=total.done,
        about=total.items,
        minutes_told=total.told / 60,
        minutes_about=(total.told + total.to_ask) / 60,
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
    number, of = gate.place_of(slot) if state.phase == "safety" else walk.place_of(slot)
    return ItemView(
        link_id=slot.link_id,
        item=slot.item,
        section=slot.section,
        section_title=questionnaire.sections[slot.section].title,
        number=number,
        of=max(of, 1),
        group=slot.group,
        index=slot.index,
        instance_title=instance_title(questionnaire, slot.link_id, state.answers.__contains__),
        answer=state.answers.get(slot.link_id),
        is_enabled=enablement.is_enabled(slot.link_id),
        is_flagged=slot.link_id in state.flags,
        offer=offer_for(questionnaire, state, slot.link_id),
        last_time=before.answer(state, slot.link_id),
    )


def _sections(questionnaire: Questionnaire, state: Folded, counts: dict[str, Count], now: str | None) -> tuple[SectionView, ...]:
    """One line a section; the lines that stand as before are the same objects."""
    lines = []
    for section_id, section in questionnaire.sections.items():
        count, group = counts[section_id], questionnaire.places.group_of[section_id]
        standing = "current" if section_id == now else "closed" if not count.items else "open" if count.done < count.items else "done"
        instances = None if group is None else len(state.instances(group))
        lines.append(_line(section_id, section.title, standing, count.done, count.items, instances))
    return tuple(lines)


_line = lru_cache(maxsize=4096)(SectionView)


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
