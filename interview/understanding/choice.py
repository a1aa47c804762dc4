"""One option or several, by display, code, number, letter, other words and near spellings.

Two options named in `choice` are asked back; "anything but the first" is not understood, since it leaves more than one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from interview.understanding.asked import Asked
from interview.understanding.beside_the_question import does_not_know_which, is_beside_the_question
from interview.understanding.choice_phrases import ALL, ANYTHING_BUT, BUT, COMPARING, CORRECTIONS, HEDGED, OPEN
from interview.understanding.missing import disclaimer, stands_alone
from interview.understanding.option_names import NEGATIONS, NONE, SMALL, Options, options_of
from interview.understanding.option_numbers import option_with_number, same_figures
from interview.understanding.option_synonyms import in_the_options_words
from interview.understanding.options_here import is_only_us
from interview.understanding.options_named import Named, named_options
from interview.understanding.options_near import nearest_options, same_but_spelling, shared_options
from interview.understanding.tokens import Token, tokens
from interview.understanding.understood import Understood

_BETWEEN_PARTS: Final = frozenset({",", ";", "and", "&", "+", "or", "also", "plus", "/", "."})

HOW_MANY: Final = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
"""Words for all of them that also say how many there are: they must agree with the options."""


def read(asked: Asked, said: Sequence[Token]) -> Understood:
    """Return the option's code, or for `choices` the codes in the options' order of mention."""
    if not asked.options:
        return asked.not_understood()
    several = asked.kind == "choices"
    options = options_of(asked.options)
    words = tuple(token.text for token in said if token.kind != "sign")
    whole = options.exact(words)
    if whole is not None:
        return _chosen(asked, (whole,), several, any(token.text == "?" for token in said))
    if is_beside_the_question(options, words):
        return asked.not_understood()
    if several and is_only_us(asked.about, words):
        return Understood("understood", asked.text, ())
    by_number = option_with_number(asked.options, said) or same_figures(asked.options, said) or options.in_part(words)
    if by_number is not None:
        return _chosen(asked, (by_number,), several, any(token.text == "?" for token in said))
    found = disclaimer(said)
    if found is not None:
        own = _own_missing(asked, found.reason)
        if own is not None and (found.is_whole or stands_alone(found)):
            return _chosen(asked, (own,), several, False)
        if found.is_whole or does_not_know_which(found):
            return Understood("understood", asked.text, missing=found.reason)
        others = in_the_options_words((*found.before, Token("sign", ","), *found.after), options.rewordings)
        beside = _corrected(asked, options, others, several)
        if beside.status != "not_understood" and beside.value != ():
            return Understood(beside.status, asked.text, beside.value, hedged=True, candidates=beside.candidates)
        if stands_alone(found):
            return Understood("understood", asked.text, missing=found.reason)
    return _corrected(asked, options, in_the_options_words(said, options.rewordings), several)


def _own_missing(asked: Asked, reason: str) -> str | None:
    """Return the option that itself says "don't know", "prefer not to say" or "does not apply"."""
    for option in asked.options:
        for text in (option.display, option.code.replace("_", " "), *option.say):
            found = disclaimer(tokens(text, decimals=False))
            if found is not None and found.reason == reason and found.is_whole:
                return option.code
    return None


def _chosen(asked: Asked, codes: tuple[str, ...], several: bool, hedged: bool) -> Understood:
    distinct = tuple(dict.fromkeys(codes))
    if several:
        return Understood("understood", asked.text, distinct, hedged=hedged)
    if len(distinct) == 1:
        return Understood("understood", asked.text, distinct[0], hedged=hedged)
    return Understood("ambiguous", asked.text, hedged=hedged, candidates=distinct)


def _corrected(asked: Asked, options: Options, said: Sequence[Token], several: bool) -> Understood:
    tagged = CORRECTIONS.tag(said)
    for place in range(len(tagged) - 1, 0, -1):
        if tagged[place].kind == "mark" or _takes_back(options, tagged, place):
            later = _read(asked, options, tagged[place + 1 :], several)
            earlier = _read(asked, options, tuple(token for token in tagged[:place] if token.kind != "mark"), several)
            if later.status != "not_understood" and earlier.status != "not_understood":
                return later
    return _read(asked, options, tuple(token for token in tagged if token.kind != "mark"), several)


def _takes_back(options: Options, said: Sequence[Token], place: int) -> bool:
    """Tell whether a "no" between commas takes back what was said before ("moderate, no, severe")."""
    alone = said[place].text == "no" and said[place - 1].kind == "sign" and place + 1 < len(said) and said[place + 1].kind == "sign"
    return alone and options.exact(("no",)) is None


def _read(asked: Asked, options: Options, said: Sequence[Token], several: bool) -> Understood:
    tagged = HEDGED.tag(said)
    hedged = any(token.kind == "mark" for token in tagged) or any(token.text == "?" for token in said)
    plain = tuple(token for token in tagged if token.kind != "mark")
    whole = options.exact(tuple(token.text for token in plain if token.kind != "sign")) if hedged else None
    if whole is not None:
        return _chosen(asked, (whole,), several, hedged)
    if any(token.kind == "mark" for token in OPEN.tag(plain)):
        return asked.not_understood()
    excepted = BUT.tag(plain)
    for place, token in enumerate(excepted):
        if token.kind == "mark":
            if not several:
                return asked.not_understood()
            left_out = named_options(options, excepted[place + 1 :])
            if not left_out:
                return asked.not_understood()
            codes = {name.code for name in left_out}
            none = options.says_none()
            return _chosen(
                asked, tuple(option.code for option in options.options if option.code not in codes and option.code != none), True, hedged
            )
    named = named_options(options, plain)
    kept = [name for name in named if not name.negated]
    if not kept:
        misspelt = same_but_spelling(options, [token.text for token in plain if token.kind != "sign"])
        if len(misspelt) == 1:
            return _chosen(asked, misspelt, several, hedged)
        return asked.not_understood() if named else _nothing_named(asked, options, plain, several, hedged)
    if several:
        kept = _ranges(options, plain, kept)
        for part in _unmatched_parts(plain, named):
            nearest = nearest_options(options, [token.text for token in plain[part.start : part.stop] if token.kind != "sign"])
            if len(nearest) != 1:
                return asked.not_understood()
            kept.append(Named(nearest[0], part.start, part.stop))
        kept.sort(key=lambda name: name.place)
        return _chosen(asked, tuple(name.code for name in kept), True, hedged)
    if _compares(plain, named):
        return asked.not_understood()
    return _chosen(asked, tuple(name.code for name in kept), False, hedged)


def _compares(said: Sequence[Token], named: Sequence[Named]) -> bool:
    """Tell whether one option is only a measure ("worse than moderate")."""
    inside = {place for name in named for place in range(name.place, name.end)}
    outside = [token.text for place, token in enumerate(said) if place not in inside]
    measured = [
        word for place, word in enumerate(outside) if word in COMPARING and (word not in _MORE_OR_LESS or _is_measure(outside, place))
    ]
    return len({name.code for name in named}) == 1 and bool(measured)


_MORE_OR_LESS: Final = {"better", "worse", "more", "less"}


def _is_measure(outside: Sequence[str], place: int) -> bool:
    """Tell whether "better" compares with the option named ("better than mild"), not with another time ("got better but …")."""
    return "but" not in outside[place:]


def _unmatched_parts(said: Sequence[Token], found: Sequence[Named]) -> list[range]:
    """Return the short parts of a list that name nothing we know: another option, misspelt, or none of them."""
    inside = {place for name in found for place in range(name.place, name.end)}
    unmatched: list[range] = []
    part: list[int] = []
    for place, token in enumerate((*said, Token("sign", ","))):
        if token.text in _BETWEEN_PARTS:
            content = [at for at in part if said[at].text not in SMALL and at not in inside]
            if part and not any(at in inside for at in part) and 0 < len(content) <= 3:
                unmatched.append(range(part[0], part[-1] + 1))
            part = []
        else:
            part.append(place)
    return unmatched


def _ranges(options: Options, said: Sequence[Token], kept: list[Named]) -> list[Named]:
    """Fill in "1 to 3" and "1-3"."""
    codes = [option.code for option in options.options]
    filled: list[Named] = []
    for place, name in enumerate(kept):
        filled.append(name)
        if place + 1 < len(kept):
            following = kept[place + 1]
            between = [token.text for token in said[name.end : following.place]]
            digits = said[name.place].kind == "number" and said[following.place].kind == "number"
            if digits and between in (["-"], ["to"], ["through"]):
                first, last = codes.index(name.code), codes.index(following.code)
                filled.extend(Named(code, name.place, name.end) for code in codes[first + 1 : last])
    return filled


_OF_A_LIST: Final = frozenset(
    {"list", "options", "above", "lot", "here", "please", "sadly", "unfortunately", "listed", "there", "yep", *HOW_MANY}
)


def _nothing_named(asked: Asked, options: Options, said: Sequence[Token], several: bool, hedged: bool) -> Understood:
    everything = [token for token in ALL.tag(said) if token.kind != "sign"]
    if (
        any(token.kind == "mark" for token in everything)
        and len(everything) <= 4
        and not any(token.text in NEGATIONS for token in everything)
        and all(token.kind == "mark" or token.text in SMALL or token.text in _OF_A_LIST for token in everything)
    ):
        none = options.says_none()
        codes = tuple(option.code for option in options.options if option.code != none)
        told = {len(codes) if token.text not in HOW_MANY else HOW_MANY[token.text] for token in said}
        return _chosen(asked, codes, several, hedged) if told == {len(codes)} else asked.not_understood()
    nothing = [token for token in NONE.tag(said) if token.kind != "sign"]
    if any(one.text == "not" and two.kind == "mark" for one, two in pairwise(nothing)):
        return asked.not_understood()
    if (
        any(token.kind == "mark" for token in nothing)
        and len([token for token in nothing if token.kind != "mark" and token.text not in SMALL]) <= 1
    ):
        none = options.says_none()
        if none is not None:
            return _chosen(asked, (none,), several, hedged)
        if several:
            return Understood("understood", asked.text, (), hedged=hedged)
        return asked.not_understood()
    if any(token.kind == "mark" for token in ANYTHING_BUT.tag(said)):
        return asked.not_understood()
    shared = () if several else shared_options(options, said)
    return _chosen(asked, shared, False, hedged) if shared else _near(asked, options, said, several, hedged)


def _near(asked: Asked, options: Options, said: Sequence[Token], several: bool, hedged: bool) -> Understood:
    """Find options by a near spelling, part by part for `choices`."""
    if not several:
        codes = nearest_options(options, [token.text for token in said if token.kind != "sign"])
        return _chosen(asked, codes, False, hedged) if codes else asked.not_understood()
    if shared_options(options, said):
        return asked.not_understood()
    parts: list[list[str]] = [[]]
    for token in said:
        if token.text in (",", ";", "and", "&", "+", "/"):
            parts.append([])
        elif token.kind != "sign":
            parts[-1].append(token.text)
    chosen: list[str] = []
    for part in parts:
        if not any(word not in SMALL for word in part):
            continue
        codes = nearest_options(options, part)
        if len(codes) != 1:
            return asked.not_understood()
        chosen.extend(codes)
    return _chosen(asked, tuple(chosen), True, hedged) if chosen else asked.not_understood()
