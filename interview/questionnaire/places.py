"""The places of a questionnaire in the order of asking, and which of them an answer bears on; made once a questionnaire.

A section is gone through in two passes, what the person is asked before what the clinician judges: a group has a place in each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from interview.questionnaire.model import Item, Section

GATE: Final = "interview.any."
"""`interview.any.trials`: is there anything to list?"""

MORE: Final = "interview.more."
"""`interview.more.trials[0]`: is there another, after this one?"""


def gate_of(group: str) -> str:
    """Return the link id of a group's opening question."""
    return GATE + group


def more_of(group: str, index: int) -> str:
    """Return the link id of the question for another instance, after this one."""
    return f"{MORE}{group}[{index}]"


@dataclass(frozen=True, slots=True)
class Place:
    """One item in one pass of its section."""

    section: str
    at: int
    """From 0, among the section's places."""
    item: Item
    judged: bool


class Places:
    """All places of a questionnaire."""

    def __init__(self, sections: Mapping[str, Section]) -> None:
        self.of_section = {section.id: tuple(_in_order(section)) for section in sections.values()}
        self.group_of = {section.id: _first_group(section) for section in sections.values()}
        """The first group of each section, where it has one."""
        self.of: dict[str, tuple[Place, ...]] = {}
        """By definition: its own place first, then the others on which its answer bears."""
        groups: dict[str, tuple[Place, ...]] = {}
        for place in (place for places in self.of_section.values() for place in places):
            if not place.item.is_group:
                self.of[place.item.link_id] = (place,)
                continue
            group = place.item.link_id.removesuffix("[]")
            groups[group] = (*groups.get(group, ()), place)
            for member in place.item.item:
                if member.is_judgement is place.judged:
                    self.of[member.link_id] = (place,)
        for group, places in groups.items():
            self.of[f"{group}[]"] = self.of[f"{MORE}{group}[]"] = places
            for member in places[0].item.item:
                own = self.of[member.link_id]
                self.of[member.link_id] = (*own, *(place for place in places if place not in own))
            if gate_of(group) in self.of:
                self.of[gate_of(group)] = (*self.of[gate_of(group)], *places)


def _in_order(section: Section) -> Iterator[Place]:
    passes = ((item, judged) for judged in (False, True) for item in section.item if item.is_group or item.is_judgement is judged)
    for at, (item, judged) in enumerate(passes):
        yield Place(section.id, at, item, judged)


def _first_group(section: Section) -> str | None:
    return next((item.link_id.removesuffix("[]") for item in section.item if item.is_group), None)
