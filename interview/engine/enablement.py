"""Which items are open: `enable_when` as FHIR R4 defines it, and named predicates.

An answer behind a closed item does not count for other items: it is set aside, and comes back when its branch reopens.
"""

from __future__ import annotations

from typing import Any

from interview.engine.fold import Answer, Folded, split_instance
from interview.questionnaire.conditions import PREDICATES
from interview.questionnaire.enable_when import holds
from interview.questionnaire.model import Item, Questionnaire, Section
from trd_core.vocabulary import definition_of

GATE = "interview.any."
"""`interview.any.trials`: is there anything to list?"""

MORE = "interview.more."
"""`interview.more.trials[0]`: is there another, after this one?"""


def gate_of(group: str) -> str:
    """Return the link id of a group's opening question."""
    return GATE + group


def more_of(group: str, index: int) -> str:
    """Return the link id of the question for another instance, after this one."""
    return f"{MORE}{group}[{index}]"


class Enablement:
    """Enabled items of one questionnaire, for one state of answers; made anew after each answer."""

    def __init__(self, questionnaire: Questionnaire, state: Folded) -> None:
        self._questionnaire = questionnaire
        self._state = state
        self._known: dict[str, bool] = {}
        self._sections: dict[str, bool] = {}

    def answer(self, link_id: str) -> Answer | None:
        """Return the answer that counts: None where there is none, or its item is closed or withdrawn."""
        answer = self._state.answers.get(link_id)
        return answer if answer is not None and self.is_enabled(link_id) else None

    def value(self, link_id: str) -> Any:
        """Return the value that counts, or None."""
        answer = self.answer(link_id)
        return answer.value if answer is not None and answer.status == "answered" else None

    def status(self, link_id: str) -> str | None:
        """Return the status that counts, or None where the item was not asked."""
        answer = self.answer(link_id)
        return answer.status if answer is not None else None

    def instances(self, group: str) -> tuple[int, ...]:
        """Return the indexes of a group's instances."""
        return self._state.instances(group)

    def is_enabled(self, link_id: str) -> bool:
        """Return whether the item is open; what no questionnaire asks (formulation) is open."""
        known = self._known.get(link_id)
        if known is None:
            self._known[link_id] = False  # a condition that leads back to itself is closed, not endless
            known = self._known[link_id] = self._evaluate(link_id)
        return known

    def section_is_enabled(self, section: Section) -> bool:
        """Return whether a section is open."""
        known = self._sections.get(section.id)
        if known is None:
            known = self._sections[section.id] = holds(section.enable_when, section.enable_behavior, None, self.value)
        return known

    def _evaluate(self, link_id: str) -> bool:
        instance = split_instance(link_id)
        if instance is not None and instance[1] in self._state.withdrawn.get(instance[0], {}):
            return False
        definition = definition_of(link_id)
        item = self._questionnaire.items.get(definition)
        if item is None:
            return True
        if not self.section_is_enabled(self._questionnaire.sections[self._questionnaire.section_of[definition]]):
            return False
        if instance is not None:
            group = self._questionnaire.items.get(f"{instance[0]}[]")
            if group is not None and not self._item_holds(group, None):
                return False
        return self._item_holds(item, instance[1] if instance else None)

    def _item_holds(self, item: Item, index: int | None) -> bool:
        if not holds(item.enable_when, item.enable_behavior, index, self.value):
            return False
        return item.condition is None or PREDICATES[item.condition](self, index)
