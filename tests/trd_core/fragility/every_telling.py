"""Every way of telling up to so many facts otherwise: what the smallest sets must equal. It shares the domains, and no search."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection
from itertools import combinations, product
from typing import Any

from trd_core.areas.stress import judge_stress
from trd_core.assess import assess
from trd_core.case import Case, Trial
from trd_core.common_definition import judge_common_definition
from trd_core.finding import UNKNOWN, Finding, Judged
from trd_core.fragility.cuts import Cuts
from trd_core.fragility.domains import TRIAL_FACTS, case_domain, cuts_of, trial_domain
from trd_core.fragility.outside import retell
from trd_core.pseudo_resistance import of_failure
from trd_core.reading import case_of
from trd_core.refractoriness import judge_refractoriness
from trd_core.response import direction_of
from trd_core.settings import Settings
from trd_core.spectrum import judge_spectrum
from trd_core.staging.counts import counts_of, in_short
from trd_core.toxicity import any_manifestation
from trd_core.treatment import history_of
from trd_core.treatment_results import Ranged

TREE = dict[str, Any]
SPECTRUM = "response.spectrum"
"""A conclusion where there is a rating; else a question that is open."""
MODELS = ("thase_rush", "european", "mgh", "maudsley", "dutch")


Domain = dict[str, tuple[Any, ...]]
"""What each fact that may be doubted might have been instead, by path."""
CutsOf = Callable[[Trial, Case, Settings], dict[str, Cuts]]


def domains(case: Case, settings: Settings, cuts: CutsOf = cuts_of) -> Domain:
    """Return what each known fact might have been instead, by the thresholds given."""
    found = dict(case_domain(case))
    for trial in case.trials or ():
        by_name = trial_domain(trial, cuts(trial, case, settings))
        found |= {f"trials.{trial.id}.{name}": others for name, others in by_name.items()}
    return found


def told_otherwise(case: Case, told: dict[str, Any]) -> Case:
    """Return the case with some facts told otherwise, checked anew as any case is."""
    outside = retell(case, tuple((path, value) for path, value in told.items() if not path.startswith("trials.")))
    trials = []
    for trial in case.trials or ():
        names = {name: told[f"trials.{trial.id}.{name}"] for name in TRIAL_FACTS if f"trials.{trial.id}.{name}" in told}
        trials.append(trial.model_copy(update=names))
    return outside if case.trials is None else outside.model_copy(update={"trials": tuple(trials)})


def _range(found: Ranged) -> Any:
    return found.range if found.value is None else found.value


def said(case: Case, settings: Settings, only: Collection[str] | None = None) -> dict[str, Any]:
    """Return every conclusion of the case, by the rules themselves, without what nobody compares; or at least those asked for."""
    history, types = history_of(case, settings)
    found: dict[str, Any] = {"response.direction": direction_of(case.kellner)}
    table3 = judge_refractoriness(history, types)[1][0]
    if only is None or SPECTRUM in only:
        spectrum = judge_spectrum(history, any_manifestation(case, types), _judged(table3))
        found[SPECTRUM] = spectrum.possible if spectrum.value == "unknown" else spectrum.value
    for reading in history.readings:
        prefix = f"trials.{reading.trial.id}"
        found |= {f"{prefix}.adequate.{model}": judged.verdict for model, judged in reading.adequate.items()}
        reasons = history.reasons[reading.trial.id]
        found[f"{prefix}.pseudo_resistance.verdict"] = of_failure(reading, reasons, history.misdiagnosed)[0].verdict
    found |= {f"resistance_types.{name}": getattr(types, name).verdict for name in "abcd"}
    if only is not None and not any(name.startswith(("staging.", "common_definition.")) for name in only):
        return found | {"refractoriness": table3.verdict, "allostatic": judge_stress(case)[0].verdict}
    counts = counts_of(history)
    found |= {f"staging.{model}": _range(value) for model, value in in_short(counts).items()}
    common = judge_common_definition(history, counts.failed)[0]
    found["common_definition.two_failures"] = common.two_failures
    found["common_definition.two_failures_two_classes"] = common.two_failures_two_classes
    found["refractoriness"] = table3.verdict
    found["allostatic"] = judge_stress(case)[0].verdict
    return found


def _judged(finding: Finding) -> Judged:
    return Judged(finding.verdict or UNKNOWN, finding.reasons, finding.missing, finding.rules)


def said_by_assessment(case: Case, settings: Settings) -> dict[str, Any]:
    """Return the same from a whole assessment."""
    whole = assess(case, settings)
    response = whole.response
    found: dict[str, Any] = {
        "response.direction": response.direction,
        "response.spectrum": response.possible if response.spectrum == "unknown" else response.spectrum,
    }
    for trial, result in whole.trials.items():
        found |= {f"trials.{trial}.adequate.{model}": verdict for model, verdict in result.adequate.items()}
        found[f"trials.{trial}.pseudo_resistance.verdict"] = result.pseudo_resistance.verdict
    found |= {f"resistance_types.{name}": getattr(whole.resistance_types, name) for name in "abcd"}
    found |= {f"staging.{model}": _range(getattr(whole.staging, model)) for model in MODELS}
    found |= {f"common_definition.{name}": verdict for name, verdict in whole.common_definition.model_dump().items()}
    found["refractoriness"] = whole.refractoriness.verdict
    found["allostatic"] = whole.allostatic.verdict
    return found


def number_of_tellings(domain: Domain, most: int) -> int:
    """Return how many ways there are of telling up to so many facts otherwise."""
    ways = [1] + [0] * most
    for others in domain.values():
        for size in range(most, 0, -1):
            ways[size] += ways[size - 1] * len(others)
    return sum(ways)


def smallest_sets(case: Case, settings: Settings, most: int, domain: Domain | None = None) -> dict[str, set[frozenset[str]]]:
    """Return, by conclusion, every smallest set of up to `most` facts, by trying every way; of all domains, or of those given."""
    domain, as_told = domains(case, settings) if domain is None else domain, said(case, settings)
    changing: dict[str, set[frozenset[str]]] = {finding: set() for finding in as_told if finding != SPECTRUM or case.kellner is not None}
    for size in range(1, most + 1):
        for paths in combinations(domain, size):
            group = frozenset(paths)
            open_ones = [name for name, sets in changing.items() if not any(smaller < group for smaller in sets)]
            if not open_ones:
                continue
            for values in product(*(domain[path] for path in paths)):
                otherwise = said(told_otherwise(case, dict(zip(paths, values, strict=True))), settings, open_ones)
                for name in open_ones:
                    if otherwise.get(name) != as_told[name]:
                        changing[name].add(group)
                open_ones = [name for name in open_ones if group not in changing[name]]
                if not open_ones:
                    break
    return changing


OUTSIDE = {
    "episode.duration_months": (6, 12, 18, 30),
    "episode.misdiagnosis.bipolar": (False, False, True),
    "episode.misdiagnosis_suspected": ([], ["dementia"]),
    "episode.severity": ("mild", "severe"),
    "episode.psychotic": (True, False),
    "episode.anxiety": ("none", "disorder"),
    "episode.major_symptoms": (True, False),
    "episode.residual_symptoms": (True, False),
    "episode.residual_interference": (True, False),
    "episode.mood_improved": (True, False),
    "kellner": (1, 2, 3, 4, 5, 5, 6, 8),
    "toxicity.loss_of_effect": (False, False, True),
    "toxicity.rechallenge_failure": (False, False, True),
    "toxicity.withdrawal": (True, False),
    "areas_completed": (
        ["stress", "lifestyle", "illness_behavior", "wellbeing", "relationships", "psychiatric"],
        ["stress", "lifestyle", "illness_behavior", "wellbeing", "relationships"],
    ),
    "appraisal_shared": (True, True, False),
    "stress.exceeds_coping": (True, False),
    "stress.symptoms": ([], ["sadness"], ["sadness", "low_energy"]),
    "stress.overwhelmed": (True, False),
    "stress.within_six_months": (True, True, False),
}
COMMON = ("kind", "agent", "outcome", "episode")
OF_TRIAL = {
    "kind": ("medication", "medication", "medication", "combined", "psychotherapy", "ect"),
    "agent": ("sertraline", "fluoxetine", "fluoxetine", "imipramine", "mystery", None),
    "drug_class": ("ssri", "other"),
    "dose_mg": (0, 10, 20, 50, 150, 400),
    "weeks": (3, 4, 6, 13, 20, 30),
    "sessions": (3, 8, 16),
    "laterality": ("bilateral", "unilateral"),
    "adherence_percent": (50, 90),
    "metabolic_inducer": (True, False, False),
    "evidence_based": (True, True, False),
    "addressed_complexity": (True, True, False),
    "adequate": (True, True, False),
    "outcome": ("full_response", "non_response", "non_response", "partial_response", "loss_of_effect", "ongoing", "deterioration"),
    "episode": ("current", "current", "current", "previous"),
    "dose_optimised": (True, False),
    "augmentations": ([], ["lithium"], ["a", "b", "c"]),
    "drug_free_weeks_before": (1, 3, 8),
    "dose_lowered_before_loss": (True, False),
    "impediments": ([], ["patient.skill"]),
    "started": ("2024", "2025-03"),
}


def random_tree(chance: random.Random, *, trials: int, facts_told: int) -> TREE:
    """Return a small case: some trials, and about so many known facts in all."""
    tree: TREE = {"trials": [{"id": f"t{place + 1}"} for place in range(trials)], "missing": {}}
    for trial in tree["trials"]:
        for name in COMMON:
            value = chance.choice(OF_TRIAL[name])
            if value is not None and chance.random() < 0.9:
                trial[name] = value
    places: list[tuple[TREE | None, str]] = [(trial, name) for trial in tree["trials"] for name in OF_TRIAL if name not in COMMON]
    likely = [each for each in places if each[1] in ("dose_mg", "weeks", "dose_lowered_before_loss", "drug_free_weeks_before")]
    outside: list[tuple[TREE | None, str]] = [(None, path) for path in OUTSIDE]
    for part, name in chance.sample([*places, *likely, *outside], facts_told):
        if part is not None:
            part[name] = chance.choice(OF_TRIAL[name])
            continue
        *parents, last = name.split(".")
        at = tree
        for parent in parents:
            at = at.setdefault(parent, {})
        at[last] = chance.choice(OUTSIDE[name])
    if chance.random() < 0.3 and trials > 1:
        tree["latest_trial"] = f"t{chance.randint(1, trials)}"
    for path in ("trials", "areas_completed", "trials.t1.augmentations", "trials.t1.impediments"):
        if chance.random() < 0.07:
            tree["missing"][path] = "not_asked"
    return tree


def random_case(seed: int, most: int | None = None) -> tuple[Case, Settings]:
    """Return a small random case, and settings."""
    chance = random.Random(seed)
    trials = chance.choice((1, 1, 2, 2, 3)) if most is None else most
    tree = random_tree(chance, trials=trials, facts_told=chance.randint(2, 5))
    return case_of(tree), Settings(scope=chance.choice(("current", "current", "lifetime")))


def rich_case(seed: int) -> tuple[Case, Settings]:
    """Return a random case of which nearly everything is known, not far from refractoriness, and settings."""
    chance = random.Random(seed)
    tree = random_tree(chance, trials=chance.choice((2, 3)), facts_told=0)
    for trial in tree["trials"]:
        trial |= {name: chance.choice(values) for name, values in OF_TRIAL.items() if name not in COMMON and chance.random() < 0.8}
        trial.pop("adequate", None)
        trial |= {"evidence_based": True, "addressed_complexity": True, "episode": chance.choice(("current", "current", "previous"))}
        trial |= {"weeks": chance.choice((5, 24, 24)), "dose_mg": chance.choice((10, 400, 400)), "dose_lowered_before_loss": False}
        trial |= {"metabolic_inducer": False, "adherence_percent": 90}
    for path, values in OUTSIDE.items():
        *parents, last = path.split(".")
        at = tree
        for parent in parents:
            at = at.setdefault(parent, {})
        at[last] = values[0] if path == "areas_completed" else chance.choice(values)
    tree |= {"kellner": chance.choice((3, 4, 5, 5, 6)), "appraisal_shared": True}
    tree["episode"] |= {"misdiagnosis": dict.fromkeys(("bipolar", "dementia", "primary_anxiety", "medical_or_drug_induced"), False)}
    tree["toxicity"] = dict.fromkeys(("loss_of_effect", "rechallenge_failure", "withdrawal"), False)
    tree["latest_trial"] = f"t{chance.randint(1, len(tree['trials']))}"
    return case_of(tree), Settings(scope=chance.choice(("current", "current", "lifetime")))
