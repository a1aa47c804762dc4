"""`understand`: one answer as typed → its normal form. The one door of this room.

It never guesses and never raises for what was typed: two readings are `ambiguous`, none is `not_understood`.
Readers are imported when their kind is first asked for.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from itertools import dropwhile
from typing import Final, cast

from interview.language import current
from interview.understanding.asked import Asked
from interview.understanding.clock import LATEST, OLDEST
from interview.understanding.missing import Disclaimer, asks_for_the_next, disclaimer, stands_alone
from interview.understanding.missing_phrases import POLITE
from interview.understanding.no_amount import says_a_vague_count, tells_no_amount
from interview.understanding.tokens import LONGEST_ANSWER, MOST_TOKENS, Token, tokens
from interview.understanding.understood import Option, Understood
from trd_core.text import clean

__all__ = ["KINDS", "Option", "Understood", "understand"]

KINDS: Final = ("number", "scale", "duration", "date", "frequency", "yes_no", "choice", "choices", "dose", "drug", "drugs", "texts", "text")
"""The kinds of answer, each read in the module of its name (`choices` beside `choice`, `drugs` beside `drug`, `texts` beside `text`)."""

_MODULE: Final = {"choices": "choice", "drugs": "drug", "texts": "text"}
_WHOLE_NUMBERS_ONLY: Final = {"date", "choice", "choices"}
_NO_MIXED_WORDS: Final = {"yes_no", "choice", "choices"}
_MIXED: Final = re.compile(r"\d(?!st\b|nd\b|rd\b|th\b)[a-z]", re.IGNORECASE)
"""A digit run into a letter ("47n"): a slip of the fingers, in which no fragment is an answer."""

_SLIP: Final = re.compile(r"\d[ol]+(?![a-z])|(?<![a-z])[ol]+\d", re.IGNORECASE)
"""A letter for a nought or a one among digits ("5o", "l50")."""
_AMOUNTS: Final = {"number", "scale", "duration", "frequency", "dose"}

_COUNTS: Final = {"number", "frequency"}

_OWN_LENGTH: Final = {"text", "texts", "drugs"}
_OWN_DISCLAIMERS: Final = {"text", "texts", "drugs", "choice", "choices", "yes_no", "drug"}

_JOINING: Final = {"but", "exactly", "though", "however", "really", "so"}
"""Words between a disclaimer and the value that follows it."""

_OF_THE_VALUE: Final = {"~", "<", ">", "<=", ">=", "+"}
"""Signs that belong to the value behind a disclaimer."""

_REWORDED_BY: Final = {"it": "italian"}
"""The module that says the answers of a language again in the English that the readers know."""

InEnglish = Callable[[str, str, Sequence[str], str | None], str | None]
Reader = Callable[[Asked, Sequence[Token]], Understood]


@cache
def _reader(kind: str) -> Reader:
    module = import_module(f"interview.understanding.{_MODULE.get(kind, kind)}")
    return cast(Reader, module.read)


def understand(
    kind: str,
    text: str,
    *,
    unit: str | None = None,
    options: Sequence[Option] = (),
    minimum: float | None = None,
    maximum: float | None = None,
    today: dt.date | None = None,
    about: str | None = None,
) -> Understood:
    """Return what the text means as an answer of this kind.

    `unit` is the asked unit of a duration; `options` of a scale are its labels, with the number as code; `today` is the only
    clock; `about` is the link id of the question, where it is known. A `kind` that does not exist raises `ValueError`.
    """
    if kind not in KINDS:
        raise ValueError(f"the kind is none of {', '.join(KINDS)}")
    asked = Asked(kind, clean(text), unit, tuple(options), minimum, maximum, _plausible(today), about)
    if not asked.text:
        return asked.not_understood()
    if kind == "scale" and options and (labelled := _by_label(asked)) is not None:
        return labelled
    if (reworded := _REWORDED_BY.get(current())) is None:
        return _understood(asked)
    said = cast(InEnglish, import_module(f"interview.understanding.{reworded}").in_english)(kind, asked.text, asked.names(), about)
    return asked.not_understood() if said is None else replace(_understood(replace(asked, text=said)), text=asked.text)


def _by_label(asked: Asked) -> Understood | None:
    module = import_module("interview.understanding.scale_labels")  # only a scale with labels needs it
    return cast(Callable[[Asked], Understood | None], module.labelled)(asked)


def _understood(asked: Asked) -> Understood:
    kind = asked.kind
    read = _reader(kind)
    if kind in _OWN_LENGTH:
        return read(asked, ())
    if len(asked.text) > LONGEST_ANSWER:
        return asked.not_understood()
    if kind in _NO_MIXED_WORDS and _MIXED.search(asked.text) and not any(_MIXED.search(name) for name in asked.names()):
        return asked.not_understood()
    if kind in _AMOUNTS and _SLIP.search(asked.text):
        return asked.not_understood()
    said = tokens(asked.text, decimals=kind not in _WHOLE_NUMBERS_ONLY)
    if len(said) > MOST_TOKENS:
        return asked.not_understood()
    return read(asked, said) if kind in _OWN_DISCLAIMERS else read_beside_disclaimer(asked, said, read)


def _has_digit(said: Sequence[Token]) -> bool:
    return any(token.kind == "number" for token in said)


def _explains_why_not(found: Disclaimer) -> bool:
    """Tell whether what follows a doesn't-apply or a refusal only says why ("does not apply, I drink no coffee")."""
    begins = all(token.kind == "sign" or token.text in POLITE for token in found.before)
    parted = bool(found.after) and (found.after[0].kind == "sign" or found.after[0].text in ("because", "as", "since", "for", "cause"))
    if found.reason == "not_applicable" and found.after and found.after[0].text in ("no", "never", "not", "i"):
        parted = True
    return found.reason != "unknown" and begins and parted and not any(token.text in ("but", "though") for token in found.after)


def _plausible(today: dt.date | None) -> dt.date | None:
    return today if today is not None and OLDEST <= today.year < LATEST else None


def _only_joins(token: Token) -> bool:
    return token.text in _JOINING or (token.kind == "sign" and token.text not in _OF_THE_VALUE)


def read_beside_disclaimer(asked: Asked, said: Sequence[Token], read: Reader) -> Understood:
    """Read an answer that may hold a refusal, a don't-know or a doesn't-apply: a value beside it is the value, hedged."""
    found = disclaimer(said)
    if found is None:
        answer = read(asked, said)
        skips = answer.status == "not_understood" and asks_for_the_next(said)
        return Understood("understood", asked.text, missing="declined") if skips else answer
    if found.is_whole:
        return Understood("understood", asked.text, missing=found.reason)
    after = tuple(dropwhile(_only_joins, found.after))
    beside = read(asked, (*found.before, Token("sign", ","), *after))
    explains = found.reason != "unknown" and beside.status == "understood" and beside.value in (0, None) and beside.range is None
    if found.reason == "unknown" and beside.value == 0 and tells_no_amount(found.after):
        return Understood("understood", asked.text, missing=found.reason)
    if found.reason == "unknown" and asked.kind in _COUNTS and says_a_vague_count((*found.before, *found.after)):
        return asked.not_understood()
    if beside.status != "not_understood" and not (explains and not _has_digit(found.before)):
        return replace(beside, hedged=True)
    if explains or _explains_why_not(found):
        return Understood("understood", asked.text, missing=found.reason)
    return Understood("understood", asked.text, missing=found.reason) if stands_alone(found) else beside
