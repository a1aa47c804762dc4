"""Whether what a turn gives back can be found in what the person said before it: only then is it said to have been heard from them.

A statement may sound like giving back and hold something that nobody said; it is then neither praised nor blamed. That a feeling is named
in the person's stead, in a statement of its own, counts as well.
"""

from __future__ import annotations

import re
from typing import Final

from interview.practice.feedback.spoken import Conversation, Spoken
from interview.practice.technique.feelings import UNSPECIFIC, families_in
from interview.practice.technique.form import judge
from interview.practice.technique.sentences import sentences, words_of

SHORTEST_WORD: Final = 4
"""Letters from which on a word says what somebody spoke of."""
_ENDING: Final = re.compile(r"(?:ing|ed|es|s|e|d)$")
_SHORTEST_STEM: Final = 3
_SAYS_LITTLE: Final = words_of(
    "about after again also always because been before being came come could dear does doing done down each else even ever every everyone "
    "feel feeling feels felt first from gave getting give given going gone good have having hear heard hello help here into just keep kind "
    "know last like little long look lots made make makes many maybe mean might more most much must myself need never next nothing often "
    "once only other over please question questions quite rather really right said same say says seem seems should since some someone "
    "something sometimes soon sorry sound sounds still such sure take tell than thank thanks that their them then there these they thing "
    "things think this those thought through time times today told until very want wanted well went were what when where which while will "
    "with without would year years your yours yourself"
)
"""Words that stand in any conversation."""


def is_given_back(spoken: Conversation, turn: Spoken, opening: str) -> bool:
    """Return whether a turn gives back what the person said before it, from their first words on; the trainee's own correction decides."""
    if turn.seq in spoken.corrected:
        return True
    if turn.form.leading:
        return False
    before = _stems(" ".join([opening, *(each.reply.says for each in spoken.turns if each.seq < turn.seq)]))
    told = sentences(turn.line)
    states = [each.text for each in told if not each.marked]
    named = any(set(families_in(text)) - {UNSPECIFIC} for text in states)
    checked = [each.text for each in told if each.marked and judge(f"{each.text}?").reflection]
    return named or bool(before & _stems(" ".join((*states, *checked))))


def _stems(text: str) -> frozenset[str]:
    """Return the words of a text that say what it is about, without their endings."""
    words = (word for word in re.findall(r"[^\W\d_]+", text.casefold()) if len(word) >= SHORTEST_WORD and word not in _SAYS_LITTLE)
    return frozenset(bare if len(bare := _ENDING.sub("", word)) >= _SHORTEST_STEM else word for word in words)
