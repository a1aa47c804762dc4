"""What all ways of writing in the forgotten facts say together, beside what the core says of the open case."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.second import tables as t
from tests.second.compare import TYING, Leaves, leaves
from tests.second.open_cases import SETTINGS, Forgotten, OpenCase
from tests.second.trials import Json
from trd_core.assess import assess
from trd_core.case import Case

PARTS = {"response", "trials", "resistance_types", "staging", "common_definition", "refractoriness", "toxicity", "allostatic"}
NOT_COMPARED = ("band", "alternative_range", "judgeable_on", "flags", "off_ladder", "status", "if_misdiagnosed", "overlap_only")
SPECTRUM = ("direction", "spectrum")
SCALES: dict[str, Sequence[Any]] = {"thase_rush": t.STAGES, "european": t.EUROPEAN}
TIED = ("refractoriness.verdict", "refractoriness.criteria.B", "refractoriness.criteria.D", "toxicity.ordinal.range", "response.spectrum")
"""Judged criterion by criterion: that one fact ties two of these need not be seen (S31), so the core may say less here, never more."""
ABSENT = "absent"
TIED_BY_OUTCOME = ("refractoriness.criteria.A", "refractoriness.without_partial")
DRUG_LIKE = ("medication", "ect", "neuromodulation", "other")


@dataclass(frozen=True)
class Disagreement:
    """One path on which the open case says otherwise than all its ways."""

    path: str
    said: Any
    all_ways: Any
    excused: bool


def conclusions(case: Json) -> Leaves:
    """What the core concludes, by path; used as it stands."""
    found = assess(Case.model_validate_json(json.dumps(case)), SETTINGS).model_dump(mode="json", include=PARTS)
    found["response"] = {name: found["response"][name] for name in SPECTRUM}
    found["trials"] = {name: {part: one[part] for part in ("adequate", "pseudo_resistance")} for name, one in found["trials"].items()}
    return {path: value for path, value in leaves(found, "").items() if not any(path.endswith(name) for name in NOT_COMPARED)}


def disagreements(opened: OpenCase, counts: Counter[str] | None = None) -> list[Disagreement]:
    """Each path on which the core's open case is not what its ways say together; `counts` gathers what was compared."""
    said = conclusions(opened.case)
    ways = [(values, conclusions(whole)) for values, whole in opened.ways()]
    found = []
    for path, value in said.items():
        if _not_by_ways(path, opened):
            continue
        speaking = [way for values, way in ways if _speaks(path, values, opened)]
        together = _together(path, speaking)
        if path.endswith("expanded") and isinstance(value, tuple) and value[1] is None and together != ABSENT:
            together = (together[0], None)
        if counts is not None:
            counts["compared"] += 1
            counts["open"] += value == "unknown" or (isinstance(value, tuple) and value[0] != value[1])
        if together not in (value, ABSENT):
            found.append(Disagreement(path, value, together, _excused(path, value, together, opened)))
    return found


def _together(path: str, ways: list[Leaves]) -> Any:
    values = [way[path] for way in ways if path in way]
    if path.startswith("staging.maudsley.range") or path == "staging.maudsley.without_loss_of_effect.range":
        values = [value for value in values if value is not None] or values
    if not values:
        return ABSENT
    if path == "staging.european.alternative":
        always = all(way["staging.european.range"] == ("CRD", "CRD") for way in ways)
        return values[0] if always and len(set(values)) == 1 else None
    if not isinstance(values[0], tuple):
        return values[0] if len(set(values)) == 1 else "unknown"
    ends = [end for value in values for end in value]
    scale = SCALES.get(path.split(".")[1])
    if scale is not None:
        return (scale[min(map(scale.index, ends))], scale[max(map(scale.index, ends))])
    return (min(ends), max(ends))


def _not_by_ways(path: str, opened: OpenCase) -> bool:
    """What the readings settle otherwise than by ways."""
    names = {fact.name for fact in opened.forgotten}
    if path == "response.direction":
        return "kellner" in names
    refractory = path.startswith("refractoriness") or path == "response.spectrum"
    return refractory and "dose_lowered_before_loss" in names


def _speaks(path: str, values: tuple[Any, ...], opened: OpenCase) -> bool:
    """Whether a way counts for this path: an unknown reason of pseudo-resistance takes no trial out (S1, S30)."""
    return all(_may_be(path, fact, value, opened.case) for fact, value in zip(opened.forgotten, values, strict=True))


def _may_be(path: str, fact: Forgotten, value: Any, case: Json) -> bool:
    about_reasons = ".pseudo_resistance." in path
    gate = path.startswith("response")
    if about_reasons or value is (fact.name == "evidence_based"):
        return True
    if fact.name == "metabolic_inducer" or fact.part == ("episode", "misdiagnosis"):
        return gate
    if fact.name == "dose_lowered_before_loss":
        return not path.startswith(("staging", "common_definition"))
    if fact.name == "evidence_based":
        kind = case["trials"][fact.part[1]]["kind"]
        return not gate and kind not in DRUG_LIKE
    return True


def _excused(path: str, said: Any, together: Any, opened: OpenCase) -> bool:
    by_outcome = path in TIED_BY_OUTCOME and any(fact.name in TYING for fact in opened.forgotten)
    if path not in TIED and not by_outcome:
        return False
    if isinstance(said, tuple):
        return bool(said[0] <= together[0] and together[1] <= said[1])
    return bool(said == "unknown")
