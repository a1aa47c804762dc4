"""The drugs named in an answer: exactly, or by the nearest spelling."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from interview.understanding.drug_table import FORMS, longest_name, names, plain
from interview.understanding.drug_words import ORDINARY, OTHER_MEDICINES
from interview.understanding.tokens import Token

_FARTHEST: Final = 0.34
"""The most edits for each letter at which a spelling still counts as meant."""


_SHARED_START: Final = 4
"""Letters that a second drug, one edit farther, must share at the start to be near-equal ("fluvoxetine")."""


def named_drugs(said: Sequence[Token]) -> tuple[list[str], list[str]]:
    """Return the drugs that are named exactly, in order, and the words left."""
    words = [piece for token in said if token.kind in ("word", "number") for piece in plain(token.text).split()]
    known, most = names(), longest_name()
    found: list[str] = []
    left: list[str] = []
    place = 0
    while place < len(words):
        for length in range(min(most, len(words) - place), 0, -1):
            name = " ".join(words[place : place + length])
            joined = "".join(words[place : place + length])
            generic = known.get(name) or (known.get(joined) if length == 2 and len(joined) > 7 else None)
            if generic is not None and not (len(name) <= 3 and name not in ("t3", "sjw", "t4") and len(words) > 2):
                found.append(generic)
                place += length
                break
        else:
            if words[place] in ("t", "s", "es") and place + 1 < len(words):
                pair = words[place] + words[place + 1]
                if pair in known:
                    found.append(known[pair])
                    place += 2
                    continue
            left.append(words[place])
            place += 1
    return list(dict.fromkeys(found)), left


def near_drugs(words: Sequence[str]) -> list[str]:
    """Return the drug nearest to a misspelt name, or several that are about equally near."""
    content = [word for word in words if word not in ORDINARY and word not in FORMS and len(word) >= 4 and word.isalpha()][:12]
    joined = ["".join(pair) for pair in pairwise(content)] if 1 < len(content) <= 3 else []
    candidates = [found for word in [*content, *joined] if (found := _nearest(word))]
    if not candidates:
        return []
    best = min(distance for found in candidates for _, distance in found)
    near = [generic for found in candidates for generic, distance in found if distance <= best + 0.08]
    return list(dict.fromkeys(near))


def _nearest(word: str) -> list[tuple[str, float]]:
    """Return the nearest drugs to one word with their distance in edits for each letter."""
    from rapidfuzz.distance import OSA  # only a name that is not in the table needs it

    prefix = {generic for name, generic in names().items() if name.startswith(word)} if len(word) >= 5 else set()
    if len(prefix) == 1:
        return [(prefix.pop(), 0.1)]
    distances: dict[str, tuple[int, int]] = {}
    allowed = 1 if len(word) <= 6 else 2 if len(word) <= 9 else 3
    for name, generic in names().items():
        if len(name) < 5 or abs(len(name) - len(word)) > allowed:
            continue
        distance = OSA.distance(word, name, score_cutoff=allowed)
        if distance <= allowed and (name[0] == word[0] or distance == 1 or name[1:3] == word[1:3]):
            shared = _shared_start(word, name)
            distances[generic] = min(distances.get(generic, (allowed + 1, 0)), (distance, -shared))
    if not distances:
        return []
    least, shared = min(distances.values())
    if any(abs(len(other) - len(word)) <= least and OSA.distance(word, other, score_cutoff=least) <= least for other in _other_medicines()):
        return []
    if least > 1 and least / len(word) > _FARTHEST:
        return []
    kept = {
        generic: distance
        for generic, (distance, common) in distances.items()
        if distance == least or (distance == least + 1 and common < shared and -common >= _SHARED_START)
    }
    return [(generic, least / len(word)) for generic in kept]


@cache
def _other_medicines() -> tuple[str, ...]:
    """Return the common medicines that are no drug of the table."""
    return tuple(name for name in OTHER_MEDICINES if name not in names())


def _shared_start(one: str, other: str) -> int:
    """Return how many letters two words share at their start."""
    return next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
