"""`LifeChart`: what comes out. Dates are spans of days; what has no date stands apart and is never placed by guess.

Fields named `label` hold free text. Nothing here says what caused a symptom: at most what it is compatible with.
"""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal

from trd_core.finding import Finding, Part, Reason, Status

LaneName = Literal["treatments", "mood", "events", "illness", "helped"]
LANES: Final[tuple[LaneName, ...]] = ("treatments", "mood", "events", "illness", "helped")

EntryKind = Literal[
    "treatment", "drug_change", "episode", "earlier_episode", "response", "relapse", "manifestation", "scale", "act",
    "event", "strain", "grief", "role_transition", "illness", "medicine", "medicine_that_may_contribute", "helped", "strength",
]  # fmt: skip
ChangeKind = Literal["started", "increased", "reduced", "stopped"]
Explanation = Literal["withdrawal", "rebound", "relapse", "loss_of_effect", "persistent_postwithdrawal"]


class Moment(Part):
    """A day, as far as it is known: it lies between two days, both included."""

    said: str | None = None
    """The date as it was told; null where it was worked out."""
    earliest: dt.date
    latest: dt.date
    counted_back: bool = False
    """Worked out from a length of time before the assessment."""


class Entry(Part):
    """A bar or a mark of one lane. With neither start nor end it is undated."""

    id: str
    """The path of the fact that it shows."""
    lane: LaneName
    kind: EntryKind
    label: str | None = None
    """Free text."""
    mark: bool = False
    """One moment rather than a stretch of time."""
    start: Moment | None = None
    end: Moment | None = None
    goes_on: bool | None = None
    """Whether it still goes on at the assessment; null is not known."""
    facts: tuple[Reason, ...] = ()
    """What else is known of it: dose, outcome, rating."""
    missing: tuple[str, ...] = ()
    """Paths of the dates that nobody knows yet."""
    flags: tuple[str, ...] = ()
    """`not_confirmed`: told, and not confirmed by the clinician. `earlier`: before this episode."""


class Lane(Part):
    """One row of the chart."""

    name: LaneName
    entries: tuple[Entry, ...] = ()
    """With a date, the earliest first."""
    undated: tuple[Entry, ...] = ()
    missing: tuple[str, ...] = ()
    """Lists that nobody asked for, or that are not finished: more may belong here."""


class Window(Part):
    """The days after a change in which an onset is compatible with something, by time alone."""

    compatible_with: Explanation
    begins: Moment
    ends: Moment | None = None
    """Null: without an end, or none that is known."""
    rule: str
    citation: str
    status: Status


class DrugChange(Part):
    """A drug was started, increased, reduced or stopped."""

    id: str
    """The path of the fact that dates it."""
    agent: str | None = None
    """Free text."""
    change: ChangeKind | None = None
    """Null: what was done is not known."""
    on: Moment | None = None
    trial: str | None = None
    """Id of the treatment that it belongs to, where that is known."""
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    """`told_twice`: by a treatment and beside a manifestation; `same_drug_goes_on`: the drug went on at another dose."""
    windows: tuple[Window, ...] = ()


class Compatibility(Part):
    """Whether a symptom is compatible with one explanation after one change: met is "compatible with", never "caused by"."""

    symptom: str
    """Id of an entry."""
    change: str
    """Id of a drug change."""
    compatible_with: Explanation
    days: tuple[float, float]
    """From the change to the onset: at least, at most."""
    finding: Finding


class AskWhen(Part):
    """A symptom of this episode that cannot be placed: ask when it was."""

    entry: str
    missing: tuple[str, ...]


class LifeChart(Part):
    """Everything that is known of the course, in lanes."""

    assessed_on: Moment | None = None
    lanes: tuple[Lane, ...]
    changes: tuple[DrugChange, ...] = ()
    compatible: tuple[Compatibility, ...] = ()
    """By symptom, the nearest change first. Several may hold at once."""
    ask_when: tuple[AskWhen, ...] = ()
    flags: tuple[str, ...] = ()
    """`under_age`: outside the intended use, nothing is charted."""
