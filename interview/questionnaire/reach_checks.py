"""Whether every item can be reached: some way of answering opens it.

All ways of answering the few questions that its conditions rest on are tried. Named predicates are taken to be able to hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any, Final

from interview.questionnaire.asking import Given, conditions_of
from interview.questionnaire.fault import Fault
from interview.questionnaire.model import EnableWhen, Item, Questionnaire
from interview.questionnaire.structure_checks import where
from trd_core.vocabulary import facts

MOST_WAYS: Final = 20_000
"""Ways of answering tried for a whole questionnaire, so that a hostile one costs a second; beyond them the check says so and stops."""

NUMBERS: Final = frozenset({"number", "scale", "duration", "frequency", "dose"})


def _closure(questionnaire: Questionnaire, link_id: str) -> dict[str, list[EnableWhen]]:
    """Return the questions on which an item rests, with the conditions over each."""
    found: dict[str, list[EnableWhen]] = {}
    pending, seen = [link_id], {link_id}
    while pending:
        for conditions, _ in conditions_of(questionnaire, pending.pop()):
            for condition in conditions:
                if condition.question not in questionnaire.items:
                    continue
                found.setdefault(condition.question, []).append(condition)
                if condition.question not in seen:
                    seen.add(condition.question)
                    pending.append(condition.question)
    return found


def _bounds(item: Item) -> tuple[float | None, float | None]:
    fact = facts().get(item.link_id)
    lows = [low for low in (item.min, fact.low if fact else None) if low is not None]
    highs = [high for high in (item.max, fact.high if fact else None) if high is not None]
    return max(lows, default=None), min(highs, default=None)


def _answers(item: Item, conditions: list[EnableWhen]) -> list[Any]:
    """Return answers that differ as far as the conditions can tell; None is no answer."""
    named = [condition.answer for condition in conditions if condition.operator != "exists"]
    if item.type == "yes_no":
        return [None, True, False]
    if item.type in ("choice", "choices"):
        codes = [option.code for option in item.options]
        kept = [code for code in codes if code in named] + [code for code in codes if code not in named][:1]
        return [None, *([[code] for code in kept] if item.type == "choices" else kept)]
    if item.type in NUMBERS:
        low, high = _bounds(item)
        numbers = [answer for answer in named if isinstance(answer, (int, float)) and not isinstance(answer, bool)]
        near = {near for number in numbers for near in (number - 1, number, number + 1)} or {low or 0}
        return [None, *sorted(number for number in near if (low is None or number >= low) and (high is None or number <= high))]
    return [None, *dict.fromkeys([answer for answer in named if isinstance(answer, str)] + ["a text"])]


def is_reachable(questionnaire: Questionnaire, link_id: str, most_ways: int = MOST_WAYS) -> tuple[bool | None, int]:
    """Return whether some way of answering opens an item (None: not found in that many ways), and how many were tried."""
    questions = _closure(questionnaire, link_id)
    domains = [_answers(questionnaire.items[question], conditions) for question, conditions in questions.items()]
    names = [question.replace("[]", "[0]", 1) for question in questions]
    instance = link_id.replace("[]", "[0]", 1) if not questionnaire.items[link_id].is_group else link_id
    tried = 0
    for answers in product(*domains):
        if tried >= most_ways:
            return None, tried
        tried += 1
        if Given(questionnaire, dict(zip(names, answers, strict=True)), follow_predicates=False).is_open(instance):
            return True, tried
    return False, tried


def unreachable(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Every item can be opened by some way of answering."""
    left = MOST_WAYS
    for section in questionnaire.section:
        for item in section.all_items():
            reached, tried = is_reachable(questionnaire, item.link_id, left)
            left -= tried
            at = where(section, item.link_id)
            if reached is None:
                yield Fault("unreachable", at, "rests on more conditions than can be tried", "fewer conditions, or simpler ones")
                return
            if not reached:
                yield Fault("unreachable", at, "no way of answering opens it", "conditions that can hold together")
