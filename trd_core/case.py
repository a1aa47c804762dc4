"""`Case`: what was found out about one person, at one visit. The public record that `assess` reads.

Conventions: every fact is optional; absent or null is *not known*, and `missing` may say why. Months and weeks are
numbers; dates are ISO 8601 and no more exact than what is known. Unknown keys and wrong types are refused.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from trd_core.case_areas import IllnessBehavior, Lifestyle, Medical, Preferences, Relationships, WellBeing
from trd_core.case_ids import refuse_disagreeing_ids
from trd_core.case_types import (
    Amount,
    Area,
    AreaToComplete,
    ChangeRating,
    Codes,
    Fact,
    MissingReason,
    Part,
    PartialDate,
    Percent,
    Rating,
    Share,
)
from trd_core.impediment_codes import ImpedimentCode
from trd_core.text import CleanText, Pseudonym

Verified = Literal["patient", "informant", "chart"]
Diagnosis = Literal["bipolar", "dementia", "primary_anxiety", "medical_or_drug_induced"]
Manifestation = Literal["loss_of_effect", "paradoxical", "switch", "rechallenge_failure", "withdrawal", "persistent_postwithdrawal"]
Outcome = Literal[
    "full_response",
    "response_with_residual",
    "partial_response",
    "non_response",
    "deterioration",
    "loss_of_effect",
    "intolerance",
    "ongoing",
]
StressSymptom = Literal[
    "difficulty_falling_asleep",
    "restless_sleep",
    "early_awakening",
    "low_energy",
    "dizziness",
    "generalized_anxiety",
    "irritability",
    "sadness",
    "demoralization",
]


class Person(Fact):
    """What thresholds and warnings need to know."""

    age_years: Amount | None = Field(default=None, le=130)
    sex_for_thresholds: Literal["female", "male"] | None = None
    pregnancy: Literal["none", "pregnant", "postpartum"] | None = None


class Misdiagnosis(Fact):
    """The clinician's judgement that this is the better diagnosis; merely suspected is left out."""

    bipolar: bool | None = None
    dementia: bool | None = None
    primary_anxiety: bool | None = None
    medical_or_drug_induced: bool | None = None


class Episode(Fact):
    """The current episode."""

    duration_months: Amount | None = None
    severity: Literal["subsyndromal", "mild", "moderate", "severe"] | None = None
    """At baseline."""
    psychotic: bool | None = None
    functional_impairment: Literal["none", "mild", "moderate", "severe"] | None = None
    anxiety: Literal["none", "symptoms", "disorder"] | None = None
    personality_disorder: Literal["none", "suspected", "assessed"] | None = None
    psychosocial_stressor: bool | None = None
    intensified_treatment: Literal["none", "day", "inpatient"] | None = None
    """The highest level reached."""
    mood_improved: bool | None = None
    residual_symptoms: bool | None = None
    residual_interference: bool | None = None
    major_symptoms: bool | None = None
    """After the latest treatment, as the three before it."""
    misdiagnosis: Part[Misdiagnosis] = Field(default_factory=Misdiagnosis)
    misdiagnosis_suspected: Codes[Diagnosis] | None = None
    """Holds verdicts open; removes nothing."""
    preceded_by: Literal["anxiety", "persistent_depression", "medical", "none"] | None = None


class EarlierEpisode(Fact):
    """An earlier episode, for comparison (Table 1, step 3)."""

    id: CleanText
    started: PartialDate | None = None
    ended: PartialDate | None = None
    outcome: CleanText | None = None
    what_helped: CleanText | None = None
    like_now: bool | None = None


class Trial(Fact):
    """One treatment tried."""

    id: CleanText
    kind: Literal["medication", "psychotherapy", "combined", "ect", "neuromodulation", "other"] | None = None
    agent: CleanText | None = None
    """A generic drug name, or the psychotherapy's code (`cbt`, `ipt`, `cbasp`, `wbt`, `psychodynamic`, `supportive` …)."""
    drug_class: Literal["ssri", "snri", "tca", "maoi", "other"] | None = None
    dose_mg: Amount | None = None
    weeks: Amount | None = None
    """At or above the minimum dose."""
    sessions: Amount | None = None
    laterality: Literal["bilateral", "unilateral"] | None = None
    adherence_percent: Percent | None = None
    metabolic_inducer: bool | None = None
    therapy: CleanText | None = None
    """The psychotherapy of a `combined` trial."""
    evidence_based: bool | None = None
    addressed_complexity: bool | None = None
    adequate: bool | None = None
    """The clinician's override of the computed adequacy, shown as such."""
    outcome: Outcome | None = None
    episode: Literal["current", "previous"] | None = None
    episode_id: CleanText | None = None
    dose_optimised: bool | None = None
    duration_optimised: bool | None = None
    augmentations: Codes[CleanText] | None = None
    started: PartialDate | None = None
    ended: PartialDate | None = None
    drug_free_weeks_before: Amount | None = None
    """Since the same drug was last taken."""
    dose_lowered_before_loss: bool | None = None
    response_reached: PartialDate | None = None
    relapse_on: PartialDate | None = None
    indication: CleanText | None = None
    expected_outcome: Literal["remission", "partial"] | None = None
    expectations: Literal["realistic", "oversold", "low"] | None = None
    alliance: Literal["good", "strained", "poor"] | None = None
    readiness: Literal["ready", "ambivalent", "not_ready"] | None = None
    source: Verified | None = None
    helped_by: Codes[CleanText] | None = None
    impediments: Codes[ImpedimentCode] | None = None


class ToxicityDetail(Fact):
    """When one manifestation appeared, against which change of which drug."""

    agent: CleanText | None = None
    change: Literal["started", "increased", "reduced", "stopped"] | None = None
    changed_on: PartialDate | None = None
    onset_days: Amount | None = None
    lasted_weeks: Amount | None = None
    new_symptoms: bool | None = None


class Toxicity(Fact):
    """Manifestations after drugs, in the current episode, confirmed by the clinician."""

    loss_of_effect: bool | None = None
    paradoxical: bool | None = None
    switch: bool | None = None
    rechallenge_failure: bool | None = None
    withdrawal: bool | None = None
    persistent_postwithdrawal: bool | None = None


class ToxicityDetails(Fact):
    """Beside each manifestation, its dates."""

    loss_of_effect: Part[ToxicityDetail] = Field(default_factory=ToxicityDetail)
    paradoxical: Part[ToxicityDetail] = Field(default_factory=ToxicityDetail)
    switch: Part[ToxicityDetail] = Field(default_factory=ToxicityDetail)
    rechallenge_failure: Part[ToxicityDetail] = Field(default_factory=ToxicityDetail)
    withdrawal: Part[ToxicityDetail] = Field(default_factory=ToxicityDetail)
    persistent_postwithdrawal: Part[ToxicityDetail] = Field(default_factory=ToxicityDetail)


class StressSource(Fact):
    """A recent event or a lasting strain."""

    kind: Literal["event", "chronic"] | None = None
    label: CleanText | None = None
    theme: (
        Literal["work", "money", "caregiving", "family", "loss", "move", "legal", "housing", "health", "discrimination", "other"] | None
    ) = None
    months_since_onset: Amount | None = None


class Stress(Fact):
    """Stressful life situations and allostatic load."""

    sources: tuple[StressSource, ...] | None = None
    exceeds_coping: bool | None = None
    """Criterion A, the clinician's judgement."""
    symptoms: Codes[StressSymptom] | None = None
    """B1; an empty list means asked, none."""
    functioning_impaired: bool | None = None
    """B2"""
    overwhelmed: bool | None = None
    """B3"""
    within_six_months: bool | None = None
    sleep_worsened_after: bool | None = None


class Disposition(Fact):
    """What was done about a positive, refused or unclear safety answer."""

    by: CleanText | None = None
    at: CleanText | None = None
    seen_by: CleanText | None = None
    means_addressed: bool | None = None
    contact: CleanText | None = None
    next_review: PartialDate | None = None


class Safety(Fact):
    """Signs of risk. No item endorsed is never "no risk"."""

    wish_to_be_dead: bool | None = None
    thoughts: bool | None = None
    method: bool | None = None
    intent: bool | None = None
    plan: bool | None = None
    act: bool | None = None
    act_on: PartialDate | None = None
    self_harm: bool | None = None
    means_access: bool | None = None
    harm_to_others: bool | None = None
    psychosis: bool | None = None
    mania: bool | None = None
    abuse: bool | None = None
    dependants_at_risk: bool | None = None
    dangerous_withdrawal: bool | None = None
    disposition: Disposition | None = None


class Iatrogenic(Fact):
    """Medicines for other illnesses, and therapy, that may have contributed."""

    medical_drugs: Codes[CleanText] | None = None
    psychotherapy: bool | None = None


class InstrumentTotal(Fact):
    """The total of a scale that a clinic used."""

    name: CleanText | None = None
    total: float | None = Field(default=None, allow_inf_nan=False)
    min: float | None = Field(default=None, allow_inf_nan=False)
    max: float | None = Field(default=None, allow_inf_nan=False)
    on: PartialDate | None = None


class Strength(Fact):
    """What helps, in the person's words."""

    id: CleanText
    label: CleanText | None = None
    area: Area | None = None


class Problem(Fact):
    """A syndrome or problem on the map: the clinician's, the person's, or confirmed from a proposal. Ratings 0–3."""

    id: CleanText
    label: CleanText | None = None
    area: Area | None = None
    kind: Literal["syndrome", "other"] | None = None
    by: Literal["clinician", "patient"] | None = None
    severity: Rating | None = None
    burden: Rating | None = None
    impairment: Rating | None = None
    urgency: Rating | None = None
    modifiability: Rating | None = None
    treatment_available: bool | None = None
    patient_priority: Rating | None = None


class Link(Fact):
    """A hypothesis: `source` contributes to or maintains `target`. Reciprocal links and circles are legal."""

    source: CleanText
    target: CleanText
    strength: Share | None = None
    certainty: Literal["low", "moderate", "high"] | None = None
    rationale: CleanText | None = None
    which_first: CleanText | None = None
    evidence: Codes[CleanText] | None = None
    by: Literal["clinician", "patient"] | None = None


class HierarchyOverride(Fact):
    """An order of problems that the clinician set against the computed one, and why."""

    order: Codes[CleanText]
    reason: CleanText


class Case(Fact):
    """Everything found out about one person at one visit (`trd-case/1`)."""

    schema_: Literal["trd-case/1"] = Field(default="trd-case/1", alias="schema")
    subject: Pseudonym | None = None
    assessed_on: PartialDate | None = None
    visit: Literal["baseline", "post_treatment", "follow_up"] | None = None
    person: Part[Person] = Field(default_factory=Person)
    episode: Part[Episode] = Field(default_factory=Episode)
    latest_trial: CleanText | None = None
    kellner: ChangeRating | None = None
    kellner_self: ChangeRating | None = None
    kellner_rater: CleanText | None = None
    kellner_reference: PartialDate | None = None
    episodes: tuple[EarlierEpisode, ...] | None = None
    trials: tuple[Trial, ...] | None = None
    toxicity: Part[Toxicity] = Field(default_factory=Toxicity)
    toxicity_details: Part[ToxicityDetails] = Field(default_factory=ToxicityDetails)
    toxicity_past: Part[Toxicity] = Field(default_factory=Toxicity)
    stress: Part[Stress] = Field(default_factory=Stress)
    safety: Part[Safety] = Field(default_factory=Safety)
    iatrogenic: Part[Iatrogenic] = Field(default_factory=Iatrogenic)
    instruments: tuple[InstrumentTotal, ...] | None = None
    strengths: tuple[Strength, ...] | None = None
    lifestyle: Part[Lifestyle] = Field(default_factory=Lifestyle)
    illness_behavior: Part[IllnessBehavior] = Field(default_factory=IllnessBehavior)
    wellbeing: Part[WellBeing] = Field(default_factory=WellBeing)
    relationships: Part[Relationships] = Field(default_factory=Relationships)
    medical: Part[Medical] = Field(default_factory=Medical)
    preferences: Part[Preferences] = Field(default_factory=Preferences)
    areas_completed: Codes[AreaToComplete] | None = None
    appraisal_shared: bool | None = None
    """Table 3 E, attested by the clinician."""
    appraisal_patient_says: bool | None = None
    problems: tuple[Problem, ...] | None = None
    links: tuple[Link, ...] | None = None
    hierarchy_override: HierarchyOverride | None = None
    missing: Part[dict[str, MissingReason]] = Field(default_factory=dict)
    """Why a fact is not known: its path, and the reason."""

    @model_validator(mode="after")
    def _ids_agree(self) -> Case:
        refuse_disagreeing_ids(self)
        return self
