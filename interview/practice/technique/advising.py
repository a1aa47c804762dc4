"""Whether a turn advises without having asked leave: it tells the person what to do while they are still being heard.

Advice on safety is none of it: who to call must be said plainly. What the person has to do every day, or was told by others, is no advice.
"""

from __future__ import annotations

import re
from typing import Final

from interview.practice.technique.asking import without_lead_in
from interview.practice.technique.sentences import sentences

_DEGREE: Final = r"(?:really |just |simply |perhaps |maybe |probably |also |definitely |certainly |first |then |now )*"
_ADVICE = re.compile(
    rf"^(?:i (?:really |do )?think (?:that )?|i am sure |in my (?:view|opinion) ,? ?)?(?:perhaps "
    rf"|maybe )?you {_DEGREE}(?:should|ought to|(?:had|would) better"
    rf"|could {_DEGREE}(?:try|start|stop|think about|cut)|might want to|may want to|would do well to|would be better off"
    r"|must (?!be\b|have\b|feel\b|find\b|get\b|miss\b)"
    r"|(?:need|have) to (?:stop|cut|try|take|talk|see|eat|sleep|exercise|tell|give|rest|relax|think|pull|keep|get (?:help|out"
    r"|over)|look after|change))\b"
    r"|^(?:why (?:do|did) (?:you not|not you)|why not) (?:just |simply )?(?:try|stop|go|talk|take|see|tell|ask|start|leave|get)\b"
    r"|^(?:have you|did you) (?:ever )?(?:considered|consider|thought of|thought about|think of) (?:just )?(?!suicide|ending"
    r"|killing|dying|harming|hurting"
    r"|death|taking your|not)[a-z]+ing\b"
    r"|^if i were you\b|^i (?:would |really |strongly |do )*(?:advise|recommend|suggest|urge|want you to (?!tell\b|know\b"
    r"|think\b|feel\b|say\b))"
    r"|^my advice\b|^it would be (?:best|better|good) (?:if you|for you) (?:to )?(?!could\b|tell\b|told\b)"
    r"|^(?:just |simply |please )?(?:try to (?!tell\b|describe\b|remember\b|think back\b|say\b|put\b|explain\b)|stop (?!me\b)"
    r"|pull yourself|cheer up|relax\b)"
)
_SAFETY = re.compile(r"\b(?:call|ring|phone|emergency|hospital|helpline|999|112|911|crisis|safe|samaritans|a and e|locked?|hand over)\b")
_UNDERSTOOD = re.compile(r"^(?:and |but )?so ,? ?you (?:should|must|need|have)\b")
"""May as well give back what was said."""
_LEAVE = re.compile(
    r"\b(?:(?:can|could|may|might|shall) i (?:just )?(?:suggest|make a suggestion|say what|tell you what i|share|give you|offer|mention)"
    r"|(?:would it be|is it) (?:all right|okay|ok|alright|fine) (?:if|for me)|would you like (?:to hear|some advice|my advice"
    r"|me to|a suggestion)"
    r"|if you (?:want|like) ,? i)\b"
)


def advises(text: str) -> bool:
    """Return whether a turn advises without asking leave in it."""
    said = tuple(sentence.text for sentence in sentences(text))
    if any(_LEAVE.search(each) for each in said):
        return False
    return any(_ADVICE.match(part) and not _UNDERSTOOD.match(each) and not _SAFETY.search(each) for each in said for part in _parts(each))


def _parts(sentence: str) -> tuple[str, ...]:
    """Return a sentence without what leads into it, and what stands in it after each pause."""
    bare = without_lead_in(sentence)
    return (bare, *(without_lead_in(part) for part in re.split(r" [,:] (?:and |but |so )?", bare)[1:]))
