"""The smallest sets of facts that would change a conclusion: one fact, then two, then three; complete, or said not to be.

What makes it short, and loses nothing:
- a treatment told otherwise counts as what it comes down to for the conclusion, so that tellings which come down to
  the same are tried once, with the smallest sets of facts that bring each about;
- a set that holds a smaller one which changes the conclusion already is not tried, and nothing is added to such a one;
- where the record outside treatments settles the conclusion, no treatment is tried.
It knows no rule: what the conclusion says is asked of the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations, product
from typing import Any, Final

from trd_core.catalogue import number
from trd_core.fragility.conclusion import CLOSED, Conclusion, Said
from trd_core.fragility.ground import BudgetSpent, Found, Ground, Move, Option, compositions, subsets
from trd_core.fragility.outside import CaseState, CaseUnit, Told
from trd_core.fragility.reads import Reads
from trd_core.fragility.retelling import Record, TrialState, TrialUnit
from trd_core.fragility.world import World

OUTSIDE: Final = "outside"


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
        self._keys: dict[Hashable, int] = {}
        self._numbers: dict[Hashable, int] = {}
        """Each thing that a part of the record comes down to has a number, which is quicker to compare."""
        self._said: dict[Hashable, Said] = {}
        self._as_told = tuple(unit.told(()) for unit in record.trials)
        self._base: Said = None

    def run(self, most: int) -> Ground:
        """Search sets of up to `most` facts, as far as the budget goes."""
        try:
            self._base = self._says(self.record.rest.told(()), ())
            for size in range(1, most + 1):
                self._drop_what_changes_it()
                self._round(size)
                self.ground.complete_to = size
            self.ground.is_complete = True
        except BudgetSpent:
            pass
        return self.ground

    def _drop_what_changes_it(self) -> None:
        """Leave out of the options the sets that change the conclusion by themselves, or hold such a set."""
        for place, options in self._options.items():
            left = (Option(each.key, each.state, [way for way in each.ways if not self._is_spent_way(way)]) for each in options)
            self._options[place] = tuple(each for each in left if each.ways)

    def _is_spent_way(self, way: Told) -> bool:
        return bool(way) and self._is_spent(frozenset(path for path, _ in way))

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
                    for moves in self._moves(rest, mode, size - outside):
                        self._try(rest, moves)

    def _moves(self, rest: Option, mode: Hashable, size: int) -> Iterator[tuple[Move, ...]]:
        """Every way of telling treatments otherwise with so many facts in all."""
        units = self.conclusion.units
        for number_of_units in range(1, size + 1):
            for chosen in combinations(units, number_of_units):
                for sizes in compositions(size, number_of_units):
                    options = [self._told_otherwise(unit, mode, each) for unit, each in zip(chosen, sizes, strict=True)]
                    if all(options):
                        moves = [[Move(unit, option) for option in each] for unit, each in zip(chosen, options, strict=True)]
                        yield from self._together(rest, (), moves)

    def _together(self, rest: Option, begun: tuple[Move, ...], moves: list[list[Move]]) -> Iterator[tuple[Move, ...]]:
        """One move of each treatment; nothing is added to moves that change the conclusion already."""
        first, *others = moves
        for move in first:
            with_it = (*begun, move)
            if not others:
                yield with_it
            elif self._says(rest.state, with_it) == self._base:
                yield from self._together(rest, with_it, others)

    def _try(self, rest: Option, moves: tuple[Move, ...]) -> None:
        self._spend(1)
        said = self._says(rest.state, moves)
        if said == self._base or self._fewer_do(rest, moves):
            return
        for ways in product(rest.ways, *(move.option.ways for move in moves)):
            self._spend(1)
            self._keep(tuple(fact for way in ways for fact in way), said)

    def _fewer_do(self, rest: Option, moves: tuple[Move, ...]) -> bool:
        """Whether the conclusion changes already without one of the moves, so that no set of all of them is a smallest one."""
        without_one = (moves[:at] + moves[at + 1 :] for at in range(len(moves) - 1))
        return any(self._says(rest.state, fewer) != self._base for fewer in without_one)

    def _keep(self, told: Told, said: Said) -> None:
        facts = frozenset(path for path, _ in told)
        if facts in self._changing or self._holds_a_smaller_one(facts):
            return
        self._changing.add(facts)
        self.ground.found.append(Found(tuple(sorted(told, key=lambda fact: fact[0])), said))

    def _holds_a_smaller_one(self, facts: Iterable[str]) -> bool:
        return any(smaller in self._changing for smaller in subsets(facts))

    def _says(self, rest: CaseState, moves: tuple[Move, ...]) -> Said:
        key = (self._key_outside(rest), *[(move.unit.place, move.option.key) for move in moves])
        if key not in self._said:
            self._spend(self._of_a_rule)
            trials = list(self._as_told)
            for move in moves:
                trials[move.unit.place] = move.option.state
            self._said[key] = self.conclusion.says(World(self.record, rest, tuple(trials)))
        return self._said[key]

    def _key_outside(self, rest: CaseState) -> int:
        return self._once((OUTSIDE, rest), lambda: self.conclusion.key_outside(rest))

    def _once(self, question: Hashable, answer: Callable[[], Hashable]) -> int:
        if question not in self._keys:
            self._spend(self._of_a_rule)
            self._keys[question] = self._numbers.setdefault(answer(), len(self._numbers))
        return self._keys[question]

    def _outside(self, size: int) -> tuple[Option, ...]:
        rest = self.record.rest
        if size == 0:
            return (Option(None, rest.told(()), [()]),)
        return self._each_once(rest, OUTSIDE, size, self.conclusion.reads_outside, self._key_outside)

    def _told_otherwise(self, unit: TrialUnit, mode: Hashable, size: int) -> tuple[Option, ...]:
        mode = self.conclusion.mode_to(mode, unit)
        reads = self.conclusion.reads(mode, unit)

        lends = unit.place in self.record.lends_class and "drug_class" in reads

        def key(state: TrialState) -> Hashable:
            found = self._once((mode, state), lambda: self.conclusion.key(state, mode))
            return (found, state.trial.drug_class) if lends else found

        return self._each_once(unit, mode, size, reads, key)

    def _each_once(self, unit: TrialUnit | CaseUnit, mode: Hashable, size: int, reads: Reads, key: Any) -> tuple[Option, ...]:
        """What a part of the record may come down to with so many facts told otherwise, and with no fewer of them."""
        place = (unit.place, mode, size)
        if place in self._options:
            return self._options[place]
        if size > 1:
            self._each_once(unit, mode, size - 1, reads, key)
        reached = self._reached.setdefault((unit.place, mode), {})
        options: dict[Hashable, Option] = {}
        domain = self._domain(unit, reads)
        as_told = key(unit.told(()))
        for names in combinations(domain, size):
            facts = frozenset(names)
            if self._is_spent(facts):
                continue
            fewer = tuple(subsets(names))
            for values in product(*[domain[name] for name in names]):
                self._spend(1)
                told = tuple(zip(names, values, strict=True))
                state = unit.told(told)
                found = key(state)
                if found == as_told:
                    continue
                sets = reached.setdefault(found, set())
                if facts in sets or any(smaller in sets for smaller in fewer):
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
