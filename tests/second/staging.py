"""The five staging models, each again without the trials that lost their effect."""

from __future__ import annotations

from collections.abc import Callable

from tests.second.ladders import european, thase_rush
from tests.second.sums import dutch, maudsley, mgh
from tests.second.trials import Json, Record

MODELS: dict[str, Callable[[Record], Json]] = {
    "thase_rush": thase_rush,
    "european": european,
    "mgh": mgh,
    "maudsley": maudsley,
    "dutch": dutch,
}


def staging(case: Json) -> Json:
    """Every model, and each again without the trials that lost their effect (S37)."""
    whole = Record(case)
    found: Json = {}
    for name, model in MODELS.items():
        rest = {key: value for key, value in model(Record(case, without="loss_of_effect")).items() if key in ("value", "range")}
        found[name] = {**model(whole), "without_loss_of_effect": rest}
    return found
