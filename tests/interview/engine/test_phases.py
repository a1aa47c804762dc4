"""Every row of the phase table is fired, and every condition can hold it back."""

from __future__ import annotations

import pytest

from interview.engine.phases import ASKING, NAMED, RETURN, TRANSITIONS, Phases, Row, section_of_phase, top_of

SECTIONS = ("safety", "lifestyle")


class Facts:
    """Facts that a test sets."""

    def __init__(self, *, hold: bool = True, back: str | None = "asking_lifestyle") -> None:
        self.hold, self.back, self.denied = hold, back, ""

    def returns_to(self) -> str | None:
        """Return the phase to go back to."""
        return self.back

    def __getattr__(self, name: str) -> object:
        return lambda: self.hold and name != self.denied


def place(phase: str) -> str:
    """Return a state for a phase of the table."""
    return "asking_safety" if phase == ASKING else phase


@pytest.mark.parametrize("row", TRANSITIONS, ids=lambda row: row.trigger)
def test_every_row_fires_from_each_of_its_sources(row: Row) -> None:
    """It leads where the table says, with a section or the way back where it needs one."""
    expected = {NAMED: "asking_lifestyle", RETURN: "asking_lifestyle"}.get(row.dest, row.dest)
    for source in row.source:
        phases = Phases(SECTIONS, Facts(), place(source))
        assert expected == phases.destination(row.trigger, "lifestyle")
        assert phases.trigger(row.trigger, expected)
        assert expected == phases.state


@pytest.mark.parametrize(("row", "condition"), [(row, name) for row in TRANSITIONS for name in row.conditions])
def test_every_condition_holds_its_row_back(row: Row, condition: str) -> None:
    """One false fact is enough."""
    facts = Facts()
    phases = Phases(SECTIONS, facts, place(row.source[0]))
    assert phases.destination(row.trigger, "lifestyle") is not None
    facts.denied = condition
    assert phases.destination(row.trigger, "lifestyle") is None


@pytest.mark.parametrize("row", TRANSITIONS, ids=lambda row: row.trigger)
def test_no_row_fires_from_anywhere_else(row: Row) -> None:
    """Only its sources."""
    for phase in {"opening", ASKING, "formulating", "reviewing", "closed", "paused", "safety"} - set(row.source):
        rows = [other for other in TRANSITIONS if other.trigger == row.trigger and phase in other.source]
        if not rows:
            assert Phases(SECTIONS, Facts(), place(phase)).destination(row.trigger, "lifestyle") is None


def test_a_trigger_or_section_that_is_not_there_leads_nowhere() -> None:
    """No state is made by a name."""
    phases = Phases(SECTIONS, Facts(back=None), "paused")
    assert phases.destination("fly") is None
    assert phases.destination("resume") is None
    assert Phases(SECTIONS, Facts(), "asking_safety").destination("jump", "moon") is None


def test_safety_is_a_phase_and_a_section_and_the_two_stay_apart() -> None:
    """`safety` is reachable from `asking_safety`, and returns there."""
    phases = Phases(SECTIONS, Facts(back="asking_safety"), "asking_safety")
    phases.trigger("open_safety", "safety")
    assert ("safety", None) == (phases.state, section_of_phase(phases.state))
    assert "asking_safety" == phases.destination("leave_safety")
    assert ("asking", "safety") == (top_of("asking_safety"), section_of_phase("asking_safety"))


def test_only_the_rows_of_the_table_lead_anywhere() -> None:
    """The machine brings no trigger of its own, as `to_closed` would be."""
    phases = Phases(SECTIONS, Facts(), "opening")
    assert not phases.may_trigger("to_closed", "closed")
    assert phases.may_trigger("pause", "paused")
