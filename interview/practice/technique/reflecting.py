"""Whether a statement gives back what the person said or feels, and whether several such points are drawn together.

Sympathy ("I'm sorry"), advice, praise, comfort and information give nothing back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from interview.practice.technique.leading import CHECK, has_tag, names_cause_with_tag
from interview.practice.technique.reflection_words import (
    ABOUT_OTHERS,
    ABOUT_SOMEBODY,
    ABOUT_THE_PERSON,
    CIVIL,
    FEELS,
    INTRODUCED,
    LEAD_IN,
    NORMALISES,
    NOT_GIVEN_BACK,
    SAID,
    SIGNAL,
    SO,
    STEMS,
    TALKED_AWAY,
)
from interview.practice.technique.sentences import Sentence

POINTS_OF_A_SUMMARY: Final = 3
"""Clauses, each with somebody or something it is about, from which on a statement draws together: several, not a pair."""
POINTS_AFTER_A_SIGNAL: Final = 2
"""The same after words that say that a summary comes."""
SHORTEST_POINT: Final = 2
"""Words that a point has at least."""


def gives_back(text: str, marked: bool) -> bool:
    """Tell whether a statement (its question mark apart) gives back what the person said or feels."""
    if CHECK.fullmatch(text) or has_tag(text) or names_cause_with_tag(text) or normalises(text):
        return False
    bare = LEAD_IN.sub("", text) or text
    if any(STEMS.match(part) for part in re.split(r" [,:] (?:and |but )?", bare)[1:]):
        return True
    if STEMS.match(bare) or SO.match(bare):
        return SO.match(bare) is None or not NOT_GIVEN_BACK.match(re.sub(r"^so ,? ?", "", bare))
    if marked:
        return bool(FEELS.match(bare))
    if ABOUT_THE_PERSON.match(bare):
        return not NOT_GIVEN_BACK.match(bare)
    return bool(ABOUT_OTHERS.match(bare)) and not CIVIL.match(bare)


def comforts_or_advises(text: str) -> bool:
    """Tell whether a sentence advises, praises or comforts: to name a feeling so is to talk it away."""
    bare = LEAD_IN.sub("", text) or text
    return bool(NOT_GIVEN_BACK.match(bare) or TALKED_AWAY.match(bare))


def normalises(text: str) -> bool:
    """Tell whether a sentence only says that what is felt is common: it gives nothing back, and passes nothing over either."""
    return NORMALISES.search(LEAD_IN.sub("", text) or text) is not None


def announces_summary(text: str) -> bool:
    """Tell whether a sentence says that a summary comes."""
    return SIGNAL.match(text) is not None


def summary_starts(statements: Sequence[Sentence]) -> int | None:
    """Return the place of the sentence at which a summary begins, or None where nothing is drawn together."""
    parts = [_parts(statement.text) for statement in statements]
    later = sum(parts)
    for place, statement in enumerate(statements):
        text = statement.text
        later -= parts[place]
        signal = SIGNAL.match(text)
        if signal and _parts(INTRODUCED.sub("", text[signal.end() :])) + later >= POINTS_AFTER_A_SIGNAL:
            return place
        said = len(SAID.findall(text))
        if said and parts[place] >= POINTS_OF_A_SUMMARY:
            return place
        following = statements[place + 1].text if place + 1 < len(statements) else ""
        if said and said + len(SAID.findall(following)) >= POINTS_AFTER_A_SIGNAL:
            return place
        if gives_back(text, False) and _points(text) >= POINTS_OF_A_SUMMARY:
            return place
    told = [place for place, statement in enumerate(statements) if gives_back(statement.text, statement.marked)]
    return told[0] if len(told) >= POINTS_OF_A_SUMMARY else None


def _parts(text: str) -> int:
    """Count the parts between pauses and "and", those of a word or so left out."""
    return sum(1 for part in re.split(r" [,:](?: and| but)? | and | then ", text) if len(part.split()) >= SHORTEST_POINT)


def _points(text: str) -> int:
    """Count the clauses between pauses that say something about somebody."""
    clauses = re.split(r" [,:](?: and| but)? ", re.sub(r"^so ,? ?", "", text))
    return sum(
        1 for clause in clauses if len(clause.split()) > SHORTEST_POINT and ABOUT_SOMEBODY.match(clause) and not CHECK.search(clause)
    )
