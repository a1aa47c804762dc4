"""Refusals, don't-knows and doesn't-applies, in every kind of answer, and never confused with "no".

It finds the phrases; what stands beside them is for the reader of the kind. "I don't know, maybe five" is five.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from interview.understanding.missing_phrases import DECLINED, NO_MORE_THAN_NARRATIVE, NOT_APPLICABLE, POLITE, SPELT, UNKNOWN
from interview.understanding.phrases import SKIPPED, Phrases
from interview.understanding.tokens import Token
from interview.understanding.understood import Missing

_STILL_MEANINGFUL = {"no", "not", "yes", "yeah", "nope", "maybe", "once", "twice"}


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """A phrase of no answer, and the tokens before and after it."""

    reason: Missing
    words: int
    """How many words the phrase has: a single one ("pass", "skip") counts only by itself."""
    before: tuple[Token, ...]
    after: tuple[Token, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing of weight stands beside it."""
        return all(
            token.kind == "sign" or token.text in POLITE or (token.kind == "mark" and token.text in _REASONS)
            for token in (*self.before, *self.after)
        )


_REASONS: Final = {"declined": "declined", "unknown": "unknown", "not_applicable": "not_applicable"}


@cache
def _phrases() -> Phrases:
    table: dict[str, list[str]] = {
        "declined": [*DECLINED],
        "unknown": [*UNKNOWN],
        "not_applicable": [*NOT_APPLICABLE],
        "narrative": [*NO_MORE_THAN_NARRATIVE],
    }
    for spelt, kind in SPELT.items():
        table[("not_applicable", "declined", "unknown")[kind]].append(spelt)
    return Phrases(table, skipped=SKIPPED)


def disclaimer(said: Sequence[Token]) -> Disclaimer | None:
    """Return the first phrase of no answer; a refusal counts before a don't-know."""
    tagged = _phrases().tag(said)
    places = [place for place, token in enumerate(tagged) if token.kind == "mark" and token.text in _REASONS]
    if not places:
        return None
    first = min(places, key=lambda place: (("declined", "not_applicable", "unknown").index(tagged[place].text), place))
    reason = cast(Missing, tagged[first].text)
    plain = tuple(_back(token) for token in tagged)
    return Disclaimer(reason, len(tagged[first].said.split(" ")), _flat(plain[:first]), _flat(plain[first + 1 :]))


def _back(token: Token) -> tuple[Token, ...]:
    if token.kind == "mark" and token.text in _REASONS:
        return (Token("sign", ","),)
    if token.kind == "mark":
        return tuple(Token("word", word) for word in token.said.split(" "))
    return (token,)


def _flat(groups: Sequence[tuple[Token, ...]]) -> tuple[Token, ...]:
    return tuple(token for group in groups for token in group)


def asks_for_the_next(said: Sequence[Token]) -> bool:
    """Tell whether an answer without a number ends with "next", by itself behind a sign ("stupid question, next")."""
    words = [token for token in said if token.kind != "sign"]
    behind = [place for place, token in enumerate(said) if token.text == "next" and token.kind == "word"]
    last = bool(behind) and all(token.kind == "sign" for token in said[behind[0] + 1 :])
    apart = last and bool(behind[0]) and said[behind[0] - 1].kind == "sign"
    return apart and len(words) <= 6 and not any(token.kind == "number" or token.text in _STILL_MEANINGFUL for token in words)


def stands_alone(found: Disclaimer) -> bool:
    """Tell whether a phrase of no answer may stand although other words are beside it.

    It may when those words hold no number and no yes or no: "I don't know, my wife keeps the tablets".
    """
    others = (*found.before, *found.after)
    return (
        found.words > 1
        and not any(token.kind == "number" or token.text in _STILL_MEANINGFUL for token in others)
        and len(found.before) <= 6
    )
