"""How long and how much, told in a sentence: times and doses that are clearly so, and no dates, ages, counts or bounds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from interview.understanding.asked import Asked
from interview.understanding.beside_parts import Told, Word, around, is_free, parts_of, reading, windows
from interview.understanding.beside_words import (
    ADDED,
    AFTER_A_BARE_DOSE,
    BARE,
    BEGINS_A_DOSE,
    BEGINS_AN_AMOUNT,
    COUNTED,
    DENYING,
    DIGIT,
    ENDS_A_DOSE,
    ENDS_A_TIME,
    NO_DOSE_AFTER,
    NO_DOSE_BEFORE,
    NO_TIME_AFTER,
    NO_TIME_AT_ALL,
    NO_TIME_BEFORE,
    NUMBER_WORDS,
    RISEN,
    STOPPED,
    STRENGTH,
    TIME,
    WITHIN_A_DOSE,
    WITHOUT_IT,
    WORKED,
    YEAR,
)
from interview.understanding.dose_words import PARTS_OF_DAY
from interview.understanding.understood import Understood

_LONGEST_TIME, _LONGEST_DOSE, _LONGEST_IN_PARTS = 9, 6, 12
FEWEST: Final = 5.0
"""A bare number below this counts tablets or times."""


def times(said: str, asked: Asked, _taken: Sequence[Told], today: dt.date | None) -> Iterator[Told]:
    found: list[Told] = []
    for words in parts_of(said):
        for first, last in windows(words, _LONGEST_TIME):
            inside = words[first : last + 1]
            start, end = inside[0].start, inside[-1].end
            is_rate = len(inside) == 2 and inside[0].plain in ("a", "an") and first and _says_how_much(words[first - 1].plain)
            is_rate = is_rate or _is_so_much_a_day([each.plain for each in inside])
            if any(STRENGTH.search(each.plain) for each in inside):
                continue
            if is_rate or not _says_a_time([each.plain for each in inside]) or not is_free(start, end, found):
                continue
            meant = reading(said, asked, start, end, today)
            if meant is not None:
                before, after = around(words, first, last)
                is_date = after in NO_TIME_AT_ALL
                until_the_end = (
                    before == "after" and first > 1 and bool({each.plain for each in words[max(0, first - 3) : first - 1]} & STOPPED)
                )
                before = "" if until_the_end else before
                is_clear = not ADDED.search(said) and (
                    not {each.plain for each in words[max(0, first - 2) : first]} & WORKED
                    and not {before, *(each.plain for each in inside)} & (NO_TIME_BEFORE | DENYING)
                    and after not in NO_TIME_AFTER
                    and not (after == "without" and bool({each.plain for each in words[last + 2 : last + 4]} & WITHOUT_IT))
                    and _is_closed(meant)
                )
                found.append(Told(start, words[last + 1].end if is_date else end, meant, is_clear=is_clear or is_date))
    yield from (each for each in found if said[each.start : each.end].casefold().split()[-1] not in NO_TIME_AT_ALL)


def _is_so_much_a_day(inside: Sequence[str]) -> bool:
    """Whether words say how much a day or a week ("150 a day"), not how long."""
    return len(inside) > 2 and inside[-2] in ("a", "per", "each", "every") and bool(TIME.search(inside[-1])) and inside[-3] != "half"


def _says_a_time(inside: Sequence[str]) -> bool:
    """Whether words begin and end as a stretch of time does."""
    if inside[0] in ("since", "from"):
        return len(inside) > 1
    begins = inside[0] in BEGINS_AN_AMOUNT or _has_number(inside[0])
    ends = bool(TIME.search(inside[-1])) or (inside[-1] in ENDS_A_TIME and any(TIME.search(each) for each in inside))
    return begins and ends and any(_has_number(each) or each in ("a", "an", "couple", "half") for each in inside)


def _is_closed(meant: Understood) -> bool:
    return meant.value is not None or (meant.range is not None and None not in meant.range)


def _says_how_much(word: str) -> bool:
    """Whether "a day" behind this word is how often, not how long."""
    return _has_number(word) or word in ("once", "twice", "times", "tablets", "tablet", "half") or bool(STRENGTH.search(word))


def _has_number(word: str) -> bool:
    return bool(DIGIT.search(word)) or word in NUMBER_WORDS


def doses(said: str, asked: Asked, taken: Sequence[Told], today: dt.date | None) -> Iterator[Told]:
    found: list[Told] = []
    for is_strong in (True, False):
        for words in parts_of(said):
            for first, last in windows(words, _LONGEST_IN_PARTS if is_strong else _LONGEST_DOSE):
                inside = [each.plain for each in words[first : last + 1]]
                if len(inside) > _LONGEST_DOSE and not _is_of_parts(inside):
                    continue
                start, end = words[first].start, words[last].end
                if not is_free(start, end, (*taken, *found)) or not _says_a_dose(words, first, last, inside, is_strong=is_strong):
                    continue
                meant = reading(said, asked, start, end, today)
                if meant is not None:
                    is_clear = meant.value is not None and (is_strong or not found) and not _is_bound_or_count(said, words, first)
                    found.append(Told(start, end, meant, is_clear=is_clear))
    yield from found


def _is_of_parts(inside: Sequence[str]) -> bool:
    """Whether a longer run of words says a dose for two parts of the day ("75 mg in the morning and 75 at night")."""
    return sum(each in PARTS_OF_DAY for each in inside) > 1 and inside[-1] in PARTS_OF_DAY and sum(map(_has_number, inside)) > 1


def _is_bound_or_count(said: str, words: Sequence[Word], first: int) -> bool:
    """Whether a strength is only a bound ("up to 225") or one tablet's ("25, three of them")."""
    before = [each.plain for each in words[max(0, first - 3) : first]]
    is_bound = before[-2:] == ["up", "to"] and not (before[:-2] and before[0] in RISEN)
    return is_bound or bool(COUNTED.search(said))


def _says_a_dose(words: Sequence[Word], first: int, last: int, inside: Sequence[str], *, is_strong: bool) -> bool:
    """Whether words begin and end as a dose does: with a strength, or as a bare number where only a dose stands."""
    before, after = around(words, first, last)
    if not (_has_number(inside[0]) or inside[0] in BEGINS_A_DOSE) or not any(map(_has_number, inside)):
        return False
    ends = bool(STRENGTH.search(inside[-1])) or inside[-1] in ENDS_A_DOSE or _has_number(inside[-1])
    if is_strong:
        return ends and any(STRENGTH.search(each) for each in inside) and before not in DENYING
    others = [each for each in inside if not DIGIT.search(each) and each not in NUMBER_WORDS | BEGINS_A_DOSE | ENDS_A_DOSE | WITHIN_A_DOSE]
    digits = [each for each in inside if DIGIT.search(each)]
    if not ends or others or len(digits) > 1 or any(YEAR.match(each) or not BARE.match(each) for each in digits):
        return False
    if len(inside) == 1 and BARE.match(inside[0]) and float(inside[0].strip("~s").replace(",", "") or 0) < FEWEST:
        return False
    if (
        _has_number(inside[-1])
        and any(map(str.isalpha, after))
        and after not in AFTER_A_BARE_DOSE | ENDS_A_DOSE | WITHIN_A_DOSE
        and not _has_number(after)
    ):
        return False
    return before not in NO_DOSE_BEFORE | DENYING and after not in NO_DOSE_AFTER and not TIME.search(after)
