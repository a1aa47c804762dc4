"""What comes out of the formulation: the map ranked, its circles, the rankings side by side, the person's map beside it."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from trd_core.case_types import Area
from trd_core.finding import Part, Verdict


class HierarchyKey(Part):
    """What a problem's place rests on, compared from the first to the last, higher first. Null is unrated, and sorts lowest."""

    safety: bool
    urgency: int | None = None
    patient_priority: int | None = None
    treatment_available: bool | None = None
    severity_burden_impairment: int | None = None
    """Sum of the three ratings (0–9)."""
    severity_burden_impairment_range: tuple[int, int] | None = None
    """Between what, where one of the three is unrated; the lower end sorts."""
    downstream: int
    """Other problems that can be reached along the links."""
    modifiability: int | None = None


class RankedProblem(Part):
    """One problem of the clinician's map, in its place."""

    id: str
    rank: int
    """From 1."""
    key: HierarchyKey
    label: str | None = None
    area: Area | None = None
    kind: Literal["syndrome", "other"] | None = None
    unrated: tuple[str, ...] = ()
    """Names of the ratings that nobody gave."""
    refer: bool = False
    """Severe, and no treatment for it is available here."""


class MapLink(Part):
    """A confirmed hypothesis: `source` contributes to or maintains `target`."""

    source: str
    target: str
    strength: float | None = None
    certainty: Literal["low", "moderate", "high"] | None = None
    rationale: str | None = None
    which_first: str | None = None
    evidence: tuple[str, ...] = ()


class PersonsMap(Part):
    """The problems and links that the person drew, kept apart and not ranked."""

    problems: tuple[str, ...] = ()
    """Ids, in the order of the record."""
    links: tuple[MapLink, ...] = ()


class Arrow(Part):
    """One link by its ends."""

    source: str
    target: str


class SeenAlone(Part):
    """What is on one of two maps and not on the other."""

    problems: tuple[str, ...] = ()
    """Ids, sorted."""
    links: tuple[Arrow, ...] = ()


class TwoMaps(Part):
    """The person's map beside the clinician's. A problem is on the map of whoever put it there, or drew a link to or from it."""

    person_alone: SeenAlone
    clinician_alone: SeenAlone
    reversed: tuple[Arrow, ...] = ()
    """Arrows that the person drew and the clinician drew the other way round; as the person drew them."""
    same_name: tuple[tuple[str, str], ...] = ()
    """Among the problems that each sees alone: the person's id and the clinician's, where the labels are the same. Perhaps one problem."""
    differences: int
    """Problems and arrows seen alone, and arrows reversed."""
    first_of_person: str | None = None
    """The problem of the greatest priority to the person; null on a tie, or where one is not rated."""
    first_of_clinician: str | None = None
    """The first of the order that the clinician set, else of the hierarchy; null where the clinician's map is empty."""
    same_first: Verdict
    """Whether the two first choices are one; unknown where one of them is null."""


SteppedRating = Literal["urgency", "patient_priority", "severity", "burden", "impairment", "modifiability"]


class RatingStep(Part):
    """A change by one step of one rating of one problem that gives another first problem in the hierarchy."""

    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", validate_by_name=True, validate_by_alias=True, serialize_by_alias=True
    )

    problem: str
    rating: SteppedRating
    from_: int = Field(alias="from")
    to: int
    first: str
    """The problem that would stand first."""


class LinkStep(Part):
    """A link whose removal gives another first problem in the hierarchy."""

    source: str
    target: str
    first: str
    """The problem that would stand first."""


RankingMethod = Literal["hierarchy", "out_strength", "effect", "total_effect"]


class Rankings(Part):
    """Ids of the problems under each method, best first, ties by id; how far the methods agree, and what the first place hangs on."""

    hierarchy: tuple[str, ...] = ()
    out_strength: tuple[str, ...] = ()
    """By the sum of the strengths of a problem's links to others."""
    effect: tuple[str, ...] = ()
    """By modifiability times its own importance and what it feeds directly."""
    total_effect: tuple[str, ...] = ()
    """As `effect`, over all walks, each step damped by `damping`."""
    scores: dict[RankingMethod, dict[str, float]] = Field(default_factory=dict)
    """The number of each problem under each method that has one; the hierarchy has its key."""
    damping: float = 1.0
    """The factor for each step of a walk: less than 1 only where circles would feed themselves too strongly."""
    agreement: dict[RankingMethod, dict[RankingMethod, float | None]] = Field(default_factory=dict)
    """Kendall's tau for each pair of methods, each pair once; null for fewer than two problems."""
    sensitivity: tuple[RatingStep, ...] | None = None
    """Every one-step change of one known rating that changes the first place of the hierarchy; null: computed in depth only."""
    link_sensitivity: tuple[LinkStep, ...] | None = None
    """Every link whose removal changes the first place of the hierarchy; null: computed in depth only."""


class OrderOverride(Part):
    """The order that the clinician set against the computed one: reported beside it, never in its place."""

    order: tuple[str, ...]
    reason: str
    left_out: tuple[str, ...] = ()
    """Ids of ranked problems that the order does not name."""
    not_on_map: tuple[str, ...] = ()
    """Ids in the order that the clinician's map does not have."""


class MacroAnalysis(Part):
    """How the person's problems feed each other, and which to take up first: an aid to judgement that can be overridden."""

    problems: tuple[RankedProblem, ...] = ()
    """In rank order."""
    links: tuple[MapLink, ...] = ()
    circles: tuple[tuple[str, ...], ...] = ()
    """Vicious circles: sets of problems that each lead back to themselves."""
    primary: str | None = None
    """The problem that predominates: a proposal for the clinician to confirm; null on a tie or an unknown."""
    rate_first: tuple[str, ...] = ()
    """Problems whose urgency nobody rated, to be shown above the ranking."""
    rankings: Rankings = Field(default_factory=Rankings)
    override: OrderOverride | None = None
    person: PersonsMap = Field(default_factory=PersonsMap)
    two_maps: TwoMaps | None = None
    """How the person's map and the clinician's differ; null where the person drew nothing."""
