"""Answers to a choice that answer another question: "yes, it's too much" where no option is a yes, "that's all" where all are listed.

What it will not do: read anything; such an answer is asked again.
"""

from __future__ import annotations

from typing import Final

from interview.understanding.missing import Disclaimer
from interview.understanding.option_names import SMALL, Options
from interview.understanding.tokens import Token

_YES_OR_NO: Final = frozenset({"yes", "yeah", "yep", "yup", "no", "nope"})
_LOOSE: Final = frozenset({"much", "little", "lot", "more", "less", "enough"})
"""Words that with a yes or a no before them speak of anything, and name no option ("yes, it's too much")."""


def is_beside_the_question(options: Options, words: tuple[str, ...]) -> bool:
    """Tell whether a yes or a no with a loose word was said where no option is one, or "that's all" where all and none may be meant."""
    told = words[1:] if words[:1] == ("no",) else words
    if told[:2] in (("that", "is"), ("those", "are"), ("that", "was")) and "all" in told[2:4]:
        return True
    if not words or words[0] not in _YES_OR_NO or any(name[0] in _YES_OR_NO for name, _ in options.names if name):
        return False
    content = {word for word in words[1:] if word not in SMALL}
    return bool(words[1:]) and content <= _LOOSE


def does_not_know_which(found: Disclaimer) -> bool:
    """Tell whether a don't-know goes on with "which side", which names no option."""
    goes_on = found.reason == "unknown" and found.after[:1] == (Token("word", "which"),)
    return goes_on and len(found.after) <= 3 and all(token.kind == "word" for token in found.after)
