"""The interview's phases, driven by `transitions`: one table, a nested state for each section.

Where a question stands inside its section is computed elsewhere; there is no state per question. Callbacks do no I/O:
`Session` decides by `destination`, appends the event, then fires the trigger.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from transitions.extensions import HierarchicalMachine

logging.getLogger("transitions").setLevel(logging.ERROR)  # it warns of every convenience that `model_override` leaves out, as meant

ASKING = "asking"
TOP = ("opening", ASKING, "formulating", "reviewing", "closed", "paused", "safety")


class PhaseFacts(Protocol):
    """What the conditions read, each as a fact."""

    def consent_is_not_refused(self) -> bool:
        """Whether the person did not say no to the interview."""

    def safety_was_asked(self) -> bool:
        """Whether the first safety questions were put (a refusal is an answer to be met)."""

    def safety_is_complete(self) -> bool:
        """Whether safety was asked, looked at again, and every sign met with a disposition."""

    def risk_words_are_settled(self) -> bool:
        """Whether no banner for words of risk stands open."""

    def safety_phase_may_end(self) -> bool:
        """Whether the safety questions are finished and what they showed was acknowledged."""

    def safety_was_opened_for_nothing(self) -> bool:
        """Whether safety was opened by hand, nothing was said there yet, and no sign of risk stands."""

    def attached_signs_were_asked(self) -> bool:
        """Whether no begun instrument has an item about self-harm that was passed over."""

    def patient_is_simulated(self) -> bool:
        """Whether this is practice with a simulated patient, so that nobody is left alone where it ends."""

    def returns_to(self) -> str | None:
        """Return the phase to go back to, from a pause or from safety."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: `asking` as a source stands for every section; as a destination, for the section named."""

    trigger: str
    source: tuple[str, ...]
    dest: str
    conditions: tuple[str, ...] = ()


NAMED = "(section)"
RETURN = "(return)"
WORKING = ("opening", ASKING, "formulating", "reviewing")

TRANSITIONS: tuple[Row, ...] = (
    Row("begin", ("opening",), NAMED, ("consent_is_not_refused",)),
    Row("advance", (ASKING,), NAMED),
    Row("jump", ("opening",), NAMED, ("consent_is_not_refused",)),
    Row("jump", (ASKING, "formulating", "reviewing"), NAMED),
    Row("formulate", (ASKING, "reviewing"), "formulating", ("safety_was_asked",)),
    Row("review", (ASKING, "formulating"), "reviewing", ("safety_was_asked",)),
    Row("close", ("reviewing",), "closed", ("safety_is_complete", "risk_words_are_settled", "attached_signs_were_asked")),
    Row("end_practice", (*WORKING, "safety"), "closed", ("patient_is_simulated",)),
    Row("reopen", ("closed",), "reviewing"),
    Row("pause", (*WORKING, "safety"), "paused"),
    Row("resume", ("paused",), RETURN),
    Row("open_safety", (*WORKING, "closed"), "safety"),
    Row("leave_safety", ("safety",), RETURN, ("safety_phase_may_end",)),
    Row("undo_safety", ("safety",), RETURN, ("safety_was_opened_for_nothing",)),
)


def section_of_phase(phase: str) -> str | None:
    """Return the section's id of `asking_<section>`, else None."""
    return phase.removeprefix(ASKING + "_") if phase.startswith(ASKING + "_") else None


def top_of(phase: str) -> str:
    """Return the phase without its section: `asking_lifestyle` → `asking`."""
    return phase.partition("_")[0]


class Phases:
    """The machine's model: the phase it is in, what it may do, and where that leads."""

    state: str

    def __init__(self, sections: Iterable[str], facts: PhaseFacts, state: str = "opening") -> None:
        self._facts = facts
        names = tuple(sections)
        self._places = (*(phase for phase in TOP if phase != ASKING), *(f"{ASKING}_{name}" for name in names))
        table = [entry for row in TRANSITIONS for entry in self._entries(row)]
        self._machine = HierarchicalMachine(
            self,
            states=[{"name": ASKING, "children": list(names)} if phase == ASKING else phase for phase in TOP],
            transitions=table,
            initial=state,
            auto_transitions=False,
            model_override=True,
        )

    def trigger(self, name: str, place: str) -> bool:
        """Fire a trigger towards a place; overridden by the machine."""
        raise NotImplementedError

    def may_trigger(self, name: str, place: str) -> bool:
        """Return whether a trigger may fire towards a place; overridden by the machine."""
        raise NotImplementedError

    def destination(self, name: str, section: str | None = None) -> str | None:
        """Return where a trigger leads from here, or None where it may not fire: read from the table, as the machine fires it."""
        for row in TRANSITIONS:
            if row.trigger != name or top_of(self.state) not in row.source:
                continue
            place = self._facts.returns_to() if row.dest == RETURN else f"{ASKING}_{section}" if row.dest == NAMED else row.dest
            if place in self._places and all(getattr(self._facts, condition)() for condition in row.conditions):
                return place
        return None

    def _entries(self, row: Row) -> Iterable[dict[str, Any]]:
        places = self._places
        if row.dest == NAMED:
            places = tuple(place for place in self._places if section_of_phase(place))
        elif row.dest != RETURN:
            places = (row.dest,)
        for place in places:
            conditions = [self._reads(name) for name in row.conditions]
            yield {
                "trigger": row.trigger,
                "source": list(row.source),
                "dest": place,
                "conditions": [lambda towards, here=place: bool(towards == here), *conditions],
            }

    def _reads(self, fact: str) -> Any:
        read = getattr(self._facts, fact)
        return lambda _towards: read()
