"""Typed text → tokens: words, numbers and signs in one plain form, in linear time.

Contractions are opened ("don't" → "do not"), dashes, quotes, digits and fractions of every script made plain, so that
every reader sees one spelling. What it will not do: say what a token means.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from interview.understanding.listed import listed
from interview.understanding.slips import put_right

LONGEST_ANSWER: Final = 1_200
"""Characters of an answer that is not free text. What is longer is a pasted page, and is not read."""

MOST_TOKENS: Final = 300
"""Words, numbers and signs of such an answer."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, a sign, or a mark (a phrase with a meaning, named by `text`)."""

    kind: Literal["word", "number", "sign", "mark"]
    text: str
    """The word in lower case, the digits as typed, the sign, or the name of the mark."""
    value: float = 0.0
    approximate: bool = False
    said: str = ""
    """For a mark, the words that it stands for; for a number in words, `words`, `couple`, `times` or `part`."""


_SIGNS = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"',
        "–": "-", "—": " - ", "−": "-", "‐": "-", "‑": "-", "×": "x", "⁄": "/", "≈": "~", "½": " 1/2 ", "¼": " 1/4 ", "¾": " 3/4 ",
        "⅓": " 1/3 ", "⅔": " 2/3 ", "⅛": " 1/8 ", "≥": " >= ", "≤": " <= ", "…": " ... ",
    }
)  # fmt: skip

_LETTERS = r"[^\W\d_]+(?:'[^\W\d_]+)*"
_DIGITS = re.compile(r"\d+")
_WITH_DECIMALS = re.compile(
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![\d,])|\d+(?:[.,]\d+)?|(?<![\w.])\.\d+)|(?P<word>{_LETTERS})|(?P<sign>>=|<=|[^\w\s])"
)
_PLAIN_DIGITS = re.compile(rf"(?P<number>\d+)|(?P<word>{_LETTERS})|(?P<sign>>=|<=|[^\w\s])")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_EUROPEAN = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d{3})+),(\d{1,2})(?![\d.,])")
_DOTTED = re.compile(r"(?<![\w.])(?:b\.i?\.?d|t\.[di]\.[ds]|q\.[di]\.[ds]|o\.d|q\.d|p\.r\.n|[ap]\.m)\b\.?")
"""Doctors' and clock abbreviations with points ("b.d.", "a.m."), written without them."""
_LEADING_COMMA = re.compile(r"^\s*,(?=\d)")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")

_OPENED = {
    "can't": "can not", "won't": "will not", "shan't": "shall not", "ain't": "is not", "cannot": "can not", "cant": "can not",
    "wont": "will not",
    "dont": "do not", "dnt": "do not", "didnt": "did not", "doesnt": "does not", "havent": "have not", "hasnt": "has not",
    "hadnt": "had not",
    "isnt": "is not", "wasnt": "was not", "werent": "were not", "arent": "are not", "couldnt": "could not", "wouldnt": "would not",
    "aint": "is not",
    "shouldnt": "should not", "im": "i am", "ive": "i have", "id": "i would", "thats": "that is", "its": "it is", "dunno": "do not know",
    "dunnow": "do not know", "idk": "i do not know", "dk": "do not know", "kinda": "kind of", "sorta": "sort of", "prolly": "probably",
    "probs": "probably", "probly": "probably", "propably": "probably", "proabably": "probably", "bout": "about", "abt": "about",
    "coupla": "couple of",
    "alot": "a lot", "anymore": "any more", "wanna": "want to", "approx": "approximately", "defo": "definitely", "deffo": "definitely",
    "definately": "definitely", "definitly": "definitely", "defintely": "definitely", "somtimes": "sometimes", "mayb": "maybe",
    "mebbe": "maybe",
    "nver": "never", "nevr": "never", "noen": "none", "knwo": "know", "kno": "know", "rember": "remember", "remeber": "remember",
    "cuz": "because", "cos": "because", "tho": "though", "w/o": "without", "ppl": "people", "yr": "year", "yrs": "years",
    "rougly": "roughly", "roughtly": "roughly", "aprox": "approximately", "arround": "around", "aroud": "around", "atleast": "at least",
    "prob": "probably", "probablt": "probably", "twise": "twice", "evry": "every", "evrey": "every", "wekly": "weekly",
    "weekley": "weekly", "dayly": "daily", "montly": "monthly", "mothly": "monthly", "fortnigtly": "fortnightly",
    "neverr": "never", "perhap": "perhaps", "suppost": "supposed", "noone": "no one", "gimme": "give me",
}  # fmt: skip
_ENDINGS = (("n't", "not"), ("'ve", "have"), ("'ll", "will"), ("'re", "are"), ("'m", "am"), ("'d", "would"))
_IS = {"it", "that", "he", "she", "there", "what", "who", "here", "where", "how"}
_OFTEN_SWAPPED = listed(
        """
        about | maybe | probably | perhaps | roughly | nearly | almost | around | sometimes | always | definitely | never | eight |
        seven | fifty | sixty | forty | thirty | twenty | eleven | twelve | fifteen | hundred | thousand | weeks | months | month |
        years | hours | minutes | week | daily | weekly | monthly | every | twice | times | remember | because | think | know |
        between | least | applicable | prefer
        """
    )  # fmt: skip
_TRUE_WORDS = {"nerve", "thing", "night", "steal", "stale", "tales", "leafs"}


@cache
def _swapped() -> dict[tuple[str, str], str]:
    return {(word[0], "".join(sorted(word))): word for word in _OFTEN_SWAPPED}


def _open(word: str) -> str:
    if word in _OPENED:
        return _OPENED[word]
    for ending, whole in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return f"{word[: -len(ending)]} {whole}"
    if word.endswith("'s"):
        stem = word[:-2]
        return f"{stem} is" if stem in _IS else f"{stem}s"
    if len(word) > 3 and word not in _TRUE_WORDS:
        word = _swapped().get((word[0], "".join(sorted(word))), word)
    return put_right(word) if len(word) > 2 else word


def fold(text: str) -> str:
    """Return the text in lower case with plain signs and digits, without invisible characters."""
    plain = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    kept = plain if plain.isascii() else "".join(map(_plain_sign, plain))
    return _DRAWN_OUT.sub(lambda run: run.group(1) if run.group(1).isalpha() else run.group(0), kept.casefold())


def _plain_sign(sign: str) -> str:
    if sign.isascii():
        return sign
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    return "" if unicodedata.category(sign) == "Cf" else sign


def _number(digits: str) -> float:
    if _GROUPED.fullmatch(digits):
        return float(digits.replace(",", ""))
    return float(digits.replace(",", "."))


def tokens(text: str, *, decimals: bool = True) -> tuple[Token, ...]:
    """Return the tokens; without `decimals`, commas and points stand between whole numbers (dates, lists)."""
    plain = fold(text)
    if decimals:
        plain = _DOTTED.sub(lambda found: found.group(0).replace(".", ""), _LEADING_COMMA.sub(".", plain))
        plain = _EUROPEAN.sub(lambda found: f"{found.group(1).replace('.', '')}.{found.group(2)}", plain)
    found: list[Token] = []
    for match in (_WITH_DECIMALS if decimals else _PLAIN_DIGITS).finditer(plain):
        if digits := match.group("number"):
            if len(digits) > 15:
                found.append(Token("word", digits))
            else:
                found.append(Token("number", digits, _number(digits)))
        elif word := match.group("word"):
            found.extend(Token("word", part) for part in _open(word).split(" "))
        else:
            found.append(Token("sign", match.group("sign")))
    return tuple(found)
