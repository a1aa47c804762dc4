"""What findings about treatments are called, for a clinician. Those of one trial and of one item are put together from parts."""

from __future__ import annotations

from typing import Final

from interview.language import _

MODELS: Final = {
    "thase_rush": _("Thase–Rush stage"),
    "european": _("European staging"),
    "mgh": _("MGH points"),
    "maudsley": _("Maudsley total"),
    "dutch": _("Dutch measure"),
}
BESIDE: Final = {
    "without_loss_of_effect": _("without treatments that lost their effect"),
    "if_misdiagnosed": _("if the suspected diagnosis is the better one"),
}
ITEMS: Final = {
    "duration": _("duration of the episode"),
    "severity": _("severity"),
    "functional_impairment": _("functional impairment"),
    "anxiety": _("anxiety beside it"),
    "personality_disorder": _("personality disorder"),
    "psychosocial_stressor": _("psychosocial stressor"),
    "antidepressants": _("failed antidepressants"),
    "augmentation": _("augmentation"),
    "ect": _("failed ECT"),
    "psychotherapy": _("failed psychotherapy"),
    "intensified_treatment": _("intensified treatment"),
}
MAUDSLEY_ITEMS: Final = ("duration", "severity", "antidepressants", "augmentation", "ect")
ADEQUATE: Final = {
    **MODELS,
    "thase_rush": "Thase–Rush",
    "maudsley": _("Maudsley"),
    "mgh": "MGH",
    "refractoriness": _("Table 3"),
    "type_c": _("type c"),
}
OUTCOMES: Final = {
    "full_response": _("full response"),
    "response_with_residual": _("response, with symptoms left"),
    "partial_response": _("partial response"),
    "non_response": _("no response"),
    "deterioration": _("deterioration"),
    "loss_of_effect": _("loss of effect"),
    "intolerance": _("not tolerated"),
    "ongoing": _("still going on"),
    "resistance": _("resistance"),
    "refractoriness": _("refractoriness"),
    "pseudo_resistance": _("pseudo-resistance"),
    "too_early": _("too early to judge"),
    "inconsistent": _("facts disagree: ask again"),
}
"""How a treatment went, as it was told or as it was concluded."""
REASONS: Final = {
    "dose": _("dose too low, or lowered"),
    "duration": _("too short"),
    "adherence": _("taken too little"),
    "pharmacokinetic": _("broken down too fast"),
    "misdiagnosis": _("another diagnosis is the better one"),
    "not_evidence_based": _("not supported by controlled studies"),
}

TREATMENT: Final = {
    "response.spectrum": _("Response to the latest treatment"),
    "resistance_types.a": _("A drug that had worked did not work again (a)"),
    "resistance_types.b": _("Loss of effect while the drug went on (b)"),
    "resistance_types.c": _("No response to a sufficient psychotherapy (c)"),
    "resistance_types.d": _("Residual symptoms that interfere (d)"),
    **{f"staging.{model}": name for model, name in MODELS.items()},
    "staging.thase_rush.lenient": _("Thase–Rush stage, lenient reading"),
    "staging.thase_rush.not_resistant": _("Responded to an adequate treatment, and none failed"),
    "staging.european.alternative": _("European staging, by the weeks of the trials"),
    "staging.mgh.expanded": _("MGH points, each strategy counted"),
    "staging.maudsley.band": _("Maudsley band"),
    **{f"staging.{model}.{key}": f"{name}, {words}" for model, name in MODELS.items() for key, words in BESIDE.items()},
    **{f"staging.maudsley.items.{item}": _("Maudsley: {items}").format(items=ITEMS[item]) for item in MAUDSLEY_ITEMS},
    **{f"staging.dutch.items.{item}": _("Dutch measure: {words}").format(words=words) for item, words in ITEMS.items()},
    "common_definition.two_failures": _("Two adequate antidepressant trials failed"),
    "common_definition.two_failures_two_classes": _("Two adequate antidepressant trials of two classes failed"),
    "refractoriness": _("Table 3, all criteria"),
    "refractoriness.criteria.A": _("Table 3 A: failed adequate trials"),
    "refractoriness.criteria.B": _("Table 3 B: evidence-based, and fit for the complexity"),
    "refractoriness.criteria.C": _("Table 3 C: every area assessed"),
    "refractoriness.criteria.D": _("Table 3 D: neither loss of effect nor failed rechallenge"),
    "refractoriness.criteria.E": _("Table 3 E: explained, discussed and shared"),
    "refractoriness.without_partial": _("Table 3 A without partial responses"),
    "episode_comparison.failed_in": _("Episodes in which a treatment failed"),
    "nonspecific_course": _("Natural course and regression to the mean"),
}


def trial_title(finding_id: str) -> str | None:
    """Return what a finding about one trial is called; None where it is about none."""
    if finding_id.startswith("suitability."):
        return _("Only a partial remission was to be expected ({which_trial})").format(
            which_trial=which_trial(finding_id.removeprefix("suitability."))
        )
    if not finding_id.startswith("trials."):
        return None
    for part, names in (("adequate", ADEQUATE), ("pseudo_resistance.reasons", REASONS)):
        trial, found, name = finding_id.removeprefix("trials.").partition(f".{part}.")
        if found:
            said = _("Adequate by") if part == "adequate" else _("Pseudo-resistance:")
            return f"{said} {names.get(name, name)} ({which_trial(trial)})"
    return _("Pseudo-resistance ({which_trial})").format(
        which_trial=which_trial(finding_id.removeprefix("trials.").removesuffix(".pseudo_resistance.verdict"))
    )


def which_trial(trial: str) -> str:
    """Return which treatment an id means, as facts are named: `t2` → `treatment 2`; any other id as it is."""
    number = trial.removeprefix("t")
    return _("treatment {number}").format(number=number) if trial != number and number.isdecimal() else trial
