"""The items of a questionnaire in the order of asking, and which are open for given answers.

For checks and counts only: no log, no withdrawn instances. The engine's enablement does the same over a record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from interview.questionnaire.conditions import PREDICATES
from interview.questionnaire.enable_when import holds
from interview.questionnaire.model import EnableWhen, Item, Questionnaire, Section
from trd_core.vocabulary import definition_of

LONGEST_CHAIN: Final = 50
"""Conditions that may rest on one another, one behind the other."""


def in_order(section: Section) -> Iterator[Item]:
    """Yield a section's items as they are asked: the person's first, then the judgements; groups before their members."""
    for judged in (False, True):
        for item in section.item:
            if item.is_group:
                if not judged:
                    yield item
                yield from (member for member in item.item if member.is_judgement is judged)
            elif item.is_judgement is judged:
                yield item


def group_of(questionnaire: Questionnaire, link_id: str) -> Item | None:
    """Return the group that an item's definition is a member of."""
    head, bracket, tail = link_id.partition("[]")
    group = questionnaire.items.get(head + bracket) if tail.startswith(".") else None
    return group if group is not None and group.is_group else None


def conditions_of(questionnaire: Questionnaire, link_id: str) -> tuple[tuple[tuple[EnableWhen, ...], str], ...]:
    """Return the lists of conditions that must all hold for an item: its section's, its group's, its own."""
    item = questionnaire.items[link_id]
    section = questionnaire.sections[questionnaire.section_of[link_id]]
    group = group_of(questionnaire, link_id)
    holders = (section, group, item) if group is not None else (section, item)
    return tuple((holder.enable_when, holder.enable_behavior) for holder in holders if holder is not None and holder.enable_when)


class Given:
    """Given answers to a questionnaire, by instance link id; those behind closed items do not count."""

    def __init__(self, questionnaire: Questionnaire, answers: Mapping[str, Any], *, follow_predicates: bool = True) -> None:
        self._questionnaire = questionnaire
        self._answers = answers
        self._follow_predicates = follow_predicates
        self._open: dict[str, bool] = {}
        self._depth = 0

    def value(self, link_id: str) -> Any:
        """Return the value that counts, or None."""
        value = self._answers.get(link_id)
        return value if value is not None and self.is_open(link_id) else None

    def status(self, link_id: str) -> str | None:
        """Return `answered`, or None where there is no answer that counts."""
        return "answered" if self.value(link_id) is not None else None

    def instances(self, group: str) -> tuple[int, ...]:
        """Return the indexes of a group's instances."""
        found = {int(link_id[len(group) + 1 :].split("]")[0]) for link_id in self._answers if link_id.startswith(f"{group}[")}
        return tuple(sorted(found))

    def is_open(self, link_id: str) -> bool:
        """Return whether an item is open; one that leads back to itself, or rests on too long a chain, is closed."""
        if link_id not in self._open:
            self._open[link_id] = False
            if self._depth < LONGEST_CHAIN:
                self._depth += 1
                self._open[link_id] = self._evaluate(link_id)
                self._depth -= 1
        return self._open[link_id]

    def section_is_open(self, section: Section) -> bool:
        """Return whether a section is open."""
        return holds(section.enable_when, section.enable_behavior, None, self.value)

    def _evaluate(self, link_id: str) -> bool:
        definition = definition_of(link_id)
        if definition not in self._questionnaire.items:
            return True
        index = int(link_id.partition("[")[2].partition("]")[0]) if link_id != definition else None
        if not all(
            holds(conditions, behavior, index, self.value) for conditions, behavior in conditions_of(self._questionnaire, definition)
        ):
            return False
        name = self._questionnaire.items[definition].condition
        if name is None or not self._follow_predicates:
            return True
        return name in PREDICATES and PREDICATES[name](self, index)
