"""What must be shown beside a finding, in words for a clinician. Constants only; none of them reassures."""

from __future__ import annotations

from typing import Final

from interview.language import _
from interview.views.plan_words import REMARKS

BESIDE_TREATMENTS: Final = {
    "adherence_not_known": _("how much of it was taken is not known"),
    "overridden": _("the clinician's own judgement of adequacy stands against the computed one"),
    "needs_clinician": _("age, pregnancy or illness may call for another dose"),
    "from_memory": _("rests on the person's memory alone"),
    "misdiagnosis_suspected": _("another diagnosis is suspected"),
    "pseudo_resistance": _("an inadequate treatment or another diagnosis may explain it"),
    "expectations_oversold": _("more was promised than could be kept"),
    "expectations_low": _("little was expected of it"),
    "alliance_strained": _("strained alliance"),
    "alliance_poor": _("poor alliance"),
    "readiness_ambivalent": _("the person was of two minds about it"),
    "not_ready": _("the person was not ready"),
    "deteriorated": _("worse than before, not only unchanged"),
    "cause_not_excluded": _("a cause in the treatment itself, or in what stood in its way, is not excluded"),
    "cannot_be_excluded": _("cannot be excluded in one person"),
}
BESIDE_STAGES: Final = {
    "unilateral_ect": _("ECT was unilateral; this model counts bilateral ECT"),
    "ect_off_ladder": _("failed ECT counts, but the rungs below it were not climbed"),
    "maoi_off_ladder": _("a failed MAO inhibitor counts, but the rungs below it were not climbed"),
    "augmentation_not_read": _("this model does not count what was added"),
    "one_class": _("several failed, all of one class"),
    "chronic_without_augmentation": _("a year or more, but nothing was added"),
    "psychotic_not_severe": _("psychotic features, though severity was rated lower"),
    "ect_not_completed": _("a course of ECT was not sufficient"),
    "no_trial_counts_for_certain": _("no treatment counts for certain"),
    "impediments_not_asked": _("what stood in the way was not asked for any treatment"),
    "consider_behavioral_toxicity": _("consider first what drugs have brought"),
}
BESIDE_THE_MAP: Final = {
    "unit_weight": _("what nobody rated counted in full"),
    "unknown_strength": _("links of unknown strength counted as none"),
    "tie": _("no one problem stands first for the person"),
    "nothing_ranked": _("the clinician's map is empty"),
    "same_name": _("a problem stands on both maps under one name: perhaps it is one"),
    "refer": _("severe, and no treatment for it here: refer"),
}

FLAGS: Final = {
    **REMARKS,
    **BESIDE_TREATMENTS,
    **BESIDE_STAGES,
    **BESIDE_THE_MAP,
    "possible_symptom": _("may be a symptom of the depression itself"),
    "overlap_only": _("rests only on symptoms that depression has too"),
    "does_not_exclude_risk": _("does not exclude risk"),
    "other_signs": _("other signs were endorsed"),
    "unclear_answers": _("some answers were refused or unclear"),
    "recurrent": _("in more than one treatment"),
    "contradicts_trials": _("the treatments that were told say otherwise: ask again"),
    "not_ratable_without_explanation": _("cannot be rated before the illness was explained"),
    "with_hopelessness": _("with hopelessness"),
    "points_from_frequency_only": _("all points come from how often: ask about the recent amount"),
    "inconsistent": _("facts disagree: ask again"),
    "under_age": _("under 18: outside the intended use, safety only"),
    "cut_US": _("cut-off of the United States"),
    "cut_GB": _("cut-off of the United Kingdom"),
    "cut_other": _("the lower cut-off, as no country is set"),
}
