"""`understand -`: typed answers, one JSON object a line in, what each means out. The same code as in the interview."""

from __future__ import annotations

import datetime as dt
import json
from argparse import Namespace
from typing import Any, Final

from interview.commands.named_files import MOST_BYTES
from interview.understanding.understand import KINDS, Option, understand
from interview.world import Place, World
from trd_core.json_input import JsonRefused, described, read_json, shown_key

TAKES: Final = ("kind", "text", "unit", "options", "min", "max", "today")
UNITS: Final = ("minutes", "hours", "days", "weeks", "months", "years")


class LineRefused(ValueError):
    """A line that asks for nothing that can be understood: what was found, what is allowed."""


def run(_arguments: Namespace, _place: Place, world: World) -> int:
    """Read every line and print one for each."""
    while raw := world.stdin.readline(MOST_BYTES + 1):
        if raw.strip():
            print(json.dumps(_read(raw), ensure_ascii=False), file=world.stdout, flush=True)
    return 0


def _read(raw: bytes) -> dict[str, Any]:
    text = ""
    try:
        line = _checked(read_json(raw))
        text = line["text"]
        meant = understand(
            line["kind"],
            text,
            unit=line.get("unit"),
            options=_options(line.get("options")),
            minimum=line.get("min"),
            maximum=line.get("max"),
            today=_day(line.get("today")),
        )
    except (JsonRefused, LineRefused) as refused:
        return {"status": "not_understood", "text": text, "value": None, "error": str(refused)}
    told: dict[str, Any] = {"status": meant.status, "text": meant.text, "value": meant.value}
    if meant.range is not None:
        told["range"] = meant.range
    told |= {name: True for name in ("approximate", "hedged") if getattr(meant, name)}
    if meant.missing is not None:
        told["missing"] = meant.missing
    if meant.candidates:
        told["candidates"] = meant.candidates
    return told


def _checked(line: Any) -> dict[str, Any]:
    if not isinstance(line, dict):
        raise LineRefused(f"found {described(line)}; allowed: an object with `kind` and `text`")
    for name in line:
        if name not in TAKES:
            raise LineRefused(f"{shown_key(name)}: found a key that is not known here; allowed: {', '.join(TAKES)}")
    if line.get("kind") not in KINDS:
        raise LineRefused(f"kind: found {described(line.get('kind'))}; allowed: {', '.join(KINDS)}")
    if not isinstance(line.get("text"), str):
        raise LineRefused(f"text: found {described(line.get('text'))}; allowed: a text")
    if line.get("unit") not in (None, *UNITS):
        raise LineRefused(f"unit: found {described(line['unit'])}; allowed: {', '.join(UNITS)}")
    for name in ("min", "max"):
        if not isinstance(line.get(name), int | float | None) or isinstance(line.get(name), bool):
            raise LineRefused(f"{name}: found {described(line[name])}; allowed: a number")
    return line


def _options(given: Any) -> tuple[Option, ...]:
    if given is None:
        return ()
    allowed = "allowed: a list of {code, display} texts"
    if not isinstance(given, list):
        raise LineRefused(f"options: found {described(given)}; {allowed}")
    for place, each in enumerate(given):
        if not isinstance(each, dict) or not {"code", "display"} <= set(each) <= {"code", "display", "say"}:
            raise LineRefused(f"options[{place}]: found {described(each)}; {allowed}")
        if not all(isinstance(each[name], str) for name in ("code", "display")) or not _are_texts(each.get("say", [])):
            raise LineRefused(f"options[{place}]: found something else than texts; {allowed}")
    return tuple(Option(each["code"], each["display"], tuple(each.get("say", ()))) for each in given)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _day(given: Any) -> dt.date | None:
    if given is None:
        return None
    try:
        return dt.date.fromisoformat(given) if isinstance(given, str) and len(given) == 10 else dt.date.fromisoformat("")
    except ValueError:
        raise LineRefused(f"today: found {described(given)}; allowed: a date that exists, YYYY-MM-DD") from None
