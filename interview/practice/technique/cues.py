"""Whether a turn takes up what the person let show: names the feeling or what it is about, only acknowledges it, or passes it over.

The judgement returns the words that it rests on, so that the trainee can see and correct it.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from interview.engine.practice_turns import Cue
from interview.practice.technique.feelings import ANY_FEELING, UNSPECIFIC, families_in
from interview.practice.technique.form import judge
from interview.practice.technique.reflecting import comforts_or_advises, normalises
from interview.practice.technique.sentences import sentences, words_of

Taken = Literal["responded", "acknowledged", "passed_over", "neither"]
"""Named or made room for · only heard · gone on without it · neither: a turn that says how common it is, or is small talk."""

SHORTEST_STEM: Final = 4
"""Letters that have to remain where a word's ending is taken off to compare it."""
_NO: Final = "no"
_FEELING_WORD = re.compile(ANY_FEELING)
_ENDING = re.compile(r"(?:ing|ed|es|s|d|e)$")
_INVITES = re.compile(
    r"\b(?:tell (?:me|us) (?:a (?:little |bit )?)?more|say (?:a (?:little |bit )?)?more|(?<!us )(?<!let )go on"
    r"|(?:how (?:did|does|do)|what (?:did"
    r"|does|do)) (?:that|this|it|you) (?:feel|make you feel|mean to you)"
    r"|how (?:is|was|has) (?:that|this|it) (?:been )?for you|what (?:is|was) (?:that|this|it) like)\b"
)
"""Makes room for what was let show without a word for it."""
_ACKNOWLEDGES = re.compile(
    r"\b(?:sorry(?! (?:i am|i was|we|for the|about the|to keep|to have kept|to interrupt|to be late|my))"
    r"|(?:thank you|thanks)(?: so much| very much)? for (?:telling|sharing|saying|being|trusting|your (?:trust|honesty|openness))"
    r"|i (?:can )?(?:understand|see|hear you)(?! (?:you (?:are|were|have|drive|work|live|came|come)|from|in|on)\b)|i can imagine"
    r"|i appreciate(?! (?:you|your) coming)|^take your time$|\. take your time$|^take your time (?=\.)|that makes sense"
    r"|of course you (?:are|do|feel|were)|no wonder|it is (?:okay|ok|all right|understandable))\b"
)
"""Shows that it was heard, and says nothing of what was heard."""
_NEGATIONS: Final = words_of("no not never nothing nobody none without")
_NEGATED_BEFORE: Final = 3
"""Words before a feeling's word within which a negation takes it back."""
_SMALL_TALK = re.compile(
    r"^(?:(?:hello|hi|good (?:morning|afternoon|evening)|welcome|nice to meet you|pleased to meet you|please (?:sit"
    r"|take a seat|have a seat)"
    r"|(?:did|have) you (?:find|found|have|had) (?:a good|it|your|the) ?(?:journey|easily|way|place|all right)?|(?:nice|lovely"
    r"|awful|cold|wet) (?:weather|day)"
    r"|(?:thank you|thanks) for coming|(?:can|may) i (?:get|offer) you|would you like (?:some |a (?:glass|cup) of )?(?:water"
    r"|tea|coffee))\b)"
)
"""Says something civil about meeting."""
_EMPTY = words_of("a an the of to in on at for and or my me i it is was be am are with that this so all very your you")


class CueResponse(BaseModel):
    """How a turn took up a cue."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    taken: Taken
    words: tuple[str, ...] = ()
    """The turn's own words that it rests on, lower case; none where it was passed over."""


def response_to(cue: Cue, turn: str) -> CueResponse:
    """Return how a turn took up a cue of the answer before it. Never raises, whatever the turn holds."""
    said = tuple(sentence.text for sentence in sentences(turn))
    taking_up = " . ".join(text for text in said if not comforts_or_advises(text) and not normalises(text))
    named = _named(cue, taking_up)
    if named:
        return CueResponse(taken="responded", words=named)
    felt = families_in(_without_negated(taking_up))
    if judge(turn).reflection and (other := tuple(word for family, word in felt.items() if family != UNSPECIFIC)):
        return CueResponse(taken="responded", words=other)
    if invited := _INVITES.search(taking_up):
        return CueResponse(taken="responded", words=(invited.group(),))
    heard = _ACKNOWLEDGES.search(" . ".join(said))
    if heard is None and any(normalises(text) or _SMALL_TALK.match(text) for text in said):
        return CueResponse(taken="neither")
    words = ((heard.group(),) if heard else ()) + ((felt[UNSPECIFIC],) if UNSPECIFIC in felt and judge(turn).reflection else ())
    return CueResponse(taken="acknowledged", words=words) if words else CueResponse(taken="passed_over")


def _named(cue: Cue, text: str) -> tuple[str, ...]:
    """Return the words of a text by which it names the cue's feeling or what that is about."""
    found: dict[str, None] = {}
    wanted = set(families_in(_plain(cue.feeling))) - {UNSPECIFIC}
    for family, word in families_in(_without_negated(text)).items():
        if family in wanted:
            found[word] = None
    told = _told(text)
    for phrase in (cue.feeling, *cue.words):
        plain = _plain(phrase)
        there = _told(_without_negated(text)) if phrase == cue.feeling and not _NEGATIONS & set(_words(plain)) else told
        stems = [_stem(word) for word in _words(plain) if word not in _EMPTY]
        if set(stems) - {_NO} and all(stem in there for stem in stems):
            found.update(dict.fromkeys(told[stem] for stem in stems))
    return tuple(found)


def _plain(phrase: str) -> str:
    """Return a phrase of a case file as a turn's sentences are written."""
    return " ".join(sentence.text for sentence in sentences(phrase))


def _told(text: str) -> dict[str, str]:
    """Return the words of a text by their stems."""
    return {_stem(word): word for word in reversed(_words(text))}


def _without_negated(text: str) -> str:
    """Return a text without the words that a "no" or "not" shortly before them takes back: "you are not hopeless" names no despair."""
    kept: list[str] = []
    words = text.split()
    for place, word in enumerate(words):
        before = words[max(0, place - _NEGATED_BEFORE) : place]
        since = before[max((at + 1 for at, each in enumerate(before) if each in (",", ":", ".", "but")), default=0) :]
        if not (_FEELING_WORD.fullmatch(word) and _NEGATIONS.intersection(since)):
            kept.append(word)
    return " ".join(kept)


def _words(text: str) -> list[str]:
    """Return the words of a sentence without its pauses."""
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", text)


def _stem(word: str) -> str:
    """Return a word without its ending, so that "died" and "dies" are one; every negation is one word."""
    if word in _NEGATIONS:
        return _NO
    bare = _ENDING.sub("", word.removesuffix("'s"))
    return bare if len(bare) >= SHORTEST_STEM else word
