"""How often, in times a week: "twice a day" → 14, "every other day" → 3.5, "once a month" → 0.23, "never" → 0.

Without a period ("3", "twice") it is not understood.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview.understanding.amount import Amounts
from interview.understanding.asked import Asked
from interview.understanding.calendar_words import (
    WEEKDAYS,
)
from interview.understanding.corrections import read_corrected
from interview.understanding.frequency_words import A_WEEK, ADVERBS, PERIODS
from interview.understanding.listed import listed
from interview.understanding.marks import marked
from interview.understanding.outcome import converted, from_amounts, turns
from interview.understanding.rates import read_rates
from interview.understanding.tokens import Token
from interview.understanding.understood import Understood

_NO_MORE_THAN_COUNTED: Final = frozenset({"times", "time", "x", "each", "every", "per", "now", "never", "both", "so_far_ago"})


_BLOCKED: Final = frozenset(
    listed(
        """
        bi | semi | tri | except | most | some | other | few | alternate | second | third | last | past | first | weekend | if | when |
        but | sometimes
        """
    )
)


def read(asked: Asked, said: Sequence[Token]) -> Understood:
    """Return the times a week."""
    return read_corrected(marked(said), lambda part: _once(asked, part), lambda part: not _has_period(part))


def _has_period(said: Sequence[Token]) -> bool:
    return any(token.text in PERIODS or token.text in ADVERBS or token.text in A_WEEK or token.text in WEEKDAYS for token in said)


def _never(asked: Asked, said: Sequence[Token]) -> Understood | None:
    marks = [token.text for token in said if token.kind == "mark"]
    if not set(marks) & {"never", "nothing", "not_at_all"} or any(token.kind == "number" for token in said) or _has_period(said):
        return None
    if set(marks) & {"away", "vague"} or len(said) > 9 or any(token.text in ("but", "except", "until", "yes") for token in said):
        return asked.not_understood()
    return Understood("understood", asked.text, 0, hedged=bool(set(marks) & {"hedge", "perhaps"}))


def _once(asked: Asked, said: Sequence[Token]) -> Understood:
    never = _never(asked, said)
    if never is not None:
        return never
    rates, rest, marks = read_rates(said)
    if not rates:
        return asked.not_understood()
    if turns(rest, _NO_MORE_THAN_COUNTED) or any(token.kind == "number" or token.text in _BLOCKED or token.text in "%/" for token in rest):
        return asked.not_understood()
    hedged = bool(marks & {"hedge", "perhaps"}) or any(token.text == "?" for token in said)
    amounts = Amounts(
        tuple({(each.low, each.high): each for each in rates}.values()),
        rest,
        hedged,
        "approximate" in marks or any(rate.approximate for rate in rates),
    )
    return from_amounts(asked.text, amounts, converted, minimum=asked.minimum, maximum=asked.maximum)
