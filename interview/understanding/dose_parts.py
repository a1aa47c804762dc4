"""A dose said in parts that add up to the day, or said twice in two ways.

"20 mg in the morning, 20 at lunch and 10 at night" is 50; "40 mg a day, so 280 a week" is 40. What it will not do: read one part.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from interview.understanding.dose_taken import how_often
from interview.understanding.dose_words import CHANGED, DIVIDED, PARTS_OF_DAY
from interview.understanding.listed import listed
from interview.understanding.outcome import settled
from interview.understanding.tokens import Token
from interview.understanding.understood import Understood

_DAYS_OF_THE_WEEK: Final = frozenset(
    listed("monday | tuesday | wednesday | thursday | friday | saturday | sunday | weekend | weekends | weekdays | weekday")
)
_NO_SUM: Final = CHANGED | DIVIDED | _DAYS_OF_THE_WEEK | {"or", "alternate", "not", "no", "but", "total", "altogether"}
_IN_OTHER_WORDS: Final = frozenset({"so", "meaning", "ie", "i.e", "equals", "=", "hence", "thus"})
_ALIKE: Final = 0.02
"""Two ways of saying one dose may differ by so much of it."""

Read = Callable[[Sequence[Token]], Understood]


def _is_amount(token: Token) -> bool:
    return token.kind == "number" and token.said != "times"


def added_up(said: Sequence[Token], read: Read) -> Understood | None:
    """Return the sum of the doses said for two or more parts of the day; nothing where one part has none, or more than one."""
    if any(token.text in _NO_SUM for token in said) or how_often(said).a_day is not None:
        return None
    parts = _parts(said)
    if len(parts) < 2:
        return None
    doses = [read(part) for part in parts]
    values = [each.value for each in doses if each.status == "understood" and isinstance(each.value, int | float) and each.value > 0]
    if len(values) != len(parts):
        return None
    approximate, hedged = any(each.approximate for each in doses), any(each.hedged for each in doses)
    return replace(doses[0], value=settled(float(sum(values))), approximate=approximate, hedged=hedged)


def _parts(said: Sequence[Token]) -> list[tuple[Token, ...]]:
    """Cut what was said into one stretch for each part of the day, each with a number; nothing where that does not come out."""
    named = [place for place, token in enumerate(said) if token.kind == "word" and token.text in PARTS_OF_DAY]
    amounts = [place for place, token in enumerate(said) if _is_amount(token)]
    if len(named) < 2 or not amounts or len({said[place].text for place in named}) != len(named):
        return []
    ends = [place + 1 for place in named] if amounts[0] < named[0] else [*named[1:], len(said)]
    ends[-1] = len(said)
    starts = [0, *ends[:-1]]
    if amounts[0] < named[0] and amounts[-1] > named[-1]:
        return []
    cut = [tuple(said[start:end]) for start, end in zip(starts, ends, strict=True)]
    return cut if all(any(_is_amount(token) for token in part) for part in cut) else []


def said_in_two_ways(said: Sequence[Token], read: Read) -> Understood | None:
    """Return the dose that was said again in other words ("20 mg twice a day, so 40 mg"); nothing where the two differ."""
    joints = [place for place, token in enumerate(said) if token.text in _IN_OTHER_WORDS]
    if len(joints) != 1 or not 0 < joints[0] < len(said) - 1:
        return None
    before, after = read(said[: joints[0]]), read(said[joints[0] + 1 :])
    if before.status != "understood" or after.status != "understood":
        return None
    if not isinstance(before.value, int | float) or not isinstance(after.value, int | float) or before.value <= 0:
        return None
    return before if abs(before.value - after.value) <= _ALIKE * before.value else None
