"""What each conclusion reads of the facts, and which of their values it can tell apart.

A value is told apart from another only where a rule behind the conclusion does so. Telling apart too much costs time;
too little would lose a set, and the tests compare with every way of telling the facts otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Final

from trd_core.catalogue import codes
from trd_core.fragility.cuts import Cuts, at_least, cell
from trd_core.fragility.domains import MISDIAGNOSIS
from trd_core.latest_trial import ONGOING, UNAFFECTED
from trd_core.pseudo_resistance import LOST
from trd_core.resistance import NO_BENEFIT
from trd_core.trial_reading import READ_KINDS

Tell = Callable[[Any], Hashable]
"""Two values are one where it returns the same of both."""
_OF_DRUGS: Final = frozenset(
    ("dose_mg", "metabolic_inducer", "dose_lowered_before_loss", "augmentations", "drug_class", "drug_free_weeks_before")
)
_UNREAD: Final[dict[Any, frozenset[str]]] = {
    "medication": frozenset({"sessions"}),
    "psychotherapy": _OF_DRUGS,
    "ect": _OF_DRUGS | {"weeks", "adherence_percent"},
    "other": _OF_DRUGS | {"weeks", "sessions"},
}
Reads = dict[str, Tell]
"""By the fact's name in a treatment, or its path outside."""


def each(value: Any) -> Hashable:
    """Every value by itself."""
    found: Hashable = value
    return found


def reaching(*parameters: str) -> Tell:
    """Numbers by the parameters that they reach."""
    return lambda amount: cell(amount, at_least(*parameters))


def how_many(listed: tuple[str, ...]) -> Hashable:
    """Lists by their length."""
    return len(listed)


def is_any(listed: tuple[str, ...]) -> Hashable:
    """Lists by whether anything is in them."""
    return bool(listed)


def kind(value: str) -> Hashable:
    """Kinds that no model reads are one."""
    return value if value in READ_KINDS else "other"


def seen(name: str, value: Any, cuts: dict[str, Cuts]) -> Hashable:
    """Return what the rules can see of a value: a number by the thresholds it has passed, of texts how many there are."""
    if value is None:
        return None
    if name in cuts:
        return cell(value, cuts[name])
    if name == "kind":
        return kind(value)
    if name == "impediments":
        return bool(value)
    found: Hashable = len(value) if name == "augmentations" else value
    return found


def unread(told: Hashable) -> frozenset[str]:
    """Return the facts that no rule reads of a treatment of this kind."""
    return _UNREAD.get(told, frozenset())


def _among(*sets: Callable[[], frozenset[str]]) -> Tell:
    return lambda code: tuple(code in of() for of in sets)


def _failed() -> frozenset[str]:
    return codes("failed_outcomes")


def _helped() -> frozenset[str]:
    return codes("responses")


FAILED: Final = _among(_failed, lambda: LOST)
"""Outcomes as the counts of failures tell them apart."""
AGAIN: Final = _among(lambda: NO_BENEFIT, _helped)
NO_BENEFIT_ONLY: Final = _among(lambda: NO_BENEFIT)
LOST_ONLY: Final = _among(lambda: LOST)
TYPED: Final = _among(_failed, lambda: LOST, lambda: NO_BENEFIT, _helped)
AS_LATEST: Final = _among(_failed, lambda: LOST, lambda: NO_BENEFIT, _helped, lambda: ONGOING, lambda: UNAFFECTED)

STAGING_WEEKS: Final = reaching("staging_weeks")
THERAPY_WEEKS: Final = reaching("therapy_weeks")
BOTH_WEEKS: Final = reaching("staging_weeks", "therapy_weeks")
TABLE3_WEEKS: Final = reaching("refractoriness_drug_weeks", "refractoriness_therapy_weeks")
ECT_SESSIONS: Final = reaching("ect_sessions")
THERAPY_SESSIONS: Final = reaching("psychotherapy_sessions")

ADEQUATE: Final[Reads] = {
    "kind": kind,
    "dose_mg": each,
    "weeks": each,
    "sessions": each,
    "adherence_percent": each,
    "adequate": each,
}
PSEUDO: Final[Reads] = {
    **ADEQUATE,
    "weeks": BOTH_WEEKS,
    "metabolic_inducer": each,
    "evidence_based": each,
    "outcome": FAILED,
    "episode": each,
    "dose_lowered_before_loss": each,
}
TYPE_A: Final[Reads] = {
    "kind": kind,
    "drug_class": each,
    "dose_mg": each,
    "weeks": STAGING_WEEKS,
    "adherence_percent": each,
    "adequate": each,
    "outcome": AGAIN,
    "episode": each,
    "drug_free_weeks_before": each,
}
TYPE_B: Final[Reads] = {"kind": kind, "outcome": LOST_ONLY, "episode": each, "dose_lowered_before_loss": each, "adherence_percent": each}
TYPE_C: Final[Reads] = {
    "kind": kind,
    "outcome": NO_BENEFIT_ONLY,
    "episode": each,
    "evidence_based": each,
    "weeks": THERAPY_WEEKS,
    "sessions": THERAPY_SESSIONS,
    "adherence_percent": each,
    "adequate": each,
}
DRUGS: Final[Reads] = {**PSEUDO, "weeks": STAGING_WEEKS, "sessions": ECT_SESSIONS}
"""Failed adequate drugs and courses of ECT."""
COUNTED: Final[Reads] = {**PSEUDO, "augmentations": is_any}
"""What decides whether a treatment counts, as anything."""
LADDER: Final[Reads] = {**DRUGS, "drug_class": each, "laterality": each}
EUROPEAN: Final[Reads] = {**DRUGS, "drug_class": each, "augmentations": is_any}
MGH: Final[Reads] = {**DRUGS, "dose_optimised": each, "duration_optimised": each, "augmentations": how_many}
MAUDSLEY: Final[Reads] = {**DRUGS, "drug_class": each, "augmentations": is_any}
DUTCH: Final[Reads] = {**DRUGS, "weeks": BOTH_WEEKS, "sessions": each, "drug_class": each, "augmentations": how_many}
TABLE3: Final[Reads] = {
    **{name: tell for name, tell in PSEUDO.items() if name != "sessions"},
    "weeks": TABLE3_WEEKS,
    "outcome": TYPED,
    "addressed_complexity": each,
}
LATEST: Final[Reads] = {**PSEUDO, "outcome": AS_LATEST, "impediments": is_any}

DIAGNOSIS: Final[Reads] = dict.fromkeys(MISDIAGNOSIS, each) | {"episode.misdiagnosis_suspected": is_any}
"""Outside treatments: whether another diagnosis is the better one."""


def together(*reads: Reads) -> Reads:
    """Return what several read together: two values are one where all say so."""
    names = dict.fromkeys(name for one in reads for name in one)
    return {name: _jointly([one[name] for one in reads if name in one]) for name in names}


def _jointly(tells: list[Tell]) -> Tell:
    return tells[0] if len(set(tells)) == 1 else lambda value: tuple(tell(value) for tell in tells)


def the_same(reads: Reads) -> Callable[[Hashable, object], Reads]:
    """Return the same facts whatever else stands in the record."""
    return lambda _mode, _unit: reads
