"""The plan's codes in words for a clinician, in our own wording: what each option is, what is reported of it, its limits, its steps.

Constants only. They suggest and never instruct: no dose, no pace, no advice about a drug, and nothing that reassures.
"""

from __future__ import annotations

from typing import Final

from interview.language import _

WHAT_A_PLAN_IS: Final = (
    _("Suggestions to weigh with the person's wishes and with what can be had. None is an instruction."),
    _("Whatever concerns a medicine is the prescriber's decision, made with the person. No dose and no pace is given here."),
    _("Studies speak of groups. Their figures are given as the review reports them, with the limits it names."),
)
SAFETY_COMES_FIRST: Final = _("Safety comes before any of these: it is open, or a sign of risk was endorsed.")

PLAN: Final = {
    "plan.psychotherapeutic_management": _("Psychotherapeutic management"),
    "plan.realistic_appraisal": _("A realistic look at the treatment history"),
    "plan.change_environment": _("Changes in the person's surroundings"),
    "plan.lifestyle": _("Habits, one at a time"),
    "plan.explanatory_therapy": _("Explanatory therapy"),
    "plan.well_being_therapy": _("Well-being therapy"),
    "plan.cbt_modified": _("Cognitive behavioral therapy, adapted"),
    "plan.mbct": _("Mindfulness-based cognitive therapy"),
    "plan.ipt": _("Interpersonal psychotherapy"),
    "plan.short_term_dynamic": _("Short dynamic psychotherapy"),
    "plan.cbasp": _("CBASP, made for long depression"),
    "plan.cbt_wbt_loss_of_effect": _("Cognitive and well-being therapy after a loss of effect"),
    "plan.family_intervention": _("Work with the family"),
    "plan.add_drug_after_psychotherapy": _("A drug beside the psychotherapy"),
    "plan.check_the_trial": _("The treatment itself, checked first"),
    "plan.no_reflex_switch": _("No switch and no addition by reflex"),
    "plan.sequential": _("Sequential approach to what is left"),
    "plan.postpone_switch": _("A switch put off to a later phase of the therapy"),
    "plan.treat_comorbidity": _("Treatment of what stands beside the depression"),
    "plan.digital": _("Guided digital therapy, as a bridge"),
    "plan.psychedelic_assisted": _("Psychotherapy assisted by psychedelics"),
}
"""Titles, by the finding's id."""

WHAT: Final = {
    "psychotherapeutic_management": (
        _("A relationship to rely on, every problem named, and help with what the person can do alone; no formal therapy is needed for it.")
    ),
    "realistic_appraisal": _("Tell the history as it was: each treatment had a partial aim, and the person has a part of their own in it."),
    "change_environment": _("See with the person what can change at work, in the family, or in the way they live."),
    "lifestyle": _("Take up the habits that were flagged, one after the other."),
    "explanatory_therapy": _("Explain plainly and more than once, clarify, and show how attention picks out what it expects."),
    "well_being_therapy": _("A diary of good moments, what cuts them short, and tasks between visits, until well-being is in balance."),
    "cbt_modified": _(
        "Short, frequent visits at first; thoughts and activity in turn, skills, goals in stages, somebody close brought in."
    ),
    "mbct": _("Learn to step back from thoughts as they come: a skill that lasts beyond the course."),
    "ipt": _("Work on the one area that fits: a loss, a dispute, a change of role, or sensitivity with others."),
    "short_term_dynamic": _("A short course on the themes that return in the person's relationships."),
    "cbasp": _("Learn from situations with other people what one's own part brings about, and try another."),
    "cbt_wbt_loss_of_effect": _("Psychotherapy in two parts as the answer to a lost effect, before more of the same drug is thought of."),
    "family_intervention": _("See the family, agree on the work, solve present problems by concrete tasks, and close; few sessions."),
    "add_drug_after_psychotherapy": _("Whether a drug is added to a psychotherapy that brought no response."),
    "check_the_trial": _("Look at dose, time, what was taken, what acts on the drug, and the diagnosis, before any other word is used."),
    "no_reflex_switch": _("Look at what the drugs have done so far before another step with drugs follows."),
    "sequential": _("Drug treatment first, psychotherapy for the symptoms that are left, then well-being; six steps in order."),
    "postpone_switch": _("Where a switch of the drug is thought of, let the psychotherapy find its feet first."),
    "treat_comorbidity": _("Have the medical illness, the interaction or the other disorder treated in its own right."),
    "digital": _("A guided programme for the time in which no therapist can be reached."),
    "psychedelic_assisted": _("Named because it was asked for. It is investigated, mostly with psilocybin, in studies."),
}

POINTS_TO_IT: Final = {
    "drugs_alone": _("a drug is given, and no psychotherapy"),
    "oversold_treatment": _("an earlier treatment was presented as more than it could be"),
    "appraisal_not_shared": _("treatment failed, and its history was not talked through"),
    "inactivity_as_a_habit": _("too little activity, not known to have come with the mood"),
    "fourth_step_of_the_sequence": _("it is the fourth step of the sequential approach"),
    "drug_non_response": _("a drug of this episode brought no response"),
    "chronic_depression": _("the episode has lasted two years or more"),
    "short_term_dynamic_wanted": _("the person would like it"),
    "latest_trial_not_adequate": _("the latest treatment was not adequate, or for another diagnosis"),
    "therapy_beside_a_drug": _("psychotherapy goes on beside a drug"),
    "anxiety_disorder": _("an anxiety disorder"),
    "personality_disorder": _("a disorder of personality was assessed"),
    "no_therapy_within_reach": _("no therapist can be reached"),
}

EVIDENCE: Final = {
    "illness_behavior_may_respond": _("Illness behavior may respond to it."),
    "beside_drugs_alone": _("It belongs to every treatment with drugs alone."),
    "may_counteract_demoralization": _("It may work against demoralization and hopelessness."),
    "authors_experience": _("This rests on the authors' clinical experience."),
    "may_do_more_than_treatment": _("In overload it may do more than formal psychotherapy or drugs."),
    "symptom_before_habit": _("Not for what is a symptom first: ask whether it came before the mood."),
    "manualized": _("A manual describes it."),
    "with_cbt_in_loss_of_effect": _("Joined with cognitive behavioral therapy it was tried in loss of effect."),
    "part_of_sequential_trials": _("It was part of sequential trials."),
    "reviews_support_adjunct": _("Reviews support psychotherapy beside drugs."),
    "large_observational_study_negative": _("One large European observational study was negative."),
    "definitions_differ": _("The studies define non-response, and measure outcome, in different ways."),
    "better_than_active_control": _(
        "After {failed_trials} failed trials or more, better than an active control in a large randomized trial."
    ),
    "smaller_trials_agree": _("Smaller randomized trials agree."),
    "evidence_scarce": _("Clinical evidence is scarce."),
    "named_by_reviews": _("Reviews name it beside cognitive and mindfulness-based therapy."),
    "helpful_in_and_out_of_hospital": _("Found helpful in long depression, in hospital and outside."),
    "cross_over": (
        _(
            "Without response after {weeks} weeks, {to_cbasp_percent} % responded when they crossed over to it from nefazodone, "
            "{to_drug_percent} % the other way round (n = {n})."
        )
    ),
    "pilot_in_loss_of_effect": _("A pilot trial supports psychotherapy in loss of effect."),
    "small_pilot": _("A small pilot study."),
    "pilot_with_family": _("A pilot trial supports it in loss of effect; {sessions_from} to {sessions_to} sessions."),
    "helps_illness_management": _("It helps to manage the illness, to function and to live better."),
    "after_cognitive_therapy": (
        _(
            "Of {n} persons, {non_responders_percent} % had not responded after {sessions} weekly sessions of cognitive therapy; "
            "of {completers} who completed the next part, all {on_drug} on imipramine responded, {on_placebo_responded} on placebo."
        )
    ),
    "after_ipt": (
        _(
            "{remitted_percent} % remitted when a drug was added to interpersonal therapy after no remission (n = {n}), "
            "against {combined_percent} % with both from the start (n = {combined_n})."
        )
    ),
    "as_good_as_adding_cbt": (
        _(
            "Without remission, adding a drug to cognitive therapy (n = {drug_added_n}) did as well as adding cognitive therapy "
            "to a drug (n = {cbt_added_n})."
        )
    ),
    "after_dynamic_therapy": _("Adding a drug to dynamic therapy did better than adding dynamic therapy to a drug (n = {n})."),
    "small_samples": _("Small samples."),
    "other_cohort": _("The two groups came from different cohorts."),
    "many_refused": _("About {percent} % refused the addition."),
    "inadequate_treatment_may_explain_it": _("An inadequate treatment or another diagnosis may explain a failure."),
    "may_carry_into_a_lasting_phase": (
        _("Switching or augmenting in haste may carry the illness into a phase of few remissions, many relapses and poor tolerance.")
    ),
    "fewer_relapses": _("Fewer relapses: risk ratio {risk_ratio} ({ci_percent} % CI {ci_low} to {ci_high}), {trials} randomized trials."),
    "relapse_after_response_only": _("This speaks of relapse after a response, not of a response that never came."),
    "symptoms_may_outlast_weeks": _(
        "Symptoms after the end of a drug may last longer than {weeks} weeks and disturb the start of a therapy."
    ),
    "illness_may_hinder_response": _("Medical illness and its medicines may stand in the way of a response."),
    "may_widen_access": _("Digital therapy may widen access."),
    "emerging": _("An emerging field."),
    "part_of_therapy_unclear": _("What part the psychotherapy has in it is unclear."),
}
"""Reports and limits; the figures come with them."""

STEPS: Final = {
    "assess_residual_symptoms": _("A careful assessment of the symptoms that are left, three months after the drug was begun"),
    "cbt_of_residual_symptoms": _("Cognitive behavioral therapy of these symptoms"),
    "whether_the_drug_is_reduced": _("Whether the drug is reduced, and how"),
    "well_being_therapy_and_lifestyle": _("Well-being therapy, and habits"),
    "whether_the_drug_ends": _("Whether and when the drug ends"),
    "assess_after_the_drug": _("A careful assessment one month after a recorded end of the drug"),
}

WITHHELD: Final = {
    "safety_not_answered": _("safety questions are not answered yet"),
    "safety_answer_unclear": _("a safety answer was refused or unclear"),
    "safety_disposition_missing": _("what was done about a sign of risk is not recorded"),
    "safety_answer_positive": _("a sign of risk was endorsed"),
    "psychosis": _("signs of psychosis"),
    "bipolar_illness_suspected": _("bipolar illness is suspected"),
    "pregnancy": _("pregnancy"),
    "after_birth": _("the time after birth"),
}

REMARKS: Final = {
    **WITHHELD,
    "possible_symptom": _("may be a symptom of the depression itself: ask which came first"),
    "overlap_only": _("rests only on symptoms that depression has too"),
    "contradicts_trials": _("the treatments that were told say otherwise: ask again"),
    "enantiomer_pair": _("two forms of one drug: check whether they count as the same"),
    "unstable_response": _("the response was short, and perhaps never stable"),
    "trial_to_be_checked_first": _("check the treatment first: inadequacy may explain its failure"),
    "wishes_contradict": _("named both as wanted and as not wanted: ask again"),
    "prefers_otherwise": _("the person would rather have another kind of treatment"),
    "therapy_out_of_reach": _("the person cannot reach a therapist"),
    "no_end_recorded": _("no end of the drug is recorded, so there is no date"),
    "end_recorded": _("an end of the drug is recorded"),
    "not_the_end": _("not the end of watching: symptoms may come, or last, beyond it"),
}

STATUS: Final = {"suggested": _("suggested"), "prescriber_decision": _("the prescriber's decision")}
PREFERENCE: Final = {
    "wanted": _("the person would like it"),
    "unwanted": _("the person does not want it"),
    "unknown": _("the person's wish is not known"),
}
AVAILABILITY: Final = {
    "here": _("can be had here"),
    "refer": _("not to be had here: refer"),
    "unknown": _("whether it can be had here is not known"),
}
