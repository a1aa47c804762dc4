"""Other words for what options say: kin, trades, doses that went up or down, nothing that changed.

A phrase of a group is read as the phrase of the same group that one of the options uses. What it will not do: choose an option.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview.understanding.listed import listed
from interview.understanding.tokens import Token

_GROUPS: Final = tuple(
    listed(group)
    for group in (
        "parent | mother | mum | mom | mam | mummy | father | dad | daddy | parents | stepmother | stepfather",
        "friend | mate | pal | buddy | bestie | friends | mates",
        "partner | husband | wife | boyfriend | girlfriend | spouse | fiance | fiancee | missus | hubby | other half",
        "child | son | daughter | kid | children | kids",
        "relative | brother | sister | aunt | uncle | cousin | grandmother | grandfather | gran | grandma | grandad | niece | nephew",
        "interpreter | translator",
        "professional | nurse | social worker | care worker | carer | support worker | therapist | psychologist | key worker",
        "raised | increased | upped | bumped up | put up | went up | turned up | doubled | higher",
        "lowered | reduced | brought down | went down | put down | halved | dropped | cut | cut down | tapered",
        "stopped | discontinued | came off | taken off | quit | withdrawn",
        "started | begun | commenced | put on | newly started",
        "used to | quit | gave up | given up | packed it in | ex smoker | former | stopped years ago | no longer",
        "no difference | no change | no effect | did nothing | nothing changed | no benefit | no improvement | did not help | "
        "did not work | no real change | made no odds | no use | no good",
        "unable to | can not | not able to",
        "worse | went downhill | deteriorated | more ill | worsened",
        "part | partly | partially | a bit | somewhat | to a degree | halfway",
        "medicine | tablets | pills | medication | meds | drugs",
        "talking therapy | therapy | talking | counselling | counseling | psychotherapy",
        "does not matter | do not mind | not bothered | do not care | no preference | either way | not fussed | up to you",
        "severe | very bad | serious",
        "trouble | difficulty | problems | problem | difficulties",
    )
)
_WHOLE_NAMES_ONLY: Final = frozenset(listed("quit | stopped | gave up | no longer | used to | former"))
"""Phrases that are an option's only where they are all of its name: who quit has not said that it "quit working"."""

_NO_MORE: Final = frozenset(listed("whatsoever | at all | whatever | of any kind | to speak of"))


Rewording = tuple[tuple[str, ...], tuple[str, ...]]
"""A phrase that people use, and the phrase that an option uses for it."""


def rewordings(names: Sequence[tuple[tuple[str, ...], str]]) -> tuple[Rewording, ...]:
    """Return what is to be put in the options' words: where only one option has a phrase of a group, the group's other phrases."""
    known = {word for name, _ in names for word in name}
    found: list[Rewording] = []
    for group in _GROUPS:
        phrases = [tuple(phrase.split()) for phrase in group]
        ours = [phrase for phrase in phrases if set(phrase) <= known and any(_says(name, phrase) for name, _ in names)]
        if len({code for phrase in ours for name, code in names if _says(name, phrase)}) != 1:
            continue
        theirs = [phrase for phrase in phrases if phrase not in ours and not (len(phrase) == 1 and phrase[0] in known)]
        found.extend((phrase, ours[0]) for phrase in sorted(theirs, key=len, reverse=True))
    return tuple(found)


def in_the_options_words(said: Sequence[Token], reworded: Sequence[Rewording]) -> tuple[Token, ...]:
    """Return the answer with each phrase that no option has put in the words of the one option that has its like."""
    tokens = _without(said)
    words = {token.text for token in tokens}
    for phrase, ours in reworded:
        if phrase[0] in words:
            tokens = _replaced(tokens, phrase, ours)
    return tokens


def _says(name: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return name == phrase if " ".join(phrase) in _WHOLE_NAMES_ONLY else _holds(name, phrase)


def _holds(name: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return any(name[at : at + len(phrase)] == phrase for at in range(len(name) - len(phrase) + 1))


def _replaced(said: tuple[Token, ...], phrase: tuple[str, ...], by: tuple[str, ...]) -> tuple[Token, ...]:
    place = 0
    while place + len(phrase) <= len(said):
        if tuple(token.text for token in said[place : place + len(phrase)]) == phrase:
            said = (*said[:place], *(Token("word", word) for word in by), *said[place + len(phrase) :])
            place += len(by)
        else:
            place += 1
    return said


def _without(said: Sequence[Token]) -> tuple[Token, ...]:
    """Take away what only strengthens ("no change whatsoever")."""
    tokens = tuple(said)
    for phrase in _NO_MORE:
        if " " not in phrase or any(token.text == "no" for token in tokens):
            tokens = _replaced(tokens, tuple(phrase.split()), ())
    return tokens or tuple(said)
