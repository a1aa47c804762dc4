"""The names by which each option of a question may be called, as words. What it will not do: read an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from interview.understanding.listed import listed
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


NEGATIONS: Final = {"not", "no", "never", "without", "neither", "nor", "except", "excluding", "bar", "minus", "isnt", "hardly"}


NONE: Final = Phrases(
    {
        "none": listed(
            """
        neither | none | none of these | none of them | none of those | none of the above | none of that | neither of them |
        neither of these | neither of those | not any of these | not any of them | not any of those | nothing | no | nope |
        nothing of the sort | none at all | none really | no not any | not any | nothing like that | not one of them |
        not one of these | none apply | none of them apply | none of these apply | nah | nothing from the list | none of the options |
        none of the list | not a single one | no none | no none of these | no none of them | nothing at all | never
        """
        )
    }
)


_ENDINGS: Final = ("ing", "ed", "es", "s", "ly", "ness")


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokens(text.replace("_", " "), decimals=False) if token.kind != "sign")


def word_stem(word: str) -> str:
    """Return a word without its common endings, so that "dizzy" and "dizziness" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    if word.endswith("e") and len(word) > 4:
        return word[:-1]
    return f"{word[:-1]}i" if word.endswith("y") and len(word) > 3 else word


class Options:
    """The options' names, as words."""

    def __init__(self, options: Sequence[Option]) -> None:
        self.options = options
        self.names: list[tuple[tuple[str, ...], str]] = []
        for option in options:
            texts = (option.display, option.code, *option.say, *self._parts(option.display))
            for words in dict.fromkeys(_words(text) for text in texts):
                if words:
                    self.names.append((words, option.code))
        self.names.sort(key=lambda name: -len(name[0]))
        self.content = {
            option.code: {
                word_stem(word) for text in (option.display, option.code, *option.say) for word in _words(text) if word not in SMALL
            }
            for option in options
        }

    @staticmethod
    def _parts(display: str) -> tuple[str, ...]:
        """The parts of a display that may be said alone: before a comma, a bracket, a dash or a slash."""
        pieces = re.split(r"[,(;:/–—]| - ", display)
        return tuple(piece.strip(" )") for piece in (pieces[:1] if len(pieces) > 1 and len(pieces[0].split()) <= 4 else ()))

    def exact(self, words: tuple[str, ...]) -> str | None:
        codes = {code for name, code in self.names if name == words}
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
