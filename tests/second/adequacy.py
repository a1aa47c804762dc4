"""Each trial's adequacy under each model, and its reasons of pseudo-resistance."""

from __future__ import annotations

from tests.second import tables as t
from tests.second.fillings import Pick, over_all_ways, verdict
from tests.second.trials import Filled, Json, Record


def adequacy(record: Record, index: int) -> Json:
    """The verdict of every model that reads the trial's kind; of an unknown kind, every model that might."""
    kind = record.trials[index].get("kind")
    found: Json = {}
    for model, kinds in t.READS.items():
        if kind is not None and kind not in kinds:
            continue

        def of_way(pick: Pick, model: str = model, kinds: frozenset[str] = kinds) -> bool | None:
            trial = Filled(record, index, pick)
            return trial.adequate(model) if trial.kind in kinds else None

        found[model] = verdict(result for result in over_all_ways(of_way) if result is not None)
    return found


def reason_holds(trial: Filled, reason: str, asked_only: bool = False) -> bool:
    """One reason in one way of filling in; with `asked_only`, adherence and evidence that nobody asked are no reason (S30)."""
    drug, kind = trial.kind in t.DRUG_KINDS, trial.kind
    if reason == "dose":
        return drug and (trial.dose_short or lost_on_lower_dose(trial))
    if reason == "duration":
        if drug:
            return trial.weeks < t.STAGING_WEEKS
        if kind == "ect":
            return trial.sessions < t.ECT_SESSIONS
        return kind == "psychotherapy" and not trial.therapy_long_enough
    if reason == "adherence":
        known = trial.trial.get("adherence_percent")
        if kind == "ect" or (known is None and asked_only):
            return False
        return float(trial.fact("adherence_percent", (t.ADHERENCE_PERCENT - 1, t.ADHERENCE_PERCENT))) < t.ADHERENCE_PERCENT
    if reason == "pharmacokinetic":
        return drug and bool(trial.fact("metabolic_inducer", (False, True)))
    if reason == "misdiagnosis":
        judged = trial.record.misdiagnosis
        return bool(trial.pick("misdiagnosis", (False, True)) if judged is None else judged) and trial.current
    if trial.trial.get("evidence_based") is None and asked_only:
        return False
    return not trial.fact("evidence_based", (True, False))


def lost_on_lower_dose(trial: Filled) -> bool:
    """An effect lost after the dose was lowered raises pseudo-resistance; the dose's reason carries it (R0.4, type b)."""
    lost = trial.kind in t.DRUG_KINDS and trial.outcome == "loss_of_effect"
    return lost and bool(trial.fact("dose_lowered_before_loss", (False, True)))


def any_reason(trial: Filled, asked_only: bool = False) -> bool:
    """Any reason, whatever the outcome; the override decides (S19, S32)."""
    if trial.trial.get("adequate") is not None:
        return not trial.trial["adequate"]
    return any(reason_holds(trial, reason, asked_only) for reason in t.REASONS)


def _pseudo_resistant(trial: Filled) -> bool:
    return trial.outcome in t.FAILED and any_reason(trial)


def pseudo_resistance(record: Record, index: int) -> Json:
    """The verdict and each reason."""

    def whether(reason: str) -> str:
        def of_way(pick: Pick) -> bool:
            trial = Filled(record, index, pick)
            return trial.outcome in t.FAILED and reason_holds(trial, reason)

        return verdict(over_all_ways(of_way))

    whole = over_all_ways(lambda pick: _pseudo_resistant(Filled(record, index, pick)))
    return {"verdict": verdict(whole), "reasons": {reason: whether(reason) for reason in t.REASONS}}
