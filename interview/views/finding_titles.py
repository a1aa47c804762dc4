"""What each finding is called, for a clinician: short, in our own words, one line a finding id."""

from __future__ import annotations

from typing import Final

from interview.views.plan_words import PLAN
from interview.views.treatment_titles import TREATMENT

AREAS: Final = {
    "stress": "Stressful life situations",
    "lifestyle": "Lifestyle",
    "illness_behavior": "Illness behavior",
    "wellbeing": "Psychological well-being",
    "relationships": "Family and interpersonal relationships",
    "psychiatric": "Psychiatric examination",
    "medical": "Medical illness and medicines",
    "safety": "Safety",
    "response": "Response to the latest treatment",
    "trials": "Treatments one by one",
    "resistance_types": "Kinds of resistance, told apart",
    "staging": "Staging of the treatments",
    "common_definition": "Definition by number of failures",
    "refractoriness": "Refractoriness (Table 3)",
    "episode_comparison": "Beside earlier episodes",
    "suitability": "What could be expected",
    "nonspecific_course": "Beside every statement about response",
    "toxicity": "After drugs",
    "impediments": "What stood in the way",
    "plan": "Plan",
    "other": "Other",
}

RESPONSE: Final = {
    "response.direction": "Change over the latest treatment",
    "response.self_direction": "Change over the latest treatment, the person's own rating",
    "response.ratings_differ": "The two ratings of change lie apart",
}

SAFETY: Final = {
    "safety": "Highest level endorsed",
    "areas.safety.wish_to_be_dead": "Wish to be dead",
    "areas.safety.thoughts": "Thoughts of ending one's life",
    "areas.safety.method": "A method in mind",
    "areas.safety.intent": "Intent",
    "areas.safety.plan": "A plan",
    "areas.safety.act": "An act, or steps towards one",
    "areas.safety.self_harm": "Self-harm without wish to die",
    "areas.safety.means_access": "Means within reach",
    "areas.safety.harm_to_others": "Thoughts of harming others",
    "areas.safety.psychosis": "Signs of psychosis",
    "areas.safety.mania": "Signs of mania or a mixed state",
    "areas.safety.abuse": "Is being hurt or threatened",
    "areas.safety.dependants_at_risk": "Dependants in danger",
    "areas.safety.dangerous_withdrawal": "Overdose or dangerous withdrawal",
    "areas.safety.under_age": "Under 18: outside the intended use",
}

STRESS: Final = {
    "allostatic": "Allostatic load",
    "allostatic.criteria.A": "Strain judged to exceed coping (A)",
    "allostatic.criteria.B1": "Symptoms with the strain (B1)",
    "allostatic.criteria.B2": "Social or work functioning impaired (B2)",
    "allostatic.criteria.B3": "Overwhelmed by everyday demands (B3)",
    "areas.stress.overload": "Allostatic overload",
    "areas.stress.load": "Allostatic load without overload",
    "areas.stress.work_or_money_strain": "Strain of work or money",
    "areas.stress.living_conditions_strain": "Strain of living conditions",
    "areas.stress.caregiving_strain": "Strain of caring for someone",
    "areas.stress.family_strain": "Strain in the family",
    "areas.stress.loss": "A loss",
    "areas.stress.health_strain": "Strain of illness",
}

LIFESTYLE: Final = {
    "areas.lifestyle.inactive": "Little physical activity",
    "areas.lifestyle.low_strength": "Little strength training",
    "areas.lifestyle.short_sleep": "Short sleep",
    "areas.lifestyle.sleep_problems": "Sleep problems",
    "areas.lifestyle.late_activity": "Active until bedtime",
    "areas.lifestyle.alcohol_score": "Alcohol, sum of three coded answers",
    "areas.lifestyle.alcohol": "Alcohol above the cut-off",
    "areas.lifestyle.alcohol_to_cope": "Alcohol to sleep, calm down or cope",
    "areas.lifestyle.smoking": "Smoking",
    "areas.lifestyle.smoking_heaviness": "Heaviness of smoking",
    "areas.lifestyle.nonmedical_drugs": "Drugs without medical need",
    "areas.lifestyle.few_fruits_and_vegetables": "Few fruits and vegetables",
    "areas.lifestyle.irregular_meals": "Irregular meals",
    "areas.lifestyle.appetite_or_weight_changed": "Appetite or weight changed",
    "areas.lifestyle.high_caffeine": "Much caffeine",
    "areas.lifestyle.late_caffeine": "Caffeine late in the day",
    "areas.lifestyle.irregular_routine": "No regular daily routine",
}

ILLNESS_BEHAVIOR: Final = {
    "areas.illness_behavior.hypochondriasis": "Lasting fear of serious disease",
    "areas.illness_behavior.disease_phobia": "Fear of one disease, in attacks",
    "areas.illness_behavior.thanatophobia": "Attacks of dread of death",
    "areas.illness_behavior.health_anxiety": "Recent worry about health that reassurance eases",
    "areas.illness_behavior.persistent_somatization": "Persistent somatization",
    "areas.illness_behavior.conversion": "Lost function that no examination explains",
    "areas.illness_behavior.anniversary_reaction": "Anniversary reaction",
    "areas.illness_behavior.demoralization": "Demoralization, whole syndrome",
    "areas.illness_behavior.discouragement": "Discouragement: feels unable, and helpless or hopeless",
    "areas.illness_behavior.irritable_mood": "Irritable mood",
    "areas.illness_behavior.type_a": "Hurried, hostile over-involvement (type A)",
    "areas.illness_behavior.alexithymia": "Difficulty in finding words for feelings",
    "areas.illness_behavior.secondary_somatic_symptoms": "Bodily symptoms after a psychiatric disorder",
    "areas.illness_behavior.illness_denial": "Illness denial",
    "areas.illness_behavior.hopelessness": "Hopelessness",
    "areas.illness_behavior.reactance": "Reactance: opposes being told",
    "areas.illness_behavior.phobic_avoidance": "Avoids places or situations out of fear",
    "areas.illness_behavior.perfectionism": "Perfectionism",
    "areas.illness_behavior.repeated_care": "Checks or seeks care again and again",
    "areas.illness_behavior.gave_up_treatment": "Gave up a treatment out of discouragement",
    "areas.illness_behavior.oversold_treatment": "An earlier treatment was promised as sure to work",
    "areas.illness_behavior.low_self_management": "Little self-management",
}

DIMENSIONS: Final = {
    "environmental_mastery": "Environmental mastery",
    "personal_growth": "Personal growth",
    "purpose_in_life": "Purpose in life",
    "autonomy": "Autonomy",
    "self_acceptance": "Self-acceptance",
    "positive_relations": "Positive relations",
}

WELLBEING: Final = {
    **{f"areas.wellbeing.{code}": title for code, title in DIMENSIONS.items()},
    **{f"areas.wellbeing.{code}_impaired": f"{title} impaired" for code, title in DIMENSIONS.items()},
    **{f"areas.wellbeing.{code}_excessive": f"{title} excessive" for code, title in DIMENSIONS.items()},
    "areas.wellbeing.unbalanced": "Some dimension of well-being out of balance",
    "areas.wellbeing.rigidity": "No flexibility",
    "areas.wellbeing.inconsistency": "No consistency",
    "areas.wellbeing.low_resilience": "No resilience",
    "areas.wellbeing.euthymia": "Euthymia",
}

RELATIONSHIPS: Final = {
    "areas.relationships.problem_solving_unhealthy": "Family: problem solving unhealthy",
    "areas.relationships.communication_unhealthy": "Family: communication unhealthy",
    "areas.relationships.roles_unhealthy": "Family: roles unhealthy",
    "areas.relationships.affective_responsiveness_unhealthy": "Family: affective responsiveness unhealthy",
    "areas.relationships.affective_involvement_unhealthy": "Family: affective involvement unhealthy",
    "areas.relationships.behavior_control_unhealthy": "Family: behavior control unhealthy",
    "areas.relationships.family_functioning": "Family functioning unhealthy in some dimension",
    "areas.relationships.no_confidant": "Nobody to confide in",
    "areas.relationships.no_practical_support": "No practical support",
    "areas.relationships.isolation": "Isolation",
    "areas.relationships.lonely": "Loneliness",
    "areas.relationships.conflict": "Conflict",
    "areas.relationships.grief": "Grief that still weighs",
    "areas.relationships.dispute": "Unsettled dispute about a relationship",
    "areas.relationships.role_transition": "Change of role",
    "areas.relationships.interpersonal_sensitivity": "Interpersonal sensitivity",
    "areas.relationships.caregiving_strain": "Caring for someone is a strain",
    "areas.relationships.opposition_to_treatment": "Others oppose the treatment",
}

MEDICAL: Final = {
    "areas.medical.illness": "Medical illness",
    "areas.medical.illness_limits_daily_life": "A medical illness limits daily life",
    "areas.medical.pain": "Pain",
    "areas.medical.renal_disease": "Renal disease",
    "areas.medical.hepatic_disease": "Hepatic disease",
    "areas.medical.interacting_drugs": "Medicines that act on each other",
    "areas.medical.maoi_with_serotonergic": "MAO inhibitor beside a serotonergic drug",
    "areas.medical.insomnia": "Insomnia",
    "areas.medical.low_energy": "Low energy",
    "areas.medical.anxiety_came_first": "Anxiety came before the depression",
    "areas.medical.contributing_drugs": "Medicines for other illnesses that may contribute",
    "areas.medical.contributing_psychotherapy": "Psychotherapy that may have contributed",
    "areas.medical.check_early_adversity": "To check: early adversity",
    "areas.medical.check_substance_use": "To check: substance use as a cause",
    "areas.medical.check_sleep_apnoea": "To check: sleep apnoea",
    "areas.medical.check_thyroid": "To check: thyroid",
    "areas.medical.check_anaemia": "To check: anaemia",
    "areas.medical.check_attention_deficit": "To check: attention deficit",
    "areas.medical.check_akathisia": "To check: akathisia",
    "areas.medical.check_activation_after_drug_change": "To check: agitation or suicidal thoughts after a drug change",
}

TOXICITY: Final = {
    "toxicity.manifestations.loss_of_effect": "Loss of effect in maintenance",
    "toxicity.manifestations.paradoxical": "Paradoxical effect",
    "toxicity.manifestations.switch": "Switch to mania or hypomania on a drug",
    "toxicity.manifestations.rechallenge_failure": "No response when taken again",
    "toxicity.manifestations.withdrawal": "New withdrawal symptoms or rebound",
    "toxicity.manifestations.persistent_postwithdrawal": "Persistent postwithdrawal disorder",
    "toxicity.ordinal": "Manifestations after drugs, this project's order",
}

IMPEDIMENTS: Final = {
    "patient": "Person",
    "therapist": "Therapist",
    "environment": "Surroundings",
    "morbidity": "Illness",
}

FACTORS: Final = {
    "patient.skill": "lacked the skills it asked for",
    "patient.failure_cognitions": "dark thoughts about earlier failures",
    "patient.motivation": "little motivation",
    "patient.fear_of_change": "fear of acting, thinking or feeling otherwise",
    "patient.negative_set": "expected the worst",
    "patient.frustration": "frustrated by slow progress",
    "patient.few_resources": "few resources",
    "patient.need_for_autonomy": "could not accept help",
    "patient.dysfunctional_schemas": "deep-set unhelpful beliefs",
    "patient.self_management": "little self-management",
    "patient.non_adherence": "not taken or done as agreed",
    "patient.low_readiness": "not ready yet",
    "therapist.skill": "lacked skill or experience",
    "therapist.alliance": "strained alliance",
    "therapist.data_collection": "did not find out enough",
    "therapist.timing": "poor timing",
    "therapist.flexibility": "too little flexibility",
    "therapist.oversold": "promised too much",
    "therapist.visible_disillusionment": "showed disappointment",
    "therapist.iatrogenic": "the treatment itself did harm",
    "therapist.goals_unclear": "goals unclear or not agreed",
    "environment.social": "social life",
    "environment.opposition_by_others": "others were against it",
    "environment.allostatic_overload": "more strain than could be borne",
    "morbidity.medical_illness": "a medical illness",
    "morbidity.medical_drugs": "medicines for other illnesses",
    "morbidity.psychiatric": "another psychiatric disorder",
    "morbidity.other_problem": "another serious problem",
}
"""Factors whose code is not a plain word already."""

TITLES: Final = {
    **RESPONSE, **SAFETY, **STRESS, **LIFESTYLE, **ILLNESS_BEHAVIOR, **WELLBEING, **RELATIONSHIPS, **MEDICAL, **TOXICITY, **TREATMENT,
    **PLAN,
    "macro_analysis.primary": "Primary problem, as proposed",
}  # fmt: skip
