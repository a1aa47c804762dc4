"""A "no" to a question about danger: taken only where the whole answer denies the whole thing that was asked.

"I have no plan" is a no to the question about a plan; "no plan yet", "no plan, not really", "no, the children need me" and
"no, I have thought of it every day" are asked back. It is a closed list of sentences: what stands outside it is never a no.
What it will not do: take a yes away, or a refusal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from interview.understanding.asked import Asked
from interview.understanding.listed import listed
from interview.understanding.tokens import Token
from interview.understanding.understood import Understood

_ABOUT: Final = ("safety.", "interview.safety")
_PAUSES: Final = frozenset(",.;!-")
_LONGEST: Final = 40
"""Words of an answer that is looked at; a longer one is no plain no."""

_BARE: Final = listed(
    """
    no | nope | nah | n | never | never ever | not at all | not once | not ever | not even once | not a single time | not one time |
    absolutely not | definitely not | certainly not | of course not | no way | god no | hell no | heavens no | none | none at all |
    none of that | none of those | nothing | nothing at all | nothing like that | nothing of the sort | nothing of that kind |
    nothing of that sort | nobody | no one | nobody at all | no one at all | not in the least | not in the slightest | by no means |
    at no time | not at any time | i have not | i have never | i never have | i did not | i never did | i do not | i never do |
    i was not | i was never | it has not | it has never | it never has | it did not | it never did | it does not | there was not |
    there were not | there is not | there are not | there has not been | there have not been | there was never | there never was |
    there has never been | there never has been | no one is | nobody is | no one does | nobody does | i have none | i had none |
    there are none | there were none | negative | denies | denied | denies it | denied it | denies any | nil | nil reported |
    none reported | not reported | not present | absent
    """
)
_BEFORE: Final = listed("well | oh | um | er")
"""Words that only begin; behind a "no" they hesitate."""

_BESIDE: Final = listed("honestly | truly | truthfully | doctor | thank god | thank goodness | thankfully | luckily | fortunately")
"""Words that add nothing to a no."""

_WHOLLY: Final = r"(?: at all| whatsoever| of any kind| of any sort)?"
_NONE_OF: Final = r"(?:no|no such|not any|not one|not a single|absolutely no)"
_ANY_OF: Final = r"(?:any|any such|such|a|a single)"
_THAT: Final = r"(?: like that| of (?:that|this|the) (?:kind|sort|type)| such as that)"
_ENDING_IT: Final = r"(?:ending (?:my life|it all)|suicide|killing myself|taking my (?:own )?life)"
_DOING_IT: Final = (
    r"(?:(?:of|for) (?:doing )?(?:that|it)|to do (?:that|it)|of going through with (?:that|it)|to go through with (?:that|it)|"
    r"of ending my life|to end my life|of killing myself|to kill myself)"
)
_SUCH_A_THING: Final = r"(?:it|that|such a thing|such things|anything like that|anything of that kind)"
_MONTH: Final = r"(?: in the (?:past|last) month)?"


def _things(noun: str, of: str, *, now: bool, then: bool, month: bool = False) -> tuple[str, ...]:
    """Return the sentences that say there is none of a thing, as patterns: `noun`, and what may follow it.

    `now` and `then` say which tenses deny what was asked: "I have no such thoughts" says nothing of the past month.
    """
    tail = rf"(?:{_THAT}| {of})?{_WHOLLY}{_MONTH if month else ''}"
    sentences = [rf"{_NONE_OF} {noun}{tail}"]
    if now:
        sentences += [
            rf"i (?:have|have got) {_NONE_OF} {noun}{tail}",
            rf"i (?:have not|have not got|do not have) {_ANY_OF} {noun}{tail}",
            rf"there (?:is|are) {_NONE_OF} {noun}{tail}",
        ]
    if then:
        sentences += [
            rf"i (?:have had|had) {_NONE_OF} {noun}{tail}",
            rf"i (?:have never had|never have had|have not had|did not have|had not had|never had) {_ANY_OF} {noun}{tail}",
            rf"i (?:have never had|have not had|did not have|never had) {noun}(?:{_THAT}){_WHOLLY}{_MONTH if month else ''}",
            rf"there (?:was|were|has been|have been) {_NONE_OF} {noun}{tail}",
        ]
    return tuple(sentences)


_ABOUT_THOUGHTS: Final = rf"of (?:doing (?:that|it)|{_ENDING_IT})|about {_ENDING_IT}"
_NEVER_THOUGHT: Final = (
    rf"(?:i )?(?:have )?(?:never|not) (?:ever |once )?thought (?:of|about) (?:{_SUCH_A_THING}|doing (?:that|it)|{_ENDING_IT}){_MONTH}",
    rf"i (?:never|did not) (?:ever |once )?(?:think|thought) (?:of|about) (?:{_SUCH_A_THING}|doing (?:that|it)|{_ENDING_IT}){_MONTH}",
    r"(?:it|that) (?:has )?never (?:once )?(?:crossed|entered) my mind",
)
_OF_THOUGHTS: Final = (*_things(r"(?:suicidal )?thoughts?", _ABOUT_THOUGHTS, now=False, then=True, month=True), *_NEVER_THOUGHT)
_SENTENCES: Final = {
    "safety.wish_to_be_dead": (
        *_things(r"(?:wish|wishes|times?|moments?)", r"to (?:be dead|die)", now=False, then=True, month=True),
        rf"i (?:have )?never (?:once )?(?:wished|wanted) (?:that|to be dead|to die){_MONTH}",
        rf"i (?:have )?never (?:once )?felt (?:like that|that way|that){_MONTH}",
    ),
    "safety.thoughts": _OF_THOUGHTS,
    "interview.safety_today": _OF_THOUGHTS,
    "interview.safety_second_look": (
        *_things(r"(?:suicidal )?thoughts?", _ABOUT_THOUGHTS, now=True, then=False),
        rf"i am not(?: thinking (?:of|about) (?:{_SUCH_A_THING}|{_ENDING_IT}))?",
    ),
    "safety.method": _things(r"(?:ways?|methods?)", _DOING_IT, now=True, then=False),
    "safety.intent": (
        *(each for each in _things(r"(?:intent|intentions?)", _DOING_IT, now=False, then=True, month=True) if each.startswith("i ")),
        *_things(r"moments?", _DOING_IT, now=False, then=True, month=True),
        rf"i (?:have )?never (?:meant|intended) (?:to|it|that|to do (?:it|that)|to go through with (?:it|that)){_MONTH}",
        rf"i (?:did not|never) (?:mean|meant|intend|intended) (?:to|it|that|to do (?:it|that)|to go through with (?:it|that)){_MONTH}",
    ),
    "safety.plan": (
        *_things(r"plans?", _DOING_IT, now=True, then=False),
        rf"(?:i )?(?:have )?(?:never|not) (?:planned|settled|arranged|worked out) (?:it|that|anything(?: like that)?|any details){_WHOLLY}",
        rf"nothing (?:is |has been |was )?(?:planned|settled|arranged|worked out){_WHOLLY}",
    ),
    "safety.act": (
        *_things(r"(?:suicide )?(?:attempts?|steps?)", _DOING_IT, now=False, then=True),
        rf"(?:i )?(?:have )?never (?:tried|attempted|done)(?: {_SUCH_A_THING}| to (?:end|kill|take)"
        r" (?:it all|my life|myself|my own life)| suicide)?",
        r"i have never taken (?:a|any|such a) steps?",
    ),
    "safety.self_harm": (
        *_things(r"self -? ?harm", r"of any kind", now=False, then=True, month=True),
        rf"i (?:have )?(?:not|never) (?:hurt|harmed) myself(?: on purpose)?{_MONTH}",
        rf"i (?:did not|never) (?:hurt|harm) myself(?: on purpose)?{_MONTH}",
    ),
    "safety.means_access": (
        *_things(r"means", r"to do (?:it|that)", now=True, then=False),
        r"(?:i have|there is) nothing (?:like that|of that kind|of the sort|within reach)(?: within reach)?",
        r"i do not have anything (?:like that|of that kind|of the sort|within reach)(?: within reach)?",
    ),
    "safety.harm_to_others": (
        *_things(
            r"thoughts?",
            r"of (?:hurting|harming) (?:any ?one|anybody|some ?one|somebody|others|other people)(?: else)?",
            now=False,
            then=True,
        ),
        r"i have never thought (?:of|about) (?:hurting|harming) (?:any ?one|anybody|some ?one|somebody|others)(?: else)?",
    ),
    "safety.psychosis": _things(r"(?:signs?|evidence)", r"of (?:it|that|psychosis)", now=True, then=False),
    "safety.mania": _things(r"(?:signs?|evidence)", r"of (?:it|that|either)", now=True, then=False),
}
"""By question, the sentences that deny all of it. A method, means or one kind of harm is not all that its question asks."""


def is_about_danger(about: str | None) -> bool:
    """Tell whether the question is one of safety, by its link id."""
    return about is not None and about.startswith(_ABOUT)


def settled_no(asked: Asked, said: Sequence[Token], answer: Understood) -> Understood:
    """Return a no to a question about danger where the whole answer is one; every other no is asked back."""
    if _denies_it_all((asked.about or "").split("[")[0], said):
        return Understood("understood", asked.text, False)
    if answer.status == "understood" and answer.value is False:
        return Understood("ambiguous", asked.text, hedged=answer.hedged, candidates=(True, False))
    return answer


def _denies_it_all(about: str, said: Sequence[Token]) -> bool:
    words = [token.text if token.text != "-" or 0 < place < len(said) - 1 else "," for place, token in enumerate(said)]
    if len(words) > _LONGEST or not words or any(one == two == "." for one, two in pairwise(words)):
        return False
    plain = " ".join("," if word in _PAUSES and word != "-" else word for word in words)
    return _pattern(about).fullmatch(plain) is not None


@cache
def _pattern(about: str) -> re.Pattern[str]:
    """Return one pattern: denials, with pauses, "and" and words of no weight between; at least one of them."""
    denials = "|".join((*sorted(_BARE, key=len, reverse=True), *_SENTENCES.get(about, ())))
    before, beside = "|".join((*_BEFORE, *_BESIDE)), "|".join(_BESIDE)
    between = r"(?:(?: ,| and)* |(?: ,)+$|$)"
    return re.compile(rf"(?:(?:{before}){between})*(?:{denials}){between}(?:(?:{denials}|{beside}){between})*")
