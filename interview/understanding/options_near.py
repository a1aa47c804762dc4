"""The options that an answer comes near: by near spelling, or by a word that two or three of them share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview.understanding.option_names import NEGATIONS, SMALL, TURNING, Options, word_stem
from interview.understanding.tokens import Token

_NEAR: Final = 82.0
"""Likeness (0 to 100) from which a spelling counts as meant; chosen on our own list of typing errors."""

_NEARLY_THE_SAME: Final = 90.0
"""Likeness from which a whole phrase counts as meant, with its negation ("no changes" for "no change")."""

_LIKE_A_WORD: Final = 66.0
"""Likeness that every longer word must have to some word of the option: "stopped taking" is no slip for "stopped working"."""

_APART: Final = 6.0
"""How much nearer than the next option it has to be."""


def shared_options(options: Options, said: Sequence[Token]) -> tuple[str, ...]:
    """Return the two or three options that every telling word could mean."""
    left: set[str] | None = None
    for token in said:
        owners = set(options.owners(token.text)) if token.kind == "word" and token.text not in SMALL else set()
        if owners:
            left = owners if left is None else left & owners
    ordered = tuple(option.code for option in options.options if left and option.code in left)
    ordered = _by_person(options, ordered, {token.text for token in said})
    negated = any(token.text in NEGATIONS for token in said)
    if len(ordered) == len(options.options) == 2 and not negated and any(token.text == "same" for token in said):
        return ordered  # "the same one": as now, or as that other one
    return ordered if 1 + (len(left or ()) < 2) <= len(ordered) <= 3 and len(ordered) < len(options.options) and not negated else ()


def _by_person(options: Options, codes: tuple[str, ...], words: set[str]) -> tuple[str, ...]:
    """Leave out an option that begins with "you" where only "I" was said, and the other way round."""
    starts = {option.code: option.display.casefold().split(" ")[0] for option in options.options}
    other = "you" if words & {"i", "myself"} and "you" not in words else "i" if "you" in words and not words & {"i", "myself"} else ""
    kept = tuple(code for code in codes if starts[code] != other)
    return kept if other and any(starts[code] in ("i", "you") for code in kept) else codes


def same_but_spelling(options: Options, words: Sequence[str]) -> tuple[str, ...]:
    """Return the options whose whole name is the answer but for a letter or two."""
    from rapidfuzz import fuzz

    whole = " ".join(words)
    negations = [word for word in words if word in NEGATIONS]
    return tuple(
        dict.fromkeys(
            code
            for name, code in options.names
            if len(whole) >= 6
            and fuzz.ratio(whole, " ".join(name)) >= _NEARLY_THE_SAME
            and negations == [word for word in name if word in NEGATIONS]
        )
    )


def nearest_options(options: Options, words: Sequence[str]) -> tuple[str, ...]:
    """Return the code of the nearest option, two if they are equally near, none if none is near."""
    from rapidfuzz import fuzz  # only an answer that nothing else explains needs it

    content = [word for word in words if (word not in SMALL or word in TURNING) and word not in NEGATIONS]
    text = " ".join(content)
    nearly = same_but_spelling(options, words)
    if len(nearly) == 1:
        return nearly
    if not 3 <= len(text) <= 80 or any(word in NEGATIONS for word in words):
        return ()
    best: dict[str, float] = {}
    for name, code in options.names:
        against = " ".join(word for word in name if word not in SMALL or word in TURNING)
        if len(against) >= 3 and _word_by_word(content, against.split()):
            best[code] = max(best.get(code, 0.0), fuzz.ratio(text, against))
    for code, stems in options.content.items():
        long_stems = [stem for stem in stems if len(stem) >= 4]
        if not long_stems or not content or len(content) > 3 or any(len(word) < 4 for word in content):
            continue
        nearest = [max((fuzz.ratio(word_stem(word), stem), stem) for stem in long_stems) for word in content]
        if options.is_covered(code, [stem for _, stem in nearest]):
            best[code] = max(best.get(code, 0.0), min(nearest)[0] - 1.0)
    ranked = sorted(best.items(), key=lambda each: -each[1])
    if not ranked or ranked[0][1] < (_NEAR if len(text) > 4 else 75.0 if len(text) == 4 else 101.0):
        return ()
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _APART:
        return tuple(code for code, likeness in ranked[:2] if likeness >= ranked[0][1] - _APART)
    return (ranked[0][0],)


def _word_by_word(content: Sequence[str], name: Sequence[str]) -> bool:
    """Tell whether each longer word may be a slip for one of the option's words, or for two of them run together."""
    from rapidfuzz import fuzz

    if len(content) != len(name):
        return True
    return all(len(word) < 5 or max(fuzz.ratio(word, other) for other in name) >= _LIKE_A_WORD for word in content)
