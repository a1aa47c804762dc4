"""Amounts among marked tokens: values with units, ranges, bounds; and what was left beside them.

Every reader of numbers stands on this one: number, scale, duration, frequency, dose. What it will not do: decide
whether an answer is acceptable; it says what was found, and what is left over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from interview.understanding.amount import Amount, Amounts
from interview.understanding.atoms import Atoms
from interview.understanding.marks import BOUND_AFTER
from interview.understanding.tokens import Token


def read_amounts(said: Sequence[Token], sizes: Mapping[str, float] | None = None) -> Amounts:
    """Find the amounts; `sizes` gives each unit's word its size in base units."""
    atoms = Atoms(said, sizes or {})
    found: list[Amount] = []
    rest: list[Token] = []
    hedged = approximate = between = to_and = False
    bound = ""
    place = 0
    while place < len(said):
        token = said[place]
        mark = atoms.mark(place)
        if mark in ("hedge", "perhaps", "approximate", "filler", "between", "the_one"):
            hedged = hedged or (mark in ("hedge", "perhaps") and token.said not in ("even", "sometimes", "if not"))
            approximate = approximate or mark == "approximate"
            if mark == "the_one":
                found.append(Amount(1.0, 1.0, False, start=place, end=place + 1))
            if mark == "between" and (token.said != "from" or not found):
                between = True
                to_and = token.said.endswith("between") and [each.text for each in said[place:]].count("and") == 1
            place += 1
            continue
        if mark in ("at_least", "at_most", "or_more", "or_less") or (token.text == "+" and token.kind == "sign"):
            after = "or_more" if token.text == "+" else BOUND_AFTER.get(mark, mark)
            numbers_follow = _number_follows(atoms, place + 1)
            if found and found[-1].low is not None and found[-1].high is not None and not (mark in BOUND_AFTER and numbers_follow):
                found[-1] = replace(found[-1], high=None) if after == "or_more" else replace(found[-1], low=0.0)
            elif mark in BOUND_AFTER:
                bound = mark
            else:
                rest.append(token)
            place += 1
            continue
        if token.text in ("but", "and") and atoms.mark(place + 1) in BOUND_AFTER:
            place += 1
            continue
        if mark == "vague" and _is_put_right(atoms, place + 1):
            hedged = True
            place += 1
            continue
        first = atoms.one(place, to_and=to_and)
        if first is None:
            if token.kind != "sign":
                rest.append(token)
            elif token.text in "?":
                hedged = True
            elif token.text in "%/":
                rest.append(token)
            place += 1
            continue
        amount, place = first
        other = atoms.second(place, between)
        if other is not None and not bound:
            (second, end), perhaps = other
            joined = _join(amount, second)
            if joined is not None:
                amount, place, hedged = joined, end, hedged or perhaps
        if bound:
            amount = replace(amount, high=None) if bound == "at_least" else replace(amount, low=0.0)
            bound = ""
        between = to_and = False
        found.append(amount)
    if bound:
        rest.append(Token("mark", bound))
    return Amounts(_both_bounds(_without_repeats(found)), tuple(rest), hedged, approximate or any(each.approximate for each in found))


def _is_put_right(atoms: Atoms, place: int) -> bool:
    """Tell whether a vague word is made exact: "a few, maybe three"."""
    here = place
    while atoms.word(here) in (",", "-", ".") or atoms.mark(here) in ("hedge", "perhaps", "approximate", "filler"):
        here += 1
    return here > place and atoms.is_number(here)


def _number_follows(atoms: Atoms, place: int) -> bool:
    while atoms.mark(place) in ("hedge", "perhaps", "approximate", "filler"):
        place += 1
    return atoms.one(place) is not None


def _join(first: Amount, second: Amount) -> Amount | None:
    """Make a range of two values; a bare one takes the other's unit."""
    low, high = first.low, second.high
    if low is None or high is None:
        return None
    sized = first.sized or second.sized
    if first.sized != second.sized:
        size = max(first.smallest, second.smallest)
        low, high = (low * size, high) if second.sized else (low, high * size)
    if low > high:
        low, high = high, low
    return Amount(low, high, sized, first.approximate or second.approximate, max(first.smallest, second.smallest), first.start, second.end)


def _without_repeats(found: Sequence[Amount]) -> list[Amount]:
    kept: list[Amount] = []
    for amount in found:
        if not any((amount.low, amount.high, amount.sized) == (other.low, other.high, other.sized) for other in kept):
            kept.append(amount)
    return kept


def _both_bounds(found: list[Amount]) -> tuple[Amount, ...]:
    """Join "at least two but no more than four" into one range."""
    if len(found) == 2 and found[1].sized and not found[0].sized and (found[0].high is None or found[0].low == 0.0):
        found = [replace(found[0].times(found[1].smallest), sized=True, smallest=found[1].smallest), found[1]]
    if len(found) == 2 and found[0].sized == found[1].sized:
        lower = [each for each in found if each.high is None and each.low is not None]
        upper = [each for each in found if each.low == 0.0 and each.high]
        if len(lower) == len(upper) == 1 and (lower[0].low or 0) <= (upper[0].high or 0):
            return (replace(lower[0], high=upper[0].high),)
    return tuple(found)
