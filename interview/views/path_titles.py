"""What each fact of the case is called, for a clinician. A fact without a line of its own is named by its code, in words."""

from __future__ import annotations

import re
from typing import Final

from interview.engine.attached_links import split_attached
from interview.engine.informant_links import split_informant
from interview.language import _
from interview.views.asked_titles import ASKED, MORE
from interview.views.finding_titles import DIMENSIONS, SAFETY
from trd_core.catalogue import problem_kinds

GROUPS: Final = {
    "trials": _("treatment"),
    "episodes": _("earlier episode"),
    "problems": _("problem"),
    "strengths": _("strength"),
    "links": _("link"),
    "stress.sources": _("source of stress"),
    "medical.conditions": _("illness"),
    "instruments": _("scale"),
}
"""Lists whose members have facts of their own."""

PLACES: Final = {
    "episode.misdiagnosis": _("a better diagnosis"),
    "episode": _("this episode"),
    "toxicity_past": _("earlier, after drugs"),
    "toxicity_details": _("after drugs"),
    "toxicity": _("after drugs"),
    "stress": _("stress"),
    "lifestyle": _("lifestyle"),
    "illness_behavior": _("illness behavior"),
    "wellbeing": _("well-being"),
    "relationships": _("relationships"),
    "medical": _("medical"),
    "iatrogenic": _("other treatments"),
    "preferences": _("preferences"),
    "person": _("person"),
}
"""Parts of the case, the longer names first."""

NAMES: Final = {
    "person.age_years": _("age in years"),
    "person.sex_for_thresholds": _("sex, for thresholds"),
    "episode.duration_months": _("length of this episode, in months"),
    "episode.psychotic": _("this episode: psychotic features"),
    "episode.anxiety": _("this episode: anxiety beside it"),
    "episode.intensified_treatment": _("this episode: most intensive care so far"),
    "episode.mood_improved": _("mood better after the latest treatment"),
    "episode.residual_symptoms": _("symptoms left after the latest treatment"),
    "episode.residual_interference": _("what is left gets in the way of life"),
    "episode.major_symptoms": _("major symptoms after the latest treatment"),
    "episode.misdiagnosis_suspected": _("another diagnosis suspected"),
    "episode.preceded_by": _("what stood before this episode"),
    "latest_trial": _("which treatment was the latest"),
    "kellner": _("change over the latest treatment (1 to 9), the clinician's rating"),
    "kellner_self": _("change over the latest treatment (1 to 9), the person's own rating"),
    "kellner_rater": _("who rated the change"),
    "kellner_reference": _("start of the treatment that was rated"),
    "trials": _("treatments"),
    "episodes": _("earlier episodes"),
    "areas_completed": _("areas completed"),
    "appraisal_shared": _("the history was talked through with the person"),
    "appraisal_patient_says": _("the person's own word on that talk"),
    "hierarchy_override.order": _("order set by the clinician"),
    "hierarchy_override.reason": _("reason for the order set by the clinician"),
    "stress.sources": _("sources of stress"),
    "stress.exceeds_coping": _("strain judged to exceed coping"),
    "stress.symptoms": _("symptoms with the strain"),
    "stress.functioning_impaired": _("social or work functioning impaired by the strain"),
    "stress.overwhelmed": _("overwhelmed by everyday demands"),
    "stress.within_six_months": _("within six months of its onset"),
    "stress.sleep_worsened_after": _("sleep worse since the strain began"),
    "safety.act_on": _("date of the latest act"),
    "lifestyle.moderate_minutes_per_week": _("minutes of moderate activity a week"),
    "lifestyle.vigorous_minutes_per_week": _("minutes of vigorous activity a week"),
    "lifestyle.strength_days_per_week": _("days of strength training a week"),
    "lifestyle.sedentary_hours_per_day": _("hours of sitting a day"),
    "lifestyle.activity_fell": _("when activity fell"),
    "lifestyle.sleep_hours": _("hours of sleep a night"),
    "lifestyle.alcohol_frequency": _("how often alcohol"),
    "lifestyle.alcohol_drinks_a_day": _("drinks on a day with alcohol"),
    "lifestyle.alcohol_six_or_more": _("how often six drinks or more"),
    "lifestyle.portions_per_day": _("portions of fruit and vegetables a day"),
    "lifestyle.changed_after_stressor": _("habits that became worse after the strain began"),
    "iatrogenic.medical_drugs": _("medicines for other illnesses that may contribute"),
    "iatrogenic.psychotherapy": _("psychotherapy that may have contributed"),
    "medical.to_check": _("what to check"),
    "illness_behavior.explanation_given": _("the illness was explained, with time to discuss"),
    "illness_behavior.treatment_presented_as_cure": _("a treatment was promised as sure to work"),
    **{f"wellbeing.{code}.level": _("{title}: level").format(title=title.lower()) for code, title in DIMENSIONS.items()},
    **{f"wellbeing.{code}.example": _("{title}: example").format(title=title.lower()) for code, title in DIMENSIONS.items()},
    **{
        f"safety.{finding.removeprefix('areas.safety.')}": title.lower()
        for finding, title in SAFETY.items()
        if finding.startswith("areas.safety.") and not finding.endswith("under_age")
    },
}

MEMBERS: Final = {
    "agent": _("which"),
    "dose_mg": _("dose in mg a day"),
    "weeks": _("weeks at that dose"),
    "adherence_percent": _("share of doses taken, in percent"),
    "evidence_based": _("supported by controlled studies"),
    "addressed_complexity": _("took the complexity into account"),
    "metabolic_inducer": _("something sped up its breakdown"),
    "adequate": _("adequacy, the clinician's override"),
    "impediments": _("what stood in the way"),
    "augmentations": _("what was added"),
    "drug_free_weeks_before": _("weeks without it before"),
    "episode": _("in this episode or an earlier one"),
    "months_since_onset": _("months since it began"),
    "label": _("name"),
    "treatment_available": _("treatment available here"),
    "patient_priority": _("the person's priority"),
}
"""Names of facts inside a list's member."""

_MEMBER = re.compile(r"^(?P<group>[a-z_.]+?)(?:\[(?P<index>\d+)\]|\.(?P<letter>[tesp])(?P<number>\d+))\.(?P<name>[a-z_]+)$")
_INDEX = re.compile(r"\[\d*\]")
_INSTANCE = re.compile(r"^(?P<group>[a-z_.]+)\[(?P<index>\d+)\]$")
_NAMED = re.compile(r"^(?P<group>problems|trials|links|episodes|strengths)\.(?P<id>.+?)(?:\.(?P<name>[a-z_]+))?$")


def plain(code: str) -> str:
    """Return a code in words: `non_response` → `non response`."""
    return _(code.replace("_", " ").replace(".", ": "))


def problem_title(identifier: str) -> str:
    """Return what a problem that may be proposed is called; any other id in words."""
    kind = problem_kinds().get(identifier)
    return _(kind.title) if kind is not None else plain(identifier)


def member_title(name: str) -> str:
    """Return what a fact inside a list's member is called: `patient_priority` → `the person's priority`."""
    return MEMBERS.get(name, plain(name))


def path_title(path: str) -> str:
    """Return the path of a fact in words: `trials[0].weeks`, `trials.t1.weeks` → `treatment 1: weeks at that dose`."""
    told = split_informant(path)
    if told is not None:
        return _("somebody close, on: {question}").format(question=path_title(told[1]))
    attached = split_attached(path)
    if attached is not None:
        return _("attached instrument {number}, item {item}").format(number=attached[0], item=attached[1])
    name = NAMES.get(path) or ASKED.get(_INDEX.sub("", path))
    if name is not None:
        return name
    if path.startswith(MORE):
        return _("another {groups}").format(groups=GROUPS.get(_INDEX.sub("", path).removeprefix(MORE), _("one")))
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
        source, __, target = identifier.partition("->")
        return _("from {named_id} to {named_id_2}").format(named_id=_named_id("problems", source), named_id_2=_named_id("problems", target))
    return f"“{problem_title(identifier)}”" if group == "problems" and identifier in problem_kinds() else plain(identifier)
