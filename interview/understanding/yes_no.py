"""Yes or no, with what people put around it: "not really", "I suppose so", "yes and no" (asked back).

What it will not do: read a no into silence, a refusal or a don't-know.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from interview.understanding.asked import Asked
from interview.understanding.list_ends import asks_for_another, ends_a_list
from interview.understanding.listed import listed
from interview.understanding.missing import Disclaimer, disclaimer
from interview.understanding.safety_no import is_about_danger, settled_no
from interview.understanding.tokens import Token
from interview.understanding.understood import Understood
from interview.understanding.yes_no_sides import CLAUSE_ENDS, Side, answer_phrases, find_sides, is_answer

_DENIED_THOUGHT: Final = ("think", "believe", "feel", "suppose", "reckon")


_CONTRAST: Final = {"but", "though", "although", "however", "yet", "except"}


_SOFTENING: Final = {"maybe", "perhaps", "possibly", "may be", "could be", "might be"}


_TURNING: Final = frozenset(
    listed(
        """
        not | if | brother | sister | mother | father | wife | husband | says | said | would | wish | people | everyone | who | they |
        what | how | why | which | where
        """
    )
)


_SUBJECTS: Final = {"i", "am", "is", "it", "that", "do", "did", "have", "would", "we", "really", "just", "and", "but"}
"""Words before a refusal that only begin it ("I am … not comfortable answering")."""

_HAVING: Final = frozenset({"have", "had", "has", "am", "is", "are", "was", "were", "got", "feel", "felt", "see", "saw", "get"})
"""Words that say yes by themselves ("I have"); with a "no" behind them ("I have no thoughts like that") they are asked back."""

_LEADS: Final = {"yes", "yeah", "yep", "yup", "no", "nope", "but", "and", "maybe", "please", "so"}


def read(asked: Asked, said: Sequence[Token]) -> Understood:
    """Return true or false, or that it could be either."""
    answer = _read(asked, said)
    return settled_no(asked, said, answer) if is_about_danger(asked.about) else answer


def _read(asked: Asked, said: Sequence[Token]) -> Understood:
    if asked.options:
        numbered = _by_number(asked, said)
        if numbered is not None:
            return numbered
    if ends_a_list(said):
        return Understood("understood", asked.text, False) if asks_for_another(asked.about) else asked.not_understood()
    found = disclaimer(said)
    if found is not None:
        return _beside(asked, found)
    words = [token.text for token in said if token.kind != "sign"]
    if words == ["no", "one"]:
        return Understood("understood", asked.text, False)
    if "asked" in words and {"not", "never", "nobody"} & set(words):
        return asked.not_understood()
    if words[:1] not in (["no"], ["nope"]) and any(one in _HAVING and two == "no" for one, two in pairwise(words)):
        return Understood("ambiguous", asked.text, candidates=(True, False))
    return _last_side(asked, said)


def _by_number(asked: Asked, said: Sequence[Token]) -> Understood | None:
    words = [token for token in said if token.kind != "sign"]
    if len(words) == 1 and words[0].text in ("1", "2"):
        return Understood("understood", asked.text, words[0].text == "1")
    return None


def _beside(asked: Asked, found: Disclaimer) -> Understood:
    """Read an answer with a refusal or a don't-know in it. A "no" before it is no answer: "No, I'd rather not say"."""
    missing = Understood("understood", asked.text, missing=found.reason)
    after = [token for token in found.after if token.kind != "sign"]
    separated = bool(found.after) and (
        found.after[0].kind == "sign" or found.after[0].text in ("but", "maybe", "perhaps", "probably", "possibly", "yes", "no")
    )
    if after and separated:
        answer = _last_side(asked, found.after)
        if found.reason != "unknown" and answer.value is False and not any(token.text in _CONTRAST for token in after):
            return missing
        if answer.status != "not_understood":
            return Understood(answer.status, asked.text, answer.value, hedged=True, candidates=answer.candidates)
    if found.reason == "not_applicable" and not found.before and separated and not any(token.text in _CONTRAST for token in after):
        return missing
    own = any(token.text not in _SUBJECTS for token in found.before)
    own = own and (found.before[-1].kind == "sign" or bool({found.before[0].text, found.before[-1].text} & _LEADS))
    before = _last_side(asked, found.before) if own else None
    if before is not None and before.status == "understood" and before.value is True:
        return Understood("understood", asked.text, True, hedged=before.hedged or found.reason == "unknown")
    if found.is_whole or (before is not None and before.value is False):
        return missing
    opens = (
        not after
        or separated
        or after[0].text
        in listed(
            """
        if | whether | what | when | how | why | that | because | since | about | it | and | where | who | really | for | to | at
        """
        )
    )
    return missing if found.words > 1 and opens and (not found.before or len(found.before) <= 6) else asked.not_understood()


def _last_side(asked: Asked, said: Sequence[Token]) -> Understood:
    """Read the last version of a self-correction, else the whole."""
    tagged = answer_phrases().tag(said)
    for place in range(len(tagged) - 1, 0, -1):
        if tagged[place].kind == "mark" and tagged[place].text == "correction":
            later = _judge(asked, tagged[place + 1 :])
            if later.status != "not_understood":
                return later
    return _judge(asked, tuple(token for token in tagged if token.text != "correction"))


def _denied_thought(tagged: Sequence[Token]) -> str:
    """Read "I don't think I ever have" as a denial; "I don't think I haven't" is turned round."""
    if _denied_saying(tagged):
        return "turned"
    words = [word for token in tagged for word in (token.said.split(" ") if token.kind == "mark" else [token.text])]
    for place in range(len(words) - 2):
        if (
            words[place] in ("do", "did", "can")
            and words[place + 1] == "not"
            and words[place + 2] in _DENIED_THOUGHT
            and ("i" in words[max(0, place - 2) : place + 1] or place == 0 or words[place - 1] in CLAUSE_ENDS)
        ):
            after = words[place + 3 :]
            turned = {"not", "never", "but", "yes", "yeah", "no", "nothing", "except", "anything", "else"} & set(after)
            return "turned" if turned or "yes" in words[:place] or "yeah" in words[:place] else "denied"
    return ""


def _denied_saying(tagged: Sequence[Token]) -> bool:
    """Tell whether "I wouldn't say I haven't" was said, which no one can be held to."""
    words = [word for token in tagged for word in (token.said.split(" ") if token.kind == "mark" else [token.text])]
    for place in range(len(words) - 3):
        if words[place] in ("would", "can", "could") and words[place + 1 : place + 3] == ["not", "say"]:
            return bool({"not", "never", "no", "yes"} & set(words[place + 3 :]))
    return False


def _judge(asked: Asked, tagged: Sequence[Token]) -> Understood:
    denied = _denied_thought(tagged)
    if denied == "turned":
        return asked.not_understood()
    if denied:
        return Understood("understood", asked.text, False, hedged=True)
    sides = find_sides(tagged)
    hedges = any(token.text == "hedge" for token in tagged) or any(token.text == "?" for token in tagged)
    if not sides:
        return asked.not_understood()
    both = Understood("ambiguous", asked.text, candidates=(True, False))
    neither = [side for side in sides if side.yes is None]
    softened = [side for side in neither if side.said in _SOFTENING]
    certain = [side for side in sides if side.yes is not None]
    if neither and (len(softened) < len(neither) or not certain):
        return both
    first = certain[0]
    if first.place > 3 and tagged[first.place].text not in ("yes", "no", "soft_no"):
        return asked.not_understood()
    if first.yes is not None and any(side.yes is not first.yes for side in certain[1:] if is_answer(tagged, side)):
        return both
    contrast = any(token.text in _CONTRAST for token in tagged[first.place :])
    if contrast and _denies_a_thing(tagged, first):
        return both
    if first.said == "nothing" and first.place + 1 < len(tagged) and tagged[first.place + 1].text in _RESTRICTING:
        return asked.not_understood()
    opposite = "aux_no" if first.yes else "aux_yes"
    if contrast and any(token.text == opposite for token in tagged[first.place + 1 :]):
        return both
    if _turned(tagged, first):
        return asked.not_understood()
    hedged = hedges or bool(softened) or any(side.hedged for side in certain if side.yes is first.yes)
    return Understood("understood", asked.text, first.yes, hedged=hedged)


_RESTRICTING: Final = frozenset(listed("a | an | the | my | that | which | some | you | they"))
"""Words that make "nothing" the beginning of a bound ("nothing a tablet doesn't fix")."""


def _denies_a_thing(tagged: Sequence[Token], first: Side) -> bool:
    """Tell whether the "no" belongs to the word behind it ("no time, but I know the place")."""
    following = tagged[first.place + 1] if first.place + 1 < len(tagged) else None
    return first.said == "no" and following is not None and following.kind == "word"


def _turned(tagged: Sequence[Token], first: Side) -> bool:
    """Tell whether words before the answer turn it ("my brother says yes", "not yes", "what kind of question is that")."""
    return any(token.text in _TURNING for token in tagged[: first.place])
