"""`FILLED_BY`: what fills the facts of a case that no question asks, and which facts are a clinician's judgement."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import Final, Literal

from interview.questionnaire.model import Questionnaire
from trd_core.vocabulary import facts

Filler = Literal["item", "session", "formulation"]

FILLED_BY: Final[dict[str, Filler]] = {
    "subject": "session",
    "assessed_on": "session",
    "visit": "session",
    "latest_trial": "session",
    "kellner_rater": "session",
    "areas_completed": "session",
    "episodes[[]].id": "session",
    "trials[[]].id": "session",
    "strengths[[]].id": "session",
    "safety.disposition.*": "session",
    "problems[[]].*": "formulation",
    "links[[]].*": "formulation",
    "hierarchy_override.*": "formulation",
}
"""Patterns of paths (`fnmatch`) and what fills them. Every other fact is filled by the item of the same name."""

JUDGEMENTS: Final = (
    "kellner",
    "episode.severity",
    "episode.psychotic",
    "episode.functional_impairment",
    "episode.anxiety",
    "episode.personality_disorder",
    "episode.psychosocial_stressor",
    "episode.preceded_by",
    "episode.mood_improved",
    "episode.residual_symptoms",
    "episode.residual_interference",
    "episode.major_symptoms",
    "episode.misdiagnosis.*",
    "episode.misdiagnosis_suspected",
    "trials[[]].metabolic_inducer",
    "trials[[]].evidence_based",
    "trials[[]].addressed_complexity",
    "trials[[]].adequate",
    "trials[[]].expected_outcome",
    "trials[[]].impediments",
    "trials[[]].drug_class",
    "toxicity.*",
    "toxicity_past.*",
    "stress.exceeds_coping",
    "stress.functioning_impaired",
    "stress.within_six_months",
    "stress.sources[[]].kind",
    "stress.sources[[]].theme",
    "safety.psychosis",
    "safety.mania",
    "safety.dependants_at_risk",
    "safety.dangerous_withdrawal",
    "illness_behavior.explanation_given",
    "illness_behavior.denies_illness",
    "illness_behavior.denial_shows_as",
    "illness_behavior.psychiatric_disorder_came_first",
    "illness_behavior.loss_of_function_symptom",
    "illness_behavior.loss_of_function_features",
    "illness_behavior.type_a_features",
    "illness_behavior.type_a_brings_symptoms",
    "illness_behavior.alexithymia_features",
    "wellbeing.*.level",
    "wellbeing.flexibility",
    "wellbeing.consistency",
    "wellbeing.resilience",
    "relationships.problem_solving",
    "relationships.communication",
    "relationships.roles",
    "relationships.affective_responsiveness",
    "relationships.affective_involvement",
    "relationships.behavior_control",
    "relationships.interpersonal_sensitivity",
    "medical.interacting_drugs",
    "medical.maoi_with_serotonergic",
    "medical.to_check",
    "iatrogenic.*",
    "strengths[[]].area",
    "preferences.wanted",
    "preferences.not_wanted",
    "preferences.available_here",
    "appraisal_shared",
    "interview.area_done.*",
)
"""Patterns of paths that only a clinician can judge: never asked of the person."""


def _matches(path: str, patterns: Iterable[str]) -> str | None:
    return next((pattern for pattern in patterns if fnmatchcase(path, pattern)), None)


def is_judgement(path: str) -> bool:
    """Return whether only a clinician can judge what stands at a path."""
    return _matches(path, JUDGEMENTS) is not None


def filler_of(path: str, questionnaire: Questionnaire) -> Filler | None:
    """Return what fills a fact in an interview with this questionnaire, or None where nothing does."""
    if path in questionnaire.items:
        return "item"
    pattern = _matches(path, FILLED_BY)
    return FILLED_BY[pattern] if pattern is not None else None


def fillers(questionnaire: Questionnaire) -> dict[str, Filler | None]:
    """Return what fills each fact of a case, in the order of the record."""
    return {path: filler_of(path, questionnaire) for path in facts()}
