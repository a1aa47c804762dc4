"""Whether a turn takes up what the person let show: names the feeling or what it is about, only acknowledges it, or passes it over.

The judgement returns the words that it rests on, so that the trainee can see and correct it.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from interview.engine.practice_turns import Cue
from interview.practice.technique.feelings import UNSPECIFIC, families_in
from interview.practice.technique.form import judge
from interview.practice.technique.reflecting import comforts_or_advises
from interview.practice.technique.sentences import sentences, words_of

Taken = Literal["responded", "acknowledged", "passed_over"]

SHORTEST_STEM: Final = 4
"""Letters that have to remain where a word's ending is taken off to compare it."""
_ENDING = re.compile(r"(?:ing|ed|es|s|d|e)$")
_INVITES = re.compile(
    r"\b(?:tell (?:me|us) (?:a (?:little |bit )?)?more|say (?:a (?:little |bit )?)?more|(?<!us )(?<!let )go on"
    r"|(?:how (?:did|does|do)|what (?:did"
    r"|does|do)) (?:that|this|it|you) (?:feel|make you feel|mean to you)"
    r"|how (?:is|was|has) (?:that|this|it) (?:been )?for you|what (?:is|was) (?:that|this|it) like)\b"
)
"""Makes room for what was let show without a word for it."""
_ACKNOWLEDGES = re.compile(
    r"\b(?:sorry|thank you (?:for|so|very)|thanks for|i (?:can )?(?:understand|see|hear you)|i can imagine|i appreciate"
    r"|take your time|that makes sense|of course you (?:are|do|feel|were)|no wonder|it is (?:okay|ok|all right|understandable))\b"
)
"""Shows that it was heard, and says nothing of what was heard."""
_EMPTY = words_of("a an the of to in on at for and or not no my me i it is was be am are with that this so all very your you")


class CueResponse(BaseModel):
    """How a turn took up a cue."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    taken: Taken
    words: tuple[str, ...] = ()
    """The turn's own words that it rests on, lower case; none where it was passed over."""


def response_to(cue: Cue, turn: str) -> CueResponse:
    """Return how a turn took up a cue of the answer before it. Never raises, whatever the turn holds."""
    said = tuple(sentence.text for sentence in sentences(turn))
    taking_up = " . ".join(text for text in said if not comforts_or_advises(text))
    named = _named(cue, taking_up)
    if named:
        return CueResponse(taken="responded", words=named)
    felt = families_in(taking_up)
    if judge(turn).reflection and (other := tuple(word for family, word in felt.items() if family != UNSPECIFIC)):
        return CueResponse(taken="responded", words=other)
    if invited := _INVITES.search(taking_up):
        return CueResponse(taken="responded", words=(invited.group(),))
    heard = _ACKNOWLEDGES.search(" . ".join(said))
    words = ((heard.group(),) if heard else ()) + ((felt[UNSPECIFIC],) if UNSPECIFIC in felt and judge(turn).reflection else ())
    return CueResponse(taken="acknowledged", words=words) if words else CueResponse(taken="passed_over")


def _named(cue: Cue, text: str) -> tuple[str, ...]:
    """Return the words of a text by which it names the cue's feeling or what that is about."""
    found: dict[str, None] = {}
    wanted = set(families_in(_plain(cue.feeling))) - {UNSPECIFIC}
    for family, word in families_in(text).items():
        if family in wanted:
            found[word] = None
    told = {_stem(word): word for word in reversed(_words(text))}
    for phrase in (cue.feeling, *cue.words):
        stems = [_stem(word) for word in _words(_plain(phrase)) if word not in _EMPTY]
        if stems and all(stem in told for stem in stems):
            found.update(dict.fromkeys(told[stem] for stem in stems))
    return tuple(found)


def _plain(phrase: str) -> str:
    """Return a phrase of a case file as a turn's sentences are written."""
    return " ".join(sentence.text for sentence in sentences(phrase))


def _words(text: str) -> list[str]:
    """Return the words of a sentence without its pauses."""
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", text)


def _stem(word: str) -> str:
    """Return a word without its ending, so that "died" and "dies", "ashamed" and "ashamed" are one."""
    bare = _ENDING.sub("", word.removesuffix("'s"))
    return bare if len(bare) >= SHORTEST_STEM else word
