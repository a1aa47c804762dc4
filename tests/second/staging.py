"""The five staging models; each again without the trials that lost their effect, and as if a suspected diagnosis were the better one."""

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


def staging(case: Json, lifetime: bool = False) -> Json:
    """Every model, and each again without the trials that lost their effect (S37); both stagings where a diagnosis is suspected (C)."""
    suspected = bool((case.get("episode") or {}).get("misdiagnosis_suspected")) and Record(case).misdiagnosis is None
    found: Json = {}
    for name, model in MODELS.items():
        rest = model(Record(case, without="loss_of_effect", lifetime=lifetime))
        other = model(Record(case, lifetime=lifetime, if_misdiagnosed=True)) if suspected else None
        found[name] = {
            **model(Record(case, lifetime=lifetime)),
            "without_loss_of_effect": _value(rest),
            "if_misdiagnosed": None if other is None else _value(other),
        }
    return found


def _value(model: Json) -> Json:
    return {key: model[key] for key in ("value", "range")}
