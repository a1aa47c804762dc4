"""A case put together again from parts told otherwise: what the rules say of it, each worked out on first use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from trd_core.case import Case
from trd_core.facts import is_true
from trd_core.finding import NOT_MET, UNKNOWN, Judged, Verdict, all_of
from trd_core.fragility.outside import CaseState
from trd_core.fragility.rechallenge import Again, again
from trd_core.fragility.retelling import Record, TrialState
from trd_core.fragility.retold import Retold
from trd_core.fragility.trial_keys import as_lost, as_type_c, known_or_not, weighed, weight
from trd_core.fragility.verdicts import all_are, any_is
from trd_core.history import History
from trd_core.refractoriness import Weighed, criterion_a, criterion_b, criterion_c, criterion_d
from trd_core.resistance import Types
from trd_core.staging.failures import Failures
from trd_core.toxicity import any_manifestation
from trd_core.trial_reading import DRUG_KINDS


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
        self.record, self.rest = record, rest
        self.trials = record.with_classes(trials) if record.lends_class else trials

    @property
    def case(self) -> Case:
        """The case outside treatments."""
        return self.rest.case

    @cached_property
    def history(self) -> History:
        """The treatments as read."""
        return Retold(self.case, self.record.settings, tuple(each.reading for each in self.trials))

    @cached_property
    def failed(self) -> Failures:
        """What the staging models count."""
        counted = [each.counted(known_or_not(self.rest.diagnosed)) for each in self.trials]
        return _joined(counted, is_complete=self.record.is_complete)

    @cached_property
    def again(self) -> tuple[Again, ...]:
        """Type a of each treatment."""
        return tuple(again(each, self.trials) for each in self.trials)

    @cached_property
    def type_a(self) -> Verdict:
        """Whether a drug that had worked did not work again in the current episode."""
        of = zip(self.trials, self.again, strict=True)
        found = (all_are(each.reading.is_of(DRUG_KINDS).verdict, each.reading.is_current.verdict, one) for each, (one, _) in of)
        return any_is(*found, *self._more)

    @cached_property
    def type_b(self) -> Verdict:
        """Whether a drug lost its effect in the current episode."""
        return any_is(*(as_lost(each)[1] for each in self.trials), *self._more)

    @property
    def type_c(self) -> Verdict:
        """Whether a psychotherapy brought no response in the current episode."""
        return any_is(*(as_type_c(each) for each in self.trials), *self._more)

    @property
    def _more(self) -> tuple[Verdict, ...]:
        """A treatment that nobody told of yet may be of either type."""
        return () if self.record.is_complete else (UNKNOWN,)

    @property
    def _types(self) -> Types:
        """Types a and b; not c and d, nor those of each treatment."""
        return replace(self.record.no_types, a=Judged(self.type_a), b=Judged(self.type_b))

    def _weighed(self) -> tuple[Weighed, ...]:
        of = zip(self.trials, self.again, strict=True)
        return tuple(one for each, tried in of for one in weighed(each, self.rest.diagnosed, tried))

    def _by_types(self, question: str, answer: Callable[[], Judged]) -> Judged:
        """What rests on types a and b and nothing else of the treatments, worked out once."""
        found: Judged = self.rest.once((question, self.type_a, self.type_b), answer)
        return found

    @cached_property
    def toxic(self) -> Judged:
        """Whether any manifestation after drugs was there."""
        return self._by_types("toxic", lambda: any_manifestation(self.case, self._types))

    @cached_property
    def refractory(self) -> Judged:
        """Table 3: all of A to E."""
        history = self.history
        around: Judged = self.rest.once("c and e", lambda: all_of(criterion_c(history), is_true(self.case, "appraisal_shared")))
        if around.verdict == NOT_MET:
            return around
        d = self._by_types("d", lambda: criterion_d(history, self._types))
        weights = Counter(weight(each, self.rest.diagnosed, tried) for each, tried in zip(self.trials, self.again, strict=True))

        def a_and_b() -> Judged:
            of = self._weighed()
            return all_of(criterion_a(history, of), criterion_b(history, of))

        return all_of(self.record.once(("a and b", frozenset(weights.items())), a_and_b), d, around)
