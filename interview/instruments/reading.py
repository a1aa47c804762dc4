"""A FHIR R4 `Questionnaire` as an instrument, or what is wrong with it, item by item.

The tree comes from `read_json`: bounded, without duplicate keys and without numbers that are none. Nothing in it is run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast, get_args

from interview.instruments.checks import DEEPEST, MOST_CHARACTERS, MOST_ITEMS, check, too_much_text
from interview.instruments.conditions import conditions_of
from interview.instruments.fault import InstrumentFault, shown
from interview.instruments.fhir_names import CALCULATED, ENABLED_BY, HIDDEN, HIGHEST, LOWEST, SHORTEST, UNITS, ending, named
from interview.instruments.model import CHOICES, NOT_ASKED, NUMBERS, Coding, Instrument, InstrumentItem, ItemType, Option, Scalar
from interview.instruments.options import options_of
from interview.language import _
from trd_core.text import clean

TYPES: Final = get_args(ItemType)
LONGEST: Final = 4_000
"""Characters of one text."""
LONGEST_LINK: Final = 255


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file held: an instrument where it is whole, else its faults, in the order of the file."""

    instrument: Instrument | None
    faults: tuple[InstrumentFault, ...]


def is_questionnaire(tree: Any) -> bool:
    """Return whether a JSON tree says that it is a FHIR Questionnaire."""
    return isinstance(tree, dict) and tree.get("resourceType") == "Questionnaire"


def read_instrument(tree: Mapping[str, Any]) -> Reading:
    """Return the instrument that a FHIR Questionnaire holds, or all that is wrong with it. Nothing is raised for what it says."""
    if _characters(tree.get("item")) + _characters(tree.get("contained")) > MOST_CHARACTERS:
        return Reading(None, (too_much_text(),))
    walk = _Reading(tree)
    items = walk.items(tree.get("item"), "item", 0)
    if not items and not walk.faults:
        walk.say("item", "no_items", _("found no item; allowed: a list of at least one"))
    if walk.faults:
        return Reading(None, tuple(walk.faults))
    instrument = Instrument(
        title=_text(tree, "title", "name", "id") or _("(without a title)"),
        url=_text(tree, "url") or None,
        version=_text(tree, "version") or None,
        copyright=_text(tree, "copyright") or None,
        language=_text(tree, "language") or None,
        items=items,
    )
    faults = check(instrument)
    return Reading(None if faults else instrument, faults)


def _characters(found: Any) -> int:
    """Return how many characters all texts below a value have together."""
    count, waiting = 0, [found]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            count += len(here)
        elif isinstance(here, dict | list):
            waiting.extend(here.values() if isinstance(here, dict) else here)
    return count


def _text(tree: Mapping[str, Any], *names: str) -> str:
    """Return the first of these texts that is one, shortened where it is longer than any title."""
    found = (tree.get(name) for name in names)
    return next((text[:LONGEST] for each in found if isinstance(each, str) and (text := clean(each))), "")


class _Reading:
    """One walk through the items of a file."""

    def __init__(self, tree: Mapping[str, Any]) -> None:
        self.faults: list[InstrumentFault] = []
        self._seen: dict[str, str] = {}
        self._count = 0
        contained = tree.get("contained")
        self._contained = {
            each["id"]: each
            for each in (contained if isinstance(contained, list) else [])
            if isinstance(each, dict) and "id" in each and isinstance(each["id"], str)
        }

    def say(self, where: str, what: str, says: str) -> None:
        """Note a fault."""
        self.faults.append(InstrumentFault(where, what, says))

    def items(self, found: Any, path: str, depth: int) -> tuple[InstrumentItem, ...]:
        """Return the items of a list; what cannot be read is noted."""
        if found is None:
            return ()
        if not isinstance(found, list):
            self.say(path, "bad_items", _("found no list; allowed: a list of items"))
            return ()
        return tuple(item for place, each in enumerate(found) if (item := self._item(each, f"{path}[{place}]", depth)) is not None)

    def _item(self, found: Any, path: str, depth: int) -> InstrumentItem | None:
        if not isinstance(found, dict):
            self.say(path, "bad_item", _("found no object; allowed: an item"))
            return None
        self._count += 1
        if self._count > MOST_ITEMS:
            if self._count == MOST_ITEMS + 1:
                self.say(path, "too_many_items", _("found more than {most} items; allowed: at most that many").format(most=MOST_ITEMS))
            return None
        link_id = self._link_id(found.get("linkId"), path)
        where = shown(link_id, path)
        if depth >= DEEPEST:
            self.say(where, "too_deep", _("found items nested deeper than {most}; allowed: at most that deep").format(most=DEEPEST))
            return None
        kind = found.get("type")
        if kind not in TYPES:
            said = _("found no type, or one that cannot be asked here; allowed: {listed}")
            self.say(where, "unknown_type", said.format(listed=", ".join(TYPES)))
            self.items(found.get("item"), f"{path}.item", depth + 1)
            return None
        before = len(self.faults)
        item = self._made(found, link_id or "?", str(kind), path, depth, where)
        return item if len(self.faults) == before and link_id is not None else None

    def _link_id(self, found: Any, path: str) -> str | None:
        link_id = clean(found) if isinstance(found, str) else ""
        if not link_id or len(link_id) > LONGEST_LINK or "\n" in link_id:
            said = _("found no linkId, or none that can be used; allowed: a text of 1 to {most} characters")
            self.say(path, "no_link_id", said.format(most=LONGEST_LINK))
            return None
        if link_id in self._seen:
            self.say(shown(link_id, path), "link_id_twice", _("found this linkId twice; allowed: each once"))
            return None
        self._seen[link_id] = path
        return link_id

    def _made(self, found: Mapping[str, Any], link_id: str, kind: str, path: str, depth: int, where: str) -> InstrumentItem:
        def say(what: str, says: str) -> None:
            self.say(where, what, says)

        if found.get("modifierExtension"):
            say("modifier", _("found a modifier extension, which may change what it means; allowed: none"))
        if ending(found, ENABLED_BY) is not None:
            say("condition_expression", _("found a condition as an expression, which is not run here; allowed: enableWhen"))
        words = {name: found[name] for name in ("text", "prefix") if name in found}
        if any(not isinstance(each, str) or len(each) > LONGEST for each in words.values()):
            say("bad_text", _("found no text, or one of more than {most} characters; allowed: a text").format(most=LONGEST))
            words = {}
        flags = {name: found[name] for name in ("required", "repeats", "readOnly") if name in found}
        if any(not isinstance(each, bool) for each in flags.values()):
            say("bad_flag", _("required, repeats or readOnly: found something else; allowed: true or false"))
        before = len(self.faults)
        options = options_of(found, self._contained, say)
        if kind == "choice" and not options and len(self.faults) == before:
            say("no_options", _("found a choice without options; allowed: answerOption, or a contained value set"))
        settled = "choice" if options and kind not in CHOICES else kind
        low, high = self._bound(found, LOWEST, say), self._bound(found, HIGHEST, say)
        behavior = found.get("enableBehavior")
        conditions = conditions_of(found.get("enableWhen"), say)
        if behavior not in ("all", "any", None) or (behavior is None and len(conditions) > 1):
            say("no_behavior", _("enableBehavior: found none, or an unknown one; allowed: all or any, where there are several conditions"))
        expression = ending(found, CALCULATED)
        told = expression.get("expression") if isinstance(expression, dict) else expression
        return InstrumentItem(
            link_id=link_id,
            type=cast(ItemType, settled),
            text=" ".join(part for part in (words.get("prefix", ""), words.get("text", "")) if part),
            codes=self._codes(found.get("code")),
            options=options,
            conditions=conditions,
            behavior="any" if behavior == "any" else "all",
            required=flags.get("required") is True,
            repeats=flags.get("repeats") is True,
            read_only=flags.get("readOnly") is True,
            hidden=named(found, HIDDEN) is True,
            initial=self._initial(found.get("initial"), options),
            low=low,
            high=high,
            shortest=self._length(named(found, SHORTEST), say),
            longest=self._length(found.get("maxLength"), say),
            unit=self._unit(found),
            expression=told[:LONGEST] if isinstance(told, str) else None,
            items=() if kind in NOT_ASKED - {"group"} else self.items(found.get("item"), f"{path}.item", depth + 1),
        )

    def _bound(self, found: Mapping[str, Any], url: str, say: Any) -> float | str | None:
        bound = named(found, url)
        value = bound.get("value") if isinstance(bound, dict) else bound
        if value is None and bound is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool) and found.get("type") in NUMBERS:
            return float(value)
        if isinstance(value, str) and found.get("type") == "date":
            return value
        say("bad_bound", _("minValue or maxValue: found something else; allowed: a number, or a date for a date"))
        return None

    def _length(self, found: Any, say: Any) -> int | None:
        if found is None:
            return None
        if isinstance(found, int) and not isinstance(found, bool) and found >= 0:
            return found
        say("bad_length", _("maxLength or minLength: found something else; allowed: a whole number from 0"))
        return None

    def _unit(self, found: Mapping[str, Any]) -> str | None:
        told = next((each for url in UNITS if isinstance(each := named(found, url), dict)), None)
        if told is None:
            initial = found.get("initial")
            first = initial[0] if isinstance(initial, list) and initial and isinstance(initial[0], dict) else {}
            preset = first.get("valueQuantity")
            told = preset if isinstance(preset, dict) else {}
        unit = told.get("display") or told.get("unit") or told.get("code")
        return unit[:80] if isinstance(unit, str) and clean(unit) else None

    def _codes(self, found: Any) -> tuple[Coding, ...]:
        held = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
        return tuple(
            Coding(code=each["code"][:LONGEST], system=each["system"][:LONGEST] if isinstance(each.get("system"), str) else None)
            for each in held[:20]
            if isinstance(each.get("code"), str)
        )

    def _initial(self, found: Any, options: tuple[Option, ...]) -> tuple[Scalar, ...]:
        told: list[Scalar] = []
        for each in found if isinstance(found, list) else []:
            value = next((each[name] for name in each if name.startswith("value")), None) if isinstance(each, dict) else None
            if isinstance(value, dict):
                code, system = value.get("code"), value.get("system")
                keys = [option.key for option in options if option.code == code and (system is None or option.system in (None, system))]
                value = keys[0] if keys else value.get("value")
            if isinstance(value, bool | int | float | str) and len(str(value)) <= LONGEST:
                told.append(str(value) if options else value)
        return tuple(told)
