"""A second rater's ratings beside the first ones: which items there are, what can be chosen, and how far the two agree, item by item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from interview.engine.practice_events import SecondRated
from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.language import _
from interview.practice.feedback.model import RatingCompared
from interview.practice.feedback.ratings import is_same
from interview.questionnaire.model import Questionnaire
from interview.views.echo import value_words

ON_THE_MAP: Final = "problems."
YES_NO_ON_THE_MAP: Final = ("treatment_available",)
MAP_SCALE: Final = tuple(range(4))
PRIORITY_SCALE: Final = tuple(range(1, 10))
MOST_CHOICES: Final = 12
"""A number with more values than these is not rated from a list."""

MAP_WORDS: Final = {0: _("0 none"), 1: _("1 some"), 2: _("2 much"), 3: _("3 very much")}


@dataclass(frozen=True, slots=True)
class RatedItem:
    """One thing to rate: its path, what it is, the first rating (None where there is none), and what can be chosen."""

    path: str
    title: str
    first: Any
    choices: tuple[tuple[Any, str], ...]

    def words(self, value: Any) -> str:
        """Return a value in words."""
        return next((words for each, words in self.choices if each == value and type(each) is type(value)), str(value))


def rated_items(ratings: Iterable[RatingCompared], questionnaire: Questionnaire) -> tuple[RatedItem, ...]:
    """Return what can be rated a second time: the ratings that the case's key has, the first ratings beside them."""
    items = (RatedItem(each.path, each.title, each.yours, choices_of(each.path, questionnaire)) for each in ratings)
    return tuple(item for item in items if item.choices)


def choices_of(path: str, questionnaire: Questionnaire) -> tuple[tuple[Any, str], ...]:
    """Return the values that a rating can have, each in words; none where it is no rating from a list."""
    if path.startswith(ON_THE_MAP):
        name = path.rpartition(".")[2]
        if name in YES_NO_ON_THE_MAP:
            return ((True, _("yes")), (False, _("no")))
        if name == "patient_priority":
            return tuple((each, str(each)) for each in PRIORITY_SCALE)
        return tuple((each, MAP_WORDS[each]) for each in MAP_SCALE)
    item = item_of(questionnaire, path)
    if item is None:
        return ()
    if item.type == "yes_no":
        return ((True, _("yes")), (False, _("no")))
    if item.options and item.type == "choice":
        return tuple((option.code, option.display) for option in item.options)
    if item.min is None or item.max is None or item.max - item.min >= MOST_CHOICES:
        return ()
    labels = {each.partition(" ")[0]: each for each in item.anchors}
    numbers = range(int(item.min), int(item.max) + 1)
    return tuple((each, labels.get(str(each)) or value_words(item, each)) for each in numbers)


def ratings_by(session: Session, by: str) -> Mapping[str, Any]:
    """Return a second rater's ratings as they stand: the last one of each path."""
    bodies = (event.body for event in session.practised())
    return {each.path: each.value for each in bodies if isinstance(each, SecondRated) and each.by.casefold() == by.casefold()}


def agreement_words(item: RatedItem, second: Any) -> str:
    """Return how far two ratings agree: the same, so many steps apart, different; or who did not rate."""
    if item.first is None and second is None:
        return _("rated by neither")
    if item.first is None:
        return _("the first rater did not rate this")
    if second is None:
        return _("not rated a second time")
    values = [value for value, _words in item.choices]
    if is_same(item.first, second):
        return _("the same")
    if isinstance(second, bool) or item.first not in values or second not in values:
        return _("different")
    apart = abs(values.index(item.first) - values.index(second))
    return _("one step apart") if apart == 1 else _("{n} steps apart").format(n=apart)


def agreement_line(items: Sequence[RatedItem], second: Mapping[str, Any]) -> str:
    """Return how many of the items that both rated got the same rating."""
    both = [item for item in items if item.first is not None and second.get(item.path) is not None]
    same = sum(is_same(item.first, second[item.path]) for item in both)
    if not both:
        return _("No item was rated by both.")
    return _("The same rating on {same} of {both} items that both rated. A count on one session is no measure of reliability.").format(
        same=same, both=len(both)
    )
