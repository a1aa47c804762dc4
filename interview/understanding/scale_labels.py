"""A value of a scale by the words printed at it: "I'd say no change", "a lot better", "molto meglio".

What lies between two labels ("a bit better", "between better and no change") is asked back. What it will not do: read a label
that is denied or stands in a story ("not worse", "better than nothing"); that stays not understood.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from statistics import median
from typing import Final

from interview.understanding.asked import Asked
from interview.understanding.italian import plain
from interview.understanding.italian_numbers import number_of
from interview.understanding.listed import listed
from interview.understanding.numerals import numerals
from interview.understanding.tokens import LONGEST_ANSWER, Token, tokens
from interview.understanding.understood import Option, Understood

_LIKE: Final[Mapping[str, tuple[str, ...]]] = {
    "no change": listed(
        """
        the same | same | just the same | much the same | exactly the same | unchanged | no different | no difference | not changed |
        not different | nothing has changed | nothing changed | not changed at all | no change at all | no change whatsoever |
        no real change | neither better nor worse | no better and no worse | no better no worse | not better and not worse |
        no worse and no better | no better or worse | neither worse nor better | as before | same as before | the same as before
        """
    ),
    "a lot better": ("much better", "very much better", "far better", "a great deal better", "lots better", "loads better"),
    "a lot worse": ("much worse", "very much worse", "far worse", "a great deal worse", "lots worse", "loads worse"),
    "nessun cambiamento": listed(
        """
        uguale | lo stesso | la stessa cosa | invariato | invariata | come prima | sempre uguale | niente e cambiato | non cambiato |
        non cambiata | nulla e cambiato | niente di cambiato | ne meglio ne peggio | nessuna differenza | tale e quale
        """
    ),
    "none": ("not at all", "nothing"),
    "nessuno": ("assente", "nessuna", "niente", "per niente"),
    "bassa": ("basso", "lieve"),
    "media": ("medio", "moderata", "moderato"),
    "alta": ("alto", "grave"),
}
"""Other ways to say exactly what a label says, each a whole phrase."""

_BESIDE: Final = frozenset(
    listed(
        """
        i | would | say | said | am | is | are | has | have | been | got | get | feel | felt | it | things | thing | they | the |
        a | to | me | for | of | on | with | well | oh | um | er | yes | yeah | so | just | now | today | overall | definitely |
        clearly | certainly | compared | than | before | then | when | began | started | that | this | treatment | my | mood | all |
        in | and | there | think | guess | suppose | maybe | perhaps | probably | about | roughly | more | or | less | pretty |
        direi | sto | mi | sento | mi sento | e | va | vanno | le | cose | il | la | un | di | da | rispetto | a | prima | allora |
        oggi | adesso | ora | si | che | credo | forse | circa | piu | o | meno | quando | ho | iniziato | sono |
        dottore | dottoressa | sempre | tutto | nel | complesso
        """
    )
)
_HEDGES: Final = frozenset(listed("think | guess | suppose | maybe | perhaps | probably | credo | forse"))
_NEARLY: Final = ("more or less", "about", "roughly", "piu o meno", "circa")
_LITTLE: Final = frozenset(
    listed(
        """
        bit | little | slightly | somewhat | rather | quite | fairly | kind | sort | touch | tad | marginally | moderately |
        un po | po | pochino | poco | leggermente | lievemente | abbastanza | piuttosto
        """
    )
)
"""Words that put the value between this label and its neighbour."""

_THEN: Final = frozenset(listed("before | then | when | began | started | treatment | prima | allora | quando | iniziato"))
_COMPARED: Final = frozenset(listed("than | compared | rispetto | di"))
"""Words that make "then" what is compared with; without one, "better before" speaks of then."""

_BETWEEN: Final = frozenset({"between", "somewhere", "tra", "fra"})
_WORD: Final = re.compile(r"[^\W_]+")


def labelled(asked: Asked) -> Understood | None:
    """Return what the labels in the answer say; None where no label, or more than labels, was said: then the number tells."""
    if len(asked.text) > LONGEST_ANSWER or "?" in asked.text or not all(option.code.isdecimal() for option in asked.options):
        return None
    said = _words(asked.text)
    found, rest = _labels_in(said, _names(asked.options))
    if not found or any(_is_number(word) for word in rest - _BESIDE):
        return _against(asked, found)
    values = tuple(dict.fromkeys(found))
    weak = rest & _LITTLE
    if rest - _BESIDE - _LITTLE - (_BETWEEN if len(values) > 1 else frozenset()):
        return None
    if len(values) == 1 and rest & _THEN and not rest & _COMPARED:
        return None
    if len(values) > 1:
        between = bool(rest & _BETWEEN) and len(values) == 2
        return _either(asked, tuple(range(min(values), max(values) + 1)) if between else values)
    if weak:
        either = _toward_the_middle(values[0], asked.options)
        return _either(asked, either) if either else None
    text = " ".join(said)
    return Understood(
        "understood",
        asked.text,
        values[0],
        approximate=any(f"{phrase} " in f"{text} " for phrase in _NEARLY),
        hedged=bool(rest & _HEDGES),
    )


def _is_number(word: str) -> bool:
    return word[0].isdigit() or number_of(word) is not None or any(each.kind == "number" for each in numerals((Token("word", word),)))


def _either(asked: Asked, values: tuple[int, ...]) -> Understood:
    return Understood("ambiguous", asked.text, candidates=values)


def _against(asked: Asked, found: Sequence[int]) -> Understood | None:
    """Ask back where a number and a label lie on two sides of the middle ("2, worse")."""
    numbers = [int(word) for word in _words(asked.text) if word.isdigit() and len(word) < 4]
    middle = median(int(option.code) for option in asked.options)
    if len(numbers) != 1 or len(set(found)) != 1 or (numbers[0] - middle) * (found[0] - middle) >= 0:
        return None
    return _either(asked, (numbers[0], found[0]))


def _toward_the_middle(value: int, options: Sequence[Option]) -> tuple[int, ...]:
    """Return a value and its neighbour on the side of the middle; nothing for the middle itself."""
    middle = median(int(option.code) for option in options)
    return () if value == middle else (value, value + (1 if value < middle else -1))


def _words(text: str) -> tuple[str, ...]:
    """Return the words of both languages: English with its short forms opened, no accents."""
    opened = " ".join(token.text for token in tokens(text, decimals=False))
    return tuple(_WORD.findall(plain(opened)))


@lru_cache(maxsize=64)
def _names(options: tuple[Option, ...]) -> tuple[tuple[tuple[str, ...], int], ...]:
    """Return the labels and what says the same, the longest first."""
    names: dict[tuple[str, ...], int] = {}
    for option in options:
        for name in (option.display, *option.say):
            words = _words(name)
            for each in (words, *(_words(like) for like in _LIKE.get(" ".join(words), ()))):
                names.setdefault(each, int(option.code))
    return tuple(sorted(names.items(), key=lambda each: -len(each[0])))


def _labels_in(said: tuple[str, ...], names: Sequence[tuple[tuple[str, ...], int]]) -> tuple[list[int], frozenset[str]]:
    """Return the values named, in the order said, and the words outside their names."""
    found: list[int] = []
    rest: list[str] = []
    place = 0
    while place < len(said):
        named = next(((name, value) for name, value in names if name and said[place : place + len(name)] == name), None)
        if named is None:
            rest.append(said[place])
            place += 1
        else:
            found.append(named[1])
            place += len(named[0])
    return found, frozenset(rest)
