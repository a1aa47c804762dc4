"""From amounts to `Understood`: the checks that every numeric answer shares.

An answer is understood only if nothing beside its amount could change it; else it is asked back.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from interview.understanding.amount import Amount, Amounts
from interview.understanding.listed import listed
from interview.understanding.tokens import Token
from interview.understanding.understood import Understood

_TURNING = frozenset(
    listed(
        """
        not | never | no | but | before | if | when | while | than | should | could | wish | want | wanted | hope | instead | except |
        without | nor | neither | unless | per | each | every | times | younger | older | half | another | other | then | later |
        after | last | first | increased | reduced | cut | dropped | raised | doubled | now | both | plus | rather | somewhere | what |
        how | who | why | st | nd | rd | th | something | million | millions | billion | e | ^
        """
    )
)
"""Words beside a number that may turn its meaning; with one of them the answer is asked back."""

_MOST_OTHER_WORDS = 12


def turns(rest: Sequence[Token], harmless: frozenset[str] = frozenset()) -> bool:
    """Tell whether something beside the amount may change its meaning."""
    words = 0
    for token in rest:
        if token.kind == "mark":
            if token.text not in harmless:
                return True
        elif token.text in _TURNING and token.text not in harmless:
            return True
        else:
            words += 1
    return words > _MOST_OTHER_WORDS


def settled(value: float) -> int | float:
    """Return a whole number as such, another with at most six significant digits."""
    if not math.isfinite(value):
        return value
    if abs(value - round(value)) < 1e-9 * max(1.0, abs(value)):
        return round(value)
    return float(f"{value:.6g}")


def converted(value: float) -> int | float:
    """Return a value that was converted between units, with four significant digits."""
    if abs(value - round(value)) < 1e-6 * max(1.0, abs(value)):
        return round(value)
    return float(f"{value:.4g}")


def from_amounts(
    text: str,
    amounts: Amounts,
    finish: Callable[[float], int | float] = settled,
    *,
    minimum: float | None = None,
    maximum: float | None = None,
    ranges_are_ambiguous: bool = False,
) -> Understood:
    """Return one amount as a value or range, several as ambiguous, one out of bounds as not understood."""
    found = amounts.found
    if not found or not all(_is_within(each, minimum, maximum) for each in found):
        return Understood("not_understood", text)
    if len(found) > 1:
        candidates = tuple(finish(each.low) for each in found if each.single is not None and each.low is not None)
        if len(candidates) == len(found) <= 4:
            return Understood("ambiguous", text, approximate=amounts.approximate, hedged=amounts.hedged, candidates=candidates)
        return Understood("not_understood", text)
    only = found[0]
    if only.single is not None:
        return Understood("understood", text, finish(only.single), approximate=amounts.approximate, hedged=amounts.hedged)
    ends = (None if only.low is None else finish(only.low), None if only.high is None else finish(only.high))
    if ranges_are_ambiguous:
        return Understood(
            "ambiguous",
            text,
            range=ends,
            approximate=amounts.approximate,
            hedged=amounts.hedged,
            candidates=tuple(e for e in ends if e is not None),
        )
    return Understood("understood", text, range=ends, approximate=amounts.approximate, hedged=amounts.hedged)


def _is_within(amount: Amount, minimum: float | None, maximum: float | None) -> bool:
    low = -math.inf if amount.low is None else amount.low
    high = math.inf if amount.high is None else amount.high
    if amount.single is not None or (amount.low is not None and amount.high is not None and amount.low != 0):
        return (minimum is None or low >= minimum) and (maximum is None or high <= maximum)
    return (minimum is None or high >= minimum) and (maximum is None or low <= maximum)
