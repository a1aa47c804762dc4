"""What each fact of the case is called, for a clinician. A fact without a line of its own is named by its code, in words."""

from __future__ import annotations

import re
from typing import Final

from interview.views.asked_titles import ASKED, MORE
from interview.views.finding_titles import DIMENSIONS, SAFETY
from trd_core.catalogue import problem_kinds

GROUPS: Final = {
    "trials": "treatment",
    "episodes": "earlier episode",
    "problems": "problem",
    "strengths": "strength",
    "links": "link",
    "stress.sources": "source of stress",
    "medical.conditions": "illness",
    "instruments": "scale",
}
"""Lists whose members have facts of their own."""

PLACES: Final = {
    "episode.misdiagnosis": "a better diagnosis",
    "episode": "this episode",
    "toxicity_past": "earlier, after drugs",
    "toxicity_details": "after drugs",
    "toxicity": "after drugs",
    "stress": "stress",
    "lifestyle": "lifestyle",
    "illness_behavior": "illness behavior",
    "wellbeing": "well-being",
    "relationships": "relationships",
    "medical": "medical",
    "iatrogenic": "other treatments",
    "preferences": "preferences",
    "person": "person",
}
"""Parts of the case, the longer names first."""

NAMES: Final = {
    "person.age_years": "age in years",
    "person.sex_for_thresholds": "sex, for thresholds",
    "episode.duration_months": "length of this episode, in months",
    "episode.psychotic": "this episode: psychotic features",
    "episode.anxiety": "this episode: anxiety beside it",
    "episode.intensified_treatment": "this episode: most intensive care so far",
    "episode.mood_improved": "mood better after the latest treatment",
    "episode.residual_symptoms": "symptoms left after the latest treatment",
    "episode.residual_interference": "what is left gets in the way of life",
    "episode.major_symptoms": "major symptoms after the latest treatment",
    "episode.misdiagnosis_suspected": "another diagnosis suspected",
    "episode.preceded_by": "what stood before this episode",
    "latest_trial": "which treatment was the latest",
    "kellner": "change over the latest treatment (1 to 9), the clinician's rating",
    "kellner_self": "change over the latest treatment (1 to 9), the person's own rating",
    "kellner_rater": "who rated the change",
    "kellner_reference": "start of the treatment that was rated",
    "trials": "treatments",
    "episodes": "earlier episodes",
    "areas_completed": "areas completed",
    "appraisal_shared": "the history was talked through with the person",
    "appraisal_patient_says": "the person's own word on that talk",
    "hierarchy_override.order": "order set by the clinician",
    "hierarchy_override.reason": "reason for the order set by the clinician",
    "stress.sources": "sources of stress",
    "stress.exceeds_coping": "strain judged to exceed coping",
    "stress.symptoms": "symptoms with the strain",
    "stress.functioning_impaired": "social or work functioning impaired by the strain",
    "stress.overwhelmed": "overwhelmed by everyday demands",
    "stress.within_six_months": "within six months of its onset",
    "stress.sleep_worsened_after": "sleep worse since the strain began",
    "safety.act_on": "date of the latest act",
    "lifestyle.moderate_minutes_per_week": "minutes of moderate activity a week",
    "lifestyle.vigorous_minutes_per_week": "minutes of vigorous activity a week",
    "lifestyle.strength_days_per_week": "days of strength training a week",
    "lifestyle.sedentary_hours_per_day": "hours of sitting a day",
    "lifestyle.activity_fell": "when activity fell",
    "lifestyle.sleep_hours": "hours of sleep a night",
    "lifestyle.alcohol_frequency": "how often alcohol",
    "lifestyle.alcohol_drinks_a_day": "drinks on a day with alcohol",
    "lifestyle.alcohol_six_or_more": "how often six drinks or more",
    "lifestyle.portions_per_day": "portions of fruit and vegetables a day",
    "lifestyle.changed_after_stressor": "habits that became worse after the strain began",
    "iatrogenic.medical_drugs": "medicines for other illnesses that may contribute",
    "iatrogenic.psychotherapy": "psychotherapy that may have contributed",
    "medical.to_check": "what to check",
    "illness_behavior.explanation_given": "the illness was explained, with time to discuss",
    "illness_behavior.treatment_presented_as_cure": "a treatment was promised as sure to work",
    **{f"wellbeing.{code}.level": f"{title.lower()}: level" for code, title in DIMENSIONS.items()},
    **{f"wellbeing.{code}.example": f"{title.lower()}: example" for code, title in DIMENSIONS.items()},
    **{
        f"safety.{finding.removeprefix('areas.safety.')}": title.lower()
        for finding, title in SAFETY.items()
        if finding.startswith("areas.safety.") and not finding.endswith("under_age")
    },
}

MEMBERS: Final = {
    "agent": "which",
    "dose_mg": "dose in mg a day",
    "weeks": "weeks at that dose",
    "adherence_percent": "share of doses taken, in percent",
    "evidence_based": "supported by controlled studies",
    "addressed_complexity": "took the complexity into account",
    "metabolic_inducer": "something sped up its breakdown",
    "adequate": "adequacy, the clinician's override",
    "impediments": "what stood in the way",
    "augmentations": "what was added",
    "drug_free_weeks_before": "weeks without it before",
    "episode": "in this episode or an earlier one",
    "months_since_onset": "months since it began",
    "label": "name",
    "treatment_available": "treatment available here",
    "patient_priority": "the person's priority",
}
"""Names of facts inside a list's member."""

_MEMBER = re.compile(r"^(?P<group>[a-z_.]+?)(?:\[(?P<index>\d+)\]|\.(?P<letter>[tesp])(?P<number>\d+))\.(?P<name>[a-z_]+)$")
_INDEX = re.compile(r"\[\d*\]")
_INSTANCE = re.compile(r"^(?P<group>[a-z_.]+)\[(?P<index>\d+)\]$")
_NAMED = re.compile(r"^(?P<group>problems|trials|links|episodes|strengths)\.(?P<id>.+?)(?:\.(?P<name>[a-z_]+))?$")


def plain(code: str) -> str:
    """Return a code in words: `non_response` → `non response`."""
    return code.replace("_", " ").replace(".", ": ")


def problem_title(identifier: str) -> str:
    """Return what a problem that may be proposed is called; any other id in words."""
    kind = problem_kinds().get(identifier)
    return kind.title if kind is not None else plain(identifier)


def member_title(name: str) -> str:
    """Return what a fact inside a list's member is called: `patient_priority` → `the person's priority`."""
    return MEMBERS.get(name, plain(name))


def path_title(path: str) -> str:
    """Return the path of a fact in words: `trials[0].weeks`, `trials.t1.weeks` → `treatment 1: weeks at that dose`."""
    name = NAMES.get(path) or ASKED.get(_INDEX.sub("", path))
    if name is not None:
        return name
    if path.startswith(MORE):
        return f"another {GROUPS.get(_INDEX.sub('', path).removeprefix(MORE), 'one')}"
    instance = _INSTANCE.match(path)
    if instance is not None and instance["group"] in GROUPS:
        return f"{GROUPS[instance['group']]} {int(instance['index']) + 1}"
    member = _MEMBER.match(path)
    if member is not None and member["group"] in GROUPS:
        place = int(member["index"]) + 1 if member["index"] is not None else int(member["number"])
        return f"{GROUPS[member['group']]} {place}: {member_title(member['name'])}"
    named = _NAMED.match(path)
    if named is not None:
        what = f": {member_title(named['name'])}" if named["name"] else ""
        return f"{GROUPS[named['group']]} {_named_id(named['group'], named['id'])}{what}"
    for place_path, title in PLACES.items():
        if path.startswith(place_path + "."):
            return f"{title}: {plain(path.removeprefix(place_path + '.'))}"
    return plain(path)


def _named_id(group: str, identifier: str) -> str:
    if group == "links":
        source, _, target = identifier.partition("->")
        return f"from {_named_id('problems', source)} to {_named_id('problems', target)}"
    return f"“{problem_title(identifier)}”" if group == "problems" and identifier in problem_kinds() else plain(identifier)
