"""What was answered at the visit before: shown beside the question, and an answer of today only once somebody said that it is still so.

Never carried over: safety, what the interview asks about itself (but whether there is anything to list, as "any treatment ever"), and
items that the questionnaire asks anew. A treatment or a
source of stress is the same one where its first item has the same answer; its number says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from interview.engine.event_body import AnswerSource, AnswerStatus
from interview.engine.events import Event
from interview.engine.fold import Answer, Folded, fold, split_instance
from interview.engine.risk_signs import is_safety_question
from interview.questionnaire.model import Questionnaire
from interview.questionnaire.places import GATE
from trd_core.vocabulary import definition_of


@dataclass(frozen=True, slots=True)
class LastTime:
    """An answer of the visit before."""

    link_id: str
    """Of the question today."""
    status: AnswerStatus
    value: Any
    verbatim: str | None
    source: AnswerSource
    on: str
    """The day, as YYYY-MM-DD."""
    range: tuple[float | str | None, float | str | None] | None = None
    approximate: bool = False
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class VisitBefore:
    """The record of the visit before this one, folded; empty where there is none."""

    questionnaire: Questionnaire
    state: Folded = field(default_factory=Folded)

    @classmethod
    def of(cls, questionnaire: Questionnaire, events: tuple[Event, ...]) -> VisitBefore:
        """Return the visit that these events recorded."""
        return cls(questionnaire, fold(events))

    def answer(self, today: Folded, link_id: str) -> LastTime | None:
        """Return what was answered to this question then, or None where nothing was, or it is asked anew."""
        if not self.state.answers or is_asked_anew(self.questionnaire, link_id):
            return None
        then = self._then(today, link_id)
        if then is None:
            return None
        return LastTime(
            link_id, then.status, then.value, then.verbatim, then.source, then.at[:10], then.range, then.approximate, then.hedged
        )

    def _then(self, today: Folded, link_id: str) -> Answer | None:
        instance = split_instance(link_id)
        if instance is None:
            return self.state.answers.get(link_id)
        group, index = instance
        first, name = self._names_it(group), link_id.partition("].")[2]
        now = today.answers.get(f"{group}[{index}].{first}")
        if first is None or name == first or now is None or now.status != "answered" or now.value is None:
            return None
        same = [
            each
            for each in self.state.instances(group)
            if (known := self.state.answers.get(f"{group}[{each}].{first}")) is not None and known.value == now.value
        ]
        return self.state.answers.get(f"{group}[{same[0]}].{name}") if len(same) == 1 else None

    def _names_it(self, group: str) -> str | None:
        item = self.questionnaire.items.get(f"{group}[]")
        return item.item[0].link_id.rpartition(".")[2] if item is not None and item.item else None


def is_asked_anew(questionnaire: Questionnaire, link_id: str) -> bool:
    """Whether a question stands for itself at every visit."""
    definition = definition_of(link_id)
    item = questionnaire.items.get(definition)
    if item is None or item.asked_anew or (definition.startswith("interview.") and not definition.startswith(GATE)):
        return True
    return is_safety_question(link_id) or questionnaire.section_of[definition] == "safety"
