"""A turn in sentences, each plain enough to be judged: lower case, short forms written out, pauses as signs of their own.

It knows where a sentence ends ("Dr. Hill gave you 37.5 mg. of it" is one). It will not mend spelling, and it looks at any text in time
that grows with its length: what has no full stop for long is cut.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

LONGEST_SENTENCE: Final = 120
"""Words after which a sentence is cut, so that looking at one never costs more than so much."""


def words_of(text: str) -> frozenset[str]:
    """Return the words of a list written as one text."""
    return frozenset(text.split())


_NEVER_LAST: Final = frozenset({"dr", "mr", "mrs", "ms", "mx", "prof", "st", "e.g", "i.e", "eg", "ie", "vs", "approx", "ca", "incl"})
"""Abbreviations that a name, an example or a number follows."""
_SELDOM_LAST: Final = frozenset(
    {"mg", "mcg", "ml", "kg", "g", "etc", "a.m", "p.m", "am", "pm", "hr", "hrs", "min", "wk", "wks", "yr", "yrs", "no"}
)
"""Abbreviations that may end a sentence: they do where a capital letter follows."""

_WITHOUT_APOSTROPHE: Final = {
    bare: f"{bare[:-1]}'t"
    for bare in words_of("dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt cant wont wouldnt couldnt shouldnt mustnt")
} | {
    "youre": "you're",
    "youve": "you've",
    "im": "i'm",
    "ive": "i've",
    "thats": "that's",
    "whats": "what's",
    "hows": "how's",
    "theyre": "they're",
    "u": "you",
    "r": "are",
    "ur": "your",
}
"""Short forms as they are typed in haste."""
_BEFORE_IS: Final = words_of(
    "it that this he she what how who where when why there here everything nothing nobody everyone everybody something someone"
)
"""Words after which 's is "is"; after any other it is a possessive."""
_IRREGULAR: Final = {
    "can't": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "ain't": "is not",
    "cannot": "can not",
    "let's": "let us",
}
_ENDINGS: Final = (("n't", " not"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("'d", " would"), ("'m", " am"))

_HAS = re.compile(r"\b(it|that|what|how|who|he|she|nothing|nobody|everything|there) is(?= (?:been|got|had|gone|become|happened|changed)\b)")
"""Where 's stood for "has"."""
_PIECE = re.compile(r"[^\W_]+(?:['.][^\W_]+)*|[?!.…\n]+|[,:;()\u2013\u2014]|(?<=\s)-+(?=\s)")


class Sentence(NamedTuple):
    """One sentence of a turn."""

    text: str
    """Its words with single blanks, lower case, short forms written out; `,` and `:` stand as words of their own."""
    marked: bool
    """Whether it ends with a question mark."""


def written_out(word: str) -> str:
    """Return a word in lower case with its short form written out: "don't" as "do not"."""
    plain = word.lower()
    plain = _WITHOUT_APOSTROPHE.get(plain, plain)
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    for ending, full in _ENDINGS:
        if plain.endswith(ending) and len(plain) > len(ending):
            return plain.removesuffix(ending) + full
    return plain.removesuffix("'s") + " is" if plain.endswith("'s") and plain.removesuffix("'s") in _BEFORE_IS else plain


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text in their order; none where it holds no word."""
    pieces = _PIECE.findall(text.replace("’", "'").replace("‘", "'").replace("`", "'"))
    found: list[Sentence] = []
    words: list[str] = []
    for place, piece in enumerate(pieces):
        after = pieces[place + 1] if place + 1 < len(pieces) else ""
        if piece[0] in "?!.…\n":
            if _ends(piece, words[-1] if words else "", after):
                _keep(found, words, "?" in piece)
        elif piece in ",()":
            words.append(",")
        elif not piece[0].isalnum():
            words.append(":")
        else:
            words.append(written_out(piece))
            if len(words) >= LONGEST_SENTENCE:
                _keep(found, words, False)
    _keep(found, words, False)
    return tuple(found)


def _ends(mark: str, before: str, after: str) -> bool:
    """Tell whether this mark ends a sentence, by the words at its sides."""
    if mark != ".":
        return True
    return before not in _NEVER_LAST and (before not in _SELDOM_LAST or not after or not after[0].islower())


def _keep(found: list[Sentence], words: list[str], marked: bool) -> None:
    """Close the sentence that these words make, without pauses at its ends."""
    text = re.sub(r"^[ ,:]+|[ ,:]+$", "", " ".join(words))
    words.clear()
    if text:
        found.append(Sentence(_HAS.sub(r"\1 has", re.sub(r"( [,:])+(?= [,:])", "", text)), marked))
