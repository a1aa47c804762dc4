"""Whether a treatment that is named was the person's own: not one denied ("not sertraline"), nor another's ("my sister took Prozac")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview.understanding.drug_names import named_drugs
from interview.understanding.drug_words import NEGATIONS
from interview.understanding.listed import listed
from interview.understanding.tokens import Token

_NEAR: Final = 5
"""Words before a name within which a negation speaks of it."""

_PLAIN: Final = frozenset({"not", "never", "neither", "nor", "without", "except"})
_SHORT: Final = 7
"""Words of an answer so short that a negation behind the name speaks of it too."""

_ENDS: Final = frozenset({",", ".", ";", "!", "?", "(", ")", ":", "but"})
_ANOTHER: Final = frozenset(
    listed(
        """
        sister | brother | mother | mum | mom | mam | father | dad | wife | husband | partner | son | daughter | friend | aunt | uncle |
        cousin | neighbour | neighbor | colleague | mate | girlfriend | boyfriend | grandmother | gran | nan | grandad | boss | ex |
        roommate | flatmate | niece | nephew
        """
    )
)
_TAKING: Final = frozenset(
    listed(
        "took | takes | taking | was | is | had | has | got | uses | used | swears | tried | on | gets | went | did | does | been | loved"
    )
)
_OWN: Final = frozenset({"i", "me", "we", "my doctor", "suggested", "recommended", "gave", "told"})


def clauses(said: Sequence[Token]) -> list[tuple[Token, ...]]:
    """Return the answer's clauses, split at its signs and at "but"."""
    parts: list[list[Token]] = [[]]
    for token in said:
        if token.text in _ENDS:
            parts.append([])
        else:
            parts[-1].append(token)
    return [tuple(part) for part in parts if part]


def denies(clause: Sequence[Token]) -> bool:
    """Tell whether a clause denies what it names."""
    return any(token.text in NEGATIONS or token.text == "no" for token in clause if token.kind == "word")


def is_denied(said: Sequence[Token]) -> bool:
    """Tell whether a drug is named as one that it was not, or that was never taken."""
    words = [token for token in said if token.kind == "word"]
    if len(words) <= _SHORT and any(token.text in _PLAIN for token in words) and not _tells_how_it_did(words):
        return True
    if words and words[-1].text in ("no", "nope", "never") and not named_drugs(words[-1:])[0] and len(words) <= _SHORT // 2:
        return True
    for clause in clauses(said):
        end = next((end for end in range(1, len(clause) + 1) if named_drugs(clause[:end])[0]), None)
        if end is not None and any(token.text in NEGATIONS for token in clause[max(0, end - 1 - _NEAR) : end] if token.kind == "word"):
            return True
    return False


def _tells_how_it_did(words: Sequence[Token]) -> bool:
    """Tell whether the negation speaks of what a drug did ("sertraline didn't help")."""
    effects = frozenset(
        listed(
            """
            help | helped | work | worked | working | better | change | changed | effect | benefit | benefits | good | stand | tolerate |
            bear | take | response | improvement | difference | much | well | sleeping | agree | suit | remember | know | sure
            """
        )
    )
    taken = next((place for place, token in enumerate(words) if named_drugs([token])[0]), len(words))
    negated = next((place for place, token in enumerate(words) if token.text in NEGATIONS), -1)
    return negated > taken and any(token.text in effects for token in words[negated + 1 :])


def is_of_another(clause: Sequence[Token]) -> bool:
    """Tell whether a clause tells of somebody else's treatment."""
    words = [token.text for token in clause if token.kind == "word"]
    person = next(
        (place for place, word in enumerate(words) if word.removesuffix("s") in _ANOTHER and (place == 0 or words[place - 1] != "by")), None
    )
    if person is None or person > 4:
        return False
    after = words[person + 1 : person + 5]
    return any(word in _TAKING for word in after) and not any(word in _OWN for word in words[person + 1 :])


def is_only_of_another(said: Sequence[Token]) -> bool:
    """Tell whether every drug that is named is somebody else's."""
    naming = [clause for clause in clauses(said) if named_drugs(clause)[0]]
    return bool(naming) and all(map(is_of_another, naming))
