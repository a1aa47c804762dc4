"""What must be shown beside a finding, in words for a clinician. Constants only; none of them reassures."""

from __future__ import annotations

from typing import Final

from interview.views.plan_words import REMARKS

BESIDE_TREATMENTS: Final = {
    "adherence_not_known": "how much of it was taken is not known",
    "overridden": "the clinician's own judgement of adequacy stands against the computed one",
    "needs_clinician": "age, pregnancy or illness may call for another dose",
    "from_memory": "rests on the person's memory alone",
    "misdiagnosis_suspected": "another diagnosis is suspected",
    "pseudo_resistance": "an inadequate treatment or another diagnosis may explain it",
    "expectations_oversold": "more was promised than could be kept",
    "expectations_low": "little was expected of it",
    "alliance_strained": "strained alliance",
    "alliance_poor": "poor alliance",
    "readiness_ambivalent": "the person was of two minds about it",
    "not_ready": "the person was not ready",
    "deteriorated": "worse than before, not only unchanged",
    "cause_not_excluded": "a cause in the treatment itself, or in what stood in its way, is not excluded",
    "cannot_be_excluded": "cannot be excluded in one person",
}
BESIDE_STAGES: Final = {
    "unilateral_ect": "ECT was unilateral; this model counts bilateral ECT",
    "ect_off_ladder": "failed ECT counts, but the rungs below it were not climbed",
    "maoi_off_ladder": "a failed MAO inhibitor counts, but the rungs below it were not climbed",
    "augmentation_not_read": "this model does not count what was added",
    "one_class": "several failed, all of one class",
    "chronic_without_augmentation": "a year or more, but nothing was added",
    "psychotic_not_severe": "psychotic features, though severity was rated lower",
    "ect_not_completed": "a course of ECT was not sufficient",
    "no_trial_counts_for_certain": "no treatment counts for certain",
    "impediments_not_asked": "what stood in the way was not asked for any treatment",
    "consider_behavioral_toxicity": "consider first what drugs have brought",
}
BESIDE_THE_MAP: Final = {
    "unit_weight": "what nobody rated counted in full",
    "unknown_strength": "links of unknown strength counted as none",
    "tie": "no one problem stands first for the person",
    "nothing_ranked": "the clinician's map is empty",
    "same_name": "a problem stands on both maps under one name: perhaps it is one",
    "refer": "severe, and no treatment for it here: refer",
}

FLAGS: Final = {
    **REMARKS,
    **BESIDE_TREATMENTS,
    **BESIDE_STAGES,
    **BESIDE_THE_MAP,
    "possible_symptom": "may be a symptom of the depression itself",
    "overlap_only": "rests only on symptoms that depression has too",
    "does_not_exclude_risk": "does not exclude risk",
    "other_signs": "other signs were endorsed",
    "unclear_answers": "some answers were refused or unclear",
    "recurrent": "in more than one treatment",
    "contradicts_trials": "the treatments that were told say otherwise: ask again",
    "not_ratable_without_explanation": "cannot be rated before the illness was explained",
    "with_hopelessness": "with hopelessness",
    "points_from_frequency_only": "all points come from how often: ask about the recent amount",
    "inconsistent": "facts disagree: ask again",
    "under_age": "under 18: outside the intended use, safety only",
    "cut_US": "cut-off of the United States",
    "cut_GB": "cut-off of the United Kingdom",
    "cut_other": "the lower cut-off, as no country is set",
}
