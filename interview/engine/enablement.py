"""Which items are open: `enable_when` as FHIR R4 defines it, and named predicates.

An answer behind a closed item does not count for other items: it is set aside, and comes back when its branch reopens.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from interview.engine.fold import Answer, Folded, split_instance
from interview.questionnaire.conditions import PREDICATES
from interview.questionnaire.enable_when import holds
from interview.questionnaire.model import Item, Questionnaire, Section
from trd_core.vocabulary import definition_of

GROUP: Final = "[]"
"""What is read of a group's instances is noted under the group's name and this."""

SECTION: Final = "§"
"""What is read of a section is noted under this and its id; no link id begins so."""


class Enablement:
    """Enabled items of one questionnaire, for one state of answers.

    What was found is remembered together with what was read for it; `touch` forgets what read an answer that changed, and no more.
    """

    def __init__(self, questionnaire: Questionnaire, state: Folded) -> None:
        self._questionnaire = questionnaire
        self._state = state
        self._known: dict[str, bool] = {}
        self._finding: list[str] = []
        self._readers: dict[str, set[str]] = {}

    def touch(self, link_id: str) -> dict[str, bool]:
        """Forget what hangs on an answer that changed; return what that was, as it stood. Sections are named `§<id>`."""
        instance = split_instance(link_id)
        forgotten: dict[str, bool] = {}
        changed = [link_id] if instance is None else [link_id, instance[0] + GROUP]
        while changed:
            for reader in self._readers.pop(changed.pop(), ()):
                if reader in self._known:
                    forgotten[reader] = self._known.pop(reader)
                    changed.append(reader)
        return forgotten

    def known(self) -> dict[str, bool]:
        """Return what was looked at so far: whether each item is open."""
        return dict(self._known)

    def answer(self, link_id: str) -> Answer | None:
        """Return the answer that counts: None where there is none, or its item is closed or withdrawn."""
        self._reads(link_id)
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
        self._reads(group + GROUP)
        return self._state.instances(group)

    def is_enabled(self, link_id: str) -> bool:
        """Return whether the item is open; what no questionnaire asks (formulation) is open."""
        known = self._known.get(link_id)
        return self._found(link_id, lambda: self._evaluate(link_id)) if known is None else known

    def section_is_enabled(self, section: Section) -> bool:
        """Return whether a section is open."""
        name = SECTION + section.id
        self._reads(name)
        known = self._known.get(name)
        return self._found(name, lambda: holds(section.enable_when, section.enable_behavior, None, self.value)) if known is None else known

    def _reads(self, name: str) -> None:
        if self._finding:
            self._readers.setdefault(name, set()).add(self._finding[-1])

    def _found(self, name: str, find: Callable[[], bool]) -> bool:
        self._known[name] = False  # a condition that leads back to itself is closed, not endless
        self._finding.append(name)
        try:
            found = self._known[name] = find()
        finally:
            self._finding.pop()
        return found

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
