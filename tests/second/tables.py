"""Every number and list of the second implementation, each with the section of the rules that it comes from.

`R` is the rules' section, `S` the numbered settled reading, `C` the case contract.
"""

from __future__ import annotations

INF = float("inf")

KINDS = ("medication", "psychotherapy", "combined", "ect", "neuromodulation", "other")  # C, trials[].kind
CLASSES = ("ssri", "snri", "tca", "maoi", "other")  # C, trials[].drug_class
OUTCOMES = (
    "full_response",
    "response_with_residual",
    "partial_response",
    "non_response",
    "deterioration",
    "loss_of_effect",
    "intolerance",
    "ongoing",
)  # C, trials[].outcome
FAILED = frozenset({"partial_response", "non_response", "deterioration", "loss_of_effect"})  # C, "Failed"
RESPONDED = frozenset({"full_response", "response_with_residual"})  # S16, type a: the earlier trial
DRUG_KINDS = frozenset({"medication", "combined"})  # S4
THERAPY_KINDS = frozenset({"psychotherapy", "combined"})  # S4

# S15: which kinds each model reads.
READS = {
    "thase_rush": frozenset({"medication", "combined", "ect"}),
    "european": frozenset({"medication", "combined", "ect"}),
    "mgh": frozenset({"medication", "combined", "ect"}),
    "maudsley": frozenset({"medication", "combined", "ect"}),
    "dutch": frozenset({"medication", "combined", "ect", "psychotherapy"}),
    "refractoriness": frozenset({"medication", "combined", "psychotherapy"}),
    "type_c": frozenset({"psychotherapy", "combined"}),
}
STAGING_WEEKS = 6.0  # C, "Adequate"
TABLE3_DRUG_WEEKS = 4.0  # R0.3 A
TABLE3_THERAPY_WEEKS = 20.0  # R0.3 A
TYPE_C_WEEKS = 12.0  # C, "Adequate"; R0.3
TYPE_C_SESSIONS = 12.0
ECT_SESSIONS = 6.0  # S3
ADHERENCE_PERCENT = 80.0  # C, "Adequate"
GAP_WEEKS = 2.0  # R0.4, edge cases
GAP_WEEKS_OF = {"fluoxetine": 5.0}
TRIALS_WEEKS_SHOWN = 52.0  # S12
WEEKS_FILLINGS = (3.9, STAGING_WEEKS, TABLE3_DRUG_WEEKS, TYPE_C_WEEKS, TABLE3_THERAPY_WEEKS, TRIALS_WEEKS_SHOWN)
"""One for every stretch between two thresholds; the least of each stretch, since the European method adds them up."""
SESSIONS_FILLINGS = (ECT_SESSIONS - 1, ECT_SESSIONS, TYPE_C_SESSIONS)

# R15, MGH-ATRQ column; classes R1, S6.
DOSES: dict[str, tuple[str, float]] = {
    "escitalopram": ("ssri", 10),
    "citalopram": ("ssri", 20),
    "fluoxetine": ("ssri", 20),
    "sertraline": ("ssri", 50),
    "paroxetine": ("ssri", 20),
    "fluvoxamine": ("ssri", 50),
    "vilazodone": ("other", 40),
    "vortioxetine": ("other", 10),
    "venlafaxine": ("snri", 150),
    "desvenlafaxine": ("snri", 50),
    "duloxetine": ("snri", 60),
    "levomilnacipran": ("snri", 40),
    "milnacipran": ("snri", 100),
    "bupropion": ("other", 300),
    "mirtazapine": ("other", 15),
    "trazodone": ("other", 300),
    "nefazodone": ("other", 300),
    "agomelatine": ("other", 25),
    "amitriptyline": ("tca", 150),
    "imipramine": ("tca", 150),
    "clomipramine": ("tca", 150),
    "desipramine": ("tca", 150),
    "doxepin": ("tca", 150),
    "trimipramine": ("tca", 150),
    "nortriptyline": ("tca", 75),
    "protriptyline": ("tca", 30),
    "maprotiline": ("tca", 150),
    "amoxapine": ("tca", 150),
    "phenelzine": ("maoi", 45),
    "tranylcypromine": ("maoi", 30),
    "isocarboxazid": ("maoi", 30),
    "moclobemide": ("maoi", 300),
    "reboxetine": ("other", 4),
    "mianserin": ("other", 30),
    "tianeptine": ("other", 37.5),
}

STAGES = ("0", "I", "II", "III", "IV", "V")  # R1
EUROPEAN = ("none", "A", "TRD1", "TRD2", "TRD3", "TRD4", "TRD5", "CRD")  # R2
CRD_MONTHS = 12.0  # R2
CRD_TRIALS = 2
MGH_TRIAL, MGH_OPTIMISED, MGH_AUGMENTED, MGH_ECT = 1.0, 0.5, 0.5, 3.0  # R3

# R4, R5: (upper bound inclusive, points).
DURATION_POINTS = ((12.0, 1), (24.0, 2), (INF, 3))
DURATION_FILLINGS = (11.0, 12.0, 12.5, 24.0, 25.0)
SEVERITY_POINTS = {"subsyndromal": 1, "mild": 2, "moderate": 3, "severe": 4}
PSYCHOTIC_SEVERE_POINTS = 5  # S13: only where severe
FAILED_DRUG_POINTS = ((0, 0), (2, 1), (4, 2), (6, 3), (10, 4), (INF, 5))
MANY_DRUGS = 11
AUGMENTATION_POINTS = ((0, 0), (2, 1), (4, 2), (INF, 3))
MANY_AUGMENTATIONS = 5
MSM_BANDS = ((6, "mild"), (10, "moderate"), (15, "severe"))  # R4
DUTCH_LEVELS: dict[str, dict[object, float]] = {  # R5
    "functional_impairment": {"none": 0, "mild": 1, "moderate": 2, "severe": 3},
    "anxiety": {"none": 0, "symptoms": 0.5, "disorder": 1},
    "personality_disorder": {"none": 0, "suspected": 0.5, "assessed": 1},
    "psychosocial_stressor": {False: 0, True: 1},
    "intensified_treatment": {"none": 0, "day": 1, "inpatient": 2},
}
THERAPY_POINTS = {0: 0.0, 1: 1.0, 2: 2.0}  # R5, number of evidence-based failures
SUPPORTIVE_POINTS = 0.5

AREAS = frozenset({"stress", "lifestyle", "illness_behavior", "wellbeing", "relationships", "psychiatric"})  # R0.3 C
TABLE3_TRIALS = 2

DIAGNOSES = ("bipolar", "dementia", "primary_anxiety", "medical_or_drug_induced")  # C
REASONS = ("dose", "duration", "adherence", "pharmacokinetic", "misdiagnosis", "not_evidence_based")  # C
MANIFESTATIONS = ("loss_of_effect", "paradoxical", "switch", "rechallenge_failure", "withdrawal", "persistent_postwithdrawal")
PHASES = dict(
    zip(MANIFESTATIONS, ("on drug", "on drug", "on drug", "rechallenge", "after reduction", "persistent"), strict=True)
)  # R7, S18
LEVEL_OF_PHASE = {"on drug": 1, "rechallenge": 2, "after reduction": 2, "persistent": 3}  # R7
LEVEL_OF_NUMBER = (0, 0, 3, 4, 4)  # R7; several of one phase count as one (S18)
OVERLOAD_SYMPTOMS = 2  # R6 B1

ACT_MONTHS = 3  # R14
SAFETY_QUESTIONS = ("wish_to_be_dead", "thoughts", "method", "intent", "plan", "act")
AFTER_THOUGHTS = frozenset({"method", "intent", "plan"})  # R14: asked only where there are thoughts
TRIGGERING_SIGNS = (
    "self_harm",
    "harm_to_others",
    "psychosis",
    "mania",
    "abuse",
    "dependants_at_risk",
    "dangerous_withdrawal",
)  # R14, rule 8

RATING_SCALE = range(4)  # C, problems
DAMPING = 0.9  # S23


def points(bounds: tuple[tuple[float, int], ...], value: float) -> int:
    """The points of the first band whose upper bound is not passed."""
    return next(score for bound, score in bounds if value <= bound)
