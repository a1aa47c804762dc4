"""What a treatment did, told in a sentence: the options' own sayings, and clauses that name one option. What was denied is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from interview.understanding.asked import Asked
from interview.understanding.beside_parts import Told, is_free, parts_of, reading, windows
from interview.understanding.beside_words import (
    AT_FIRST,
    DENYING,
    DIGIT,
    ELSE,
    JOINT,
    NUMBER_WORDS,
    PLACES,
    WHILE_TAKEN,
    WORD,
)
from interview.understanding.understood import Option, Understood

_LONGEST_PHRASE, _SHORTEST_PHRASE = 6, 3
_LONG_SAYING, _LONGEST_SAYING = 4, 9
"""Words of a saying that is known even across a comma."""
_NEAR_FROM, _NEARLY = 10, 88.0
"""Letters from which a saying may be misspelt, and its likeness (0 to 100)."""
_AROUND: Final = 30
"""Characters around an outcome in which "at first" speaks of it."""


def outcomes(said: str, asked: Asked, taken: Sequence[Told], today: dt.date | None) -> Iterator[Told]:
    said = WHILE_TAKEN.sub(lambda each: " " * len(each.group()), said)
    found = list(_sayings(said, asked, taken))
    for start, end in _clauses(said):
        if is_free(start, end, (*taken, *found)) and _may_say_an_outcome(said[start:end]):
            meant_so = reading(said, asked, start, end, today)
            if meant_so is not None and meant_so.value is not None and not meant_so.hedged:
                found.append(Told(start, end, meant_so))
    yield from _lasting(said, sorted((each for each in found if each.meant.value is not None), key=lambda each: each.start))


def _sayings(said: str, asked: Asked, taken: Sequence[Told]) -> Iterator[Told]:
    """The ways in which the options themselves are said, near spellings of the longer ones too."""
    names = {" ".join(WORD.findall(name.casefold())): option for option in asked.options for name in (option.display, *option.say)}
    found: list[Told] = []
    everything = [each for words in parts_of(said) for each in words]
    for words, shortest in ((everything, _LONG_SAYING), *((words, 1) for words in parts_of(said))):
        for first, last in windows(words, _LONGEST_PHRASE if shortest == 1 else _LONGEST_SAYING):
            inside = words[first : last + 1]
            if len(inside) < shortest or not is_free(inside[0].start, inside[-1].end, (*taken, *found)):
                continue
            option = _named(" ".join(each.plain for each in inside), names)
            after = words[last + 1].plain if last + 1 < len(words) else ""
            if option is None or (inside[-1].plain == "nothing" and after in ELSE):
                continue
            denied = any(each.plain in DENYING or each.plain.endswith("n't") for each in words[max(0, first - 3) : first])
            found.append(Told(inside[0].start, inside[-1].end, Understood("understood", option.code, None if denied else option.code)))
    yield from found


def _named(phrase: str, names: Mapping[str, Option]) -> Option | None:
    if len(phrase) <= _SHORTEST_PHRASE:
        return None
    if phrase in names or len(phrase) < _NEAR_FROM:
        return names.get(phrase)
    from rapidfuzz import fuzz  # only a phrase of some length may be misspelt

    near = {
        option.code: option
        for name, option in names.items()
        if name[0] == phrase[0]
        and abs(len(name) - len(phrase)) <= 2
        and name.count(" ") == phrase.count(" ")
        and fuzz.ratio(name, phrase) >= _NEARLY
        and _denials(name) == _denials(phrase) in ([], ["no"])
    }
    return next(iter(near.values())) if len(near) == 1 else None


def _denials(phrase: str) -> list[str]:
    """The words that deny; a slip of the fingers brings none in, and beside any but a "no" in front nothing is guessed."""
    return [each for each in phrase.split() if each in DENYING or each.endswith("n't")]


def _lasting(said: str, found: Sequence[Told]) -> Iterator[Told]:
    """What was only so at first gives way to what came after it."""
    for place, each in enumerate(found):
        stop = found[place + 1].start if place + 1 < len(found) else len(said)
        start = found[place - 1].end if place else 0
        passing = AT_FIRST.search(said, max(start, each.start - _AROUND), min(stop, each.end + _AROUND))
        if not (passing and place + 1 < len(found)):
            yield each


def _may_say_an_outcome(clause: str) -> bool:
    """Whether words can name an option by themselves: not by its place in the list."""
    words = clause.casefold().split()
    if words[:1] in (["no"], ["not"], ["just"]):
        return False
    if ("nothing" in words and ELSE & {*words}) or ({"side", "sides"} & {*words} and "effects" not in words):
        return False
    return sum(map(str.isalpha, clause)) > _SHORTEST_PHRASE and not DIGIT.search(clause) and not NUMBER_WORDS & {*words} | PLACES & {*words}


def _clauses(said: str) -> Iterator[tuple[int, int]]:
    """Stretches of the text that may be a sentence of their own, by their places."""
    for words in parts_of(said):
        start, end = words[0].start, words[-1].end
        at = start
        for joint in (*JOINT.finditer(said, start, end), None):
            stop = end if joint is None else joint.start()
            stretch = said[at:stop]
            if stretch.strip():
                yield at + len(stretch) - len(stretch.lstrip()), at + len(stretch.rstrip())
            at = stop if joint is None else joint.end()
