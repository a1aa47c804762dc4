"""The plan's codes in words for a clinician, in our own wording: what each option is, what is reported of it, its limits, its steps.

Constants only. They suggest and never instruct: no dose, no pace, no advice about a drug, and nothing that reassures.
"""

from __future__ import annotations

from typing import Final

WHAT_A_PLAN_IS: Final = (
    "Suggestions to weigh with the person's wishes and with what can be had. None is an instruction.",
    "Whatever concerns a medicine is the prescriber's decision, made with the person. No dose and no pace is given here.",
    "Studies speak of groups. Their figures are given as the review reports them, with the limits it names.",
)
SAFETY_COMES_FIRST: Final = "Safety comes before any of these: it is open, or a sign of risk was endorsed."

PLAN: Final = {
    "plan.psychotherapeutic_management": "Psychotherapeutic management",
    "plan.realistic_appraisal": "A realistic look at the treatment history",
    "plan.change_environment": "Changes in the person's surroundings",
    "plan.lifestyle": "Habits, one at a time",
    "plan.explanatory_therapy": "Explanatory therapy",
    "plan.well_being_therapy": "Well-being therapy",
    "plan.cbt_modified": "Cognitive behavioral therapy, adapted",
    "plan.mbct": "Mindfulness-based cognitive therapy",
    "plan.ipt": "Interpersonal psychotherapy",
    "plan.short_term_dynamic": "Short dynamic psychotherapy",
    "plan.cbasp": "CBASP, made for long depression",
    "plan.cbt_wbt_loss_of_effect": "Cognitive and well-being therapy after a loss of effect",
    "plan.family_intervention": "Work with the family",
    "plan.add_drug_after_psychotherapy": "A drug beside the psychotherapy",
    "plan.check_the_trial": "The treatment itself, checked first",
    "plan.no_reflex_switch": "No switch and no addition by reflex",
    "plan.sequential": "Sequential approach to what is left",
    "plan.postpone_switch": "A switch put off to a later phase of the therapy",
    "plan.treat_comorbidity": "Treatment of what stands beside the depression",
    "plan.digital": "Guided digital therapy, as a bridge",
    "plan.psychedelic_assisted": "Psychotherapy assisted by psychedelics",
}
"""Titles, by the finding's id."""

WHAT: Final = {
    "psychotherapeutic_management": (
        "A relationship to rely on, every problem named, and help with what the person can do alone; no formal therapy is needed for it."
    ),
    "realistic_appraisal": "Tell the history as it was: each treatment had a partial aim, and the person has a part of their own in it.",
    "change_environment": "See with the person what can change at work, in the family, or in the way they live.",
    "lifestyle": "Take up the habits that were flagged, one after the other.",
    "explanatory_therapy": "Explain plainly and more than once, clarify, and show how attention picks out what it expects.",
    "well_being_therapy": "A diary of good moments, what cuts them short, and tasks between visits, until well-being is in balance.",
    "cbt_modified": "Short, frequent visits at first; thoughts and activity in turn, skills, goals in stages, somebody close brought in.",
    "mbct": "Learn to step back from thoughts as they come: a skill that lasts beyond the course.",
    "ipt": "Work on the one area that fits: a loss, a dispute, a change of role, or sensitivity with others.",
    "short_term_dynamic": "A short course on the themes that return in the person's relationships.",
    "cbasp": "Learn from situations with other people what one's own part brings about, and try another.",
    "cbt_wbt_loss_of_effect": "Psychotherapy in two parts as the answer to a lost effect, before more of the same drug is thought of.",
    "family_intervention": "See the family, agree on the work, solve present problems by concrete tasks, and close; few sessions.",
    "add_drug_after_psychotherapy": "Whether a drug is added to a psychotherapy that brought no response.",
    "check_the_trial": "Look at dose, time, what was taken, what acts on the drug, and the diagnosis, before any other word is used.",
    "no_reflex_switch": "Look at what the drugs have done so far before another step with drugs follows.",
    "sequential": "Drug treatment first, psychotherapy for the symptoms that are left, then well-being; six steps in order.",
    "postpone_switch": "Where a switch of the drug is thought of, let the psychotherapy find its feet first.",
    "treat_comorbidity": "Have the medical illness, the interaction or the other disorder treated in its own right.",
    "digital": "A guided programme for the time in which no therapist can be reached.",
    "psychedelic_assisted": "Named because it was asked for. It is investigated, mostly with psilocybin, in studies.",
}

POINTS_TO_IT: Final = {
    "drugs_alone": "a drug is given, and no psychotherapy",
    "oversold_treatment": "an earlier treatment was presented as more than it could be",
    "appraisal_not_shared": "treatment failed, and its history was not talked through",
    "inactivity_as_a_habit": "too little activity, not known to have come with the mood",
    "fourth_step_of_the_sequence": "it is the fourth step of the sequential approach",
    "drug_non_response": "a drug of this episode brought no response",
    "chronic_depression": "the episode has lasted two years or more",
    "short_term_dynamic_wanted": "the person would like it",
    "latest_trial_not_adequate": "the latest treatment was not adequate, or for another diagnosis",
    "therapy_beside_a_drug": "psychotherapy goes on beside a drug",
    "anxiety_disorder": "an anxiety disorder",
    "personality_disorder": "a disorder of personality was assessed",
    "no_therapy_within_reach": "no therapist can be reached",
}

EVIDENCE: Final = {
    "illness_behavior_may_respond": "Illness behavior may respond to it.",
    "beside_drugs_alone": "It belongs to every treatment with drugs alone.",
    "may_counteract_demoralization": "It may work against demoralization and hopelessness.",
    "authors_experience": "This rests on the authors' clinical experience.",
    "may_do_more_than_treatment": "In overload it may do more than formal psychotherapy or drugs.",
    "symptom_before_habit": "Not for what is a symptom first: ask whether it came before the mood.",
    "manualized": "A manual describes it.",
    "with_cbt_in_loss_of_effect": "Joined with cognitive behavioral therapy it was tried in loss of effect.",
    "part_of_sequential_trials": "It was part of sequential trials.",
    "reviews_support_adjunct": "Reviews support psychotherapy beside drugs.",
    "large_observational_study_negative": "One large European observational study was negative.",
    "definitions_differ": "The studies define non-response, and measure outcome, in different ways.",
    "better_than_active_control": "After {failed_trials} failed trials or more, better than an active control in a large randomized trial.",
    "smaller_trials_agree": "Smaller randomized trials agree.",
    "evidence_scarce": "Clinical evidence is scarce.",
    "named_by_reviews": "Reviews name it beside cognitive and mindfulness-based therapy.",
    "helpful_in_and_out_of_hospital": "Found helpful in long depression, in hospital and outside.",
    "cross_over": (
        "Without response after {weeks} weeks, {to_cbasp_percent} % responded when they crossed over to it from nefazodone, "
        "{to_drug_percent} % the other way round (n = {n})."
    ),
    "pilot_in_loss_of_effect": "A pilot trial supports psychotherapy in loss of effect.",
    "small_pilot": "A small pilot study.",
    "pilot_with_family": "A pilot trial supports it in loss of effect; {sessions_from} to {sessions_to} sessions.",
    "helps_illness_management": "It helps to manage the illness, to function and to live better.",
    "after_cognitive_therapy": (
        "Of {n} persons, {non_responders_percent} % had not responded after {sessions} weekly sessions of cognitive therapy; "
        "of {completers} who completed the next part, all {on_drug} on imipramine responded, {on_placebo_responded} on placebo."
    ),
    "after_ipt": (
        "{remitted_percent} % remitted when a drug was added to interpersonal therapy after no remission (n = {n}), "
        "against {combined_percent} % with both from the start (n = {combined_n})."
    ),
    "as_good_as_adding_cbt": (
        "Without remission, adding a drug to cognitive therapy (n = {drug_added_n}) did as well as adding cognitive therapy "
        "to a drug (n = {cbt_added_n})."
    ),
    "after_dynamic_therapy": "Adding a drug to dynamic therapy did better than adding dynamic therapy to a drug (n = {n}).",
    "small_samples": "Small samples.",
    "other_cohort": "The two groups came from different cohorts.",
    "many_refused": "About {percent} % refused the addition.",
    "inadequate_treatment_may_explain_it": "An inadequate treatment or another diagnosis may explain a failure.",
    "may_carry_into_a_lasting_phase": (
        "Switching or augmenting in haste may carry the illness into a phase of few remissions, many relapses and poor tolerance."
    ),
    "fewer_relapses": "Fewer relapses: risk ratio {risk_ratio} ({ci_percent} % CI {ci_low} to {ci_high}), {trials} randomized trials.",
    "relapse_after_response_only": "This speaks of relapse after a response, not of a response that never came.",
    "symptoms_may_outlast_weeks": "Symptoms after the end of a drug may last longer than {weeks} weeks and disturb the start of a therapy.",
    "illness_may_hinder_response": "Medical illness and its medicines may stand in the way of a response.",
    "may_widen_access": "Digital therapy may widen access.",
    "emerging": "An emerging field.",
    "part_of_therapy_unclear": "What part the psychotherapy has in it is unclear.",
}
"""Reports and limits; the figures come with them."""

STEPS: Final = {
    "assess_residual_symptoms": "A careful assessment of the symptoms that are left, three months after the drug was begun",
    "cbt_of_residual_symptoms": "Cognitive behavioral therapy of these symptoms",
    "whether_the_drug_is_reduced": "Whether the drug is reduced, and how",
    "well_being_therapy_and_lifestyle": "Well-being therapy, and habits",
    "whether_the_drug_ends": "Whether and when the drug ends",
    "assess_after_the_drug": "A careful assessment one month after a recorded end of the drug",
}

WITHHELD: Final = {
    "safety_not_answered": "safety questions are not answered yet",
    "safety_answer_unclear": "a safety answer was refused or unclear",
    "safety_disposition_missing": "what was done about a sign of risk is not recorded",
    "safety_answer_positive": "a sign of risk was endorsed",
    "psychosis": "signs of psychosis",
    "bipolar_illness_suspected": "bipolar illness is suspected",
    "pregnancy": "pregnancy",
    "after_birth": "the time after birth",
}

REMARKS: Final = {
    **WITHHELD,
    "possible_symptom": "may be a symptom of the depression itself: ask which came first",
    "overlap_only": "rests only on symptoms that depression has too",
    "contradicts_trials": "the treatments that were told say otherwise: ask again",
    "enantiomer_pair": "two forms of one drug: check whether they count as the same",
    "unstable_response": "the response was short, and perhaps never stable",
    "trial_to_be_checked_first": "check the treatment first: inadequacy may explain its failure",
    "wishes_contradict": "named both as wanted and as not wanted: ask again",
    "prefers_otherwise": "the person would rather have another kind of treatment",
    "therapy_out_of_reach": "the person cannot reach a therapist",
    "no_end_recorded": "no end of the drug is recorded, so there is no date",
    "end_recorded": "an end of the drug is recorded",
    "not_the_end": "not the end of watching: symptoms may come, or last, beyond it",
}

STATUS: Final = {"suggested": "suggested", "prescriber_decision": "the prescriber's decision"}
PREFERENCE: Final = {
    "wanted": "the person would like it",
    "unwanted": "the person does not want it",
    "unknown": "the person's wish is not known",
}
AVAILABILITY: Final = {
    "here": "can be had here",
    "refer": "not to be had here: refer",
    "unknown": "whether it can be had here is not known",
}
