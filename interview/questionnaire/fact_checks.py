"""Whether items and facts of the case fit: kind, codes, bounds, units; every fact filled; no judgement asked of the person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from interview.questionnaire.fault import Fault
from interview.questionnaire.filled_by import FILLED_BY, fillers, is_judgement
from interview.questionnaire.model import AnswerOption, Item, Questionnaire
from interview.questionnaire.structure_checks import where
from trd_core.vocabulary import FactType, facts

KINDS: Final[dict[str, tuple[str, ...]]] = {
    "bool": ("yes_no",),
    "code": ("choice",),
    "codes": ("choices",),
    "texts": ("texts", "drugs"),
    "integer": ("scale",),
    "number": ("number", "duration", "frequency", "dose"),
    "date": ("date",),
    "text": ("text", "drug", "choice"),
}
"""The kinds of answer that a fact of each kind can hold."""

OWN_PATHS: Final = ("interview.", "narrative.")
"""Items that carry no fact."""

UNITS: Final = ("minutes", "hours", "days", "weeks", "months")
OPTION_KINDS: Final = ("choice", "choices")
NOTHING: Final = frozenset({"no", "none", "never", "nothing", "neither", "nobody"})
"""First words that a person may answer a list of options with when none of them fits."""

ADDRESSED: Final = re.compile(r"\?|\b(you|your|yours|yourself)\b", re.IGNORECASE)
"""What a statement to judge never holds: a question, or the person addressed."""


def types(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Each item carries a fact of the case, of its kind, in its unit, or is one of the interview's own."""
    for section in questionnaire.section:
        for item in section.all_items():
            if item.is_group or item.link_id.startswith(OWN_PATHS):
                continue
            at, fact = where(section, item.link_id), facts().get(item.link_id)
            if fact is None:
                yield Fault("unknown_fact", at, "no fact of the case has this path", "a path of the case, interview.* or narrative.*")
                continue
            if item.type not in KINDS[fact.kind]:
                yield Fault("wrong_type", at, f"type {item.type} for a fact of kind {fact.kind}", f"type {' or '.join(KINDS[fact.kind])}")
            elif fact.kind == "number":
                yield from _unit(item, at)


def _unit(item: Item, at: str) -> Iterator[Fault]:
    words = item.link_id.rpartition(".")[2].split("_")
    unit = next((word for word in words if word in UNITS), None)
    if item.type == "duration" and item.unit is None:
        yield Fault("wrong_type", at, "a duration without a unit", f"unit {unit or 'of the fact'}")
    elif unit is not None and item.type == "duration" and item.unit != unit:
        yield Fault("wrong_type", at, f"unit {item.unit}", f"unit {unit}, as its name says")
    elif unit is not None and item.type not in ("duration", "frequency"):
        yield Fault("wrong_type", at, f"type {item.type} for {unit}", f'type duration with unit "{unit}"')
    elif "mg" in words and item.type != "dose":
        yield Fault("wrong_type", at, f"type {item.type} for milligrams", "type dose")


def bounds(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Bounds lie within the fact's; a scale has both, and its anchors stand on it."""
    for section in questionnaire.section:
        for item in section.all_items():
            at, fact = where(section, item.link_id), facts().get(item.link_id)
            if item.type == "scale" and (item.min is None or item.max is None):
                yield Fault("wrong_bounds", at, "a scale without both ends", "min and max")
            if item.min is not None and item.max is not None and item.min >= item.max:
                yield Fault("wrong_bounds", at, f"min {item.min:g}, max {item.max:g}", "min below max")
            if fact is not None and not _within(item, fact):
                yield Fault(
                    "wrong_bounds",
                    at,
                    f"min {_shown(item.min)}, max {_shown(item.max)}",
                    f"within {_shown(fact.low)} to {_shown(fact.high)}",
                )
            for likely in (item.likely_min, item.likely_max):
                if likely is not None and ((item.min or 0) > likely or (item.max is not None and item.max < likely)):
                    yield Fault("wrong_bounds", at, f"likely up to {likely:g}, which cannot be answered", "a number within min and max")
            for anchor in item.anchors:
                value = anchor.partition(" ")[0]
                if not value.isdigit() or not (item.min or 0) <= int(value) <= (item.max if item.max is not None else int(value)):
                    yield Fault("wrong_bounds", at, "an anchor that stands on no value of the scale", "a value of the scale, then its name")


def _within(item: Item, fact: FactType) -> bool:
    low_fits = fact.low is None or item.min is None or item.min >= fact.low
    high_fits = fact.high is None or item.max is None or item.max <= fact.high
    return low_fits and high_fits


def _shown(bound: float | None) -> str:
    return "open" if bound is None else f"{bound:g}"


def options(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Options are the fact's codes, each once, and no word means two of them."""
    for section in questionnaire.section:
        for item in section.all_items():
            at, fact = where(section, item.link_id), facts().get(item.link_id)
            codes = [option.code for option in item.options]
            if item.type in OPTION_KINDS and not codes:
                yield Fault("wrong_options", at, "no options", "at least two options")
            if len(set(codes)) < len(codes):
                yield Fault("wrong_options", at, "a code twice", "each code once")
            if fact is not None and fact.codes and item.type in OPTION_KINDS and set(codes) != set(fact.codes):
                wrong = sorted(set(codes) ^ set(fact.codes))
                yield Fault("wrong_options", at, f"codes too many or too few: {', '.join(wrong)}", f"exactly {', '.join(fact.codes)}")
            if (word := _reads_as_none(item)) is not None:
                yield Fault("wrong_options", at, f"{word!r} sounds like none of the list", "words that do not begin with a no")
            words = Counter(word for option in item.options for word in _words(option))
            for word, times in words.items():
                if times > 1:
                    yield Fault("wrong_options", at, f"{word!r} means {times} options", "each word means one option")


def _reads_as_none(item: Item) -> str | None:
    """Return a word for an option of a list that sounds like none of the list."""
    words = (word for option in item.options for word in (option.display, *option.say))
    return next((word for word in words if item.type == "choices" and word.casefold().partition(" ")[0] in NOTHING), None)


def _words(option: AnswerOption) -> set[str]:
    return {word.casefold() for word in (option.display, *option.say)}


def filled(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Every fact of the case is filled by an item, the session or the formulation."""
    for path, filler in fillers(questionnaire).items():
        if filler is None:
            yield Fault(
                "unfilled_fact",
                path,
                "a fact of the case that nothing fills",
                f"an item of this link_id, or a pattern among {len(FILLED_BY)}",
            )


def judgements(questionnaire: Questionnaire) -> Iterator[Fault]:
    """A judgement is the clinician's, and is a statement; it is never put to the person as a question."""
    for section in questionnaire.section:
        for item in section.all_items():
            at = where(section, item.link_id)
            if is_judgement(item.link_id) and not item.is_judgement:
                yield Fault("judgement_asked", at, f"a judgement answered by the {item.who}", 'who = "clinician", worded as a statement')
            if item.is_judgement:
                for wording in (item.text, *(option.display for option in item.options)):
                    if ADDRESSED.search(wording):
                        yield Fault("judgement_asked", at, "a judgement worded as a question to the person", "a statement to judge")
                        break
                if item.spoken or item.talk_seconds:
                    yield Fault("judgement_asked", at, "a judgement with talk time", "spoken = false, talk_seconds = 0")
