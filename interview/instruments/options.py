"""The options of a choice, with their weights: from `answerOption`, or from a value set that the file itself contains."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from interview.instruments.fhir_names import WEIGHTS, extensions, value_of
from interview.instruments.model import Option, OptionKind
from interview.language import _
from trd_core.text import LONGEST_TEXT, clean

KINDS: Final[dict[str, OptionKind]] = {
    "valueCoding": "coding",
    "valueInteger": "integer",
    "valueString": "string",
    "valueDate": "date",
}
MOST_OPTIONS: Final = 300
Say = Callable[[str, str], None]
"""Takes a fault: its code and its sentence."""


def options_of(found: Mapping[str, Any], contained: Mapping[str, Mapping[str, Any]], say: Say) -> tuple[Option, ...]:
    """Return the options of a raw item; what is wrong with them is said."""
    own, elsewhere = found.get("answerOption"), found.get("answerValueSet")
    if own is not None and elsewhere is not None:
        say("two_lists", _("found answerOption and answerValueSet; allowed: one of them"))
        return ()
    if elsewhere is not None:
        raw = list(_of_value_set(elsewhere, contained, say))
    elif own is None:
        return ()
    elif isinstance(own, list):
        raw = own
    else:
        say("bad_options", _("answerOption: found no list; allowed: a list of options"))
        return ()
    if len(raw) > MOST_OPTIONS:
        say("too_many_options", _("found {n} options; allowed: at most {most}").format(n=len(raw), most=MOST_OPTIONS))
        return ()
    made = [option for place, each in enumerate(raw) if (option := _option(each, place, say)) is not None]
    return _told_apart(made, say)


def _option(found: Any, place: int, say: Say) -> Option | None:
    where = f"answerOption[{place}]"
    names = [name for name in found if name.startswith("value")] if isinstance(found, dict) else []
    if len(names) != 1 or names[0] not in KINDS:
        allowed = ", ".join(KINDS)
        say("bad_option", _("{where}: found no option that can be shown; allowed: one of {allowed}").format(where=where, allowed=allowed))
        return None
    value, kind = found[names[0]], KINDS[names[0]]
    coding = value if isinstance(value, dict) else {}
    weight = _weight((found, coding, found.get(f"_{names[0]}") or {}), where, say)
    code: Any = coding.get("code", coding.get("display")) if kind == "coding" else value
    is_fit = isinstance(code, int) and not isinstance(code, bool) if kind == "integer" else isinstance(code, str) and bool(clean(code))
    if not is_fit or len(str(code)) > LONGEST_TEXT:
        say("bad_option", _("{where}: found an option without a value; allowed: a value of its kind").format(where=where))
        return None
    display, system = coding.get("display"), coding.get("system")
    shown = display if isinstance(display, str) and clean(display) else str(code)
    return Option(
        key=str(code),
        kind=kind,
        display=shown[:LONGEST_TEXT],
        code=str(code),
        system=system if isinstance(system, str) and len(system) <= LONGEST_TEXT else None,
        weight=weight,
    )


def _weight(holders: tuple[Any, ...], where: str, say: Say) -> float | None:
    """The weight that stands on an option or on its coding; one that is no number, or two that differ, is a fault."""
    found = [value_of(each) for holder in holders if isinstance(holder, dict) for each in extensions(holder) if each["url"] in WEIGHTS]
    if any(isinstance(each, bool) or not isinstance(each, int | float) or not math.isfinite(each) for each in found) or len(set(found)) > 1:
        say("bad_weight", _("{where}: found a weight that is no number, or two that differ; allowed: one number").format(where=where))
        return None
    return float(found[0]) if found else None


def _told_apart(made: list[Option], say: Say) -> tuple[Option, ...]:
    """Options that have the same code are known by their system too; the same option twice is a fault."""
    codes = [option.key for option in made]
    apart = [
        option if codes.count(option.key) == 1 else option.model_copy(update={"key": f"{option.system or ''}|{option.code}"})
        for option in made
    ]
    if len({option.key for option in apart}) < len(apart):
        say("option_twice", _("found the same option twice; allowed: each option once"))
    return tuple(apart)


def _of_value_set(named: Any, contained: Mapping[str, Mapping[str, Any]], say: Say) -> Iterator[Any]:
    """Yield the concepts of a contained value set, as options."""
    if not isinstance(named, str) or not named.startswith("#"):
        say(
            "value_set_elsewhere",
            _("answerValueSet: found a list that is not in the file; allowed: a contained ValueSet (#id), or answerOption"),
        )
        return
    held = contained.get(named[1:])
    if held is None or held.get("resourceType") != "ValueSet":
        say("value_set_missing", _("answerValueSet: found no contained ValueSet of that id; allowed: the id of one that is in the file"))
        return
    expansion, compose = held.get("expansion"), held.get("compose")
    concepts = list(_expanded(expansion.get("contains"), 0)) if isinstance(expansion, dict) else []
    included = compose.get("include") if isinstance(compose, dict) and not concepts else None
    for each in included if isinstance(included, list) else []:
        listed = _included(each, contained) if isinstance(each, dict) else None
        if listed is None:
            say("value_set_open", _("answerValueSet: found a value set that does not list its codes; allowed: one that lists all of them"))
            return
        concepts += listed
    for concept in concepts:
        yield {"valueCoding": concept}


def _included(include: Mapping[str, Any], contained: Mapping[str, Mapping[str, Any]]) -> list[Any] | None:
    """The concepts of one `include`: those it lists, or all of a code system that the file contains."""
    system, listed = include.get("system"), include.get("concept")
    if "filter" in include or "valueSet" in include:
        return None
    if listed is None:
        kept = next((each for each in contained.values() if each.get("resourceType") == "CodeSystem" and each.get("url") == system), None)
        listed = kept.get("concept") if kept is not None else None
    if not isinstance(listed, list):
        return None
    return [{**each, "system": system} for each in _flat(listed, 0)]


def _flat(found: Any, depth: int) -> Iterator[dict[str, Any]]:
    for each in found if isinstance(found, list) and depth < 10 else []:
        if isinstance(each, dict):
            yield {name: value for name, value in each.items() if name != "concept"}
            yield from _flat(each.get("concept"), depth + 1)


def _expanded(found: Any, depth: int) -> Iterator[Any]:
    for each in found if isinstance(found, list) and depth < 10 else []:
        if isinstance(each, dict):
            if each.get("abstract") is not True and "code" in each:
                yield {name: value for name, value in each.items() if name != "contains"}
            yield from _expanded(each.get("contains"), depth + 1)
