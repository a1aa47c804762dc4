"""What each finding is called, for a clinician: short, in our own words, one line a finding id."""

from __future__ import annotations

from typing import Final

from interview.language import _
from interview.views.plan_words import PLAN
from interview.views.treatment_titles import TREATMENT

AREAS: Final = {
    "stress": _("Stressful life situations"),
    "lifestyle": _("Lifestyle"),
    "illness_behavior": _("Illness behavior"),
    "wellbeing": _("Psychological well-being"),
    "relationships": _("Family and interpersonal relationships"),
    "psychiatric": _("Psychiatric examination"),
    "medical": _("Medical illness and medicines"),
    "safety": _("Safety"),
    "response": _("Response to the latest treatment"),
    "trials": _("Treatments one by one"),
    "resistance_types": _("Kinds of resistance, told apart"),
    "staging": _("Staging of the treatments"),
    "common_definition": _("Definition by number of failures"),
    "refractoriness": _("Refractoriness (Table 3)"),
    "episode_comparison": _("Beside earlier episodes"),
    "suitability": _("What could be expected"),
    "nonspecific_course": _("Beside every statement about response"),
    "toxicity": _("After drugs"),
    "impediments": _("What stood in the way"),
    "plan": _("Plan"),
    "other": _("Other"),
}

RESPONSE: Final = {
    "response.direction": _("Change over the latest treatment"),
    "response.self_direction": _("Change over the latest treatment, the person's own rating"),
    "response.ratings_differ": _("The two ratings of change lie apart"),
}

SAFETY: Final = {
    "safety": _("Highest level endorsed"),
    "areas.safety.wish_to_be_dead": _("Wish to be dead"),
    "areas.safety.thoughts": _("Thoughts of ending one's life"),
    "areas.safety.method": _("A method in mind"),
    "areas.safety.intent": _("Intent"),
    "areas.safety.plan": _("A plan"),
    "areas.safety.act": _("An act, or steps towards one"),
    "areas.safety.self_harm": _("Self-harm without wish to die"),
    "areas.safety.means_access": _("Means within reach"),
    "areas.safety.harm_to_others": _("Thoughts of harming others"),
    "areas.safety.psychosis": _("Signs of psychosis"),
    "areas.safety.mania": _("Signs of mania or a mixed state"),
    "areas.safety.abuse": _("Is being hurt or threatened"),
    "areas.safety.dependants_at_risk": _("Dependants in danger"),
    "areas.safety.dangerous_withdrawal": _("Overdose or dangerous withdrawal"),
    "areas.safety.under_age": _("Under 18: outside the intended use"),
}

STRESS: Final = {
    "allostatic": _("Allostatic load"),
    "allostatic.criteria.A": _("Strain judged to exceed coping (A)"),
    "allostatic.criteria.B1": _("Symptoms with the strain (B1)"),
    "allostatic.criteria.B2": _("Social or work functioning impaired (B2)"),
    "allostatic.criteria.B3": _("Overwhelmed by everyday demands (B3)"),
    "areas.stress.overload": _("Allostatic overload"),
    "areas.stress.load": _("Allostatic load without overload"),
    "areas.stress.work_or_money_strain": _("Strain of work or money"),
    "areas.stress.living_conditions_strain": _("Strain of living conditions"),
    "areas.stress.caregiving_strain": _("Strain of caring for someone"),
    "areas.stress.family_strain": _("Strain in the family"),
    "areas.stress.loss": _("A loss"),
    "areas.stress.health_strain": _("Strain of illness"),
}

LIFESTYLE: Final = {
    "areas.lifestyle.inactive": _("Little physical activity"),
    "areas.lifestyle.low_strength": _("Little strength training"),
    "areas.lifestyle.short_sleep": _("Short sleep"),
    "areas.lifestyle.sleep_problems": _("Sleep problems"),
    "areas.lifestyle.late_activity": _("Active until bedtime"),
    "areas.lifestyle.alcohol_score": _("Alcohol, sum of three coded answers"),
    "areas.lifestyle.alcohol": _("Alcohol above the cut-off"),
    "areas.lifestyle.alcohol_to_cope": _("Alcohol to sleep, calm down or cope"),
    "areas.lifestyle.smoking": _("Smoking"),
    "areas.lifestyle.smoking_heaviness": _("Heaviness of smoking"),
    "areas.lifestyle.nonmedical_drugs": _("Drugs without medical need"),
    "areas.lifestyle.few_fruits_and_vegetables": _("Few fruits and vegetables"),
    "areas.lifestyle.irregular_meals": _("Irregular meals"),
    "areas.lifestyle.appetite_or_weight_changed": _("Appetite or weight changed"),
    "areas.lifestyle.high_caffeine": _("Much caffeine"),
    "areas.lifestyle.late_caffeine": _("Caffeine late in the day"),
    "areas.lifestyle.irregular_routine": _("No regular daily routine"),
}

ILLNESS_BEHAVIOR: Final = {
    "areas.illness_behavior.hypochondriasis": _("Lasting fear of serious disease"),
    "areas.illness_behavior.disease_phobia": _("Fear of one disease, in attacks"),
    "areas.illness_behavior.thanatophobia": _("Attacks of dread of death"),
    "areas.illness_behavior.health_anxiety": _("Recent worry about health that reassurance eases"),
    "areas.illness_behavior.persistent_somatization": _("Persistent somatization"),
    "areas.illness_behavior.conversion": _("Lost function that no examination explains"),
    "areas.illness_behavior.anniversary_reaction": _("Anniversary reaction"),
    "areas.illness_behavior.demoralization": _("Demoralization, whole syndrome"),
    "areas.illness_behavior.discouragement": _("Discouragement: feels unable, and helpless or hopeless"),
    "areas.illness_behavior.irritable_mood": _("Irritable mood"),
    "areas.illness_behavior.type_a": _("Hurried, hostile over-involvement (type A)"),
    "areas.illness_behavior.alexithymia": _("Difficulty in finding words for feelings"),
    "areas.illness_behavior.secondary_somatic_symptoms": _("Bodily symptoms after a psychiatric disorder"),
    "areas.illness_behavior.illness_denial": _("Illness denial"),
    "areas.illness_behavior.hopelessness": _("Hopelessness"),
    "areas.illness_behavior.reactance": _("Reactance: opposes being told"),
    "areas.illness_behavior.phobic_avoidance": _("Avoids places or situations out of fear"),
    "areas.illness_behavior.perfectionism": _("Perfectionism"),
    "areas.illness_behavior.repeated_care": _("Checks or seeks care again and again"),
    "areas.illness_behavior.gave_up_treatment": _("Gave up a treatment out of discouragement"),
    "areas.illness_behavior.oversold_treatment": _("An earlier treatment was promised as sure to work"),
    "areas.illness_behavior.low_self_management": _("Little self-management"),
}

DIMENSIONS: Final = {
    "environmental_mastery": _("Environmental mastery"),
    "personal_growth": _("Personal growth"),
    "purpose_in_life": _("Purpose in life"),
    "autonomy": _("Autonomy"),
    "self_acceptance": _("Self-acceptance"),
    "positive_relations": _("Positive relations"),
}

WELLBEING: Final = {
    **{f"areas.wellbeing.{code}": title for code, title in DIMENSIONS.items()},
    **{f"areas.wellbeing.{code}_impaired": _("{title} impaired").format(title=title) for code, title in DIMENSIONS.items()},
    **{f"areas.wellbeing.{code}_excessive": _("{title} excessive").format(title=title) for code, title in DIMENSIONS.items()},
    "areas.wellbeing.unbalanced": _("Some dimension of well-being out of balance"),
    "areas.wellbeing.rigidity": _("No flexibility"),
    "areas.wellbeing.inconsistency": _("No consistency"),
    "areas.wellbeing.low_resilience": _("No resilience"),
    "areas.wellbeing.euthymia": _("Euthymia"),
}

RELATIONSHIPS: Final = {
    "areas.relationships.problem_solving_unhealthy": _("Family: problem solving unhealthy"),
    "areas.relationships.communication_unhealthy": _("Family: communication unhealthy"),
    "areas.relationships.roles_unhealthy": _("Family: roles unhealthy"),
    "areas.relationships.affective_responsiveness_unhealthy": _("Family: affective responsiveness unhealthy"),
    "areas.relationships.affective_involvement_unhealthy": _("Family: affective involvement unhealthy"),
    "areas.relationships.behavior_control_unhealthy": _("Family: behavior control unhealthy"),
    "areas.relationships.family_functioning": _("Family functioning unhealthy in some dimension"),
    "areas.relationships.no_confidant": _("Nobody to confide in"),
    "areas.relationships.no_practical_support": _("No practical support"),
    "areas.relationships.isolation": _("Isolation"),
    "areas.relationships.lonely": _("Loneliness"),
    "areas.relationships.conflict": _("Conflict"),
    "areas.relationships.grief": _("Grief that still weighs"),
    "areas.relationships.dispute": _("Unsettled dispute about a relationship"),
    "areas.relationships.role_transition": _("Change of role"),
    "areas.relationships.interpersonal_sensitivity": _("Interpersonal sensitivity"),
    "areas.relationships.caregiving_strain": _("Caring for someone is a strain"),
    "areas.relationships.opposition_to_treatment": _("Others oppose the treatment"),
}

MEDICAL: Final = {
    "areas.medical.illness": _("Medical illness"),
    "areas.medical.illness_limits_daily_life": _("A medical illness limits daily life"),
    "areas.medical.pain": _("Pain"),
    "areas.medical.renal_disease": _("Renal disease"),
    "areas.medical.hepatic_disease": _("Hepatic disease"),
    "areas.medical.interacting_drugs": _("Medicines that act on each other"),
    "areas.medical.maoi_with_serotonergic": _("MAO inhibitor beside a serotonergic drug"),
    "areas.medical.insomnia": _("Insomnia"),
    "areas.medical.low_energy": _("Low energy"),
    "areas.medical.anxiety_came_first": _("Anxiety came before the depression"),
    "areas.medical.contributing_drugs": _("Medicines for other illnesses that may contribute"),
    "areas.medical.contributing_psychotherapy": _("Psychotherapy that may have contributed"),
    "areas.medical.check_early_adversity": _("To check: early adversity"),
    "areas.medical.check_substance_use": _("To check: substance use as a cause"),
    "areas.medical.check_sleep_apnoea": _("To check: sleep apnoea"),
    "areas.medical.check_thyroid": _("To check: thyroid"),
    "areas.medical.check_anaemia": _("To check: anaemia"),
    "areas.medical.check_attention_deficit": _("To check: attention deficit"),
    "areas.medical.check_akathisia": _("To check: akathisia"),
    "areas.medical.check_activation_after_drug_change": _("To check: agitation or suicidal thoughts after a drug change"),
}

TOXICITY: Final = {
    "toxicity.manifestations.loss_of_effect": _("Loss of effect in maintenance"),
    "toxicity.manifestations.paradoxical": _("Paradoxical effect"),
    "toxicity.manifestations.switch": _("Switch to mania or hypomania on a drug"),
    "toxicity.manifestations.rechallenge_failure": _("No response when taken again"),
    "toxicity.manifestations.withdrawal": _("New withdrawal symptoms or rebound"),
    "toxicity.manifestations.persistent_postwithdrawal": _("Persistent postwithdrawal disorder"),
    "toxicity.ordinal": _("Manifestations after drugs, this project's order"),
}

IMPEDIMENTS: Final = {
    "patient": _("Person"),
    "therapist": _("Therapist"),
    "environment": _("Surroundings"),
    "morbidity": _("Illness"),
}

FACTORS: Final = {
    "patient.skill": _("lacked the skills it asked for"),
    "patient.failure_cognitions": _("dark thoughts about earlier failures"),
    "patient.motivation": _("little motivation"),
    "patient.fear_of_change": _("fear of acting, thinking or feeling otherwise"),
    "patient.negative_set": _("expected the worst"),
    "patient.frustration": _("frustrated by slow progress"),
    "patient.few_resources": _("few resources"),
    "patient.need_for_autonomy": _("could not accept help"),
    "patient.dysfunctional_schemas": _("deep-set unhelpful beliefs"),
    "patient.self_management": _("little self-management"),
    "patient.non_adherence": _("not taken or done as agreed"),
    "patient.low_readiness": _("not ready yet"),
    "therapist.skill": _("lacked skill or experience"),
    "therapist.alliance": _("strained alliance"),
    "therapist.data_collection": _("did not find out enough"),
    "therapist.timing": _("poor timing"),
    "therapist.flexibility": _("too little flexibility"),
    "therapist.oversold": _("promised too much"),
    "therapist.visible_disillusionment": _("showed disappointment"),
    "therapist.iatrogenic": _("the treatment itself did harm"),
    "therapist.goals_unclear": _("goals unclear or not agreed"),
    "environment.social": _("social life"),
    "environment.opposition_by_others": _("others were against it"),
    "environment.allostatic_overload": _("more strain than could be borne"),
    "morbidity.medical_illness": _("a medical illness"),
    "morbidity.medical_drugs": _("medicines for other illnesses"),
    "morbidity.psychiatric": _("another psychiatric disorder"),
    "morbidity.other_problem": _("another serious problem"),
}
"""Factors whose code is not a plain word already."""

TITLES: Final = {
    **RESPONSE, **SAFETY, **STRESS, **LIFESTYLE, **ILLNESS_BEHAVIOR, **WELLBEING, **RELATIONSHIPS, **MEDICAL, **TOXICITY, **TREATMENT,
    **PLAN,
    "macro_analysis.primary": _("Primary problem, as proposed"),
}  # fmt: skip
