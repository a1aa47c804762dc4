"""Whether a turn asks two things that need two answers.

Alternatives of one thing, the same asked again in other words, and a pair that is asked as one thing are one question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from interview.practice.technique.asking import SECOND_QUESTION, TAG, Asked
from interview.practice.technique.leading import CHECK
from interview.practice.technique.sentences import words_of

_REPHRASED = re.compile(
    r"^(?:and |so )?(?:or|i mean|in other words|that is|or rather|rather|meaning|what i mean|to put it|for example|for instance|say"
    r"|like|such as|such|i am asking)\b"
)
_PERMISSION = re.compile(
    r"^(?:is it|is that|would it be|would that be) (?:all right|alright|ok|okay|fine|possible)\b|^(?:can|may|could|might) (?:i"
    r"|we)\b|^do you mind\b|^would you mind if\b"
    r"|^(?:are|would) you (?:be )?(?:comfortable|happy|okay|ok|ready)\b|^(?:shall|should) we\b"
)
"""Asks leave for what is asked next."""
_PLAIN = words_of(
    "how what when where which who why whom whose do does did have has had are is was were am can could will would should shall may "
    "might must "
    "be been being you your i me my we us our he she it they them that this there these those a an the of to in on at for with from "
    "by about "
    "as and or so but if then any some not no ever really still also just now feel feeling feels felt things thing life get getting got go "
    "going tell say more bit like mean think"
)
"""Words that two questions may share without asking the same."""
SAME_THING: Final[tuple[str, ...]] = (
    "enjoy enjoyed enjoying pleasure fun interest interested interests hobbies",
    "sleep sleeping slept asleep night nights bed wake waking insomnia tired rested",
    "mood sad low down depressed unhappy spirits tearful empty",
    "appetite eat eating ate food meals hungry weight",
    "energy tired tiredness exhausted fatigue strength",
    "drink drinking drank alcohol beer wine spirits units",
    "suicide suicidal killing kill ending end die dying dead death living worth harm harming hurting hurt",
    "voices hear hearing see seeing",
    "worry worried worries anxious anxiety nervous panic",
    "concentrate concentration focus attention memory remember",
    "tablets tablet medicine medicines medication medications pills drug drugs treatment treatments",
)
"""Words that ask after one thing: a question in these words and one in those is the same put twice."""
_FAMILY = {word: place for place, family in enumerate(SAME_THING) for word in family.split()}
LONGEST_FRAGMENT: Final = 3
"""Words up to which something with a question mark only adds a word to the question before it ("Low? Down?")."""


def is_double(asked: Sequence[tuple[Asked, str]]) -> bool:
    """Tell whether these questions of one turn (each with its sentence) need two answers."""
    if any((one.framed and TAG.search(f" {one.before}")) or _within(one, whole) for one, whole in asked):
        return True
    real = [(one, whole) for one, whole in asked if not CHECK.search(whole)]
    return any(_apart(first, second, whole) for (first, _), (second, whole) in pairwise(real))


def _within(asked: Asked, whole: str) -> bool:
    """Tell whether one sentence asks twice."""
    second = SECOND_QUESTION.search(whole)
    if second is None or CHECK.search(whole[second.start() :]):
        return False
    start = whole.find(asked.clause)
    tagged = TAG.search(whole)
    first_stands = (asked.framed and start < second.start() - 2) or (tagged is not None and tagged.start() < second.start())
    return first_stands and not (asked.before and start >= second.start())


def _apart(first: Asked, second: Asked, whole: str) -> bool:
    """Tell whether two questions that follow each other need two answers."""
    if re.match(r"(?:think back|imagine|suppose|picture)\b", first.clause):
        return False
    if _PERMISSION.match(first.clause) or _REPHRASED.match(whole):
        return False
    if not second.framed and not second.open and len(second.clause.split()) <= LONGEST_FRAGMENT:
        return False
    ours, theirs = _asked_after(first.clause), _asked_after(second.clause)
    if not ours or not theirs:
        return True
    return not (ours <= theirs or theirs <= ours or (ours & theirs and len(ours & theirs) * 2 >= min(len(ours), len(theirs))))


def _asked_after(clause: str) -> set[str]:
    """Return what a question asks after: its own words, those for one thing as that thing."""
    words = {
        re.sub(r"(?<=[a-z]{3})(?:ing|ed|s)$", "", word) if word not in _FAMILY else word
        for word in re.findall(r"[^\W_]+", clause)
        if word not in _PLAIN
    }
    return {f"#{_FAMILY[word]}" if word in _FAMILY else word for word in words}
