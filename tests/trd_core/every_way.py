"""Cases with unknown facts, and every way of filling them in: what the ranges of treatment and staging must equal.

A drug that the table does not know gets its minimum here from the clinic's own doses, so that a case can be known whole.
Facts that hold nothing open where nobody asked (inducer, adherence, evidence of a drug) are left as they are.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from itertools import product
from typing import Any

from trd_core.common_definition import judge_common_definition
from trd_core.history import History
from trd_core.reading import case_of
from trd_core.refractoriness import judge_refractoriness
from trd_core.resistance import types_of
from trd_core.settings import DoseOverlay, Settings
from trd_core.staging import thase_rush
from trd_core.staging.counts import counts_of
from trd_core.staging.failures import AS_TOLD, WITHOUT_LOSS, Assumption

TREE = dict[str, Any]
AGENTS = ("sertraline", "fluoxetine", "venlafaxine", "imipramine", "phenelzine", "bupropion", "mirtazapine", "mystery")
CLASSES = ("ssri", "snri", "tca", "maoi", "other")
OUTCOMES = ("non_response", "partial_response", "loss_of_effect", "full_response", "ongoing")
DRUG, THERAPY = ("medication", "combined"), ("psychotherapy", "combined")
EPISODE = {
    "duration_months": (6, 12, 18, 30),
    "severity": ("subsyndromal", "mild", "moderate", "severe"),
    "psychotic": (True, False),
    "functional_impairment": ("none", "mild", "severe"),
    "anxiety": ("none", "symptoms", "disorder"),
    "personality_disorder": ("none", "assessed"),
    "psychosocial_stressor": (True, False),
    "intensified_treatment": ("none", "day", "inpatient"),
}
FILLED = {
    "kind": ("medication", "psychotherapy", "combined", "ect", "other"),
    "outcome": OUTCOMES,
    "episode": ("current", "previous"),
    "dose_mg": (1, 1000),
    "weeks": (2, 8, 15, 40),
    "sessions": (3, 15),
    "laterality": ("bilateral", "unilateral"),
    "dose_optimised": (True, False),
    "duration_optimised": (True, False),
    "augmentations": ([], ["lithium"], ["a", "b", "c", "d", "e", "f"]),
    "drug_free_weeks_before": (1, 3, 10),
    "dose_lowered_before_loss": (False,),
}


def random_tree(chance: random.Random, *, unknown: int) -> TREE:
    """Return a case of some trials in which about `unknown` facts are not known."""
    trials = [_trial(chance, place) for place in range(chance.randint(1, 4))]
    tree: TREE = {"episode": {name: chance.choice(values) for name, values in EPISODE.items()}, "trials": trials}
    places = [
        (trial, name)
        for trial in trials
        for name in (*FILLED, "agent", "evidence_based")
        if name in trial and name != "dose_lowered_before_loss"
    ]
    places += [(tree["episode"], name) for name in EPISODE]
    for part, name in chance.sample(places, min(unknown, len(places))):
        part.pop(name, None)
    return tree


def _trial(chance: random.Random, place: int) -> TREE:
    kind = chance.choice(("medication", "medication", "medication", "combined", "psychotherapy", "ect"))
    trial: TREE = {
        "id": f"t{place}",
        "kind": kind,
        "outcome": chance.choice((*OUTCOMES, "non_response", "non_response")),
        "episode": chance.choice(("current", "current", "previous")),
        "weeks": chance.choice((2, 8, 15, 40)),
        "evidence_based": chance.choice((True, True, True, False)),
        "dose_lowered_before_loss": chance.choice((True, False, False)),
    }
    if kind in DRUG:
        trial |= {
            "agent": chance.choice(AGENTS),
            "dose_mg": chance.choice((1, 1000, 1000)),
            "augmentations": chance.choice(FILLED["augmentations"]),
        }
        trial |= {name: chance.choice((True, False)) for name in ("dose_optimised", "duration_optimised")}
        trial["drug_free_weeks_before"] = chance.choice((1, 3, 10))
        if trial["agent"] == "mystery" and chance.random() < 0.5:
            trial["adequate"] = True
    if kind == "ect":
        trial |= {"sessions": chance.choice((3, 15)), "laterality": chance.choice(("bilateral", "unilateral"))}
    if kind in THERAPY:
        trial["sessions"] = chance.choice((3, 15))
    if chance.random() < 0.1:
        trial["adequate"] = chance.choice((True, False))
    if chance.random() < 0.1:
        trial["metabolic_inducer"] = True
    if chance.random() < 0.15:
        trial["adherence_percent"] = chance.choice((50, 80))
    return trial


def _ways_of_drug(trial: TREE, place: int, named: tuple[str, ...]) -> Iterator[TREE]:
    """Each drug that a trial without a name may be: one of those named, or another, with a low or a high minimum."""
    known = trial.get("drug_class")
    for name in named:
        if known is None or TABLE_CLASSES.get(name) == known:
            yield {"agent": name}
    for minimum, drug_class in product(("low", "high"), CLASSES if known is None else (known,)):
        yield {"agent": f"z{minimum}{place}", "drug_class": drug_class}


TABLE_CLASSES = {
    "sertraline": "ssri", "fluoxetine": "ssri", "venlafaxine": "snri", "imipramine": "tca", "phenelzine": "maoi",
    "bupropion": "other", "mirtazapine": "other",
}  # fmt: skip


def _ways_of_trial(trial: TREE, place: int, named: tuple[str, ...]) -> Iterator[TREE]:
    for kind in FILLED["kind"] if "kind" not in trial else (trial["kind"],):
        of_kind = {**trial, "kind": kind}
        asked = ["outcome", "episode"]
        asked += ["dose_mg", "weeks", "dose_optimised", "duration_optimised", "augmentations"] if kind in DRUG else []
        asked += ["drug_free_weeks_before", "dose_lowered_before_loss"] if kind in DRUG else []
        asked += ["weeks", "sessions"] if kind in THERAPY else []
        asked += ["sessions", "laterality", "weeks"] if kind == "ect" else []
        names = [name for name in dict.fromkeys(asked) if name not in trial]
        drugs: list[TREE] = [{}]
        if kind in DRUG and "agent" not in trial:
            drugs = list(_ways_of_drug(trial, place, named))
        evidence: list[TREE] = [{}]
        if kind in THERAPY and "evidence_based" not in trial:
            evidence = [{"evidence_based": True}, {"evidence_based": False}]
        for values in product(*(FILLED[name] for name in names)):
            for drug, supported in product(drugs, evidence):
                yield {**of_kind, **dict(zip(names, values, strict=True)), **drug, **supported}


def every_way(tree: TREE) -> Iterator[tuple[TREE, Settings]]:
    """Return each way of filling in what is not known, with the doses that it needs."""
    named = tuple(dict.fromkeys(trial["agent"] for trial in tree["trials"] if "agent" in trial))
    unknown = [name for name in EPISODE if name not in tree["episode"]]
    by_trial = [list(_ways_of_trial(trial, place, named)) for place, trial in enumerate(tree["trials"])]
    overlays = [
        DoseOverlay(drug=f"z{bound}{place}", minimum_mg=mg) for place in range(len(by_trial)) for bound, mg in (("low", 1), ("high", 9999))
    ]
    mysteries = list(product((1, 9999), CLASSES)) if "mystery" in named else [(1, "other")]
    for trials in product(*by_trial):
        for values in product(*(EPISODE[name] for name in unknown)):
            for minimum, drug_class in mysteries:
                filled = [
                    {**trial, "drug_class": drug_class} if trial.get("agent") == "mystery" and "drug_class" not in trial else trial
                    for trial in trials
                ]
                settings = Settings(doses=(*overlays, DoseOverlay(drug="mystery", minimum_mg=minimum)))
                yield {"episode": {**tree["episode"], **dict(zip(unknown, values, strict=True))}, "trials": filled}, settings


def number_of_ways(tree: TREE) -> int:
    """Return how many ways there are."""
    named = tuple(dict.fromkeys(trial["agent"] for trial in tree["trials"] if "agent" in trial))
    ways = 10 if "mystery" in named else 1
    for place, trial in enumerate(tree["trials"]):
        ways *= sum(1 for _ in _ways_of_trial(trial, place, named))
    for name, values in EPISODE.items():
        ways *= 1 if name in tree["episode"] else len(values)
    return ways


def conclusions(tree: TREE, settings: Settings, assumption: Assumption = AS_TOLD) -> dict[str, Any]:
    """Return what is compared: intervals as pairs, verdicts as sets of what is possible."""
    history = History(case_of(copy.deepcopy(tree)), settings)
    counts, types = counts_of(history, assumption), types_of(history)
    refractoriness = judge_refractoriness(history, types)[0]
    common = judge_common_definition(history, counts.failed)[0]
    found: dict[str, Any] = {
        "strict": counts.thase_rush.strict,
        "lenient": counts.thase_rush.lenient,
        "european": (counts.european.low, counts.european.high),
        "alternatives": set(counts.european.alternatives),
        "mgh": counts.mgh.default.pair,
        "expanded": counts.mgh.expanded.pair,
        "applies": counts.maudsley.applies,
        "maudsley": None if counts.maudsley.sum is None else counts.maudsley.sum.pair,
        "dutch": counts.dutch.sum.pair,
        "two": common.two_failures,
        "classes": common.two_failures_two_classes,
        "not_resistant": thase_rush.not_resistant(history, counts.failed).verdict,
        "a": types.a.verdict,
        "b": types.b.verdict,
        "c": types.c.verdict,
        "A": refractoriness.criteria.A,
        "without_partial": refractoriness.without_partial,
    }
    found |= {f"maudsley.{name}": item.pair for name, item in counts.maudsley.items.items()}
    return found | {f"dutch.{name}": item.pair for name, item in counts.dutch.items.items()}


VERDICTS = ("applies", "two", "classes", "not_resistant", "a", "b", "c", "A", "without_partial")


def hull(ways: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what all ways together allow, as the conclusions of the open case should say it."""
    whole: dict[str, Any] = {}
    for name in ways[0]:
        values = [way[name] for way in ways]
        if name in VERDICTS:
            whole[name] = values[0] if len(set(values)) == 1 else "unknown"
        elif name == "alternatives":
            always_crd = all(way["european"] == (7, 7) for way in ways)
            whole[name] = set().union(*values) if always_crd else set()
        else:
            applying = [value for way, value in zip(ways, values, strict=True) if value is not None and _reads(way, name)]
            whole[name] = (min(low for low, _ in applying), max(high for _, high in applying)) if applying else None
    return whole


def _reads(way: dict[str, Any], name: str) -> bool:
    """The Maudsley method speaks of the ways in which it applies only."""
    return name != "maudsley" or way["applies"] == "met"


def compared(tree: TREE, assumption: Assumption = AS_TOLD) -> dict[str, tuple[Any, Any]]:
    """Return what the open case says otherwise than all its ways together: (said, all ways), by name."""
    said = conclusions(tree, Settings(), assumption)
    whole = hull([conclusions(filled, settings, assumption) for filled, settings in every_way(tree)])
    wrong = {}
    for name, value in said.items():
        expected = whole[name]
        if name == "maudsley" and whole["applies"] == "not_met":
            continue
        if isinstance(value, tuple) and value[1] is None and expected is not None:
            expected = (expected[0], None)
        if value != expected:
            wrong[name] = (value, expected)
    return wrong


__all__ = ["WITHOUT_LOSS", "compared", "every_way", "number_of_ways", "random_tree"]
