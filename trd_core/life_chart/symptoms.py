"""Symptoms that a change of a drug may bear on: manifestations, relapses, the beginnings of episodes, each with its day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from trd_core.case import Case, ToxicityDetail, Trial
from trd_core.facts import is_true, read, reasons_of
from trd_core.finding import NOT_MET, UNKNOWN, Judged, Reason
from trd_core.life_chart.model import DrugChange, EntryKind, Moment
from trd_core.life_chart.moments import counted_back, is_exact, later, moment
from trd_core.toxicity import DETAILS, MANIFESTATIONS

WITHOUT_ONSET: Final = frozenset({"rechallenge_failure"})
"""A manifestation that is the lack of an effect, not a symptom that begins."""
COUNTED_BACK: Final = ("chart.counted_back",)


@dataclass(frozen=True, slots=True)
class Symptom:
    """One symptom, or one return of the illness."""

    id: str
    kind: EntryKind
    when: Moment | None
    """Its onset."""
    dated_by: tuple[Reason, ...]
    inexact: tuple[str, ...]
    """Facts that are not known, or no day, and would place it better."""
    new_symptoms: Judged
    own_change: str | None = None
    """Id of the change after which it was told, `onset_days` later."""
    onset_days: float | None = None
    lasted_weeks: float | None = None
    lasted_path: str | None = None
    """Null where the record has no place for how long it lasted."""
    trial: str | None = None
    """Id of the treatment that it was told of."""
    flags: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """The named rules by which it was dated."""
        return COUNTED_BACK if self.when is not None and self.when.counted_back else ()


def _inexact(path: str, when: Moment | None) -> tuple[str, ...]:
    return () if when is not None and is_exact(when) else (path,)


def _manifestations(case: Case, own: dict[str, DrugChange]) -> Iterator[Symptom]:
    for name in MANIFESTATIONS:
        said = getattr(case.toxicity, name)
        detail: ToxicityDetail = getattr(case.toxicity_details, name)
        if said is False or (said is None and detail == ToxicityDetail()) or name in WITHOUT_ONSET:
            continue
        path = f"toxicity_details.{name}"
        change = own.get(name)
        changed_on = None if change is None else change.on
        unknown = () if detail.onset_days is not None else (f"{path}.onset_days",)
        yield Symptom(
            id=f"toxicity.{name}",
            kind="manifestation",
            when=later(changed_on, detail.onset_days),
            dated_by=(*reasons_of(case, (f"toxicity.{name}",)), *reasons_of(case, (f"{path}.{each}" for each in DETAILS))),
            inexact=(*_inexact(f"{path}.changed_on", changed_on), *unknown),
            new_symptoms=is_true(case, f"{path}.new_symptoms"),
            own_change=None if change is None else change.id,
            onset_days=detail.onset_days,
            lasted_weeks=detail.lasted_weeks,
            lasted_path=f"{path}.lasted_weeks",
            flags=() if said else ("not_confirmed",),
        )


def _newness(case: Case, trial: Trial | None) -> Judged:
    """Whether a return of the illness had new symptoms in it: the record has no place for it but the clinician's word on withdrawal."""
    path = "toxicity.withdrawal"
    if read(case, path) is None:
        return Judged(UNKNOWN, missing=(path,))
    denied = read(case, path) is False and trial is not None and trial.episode == "current"
    return Judged(NOT_MET if denied else UNKNOWN, reasons_of(case, (path,)) if denied else ())


def _relapses(case: Case) -> Iterator[Symptom]:
    for trial in case.trials or ():
        when = moment(trial.relapse_on)
        path = f"trials.{trial.id}.relapse_on"
        if when is None and not (trial.outcome == "loss_of_effect" and trial.episode == "current"):
            continue
        yield Symptom(
            id=path,
            kind="relapse",
            when=when,
            dated_by=() if when is None else (Reason(path=path, value=trial.relapse_on),),
            inexact=_inexact(path, when),
            new_symptoms=_newness(case, trial),
            trial=trial.id,
        )


def _episodes(case: Case) -> Iterator[Symptom]:
    when = counted_back(case.episode.duration_months, moment(case.assessed_on))
    if when is not None:
        yield Symptom(
            id="episode.duration_months",
            kind="episode",
            when=when,
            dated_by=reasons_of(case, ("episode.duration_months", "assessed_on")),
            inexact=("episode.duration_months",),
            new_symptoms=_newness(case, None),
        )
    for episode in case.episodes or ():
        begun, path = moment(episode.started), f"episodes.{episode.id}.started"
        if begun is not None:
            yield Symptom(
                id=path,
                kind="earlier_episode",
                when=begun,
                dated_by=(Reason(path=path, value=episode.started),),
                inexact=_inexact(path, begun),
                new_symptoms=_newness(case, None),
            )


def symptoms_of(case: Case, own: dict[str, DrugChange]) -> tuple[Symptom, ...]:
    """Return every symptom that is known, dated or not; `own` holds the change after which each manifestation was told."""
    return (*_manifestations(case, own), *_relapses(case), *_episodes(case))
