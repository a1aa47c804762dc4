"""The conditions of an item as they stand in the file (`enableWhen`)."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Final, cast, get_args

from interview.instruments.model import Condition, ConditionKind, Operator, Scalar
from interview.language import _
from trd_core.text import clean

OPERATORS: Final = get_args(Operator)
ANSWERS: Final[dict[str, ConditionKind]] = {
    "answerBoolean": "boolean",
    "answerDecimal": "decimal",
    "answerInteger": "integer",
    "answerDate": "date",
    "answerString": "string",
    "answerCoding": "coding",
    "answerQuantity": "quantity",
}
MOST: Final = 50
LONGEST: Final = 4_000


def conditions_of(found: Any, say: Callable[[str, str], None]) -> tuple[Condition, ...]:
    """Return the conditions of a raw item; what is wrong with them is said."""
    if found is None:
        return ()
    if not isinstance(found, list) or len(found) > MOST:
        say("bad_conditions", _("enableWhen: found no list, or more than {most}; allowed: a list of conditions").format(most=MOST))
        return ()
    return tuple(made for place, each in enumerate(found) if (made := _condition(each, place, say)) is not None)


def _condition(found: Any, place: int, say: Callable[[str, str], None]) -> Condition | None:
    where = f"enableWhen[{place}]"
    question = clean(found["question"]) if isinstance(found, dict) and isinstance(found.get("question"), str) else ""
    if not question or len(question) > LONGEST // 16:
        say("no_question", _("{where}: found no question; allowed: the linkId of another item").format(where=where))
        return None
    operator = found.get("operator")
    if operator not in OPERATORS:
        say(
            "bad_operator",
            _("{where}: found no operator, or an unknown one; allowed: {listed}").format(where=where, listed=" ".join(OPERATORS)),
        )
        return None
    names = [name for name in found if name.startswith("answer")]
    kind = ANSWERS.get(names[0]) if len(names) == 1 else None
    if kind is None or (operator == "exists" and kind != "boolean"):
        allowed = "answerBoolean" if operator == "exists" else ", ".join(ANSWERS)
        say("bad_answer", _("{where}: found no answer that can be compared; allowed: {allowed}").format(where=where, allowed=allowed))
        return None
    value, system = _plain(found[names[0]], kind)
    if value is None:
        say("bad_answer", _("{where}: found an answer that is not of its kind; allowed: a value of it").format(where=where))
        return None
    return Condition(question=question, operator=cast(Operator, operator), kind=kind, answer=value, system=system)


def _plain(found: Any, kind: ConditionKind) -> tuple[Scalar | None, str | None]:
    """The value that is compared with, and of a coding its system, of a quantity its unit."""
    match kind:
        case "boolean":
            return (found if isinstance(found, bool) else None), None
        case "integer" | "decimal":
            return (found if _is_number(found) else None), None
        case "string" | "date":
            return (clean(found) if isinstance(found, str) and clean(found) and len(found) <= LONGEST else None), None
        case "coding" if isinstance(found, dict):
            code, system = found.get("code", found.get("display")), found.get("system")
            return (clean(code) if isinstance(code, str) and clean(code) and len(code) <= LONGEST else None), system if isinstance(
                system, str
            ) and len(system) <= LONGEST else None
        case "quantity" if isinstance(found, dict):
            unit = found.get("unit", found.get("code"))
            return (found["value"] if _is_number(found.get("value")) else None), unit if isinstance(unit, str) and len(unit) <= 80 else None
    return None, None


def _is_number(found: Any) -> bool:
    return isinstance(found, int | float) and not isinstance(found, bool) and math.isfinite(found)
