"""The names by which each option of a question may be called, as words. What it will not do: read an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from interview.understanding.listed import listed
from interview.understanding.option_synonyms import rewordings
from interview.understanding.phrases import Phrases
from interview.understanding.tokens import tokens
from interview.understanding.understood import Option

SMALL: Final = frozenset(
    frozenset(
        listed(
            """
        a | an | the | of | or | and | to | in | on | at | it | is | was | i | my | me | that | this | one | for | with | be | am |
        been | would | say | id | option | number | answer | choice | please | think | just | so | very | really | mostly | as | about |
        had | have | has | did | do | like | more | some | any | by | from | you | we | they | its | go | pick | choose | put |
        definitely | probably | well | um | er | oh | yes | yeah | then | there | than | but | if | quite | pretty | bit | thats |
        were | are | got | get | will | also | too | mainly | only | both | them | these | those | all | what | which | when | how |
        feel | felt | maybe | perhaps | guess | suppose
        """
        )
    )
)


NEGATIONS: Final = {
    "not",
    "no",
    "never",
    "without",
    "neither",
    "nor",
    "except",
    "excluding",
    "bar",
    "minus",
    "isnt",
    "hardly",
    "denies",
    "denied",
    "denying",
    "nil",
}


TURNING: Final = frozenset(
    listed(
        """
        bit | some | part | partly | mostly | nearly | almost | main | much | little | less | more | most | stop | stopped | stopping |
        lost | lose | wore | off | again | still | yet | barely | hardly | few
        """
    )
)
"""Words of an option's name that turn or weaken the rest: who leaves them out has not named the option."""


_LEAVING: Final = frozenset(listed("stop | stopped | stopping | quit | came | off | taking | gave | left"))
"""Words of giving something up: by themselves they are no part of what an option says ("I quit" is not "it quit working")."""


NONE: Final = Phrases(
    {
        "none": listed(
            """
        neither | none | none of these | none of them | none of those | none of the above | none of that | neither of them |
        neither of these | neither of those | not any of these | not any of them | not any of those | nothing | no | nope |
        nothing of the sort | none at all | none really | no not any | not any | nothing like that | not one of them |
        not one of these | none apply | none of them apply | none of these apply | nah | nothing from the list | none of the options |
        nobody | no one | nobody else | no one else | nobody at all | no one at all | not a soul | not a thing |
        none of the list | not a single one | no none | no none of these | no none of them | nothing at all | never
        """
        )
    }
)


_ENDINGS: Final = ("ing", "ed", "es", "s", "ly", "ness")


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokens(text.replace("_", " "), decimals=False) if token.kind != "sign")


@lru_cache(maxsize=8192)
def word_stem(word: str) -> str:
    """Return a word without its common endings, so that "dizzy" and "dizziness" are one."""
    if word.endswith("ness") and len(word) == 7:
        word = word[:-4]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    if word.endswith("e") and len(word) > 4:
        return word[:-1]
    return f"{word[:-1]}i" if word.endswith("y") and len(word) > 3 else word


_TURNED_BY: Final = {("but",), ("then",), ("though",), ("although",), ("yet",), ("not",), ("except",)}


_LEADS: Final = frozenset(listed("in | it | had | been | the | an | a | is | was | i | there | am | have"))
_DROPPED: Final = frozenset(listed("real | really | very | quite"))
_TAILS: Final = (("for", "me"), ("to", "me"), ("of", "me"))


def _said_shorter(name: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return a name and how people shorten it: without its first small words, its "really", its "for me"."""
    shorter = [name]
    for tail in _TAILS:
        if len(name) > 3 and name[-2:] == tail:
            shorter.append(name[:-2])
    plain = tuple(word for word in shorter[-1] if word not in _DROPPED)
    while len(plain) > 2:
        shorter.append(plain)
        if plain[0] not in _LEADS:
            break
        plain = plain[1:]
    if len(plain) == 2:
        shorter.append(plain)
    if len(plain) == 3 and plain[1] in NEGATIONS:
        shorter.append(plain[1:])
    return tuple(
        each for each in dict.fromkeys(shorter) if each == name or any(word not in SMALL and word not in NEGATIONS for word in each)
    )


class Options:
    """The options' names, as words."""

    def __init__(self, options: Sequence[Option]) -> None:
        self.options = options
        self._displays = [_words(option.display) for option in options]
        self.names: list[tuple[tuple[str, ...], str]] = []
        for option in options:
            texts = (option.display, option.code, *option.say, *self._parts(option.display))
            for words in dict.fromkeys(name for text in texts for name in _said_shorter(_words(text))):
                if words:
                    self.names.append((words, option.code))
        owners: dict[tuple[str, ...], set[str]] = {}
        for words, code in self.names:
            owners.setdefault(words, set()).add(code)
        self.names = [name for name in self.names if len(owners[name[0]]) == 1]
        self.names.sort(key=lambda name: -len(name[0]))
        self.content = {
            option.code: {
                word_stem(word)
                for words in map(_words, (option.display, option.code, *option.say))
                for word in words
                if word not in SMALL and not NEGATIONS & set(words)
            }
            for option in options
        }

        self.rewordings = rewordings(self.names)
        pairs: dict[tuple[str, str], set[str]] = {}
        for words, code in self.names:
            for pair in pairwise(words):
                if not any(word in SMALL or word in NEGATIONS for word in pair) and not set(pair) <= _LEAVING:
                    pairs.setdefault((pair[0], pair[1]), set()).add(code)
        self.pairs = {pair: next(iter(codes)) for pair, codes in pairs.items() if len(codes) == 1}
        """Two telling words side by side that only one option has."""

    def _parts(self, display: str) -> tuple[str, ...]:
        """The part of a display that may be said alone: before a comma, a bracket, a dash or a slash.

        Not where what follows turns it ("It worked, then stopped"), nor where another option begins with the same words.
        """
        pieces = re.split(r"[,(;:/–—]| - ", display, maxsplit=1)
        if len(pieces) == 1 or len(pieces[0].split()) > 4:
            return ()
        head, after = _words(pieces[0]), _words(pieces[1])
        shared = sum(display[: len(head)] == head for display in self._displays) > 1
        turned = after[:1] in _TURNED_BY and not any(word in TURNING for word in head)
        return () if shared or turned else (pieces[0].strip(" )"),)

    def exact(self, words: tuple[str, ...]) -> str | None:
        codes = {code for name, code in self.names if name == words}
        return codes.pop() if len(codes) == 1 else None

    def in_part(self, words: tuple[str, ...]) -> str | None:
        """Return the one option whose name holds these words in order, and beside them only small ones."""
        if len(words) < 3 or all(word in SMALL for word in words):
            return None
        codes = {code for name, code in self.names if len(name) > len(words) and _in_order(words, name)}
        return codes.pop() if len(codes) == 1 else None

    def by_place(self, number: int) -> str | None:
        return self.options[number - 1].code if 1 <= number <= len(self.options) else None

    def says_none(self) -> str | None:
        """The option that itself says none, if there is one: nothing in its name says what there is none of."""
        for option in self.options:
            for text in (option.code, option.display, *option.say):
                tagged = [token for token in NONE.tag(tokens(text.replace("_", " "), decimals=False)) if token.kind != "sign"]
                beside = [token.text for token in tagged if token.kind != "mark"]
                if len(beside) < len(tagged) and all(word in SMALL or word in NEGATIONS for word in beside):
                    return option.code
        return None

    def owners(self, word: str) -> tuple[str, ...]:
        """Return the options that a word may belong to, "sleep" to "asleep" too."""
        stem = word_stem(word)
        return tuple(
            code for code, content in self.content.items() if any(stem == other or (len(stem) > 3 and stem in other) for other in content)
        )

    def is_covered(self, code: str, said: Iterable[str]) -> bool:
        """Tell whether these words say at least half of one of the option's names, and leave out nothing that turns it."""
        said = tuple(said)
        if all(word in _LEAVING for word in said):
            return False
        stems = {word_stem(word) for word in said}
        for name, owner in self.names:
            if owner != code:
                continue
            telling = [word for word in name if word in TURNING or word in NEGATIONS or word not in SMALL]
            left = [word for word in telling if not any(_is_same(word_stem(word), stem) for stem in stems)]
            met = sum(any(_is_same(word_stem(word), stem) for word in telling) for stem in stems)
            turned = any(word in NEGATIONS or (word in TURNING and met < 2) for word in left)
            if telling and not turned and 2 * len(left) <= len(telling):
                return True
        return False


def _in_order(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    left = list(words)
    for word in name:
        if left and word == left[0]:
            left.pop(0)
        elif word not in SMALL and word not in _DROPPED:
            return False
    return not left


@lru_cache(maxsize=128)
def options_of(options: tuple[Option, ...]) -> Options:
    """Return the names of these options, read once for each question."""
    return Options(options)


def _is_same(stem: str, said: str) -> bool:
    return stem == said or (len(said) > 3 and said in stem)
