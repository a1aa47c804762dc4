"""Whether a question puts its answer into the person's mouth.

Each way of leading is one pattern with its name. Checking what was said ("have I got that right?") does not lead.
"""

from __future__ import annotations

import re
from typing import Final

from interview.practice.technique.asking import ASKING_WORD, AUXILIARY, FELT, INVERTED, TAG, Asked, without_lead_in

_TAG_WORD = re.compile(r" , (?:right|correct|yes|no|yeah|eh|huh|true|agreed|okay|ok|surely)$")
_BARE_TAG_WORD = re.compile(
    r"(?<! all)(?<! that)(?<! it)(?<! is)(?<! are)(?<! was)(?<! not)(?<! just)(?<! quite)(?<! feel)(?<! feels)(?<! you)(?<! the)(?<! put)"
    r"(?<! got) (?:right|correct|yeah|yes|eh|huh)$"
)
"""The same without a pause before it: it asks where a question mark stands, or a cause is named."""
_CAUSE = re.compile(r"\b(?:because|due to|down to|the reason|caused by|that is why)\b")
CHECK: Final = re.compile(
    r"\b(?:is|was|would) (?:that|this|it) (?:be )?(?:about |all )?(?:right|correct|so|fair|accurate|it|how it is|true)$"
    r"|\bam i (?:right|correct|wrong|close)\b"
    r"|\b(?:have|did|do) i (?:got|get|have|understood|understand|heard|hear|put|say)\b.*\b(?:right|correctly|correct|properly|well"
    r"|accurately|you|that|it)$"
    r"|\bdoes (?:that|this|it) (?:sound|seem|feel|fit|make)\b|\bhave i (?:missed|forgotten|left)\b|\bdo i understand\b"
)
"""Asks whether what was given back is right."""

_AGREEMENT = "surely|presumably|undoubtedly|no doubt"
_CAUSED = (
    "made you|makes you|making you|made it|makes it|caused|causes|causing|triggered|brought (?:it|this|on)|set (?:it"
    "|this) off|started (?:it|this|all)"
)
_ILLNESS = (
    "depression|depressed|ill|illness|low mood|mood|unhappy|sad|sadness|anxiety|anxious|breakdown|problem|problems|symptoms"
    "|insomnia|relapse"
)

WAYS: Final[dict[str, re.Pattern[str]]] = {
    "a tag": TAG,
    "a word that takes agreement for granted": re.compile(
        rf"\b(?:{_AGREEMENT})\b|^(?:of course|obviously|clearly|naturally|certainly|needless to say)\b"
    ),
    "an assumption": re.compile(
        r" (?:i (?:suppose|take it|guess|assume|presume|expect|imagine|hope|trust)|surely)$|^(?:promise(?: me)?\b|it must be"
        r"|i (?:am (?:guessing|assuming)|gather|take it"
        r"|assume|suppose|presume|guess|trust|imagine|expect|bet|am sure|would imagine|would guess|would think)\b"
        r"|(?:have|had) you (?:ever )?(?:considered|realised|realized) that\b|(?:do|did) you (?:not )?(?:realise|realize) that\b"
        r"|you must (?!i\b)|you would (?:say|agree|admit)\b|would you not (?:say|agree)\b|would you agree\b|you do (?:feel|think"
        r"|know|want|agree|see)\b)"
    ),
    "a negative question": re.compile(
        rf"^(?:{AUXILIARY}) not\b|^(?:{AUXILIARY}) (?:you|i|we|he|she|it|they|that|this|there|your [^ ]+|the [^ ]+) (?:not|nothing"
        rf"|nobody|no one|no|never)\b|^(?:{AUXILIARY}) you (?:have|had|feel|take|see) (?:no|nothing|nobody|no one)\b"
    ),
    "a no expected": re.compile(
        rf"^(?:you|your [^ ]+|it|that|there|they|he|she) (?:(?:{AUXILIARY}) )?(?:not|never|no)\b|^(?:you )?(?:no|nothing|never"
        rf"|nobody|not|none|neither)\b(?! (?:one|body) )"
    ),
    "all taken to be well": re.compile(
        r"^(?:is |are )?(?:everything|all|things|it|sleep|appetite|mood|work|home|family|tablets|eating|sleeping) (?:is "
        r"|are )?(?:all right|alright|fine|ok|okay|good|well|under control)\b(?! (?:if|to|that|with you|for you)\b)"
    ),
    "a conclusion drawn": re.compile(r" ,? ?then$"),
    "a cause named": re.compile(
        rf"^(?:is|was|were|are|could|might|would|can) (?:it|that|this|they) (?:have )?(?:be |been )?(?:all |just |only |mainly "
        rf"|probably |really |partly )?(?:because|due to|down to|caused by)\b"
        rf"|^(?:is|was|could|might) it (?:be )?(?:that )?(?:you|your|the) .*\b(?:{_CAUSED}|that is why)\b"
        rf"|^(?:do you (?:think|feel|believe|agree)|would you say)(?! (?:any|some)).* (?:{_CAUSED}|because|due to|to blame|is why"
        rf"|(?:is|was) the (?:real |main )?(?:problem|cause|reason))\b"
        r"|^(?:is|was) (?:that|this|it) why\b|^(?:could|might|can) (?:the|your|it|that|this)\b.* (?:making you|causing|behind"
        r"|to blame|the (?:cause|reason))\b"
        r"|^(?:could|might) (?:it|that|this) (?:be|have been) (?:just |all |only )?(?:the|your|a)\b"
        rf"|^(?:did|does|has|have|do) (?!you\b|any|some).* (?:caused?|bring on|brought on|triggers?|triggered|lead to|led to"
        rf"|make you|made you) (?:your |this |the |so )*(?:{_ILLNESS})\b"
    ),
    "a feeling presupposed": re.compile(
        rf"^how (?:very |really )?(?:{FELT}) (?:did|do|does|were|are|was|is|have|has)\b|^how much (?:better|worse|happier"
        rf"|calmer) (?:do|are|did|have|has|is)\b"
    ),
}
"""Ways of leading by their names; each is looked for in the part of a sentence that asks."""
_FROM_A_STATEMENT: Final = frozenset({"a no expected", "all taken to be well", "a conclusion drawn"})
"""Ways that lead only where a statement is made a question by its mark."""

_TOO_MUCH = re.compile(r"\b(?:all|just|only|no|not|never|nothing|nobody)\b.* then$")
"""Says more than can have been said: a check of it leads."""


def ways_of_leading(asked: Asked, whole: str, given_back: bool) -> tuple[str, ...]:
    """Return how a question leads, by the names of `WAYS`; none where it does not.

    `whole` is its sentence; `given_back` tells that the statement in it gives back what the person said: to check that is not to lead.
    """
    found = [name for name, pattern in WAYS.items() if _holds(name, pattern, asked, whole, given_back)]
    bare = not asked.framed and _BARE_TAG_WORD.search(whole) is not None
    if names_cause_with_tag(whole) or ((bare or _TAG_WORD.search(whole)) and not given_back and not _opens(asked)):
        found.append("a tag")
    return tuple(dict.fromkeys(found))


def _holds(name: str, pattern: re.Pattern[str], asked: Asked, whole: str, given_back: bool) -> bool:
    """Tell whether a question leads in this way."""
    if name == "a tag":
        return has_tag(whole)
    if name == "a conclusion drawn" and _TOO_MUCH.search(asked.clause):
        return not asked.framed
    if name in _FROM_A_STATEMENT and (given_back or (asked.framed and name != "all taken to be well")):
        return False
    if name == "an assumption" and given_back and asked.clause.startswith("i "):
        return False
    return (not _opens(asked) and pattern.search(asked.clause) is not None) or (
        name == "a feeling presupposed" and pattern.search(asked.clause) is not None
    )


def _opens(asked: Asked) -> bool:
    """Tell whether a question begins with an asking word, and so names no answer."""
    return (asked.open and asked.framed) or re.match(ASKING_WORD, asked.clause) is not None


def names_cause_with_tag(whole: str) -> bool:
    """Tell whether a statement names a cause and asks only for a yes to it: "it is because of your job, right"."""
    tagged = _TAG_WORD.search(whole) or _BARE_TAG_WORD.search(whole)
    return bool(tagged and _CAUSE.search(whole)) and not CHECK.search(whole) and not re.match(rf"(?:{INVERTED}|{ASKING_WORD})", whole)


def has_tag(whole: str) -> bool:
    """Tell whether a small question hangs on a statement: "you sleep, don't you"."""
    tag = TAG.search(whole)
    if tag is None or CHECK.search(whole):
        return False
    before = without_lead_in(re.sub(r" ,$", "", whole[: tag.start()]))
    last = re.split(r" [,:] ", before)[-1]
    return " " in before.strip(" ,:") and not any(re.match(rf"(?:{INVERTED}|{ASKING_WORD})", part) for part in (before, last))
