"""What findings about treatments are called, for a clinician. Those of one trial and of one item are put together from parts."""

from __future__ import annotations

from typing import Final

MODELS: Final = {
    "thase_rush": "Thase–Rush stage",
    "european": "European staging",
    "mgh": "MGH points",
    "maudsley": "Maudsley total",
    "dutch": "Dutch measure",
}
BESIDE: Final = {
    "without_loss_of_effect": "without treatments that lost their effect",
    "if_misdiagnosed": "if the suspected diagnosis is the better one",
}
ITEMS: Final = {
    "duration": "duration of the episode",
    "severity": "severity",
    "functional_impairment": "functional impairment",
    "anxiety": "anxiety beside it",
    "personality_disorder": "personality disorder",
    "psychosocial_stressor": "psychosocial stressor",
    "antidepressants": "failed antidepressants",
    "augmentation": "augmentation",
    "ect": "failed ECT",
    "psychotherapy": "failed psychotherapy",
    "intensified_treatment": "intensified treatment",
}
MAUDSLEY_ITEMS: Final = ("duration", "severity", "antidepressants", "augmentation", "ect")
ADEQUATE: Final = {
    **MODELS,
    "thase_rush": "Thase–Rush",
    "maudsley": "Maudsley",
    "mgh": "MGH",
    "refractoriness": "Table 3",
    "type_c": "type c",
}
OUTCOMES: Final = {
    "full_response": "full response",
    "response_with_residual": "response, with symptoms left",
    "partial_response": "partial response",
    "non_response": "no response",
    "deterioration": "deterioration",
    "loss_of_effect": "loss of effect",
    "intolerance": "not tolerated",
    "ongoing": "still going on",
    "resistance": "resistance",
    "refractoriness": "refractoriness",
    "pseudo_resistance": "pseudo-resistance",
    "too_early": "too early to judge",
    "inconsistent": "facts disagree: ask again",
}
"""How a treatment went, as it was told or as it was concluded."""
REASONS: Final = {
    "dose": "dose too low, or lowered",
    "duration": "too short",
    "adherence": "taken too little",
    "pharmacokinetic": "broken down too fast",
    "misdiagnosis": "another diagnosis is the better one",
    "not_evidence_based": "not supported by controlled studies",
}

TREATMENT: Final = {
    "response.spectrum": "Response to the latest treatment",
    "resistance_types.a": "A drug that had worked did not work again (a)",
    "resistance_types.b": "Loss of effect while the drug went on (b)",
    "resistance_types.c": "No response to a sufficient psychotherapy (c)",
    "resistance_types.d": "Residual symptoms that interfere (d)",
    **{f"staging.{model}": name for model, name in MODELS.items()},
    "staging.thase_rush.lenient": "Thase–Rush stage, lenient reading",
    "staging.thase_rush.not_resistant": "Responded to an adequate treatment, and none failed",
    "staging.european.alternative": "European staging, by the weeks of the trials",
    "staging.mgh.expanded": "MGH points, each strategy counted",
    "staging.maudsley.band": "Maudsley band",
    **{f"staging.{model}.{key}": f"{name}, {words}" for model, name in MODELS.items() for key, words in BESIDE.items()},
    **{f"staging.maudsley.items.{item}": f"Maudsley: {ITEMS[item]}" for item in MAUDSLEY_ITEMS},
    **{f"staging.dutch.items.{item}": f"Dutch measure: {words}" for item, words in ITEMS.items()},
    "common_definition.two_failures": "Two adequate antidepressant trials failed",
    "common_definition.two_failures_two_classes": "Two adequate antidepressant trials of two classes failed",
    "refractoriness": "Table 3, all criteria",
    "refractoriness.criteria.A": "Table 3 A: failed adequate trials",
    "refractoriness.criteria.B": "Table 3 B: evidence-based, and fit for the complexity",
    "refractoriness.criteria.C": "Table 3 C: every area assessed",
    "refractoriness.criteria.D": "Table 3 D: neither loss of effect nor failed rechallenge",
    "refractoriness.criteria.E": "Table 3 E: explained, discussed and shared",
    "refractoriness.without_partial": "Table 3 A without partial responses",
    "episode_comparison.failed_in": "Episodes in which a treatment failed",
    "nonspecific_course": "Natural course and regression to the mean",
}


def trial_title(finding_id: str) -> str | None:
    """Return what a finding about one trial is called; None where it is about none."""
    if finding_id.startswith("suitability."):
        return f"Only a partial remission was to be expected ({which_trial(finding_id.removeprefix('suitability.'))})"
    if not finding_id.startswith("trials."):
        return None
    for part, names in (("adequate", ADEQUATE), ("pseudo_resistance.reasons", REASONS)):
        trial, found, name = finding_id.removeprefix("trials.").partition(f".{part}.")
        if found:
            said = "Adequate by" if part == "adequate" else "Pseudo-resistance:"
            return f"{said} {names.get(name, name)} ({which_trial(trial)})"
    return f"Pseudo-resistance ({which_trial(finding_id.removeprefix('trials.').removesuffix('.pseudo_resistance.verdict'))})"


def which_trial(trial: str) -> str:
    """Return which treatment an id means, as facts are named: `t2` → `treatment 2`; any other id as it is."""
    number = trial.removeprefix("t")
    return f"treatment {number}" if trial != number and number.isdecimal() else trial
