"""Free text, kept as typed (cleaned), and lists of texts. Only an answer that is wholly a no-answer becomes one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from interview.understanding.asked import Asked
from interview.understanding.list_ends import ends_a_list
from interview.understanding.listed import listed
from interview.understanding.missing import disclaimer
from interview.understanding.tokens import LONGEST_ANSWER, Token, tokens
from interview.understanding.understood import Understood
from trd_core.text import LONGEST_TEXT

_LONGEST_DISCLAIMER: Final = 160
_NOT_KNOWN: Final = frozenset(listed("not that i can think of | not that comes to mind | no not that i can think of"))
"""Where a list is asked, these say only that nothing was found in memory."""

_BETWEEN = re.compile(r"[,;\n]")
_JOINED: Final = re.compile(r"^(?:and|&|plus)\s+", re.IGNORECASE)
"""What joins the last part of a list to the others, and is none of it."""

_NOTHING: Final = frozenset(
    listed(
        """
        no | none | nothing | nope | nil | no one | nobody | none at all | nothing at all | not any | no none | nothing really |
        none really | nothing else | no nothing | none that i know of | nothing that i know of | no not really | not really |
        not that i know of | nah | never had any | i never had any | i have never had any | i have none | not a thing | not one |
        no one else | nobody else | no one at all | nobody at all
        """
    )
)


def whole_disclaimer(text: str) -> Understood | None:
    """Return a refusal, a don't-know or a doesn't-apply, if the text is nothing else."""
    if len(text) > _LONGEST_DISCLAIMER:
        return None
    found = disclaimer(tokens(text))
    return Understood("understood", text, missing=found.reason) if found is not None and found.is_whole else None


def says_nothing(text: str) -> bool:
    """Tell whether the text says that there is nothing to list."""
    if len(text) > LONGEST_ANSWER:
        return False
    said = tokens(text)
    return ends_a_list(said) or " ".join(token.text for token in said if token.kind != "sign") in _NOTHING


def finds_nothing(text: str) -> bool:
    """Tell whether the text says only that nothing comes to mind now; that is not known, and not "none"."""
    return len(text) <= _LONGEST_DISCLAIMER and " ".join(token.text for token in tokens(text) if token.kind != "sign") in _NOT_KNOWN


def parts(text: str) -> tuple[str, ...]:
    """Return the parts of a list, split at commas, semicolons and line breaks, each once."""
    pieces = (_JOINED.sub("", piece.strip()) for piece in _BETWEEN.split(text))
    return tuple(dict.fromkeys(piece for piece in pieces if any(character.isalnum() for character in piece)))


def read(asked: Asked, said: Sequence[Token]) -> Understood:  # noqa: ARG001 (readers share one form; text is read whole)
    """Return the text, or for `texts` its parts; what is too long to keep whole is not understood."""
    if len(asked.text) > LONGEST_TEXT:
        return asked.not_understood()
    missing = whole_disclaimer(asked.text)
    if missing is not None:
        return missing
    if asked.kind == "text":
        return Understood("understood", asked.text, asked.text)
    if finds_nothing(asked.text):
        return Understood("understood", asked.text, missing="unknown")
    if says_nothing(asked.text):
        return Understood("understood", asked.text, ())
    listed = parts(asked.text)
    return Understood("understood", asked.text, listed) if listed else asked.not_understood()
