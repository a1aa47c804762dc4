"""Options that are numbers ("Three or four", "Ten or more"): the one that holds the number said.

What it will not do: read any other answer.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from interview.understanding.numerals import numerals
from interview.understanding.tokens import Token, tokens
from interview.understanding.understood import Option

_JOINS: Final = {"to", "or", "-", "and"}
_MORE: Final = {"more", "over", "above", "upwards"}
_LESS: Final = {"less", "fewer", "under", "below"}


def option_with_number(options: Sequence[Option], said: Sequence[Token]) -> str | None:
    """Return the option whose numbers hold the one number said in words; nothing where the options are not all numbers."""
    plain = [token for token in numerals(said) if token.kind != "sign"]
    if len(plain) != 1 or plain[0].kind != "number" or plain[0].said != "words":
        return None
    spans = {option.code: _span(option.display) for option in options}
    if sum(span is not None for span in spans.values()) < 2 or sum(span is None for span in spans.values()) > 1:
        return None
    holding = [code for code, span in spans.items() if span is not None and span[0] <= plain[0].value <= span[1]]
    return holding[0] if len(holding) == 1 else None


def _span(display: str) -> tuple[float, float] | None:
    words = numerals(tokens(display))
    values = [token.value for token in words if token.kind == "number"]
    others = {token.text for token in words if token.kind != "number"}
    if others <= _JOINS and 1 <= len(values) <= 2:
        return values[0], values[-1]
    if len(values) == 1 and others <= _JOINS | _MORE:
        return values[0], math.inf
    return (-math.inf, values[0]) if len(values) == 1 and others <= _JOINS | _LESS else None


def same_figures(options: Sequence[Option], said: Sequence[Token]) -> str | None:
    """Return the one option that says the same with its numbers in figures ("2-4 times a month")."""
    told = _in_figures(said)
    if not any(word[0].isdigit() for word in told) or len(told) < 2:
        return None
    same = [option.code for option in options if any(_in_figures(tokens(name)) == told for name in (option.display, *option.say))]
    return same[0] if len(same) == 1 else None


def _in_figures(said: Sequence[Token]) -> tuple[str, ...]:
    written = []
    for token in numerals(said):
        if token.kind == "number":
            written.append(f"{token.value:g}")
        elif token.text in ("-", "to", "or"):
            written.append("to")
        elif token.kind == "word":
            written.append(token.text.removesuffix("s"))
    return tuple(word for word in written if word not in ("per", "a", "the", "x") and word)
