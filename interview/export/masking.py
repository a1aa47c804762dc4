"""Free text out of a record: in its place stands a word that says so, so that counts and findings stay what they are.

For a reader who gets no own words, only what the person or somebody close said goes; for research everything that somebody typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from interview.engine.attached_events import AttachedAnswered
from interview.engine.events import Event, InformantAnswered, ItemAnswered, WhichCounts
from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.export.attached_masking import without_own_words
from interview.export.part_of import PartOf
from interview.questionnaire.model import Item
from interview.understanding.drug_table import names
from trd_core.catalogue import problem_kinds
from trd_core.vocabulary import definition_of, facts

WITHHELD: Final = "withheld"
"""What stands in the place of a text."""

OWN_WORDS: Final = frozenset({"text", "texts"})
SAID_BY: Final = frozenset({"patient", "informant"})
PROBLEM_NAMES: Final = frozenset({"problems[].id", "links[].source", "links[].target", "hierarchy_override.order"})
"""Facts that name problems: an id that the program proposes is a code, any other may be made of words."""

INSTANCE_NAMES: Final = re.compile(r"[a-z]\d{1,3}")
"""The id of an instance of a group, as `t2`."""

NAMING: Final = frozenset({"latest_trial", "trials[].episode_id"})
"""Facts that name an instance."""


def without_words(session: Session) -> Session:
    """Return the record without what the person and those close said in their own words."""
    return PartOf(session, [_without_words(session, event) for event in session.events])


def without_informant(session: Session) -> Session:
    """Return the record without what somebody close said: it is confidential from the person, so that only the chart holds it."""
    kept = [event for event in session.events if not isinstance(event.body, InformantAnswered)]
    return PartOf(session, [_without_reason(event) for event in kept])


def _without_reason(event: Event) -> Event:
    body = event.body
    return event if not isinstance(body, WhichCounts) else event.model_copy(update={"body": body.model_copy(update={"reason": None})})


def _without_words(session: Session, event: Event) -> Event:
    body = event.body
    if isinstance(body, AttachedAnswered):
        return event.model_copy(update={"body": without_own_words(session.state, body)})
    if not isinstance(body, ItemAnswered | InformantAnswered):
        return event
    changed: dict[str, Any] = {"verbatim": None}
    item = item_of(session.questionnaire, body.link_id)
    source = body.source if isinstance(body, ItemAnswered) else "informant"
    if item is not None and item.type in OWN_WORDS and source in SAID_BY and body.value is not None:
        changed["value"] = withheld(body.value)
    return event.model_copy(update={"body": body.model_copy(update=changed)})


def withheld(value: Any) -> Any:
    """Return what stands in the place of one text, or of several."""
    if isinstance(value, str):
        return WITHHELD
    return [WITHHELD if place == 1 else f"{WITHHELD} {place}" for place in range(1, len(value) + 1)]


@dataclass(slots=True)
class Coded:
    """What is left of values for research: numbers, codes, names from a table. Problems with names of their own are numbered."""

    problems: dict[str, str] = field(default_factory=dict)

    def value(self, item: Item | None, link_id: str, value: Any) -> Any:
        """Return a value without anything that somebody typed."""
        definition = definition_of(link_id)
        fact = facts().get(definition)
        if value is None or isinstance(value, bool | int | float):
            return value
        if definition in PROBLEM_NAMES:
            return _each(value, self.problem)
        if definition in NAMING:
            return value if isinstance(value, str) and INSTANCE_NAMES.fullmatch(value) else WITHHELD
        if definition == "links[].evidence":
            return []
        kind = item.type if item is not None else fact.kind if fact is not None else "text"
        if kind in ("drug", "drugs"):
            return _each(value, _known_drug(item))
        if kind in ("choice", "code", "choices", "codes"):
            known = {option.code for option in item.options} if item is not None and item.options else set(fact.codes if fact else ())
            return _each(value, lambda each: each if each in known else WITHHELD)
        return value if kind == "date" else withheld(value)

    def problem(self, identifier: str) -> str:
        """Return the id of a problem that the program knows, or a number for another."""
        return identifier if identifier in problem_kinds() else self.problems.setdefault(identifier, f"own{len(self.problems) + 1}")

    def proposal(self, proposal: str) -> str:
        """Return a proposal by its codes: a problem, or a link `source->target`."""
        return "->".join(self.problem(each) for each in proposal.split("->"))


def _known_drug(item: Item | None) -> Callable[[str], str]:
    known = {*names().values(), *(option.code for option in (item.options if item is not None else ()))}
    return lambda name: name if name in known else WITHHELD


def _each(value: Any, change: Callable[[str], str]) -> Any:
    return change(value) if isinstance(value, str) else [change(each) for each in value if isinstance(each, str)]
