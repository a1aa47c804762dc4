"""A case put together again from parts told otherwise: what the rules say of it, each worked out on first use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cached_property

from trd_core.case import Case
from trd_core.facts import is_true
from trd_core.finding import NOT_MET, Judged, all_of
from trd_core.fragility.outside import CaseState
from trd_core.fragility.retelling import Record, Retold, TrialState
from trd_core.fragility.trial_keys import again_of, as_again, as_lost, known_or_not, weighed, weight
from trd_core.history import History
from trd_core.refractoriness import Weighed, criterion_a, criterion_b, criterion_c, criterion_d
from trd_core.resistance import Types, types_of
from trd_core.staging.failures import Failures, failures
from trd_core.toxicity import any_manifestation


def _joined(parts: list[Failures], *, is_complete: bool) -> Failures:
    return Failures(
        drugs=tuple(each for part in parts for each in part.drugs),
        therapies=tuple(each for part in parts for each in part.therapies),
        ects=tuple(each for part in parts for each in part.ects),
        augmented=tuple(each for part in parts for each in part.augmented),
        strategies=tuple(each for part in parts for each in part.strategies),
        is_complete=is_complete,
    )


class World:
    """A whole case, told otherwise in places."""

    def __init__(self, record: Record, rest: CaseState, trials: tuple[TrialState, ...]) -> None:
        """Put the parts together."""
        self.record, self.rest, self.trials = record, rest, trials

    @cached_property
    def case(self) -> Case:
        """The case outside treatments; with them only where one bears on how another is read."""
        if self.record.shares_classes:
            return self.rest.case.model_copy(update={"trials": tuple(each.trial for each in self.trials)})
        return self.rest.case

    @cached_property
    def history(self) -> History:
        """The treatments as read."""
        if self.record.shares_classes:
            return History(self.case, self.record.settings)
        return Retold(self.case, self.record.settings, tuple(each.reading for each in self.trials))

    @cached_property
    def failed(self) -> Failures:
        """What the staging models count."""
        if self.record.shares_classes:
            return failures(self.history)
        counted = [each.counted(known_or_not(self.rest.diagnosed)) for each in self.trials]
        return _joined(counted, is_complete=self.history.is_complete)

    @cached_property
    def types(self) -> Types:
        """The types of resistance, a and b; not c and d."""
        if self.record.shares_classes:
            return types_of(self.history)
        key = tuple((as_again(each), as_lost(each)) for each in self.trials)
        if key not in self.record.types:
            self.record.types[key] = types_of(self.history)
        return self.record.types[key]

    def _weighed(self) -> tuple[Weighed, ...]:
        return tuple(one for each in self.trials for one in weighed(each, self.rest.diagnosed, again_of(self.types, each)))

    def _by_types(self, question: str, answer: Callable[[], Judged]) -> Judged:
        """What rests on types a and b and nothing else of the treatments, worked out once."""
        found: Judged = self.rest.once((question, self.types.a.verdict, self.types.b.verdict), answer)
        return found

    @cached_property
    def toxic(self) -> Judged:
        """Whether any manifestation after drugs was there."""
        return self._by_types("toxic", lambda: any_manifestation(self.case, self.types))

    @cached_property
    def refractory(self) -> Judged:
        """Table 3: all of A to E."""
        history = self.history
        around: Judged = self.rest.once("c and e", lambda: all_of(criterion_c(history), is_true(self.case, "appraisal_shared")))
        if around.verdict == NOT_MET:
            return around
        d = self._by_types("d", lambda: criterion_d(history, self.types))
        weights = Counter(weight(each, self.rest.diagnosed, again_of(self.types, each)) for each in self.trials)

        def a_and_b() -> Judged:
            of = self._weighed()
            return all_of(criterion_a(history, of), criterion_b(history, of))

        return all_of(self.record.once(("a and b", frozenset(weights.items())), a_and_b), d, around)
