"""A list of medicines: each by its generic name, one that no table knows as it was typed, without the dose and the words around it.

A "no" is no medicine: said alone it is an empty list; beside a name it is asked back, since it may be meant either way.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from interview.understanding.asked import Asked
from interview.understanding.drug import one
from interview.understanding.drug_names import named_drugs, near_drugs
from interview.understanding.drug_words import NONE, ORDINARY
from interview.understanding.listed import listed
from interview.understanding.text import finds_nothing, says_nothing, whole_disclaimer
from interview.understanding.tokens import LONGEST_ANSWER, tokens
from interview.understanding.understand import understand
from interview.understanding.understood import Understood
from trd_core.text import LONGEST_TEXT

_LONGEST_NAME: Final = 120
"""Characters of one name in a list; what is longer is kept as typed."""

_MOST_NAMES: Final = 200
"""Names of a list that are looked up; further ones are kept as typed."""

_BETWEEN: Final = re.compile(r"[,;\n]|(?:^|(?<=\s))(?:and|&|\+|plus)(?=\s)", re.IGNORECASE)
_NOW_AND_THEN: Final = re.compile(
    r"\b(?:(?:every )?now and (?:then|again)|on and off|off and on|(?:day )?in and out|from time to time|as needed|when needed|prn)\b",
    re.IGNORECASE,
)
_AMOUNT: Final = re.compile(r"\s*\b\d[\d.,]{0,11}\s?(?:mg|mcg|\u00b5g|g|ml|iu|units?|%)(?![a-z]).{0,60}$", re.IGNORECASE)
_BARE_AMOUNT: Final = re.compile(r"\d[\d.,]{0,11}\s?(?:mg|mcg|\u00b5g|g|ml|iu|units?|%)?", re.IGNORECASE)
_AROUND: Final = re.compile(
    r"(?:(?:just|only|also|then|well|um|er|maybe|mainly|mostly|some|a bit of|a little(?: bit of)?|i(?: take| took| was on|'m on))\s+){1,4}",
    re.IGNORECASE,
)
_SAYINGS: Final = frozenset(
    listed("no | none | nothing | never | nope | nah | not any | no more | nothing else | nil | no other | no others")
)
_AFFIRMING: Final = frozenset(listed("yes | yeah | yep | yup | ok | okay | sure | right | i do | i did | i have"))
_LONGEST_SAYING: Final = 60
"""Characters of an answer that may be a yes or a no in place of a list."""


def several(asked: Asked) -> Understood:
    """Return the names of the list; what is neither a list nor its absence is not understood."""
    if len(asked.text) > LONGEST_TEXT:
        return asked.not_understood()
    missing = whole_disclaimer(asked.text)
    if missing is not None:
        return missing
    if finds_nothing(asked.text):
        return Understood("understood", asked.text, missing="unknown")
    if says_nothing(asked.text) or _takes_nothing(asked.text):
        return Understood("understood", asked.text, ())
    told = _NOW_AND_THEN.sub(" ", asked.text) if len(asked.text) <= LONGEST_ANSWER else asked.text
    pieces = [part.strip(" .") for part in _BETWEEN.split(told) if any(character.isalnum() for character in part)]
    denied = any(piece.casefold() in _SAYINGS for piece in pieces)
    names = [name for piece in pieces if piece.casefold() not in _SAYINGS | _AFFIRMING and (name := _without_amount(piece))]
    if all(piece.casefold() in _AFFIRMING for piece in pieces):
        return asked.not_understood()
    if len(asked.text) <= _LONGEST_SAYING and len(pieces) == 1 and not any(_is_a_name(name) for name in names):
        said = understand("yes_no", asked.text)
        names_one = asked.text.casefold().startswith("no ")
        if (said.value is False and not names_one) or asked.text.casefold().startswith(("nothing ", "none ")):
            return Understood("understood", asked.text, (), hedged=said.hedged)
    if any(name.casefold().startswith(("no ", "not ", "never ", "nothing ", "none ")) for name in names):
        return asked.not_understood()
    found = _named(asked, names)
    if denied and found.status == "understood" and found.value:
        return Understood("ambiguous", asked.text, candidates=((), found.value))
    return found


def _without_amount(piece: str) -> str:
    """The piece without its dose and the words before the name; empty where nothing is left."""
    if len(piece) > _LONGEST_NAME or _BARE_AMOUNT.fullmatch(piece):
        return "" if _BARE_AMOUNT.fullmatch(piece) else piece
    around = _AROUND.match(piece)
    name = _AMOUNT.sub("", piece[around.end() :] if around else piece).strip(" .")
    return name or piece


def _is_a_name(piece: str) -> bool:
    if len(piece) > _LONGEST_NAME:
        return False
    exact, left = named_drugs(tokens(piece))
    return bool(exact or near_drugs(left))


def _named(asked: Asked, names: list[str]) -> Understood:
    found: list[str] = []
    readings: tuple[str, ...] = ()
    unclear = 0
    for place, name in enumerate(names):
        is_read = len(name) <= _LONGEST_NAME and place < _MOST_NAMES
        answer = one(replace(asked, kind="drug", text=name), tokens(name)) if is_read else asked.not_understood()
        if answer.status == "understood" and isinstance(answer.value, str):
            found.append(answer.value)
        elif answer.status == "ambiguous" and not named_drugs(tokens(name))[0]:
            unclear, readings = unclear + 1, tuple(str(candidate) for candidate in answer.candidates)
            found.append("")
        elif answer.status == "ambiguous":
            found.extend(str(candidate) for candidate in answer.candidates)
        else:
            found.append(name)
    if unclear == 1:
        lists = tuple(tuple(dict.fromkeys(name or reading for name in found)) for reading in readings)
        return Understood("ambiguous", asked.text, candidates=lists)
    if unclear or not found:
        return asked.not_understood()
    return Understood("understood", asked.text, tuple(dict.fromkeys(found)))


def _takes_nothing(text: str) -> bool:
    if len(text) > LONGEST_ANSWER:
        return False
    tagged = NONE.tag(tokens(text))
    words = [token for token in tagged if token.kind == "word"]
    return any(token.kind == "mark" for token in tagged) and all(word.text in ORDINARY for word in words) and len(words) <= 6
