"""What there is to find out, by domain, and the topics by which it is found out: the seven steps, the five areas, the evidence for Table 3.

After Guidi & Fava 2025, Tables 1–3; which topic belongs to which domain is this project's own.
"""

from __future__ import annotations

from typing import Final

from interview.language import _

Topics = tuple[str, ...]

STEPS: Final[dict[str, tuple[str, Topics]]] = {
    "steps.response": (_("Step 1: response to the latest treatment"), ("global_change", "impact", "residual")),
    "steps.suitability": (
        _("Step 2: whether it suited the condition"),
        ("current_meds", "dose_duration", "adherence", "other_drugs", "mania", "cognition", "medical"),
    ),
    "steps.earlier": (_("Step 3: earlier treatments"), ("past_trials", "therapy", "augmentation", "episodes", "psych_history")),
    "steps.toxicity": (
        _("Step 4: behavioral toxicity"),
        ("side_effects", "withdrawal", "loss_effect", "rechallenge", "paradoxical"),
    ),
    "steps.load": (_("Step 5: allostatic load and illness behavior"), ("stress", "overload", "beliefs", "concerns", "demoralization")),
    "steps.obstacles": (
        _("Step 6: what stood in the way of treatment"),
        ("clinician_rel", "expectations", "relationship", "support", "reactance"),
    ),
    "steps.plan": (_("Step 7: what a plan can build on"), ("priorities", "self_manage", "wellbeing", "summary_check")),
}

AREAS: Final[dict[str, tuple[str, Topics]]] = {
    "areas.stress": (_("Area: stressful situations"), ("stress", "overload", "work", "money", "loss_grief")),
    "areas.lifestyle": (_("Area: lifestyle"), ("sleep", "alcohol", "smoking", "drugs", "exercise", "diet", "routine")),
    "areas.illness_behavior": (
        _("Area: illness behavior"),
        ("beliefs", "concerns", "denial", "expectations", "reactance", "demoralization", "self_manage"),
    ),
    "areas.wellbeing": (
        _("Area: well-being"),
        ("wellbeing", "mastery", "growth", "purpose", "autonomy", "self_acceptance", "flexibility"),
    ),
    "areas.relationships": (_("Area: relationships"), ("living", "relationship", "support", "loss_grief")),
}

EVIDENCE: Final[dict[str, tuple[str, Topics]]] = {
    "evidence.trials": (
        _("Table 3, A: treatments that were adequate and failed"),
        ("past_trials", "dose_duration", "adherence", "therapy"),
    ),
    "evidence.complexity": (
        _("Table 3, B: treatments that took the complexity into account"),
        ("medical", "anxiety", "psych_history", "alcohol", "augmentation"),
    ),
    "evidence.areas": (
        _("Table 3, C: the five areas"),
        tuple(dict.fromkeys(topic for __, topics in AREAS.values() for topic in topics)),
    ),
    "evidence.origin": (_("Table 3, D: no loss of effect, no failed second course"), ("loss_effect", "rechallenge")),
    "evidence.appraisal": (_("Table 3, E: an explanation, talked through"), ("clinician_rel", "beliefs", "expectations")),
}

DOMAINS: Final = {**STEPS, **AREAS, **EVIDENCE}
"""All, in the order in which they are shown."""
