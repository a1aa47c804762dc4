"""Which items of an instrument are open for given answers; and which may still open or close with what is not answered yet.

An item is open where its own conditions and those of all it stands in hold. Answers behind closed items count for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from interview.instruments.comparing import holds
from interview.instruments.model import Condition, Instrument, InstrumentItem

Maybe = bool | None
"""Yes, no, or not settled yet."""


class Gate:
    """One instrument with one set of answers: values by link id, None or absent where there is none."""

    def __init__(self, instrument: Instrument, answers: Mapping[str, Any]) -> None:
        self._instrument, self._answers = instrument, answers
        self._open: dict[str, bool] = {}
        self._may: dict[str, Maybe] = {}

    def is_open(self, link_id: str) -> bool:
        """Return whether an item is open now; one that leads back to itself is closed."""
        if link_id not in self._open:
            self._open[link_id] = False
            over = self._instrument.above[link_id]
            self._open[link_id] = (
                all(map(self.is_open, over)) and _joined(self._item(link_id), map(self._holds, self._item(link_id).conditions)) is True
            )
        return self._open[link_id]

    def value(self, link_id: str) -> Any:
        """Return the value that counts for an item, or None."""
        if link_id not in self._instrument.by_link_id or not self.is_open(link_id):
            return None
        return self._given(self._item(link_id))

    def answer(self, link_id: str) -> Any:
        """Return the value that was given for an item, whether it counts or not; None where there is none."""
        return self._given(self._item(link_id))

    def may_be_open(self, link_id: str) -> Maybe:
        """Return whether an item is open however the rest is answered (True), never (False), or that depends (None)."""
        if link_id not in self._may:
            self._may[link_id] = False
            own = _joined(self._item(link_id), map(self._may_hold, self._item(link_id).conditions))
            self._may[link_id] = _all([own, *map(self.may_be_open, self._instrument.above[link_id])])
        return self._may[link_id]

    def unsettled(self, link_id: str) -> tuple[str, ...]:
        """Return the questions without an answer on which it depends whether an item is open."""
        found: dict[str, None] = {}
        for each in (*self._instrument.above[link_id], link_id):
            for condition in self._item(each).conditions:
                asked = self._instrument.by_link_id.get(condition.question)
                if asked is not None and self._may_hold(condition) is None:
                    if self._given(asked) is None:
                        found[asked.link_id] = None
                    if self.may_be_open(asked.link_id) is None:
                        found |= dict.fromkeys(self.unsettled(asked.link_id))
        return tuple(found)

    def _item(self, link_id: str) -> InstrumentItem:
        return self._instrument.by_link_id[link_id]

    def _given(self, item: InstrumentItem) -> Any:
        """The answer as it was given, whether its item is open or not; of one that nobody answers, what the file presets."""
        given = self._answers.get(item.link_id)
        if given is None and item.is_fixed and item.initial:
            return item.initial[0]
        return given

    def _holds(self, condition: Condition) -> bool:
        asked = self._instrument.by_link_id.get(condition.question)
        return asked is not None and holds(condition, asked, self.value(condition.question))

    def _may_hold(self, condition: Condition) -> Maybe:
        asked = self._instrument.by_link_id.get(condition.question)
        if asked is None:
            return False
        without = holds(condition, asked, None)
        is_open = self.may_be_open(asked.link_id)
        if is_open is False or (self._given(asked) is None and (asked.is_fixed or not asked.is_question)):
            return without
        if self._given(asked) is None:
            return None
        with_it = holds(condition, asked, self._given(asked))
        return with_it if is_open is True or with_it is without else None


def _joined(item: InstrumentItem, outcomes: Iterable[Maybe]) -> Maybe:
    if not item.conditions:
        return True
    return _any(list(outcomes)) if item.behavior == "any" else _all(list(outcomes))


def _all(outcomes: list[Maybe]) -> Maybe:
    return False if False in outcomes else None if None in outcomes else True


def _any(outcomes: list[Maybe]) -> Maybe:
    return True if True in outcomes else None if None in outcomes else False
