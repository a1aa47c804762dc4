"""What a drug is: its name as it is compared, its class, and its minimum dose by the table or by the clinic's own overlay.

A drug that neither knows has an unknown minimum and an unknown class; nothing is guessed from a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from trd_core.catalogue import codes, dose_table, points
from trd_core.settings import DoseOverlay, Settings

NO_CLASS: Final = "other"
"""Not a class: each drug of it is a class of its own."""


@dataclass(frozen=True, slots=True)
class KnownDrug:
    """What is known of one drug by name; None is not known."""

    minimum_mg: float | None
    """Milligrams a day."""
    drug_class: str | None
    is_own: bool = False
    """Whether the minimum is the clinic's own."""


UNKNOWN_DRUG: Final = KnownDrug(None, None)


def drug_name(agent: str | None) -> str | None:
    """Return a drug's name as it is compared, without regard to capitals and blanks; None where it has none."""
    return None if agent is None else " ".join(agent.casefold().split()) or None


@lru_cache(maxsize=16)
def _known(overlays: tuple[DoseOverlay, ...]) -> dict[str, KnownDrug]:
    known = {name: KnownDrug(dose.minimum_mg, dose.drug_class) for name, dose in dose_table().drug.items()}
    for overlay in reversed(overlays):
        name = drug_name(overlay.drug)
        if name is not None:
            known[name] = KnownDrug(overlay.minimum_mg, known.get(name, UNKNOWN_DRUG).drug_class, is_own=True)
    return known


def known_drug(name: str | None, settings: Settings) -> KnownDrug:
    """Return what the table, or the clinic's own dose, knows of a drug."""
    return UNKNOWN_DRUG if name is None else _known(settings.doses).get(name, UNKNOWN_DRUG)


def drug_free_weeks(name: str | None) -> tuple[float, float]:
    """Return from how many weeks on a pause was drug-free: one number for a drug with a name, the span of all without."""
    weeks = points("drug_free_weeks")
    if name is None:
        return min(weeks.values()), max(weeks.values())
    needed = weeks.get(name, weeks["default"])
    return needed, needed


@lru_cache(maxsize=1)
def _pairs() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("+")) for pair in codes("enantiomer_pairs"))


def is_enantiomer_pair(one: str | None, other: str | None) -> bool:
    """Whether two drugs are a racemate and its enantiomer: flagged, never taken for the same."""
    return one is not None and other is not None and frozenset((one, other)) in _pairs()
