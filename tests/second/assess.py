"""`assess`: the whole of the second implementation, over a case as plain JSON."""

from __future__ import annotations

from tests.second.adequacy import adequacy, pseudo_resistance
from tests.second.formulation import macro_analysis
from tests.second.ladders import common_definition
from tests.second.plain_rules import allostatic, ordinal, safety
from tests.second.refractoriness import types_and_table3
from tests.second.spectrum import spectrum
from tests.second.staging import staging
from tests.second.tables import MANIFESTATIONS
from tests.second.trials import Json, Record


def assess(case: Json, lifetime: bool = False) -> Json:
    """The assessment's paths that both implementations compute; None where the ways of filling in are too many to enumerate."""
    record = Record(case)
    together = types_and_table3(case)
    table3, profile = together["refractoriness"], together["manifestations"]
    open_profile = dict.fromkeys(MANIFESTATIONS, "unknown") if profile is None else profile
    response = spectrum(case, "unknown" if table3 is None else table3["verdict"], open_profile)
    if table3 is None and response["spectrum"] == "unknown":
        response["spectrum"] = response["possible"] = None
    trials = {
        trial["id"]: {"adequate": adequacy(record, index), "pseudo_resistance": pseudo_resistance(record, index)}
        for index, trial in enumerate(record.trials)
    }
    return {
        "response": response,
        "trials": trials,
        "resistance_types": together["resistance_types"],
        "staging": staging(case, lifetime),
        "common_definition": common_definition(Record(case, lifetime=lifetime)),
        "refractoriness": table3,
        "toxicity": {"manifestations": profile, "ordinal": None if profile is None else ordinal(profile)},
        "allostatic": allostatic(case),
        "safety": safety(case),
        "macro_analysis": macro_analysis(case),
    }
