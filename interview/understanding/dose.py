"""A dose in milligrams a day: "150 mg", "two 75s", "20 mg twice a day", "half a gram", "one fifty".

Tablets without a strength are not understood; two doses, or a dose that changed, are asked back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from interview.understanding.amount import Amounts
from interview.understanding.amounts import read_amounts
from interview.understanding.asked import Asked
from interview.understanding.calendar_words import DAYS
from interview.understanding.corrections import read_corrected
from interview.understanding.dose_counted import counted_doses, side_by_side, without_forms
from interview.understanding.dose_taken import Taken, how_often, without_division
from interview.understanding.dose_words import CHANGED, DIVIDED, FEW, HARMLESS, NO_STRENGTH, PIECES, UNITS
from interview.understanding.marks import marked
from interview.understanding.number import zero
from interview.understanding.outcome import from_amounts, settled, turns
from interview.understanding.tokens import Token
from interview.understanding.understood import Understood


def read(asked: Asked, said: Sequence[Token]) -> Understood:
    """Return the milligrams a day."""
    return read_corrected(
        side_by_side(without_forms(marked(said))),
        lambda part: _once(asked, part),
        lambda part: not any(token.text in UNITS for token in part) and how_often(part).a_day is None,
    )


def _once(asked: Asked, said: Sequence[Token]) -> Understood:
    if any(token.text in ("prn", "needed", "required") for token in said):
        return asked.not_understood()
    said = _without_durations(without_division(said))
    taken = how_often(said)
    rest, counted = counted_doses(taken.rest)
    amounts = read_amounts(rest, UNITS)
    nothing = zero(asked.text, amounts)
    if nothing is not None:
        return nothing
    if (
        not amounts.found
        or taken.a_day == -1.0
        or any(token.text in PIECES or token.text in "%/" for token in amounts.rest)
        or any(token.text in NO_STRENGTH for token in said)
    ):
        return asked.not_understood()
    divided = any(token.text in DIVIDED for token in amounts.rest)
    left = tuple(token for token in amounts.rest if token.text not in CHANGED)
    if turns(left, HARMLESS):
        return asked.not_understood()
    if any(not each.sized for each in amounts.found) and not counted and _small_count(said, amounts, taken):
        return asked.not_understood()
    factor = 1.0 if taken.a_day is None or divided else taken.a_day
    if len(amounts.found) > 1 and factor != 1.0:
        return asked.not_understood()
    if len(amounts.found) > 1 and _counts_beside(amounts):
        return asked.not_understood()
    found = tuple({(each.low, each.high): each.times(factor) for each in amounts.found}.values())
    return _dose(asked, replace(amounts, found=found), said, taken, divided)


def _counts_beside(amounts: Amounts) -> bool:
    """Tell whether one of several numbers may count tablets or times ("one 50 and one 25")."""
    return any(not each.sized and each.single is not None and each.single <= FEW for each in amounts.found)


def _without_durations(said: Sequence[Token]) -> tuple[Token, ...]:
    """Take away "for six weeks", which says how long, not how much."""
    kept: list[Token] = []
    place = 0
    while place < len(said):
        lasts = place + 2 < len(said) and said[place].text == "for" and said[place + 1].kind == "number" and said[place + 2].text in DAYS
        kept.extend(() if lasts else (said[place],))
        place += 3 if lasts else 1
    return tuple(kept)


def _dose(asked: Asked, amounts: Amounts, said: Sequence[Token], taken: Taken, divided: bool) -> Understood:
    changed = any(token.text in CHANGED for token in said) or _from_up_to(said)
    found = amounts.found
    values = tuple(settled(each.low) for each in found if each.single is not None and each.low is not None)
    ends = tuple(dict.fromkeys(settled(end) for each in found for end in (each.low, each.high) if end))
    if changed and 2 <= len(ends) <= 4:
        return Understood("ambiguous", asked.text, hedged=amounts.hedged, approximate=amounts.approximate, candidates=ends)
    if len(found) > 1 and len(values) == len(found) and not changed and taken.parts_of_day >= len(found):
        total = settled(sum(each.low or 0.0 for each in found))
        return Understood("understood", asked.text, total, approximate=amounts.approximate, hedged=amounts.hedged)
    if len(found) == 1 and taken.parts_of_day > 1 and not divided and found[0].single is not None:
        each = found[0].low or 0.0
        repeated = _repeated(said)
        if repeated:
            return Understood(
                "understood", asked.text, settled(each * taken.parts_of_day), approximate=amounts.approximate, hedged=amounts.hedged
            )
        return Understood(
            "ambiguous",
            asked.text,
            approximate=amounts.approximate,
            hedged=amounts.hedged,
            candidates=(settled(each), settled(each * taken.parts_of_day)),
        )
    return from_amounts(asked.text, amounts, settled, minimum=asked.minimum, maximum=asked.maximum)


def _repeated(said: Sequence[Token]) -> bool:
    """Tell whether the same dose was said for each part of the day ("50 in the morning and 50 at night")."""
    values = [token.value for token in said if token.kind == "number" and token.said != "times"]
    return len(values) > 1 and len(set(values)) == 1


def _from_up_to(said: Sequence[Token]) -> bool:
    """Tell whether the dose went from one to another ("from 50 up to 100")."""
    words = {token.said or token.text for token in said}
    return "from" in words and bool(words & {"up to", "to"})


def _small_count(said: Sequence[Token], amounts: Amounts, taken: Taken) -> bool:
    """Tell whether a bare number may count tablets ("two a day")."""
    highest = max((each.high or each.low or 0.0) for each in amounts.found)
    in_words = any(token.kind == "number" and token.said in ("words", "couple", "part") for token in said)
    return 0 < highest <= FEW and (in_words or taken.a_day is not None or taken.parts_of_day > 0)
