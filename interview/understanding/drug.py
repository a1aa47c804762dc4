"""A drug by its generic name: brands, salts, release forms and typing errors: "Zoloft", "setraline", "venlafaxine XR".

Two drugs of near-equal nearness are asked back; a class, or a drug said not to be it, is not understood.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from interview.understanding.asked import Asked
from interview.understanding.drug_denied import clauses, denies, is_denied, is_of_another, is_only_of_another
from interview.understanding.drug_names import named_drugs, near_drugs
from interview.understanding.drug_table import plain
from interview.understanding.drug_words import CLASSES, CORRECTIONS, HEDGED, NONE
from interview.understanding.missing import disclaimer, stands_alone
from interview.understanding.option_names import options_of
from interview.understanding.text import says_nothing
from interview.understanding.tokens import Token
from interview.understanding.understood import Understood

_LONGEST_CHOICE: Final = 6
"""Words of an answer that is read as one option; in a longer one the option is looked for."""


def read(asked: Asked, said: Sequence[Token]) -> Understood:
    """Return the generic name; for `drugs` a tuple of generic names, an unknown name as typed."""
    if asked.kind == "drugs":
        from interview.understanding.drug_list import several

        return several(asked)
    if asked.options and (option := _option(asked, said, exactly=True)) is not None:
        return option
    found = disclaimer(said)
    if found is not None:
        if found.is_whole:
            return Understood("understood", asked.text, missing=found.reason)
        beside = one(asked, (*found.before, Token("sign", ","), *found.after))
        if beside.status != "not_understood" and beside.missing is None:
            return replace(beside, hedged=True)
        if stands_alone(found):
            return Understood("understood", asked.text, missing=found.reason)
    answer = one(asked, said)
    if asked.options and (option := _option(asked, said, exactly=False)) is not None:
        if answer.status == "not_understood" or answer.missing is not None:
            return option
        if option.status == "understood" and answer.value != option.value and answer.status == "understood":
            return Understood("ambiguous", asked.text, candidates=(answer.value, option.value))
    return answer


def _option(asked: Asked, said: Sequence[Token], *, exactly: bool) -> Understood | None:
    """Try the options beside the drugs (kinds of psychotherapy); bare numbers stay doses, not places."""
    from interview.understanding import choice

    numbered = any(token.kind == "number" for token in said)
    if numbered or sum(token.kind == "sign" for token in said) > 1 or len(said) > _LONGEST_CHOICE:
        told = None if exactly else _option_in_a_sentence(asked, said)
        if numbered or told is not None:
            return told
    words = " ".join(token.text for token in said if token.kind != "sign")
    if exactly:
        texts = {
            plain(text.replace("_", " ")): option.code for option in asked.options for text in (option.code, option.display, *option.say)
        }
        code = texts.get(plain(words)) or texts.get(plain(asked.text))
        return Understood("understood", asked.text, code) if code is not None else None
    if says_nothing(asked.text) or not any(len(token.text) > 2 for token in said if token.kind == "word"):
        return None
    answer = choice.read(replace(asked, kind="choice"), said)
    return answer if answer.status != "not_understood" and answer.missing is None else None


def _option_in_a_sentence(asked: Asked, said: Sequence[Token]) -> Understood | None:
    """Find the one option that a longer answer names in its own words, or two of them; a dose or a number is no place in the list."""
    found: list[str] = []
    for clause in clauses(said):
        if denies(clause) or is_of_another(clause):
            continue
        words = [token.text for token in clause if token.kind == "word"]
        for name, code in options_of(asked.options).names:
            at = next((at for at in range(len(words) - len(name) + 1) if tuple(words[at : at + len(name)]) == name), None)
            if at is not None and sum(map(len, name)) > 2:
                found.append(code)
                words[at : at + len(name)] = [""] * len(name)
    codes = tuple(dict.fromkeys(found))
    if not codes:
        return None
    if len(codes) == 1:
        return Understood("understood", asked.text, codes[0])
    return Understood("ambiguous", asked.text, candidates=codes[:4])


def one(asked: Asked, said: Sequence[Token]) -> Understood:
    tagged = CORRECTIONS.tag(HEDGED.tag(said))
    hedged = any(token.text == "hedge" for token in tagged) or any(token.text == "?" for token in said)
    for place in range(len(tagged) - 1, 0, -1):
        corrects = tagged[place].text == "correction" or (tagged[place].text == "no" and tagged[place - 1].kind == "sign")
        if corrects and named_drugs(tagged[:place])[0]:
            later = _judge(asked, tagged[place + 1 :], hedged)
            if later.status != "not_understood" and later.missing is None:
                return later
    return _judge(asked, tagged, hedged)


def _is_anything_but(words: Sequence[Token]) -> bool:
    """Tell whether the drug is named as the one that it was not ("anything but lithium", "all except Prozac")."""
    return any(
        one.text in ("anything", "everything", "all", "any", "none") and two.text in ("but", "except", "bar", "besides")
        for one, two in pairwise(words)
    )


_TURNS_TO: Final = frozenset({",", ";", "-", "but", ".", "rather"})


def _said_instead(said: Sequence[Token]) -> tuple[Token, ...]:
    """Read "not sertraline, fluoxetine" as the drug that is said instead of the one denied."""
    denied = next((place for place, token in enumerate(said) if token.text in ("not", "neither")), None)
    if denied is None:
        return tuple(said)
    first, second = named_drugs(said[:denied])[0], named_drugs(said[denied + 1 :])[0]
    if len(first) == 1 and second and first != second and len(said) - denied <= _LONGEST_CHOICE:
        return tuple(said[:denied])
    for place in range(denied + 1, len(said)):
        if said[place].text in _TURNS_TO and named_drugs(said[denied:place])[0]:
            after = said[place + 1 :]
            if (named_drugs(after)[0] or near_drugs(named_drugs(after)[1])) and not named_drugs(said[:denied])[0]:
                return tuple(token for token in after if token.text not in ("but", "rather", "not"))
    return tuple(said)


_EFFECTS: Final = {
    "did",
    "does",
    "doing",
    "made",
    "changed",
    "happened",
    "else",
    "worked",
    "work",
    "works",
    "working",
    "helped",
    "help",
    "helps",
    "helping",
    "suited",
    "agreed",
}
"""Verbs behind "nothing" that tell how medicines did, not that there were none."""


def _judge(asked: Asked, said: Sequence[Token], hedged: bool) -> Understood:
    said = _said_instead(said)
    words = [token for token in said if token.kind == "word"]
    if _is_anything_but(words):
        return asked.not_understood()
    exact, left = named_drugs(said)
    if not exact:
        numbered = any(token.kind == "number" for token in said)
        if any(token.kind == "mark" for token in NONE.tag(words)) and not numbered and not any(word in _EFFECTS for word in left):
            return Understood("understood", asked.text, missing="not_applicable")
        if any(word in CLASSES for word in left):
            return asked.not_understood()
        denied = any(denies(clause) for clause in clauses(said))
        kept = [word for clause in clauses(said) if not denies(clause) for word in named_drugs(clause)[1]] if denied else left
        exact = near_drugs(kept)
        if exact and any(is_of_another(clause) and near_drugs(named_drugs(clause)[1]) for clause in clauses(said)):
            return asked.not_understood()
    elif is_denied(said) or is_only_of_another(said):
        return asked.not_understood()
    if not exact:
        return asked.not_understood()
    if len(exact) == 1:
        return Understood("understood", asked.text, exact[0], hedged=hedged)
    return Understood("ambiguous", asked.text, hedged=hedged, candidates=tuple(exact[:4]))
