"""What each known fact might have been instead: the domain of its error.

A yes or no may be the other one; a code any other of its list; a number one just across any threshold that a rule
reads, on either side; a list one entry longer or shorter; the latest treatment another of those told.

Only what is known is doubted: what is not known is what the open questions are for. Names of drugs, dates and other
free text have no closed domain and are taken as told. So is the person's age: under age is outside the intended use,
not another conclusion. Signs of risk are left out altogether: an answer about safety is never argued away.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from trd_core.case import Case, Trial
from trd_core.catalogue import points
from trd_core.doses import drug_name, known_drug
from trd_core.facts import read
from trd_core.fragility.cuts import Cut, Cuts, across, in_order, thresholds
from trd_core.settings import Settings
from trd_core.vocabulary import FactType, facts

MISDIAGNOSIS: Final = (
    "episode.misdiagnosis.bipolar", "episode.misdiagnosis.dementia", "episode.misdiagnosis.primary_anxiety",
    "episode.misdiagnosis.medical_or_drug_induced", "episode.misdiagnosis_suspected",
)  # fmt: skip
CASE_FACTS: Final = (
    "episode.duration_months", "episode.severity", "episode.psychotic", "episode.functional_impairment", "episode.anxiety",
    "episode.personality_disorder", "episode.psychosocial_stressor", "episode.intensified_treatment", "episode.mood_improved",
    "episode.residual_symptoms", "episode.residual_interference", "episode.major_symptoms", *MISDIAGNOSIS, "latest_trial", "kellner",
    "toxicity.loss_of_effect", "toxicity.paradoxical", "toxicity.switch", "toxicity.rechallenge_failure", "toxicity.withdrawal",
    "toxicity.persistent_postwithdrawal", "stress.exceeds_coping", "stress.symptoms", "stress.functioning_impaired",
    "stress.overwhelmed", "stress.within_six_months", "areas_completed", "appraisal_shared",
)  # fmt: skip
"""The facts outside treatments that a conclusion may read."""
TRIAL_FACTS: Final = (
    "kind", "drug_class", "dose_mg", "weeks", "sessions", "laterality", "adherence_percent", "metabolic_inducer", "evidence_based",
    "addressed_complexity", "adequate", "outcome", "episode", "dose_optimised", "duration_optimised", "augmentations",
    "drug_free_weeks_before", "dose_lowered_before_loss", "impediments",
)  # fmt: skip
"""The facts of a treatment that a conclusion may read."""
ONE_MORE: Final = "another"
"""Stands for one text more in a list of which only the number counts."""


@cache
def _types() -> tuple[dict[str, FactType], dict[str, FactType]]:
    """The facts outside treatments, and those of a treatment, by name."""
    return {path: facts()[path] for path in CASE_FACTS}, {name: facts()[f"trials[].{name}"] for name in TRIAL_FACTS}


def dose_cuts(trial: Trial, case: Case, settings: Settings) -> Cuts:
    """Return the thresholds of a trial's dose: the drug's minimum; of a drug without a name, that of each drug told of.

    Where no minimum is known, none at all differs from any.
    """
    name = drug_name(trial.agent)
    names = {drug_name(each.agent) for each in case.trials or ()} if name is None else {name}
    minimums = {known_drug(each, settings).minimum_mg for each in names}
    known = [Cut(each) for each in minimums if each is not None]
    return in_order((*known, *((Cut(0, above=True),) if name is None or not known else ())))


def _numbers(fact: FactType, name: str, amount: float, cuts: Cuts) -> Iterator[float]:
    for near in across(amount, cuts, points("fragility_just_across")[name], fact.low or 0, fact.high):
        if fact.kind == "number":
            yield near
        elif near.is_integer():
            yield int(near)


def _lists(fact: FactType, listed: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if fact.kind == "texts":
        if listed:
            yield listed[:-1]
        yield (*listed, ONE_MORE)
        return
    yield from (tuple(other for other in listed if other != each) for each in listed)
    yield from ((*listed, each) for each in fact.codes if each not in listed)


def _others(fact: FactType, name: str, value: Any, cuts: Cuts) -> tuple[Any, ...]:
    if fact.kind == "bool":
        return (not value,)
    if fact.kind == "code":
        return tuple(each for each in fact.codes if each != value)
    if fact.kind in {"codes", "texts"}:
        return tuple(_lists(fact, value))
    return tuple(_numbers(fact, name, value, cuts))


def case_domain(case: Case) -> dict[str, tuple[Any, ...]]:
    """Return what each known fact outside treatments might have been instead, by path."""
    domain: dict[str, tuple[Any, ...]] = {}
    for path, fact in _types()[0].items():
        value = read(case, path)
        if value is None:
            continue
        if path == "latest_trial":
            domain[path] = tuple(trial.id for trial in case.trials or () if trial.id != value)
        else:
            domain[path] = _others(fact, path, value, thresholds().get(path, ()))
    return {path: others for path, others in domain.items() if others}


def trial_domain(trial: Trial, cuts: dict[str, Cuts]) -> dict[str, tuple[Any, ...]]:
    """Return what each known fact of a trial might have been instead, by name; `cuts` are its thresholds."""
    known = ((name, fact, getattr(trial, name)) for name, fact in _types()[1].items())
    domain = {name: _others(fact, name, value, cuts.get(name, ())) for name, fact, value in known if value is not None}
    return {name: others for name, others in domain.items() if others}


def cuts_of(trial: Trial, case: Case, settings: Settings) -> dict[str, Cuts]:
    """Return the thresholds of each number of a trial."""
    return {**thresholds(), "dose_mg": dose_cuts(trial, case, settings)}


def shown(name: str, value: Any) -> Any:
    """Return a value as an entry shows it: of a list of texts, how many."""
    return len(value) if name == "augmentations" else value
