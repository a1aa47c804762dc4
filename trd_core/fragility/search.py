"""The smallest sets of facts that would change a conclusion: one fact, then two, then three; complete, or said not to be.

What makes it short, and loses nothing:
- a treatment told otherwise counts as what it comes down to for the conclusion, so that tellings which come down to
  the same are tried once, with the smallest sets of facts that bring each about;
- a set that holds a smaller one which changes the conclusion already is not tried;
- where the record outside treatments settles the conclusion, no treatment is tried.
It knows no rule: what the conclusion says is asked of the rules.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Any, Final, NamedTuple

from trd_core.catalogue import number
from trd_core.fragility.conclusion import CLOSED, Conclusion, Said
from trd_core.fragility.outside import CaseState, CaseUnit, Told
from trd_core.fragility.reads import Reads
from trd_core.fragility.retelling import Record, TrialState, TrialUnit
from trd_core.fragility.world import World

OUTSIDE: Final = "outside"


class BudgetSpent(Exception):
    """The search has used the steps that it may."""


class Found(NamedTuple):
    """A smallest set of facts, with an example of what they might have been, and what the conclusion would be."""

    told: Told
    becomes: Said


@dataclass
class Ground:
    """What a conclusion rests on, as far as was searched."""

    found: list[Found] = field(default_factory=list)
    complete_to: int = 0
    """Up to how many facts at once everything was tried."""
    is_complete: bool = False


@dataclass
class Option:
    """One thing that a part of the record may come down to, and the smallest sets of facts that bring it about."""

    key: Hashable
    state: Any
    ways: list[Told]


class Move(NamedTuple):
    """One treatment told otherwise, in a set under trial."""

    unit: TrialUnit
    option: Option


def _subsets(facts: Iterable[str]) -> Iterator[frozenset[str]]:
    facts = tuple(facts)
    for size in range(1, len(facts)):
        yield from map(frozenset, combinations(facts, size))


class Search:
    """The search for one conclusion of one record."""

    def __init__(self, record: Record, conclusion: Conclusion, budget: int) -> None:
        """Prepare; nothing is searched yet."""
        self.record, self.conclusion, self.left = record, conclusion, budget
        self.ground = Ground()
        self._of_a_rule = int(number("fragility_steps_of_a_rule"))
        self._changing: set[frozenset[str]] = set()
        self._options: dict[Hashable, tuple[Option, ...]] = {}
        self._reached: dict[Hashable, dict[Hashable, set[frozenset[str]]]] = {}
        self._keys: dict[Hashable, Hashable] = {}
        self._said: dict[Hashable, Said] = {}
        self._as_told = tuple(unit.told(()) for unit in record.trials)
        self._base: Said = None

    def run(self, most: int) -> Ground:
        """Search sets of up to `most` facts, as far as the budget goes."""
        try:
            self._base = self._says(self.record.rest.told(()), ())
            for size in range(1, most + 1):
                self._options.clear()
                self._reached.clear()
                self._round(size)
                self.ground.complete_to = size
            self.ground.is_complete = True
        except BudgetSpent:
            pass
        return self.ground

    def _spend(self, steps: int) -> None:
        self.left -= steps
        if self.left < 0:
            raise BudgetSpent

    def _round(self, size: int) -> None:
        for outside in range(size + 1):
            for rest in self._outside(outside):
                mode = self.conclusion.mode(rest.state)
                if outside == size:
                    self._try(rest, ())
                elif mode is not CLOSED:
                    for moves in self._moves(mode, size - outside):
                        self._try(rest, moves)

    def _moves(self, mode: Hashable, size: int) -> Iterator[tuple[Move, ...]]:
        """Every way of telling treatments otherwise with so many facts in all."""
        units = self.conclusion.units
        for number_of_units in range(1, size + 1):
            for chosen in combinations(units, number_of_units):
                for sizes in _compositions(size, number_of_units):
                    options = (self._told_otherwise(unit, mode, each) for unit, each in zip(chosen, sizes, strict=True))
                    yield from (tuple(map(Move, chosen, each)) for each in product(*options))

    def _try(self, rest: Option, moves: tuple[Move, ...]) -> None:
        self._spend(1)
        said = self._says(rest.state, moves)
        if said == self._base:
            return
        for ways in product(rest.ways, *(move.option.ways for move in moves)):
            self._spend(1)
            self._keep(tuple(fact for way in ways for fact in way), said)

    def _keep(self, told: Told, said: Said) -> None:
        facts = frozenset(path for path, _ in told)
        if facts in self._changing or self._holds_a_smaller_one(facts):
            return
        self._changing.add(facts)
        self.ground.found.append(Found(tuple(sorted(told, key=lambda fact: fact[0])), said))

    def _holds_a_smaller_one(self, facts: Iterable[str]) -> bool:
        return any(smaller in self._changing for smaller in _subsets(facts))

    def _says(self, rest: CaseState, moves: tuple[Move, ...]) -> Said:
        key = (self._key_outside(rest), tuple((move.unit.place, move.option.key) for move in moves))
        if key not in self._said:
            self._spend(self._of_a_rule)
            trials = list(self._as_told)
            for move in moves:
                trials[move.unit.place] = move.option.state
            self._said[key] = self.conclusion.says(World(self.record, rest, tuple(trials)))
        return self._said[key]

    def _key_outside(self, rest: CaseState) -> Hashable:
        return self._once((OUTSIDE, rest.profile), lambda: self.conclusion.key_outside(rest))

    def _once(self, question: Hashable, answer: Any) -> Hashable:
        if question not in self._keys:
            self._spend(self._of_a_rule)
            self._keys[question] = answer()
        return self._keys[question]

    def _outside(self, size: int) -> tuple[Option, ...]:
        rest = self.record.rest
        if size == 0:
            return (Option(None, rest.told(()), [()]),)
        return self._each_once(rest, OUTSIDE, size, self.conclusion.reads_outside, self._key_outside)

    def _told_otherwise(self, unit: TrialUnit, mode: Hashable, size: int) -> tuple[Option, ...]:
        mode = self.conclusion.mode_to(mode, unit)
        reads = self.conclusion.reads(mode, unit)

        def key(state: TrialState) -> Hashable:
            return self._once((mode, state.profile), lambda: self.conclusion.key(state, mode))

        return self._each_once(unit, mode, size, reads, key)

    def _each_once(self, unit: TrialUnit | CaseUnit, mode: Hashable, size: int, reads: Reads, key: Any) -> tuple[Option, ...]:
        """What a part of the record may come down to with so many facts told otherwise, and with no fewer of them."""
        place = (unit.place, mode, size)
        if place in self._options:
            return self._options[place]
        if size > 1:
            self._each_once(unit, mode, size - 1, reads, key)
        reached = self._reached.setdefault((unit.place, mode), {key(unit.told(())): {frozenset()}})
        options: dict[Hashable, Option] = {}
        domain = self._domain(unit, reads)
        for names in combinations(domain, size):
            facts = frozenset(names)
            if self._is_spent(facts):
                continue
            for values in product(*(domain[name] for name in names)):
                self._spend(1)
                told = tuple(zip(names, values, strict=True))
                state = unit.told(told)
                found = key(state)
                sets = reached.setdefault(found, set())
                if frozenset() in sets or facts in sets or any(smaller in sets for smaller in _subsets(names)):
                    continue
                sets.add(facts)
                options.setdefault(found, Option(found, state, [])).ways.append(told)
        self._options[place] = tuple(options.values())
        return self._options[place]

    def _is_spent(self, facts: frozenset[str]) -> bool:
        """Whether these facts, or some of them, change the conclusion by themselves."""
        return facts in self._changing or self._holds_a_smaller_one(facts)

    def _domain(self, unit: TrialUnit | CaseUnit, reads: Reads) -> dict[str, tuple[Any, ...]]:
        """What each fact might have been instead, as far as the conclusion can tell; without facts that change it alone."""
        domain: dict[str, tuple[Any, ...]] = {}
        for path, others in unit.domain.items():
            tell = reads.get(unit.name(path))
            if tell is None or frozenset((path,)) in self._changing:
                continue
            apart: dict[Hashable, Any] = {tell(unit.value(path)): None}
            domain[path] = tuple(apart.setdefault(tell(each), each) for each in others if tell(each) not in apart)
        return {path: others for path, others in domain.items() if others}


def _compositions(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Every way of writing a number as a sum of so many parts of at least 1."""
    if parts == 1:
        yield (total,)
        return
    for first in range(1, total - parts + 2):
        yield from ((first, *others) for others in _compositions(total - first, parts - 1))
