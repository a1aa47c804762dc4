"""What else a sentence tells: beside a treatment's name its dose, how long, and what it did, each as the words that say it.

Only what is said once, and clearly, is returned. A time that is a date, an age or a pause is none; two doses are none; what is
denied is none. The words are read again by the one door of this room when they are taken: nothing here is an answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from interview.understanding.asked import Asked
from interview.understanding.beside_words import (
    BARE,
    BEGINS_A_DOSE,
    BEGINS_AN_AMOUNT,
    DENYING,
    DIGIT,
    ENDS_A_DOSE,
    ENDS_A_TIME,
    JOINT,
    NO_DOSE_AFTER,
    NO_DOSE_BEFORE,
    NO_TIME_AFTER,
    NO_TIME_AT_ALL,
    NO_TIME_BEFORE,
    NUMBER_WORDS,
    PART,
    PLACES,
    STRENGTH,
    TIME,
    WITHIN_A_DOSE,
    WORD,
    YEAR,
)
from interview.understanding.tokens import LONGEST_ANSWER
from interview.understanding.understand import understand
from interview.understanding.understood import Understood
from trd_core.text import clean

_LONGEST_TIME, _LONGEST_DOSE, _LONGEST_PHRASE, _SHORTEST_PHRASE = 9, 6, 6, 3

READ: Final = ("duration", "dose", "choice")
"""The kinds that can be told beside a name, in the order of reading: what says a time says no dose."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def plain(self) -> str:
        return self.text.casefold().strip(".'\"")


@dataclass(frozen=True, slots=True)
class _Told:
    """Words that mean something as one kind of answer, and whether they clearly do."""

    start: int
    end: int
    meant: Understood
    is_clear: bool = True


def told_beside(text: str, asked: Mapping[str, Asked], today: dt.date | None = None) -> dict[str, str]:
    """Return for each question, by its name, the words of the text that answer it; what is not clearly told is left out.

    A question's kind is one of `READ`; its text is not read.
    """
    said = clean(text)
    if not said or len(said) > LONGEST_ANSWER:
        return {}
    taken: list[_Told] = []
    told: dict[str, str] = {}
    for kind in READ:
        for name, question in asked.items():
            if question.kind != kind:
                continue
            found = list(_FINDERS[kind](said, question, taken, today))
            taken += found
            if found and all(each.is_clear for each in found) and len({_meaning(each.meant) for each in found}) == 1:
                told[name] = said[found[0].start : found[0].end]
    return told


def _meaning(meant: Understood) -> tuple[object, object]:
    return meant.value, meant.range


def _parts(said: str) -> Iterator[list[_Word]]:
    """The text between its signs, in words with their places."""
    at = 0
    for end, after in (*((found.start(), found.end()) for found in PART.finditer(said)), (len(said), len(said))):
        words = [_Word(found.group(), at + found.start(), at + found.end()) for found in WORD.finditer(said[at:end])]
        if words:
            yield words
        at = after


def _windows(words: Sequence[_Word], longest: int) -> Iterator[tuple[int, int]]:
    """Runs of words as first and last place, the longest first."""
    for length in range(min(longest, len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            yield first, first + length - 1


def _is_free(start: int, end: int, taken: Iterable[_Told]) -> bool:
    return all(end <= each.start or start >= each.end for each in taken)


def _around(words: Sequence[_Word], first: int, last: int) -> tuple[str, str]:
    return (words[first - 1].plain if first else "", words[last + 1].plain if last + 1 < len(words) else "")


def _reading(said: str, asked: Asked, start: int, end: int, today: dt.date | None) -> Understood | None:
    meant = understand(asked.kind, said[start:end], unit=asked.unit, options=asked.options, today=today)
    is_told = meant.status == "understood" and meant.missing is None and (meant.value is not None or meant.range is not None)
    return meant if is_told else None


def _times(said: str, asked: Asked, _taken: Sequence[_Told], today: dt.date | None) -> Iterator[_Told]:
    found: list[_Told] = []
    for words in _parts(said):
        for first, last in _windows(words, _LONGEST_TIME):
            inside = words[first : last + 1]
            start, end = inside[0].start, inside[-1].end
            is_rate = len(inside) == 2 and inside[0].plain in ("a", "an") and first and _says_how_much(words[first - 1].plain)
            if is_rate or not _says_a_time([each.plain for each in inside]) or not _is_free(start, end, found):
                continue
            meant = _reading(said, asked, start, end, today)
            if meant is not None:
                before, after = _around(words, first, last)
                is_date = after in NO_TIME_AT_ALL
                is_clear = (
                    not {before, *(each.plain for each in inside)} & (NO_TIME_BEFORE | DENYING)
                    and after not in NO_TIME_AFTER
                    and _is_closed(meant)
                )
                found.append(_Told(start, words[last + 1].end if is_date else end, meant, is_clear=is_clear or is_date))
    yield from (each for each in found if said[each.start : each.end].casefold().split()[-1] not in NO_TIME_AT_ALL)


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


def _doses(said: str, asked: Asked, taken: Sequence[_Told], today: dt.date | None) -> Iterator[_Told]:
    found: list[_Told] = []
    for is_strong in (True, False):
        for words in _parts(said):
            for first, last in _windows(words, _LONGEST_DOSE):
                inside = [each.plain for each in words[first : last + 1]]
                start, end = words[first].start, words[last].end
                if not _is_free(start, end, (*taken, *found)) or not _says_a_dose(words, first, last, inside, is_strong=is_strong):
                    continue
                meant = _reading(said, asked, start, end, today)
                if meant is not None:
                    is_clear = meant.value is not None and (is_strong or not found)
                    found.append(_Told(start, end, meant, is_clear=is_clear))
    yield from found


def _says_a_dose(words: Sequence[_Word], first: int, last: int, inside: Sequence[str], *, is_strong: bool) -> bool:
    """Whether words begin and end as a dose does: with a strength, or as a bare number where only a dose stands."""
    before, after = _around(words, first, last)
    if not (_has_number(inside[0]) or inside[0] in BEGINS_A_DOSE) or not any(map(_has_number, inside)):
        return False
    ends = bool(STRENGTH.search(inside[-1])) or inside[-1] in ENDS_A_DOSE or _has_number(inside[-1])
    if is_strong:
        return ends and any(STRENGTH.search(each) for each in inside) and before not in DENYING
    others = [each for each in inside if not DIGIT.search(each) and each not in NUMBER_WORDS | BEGINS_A_DOSE | ENDS_A_DOSE | WITHIN_A_DOSE]
    digits = [each for each in inside if DIGIT.search(each)]
    if not ends or others or len(digits) > 1 or any(YEAR.match(each) or not BARE.match(each) for each in digits):
        return False
    return before not in NO_DOSE_BEFORE | DENYING and after not in NO_DOSE_AFTER and not TIME.search(after)


def _outcomes(said: str, asked: Asked, taken: Sequence[_Told], today: dt.date | None) -> Iterator[_Told]:
    found: list[_Told] = []
    names = {" ".join(name.casefold().split()): option for option in asked.options for name in (option.display, *option.say)}
    for words in _parts(said):
        for first, last in _windows(words, _LONGEST_PHRASE):
            inside = words[first : last + 1]
            phrase = " ".join(each.plain for each in inside)
            if phrase in names and len(phrase) > _SHORTEST_PHRASE and _is_free(inside[0].start, inside[-1].end, (*taken, *found)):
                denied = any(each.plain in DENYING or each.plain.endswith("n't") for each in words[max(0, first - 3) : first])
                value = None if denied else names[phrase].code
                found.append(_Told(inside[0].start, inside[-1].end, Understood("understood", phrase, value)))
    for start, end in _clauses(said):
        if _is_free(start, end, (*taken, *found)) and _may_say_an_outcome(said[start:end]):
            meant_so = _reading(said, asked, start, end, today)
            if meant_so is not None and meant_so.value is not None and not meant_so.hedged:
                found.append(_Told(start, end, meant_so))
    yield from (each for each in found if each.meant.value is not None)


def _may_say_an_outcome(clause: str) -> bool:
    """Whether words can name an option by themselves: not by its place in the list."""
    words = clause.casefold().split()
    return sum(map(str.isalpha, clause)) > _SHORTEST_PHRASE and not DIGIT.search(clause) and not NUMBER_WORDS & {*words} | PLACES & {*words}


def _clauses(said: str) -> Iterator[tuple[int, int]]:
    """Stretches of the text that may be a sentence of their own, by their places."""
    for words in _parts(said):
        start, end = words[0].start, words[-1].end
        at = start
        for joint in (*JOINT.finditer(said, start, end), None):
            stop = end if joint is None else joint.start()
            stretch = said[at:stop]
            if stretch.strip():
                yield at + len(stretch) - len(stretch.lstrip()), at + len(stretch.rstrip())
            at = stop if joint is None else joint.end()


_FINDERS: Final = {"duration": _times, "dose": _doses, "choice": _outcomes}
