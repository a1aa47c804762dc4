"""The sides that an answer takes: each phrase of yes or no that is an answer, rather than part of a story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from interview.understanding.listed import listed
from interview.understanding.phrases import SKIPPED, Phrases
from interview.understanding.tokens import Token
from interview.understanding.yes_no_phrases import TABLE

_STORY_VERBS: Final = frozenset(
    listed(
        """
        been | had | done | felt | thought | taken | seen | tried | noticed | heard | experienced | used | considered | attempted | ever
        """
    )
)


_THAT: Final = {"any", "that", "it", "those", "one", "them", "anything", "this", "these"}


CLAUSE_ENDS: Final = {",", ".", ";", "!", "?", "-", ":", ")", "("}


_TAGS: Final = frozenset(
    listed(
        """
        indeed | too | either | yes | actually | really | though | thanks | thank | doctor | often | definitely | sometimes | always |
        sadly | unfortunately | ever | now | so | well | once | twice | and | but | all | yeah | no | before
        """
    )
)


_STATES: Final = frozenset(
    listed(
        """
        fine | right | positive | wrong | okay | ok | correct | true | false | nothing | none | nobody | zero | negative | normally |
        all the time
        """
    )
)
"""Words that after "I am" or "I have" tell a state, not a yes or a no."""


@dataclass(frozen=True, slots=True)
class Side:
    """One answer phrase: its side (true, false, or neither) and whether it was hedged."""

    yes: bool | None
    hedged: bool
    said: str
    place: int


@cache
def answer_phrases() -> Phrases:
    return Phrases(TABLE, skipped=SKIPPED - {"too", "completely", "totally", "entirely", "exactly"})


def _ends_clause(tagged: Sequence[Token], place: int) -> bool:
    """Tell whether a clause ends behind this place, so that "I do" is an answer and "I do drink" is a sentence."""
    if place + 1 >= len(tagged):
        return True
    following = tagged[place + 1]
    return (following.kind == "mark" and following.text not in ("aux_yes", "aux_no", "narrative") and following.said not in _STATES) or (
        following.kind != "mark" and (following.text in CLAUSE_ENDS or following.text in _TAGS)
    )


def _answers(tagged: Sequence[Token], place: int, first: bool) -> bool:
    """Tell whether "I have" or "I don't" answers: at the end of a clause, or before "tried", "any of it".

    "I don't sleep" does not: whether it is a yes or a no hangs on the question.
    """
    if _ends_clause(tagged, place):
        return True
    if not first:
        return False
    following = tagged[place + 1].text
    after = tagged[place + 2].text if place + 2 < len(tagged) else ""
    aux, last = tagged[place].text, tagged[place].said.split(" ")
    if following == "have" and after in _THAT:
        return place + 3 >= len(tagged) or tagged[place + 3].text in CLAUSE_ENDS
    if following in _STORY_VERBS:
        return last[1] in ("have", "has", "had", "never") or last[0] == "never" or following == "ever"
    if aux == "aux_no" and "never" in last:
        return following.endswith("ed")
    return False


def find_sides(tagged: Sequence[Token]) -> list[Side]:
    sides: list[Side] = []
    for place, token in enumerate(tagged):
        if token.kind == "mark" and token.text in ("yes", "no", "soft_yes", "soft_no"):
            sides.append(Side(token.text.endswith("yes"), token.text.startswith("soft"), token.said, place))
        elif token.kind == "mark" and token.text == "either":
            sides.append(Side(None, False, token.said, place))
        elif token.kind == "mark" and token.text in ("aux_yes", "aux_no") and _answers(tagged, place, not sides):
            sides.append(Side(token.text == "aux_yes", False, token.said, place))
    return sides


def is_answer(tagged: Sequence[Token], side: Side) -> bool:
    """Tell whether a later phrase answers by itself, rather than telling a story ("yes, I never sleep")."""
    token = tagged[side.place]
    if token.text in ("aux_yes", "aux_no"):
        return _ends_clause(tagged, side.place)
    if token.said in listed(
        """
        no | never | none | nothing | a lot | a bit | a little | right | fine | always | often | once | twice | both | every day |
        all the time | sometimes | usually | normally | exactly | completely | totally | almost | fairly | slightly
        """
    ):
        alone_before = (
            side.place == 0
            or tagged[side.place - 1].text in CLAUSE_ENDS
            or tagged[side.place - 1].text in ("but", "and", "or", "then")
            or tagged[side.place - 1].kind == "mark"
        )
        return alone_before and _ends_clause(tagged, side.place)
    return True
