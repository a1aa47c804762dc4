"""Likeness of a sentence to exemplars: TF-IDF over words, pairs of words and pieces of words, and a smoothed language model a topic.

Pure and deterministic. It knows names and sentences, no topic in particular.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from interview.practice.ear.wording import kinds_of, stem, words
from interview.understanding.listed import listed

STOP: Final = frozenset(
    listed(
        """
        a | an | the | of | to | is | are | was | were | be | been | being | am | do | does | did | have | has | had | you |
        your | yours | i | me | my | we | us | our | it | its | that | this | these | those | and | or | but | so | if | in | on
        | at | for | with | by | from | as | any | some | there | then | than | can | could | would | will | shall | should |
        may | might | tell | please | just | really | very | quite | rather | bit | about | into | out | up | down | off | over
        | how | what | when | where | who | which | why | not | no | yes | well | now | okay | right | also | too | all | ever |
        thing | things | lot | him | her | his | she | he | they | them | their | one | ones | want | like | know | let | going
        | get | got | say | said | more | much | many
        """
    )
)
"""Words that alone say little of a topic; in pairs they count."""

_PIECE: Final = 4
_PIECE_SHARE: Final = 0.5
_PAIR_SHARE: Final = 0.7
_WORD_SHARE: Final = 1.0
_STOP_SHARE: Final = 0.25
_COMMON: Final = 150
"""Exemplars from which on a feature is too common to look for sentences by it."""
_LOOKED_AT: Final = 400
"""Exemplars that are compared in full."""


@cache
def _pieces(root: str) -> tuple[str, ...]:
    if len(root) <= _PIECE:
        return ()
    return tuple("#" + root[place : place + _PIECE] for place in range(len(root) - _PIECE + 1))


def features(said: Sequence[str]) -> dict[str, float]:
    """Return what a sentence is compared by, each with its share before rarity counts."""
    found: dict[str, float] = {}
    roots = [stem(word) for word in said]
    content = []
    for word, root in zip(said, roots, strict=True):
        if word in STOP:
            found[root] = _STOP_SHARE
            continue
        found[root] = _WORD_SHARE
        content.append(root)
        for kind in sorted(kinds_of(word)):
            found[kind] = _WORD_SHARE
            content[-1] = kind
        pieces = _pieces(root)
        for piece in pieces:
            found[piece] = max(found.get(piece, 0.0), _PIECE_SHARE / math.sqrt(len(pieces)))
    for first, second in pairwise(roots):
        found[f"{first} {second}"] = _PAIR_SHARE
    for first, second in pairwise(content):
        found[f"{first}~{second}"] = _PAIR_SHARE
    return found


@lru_cache(maxsize=16)
def _features(said: tuple[str, ...]) -> dict[str, float]:
    return features(said)


class Likeness:
    """Exemplars by name, ready to be compared with a sentence."""

    def __init__(self, exemplars: Iterable[tuple[str, str]], *, smoothing: float) -> None:
        """Take (name, sentence) pairs; `smoothing` is the weight of what is common to all names."""
        self._names: list[str] = []
        counted: list[dict[str, float]] = []
        for name, sentence in exemplars:
            self._names.append(name)
            counted.append(features(words(sentence)))
        rarity: Counter[str] = Counter()
        for each in counted:
            rarity.update(each.keys())
        whole = len(counted)
        self._rarity = {feature: math.log((1 + whole) / (1 + number)) + 0.3 for feature, number in rarity.items()}
        self._unseen = math.log(1 + whole) + 0.3
        self._where: dict[str, list[tuple[int, float]]] = {}
        self._weights: list[dict[str, float]] = []
        self._under: dict[str, dict[str, float]] = {}
        self._sizes: Counter[str] = Counter()
        self._smoothing = smoothing
        total: Counter[str] = Counter()
        for place, each in enumerate(counted):
            vector = {feature: share * self._rarity[feature] for feature, share in each.items()}
            length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
            name = self._names[place]
            self._weights.append({feature: weight / length for feature, weight in vector.items()})
            for feature, weight in vector.items():
                self._where.setdefault(feature, []).append((place, weight / length))
                if not feature.startswith("#"):
                    under = self._under.setdefault(feature, {})
                    under[name] = under.get(name, 0.0) + each[feature]
                    total[feature] += 1
            self._sizes[name] += 1
        everything = sum(self._sizes.values())
        self._common = {feature: number / everything for feature, number in total.items()}

    def nearest(self, said: Sequence[str], *, best: float, others: int, leave_out: int | None = None) -> dict[str, float]:
        """Return for each name how near its nearest exemplars are, 0 to 1."""
        vector = {feature: share * self._rarity.get(feature, self._unseen) for feature, share in _features(tuple(said)).items()}
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        by_name: dict[str, list[float]] = {}
        for place, value in self._sums(vector):
            if place != leave_out:
                by_name.setdefault(self._names[place], []).append(value / length)
        found = {}
        for name, values in by_name.items():
            top = sorted(values, reverse=True)[: others + 1]
            rest = sum(top[1:]) / others
            found[name] = min(1.0, best * top[0] + (1 - best) * rest)
        return found

    def _sums(self, vector: dict[str, float]) -> list[tuple[int, float]]:
        """Return the exemplars that share most with a sentence: by what is rare first, then by what nearly every sentence has."""
        known = {feature: weight for feature, weight in vector.items() if feature in self._where}
        common = {feature: weight for feature, weight in known.items() if len(self._where[feature]) > _COMMON}
        rare = {feature: weight for feature, weight in known.items() if feature not in common}
        sums: dict[int, float] = {}
        for feature, weight in (rare or common).items():
            for place, other in self._where[feature]:
                sums[place] = sums.get(place, 0.0) + weight * other
        if not rare:
            return list(sums.items())
        found = []
        for place, value in heapq.nlargest(_LOOKED_AT, sums.items(), key=lambda item: (item[1], -item[0])):
            weights = self._weights[place]
            found.append((place, value + sum(weight * weights[feature] for feature, weight in common.items() if feature in weights)))
        return found

    def likely(self, said: Sequence[str], *, sharpness: float, leave_out: tuple[str, dict[str, float]] | None = None) -> dict[str, float]:
        """Return for each name its share of likelihood, of 1 in all; nothing known: nothing."""
        asked = {feature: share for feature, share in _features(tuple(said)).items() if feature in self._under}
        if not asked:
            return {}
        scores = dict.fromkeys(self._sizes, 0.0)
        for feature, share in asked.items():
            common = self._smoothing * self._common[feature]
            for name, number in self._under[feature].items():
                if leave_out is not None and name == leave_out[0]:
                    number = max(0.0, number - leave_out[1].get(feature, 0.0))
                scores[name] += share * math.log(1 + number / common)
        size = math.sqrt(len(asked))
        for name, number in self._sizes.items():
            scores[name] -= sum(asked.values()) * math.log((number + self._smoothing) / self._smoothing)
        peak = max(scores.values())
        shares = {name: math.exp(sharpness * (score - peak) * 2 / size) for name, score in scores.items()}
        whole = sum(shares.values())
        return {name: share / whole for name, share in shares.items()}
