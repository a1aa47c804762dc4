"""A conclusion as the search sees it: which facts it reads, what parts of the record come down to for it, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Final

from trd_core.finding import Scalar
from trd_core.fragility.outside import CaseState
from trd_core.fragility.reads import Reads, the_same
from trd_core.fragility.retelling import TrialState, TrialUnit
from trd_core.fragility.world import World

Said = Scalar | tuple[Scalar | None, ...] | None
"""A verdict or a value; a range, where it is open; None where it does not apply."""
CLOSED: Final = None
"""The mode in which no treatment matters."""


def _nothing(*_: object) -> Hashable:
    return None


def _as_it_is(mode: Hashable, _unit: TrialUnit) -> Hashable:
    return mode


@dataclass(frozen=True)
class Conclusion:
    """One conclusion. Two tellings of a case in which all keys are the same lead to the same words of `says`.

    The keys are what makes the search short; that they tell enough apart is shown by trying every telling, in the tests.
    """

    finding: str
    """The conclusion's id."""
    says: Callable[[World], Said]
    reads_outside: Reads = field(default_factory=dict)
    """What it reads outside treatments."""
    key_outside: Callable[[CaseState], Hashable] = _nothing
    """What the record outside treatments comes down to."""
    mode: Callable[[CaseState], Hashable] = _nothing
    """What of the treatments matters, as the record outside them stands; CLOSED where nothing does."""
    reads: Callable[[Hashable, TrialUnit], Reads] = field(default_factory=lambda: the_same({}))
    """What it reads of a treatment in a mode."""
    key: Callable[[TrialState, Hashable], Hashable] = _nothing
    """What a treatment comes down to in a mode."""
    mode_to: Callable[[Hashable, TrialUnit], Hashable] = _as_it_is
    """The same mode, as far as it matters to one treatment."""
    units: tuple[TrialUnit, ...] = ()
    """The treatments that it reads."""
