"""A dose in milligrams a day: "150 mg", "two 75s", "20 mg twice a day", "half a gram", "one fifty".

Tablets without a strength are not understood; two doses, or a dose that changed, are asked back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from interview.understanding.amount import Amounts
from interview.understanding.amounts import read_amounts
from interview.understanding.asked import Asked
from interview.understanding.corrections import read_corrected
from interview.understanding.counted_things import counts_a_thing, is_like_milligrams
from interview.understanding.dates_beside import without_dates
from interview.understanding.dose_counted import added_strengths, counted_doses, side_by_side, without_forms
from interview.understanding.dose_parts import added_up, said_in_two_ways
from interview.understanding.dose_taken import Taken, how_often, without_ceiling, without_division, without_durations
from interview.understanding.dose_words import CHANGED, DIVIDED, FEW, HARMLESS, LATIN, NO_STRENGTH, PARTS_OF_DAY, PIECES, REACHED, UNITS
from interview.understanding.drug_names import named_drugs, near_drugs
from interview.understanding.listed import listed
from interview.understanding.marks import marked
from interview.understanding.number import either_thousands, is_negative, zero
from interview.understanding.numerals import TENS
from interview.understanding.outcome import from_amounts, settled, turns
from interview.understanding.tokens import Token
from interview.understanding.understood import Understood


def read(asked: Asked, said: Sequence[Token]) -> Understood:
    """Return the milligrams a day."""
    if is_negative(asked.text):
        return asked.not_understood()
    answer = read_corrected(
        side_by_side(added_strengths(without_forms(marked(_strengths(_without_form(without_ceiling(said))))))),
        lambda part: _once(asked, part),
        _is_bare,
    )
    return either_thousands(asked, answer)


_STRENGTHS: Final = {
    "tens": "ten", "fifteens": "fifteen", "twenties": "twenty", "thirties": "thirty", "forties": "forty", "fifties": "fifty",
    "sixties": "sixty", "seventies": "seventy", "nineties": "ninety", "hundreds": "hundred", "fives": "five",
}  # fmt: skip


def _strengths(said: Sequence[Token]) -> tuple[Token, ...]:
    """Write "two fifties" and "three twenty fives" as so many of a strength."""
    written: list[Token] = []
    for place, token in enumerate(said):
        if token.text in _STRENGTHS and place:
            one = Token("word", _STRENGTHS[token.text])
            joined = said[place - 1].text in TENS or said[place - 1].text == "-"
            first = place - (2 if said[place - 1].text == "-" else 1) if joined else place
            if first and not any(each.text == "x" for each in written[-1:]):
                written.insert(len(written) - (place - first), Token("word", "x"))
            written.append(one)
        else:
            written.append(token)
    return tuple(written)


_FORM: Final = frozenset(
    listed(
        """
        the | a | extended | slow | modified | sustained | immediate | prolonged | release | long | acting | short | version | type |
        kind |
        one | ones | xl | xr | sr | er | cr | mr | la | generic | brand | big | small | strong | ( | )
        """
    )
)


def _without_form(said: Sequence[Token]) -> tuple[Token, ...]:
    """Take away what only says the form, behind a comma ("150, the extended one")."""
    for place in range(1, len(said) - 1):
        if said[place].text in (",", "(", "-") and all(token.text in _FORM for token in said[place + 1 :]):
            return tuple(said[:place])
    return tuple(said)


def _is_bare(said: Sequence[Token]) -> bool:
    """Tell whether a correction says only a number, or only how often."""
    taken = how_often(said)
    return not any(token.text in UNITS for token in said) and (
        taken.a_day is None or not any(token.kind == "number" for token in taken.rest)
    )


def _once(asked: Asked, said: Sequence[Token]) -> Understood:
    if any(token.text in ("prn", "needed", "required") for token in said):
        return asked.not_understood()
    said = _reached(without_dates(without_durations(without_division(said)), years_alone=True))
    if _counts_years(said):
        return asked.not_understood()
    if not any(token.kind == "number" and token.said != "times" for token in said) and not _has_whole_unit(said):
        return zero(asked.text, read_amounts(how_often(said).rest, UNITS)) or asked.not_understood()
    taken = how_often(said)
    whole = added_up(said, lambda part: _once(asked, part)) or said_in_two_ways(said, lambda part: _once(asked, part))
    if whole is not None:
        return whole
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
        or counts_a_thing(rest, amounts, _may_stand_behind)
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
    if (twice := _said_twice(said)) and len(amounts.found) == 1 and not taken.parts_of_day and amounts.found[0].single is not None:
        each = amounts.found[0].times(factor).low or 0.0
        return Understood("ambiguous", asked.text, hedged=amounts.hedged, candidates=(settled(each), settled(each * twice)))
    found = tuple({(each.low, each.high): each.times(factor) for each in amounts.found}.values())
    return _dose(asked, replace(amounts, found=found), said, taken, divided)


_BEHIND: Final = (_FORM | PARTS_OF_DAY | CHANGED | LATIN | DIVIDED | HARMLESS | set(UNITS)) - {"version", "type", "kind", "big", "small"}


def _may_stand_behind(word: str) -> bool:
    """Tell whether a word behind a bare number may belong to a dose: its form, its time, how it changed, which drug it is."""
    return word in _BEHIND or is_like_milligrams(word) or bool(named_drugs((Token("word", word),))[0] or near_drugs((word,)))


def _has_whole_unit(said: Sequence[Token]) -> bool:
    """Tell whether a unit stands for one of it ("a gram"); a bare "mg" says nothing."""
    return any(token.text in UNITS and place and said[place - 1].text in ("a", "one", "an") for place, token in enumerate(said))


def _counts_beside(amounts: Amounts) -> bool:
    """Tell whether one of several numbers may count tablets or times ("one 50 and one 25")."""
    return any(not each.sized and each.single is not None and each.single <= FEW for each in amounts.found)


def _said_twice(said: Sequence[Token]) -> int:
    """Return 2 where the same number was said twice with nothing or "and" between: 50 or 100 may be meant ("50 and 50")."""
    numbers = [place for place, token in enumerate(said) if token.kind == "number" and token.said != "times"]
    if len(numbers) != 2 or said[numbers[0]].value != said[numbers[1]].value:
        return 0
    between = [token.text for token in said[numbers[0] + 1 : numbers[1]] if token.text not in UNITS]
    return 2 if between in ([], ["and"], ["plus"], ["+"], ["&"]) else 0


def _reached(said: Sequence[Token]) -> tuple[Token, ...]:
    """Read "went up to 100" as the dose that was reached, not as a bound."""
    if sum(token.kind == "number" for token in said) != 1:
        return tuple(said)
    return tuple(token for place, token in enumerate(said) if not (token.said == "up to" and place and said[place - 1].text in REACHED))


def _counts_years(said: Sequence[Token]) -> bool:
    """Tell whether a bare number is an age ("I'm 50"), or how long behind a dose ("50 for six")."""
    for place, token in enumerate(said):
        before = said[place - 1].text if place else ""
        after = said[place + 1].text if place + 1 < len(said) else ""
        if token.kind == "number" and after not in UNITS and (before == "for" or (before == "am" and place == 2 and said[0].text == "i")):
            return True
    return False


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
