"""JSON from outside, read strictly: duplicate keys, NaN, infinities, deep nesting and other encodings are refused, the place named.

What was found is shown as a number, a code or a key; of free text only its type and length.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from typing import Any, Final

MOST_BYTES: Final = 4_000_000
"""A file larger than this is no case."""
DEEPEST: Final = 40
"""Levels of nesting; a case has six."""
MOST_VALUES: Final = 100_000
"""Values in one file; a long case has some thousands."""
LONGEST_SHOWN: Final = 40
"""Characters of a key or a code that an error shows."""

_PLAIN: Final = re.compile(r"[A-Za-z0-9_.:>-]{1,40}")


class JsonRefused(ValueError):
    """A file that does not fit: where, what was found, what is allowed, and how many more mistakes there are."""

    def __init__(self, path: str, found: str, allowed: str, more: int = 0) -> None:
        self.path, self.found, self.allowed, self.more = path, found, allowed, more
        others = f" (and {more} more {'mistake' if more == 1 else 'mistakes'})" if more else ""
        super().__init__(f"{path}: found {found}; allowed: {allowed}{others}")


@dataclass(frozen=True, slots=True)
class _NoNumber:
    """Stands in the parsed tree where a number was that is none."""

    name: str


class _Object(dict[str, Any]):
    """An object that had a key twice."""

    doubled: str


def shown_key(key: str) -> str:
    """Return a key as an error may show it: as it is where it is plain, else by its length."""
    return key if _PLAIN.fullmatch(key) else f"<key of {len(key)} characters>"


def step(path: str, key: str | int) -> str:
    """Return the instance path one step further: `trials`, 2, `weeks` → `trials[2].weeks`."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    return f"{path}.{shown_key(key)}" if path else shown_key(key)


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def described(value: Any) -> str:
    """Return a value as an error may show it: numbers and truth values as they are, texts and lists by type and length."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number if len(number := str(value)) <= LONGEST_SHOWN else f"a number of {len(number)} digits"
    if isinstance(value, str):
        return f"a text of {_counted(len(value), 'character', 'characters')}"
    if isinstance(value, dict):
        return f"an object of {_counted(len(value), 'key', 'keys')}"
    return f"a list of {_counted(len(value), 'entry', 'entries')}" if isinstance(value, list | tuple) else "something else"


def _no_number(name: str) -> _NoNumber:
    return _NoNumber(name)


def _finite(text: str) -> float | _NoNumber:
    number = float(text)
    return number if math.isfinite(number) else _NoNumber("a number too large to hold")


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    whole = dict(pairs)
    if len(whole) == len(pairs):
        return whole
    seen: set[str] = set()
    kept = _Object(whole)
    for key, _ in pairs:
        if key in seen:
            kept.doubled = key
            break
        seen.add(key)
    return kept


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_pairs, parse_constant=_no_number, parse_float=_finite)
    except json.JSONDecodeError as fault:
        place = f"line {fault.lineno}, column {fault.colno}"
        raise JsonRefused(place, "something that is not JSON", "one JSON value; correct the file there") from None
    except RecursionError:
        raise JsonRefused("the file", "nesting too deep to read", f"at most {DEEPEST} levels") from None
    except ValueError:
        raise JsonRefused("the file", "a whole number of thousands of digits", "numbers of a usual size") from None


def _refuse_odd(tree: Any, most_values: int, *, refuse_duplicates: bool) -> None:
    """Walk the tree without recursion, and refuse what JSON cannot say or says twice. Paths are made for lists and objects only."""
    waiting: list[tuple[str, Any, int]] = [("", [tree], 0)]
    values = 0
    while waiting:
        path, value, depth = waiting.pop()
        values += len(value)
        if values > most_values:
            raise JsonRefused("the file", f"more than {most_values} values", f"at most {most_values} values")
        if depth > DEEPEST:
            raise JsonRefused("the file", "nesting too deep to read", f"at most {DEEPEST} levels")
        if refuse_duplicates and isinstance(value, _Object):
            raise JsonRefused(step(path, value.doubled), "this key twice in one object", "each key once")
        for key, member in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(member, dict | list):
                waiting.append((step(path, key) if depth else "", member, depth + 1))
            elif isinstance(member, _NoNumber):
                place = step(path, key) if depth else "the file"
                raise JsonRefused(place, member.name, "a finite number, or leave it out where it is not known")


def decoded(raw: bytes, most_bytes: int = MOST_BYTES) -> str:
    """Return the text of a file. Raises `JsonRefused` where it is too large or no UTF-8; a byte order mark is let go."""
    if len(raw) > most_bytes:
        raise JsonRefused("the file", f"{len(raw)} bytes", f"at most {most_bytes} bytes")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise JsonRefused(f"byte {fault.start}", "bytes that are not UTF-8", "UTF-8 text; save the file as UTF-8") from None


def read_json(raw: bytes | str, *, refuse_duplicates: bool = True, most_bytes: int = MOST_BYTES, most_values: int = MOST_VALUES) -> Any:
    """Return what a JSON file holds. Raises `JsonRefused` naming the place, what was found and what is allowed."""
    text = decoded(raw, most_bytes) if isinstance(raw, bytes) else raw
    tree = _parsed(text)
    _refuse_odd(tree, most_values, refuse_duplicates=refuse_duplicates)
    return tree
