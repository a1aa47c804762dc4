"""Answers in Italian, said again in the English that the readers know, or not at all.

Every word must be known: an answer with a word that stands in no table is asked back, never guessed. Dates in figures are day
first, a point in a number parts thousands. What it will not do: read an answer; free text passes as it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from interview.understanding.italian_drugs import DRUGS
from interview.understanding.italian_numbers import number_of
from interview.understanding.italian_words import (
    AMOUNTS,
    DATES,
    FILLERS,
    FREQUENCY,
    MISSING,
    NONE,
    NOT_TOLD,
    ROUND,
    TURNING,
    TURNING_A_NO,
    TURNING_A_YES,
    YES_NO,
)
from interview.understanding.list_ends import asks_for_another, ends_an_italian_list
from interview.understanding.options_here import is_only_us_in_italian
from interview.understanding.safety_no import is_about_danger
from interview.understanding.safety_no_italian import denies_it_all
from interview.understanding.tokens import LONGEST_ANSWER, fold

_PIECE: Final = re.compile(r"\d+(?:[./:,-]\d+)*%?|[^\W\d_]+|[^\w\s]")
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})")
_LONGEST_PHRASE: Final = 6
_AMOUNT_KINDS: Final = frozenset({"number", "scale", "duration", "frequency", "dose"})
_OPEN_TAIL: Final = frozenset({",", ".", ";", ":", "-", "!", "perche"})
_ANSWERS: Final = frozenset({"yes", "no", "not at all", "never"})
_IS: Final = re.compile(r"\bè\b|\bé\b", re.IGNORECASE)


def in_english(kind: str, text: str, names: Sequence[str] = (), about: str | None = None) -> str | None:
    """Return what the readers are given for an Italian answer: English, or the text itself where it needs none; None: not understood.

    `names` are all words by which options may be named; an answer that is one of them passes as it is. `about` is the question's
    link id: a no to a question about danger is read from a closed list, and asked back beside it.
    """
    if len(text) > LONGEST_ANSWER:
        return text
    pieces = _pieces(text)
    words = " ".join(piece for piece in pieces if piece[0].isalnum())
    if kind in ("texts", "drugs") and ends_an_italian_list(text):
        return "none"
    if kind in ("choice", "choices"):
        return _of_options(kind, text, pieces, words, {" ".join(w for w in _pieces(name) if w[0].isalnum()) for name in names}, about)
    if words in MISSING:
        return MISSING[words]
    if kind in ("text", "texts", "drug", "drugs"):
        if words in NONE and kind != "text":
            return "none"
        return _drugs(text) if kind in ("drug", "drugs") else text
    if kind == "yes_no":
        if asks_for_another(about) and ends_an_italian_list(text):
            return "no"
        return _about_danger(about or "", pieces, words) if is_about_danger(about) else _yes_or_no(pieces, words)
    told = _said_again(pieces, _table(kind), kind)
    return " ".join(told) if told is not None else None


def plain(text: str) -> str:
    """Return a text in lower case, without accents, with blanks for apostrophes; "è" is left out, so that it is no "e"."""
    lower = _IS.sub(" ", fold(text))
    bare = "".join(sign for sign in unicodedata.normalize("NFD", lower) if not unicodedata.combining(sign))
    return bare.replace("'", " ")


def _pieces(text: str) -> list[str]:
    return _PIECE.findall(plain(text))


@cache
def _table(kind: str) -> Mapping[str, str]:
    table = {**MISSING, **dict.fromkeys(FILLERS, ""), **AMOUNTS}
    if kind in ("date", "duration"):
        table |= DATES
    if kind == "frequency":
        table |= FREQUENCY
    if kind == "date":
        table |= {"dal": "", "dall": "", "un": "1", "una": "1"}
    return table


def _said_again(pieces: Sequence[str], table: Mapping[str, str], kind: str) -> list[str] | None:
    """Return the English of every piece, the longest phrases first; nothing where a piece is not known."""
    told: list[str] = []
    place = 0
    while place < len(pieces):
        for length in range(min(_LONGEST_PHRASE, len(pieces) - place), 0, -1):
            phrase = " ".join(pieces[place : place + length])
            english = table.get(phrase)
            if english is None and length == 2:
                english = _of_two(pieces[place], pieces[place + 1])
            if english is None and length == 1:
                english = _of_one(pieces, place, kind)
            if english is not None:
                told.append(english)
                place += length
                break
        else:
            return None
    return [word for word in told if word]


def _of_two(first: str, second: str) -> str | None:
    if first in ("un", "una") and second in ROUND:
        return f"about {ROUND[second]}"
    if first == "due" and second == "volte":
        return "twice"
    return None


def _of_one(pieces: Sequence[str], place: int, kind: str) -> str | None:
    piece = pieces[place]
    if piece[0].isdigit():
        return _figures(piece, kind)
    if not piece.isalnum():
        return piece
    if piece in ("un", "una"):
        following = pieces[place + 1] if place + 1 < len(pieces) else ""
        return "" if following[:1].isdigit() or number_of(following) is not None else "1"
    if (number := number_of(piece)) is not None:
        return str(number)
    later = pieces[place + 1 :]
    if piece in ("da", "dal", "dalla", "dai", "dalle"):
        return _since(pieces, place, kind)
    if piece in ("a", "al", "ai", "alle", "agli", "fino") and _begins_a_span(pieces[:place]):
        return "to"
    if piece in ("tra", "fra") and "e" in later:
        return "between"
    if piece == "per" and kind == "duration":
        return "for"
    return None


def _since(pieces: Sequence[str], place: int, kind: str) -> str | None:
    """Read "da marzo", "da due anni", "da sei a otto", "compresse da 75"."""
    later = pieces[place + 1 :]
    if not later:
        return None
    if any(each in ("a", "al", "ai", "alle") for each in later[1:4]):
        return "from"
    is_number = later[0][0].isdigit() or later[0] in ("un", "una", "circa", "almeno", "quasi", "piu") or number_of(later[0]) is not None
    if kind == "dose":
        return "of" if is_number else None
    if kind == "date":
        return "" if later[0] in DATES or re.fullmatch(r"(19|20)\d\d", later[0]) else None
    if kind != "duration":
        return None
    is_year = is_number and len(later) == 1 and re.fullmatch(r"(19|20)\d\d", later[0]) is not None
    return "for" if is_number and not is_year else "since"


def _begins_a_span(before: Sequence[str]) -> bool:
    return any(piece in ("da", "dal", "dalla", "dai", "dalle") for piece in before[-5:])


def _figures(piece: str, kind: str) -> str | None:
    if kind == "date":
        return _DAY_FIRST.sub(r"\1.\2.\3", piece)
    if _THOUSANDS.fullmatch(piece):
        return piece.replace(".", "").replace(",", ".")
    return piece


def _about_danger(about: str, pieces: Sequence[str], words: str) -> str | None:
    """Read a no only where the whole answer is one; any other no is both, and asked back."""
    if denies_it_all(about, pieces):
        return "no"
    read = _yes_or_no(pieces, words)
    return "yes and no" if read in _ANSWERS - {"yes"} else read


def _yes_or_no(pieces: Sequence[str], words: str) -> str | None:
    """Read a whole answer, or one that begins with a plain yes or no and goes on without turning it."""
    if words in YES_NO:
        return YES_NO[words] + ("?" if "?" in pieces else "")
    kept = [piece for piece in pieces if piece.isalnum() and piece not in FILLERS]
    if " ".join(kept) in YES_NO:
        return YES_NO[" ".join(kept)]
    if " ".join(kept) in MISSING:
        return MISSING[" ".join(kept)]
    for end in range(min(_LONGEST_PHRASE, len(pieces) - 1), 0, -1):
        head = YES_NO.get(" ".join(pieces[:end]))
        if head in _ANSWERS and pieces[end] in _OPEN_TAIL:
            tail = [piece for piece in pieces[end:] if piece.isalnum()]
            return head if not _turns(head, " ".join(tail)) else _both(head, " ".join(tail))
    return None


def _both(head: str, tail: str) -> str | None:
    """Read "no, preferisco non rispondere" and "sì, credo"; nothing else behind a turning word."""
    if tail in MISSING:
        return f"{head}, {MISSING[tail]}"
    return f"{head}, {YES_NO[tail]}" if tail in YES_NO else None


def _turns(head: str, tail: str) -> bool:
    """Tell whether what follows a yes or a no may take it back; "no, non ho mai …" is a no all the same."""
    return any(f" {word} " in f" {tail} " for word in (*TURNING, *(TURNING_A_YES if head == "yes" else TURNING_A_NO)))


def _of_options(kind: str, text: str, pieces: Sequence[str], words: str, names: set[str], about: str | None) -> str | None:
    """Let an option's name pass; read refusals and "nessuno"; give a list its commas; let nothing pass that is turned."""
    if words in names:
        return text
    if words in MISSING:
        return MISSING[words]
    if words in NONE or is_only_us_in_italian(about, words):
        return "none"
    left = f" {words} "
    for name in sorted(names, key=len, reverse=True):
        left = left.replace(f" {name} ", " ") if name else left
    if any(f" {word} " in left for word in NOT_TOLD):
        return None
    kept = [piece for piece in pieces if piece not in FILLERS and piece not in ("un", "una", "anche", "si")]
    joined = " ".join({"e": ",", "ed": ",", "o": "or", "oppure": "or"}.get(piece, piece) for piece in kept)
    return joined if kind == "choices" or "," not in joined else joined.replace(",", " ")


def _drugs(text: str) -> str:
    """Return a text with Italian generic names as the international ones; a list's "e" is a comma."""
    return re.sub(r"[^\W\d_]+", lambda word: DRUGS.get(plain(word.group()).strip(), word.group()), re.sub(r"\s+e(?:d)?\s+", ", ", text))
