"""Which words raised the banner: the words of risk themselves, shortened, for the clinician's eyes; never the sentence they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.language import _
from interview.understanding.risk import risk_words
from interview.views.locale import time_of_day

NOTE: Final = "note:"
MOST: Final = 3
"""How many words or phrases are named."""
LONGEST: Final = 28
"""Characters of one phrase that are shown."""


def words_of_risk(session: Session, places: Iterable[str]) -> tuple[str, ...]:
    """Return the words of risk in the texts at these places, each once, in order; a place is a link id, or `note:` and its event."""
    found: dict[str, None] = {}
    for place in places:
        found.update(dict.fromkeys(risk_words(_text_at(session, place))))
    return tuple(found)


def quoted_words(session: Session, places: Iterable[str]) -> str:
    """Return the first of them quoted, in brackets after a blank; empty where the text that raised it is gone."""
    found = words_of_risk(session, places)
    if not found:
        return ""
    named = ", ".join(f"“{_short(words)}”" for words in found[:MOST])
    more = _(" and {n} more").format(n=len(found) - MOST) if len(found) > MOST else ""
    return f" ({named}{more})"


def where_typed(session: Session, places: Sequence[str]) -> str:
    """Return in which turn the first of these texts was typed, and how many more there are; it begins with a blank."""
    place, more = places[0], len(places) - 1
    item, answer = item_of(session.questionnaire, place), session.state.answers.get(place)
    if place.startswith(NOTE) or item is None or answer is None:
        at = next((turn.at for turn in session.turns if f"{NOTE}{turn.seq}" == place), session.state.updated_at)
        where = _(" in a note at {time}").format(time=time_of_day(at))
    else:
        where = _(" in the answer at {time} to “{question}”").format(time=time_of_day(answer.at), question=item.text)
    return where + (_(", and in {n} more").format(n=more) if more else "")


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def _text_at(session: Session, place: str) -> str:
    if place.startswith(NOTE):
        return next((turn.text or "" for turn in session.turns if turn.kind == "note" and f"{NOTE}{turn.seq}" == place), "")
    answer = session.state.answers.get(place)
    if answer is None:
        return ""
    told = answer.value if isinstance(answer.value, str) else " ".join(map(str, answer.value)) if isinstance(answer.value, list) else ""
    return answer.verbatim or told
