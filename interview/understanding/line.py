"""One line of `understand -`: a JSON object in, a JSON object out. A malformed line is not understood, and says why.

An error names keys, types and lengths, never what was typed.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any, Final

from interview.understanding.calendar_words import UNIT_DAYS
from interview.understanding.understand import KINDS, understand
from interview.understanding.understood import Option, Understood

_KEYS: Final = {"kind", "text", "unit", "options", "min", "max", "today"}


class _Malformed(Exception):
    """The line does not say what to understand; the message is for the person who wrote it."""


def understand_line(line: str) -> str | None:
    """Return the answer to one line as JSON without a line break; nothing for a blank line."""
    if not line.strip():
        return None
    try:
        asked = _object(line)
        answer = understand(
            _kind(asked),
            _text(asked),
            unit=_unit(asked),
            options=_options(asked),
            minimum=_bound(asked, "min"),
            maximum=_bound(asked, "max"),
            today=_today(asked),
        )
    except _Malformed as problem:
        return _json({"status": "not_understood", "text": "", "value": None, "error": str(problem)})
    return _json(shown(answer))


def shown(answer: Understood) -> dict[str, Any]:
    """Return the answer as the contract's object: `text` and `value` always, the rest where it says something."""
    out: dict[str, Any] = {"status": answer.status, "text": answer.text, "value": answer.value if answer.status == "understood" else None}
    if answer.range is not None:
        out["range"] = list(answer.range)
    if answer.approximate:
        out["approximate"] = True
    if answer.hedged:
        out["hedged"] = True
    if answer.missing is not None:
        out["missing"] = answer.missing
    if answer.candidates:
        out["candidates"] = list(answer.candidates)
    return out


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace").decode("utf-8")


def _not_a_number(name: str) -> float:
    raise _Malformed(f"{name} is no JSON number; give a finite number")


def _object(line: str) -> dict[str, Any]:
    try:
        value = json.loads(line, parse_constant=_not_a_number)
    except (ValueError, RecursionError):
        raise _Malformed("the line is not JSON; give one JSON object a line with kind and text") from None
    if not isinstance(value, dict):
        raise _Malformed(f"the line holds {_type(value)}; give one JSON object with kind and text")
    unknown = sum(1 for key in value if key not in _KEYS)
    if unknown:
        raise _Malformed(f"the object has {unknown} unknown key{'s' if unknown > 1 else ''}; allowed are {', '.join(sorted(_KEYS))}")
    return value


def _type(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(value), "null")


def _kind(asked: dict[str, Any]) -> str:
    kind = asked.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise _Malformed(f"kind is missing or none of the kinds; allowed are {', '.join(KINDS)}")
    return kind


def _text(asked: dict[str, Any]) -> str:
    text = asked.get("text")
    if not isinstance(text, str):
        raise _Malformed(f"text is {_type(text) if 'text' in asked else 'missing'}; give the answer as a text")
    return text


def _unit(asked: dict[str, Any]) -> str | None:
    unit = asked.get("unit")
    if unit is not None and (not isinstance(unit, str) or (asked.get("kind") == "duration" and unit not in UNIT_DAYS)):
        raise _Malformed(f"unit is none of the units; allowed are {', '.join(UNIT_DAYS)}")
    return unit


def _bound(asked: dict[str, Any], key: str) -> float | None:
    bound = asked.get(key)
    if bound is None:
        return None
    if isinstance(bound, bool) or not isinstance(bound, int | float) or abs(bound) > 1e15:
        raise _Malformed(f"{key} is {_type(bound)}; give a finite number")
    return float(bound)


def _today(asked: dict[str, Any]) -> dt.date | None:
    today = asked.get("today")
    if today is None:
        return None
    try:
        return dt.date.fromisoformat(today)
    except (TypeError, ValueError):
        raise _Malformed(f"today is {_type(today)} that is no date; give YYYY-MM-DD") from None


def _options(asked: dict[str, Any]) -> tuple[Option, ...]:
    listed = asked.get("options")
    if listed is None:
        return ()
    if not isinstance(listed, list):
        raise _Malformed(f"options is {_type(listed)}; give a list of objects with code and display")
    return tuple(_option(place, option) for place, option in enumerate(listed))


def _option(place: int, option: object) -> Option:
    if not isinstance(option, dict) or not isinstance(option.get("code"), str):
        raise _Malformed(f"options[{place}] has no code; give an object with code and display, both texts")
    display = option.get("display", option["code"])
    say = option.get("say", [])
    if not isinstance(display, str) or not isinstance(say, list) or not all(isinstance(word, str) for word in say):
        raise _Malformed(f"options[{place}] has a display or say of another type; display is a text, say a list of texts")
    return Option(option["code"], display, tuple(say))
