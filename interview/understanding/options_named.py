"""The options that an answer names: by their words, number, letter, ordinal, or a word that only one of them has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from interview.understanding.listed import listed
from interview.understanding.option_names import NEGATIONS, SMALL, Options
from interview.understanding.tokens import Token

_ORDINALS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "1st": 1,
    "former": 1,
    "top": 1,
}


_CARDINALS: Final = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}


_PLACE_WORDS: Final = {"number", "option", "no", "nr", "answer", "choice", "item", "#", "letter", "num"}
_PLACES_WORDS: Final = {"numbers", "options", "answers", "choices", "items", "nos"}
"""Words before a list of places ("options two and four")."""

_CHOOSING: Final = frozenset(
    listed(
        """
        and | or | but | not | nor | except | the | a | it | its | is | that | thats | i | id | im | we | would | will | say | said |
        think | guess | suppose | go | going | with | for | pick | choose | put | take | please | um | er | oh | well | so |
        definitely | probably | maybe | perhaps | mostly | just | only | also | plus | both | to | through | then | really | option |
        options | number | numbers |
        answer | answers | choice | choices | item | items | letter | no | nos | num | of | be | last | latter | former | first | one |
        ones | rather | possibly | between | either | neither | all | together | actually | sorry | wait | mean | meant
        """
    )
)
"""Words among which a number names an option; beside any other word it may count anything (children, medicines, years)."""


@dataclass(frozen=True, slots=True)
class Named:
    """An option that was named, at a place among the words, and whether it was taken back."""

    code: str
    place: int
    end: int
    negated: bool = False


def named_options(options: Options, said: Sequence[Token]) -> list[Named]:
    """Find every option named, the longest names first, each word used once."""
    words = [token.text if token.kind != "sign" else "" for token in said]
    places = [place for place, word in enumerate(words) if word]
    spoken = tuple(words[place] for place in places)
    used = [False] * len(words)
    found: list[Named] = []
    for name, code in options.names:
        for at in range(len(spoken) - len(name) + 1):
            start, end = places[at], places[at + len(name) - 1] + 1
            if spoken[at : at + len(name)] != name or any(used[start:end]):
                continue
            if len(name) == 1 and (name[0] in SMALL or (len(name[0]) == 1 and not name[0].isdigit())):
                continue
            if len(name) == 1 and name[0] in ("no", "none", "yes", "nothing", "never") and len(words) > 3:
                continue
            used[start:end] = [True] * (end - start)
            found.append(Named(code, start, end))
    found.extend(_first_few(options, said, used))
    found.extend(_by_pair(options, words, used, found))
    found.extend(_by_place(options, said, used))
    found.extend(_by_content(options, said, words, used, found))
    found.sort(key=lambda name: name.place)
    starts = {name.place for name in found}
    return [Named(name.code, name.place, name.end, _is_negated(said, name, starts)) for name in found]


def _by_pair(options: Options, words: Sequence[str], used: list[bool], found: Sequence[Named]) -> list[Named]:
    """Find options by two telling words side by side that only one of them has ("side effects")."""
    known = {name.code for name in found}
    more: list[Named] = []
    for place in range(len(words) - 1):
        code = options.pairs.get((words[place], words[place + 1]))
        if code is not None and code not in known and not any(used[place : place + 2]):
            used[place : place + 2] = [True, True]
            known.add(code)
            more.append(Named(code, place, place + 2))
    return more


def _is_negated(said: Sequence[Token], name: Named, starts: set[int]) -> bool:
    """Tell whether a "not" stands before this option, with no other option or comma between."""
    for place in range(name.place - 1, max(-1, name.place - 5), -1):
        if said[place].text in ("but", ",", ";", ".") or place in starts:
            return False
        if (
            said[place].text in NEGATIONS
            and said[place].kind == "word"
            and not (said[place].text == "no" and place == 0 and said[1].kind == "sign")
        ):
            return True
    return False


def _first_few(options: Options, said: Sequence[Token], used: list[bool]) -> list[Named]:
    """Find "the first three" and "the last two"."""
    found: list[Named] = []
    for place in range(len(said) - 1):
        which, counted = said[place].text, said[place + 1]
        count = (
            int(counted.text)
            if counted.kind == "number" and counted.text.isdigit() and len(counted.text) <= 3
            else _CARDINALS.get(counted.text, 0)
        )
        if used[place] or which not in ("first", "last", "top", "bottom") or not 2 <= count <= len(options.options):
            continue
        chosen = options.options[:count] if which in ("first", "top") else options.options[-count:]
        found.extend(Named(option.code, place, place + 2) for option in chosen)
        used[place : place + 2] = [True, True]
    return found


def _by_place(options: Options, said: Sequence[Token], used: list[bool]) -> list[Named]:
    """Find options by number, letter or ordinal."""
    found: list[Named] = []
    count = len(options.options)
    alone = all(token.kind != "word" or token.text in _CHOOSING or token.text in _CARDINALS or token.text in _ORDINALS for token in said)
    listed_by_place = any(one.text in _PLACES_WORDS and two.text in _CARDINALS for one, two in pairwise(said))
    numbers = sum(token.text in _CARDINALS for token in said)
    for place, token in enumerate(said):
        if used[place] or token.kind == "sign":
            continue
        before = said[place - 1].text if place else ""
        number: int | None = None
        if token.kind == "number" and token.text.isdigit() and len(token.text) <= 3:
            following = said[place + 1].text if place + 1 < len(said) else ""
            chosen = not before.isalpha() or before in _CHOOSING or before in _CARDINALS or before in _PLACE_WORDS | _PLACES_WORDS
            if following in ("st", "nd", "rd", "th") or (chosen and (not following.isalpha() or following in SMALL)):
                number = int(token.text)
        elif token.text in _ORDINALS and (
            before in ("the", "") or said[place - 1].kind == "sign" or before in ("and", "or", "but", "except", "say")
        ):
            number = _ORDINALS[token.text]
        elif (token.text == "last" and before in ("the", "", "and", "or", "but", "except")) or (
            token.text in ("latter", "bottom") and before == "the"
        ):
            number = count
        elif token.text == "middle" and count % 2:
            number = count // 2 + 1
        elif token.text in _CARDINALS and (
            (before in _PLACE_WORDS and (before, token.text) != ("no", "one"))
            or listed_by_place
            or (alone and (token.text != "one" or numbers > 1) and not _counts(said, place))
            or len(said) == 1
        ):
            number = _CARDINALS[token.text]
        elif (
            len(token.text) == 1
            and token.text.isascii()
            and token.text.isalpha()
            and (before in _PLACE_WORDS or (token.text not in "yn" and _is_letter(said, place)))
        ):
            number = ord(token.text) - ord("a") + 1
        code = options.by_place(number) if number is not None else None
        if code is not None:
            used[place] = True
            found.append(Named(code, place, place + 1))
    return found


def _counts(said: Sequence[Token], place: int) -> bool:
    """Tell whether a number word counts people or things ("two of us", "all three") instead of naming an option."""
    return (place + 1 < len(said) and said[place + 1].text == "of") or (place > 0 and said[place - 1].text == "all")


def _is_letter(said: Sequence[Token], place: int) -> bool:
    """Tell whether a single letter stands as an answer ("b", "a and c"), not as a word."""
    others = [token for at, token in enumerate(said) if at != place and token.kind != "sign"]
    joining = frozenset(
        listed(
            """
        and | or | option | number | the | definitely | probably | answer | maybe | it | is | say | would | i | with | go | think
        """
        )
    )
    if said[place].text in ("a", "i"):
        return all(len(token.text) == 1 or token.text in ("and", "or") for token in others)
    return all(len(token.text) == 1 or token.text in joining for token in others)


def _by_content(options: Options, said: Sequence[Token], words: Sequence[str], used: list[bool], found: Sequence[Named]) -> list[Named]:
    """Find options by words that only they have; in its part of the answer, more must speak for an option than stands unexplained."""
    known = {name.code for name in found}
    more: list[Named] = []
    part: list[int] = []
    for place in range(len(words) + 1):
        if place < len(words) and words[place] and words[place] not in ("and", "or", "but", "also", "plus"):
            part.append(place)
            continue
        telling = [at for at in part if not used[at] and _may_tell(said[at])]
        negated = any(said[at].text in NEGATIONS for at in part if not used[at])
        owned: dict[str, list[int]] = {}
        unexplained = 0
        for at in telling:
            owners = options.owners(words[at])
            unexplained += not owners
            if len(owners) == 1:
                owned.setdefault(owners[0], []).append(at)
        for code, places in owned.items():
            for at in places:
                used[at] = True
            if code not in known and len(places) > unexplained and not negated and options.is_covered(code, [words[at] for at in places]):
                known.add(code)
                more.append(Named(code, places[0], places[-1] + 1))
        part = []
    return more


def _may_tell(token: Token) -> bool:
    return token.kind == "word" and len(token.text) > 2 and token.text not in SMALL and token.text not in NEGATIONS
