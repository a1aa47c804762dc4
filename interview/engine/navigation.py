"""Where we are and what comes next, computed from questionnaire and answers; there is no state per question.

A section is walked in two passes: what the person is asked, then the clinician's judgements in one strip.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from interview.engine.enablement import MORE, Enablement, gate_of, more_of
from interview.engine.fold import Folded, split_instance
from interview.engine.transcript import item_of, section_of
from interview.questionnaire.model import Item, Questionnaire, Section

NEVER_IN_ORDER = "never_in_order"
"""The condition of items that only the engine asks, at a moment of its own."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in the order of asking: an item, or one instance of it."""

    link_id: str
    item: Item
    section: str
    group: str | None = None
    index: int | None = None


class Walk:
    """The order of asking for one state of answers; made anew after each answer."""

    def __init__(self, questionnaire: Questionnaire, state: Folded, enablement: Enablement) -> None:
        self._questionnaire = questionnaire
        self._state = state
        self._enablement = enablement
        self._slots: dict[str, tuple[Slot, ...]] = {}
        self._limit: frozenset[str] | None = None
        self._beside: dict[str, list[Slot]] | None = None

    def limit_to(self, link_ids: frozenset[str]) -> None:
        """Ask only these, and what was answered already."""
        self._limit = link_ids
        self._slots, self._beside = {}, None

    def slots(self, section_id: str) -> tuple[Slot, ...]:
        """Return a section's open slots in the order of asking, answered ones included."""
        if section_id not in self._slots:
            section = self._questionnaire.sections[section_id]
            found = self._walk(section) if self._enablement.section_is_enabled(section) else ()
            self._slots[section_id] = tuple(found)
        return self._slots[section_id]

    def all_slots(self) -> tuple[Slot, ...]:
        """Return the open slots of all sections."""
        return tuple(slot for section in self._questionnaire.section for slot in self.slots(section.id))

    def open_items(self, section_id: str) -> tuple[Slot, ...]:
        """Return a section's slots, and what was answered in it beside the order of asking: what every count of answers reads."""
        if self._beside is None:
            self._beside = {}
            for slot in self._answered_beside():
                self._beside.setdefault(slot.section, []).append(slot)
        return (*self.slots(section_id), *self._beside.get(section_id, ()))

    def progress(self) -> tuple[int, int]:
        """Return how many open items have an answer or a named reason for none, and how many there are."""
        items = [slot for section in self._questionnaire.section for slot in self.open_items(section.id)]
        return sum(self.is_done(slot) for slot in items), len(items)

    def is_done(self, slot: Slot) -> bool:
        """Return whether a slot has an answer, or a named reason for none."""
        return slot.link_id in self._state.answers

    def next_open(self, section_id: str, after: str | None = None) -> Slot | None:
        """Return the section's first slot without an answer, after the given one if any is left there, else from the start."""
        slots = self.slots(section_id)
        start = next((place + 1 for place, slot in enumerate(slots) if slot.link_id == after), 0)
        return next((slot for slot in (*slots[start:], *slots[:start]) if not self.is_done(slot)), None)

    def next_section(self, after: str) -> str | None:
        """Return the next section in which something is open, or None."""
        ids = list(self._questionnaire.sections)
        later = ids[ids.index(after) + 1 :]
        return next((section for section in later if self.next_open(section) is not None), None)

    def _answered_beside(self) -> Iterator[Slot]:
        in_order = {slot.link_id for slot in self.all_slots()}
        for link_id in self._state.answers:
            if link_id in in_order or not self._enablement.is_enabled(link_id) or self._is_of_a_closed_list(link_id):
                continue
            section, item = section_of(self._questionnaire, link_id), item_of(self._questionnaire, link_id)
            if section is not None and item is not None:
                group, index = split_instance(link_id) or (None, None)
                yield Slot(link_id, item, section, group, index)

    def _is_of_a_closed_list(self, link_id: str) -> bool:
        """Whether it asked for another member of a list that is closed, or after a member that was withdrawn."""
        if not link_id.startswith(MORE):
            return False
        group, _, index = link_id.removeprefix(MORE).removesuffix("]").rpartition("[")
        return not self._enablement.is_enabled(f"{group}[]") or not index.isdigit() or int(index) not in self._state.instances(group)

    def _is_asked(self, item: Item) -> bool:
        return item.condition != NEVER_IN_ORDER and (item.depth == "brief" or self._state.depth == "full")

    def _walk(self, section: Section) -> Iterator[Slot]:
        for judged in (False, True):
            for item in section.item:
                if item.is_group:
                    yield from self._instances(item, section.id, judged)
                elif item.is_judgement is judged:
                    yield from self._single(item, item.link_id, section.id)

    def _single(self, item: Item, link_id: str, section: str, group: str | None = None, index: int | None = None) -> Iterator[Slot]:
        chosen = self._limit is None or link_id in self._limit
        wanted = (self._is_asked(item) and chosen) or link_id in self._state.answers
        if wanted and item.condition != NEVER_IN_ORDER and self._enablement.is_enabled(link_id):
            yield Slot(link_id, item, section, group, index)

    def _instances(self, item: Item, section: str, judged: bool) -> Iterator[Slot]:
        group = item.link_id.removesuffix("[]")
        if not self._is_asked(item) or not self._enablement.is_enabled(item.link_id):
            return
        live = self._state.instances(group)
        if not live:
            gate = self._questionnaire.items.get(gate_of(group))
            gate_says = self._enablement.value(gate_of(group)) if gate is not None else True
            live = (self._state.next_index(group),) if gate_says is True else ()
        elif self._another_is_wanted(group, live[-1]):
            live = (*live, self._state.next_index(group))
        for index in live:
            for member in item.item:
                if member.is_judgement is judged:
                    link_id = member.link_id.replace("[]", f"[{index}]", 1)
                    yield from self._single(member, link_id, section, group, index)
            asked_on = more_of(group, index) in self._state.answers
            if not judged and (index == live[-1] or asked_on) and index in self._state.instances(group) and item.more:
                yield Slot(more_of(group, index), self._more_item(item, group), section, group, index)

    def _another_is_wanted(self, group: str, last: int) -> bool:
        answer = self._state.answers.get(more_of(group, last))
        latest_withdrawal = max(self._state.withdrawn.get(group, {}).values(), default=0)
        return answer is not None and answer.value is True and answer.seq > latest_withdrawal

    def _more_item(self, item: Item, group: str) -> Item:
        return Item(link_id=f"interview.more.{group}[]", type="yes_no", who=item.who, text=item.more or "", why=item.why, talk_seconds=6)
