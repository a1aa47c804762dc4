"""The safety phase: what is still to be asked, what must be done about what was said, and when the interview may go on.

Rules: right after the presenting concern, again before the summary, and on another day; a positive, refused or unclear
answer is met at once and cannot be lowered; nothing here reassures. Level and citations are the core's.
"""

from __future__ import annotations

from typing import Literal

from interview.engine.attached_folding import attached_signs
from interview.engine.enablement import Enablement
from interview.engine.fold import Answer, Folded
from interview.engine.navigation import Walk
from interview.engine.risk_signs import DISPOSITION, QUESTIONS, SECOND_LOOK, TODAY, is_look, is_positive, stops
from interview.engine.slots import Slot
from interview.questionnaire.model import Item, Questionnaire

Need = Literal["acknowledgement", "disposition"]
SECTION = "safety"
FIRST_QUESTIONS = ("safety.wish_to_be_dead", "safety.thoughts")


class SafetyGate:
    """Safety as it stands with the answers."""

    def __init__(self, questionnaire: Questionnaire, state: Folded, walk: Walk, enablement: Enablement) -> None:
        self._questionnaire = questionnaire
        self._state = state
        self._walk = walk
        self._enablement = enablement

    def today_link_id(self) -> str:
        """Return the link id of the short look asked on another day: the one of this opening, else the next."""
        taken = [link_id for link_id in self._state.about_safety if link_id.startswith(TODAY + "[")]
        of_this_opening = [link_id for link_id in taken if self._state.answers[link_id].seq > self._state.safety_opened]
        return of_this_opening[-1] if of_this_opening else f"{TODAY}[{len(taken)}]"

    def slots(self) -> tuple[Slot, ...]:
        """Return what the safety phase asks, answered ones included."""
        look = self.today_link_id()
        answered = self._state.answers.get(look)
        if self._state.safety_because == "another_day":
            own = Slot(look, self._look_item(), SECTION)
            if answered is None or not is_positive(look, answered.status, answered.value):
                return (own,)
            return (own, *self._main_slots())
        return self._main_slots()

    def place_of(self, slot: Slot) -> tuple[int, int]:
        """Return the number of a slot among those of the safety phase, from 1, and how many there are."""
        slots = self.slots()
        return next((number for number, each in enumerate(slots, 1) if each.link_id == slot.link_id), 1), len(slots)

    def next_open(self) -> Slot | None:
        """Return the first question of the safety phase that is still to be asked (again)."""
        return next((slot for slot in self.slots() if not self._is_done(slot)), None)

    def positives(self) -> tuple[Answer, ...]:
        """Return the answers that must be met, an informant's and an attached instrument's too, in the order in which they were given."""
        found = [
            answer
            for link_id in self._state.about_safety
            if (answer := self._state.answers.get(link_id)) is not None
            and is_positive(link_id, answer.status, answer.value)
            and (answer.value is True or self._enablement.is_enabled(link_id))
        ]
        found += [each for each in self._state.informant.values() if is_positive(each.link_id, each.status, each.value)]
        found += attached_signs(self._state)
        return tuple(sorted(found, key=lambda answer: answer.seq))

    def need(self) -> Need | None:
        """Return what a clinician still owes to what was said, or None."""
        positives = self.positives()
        unmet = [answer for answer in positives if answer.seq > self._state.safety_acknowledged]
        stopping = [answer for answer in positives if stops(answer.link_id, answer.status)]
        if stopping and (not self.disposition_is_complete() or any(answer in unmet for answer in stopping)):
            return "disposition"
        return "acknowledgement" if unmet else None

    def has_unmet(self) -> bool:
        """Return whether a sign of risk came after what was acknowledged last."""
        return any(answer.seq > self._state.safety_acknowledged for answer in self.positives())

    def disposition_is_complete(self) -> bool:
        """Return whether every part of the disposition is recorded."""
        recorded = self._state.disposition or {}
        return all(recorded.get(part) is not None for part in DISPOSITION)

    def disposition_missing(self) -> tuple[str, ...]:
        """Return the parts of the disposition that are not recorded yet."""
        recorded = self._state.disposition or {}
        return tuple(part for part in DISPOSITION if recorded.get(part) is None)

    def was_asked(self) -> bool:
        """Return whether the first questions were put."""
        return all(link_id in self._state.answers for link_id in FIRST_QUESTIONS)

    def may_end(self) -> bool:
        """Return whether the safety phase may be left: nothing owed, and asked to the end or stopped with a disposition."""
        if self.need() is not None:
            return False
        stopped = any(stops(answer.link_id, answer.status) for answer in self.positives())
        return self.next_open() is None or (stopped and self._state.safety_acknowledged > self._state.safety_opened)

    def may_be_undone(self) -> bool:
        """Return whether safety was opened by hand, nothing was said there yet, and no sign of risk stands, met or not."""
        state = self._state
        said = any(each.seq > state.safety_opened for each in state.answers.values()) or state.safety_acknowledged > state.safety_opened
        return state.safety_because == "interviewer" and not said and not self.positives()

    def is_complete(self) -> bool:
        """Return whether the interview may be completed as far as safety goes."""
        looked_again = SECOND_LOOK in self._state.answers or SECOND_LOOK not in self._questionnaire.items
        met = self.need() is None and (not self.positives() or self.disposition_is_complete())
        return self.was_asked() and looked_again and met

    def _main_slots(self) -> tuple[Slot, ...]:
        return tuple(slot for slot in self._walk.slots(SECTION) if not is_look(slot.link_id))

    def _is_done(self, slot: Slot) -> bool:
        answer = self._state.answers.get(slot.link_id)
        if answer is None:
            return False
        if slot.link_id not in QUESTIONS and not is_look(slot.link_id):
            return True
        return answer.value is True or answer.seq > self._state.safety_reopened or is_look(slot.link_id)

    def _look_item(self) -> Item:
        return self._questionnaire.items[f"{TODAY}[]"]
