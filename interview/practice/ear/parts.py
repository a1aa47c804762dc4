"""A turn in parts: its sentences, which of them ask, and the halves of one that may ask two things.

By words alone. Whether a turn is open or leading is told elsewhere (`technique`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from interview.practice.ear.likeness import STOP
from interview.practice.ear.wording import words
from interview.understanding.listed import listed

MOST_JOINTS: Final = 8
"""Joints of one sentence at which it is divided."""
_SENTENCE: Final = re.compile(r"[^.?!\n;]*(?:\b(?:mr|mrs|ms|dr|st|e\.g|i\.e|mg)\.[^.?!\n;]*|\.\d[^.?!\n;]*)*[.?!\n;]*", re.IGNORECASE)
_JOINT: Final = re.compile(
    r"\s*(?:,\s*(?:and|or|but|also|then)\b|,|\band also\b|\band\b|\bor\b|\balso\b|\bas well as\b|&|/)\s*", re.IGNORECASE
)
_OPENERS: Final = frozenset(
    listed(
        """
        do | does | did | have | has | had | are | is | was | were | am | can | could | would | will | shall | should | may |
        might | what | when | where | who | whom | whose | which | why | how | any | ever | tell | describe | explain | talk |
        walk | take | give | show | list | name | say | go
        """
    )
)
_LEADS: Final = frozenset(
    listed(
        """
    so | and | but | okay | well | now | right | then | um | uh | er | erm | also | or | please | yes | hmm | oh | ah | alright |
    thanks
    """
    )
)
_INVITES: Final = (
    "like to hear", "like to know", "like to ask", "want to ask", "want to hear", "want to know", "need to ask", "need to know",
    "interested to",
    "i wonder", "wondering", "curious", "let us talk", "let us turn", "let us look", "tell me", "talk to me", "talk me", "walk me",
    "take me", "have to ask", "going to ask",
    "can you", "could you", "would you", "do you", "are you", "have you", "did you", "what about", "how about", "what is", "how is",
    "like to talk", "love to hear",
    "let me ask", "may i ask", "mind if i ask", "say more", "go into", "move on to", "come to", "help me understand", "describe",
)  # fmt: skip
_POINTING: Final = frozenset(
    listed(
        """
        it | that | this | those | these | them | they | one | ones | so | like | you | true | same | been | too | such | your |
        mind | crossed | happened | apply | sense
        """
    )
)
_FILLER: Final = frozenset(
    listed(
        """
        case | true | apply | happen | happened | cross | mind | often | long | make | sense | relate | sound | familiar |
        experience | experienced | notice | noticed | wonder | moment | today | lately | recently | ever | sometimes | usually |
        at | all | true | bear | say | more | else | example | feel | think | something | anything | recognise | recognize | ring |
        bell | know | known | yourself | position
        """
    )
)


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence of a turn."""

    said: tuple[str, ...]
    """Its words."""
    asks: bool
    """Whether it invites an answer."""
    points: bool
    """Whether it only points to what stood before it ("has that been so for you?")."""
    text: str


def sentences(text: str, *, longest: int, most: int) -> tuple[Part, ...]:
    """Return the last sentences of a text, in order, without empty ones."""
    found = []
    for piece in _SENTENCE.findall(text[-longest:]):
        said = words(piece)
        if said:
            found.append(Part(said, _asks(piece, said), _points(said), piece.strip()))
    return tuple(found[-most:])


def halves(text: str) -> tuple[tuple[str, str], ...]:
    """Return every way to divide a sentence at one joint into two sides that each have words."""
    found = []
    for joint in islice(_JOINT.finditer(text), MOST_JOINTS):
        before, after = text[: joint.start()], text[joint.end() :]
        if words(before) and words(after):
            found.append((before, after))
    return tuple(found)


def is_clause(said: Sequence[str]) -> bool:
    """Tell whether words stand as a question of their own: they begin with a word that opens one, or hold an invitation."""
    start = next((place for place, word in enumerate(said) if word not in _LEADS), 0)
    return len(said) - start > 1 and (said[start] in _OPENERS or _invites(said))


def _invites(said: Sequence[str]) -> bool:
    joined = " " + " ".join(said) + " "
    return any(f" {phrase} " in joined for phrase in _INVITES)


def _asks(piece: str, said: tuple[str, ...]) -> bool:
    if "?" in piece:
        return True
    start = 0
    while start < len(said) - 1 and said[start] in _LEADS:
        start += 1
    if said[start] in _OPENERS:
        return True
    return _invites(said)


def _points(said: tuple[str, ...]) -> bool:
    content = [word for word in said if word not in STOP and word not in _POINTING and word not in _FILLER]
    return not content
