"""Facts that cannot all be true: flagged, so that they are asked again; never refused and never mended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from trd_core.assessment import Inconsistency
from trd_core.case import Case, Trial
from trd_core.dates import surely_before
from trd_core.finding import made


def _trial_dates(trial: Trial) -> Iterator[Inconsistency]:
    in_order = ("started", "response_reached", "relapse_on", "ended")
    for index, earlier in enumerate(in_order):
        for later in in_order[index + 1 :]:
            if surely_before(getattr(trial, later), getattr(trial, earlier)) and (earlier, later) != ("relapse_on", "ended"):
                yield made(
                    Inconsistency, code=f"{later}_before_{earlier}", paths=(f"trials.{trial.id}.{earlier}", f"trials.{trial.id}.{later}")
                )


NO_RESPONSE: Final = frozenset({"non_response", "deterioration"})


def _trial_courses(case: Case, trial: Trial) -> Iterator[Inconsistency]:
    reached, relapse, outcome = (f"trials.{trial.id}.{name}" for name in ("response_reached", "relapse_on", "outcome"))
    if trial.outcome == "loss_of_effect" and case.missing.get(reached) == "not_applicable":
        yield made(Inconsistency, code="loss_of_effect_without_response", paths=(outcome, reached))
    if trial.outcome in NO_RESPONSE and trial.response_reached is not None:
        yield made(Inconsistency, code="no_response_yet_dated", paths=(outcome, reached))
    if trial.outcome in NO_RESPONSE and trial.relapse_on is not None:
        yield made(Inconsistency, code="relapse_without_response", paths=(outcome, relapse))


def _future(case: Case) -> Iterator[Inconsistency]:
    dated = [("kellner_reference", case.kellner_reference), ("safety.act_on", case.safety.act_on)]
    for trial in case.trials or ():
        dated += [(f"trials.{trial.id}.{name}", getattr(trial, name)) for name in ("started", "ended", "response_reached", "relapse_on")]
    for path, date in dated:
        if surely_before(case.assessed_on, date):
            yield made(Inconsistency, code="after_the_assessment", paths=(path, "assessed_on"))


def _combinations(case: Case) -> Iterator[Inconsistency]:
    safety, habits = case.safety, case.lifestyle
    if safety.act is False and safety.act_on is not None:
        yield made(Inconsistency, code="act_denied_and_dated", paths=("safety.act", "safety.act_on"))
    if safety.thoughts is False and (safety.method or safety.intent or safety.plan):
        named = [name for name in ("method", "intent", "plan") if getattr(safety, name)]
        yield made(Inconsistency, code="no_thoughts_yet_more", paths=("safety.thoughts", *(f"safety.{name}" for name in named)))
    if habits.alcohol_frequency == "never" and (habits.alcohol_drinks_a_day or habits.alcohol_six_or_more not in {None, "never"}):
        yield made(
            Inconsistency,
            code="never_drinks_yet_drinks",
            paths=("lifestyle.alcohol_frequency", "lifestyle.alcohol_drinks_a_day", "lifestyle.alcohol_six_or_more"),
        )
    if case.stress.sources == () and "stress.sources" not in case.missing and case.stress.exceeds_coping:
        yield made(Inconsistency, code="no_source_yet_exceeds_coping", paths=("stress.sources", "stress.exceeds_coping"))
    for group in ("trials", "problems"):
        if group in case.missing and case.missing[group] == "not_applicable" and getattr(case, group):
            yield made(Inconsistency, code="listed_yet_not_applicable", paths=(group,))


def inconsistencies(case: Case) -> tuple[Inconsistency, ...]:
    """Return what cannot all be true, in the order of the record."""
    trials = (each for trial in case.trials or () for each in (*_trial_dates(trial), *_trial_courses(case, trial)))
    return (*trials, *_future(case), *_combinations(case))
