"""The closed list of counter-therapeutic factors, `<domain>.<factor>`.

Paper, sections 2.2–2.5; `therapist.goals_unclear` and `environment.opposition_by_others` are recalled from Freeman & McCloskey 2003.
"""

from __future__ import annotations

from typing import Literal

ImpedimentCode = Literal[
    "patient.skill",
    "patient.failure_cognitions",
    "patient.motivation",
    "patient.fear_of_change",
    "patient.negative_set",
    "patient.frustration",
    "patient.few_resources",
    "patient.reactance",
    "patient.illness_denial",
    "patient.rigidity",
    "patient.self_devaluation",
    "patient.need_for_autonomy",
    "patient.dependence",
    "patient.demoralization",
    "patient.dysfunctional_schemas",
    "patient.self_management",
    "patient.non_adherence",
    "patient.low_readiness",
    "therapist.skill",
    "therapist.alliance",
    "therapist.data_collection",
    "therapist.timing",
    "therapist.flexibility",
    "therapist.oversold",
    "therapist.visible_disillusionment",
    "therapist.iatrogenic",
    "therapist.goals_unclear",
    "environment.family",
    "environment.social",
    "environment.work",
    "environment.unemployment",
    "environment.living_conditions",
    "environment.income",
    "environment.education",
    "environment.inactivity",
    "environment.diet",
    "environment.sleep",
    "environment.smoking",
    "environment.alcohol",
    "environment.drugs",
    "environment.allostatic_overload",
    "environment.opposition_by_others",
    "morbidity.medical_illness",
    "morbidity.medical_drugs",
    "morbidity.psychiatric",
    "morbidity.impairment",
    "morbidity.other_problem",
]
