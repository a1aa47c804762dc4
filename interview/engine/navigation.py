"""Where we are and what comes next, computed from questionnaire and answers; there is no state per question.

A section is walked in two passes: what the person is asked, then the clinician's judgements in one strip. Each place of the
questionnaire remembers what is open there until `touch` says that something changed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from interview.engine.enablement import SECTION, Enablement
from interview.engine.fold import Folded, split_instance
from interview.engine.slots import NONE, Count, Slot
from interview.engine.transcript import item_of
from interview.questionnaire.model import Item, Questionnaire
from interview.questionnaire.places import MORE, Place, gate_of, more_of
from trd_core.vocabulary import definition_of

NEVER_IN_ORDER = "never_in_order"
"""The condition of items that only the engine asks, at a moment of its own."""


@dataclass(frozen=True, slots=True)
class _Open:
    """What is open at one place: in the order of asking, and answered beside it."""

    slots: tuple[Slot, ...] = ()
    beside: tuple[Slot, ...] = ()
    count: Count = NONE


@dataclass(slots=True)
class _Section:
    """What is open in one section, place by place; what changed since is looked at again before anything is read."""

    open: list[_Open]
    changed: set[int]
    count: Count = NONE
    slots: tuple[Slot, ...] | None = None


class Walk:
    """The order of asking for one state of answers; `touch` tells it what changed there."""

    def __init__(self, questionnaire: Questionnaire, state: Folded, enablement: Enablement) -> None:
        self._questionnaire = questionnaire
        self._state = state
        self._enablement = enablement
        self._limit: frozenset[str] | None = None
        self._sections: dict[str, _Section] = {}
        self._counts: dict[str, Count] = {}
        self._total = NONE
        self._stale = set(questionnaire.sections)
        """Sections whose count is to be made again."""
        self._answered: dict[tuple[str, int], dict[str, int]] = {}
        for link_id in state.answers:
            self._note(link_id)

    def limit_to(self, link_ids: frozenset[str]) -> None:
        """Ask only these, and what was answered already."""
        self._limit = link_ids
        self._sections.clear()
        self._stale = set(self._questionnaire.sections)

    def touch(self, link_id: str, turned: Iterable[str]) -> None:
        """Look again at what an answer that changed bears on; `turned` are items and sections that it may have opened or closed."""
        self._note(link_id)
        for name in (link_id, *turned):
            if name.startswith(SECTION):
                self._sections.pop(name.removeprefix(SECTION), None)
                self._stale.add(name.removeprefix(SECTION))
                continue
            for place in self._questionnaire.places.of.get(definition_of(name), ()):
                section = self._sections.get(place.section)
                self._stale.add(place.section)
                if section is not None:
                    section.changed.add(place.at)

    def slots(self, section_id: str) -> tuple[Slot, ...]:
        """Return a section's open slots in the order of asking, answered ones included."""
        section = self._section(section_id)
        if section.slots is None:
            section.slots = tuple(slot for each in section.open for slot in each.slots)
        return section.slots

    def all_slots(self) -> tuple[Slot, ...]:
        """Return the open slots of all sections."""
        return tuple(slot for section in self._questionnaire.section for slot in self.slots(section.id))

    def open_items(self, section_id: str) -> tuple[Slot, ...]:
        """Return a section's slots, and what was answered in it beside the order of asking: what every count of answers reads."""
        beside = {slot.link_id: slot for each in self._section(section_id).open for slot in each.beside}
        in_order = beside if len(beside) < 2 else [link_id for link_id in self._state.answers if link_id in beside]
        return (*self.slots(section_id), *(beside[link_id] for link_id in in_order))

    def counts(self) -> dict[str, Count]:
        """Return how many items are open in each section and how many are done, with their talk."""
        for section_id in self._stale:
            before, now = self._counts.get(section_id, NONE), self._section(section_id).count
            self._counts[section_id], self._total = now, self._total - before + now
        self._stale.clear()
        return self._counts

    def total(self) -> Count:
        """Return the same of all sections together."""
        self.counts()
        return self._total

    def place_of(self, slot: Slot) -> tuple[int, int]:
        """Return the number of a slot among its section's open slots, from 1, and how many there are; (1, n) where it is none of them."""
        slots = self.slots(slot.section)
        return next((number for number, each in enumerate(slots, 1) if each.link_id == slot.link_id), 1), len(slots)

    def is_done(self, slot: Slot) -> bool:
        """Return whether a slot has an answer, or a named reason for none."""
        return slot.link_id in self._state.answers

    def has_open(self, section_id: str) -> bool:
        """Return whether a slot of the section is left without an answer."""
        return self._section(section_id).count.to_do > 0

    def next_open(self, section_id: str, after: str | None = None) -> Slot | None:
        """Return the section's first slot without an answer, after the given one if any is left there, else from the start."""
        if not self.has_open(section_id):
            return None
        slots = self.slots(section_id)
        start = next((place + 1 for place, slot in enumerate(slots) if slot.link_id == after), 0)
        return next((slot for slot in (*slots[start:], *slots[:start]) if not self.is_done(slot)), None)

    def next_section(self, after: str) -> str | None:
        """Return the next section in which something is open, or None."""
        ids = list(self._questionnaire.sections)
        later = ids[ids.index(after) + 1 :]
        return next((section for section in later if self.has_open(section)), None)

    def _note(self, link_id: str) -> None:
        """Keep the answered items by their place, in the order of their answers, with their talk."""
        own = self._questionnaire.places.of.get(definition_of(link_id), ())[:1]
        for place in own:
            answered = self._answered.setdefault((place.section, place.at), {})
            if link_id not in self._state.answers:
                answered.pop(link_id, None)
            elif link_id not in answered:
                item = item_of(self._questionnaire, link_id)
                answered[link_id] = 0 if item is None or item.is_judgement else item.talk_seconds

    def _section(self, section_id: str) -> _Section:
        places = self._questionnaire.places.of_section[section_id]
        section = self._sections.get(section_id)
        if section is None:
            section = self._sections[section_id] = _Section([_Open()] * len(places), set(range(len(places))))
        while section.changed:
            place = places[section.changed.pop()]
            before, now = section.open[place.at], self._open(place)
            section.open[place.at] = now
            section.count = section.count - before.count + now.count
            if before.slots != now.slots:
                section.slots = None
        return section

    def _open(self, place: Place) -> _Open:
        answered = self._answered.get((place.section, place.at), {})
        is_open = self._enablement.section_is_enabled(self._questionnaire.sections[place.section])
        slots = tuple(self._slots_at(place)) if is_open else ()
        in_order = {slot.link_id for slot in slots}
        beside = tuple(self._beside(place, [link_id for link_id in answered if link_id not in in_order]))
        done = sum(link_id in answered for link_id in in_order)
        to_ask = sum(0 if slot.item.is_judgement else slot.item.talk_seconds for slot in slots if slot.link_id not in answered)
        return _Open(slots, beside, Count(done + len(beside), len(slots) + len(beside), sum(answered.values()), to_ask))

    def _beside(self, place: Place, link_ids: Iterable[str]) -> Iterator[Slot]:
        for link_id in link_ids:
            item = item_of(self._questionnaire, link_id)
            if item is not None and self._enablement.is_enabled(link_id) and not self._is_of_a_closed_list(link_id):
                yield Slot(link_id, item, place.section, *(split_instance(link_id) or (None, None)))

    def _is_of_a_closed_list(self, link_id: str) -> bool:
        """Whether it asked for another member of a list that is closed, or after a member that was withdrawn."""
        if not link_id.startswith(MORE):
            return False
        group, _, index = link_id.removeprefix(MORE).removesuffix("]").rpartition("[")
        return not self._enablement.is_enabled(f"{group}[]") or not index.isdigit() or int(index) not in self._state.instances(group)

    def _is_asked(self, item: Item) -> bool:
        return item.condition != NEVER_IN_ORDER and (item.depth == "brief" or self._state.depth == "full")

    def _slots_at(self, place: Place) -> Iterator[Slot]:
        if place.item.is_group:
            return self._instances(place.item, place.section, place.judged)
        return self._single(place.item, place.item.link_id, place.section)

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
