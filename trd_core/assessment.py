"""`Assessment`: everything that was concluded from one case (`trd-assessment/1`).

A finding's id is its path here. Every verdict and value stands twice: short in its place, whole in `findings`, by id.
What is computed in depth only is null otherwise.
"""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from trd_core.finding import Finding, Part, Range, Scalar, Status, Verdict
from trd_core.fragility.entry import Fragile
from trd_core.map_results import MacroAnalysis
from trd_core.plan_results import PlanEntry
from trd_core.settings import DEFAULT, Settings
from trd_core.treatment_results import (
    CommonDefinition,
    EpisodeComparison,
    NonspecificCourse,
    Refractoriness,
    ResistanceTypes,
    Staging,
    TrialResult,
)

Direction = Literal["improved", "unchanged", "deteriorated"]
SpectrumClass = Literal[
    "full_response", "response_with_residual", "partial_response", "non_response", "resistance", "refractoriness",
    "deterioration", "pseudo_resistance", "too_early", "inconsistent", "unknown",
]  # fmt: skip
SafetyLevelCode = Literal["none_endorsed", "ideation_endorsed", "method", "intent_plan_or_recent_act", "unanswered"]
AssessedArea = Literal["stress", "lifestyle", "illness_behavior", "wellbeing", "relationships", "medical", "safety"]
ImpedimentDomain = Literal["patient", "therapist", "environment", "morbidity"]


class Response(Part):
    """Step 1: how the latest treatment went."""

    direction: Direction | None = None
    """From the clinician's rating alone; null where there is none."""
    self_direction: Direction | None = None
    """From the person's own rating, beside it and never averaged with it."""
    kellner: int | None = None
    kellner_self: int | None = None
    ratings_differ: bool | None = None
    """Whether the two ratings lie so far apart that it is a question to ask; null where one is missing."""
    spectrum: SpectrumClass | None = None
    possible: tuple[SpectrumClass, ...] = ()
    """Every class that what is not known leaves possible."""
    judgeable_on: str | None = None
    """Beside `too_early`: the date from which it can be judged, to review then; never advice to continue or to increase."""


class SafetyResult(Part):
    """The ladder of suicidal thoughts and acts, and the other signs. `none_endorsed` does not exclude risk."""

    level: SafetyLevelCode
    """The highest level endorsed; never lowered by what is unknown."""
    highest_possible: SafetyLevelCode
    """The highest level that the unanswered questions leave possible."""
    signs: tuple[str, ...] = ()
    """Other signs endorsed: `self_harm`, `psychosis`, `abuse` …"""
    unclear: tuple[str, ...] = ()
    """Paths declined or answered "don't know": treated as positive for routing."""
    unanswered: tuple[str, ...] = ()
    """Paths of questions that still have to be asked."""
    routing: Literal["ask", "none", "finish_then_acknowledge", "stop"]
    """What the script does next: ask what is open; nothing; finish the safety questions, then have it acknowledged; stop."""
    needs_disposition: bool
    """Whether the answers require a disposition: a positive, refused or unclear answer."""
    disposition_recorded: bool = False
    """Whether one is in the record, by whom included."""


class Ordinal(Part):
    """A number from 0 to 4 over the manifestations: this project's order, not the published staging."""

    value: int | None = None
    range: Range | None = None
    status: Status = "project"


class ToxicityResult(Part):
    """Step 4: manifestations after drugs, in the current episode."""

    manifestations: dict[str, Verdict]
    ordinal: Ordinal
    """For machines only; a person reads the profile."""


class AllostaticCriteria(Part):
    """The criteria of allostatic overload, as asked."""

    A: Verdict
    B1: Verdict
    B2: Verdict
    B3: Verdict


class AllostaticResult(Part):
    """Step 5: allostatic load, or overload."""

    verdict: Literal["overload", "load", "none", "unknown"]
    criteria: AllostaticCriteria
    overlap_only: bool = False
    """Overload rests on symptoms alone, all of which depression has too."""


class AreaFinding(Part):
    """One finding of an area in short; whole under `areas.<area>.<code>` in `findings`."""

    verdict: Verdict | None = None
    value: Scalar | None = None
    range: Range | None = None
    flags: tuple[str, ...] = ()
    needs_clinician: bool = False


class Impediment(Part):
    """One counter-therapeutic factor, and where it was found."""

    code: str
    """`<domain>.<factor>`"""
    trials: tuple[str, ...]
    """Ids of the trials to whose failure it was judged to contribute."""
    recurrent: bool
    """Whether it recurs: in two trials or more."""


class Impediments(Part):
    """Step 6: counter-therapeutic factors by domain."""

    patient: tuple[Impediment, ...] = ()
    therapist: tuple[Impediment, ...] = ()
    environment: tuple[Impediment, ...] = ()
    morbidity: tuple[Impediment, ...] = ()
    missing: tuple[str, ...] = ()
    """Paths not asked: in their trials more factors may stand."""


class OpenQuestion(Part):
    """A question that would settle, or help to settle, findings that are open."""

    link_id: str
    """The instance path of the fact: `trials[0].weeks`."""
    settles: tuple[str, ...]
    """Ids of the findings that it bears on."""


class Inconsistency(Part):
    """Facts that cannot all be true; to be asked again, not refused."""

    code: str
    paths: tuple[str, ...]


class Assessment(Part):
    """Everything concluded from one case."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", serialize_by_alias=True)

    schema_: Literal["trd-assessment/1"] = Field(default="trd-assessment/1", alias="schema")
    subject: str | None = None
    line: int | None = None
    """The line of the case in a cohort's file, from 1."""
    settings: Settings = DEFAULT
    flags: tuple[str, ...] = ()
    """`under_age`: outside the intended use, safety only."""
    response: Response = Field(default_factory=Response)
    trials: dict[str, TrialResult]
    """By the trial's id."""
    resistance_types: ResistanceTypes
    staging: Staging
    common_definition: CommonDefinition
    refractoriness: Refractoriness
    episode_comparison: EpisodeComparison
    suitability: dict[str, Verdict]
    """By the trial's id: whether only a partial remission was to be expected."""
    nonspecific_course: NonspecificCourse
    safety: SafetyResult
    toxicity: ToxicityResult
    allostatic: AllostaticResult
    areas: dict[AssessedArea, dict[str, AreaFinding]]
    impediments: Impediments
    macro_analysis: MacroAnalysis
    fragility: tuple[Fragile, ...] | None = None
    """The smallest sets of facts whose error would change a conclusion, in the order of the conclusions; null: not asked for."""
    open_questions: tuple[OpenQuestion, ...] = ()
    """The most settling first."""
    plan: tuple[PlanEntry, ...] = ()
    """Options to weigh with the person, in the order of the hierarchy; none of somebody under age."""
    inconsistent: tuple[Inconsistency, ...] = ()
    findings: dict[str, Finding] = Field(default_factory=dict)
    """Every verdict and value, by id."""
