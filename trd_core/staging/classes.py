"""Which classes of drugs failed, over every way of filling in what is not known about names, classes and kinds.

One state holds what the models ask for: a TCA, an MAOI, and whether none, one or several classes stand besides. Trials
are folded in one after the other; where something is not known, every state that it allows is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from trd_core.doses import NO_CLASS
from trd_core.finding import MET, NOT_MET
from trd_core.staging.failures import Counted
from trd_core.trial_reading import TrialReading

SEVERAL: Final = "*"
ECT_CLASS: Final = "ect"
CLASSES: Final = ("ssri", "snri", "tca", "maoi")
_JOIN: Final = "~"
"""A drug without a name that is the same as one already counted which is a class of its own."""
_JOIN_AS_TOLD: Final = "~!"
"""The same, where the record says that it is of no class: then it may also be a drug of which only the record says so."""
_ANOTHER: Final = "?"
"""A drug that is a class of its own, and like no other."""
_ANOTHER_AS_TOLD: Final = "?!"
"""A drug of which the table knows a class, and the record says that it has none: one without a name and a class is not it."""
_OWN, _OWN_AS_TOLD = "=", "!"
"""Before the name of a drug that is a class of its own: by the table, or as the record says against it."""


class ClassState(NamedTuple):
    """What has failed so far."""

    tca: bool = False
    maoi: bool = False
    besides: str = ""
    """The one class besides a TCA and an MAOI, none, or several."""
    trials: int = 0
    """Failed trials, where the model counts them."""
    bilateral_ect: bool = False
    augmented: bool = False

    @property
    def number_besides(self) -> int:
        """How many classes besides a TCA and an MAOI: 0, 1, or 2 for several."""
        return 2 if self.besides == SEVERAL else 1 if self.besides else 0

    @property
    def number(self) -> int:
        """How many classes, several besides counting as 2."""
        return self.number_besides + self.tca + self.maoi

    def with_class(self, token: str) -> ClassState | None:
        """Return the state with one class more; None where there is nothing to join."""
        if token == "tca":
            return self._replace(tca=True)
        if token == "maoi":
            return self._replace(maoi=True)
        if token in (_JOIN, _JOIN_AS_TOLD):
            joined = (SEVERAL, _ANOTHER, *((_ANOTHER_AS_TOLD,) if token == _JOIN_AS_TOLD else ()))
            return self if self.besides in joined else None
        if self.besides == "" or (self.besides == token and token != _ANOTHER):
            return self._replace(besides=token)
        return self if self.besides == SEVERAL else self._replace(besides=SEVERAL)

    def without_name(self) -> ClassState:
        """Return the state once no further trial can be of the drug by name that stands in it."""
        if self.besides.startswith(_OWN_AS_TOLD):
            return self._replace(besides=_ANOTHER_AS_TOLD)
        return self._replace(besides=_ANOTHER) if self.besides.startswith(_OWN) else self


class Effect(NamedTuple):
    """What one trial adds in one way of filling in what is not known of it."""

    drug: bool = False
    ect_class: bool = False
    bilateral_ect: bool = False
    augmented: bool = False
    trials: int = 0


NOTHING: Final = Effect()


class Step(NamedTuple):
    """One trial and the effects that it may have."""

    reading: TrialReading
    effects: tuple[Effect, ...]


def ways(counted: Counted | None, effect: Effect) -> tuple[Effect, ...]:
    """Return the effects of a trial that counts, may count, or does not."""
    if counted is None or counted.judged.verdict == NOT_MET:
        return (NOTHING,)
    return (effect,) if counted.judged.verdict == MET else (NOTHING, effect)


def _tokens(reading: TrialReading) -> tuple[str, ...]:
    against_the_table = reading.drug_class == NO_CLASS and reading.known.drug_class not in (None, NO_CLASS)
    fresh = _ANOTHER if reading.name is None else f"{_OWN_AS_TOLD if against_the_table else _OWN}{reading.name}"
    known = reading.drug_class
    if reading.classes_told:
        return tuple(fresh if told == NO_CLASS else told for told in reading.classes_told)
    if known is None:
        return (*CLASSES, fresh) if reading.name is not None else (*CLASSES, fresh, _JOIN)
    if known != NO_CLASS:
        return (known,)
    return (fresh,) if reading.name is not None else (fresh, _JOIN_AS_TOLD)


def _after(state: ClassState, effect: Effect, token: str | None, most_trials: int) -> ClassState | None:
    reached: ClassState | None = state
    if token is not None:
        reached = state.with_class(token)
    if reached is not None and effect.ect_class:
        reached = reached.with_class(ECT_CLASS)
    if reached is None or effect is NOTHING:
        return reached
    return reached._replace(
        trials=min(reached.trials + effect.trials, most_trials),
        bilateral_ect=reached.bilateral_ect or effect.bilateral_ect,
        augmented=reached.augmented or effect.augmented,
    )


def _folded(states: set[ClassState], steps: Iterable[tuple[Step, tuple[str, ...]]], most_trials: int) -> set[ClassState]:
    for step, tokens in steps:
        reached = (
            _after(state, effect, token, most_trials)
            for state in states
            for effect in step.effects
            for token in (tokens if effect.drug else (None,))
        )
        states = {state for state in reached if state is not None}
    return states


def _named(states: Iterable[ClassState]) -> set[ClassState]:
    return {state.without_name() for state in states}


def _may_be_drug(step: Step) -> bool:
    return any(effect.drug for effect in step.effects)


def _groups(steps: Iterable[Step]) -> Iterator[list[Step]]:
    """Trials of one drug whose class is not known, together: its class is the same in each of them."""
    by_name: dict[str | None, list[Step]] = {}
    for step in steps:
        by_name.setdefault(step.reading.name, []).append(step)
    yield from by_name.values()


def possible_states(steps: Iterable[Step], *, most_trials: int = 0) -> set[ClassState]:
    """Return every state that the trials may lead to; trials are counted up to `most_trials`."""
    steps = tuple(step for step in steps if step.effects != (NOTHING,))
    named = [step for step in steps if step.reading.name is not None]
    classed = [step for step in named if step.reading.drug_class is not None or not _may_be_drug(step)]
    states = _named(_folded({ClassState()}, ((step, _tokens(step.reading)) for step in classed), most_trials))
    for group in _groups(step for step in named if step.reading.drug_class is None and _may_be_drug(step)):
        before, tokens = states, _tokens(group[0].reading)
        states = _named(state for token in tokens for state in _folded(before, [(step, (token,)) for step in group], most_trials))
    return _folded(states, ((step, _tokens(step.reading)) for step in steps if step.reading.name is None), most_trials)


def class_missing(counted: Iterable[Counted]) -> tuple[str, ...]:
    """Return the facts that would tell the drugs and classes of the trials which may count."""
    paths: dict[str, None] = {}
    for reading, judged in counted:
        if judged.verdict == NOT_MET:
            continue
        if reading.drug_class is None:
            paths[reading.path("drug_class")] = None
        if reading.name is None and reading.drug_class in (None, NO_CLASS):
            paths[reading.path("agent")] = None
    return tuple(paths)
