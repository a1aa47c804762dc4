"""That no number in the parameters goes without a case: one below, one on and one above each boundary, and one for each code."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Final

from tests.trd_core.vignettes.loading import vignettes
from trd_core.vocabulary import facts

TABLES: Final = ("cutoffs", "durations", "staging", "fragility")
SIDES: Final = ("below", "on", "above")
GIVEN_BY_TABLE: Final = frozenset(
    {
        "cutoffs.alcohol_frequency_points", "cutoffs.alcohol_drinks_a_day_points", "cutoffs.alcohol_six_or_more_points",
        "cutoffs.toxicity_phases", "cutoffs.toxicity_ordinal_by_phase", "cutoffs.toxicity_ordinal_by_number_of_phases",
        "cutoffs.severity_as_rating", "cutoffs.impairment_as_rating", "staging.mgh_points", "staging.maudsley_severity",
        "staging.maudsley_used", "staging.dutch_severity", "staging.dutch_functional_impairment", "staging.dutch_anxiety",
        "staging.dutch_personality_disorder", "staging.dutch_psychosocial_stressor", "staging.dutch_ect",
        "staging.dutch_psychotherapy", "staging.dutch_intensified_treatment",
    }
)  # fmt: skip
"""What a code or a count gives: each has its case, and nothing lies beside it."""
ADDED: Final = frozenset({"durations.sequential_first_assessment_months", "durations.sequential_last_assessment_months"})
"""Lengths that are added to a date: the date is the case."""
BEYOND_THE_LAST: Final = frozenset({"default", "inf"})
"""Keys of a table of bands that stand for everything above the last bound."""
LENGTH_OF_A_LIST: Final = {
    "cutoffs.conversion_features.of": "illness_behavior.loss_of_function_features",
    "cutoffs.type_a_features.of": "illness_behavior.type_a_features",
    "cutoffs.alexithymia_features.of": "illness_behavior.alexithymia_features",
}
"""Numbers that say how long a closed list of the case is; that is tested for itself."""
EXCUSED: Final = {
    "cutoffs.walk_damping": "no boundary: it makes the sums finite, which is tested on a thousand maps (formulation/test_walks.py)",
    "cutoffs.equal_digits": "a tie by rounding cannot be written as a case; tested in formulation/test_effects.py",
    "cutoffs.problems_rated_first": "how many problems are to be rated, no rule of a case; tested in formulation/test_ratings_required.py",
    "fragility.fragility_facts": "how far a search goes, no rule of a case; tested in fragility/test_every_telling.py",
    "fragility.fragility_budget": "how far a search goes, no rule of a case; tested in fragility/test_search_laws.py",
    "fragility.fragility_steps_of_a_rule": "what a step of a search costs, no rule of a case",
    "fragility.fragility_just_across": "chooses the example that is shown, and decides nothing",
}
"""Parameters without a boundary that a case could stand at, and why."""
NO_SIDE: Final = {
    ("staging.maudsley_bands.mild", "below"): "the lowest total of the method is 3, where the first band begins",
}


@cache
def _numbers() -> dict[str, tuple[str, ...]]:
    """Every number and every member of a list in the parameters, by its place, with the sides that a case must stand at."""
    sides: dict[str, tuple[str, ...]] = {}
    for table in TABLES:
        raw = tomllib.loads((resources.files("trd_core") / "parameters" / f"{table}.toml").read_text("utf-8"))
        for name, entry in raw.items():
            place, value = f"{table}.{name}", entry["value"]
            if isinstance(value, list):
                sides |= {f"{place}.{member}": ("on",) for member in value}
            elif isinstance(value, dict):
                by_key = place not in GIVEN_BY_TABLE
                is_banded = any(re.fullmatch(r"\d+", key) for key in value)
                sides |= {
                    f"{place}.{key}": SIDES if by_key and not (is_banded and key in BEYOND_THE_LAST) and key != "inf" else ("on",)
                    for key in value
                }
            else:
                sides[place] = ("on",) if place in ADDED else SIDES
    return sides


def _excused(place: str) -> bool:
    return place in LENGTH_OF_A_LIST or any(place == name or place.startswith(f"{name}.") for name in EXCUSED)


def _edges() -> set[tuple[str, str]]:
    return {(place, side) for vignette in vignettes() for place, side in vignette.part("boundary").items()}


def test_every_number_has_a_case_below_on_and_above_it() -> None:
    needed = {(place, side) for place, sides in _numbers().items() for side in sides if not _excused(place)} - set(NO_SIDE)
    assert [] == sorted(needed - _edges())


def test_every_boundary_that_a_vignette_names_is_one() -> None:
    assert set() == {place for place, _ in _edges()} - set(_numbers())
    assert {side for _, side in _edges()} <= set(SIDES)
    assert {name for name in EXCUSED if not any(_excused(place) and place.startswith(name) for place in _numbers())} == set()


def test_the_length_of_each_list_of_features_is_the_length_of_the_list_in_the_case() -> None:
    raw = tomllib.loads((resources.files("trd_core") / "parameters" / "cutoffs.toml").read_text("utf-8"))
    for place, path in LENGTH_OF_A_LIST.items():
        assert len(facts()[path].codes) == raw[place.split(".")[1]]["value"]["of"], place
