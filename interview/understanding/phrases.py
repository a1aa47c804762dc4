"""Phrases with a meaning, found among tokens: the longest first, each named by its mark.

What it will not do: know any phrase. Each reader brings its own table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interview.understanding.tokens import Token, tokens

SKIPPED = frozenset(
    {"really", "honestly", "actually", "just", "quite", "simply", "truly", "even", "exactly", "completely", "totally", "entirely", "too"}
)
"""Adverbs that may stand inside a phrase without changing it ("I really don't know")."""


class Phrases:
    """A table of phrases: mark → phrases as one would type them."""

    def __init__(self, table: Mapping[str, Sequence[str]], *, skipped: frozenset[str] = frozenset()) -> None:
        self._skipped = skipped
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for mark, phrases in table.items():
            for phrase in phrases:
                plain = phrase.isascii() and phrase.replace(" ", "").isalpha()
                words = tuple(phrase.split()) if plain else tuple(token.text for token in tokens(phrase))
                self._by_first.setdefault(words[0], []).append((words, mark))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def _end(self, said: Sequence[Token], start: int, words: tuple[str, ...]) -> int | None:
        place = start
        for index, word in enumerate(words):
            while index and place < len(said) and said[place].text != word and said[place].text in self._skipped:
                place += 1
            if place >= len(said) or said[place].kind == "mark" or said[place].text != word:
                return None
            place += 1
        return place

    def tag(self, said: Sequence[Token]) -> tuple[Token, ...]:
        """Return the tokens with each phrase replaced by its mark."""
        tagged: list[Token] = []
        place = 0
        while place < len(said):
            for words, mark in self._by_first.get(said[place].text, ()) if said[place].kind != "mark" else ():
                end = self._end(said, place, words) if len(words) <= len(said) - place else None
                if end is not None:
                    tagged.append(Token("mark", mark, said=" ".join(words)))
                    place = end
                    break
            else:
                tagged.append(said[place])
                place += 1
        return tuple(tagged)
