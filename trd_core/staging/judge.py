"""Step 3: the five staging models on one history, each value with its finding.

Each also stands without the trials that lost their effect and, where another diagnosis is suspected, as if it held.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from trd_core.catalogue import number
from trd_core.conclude import valued, verdict
from trd_core.facts import reaches
from trd_core.finding import MET, NOT_MET, UNKNOWN, Finding, Scalar, made
from trd_core.history import History
from trd_core.interval import Interval
from trd_core.pseudo_resistance import is_suspected
from trd_core.staging import european, maudsley, thase_rush
from trd_core.staging.counts import Counts, counts_of, in_short, maudsley_total, place
from trd_core.staging.failures import IF_MISDIAGNOSED, WITHOUT_LOSS, Counted, loses_effect_somewhere
from trd_core.staging.findings import EPISODE_FACTS, RULES_OF_ITEMS, staged
from trd_core.staging.points import ranged, shown
from trd_core.treatment_results import Dutch, European, Maudsley, Mgh, Ranged, Staging, ThaseRush


@dataclass
class _Desk:
    """One history under the models: what was counted, and the findings so far."""

    history: History
    told: Counts
    flags: tuple[str, ...]
    tells: bool
    """Whether findings are wanted, or values only."""
    findings: list[Finding] = field(default_factory=list)

    @property
    def trials(self) -> tuple[Counted, ...]:
        """Failed drugs and courses of ECT."""
        return (*self.told.failed.drugs, *self.told.failed.ects)

    def conclude(self, path: str, rule: str, result: Ranged, *, of_facts: bool = False, flags: tuple[str, ...] = (), **rest: Any) -> None:
        """Keep the finding of one value; `of_facts` where it rests on no trial."""
        if self.tells:
            failed = None if of_facts else self.told.failed
            self.findings.append(staged(path, rule, result, self.history.case, failed, flags=(*self.flags, *flags), **rest))


def _ladder_flags(desk: _Desk) -> tuple[str, ...]:
    failed, ladder = desk.told.failed, desk.told.thase_rush
    unilateral = any(each.judged.verdict == MET and each.reading.trial.laterality == "unilateral" for each in failed.ects)
    augmented = any(each.judged.verdict == MET for each in failed.augmented)
    return (
        *(f"{name}_off_ladder" for name in ladder.off_ladder),
        *(("unilateral_ect",) if unilateral else ()),
        *(("augmentation_not_read",) if augmented else ()),
    )


def _thase_rush(desk: _Desk) -> dict[str, Any]:
    ladder, failed = desk.told.thase_rush, desk.told.failed
    strict, lenient = place(thase_rush.STAGES, *ladder.strict), place(thase_rush.STAGES, *ladder.lenient)
    resistant = thase_rush.not_resistant(desk.history, failed)
    flags = _ladder_flags(desk)
    rules = ("staging.class", *(("thase_rush.V",) if failed.ects else ()))
    rungs = (("thase_rush", "thase_rush.strict", strict), ("thase_rush.lenient", "thase_rush.lenient", lenient))
    for path, rule, result in rungs:
        further = ((failed.ects, ("laterality",)),)
        desk.conclude(path, rule, result, counted=desk.trials, further=further, classes=failed.drugs, flags=flags, rules=rules)
    if desk.tells:
        desk.findings.append(verdict("staging.thase_rush.not_resistant", "thase_rush.not_resistant", resistant, flags=desk.flags))
    return {
        "value": strict.value,
        "range": strict.range,
        "lenient": lenient.value,
        "lenient_range": lenient.range,
        "not_resistant": None if resistant.verdict == UNKNOWN else resistant.is_met,
        "off_ladder": ladder.off_ladder,
    }


def _european(desk: _Desk) -> dict[str, Any]:
    category, failed = desk.told.european, desk.told.failed
    result = place(european.CATEGORIES, category.low, category.high)
    names = [None if each is None else european.CATEGORIES[each] for each in category.alternatives]
    alternative = made(Ranged, value=names[0]) if len(names) == 1 else made(Ranged, range=(names[0], names[-1])) if names else Ranged()
    chronic = reaches(desk.history.case, "episode.duration_months", number("chronic_months"))
    several = sum(each.judged.verdict == MET for each in desk.trials) > 1
    flags = (
        *(("one_class",) if several and result.value == "A" else ()),
        *(("chronic_without_augmentation",) if chronic.is_met and str(result.value).startswith("TRD") else ()),
    )
    rules = ("staging.class", *(("european.chronic",) if category.high == european.CRD else ()))
    counted = (*desk.trials, *failed.augmented)
    facts = EPISODE_FACTS["duration"]
    desk.conclude("european", "european.stage", result, counted=counted, facts=facts, classes=failed.drugs, flags=flags, rules=rules)
    if names:
        desk.conclude(
            "european.alternative", "european.alternative", alternative, counted=desk.trials, further=((desk.trials, ("weeks",)),)
        )
    return {"value": result.value, "range": result.range, "alternative": alternative.value, "alternative_range": alternative.range}


def _mgh(desk: _Desk) -> dict[str, Any]:
    result, expanded = ranged(desk.told.mgh.default), ranged(desk.told.mgh.expanded)
    further = ((desk.told.failed.drugs, ("dose_optimised", "duration_optimised", "augmentations")),)
    rules = ("mgh.optimisation", "mgh.augmentation")
    for path, rule, each in (("mgh", "mgh.default", result), ("mgh.expanded", "mgh.expanded", expanded)):
        desk.conclude(path, rule, each, counted=desk.trials, further=further, rules=rules)
    return {"value": result.value, "range": result.range, "expanded": expanded.value, "expanded_range": expanded.range}


def _of_items(desk: _Desk, model: str) -> dict[str, dict[str, Any]]:
    """What each item that reads trials rests on."""
    failed = desk.told.failed
    names = ((failed.drugs, ("agent",)),)
    read: dict[str, dict[str, Any]] = {"antidepressants": {"counted": failed.drugs, "further": names}, "ect": {"counted": failed.ects}}
    if model == "maudsley":
        return {**read, "augmentation": {"counted": failed.augmented}}
    return {
        **read,
        "augmentation": {"counted": failed.strategies, "further": ((failed.strategies, ("augmentations",)),)},
        "psychotherapy": {"counted": failed.therapies, "further": ((failed.therapies, ("evidence_based",)),)},
    }


def _items(desk: _Desk, model: str, items: dict[str, Interval], total: Ranged, flags: tuple[str, ...] = ()) -> dict[str, Scalar | Ranged]:
    """The items, and with findings also those of the items and of the total, which rests on all of them."""
    if desk.tells:
        _tell_items(desk, model, items, total, flags)
    return {name: shown(interval) for name, interval in items.items()}


def _tell_items(desk: _Desk, model: str, items: dict[str, Interval], total: Ranged, flags: tuple[str, ...]) -> None:
    read = _of_items(desk, model)
    rules = []
    first = len(desk.findings)
    for name, interval in items.items():
        rules.append(f"{model}.{RULES_OF_ITEMS.get(name, name)}")
        facts = EPISODE_FACTS.get(name, ())
        beside = _item_flags(desk, name)
        resting: dict[str, Any] = read.get(name, {"facts": facts, "of_facts": True})
        desk.conclude(f"{model}.items.{name}", rules[-1], ranged(interval), flags=beside, **resting)
    found = desk.findings[first:]
    desk.findings.append(
        valued(
            f"staging.{model}",
            f"{model}.total",
            total.value,
            open_range=total.range,
            reasons=tuple({reason.path: reason for each in found for reason in each.reasons}.values()),
            missing=tuple(dict.fromkeys(path for each in found for path in each.missing)) if total.range is not None else (),
            rules_used=(*rules, *(rule for each in found for rule in each.rules)),
            flags=tuple(dict.fromkeys((*flags, *desk.flags, *(flag for each in found for flag in each.flags)))),
        )
    )


def _item_flags(desk: _Desk, name: str) -> tuple[str, ...]:
    episode, ects = desk.history.case.episode, desk.told.failed.ects
    if name == "severity" and episode.psychotic and episode.severity not in (None, "severe"):
        return ("psychotic_not_severe",)
    if name == "ect" and any(each.reading.kind == "ect" and each.reading.ect_adequate.verdict == NOT_MET for each in ects):
        return ("ect_not_completed",)
    return ()


def _maudsley(desk: _Desk) -> dict[str, Any]:
    told = desk.told.maudsley
    total = maudsley_total(told)
    items = _items(desk, "maudsley", told.items, total, ("not_applicable",) if told.applies == NOT_MET else ())
    ends = None if told.sum is None or told.applies != MET else told.sum
    band = None if ends is None else maudsley.band(ends.low, ends.high)
    if ends is not None and desk.tells:
        whole = next(each for each in desk.findings if each.id == "staging.maudsley")
        between = None if band else (maudsley.band(ends.low, ends.low), maudsley.band(*_top(ends)))
        desk.findings.append(
            valued(
                "staging.maudsley.band",
                "maudsley.band",
                band,
                open_range=between,
                reasons=whole.reasons,
                missing=whole.missing if between else (),
                rules_used=whole.rules,
                flags=whole.flags,
            )
        )
    applicable = None if told.applies == UNKNOWN else told.applies == MET
    return {"value": total.value, "range": total.range, "band": band, "applicable": applicable, "items": items}


def _top(total: Interval) -> tuple[float, float]:
    high = total.low if total.high is None else total.high
    return high, high


def _dutch(desk: _Desk) -> dict[str, Any]:
    total = ranged(desk.told.dutch.sum)
    items = _items(desk, "dutch", desk.told.dutch.items, total)
    return {"value": total.value, "range": total.range, "items": items}


def _beside(desk: _Desk, results: dict[str, Ranged], name: str, rule: str) -> dict[str, Ranged]:
    """The values under another assumption, each with its finding."""
    for model, result in results.items() if desk.tells else ():
        whole = next(each for each in desk.findings if each.id == f"staging.{model}")
        desk.findings.append(
            valued(
                f"staging.{model}.{name}",
                whole.rule,
                result.value,
                open_range=result.range,
                reasons=whole.reasons,
                missing=whole.missing or ("trials",) if result.range is not None else (),
                rules_used=(*whole.rules, rule),
                flags=(*desk.flags, *(("not_applicable",) if result == Ranged() else ())),
            )
        )
    return results


def judge_staging(history: History, told: Counts, *, tells: bool = True) -> tuple[Staging, tuple[Finding, ...]]:
    """Return the five models, and, unless values alone are wanted, a finding for each value, from what was counted as told."""
    suspected = is_suspected(history.case)
    desk = _Desk(history, told, ("misdiagnosis_suspected",) if suspected else (), tells)
    parts = {"thase_rush": _thase_rush(desk), "european": _european(desk), "mgh": _mgh(desk)}
    parts |= {"maudsley": _maudsley(desk), "dutch": _dutch(desk)}
    loses = loses_effect_somewhere(history)
    without = in_short(counts_of(history, WITHOUT_LOSS) if loses else told)
    _beside(desk, without, "without_loss_of_effect", "staging.without_loss_of_effect")
    otherwise = in_short(counts_of(history, IF_MISDIAGNOSED)) if suspected else None
    if otherwise is not None:
        _beside(desk, otherwise, "if_misdiagnosed", "staging.if_misdiagnosed")

    def beside(model: str) -> dict[str, Any]:
        return {"without_loss_of_effect": without[model], "if_misdiagnosed": None if otherwise is None else otherwise[model]}

    staging = made(
        Staging,
        thase_rush=made(ThaseRush, **parts["thase_rush"], **beside("thase_rush")),
        european=made(European, **parts["european"], **beside("european")),
        mgh=made(Mgh, **parts["mgh"], **beside("mgh")),
        maudsley=made(Maudsley, **parts["maudsley"], **beside("maudsley")),
        dutch=made(Dutch, **parts["dutch"], **beside("dutch")),
    )
    return staging, tuple(desk.findings)
