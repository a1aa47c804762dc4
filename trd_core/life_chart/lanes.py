"""The five lanes: what each fact of the case looks like on the chart. Nothing is placed that has no date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, Literal

from trd_core.case import Case, Trial
from trd_core.facts import read, reasons_of
from trd_core.finding import Reason
from trd_core.life_chart.changes import Change
from trd_core.life_chart.model import LANES, Entry, Lane, LaneName, Moment
from trd_core.life_chart.moments import WEEK, counted_back, later, moment
from trd_core.life_chart.symptoms import Symptom
from trd_core.toxicity import MANIFESTATIONS

OF_A_TRIAL: Final = ("kind", "agent", "dose_mg", "weeks", "outcome", "episode")
LISTS: Final[dict[LaneName, tuple[str, ...]]] = {
    "treatments": ("trials",),
    "mood": ("episodes", "trials"),
    "events": ("stress.sources",),
    "illness": ("medical.conditions", "medical.current_medicines", "iatrogenic.medical_drugs"),
    "helped": ("trials", "episodes", "strengths"),
}
"""The lists that a lane is made of."""
LOSSES: Final[tuple[tuple[Literal["grief", "role_transition"], str], ...]] = (
    ("grief", "relationships.grief_months"),
    ("role_transition", "relationships.role_transition_months"),
)


def _undated(path: str, *dates: Moment | None) -> tuple[str, ...]:
    return () if any(date is not None for date in dates) else (path,)


def _facts(trial: Trial) -> tuple[Reason, ...]:
    known = ((f"trials.{trial.id}.{name}", getattr(trial, name)) for name in OF_A_TRIAL)
    return tuple(Reason(path=path, value=value) for path, value in known if value is not None)


def _treatments(case: Case, changes: tuple[Change, ...]) -> Iterator[Entry]:
    for trial in case.trials or ():
        path = f"trials.{trial.id}"
        start, end = moment(trial.started), moment(trial.ended)
        yield Entry(
            id=path,
            lane="treatments",
            kind="treatment",
            label=trial.agent,
            start=start,
            end=end,
            goes_on=True if trial.outcome == "ongoing" else False if end is not None else None,
            facts=_facts(trial),
            missing=tuple(f"{path}.{name}" for name in ("started", "ended") if getattr(trial, name) is None and not _goes_on(trial, name)),
        )
    for change in changes:
        if change.shown.id.startswith("toxicity_details."):
            yield Entry(
                id=change.shown.id,
                lane="treatments",
                kind="drug_change",
                label=change.shown.agent,
                mark=True,
                start=change.shown.on,
                facts=change.shown.reasons,
                missing=_undated(f"{change.shown.id}.changed_on", change.shown.on),
            )


def _goes_on(trial: Trial, name: str) -> bool:
    return name == "ended" and trial.outcome == "ongoing"


def _mood(case: Case, symptoms: tuple[Symptom, ...]) -> Iterator[Entry]:
    for symptom in symptoms:
        if symptom.kind == "earlier_episode":
            continue
        weeks = symptom.lasted_weeks
        is_episode = symptom.kind == "episode"
        yield Entry(
            id=symptom.id,
            lane="mood",
            kind=symptom.kind,
            mark=not is_episode and weeks is None,
            start=symptom.when,
            end=None if weeks is None else later(symptom.when, max(0, weeks - 1) * WEEK, (weeks + 1) * WEEK),
            goes_on=True if is_episode else None,
            facts=symptom.dated_by,
            missing=() if symptom.when is not None else symptom.inexact,
            flags=symptom.flags,
        )
    if case.episode.duration_months is None or case.assessed_on is None:
        missing = tuple(path for path in ("episode.duration_months", "assessed_on") if read(case, path) is None)
        yield Entry(id="episode.duration_months", lane="mood", kind="episode", goes_on=True, missing=missing)
    for episode in case.episodes or ():
        path = f"episodes.{episode.id}"
        yield Entry(
            id=f"{path}.started",
            lane="mood",
            kind="earlier_episode",
            start=moment(episode.started),
            end=moment(episode.ended),
            goes_on=False,
            missing=tuple(f"{path}.{name}" for name in ("started", "ended") if getattr(episode, name) is None),
        )
    for trial in case.trials or ():
        if trial.response_reached is not None:
            yield Entry(
                id=f"trials.{trial.id}.response_reached",
                lane="mood",
                kind="response",
                label=trial.agent,
                mark=True,
                start=moment(trial.response_reached),
            )
    yield from _marks(case)


def _marks(case: Case) -> Iterator[Entry]:
    for index, scale in enumerate(case.instruments or ()):
        path = f"instruments[{index}]"
        known = ((f"{path}.{name}", getattr(scale, name)) for name in ("total", "min", "max"))
        yield Entry(
            id=path,
            lane="mood",
            kind="scale",
            label=scale.name,
            mark=True,
            start=moment(scale.on),
            facts=tuple(Reason(path=name, value=value) for name, value in known if value is not None),
            missing=_undated(f"{path}.on", moment(scale.on)),
        )
    if case.safety.act or (case.safety.act is None and case.safety.act_on is not None):
        on = moment(case.safety.act_on)
        yield Entry(
            id="safety.act",
            lane="mood",
            kind="act",
            mark=True,
            start=on,
            missing=_undated("safety.act_on", on),
            flags=() if case.safety.act else ("not_confirmed",),
        )
    for name in MANIFESTATIONS:
        if getattr(case.toxicity_past, name):
            yield Entry(id=f"toxicity_past.{name}", lane="mood", kind="manifestation", mark=True, flags=("earlier",))


def _events(case: Case) -> Iterator[Entry]:
    assessed = moment(case.assessed_on)
    unplaced = () if assessed is not None else ("assessed_on",)
    for index, source in enumerate(case.stress.sources or ()):
        path = f"stress.sources[{index}]"
        months = source.months_since_onset
        known = ((f"{path}.{name}", getattr(source, name)) for name in ("kind", "theme", "months_since_onset"))
        yield Entry(
            id=path,
            lane="events",
            kind="strain" if source.kind == "chronic" else "event",
            label=source.label,
            mark=source.kind != "chronic",
            start=counted_back(months, assessed),
            facts=tuple(Reason(path=name, value=value) for name, value in known if value is not None),
            missing=unplaced if months is not None else (f"{path}.months_since_onset",),
        )
    for kind, path in LOSSES:
        months = read(case, path)
        if read(case, f"relationships.{kind}") or months is not None:
            yield Entry(
                id=path,
                lane="events",
                kind=kind,
                mark=True,
                start=counted_back(months, assessed),
                facts=reasons_of(case, (path,)),
                missing=unplaced if months is not None else (path,),
            )


def _illness(case: Case) -> Iterator[Entry]:
    for index, condition in enumerate(case.medical.conditions or ()):
        path = f"medical.conditions[{index}]"
        since = moment(condition.since)
        yield Entry(id=path, lane="illness", kind="illness", label=condition.label, start=since, missing=_undated(f"{path}.since", since))
    for index, medicine in enumerate(case.medical.current_medicines or ()):
        yield Entry(id=f"medical.current_medicines[{index}]", lane="illness", kind="medicine", label=medicine, goes_on=True)
    for index, medicine in enumerate(case.iatrogenic.medical_drugs or ()):
        yield Entry(id=f"iatrogenic.medical_drugs[{index}]", lane="illness", kind="medicine_that_may_contribute", label=medicine)


def _helped(case: Case) -> Iterator[Entry]:
    for trial in case.trials or ():
        for index, text in enumerate(trial.helped_by or ()):
            yield Entry(
                id=f"trials.{trial.id}.helped_by[{index}]",
                lane="helped",
                kind="helped",
                label=text,
                start=moment(trial.started),
                end=moment(trial.ended),
            )
    for episode in case.episodes or ():
        if episode.what_helped is not None:
            yield Entry(
                id=f"episodes.{episode.id}.what_helped",
                lane="helped",
                kind="helped",
                label=episode.what_helped,
                start=moment(episode.started),
                end=moment(episode.ended),
            )
    for strength in case.strengths or ():
        yield Entry(id=f"strengths.{strength.id}", lane="helped", kind="strength", label=strength.label)


def _in_time(entry: Entry) -> tuple[dt.date, dt.date, str]:
    first = entry.start or entry.end
    assert first is not None, "only entries with a date are put in order"
    return first.earliest, first.latest, entry.id


def lanes_of(case: Case, changes: tuple[Change, ...], symptoms: tuple[Symptom, ...]) -> tuple[Lane, ...]:
    """Return the lanes in their order, each with what has a date and, apart, what has none."""
    entries = (*_treatments(case, changes), *_mood(case, symptoms), *_events(case), *_illness(case), *_helped(case))
    found = []
    for name in LANES:
        own = [entry for entry in entries if entry.lane == name]
        dated = [entry for entry in own if entry.start is not None or entry.end is not None]
        undated = [entry for entry in own if entry.start is None and entry.end is None]
        found.append(
            Lane(
                name=name,
                entries=tuple(sorted(dated, key=_in_time)),
                undated=tuple(sorted(undated, key=lambda entry: entry.id)),
                missing=tuple(path for path in LISTS[name] if read(case, path) is None or path in case.missing),
            )
        )
    return tuple(found)
