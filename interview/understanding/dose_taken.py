"""How often a dose is taken: "twice a day", "bd", "every other day", "once a week"; and whether it was divided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from interview.understanding.calendar_words import DAYS
from interview.understanding.dose_words import DIVIDED, LATIN, PARTS_OF_DAY, TIMES_A_DAY
from interview.understanding.listed import listed
from interview.understanding.tokens import Token


@dataclass(frozen=True, slots=True)
class Taken:
    """How often a dose is taken, a day, and the tokens that do not say so."""

    a_day: float | None
    rest: tuple[Token, ...]
    parts_of_day: int = 0


_LATIN_PARTS: Final = {
    "mane": "morning",
    "om": "morning",
    "qam": "morning",
    "nocte": "night",
    "qpm": "night",
    "hs": "bedtime",
    "qhs": "bedtime",
}


def how_often(said: Sequence[Token]) -> Taken:
    """Find "twice a day", "bd", "every other day", "once a week"; parts of the day are counted."""
    rest: list[Token] = []
    a_day: float | None = None
    parts: set[str] = set()
    told = {_LATIN_PARTS.get(token.text, token.text if token.text in PARTS_OF_DAY else "") for token in said} - {""}
    by_parts = len(told) > 1
    place = 0
    while place < len(said):
        found = _period(said, place)
        if found is not None:
            days, place = found
            count = 1.0
            kept = [token for token in rest if token.text not in ("times", "time", "x")]
            if len(kept) < len(rest) and kept and kept[-1].kind == "number" and rest[-1].text in ("times", "time", "x"):
                count, rest = kept[-1].value, kept[:-1]
            elif rest and rest[-1].said == "times":
                count = rest.pop().value
            rate = count / days
            a_day = rate if a_day is None or a_day == 1.0 else (a_day if rate in (1.0, a_day) else -1.0)
            continue
        token = said[place]
        if token.kind == "word" and by_parts and token.text in _LATIN_PARTS:
            parts.add(_LATIN_PARTS[token.text])
        elif token.kind == "word" and token.text in LATIN:
            rate = float(TIMES_A_DAY[token.text])
            if rest and rest[-1].said == "times" and token.text in ("daily", "nightly"):
                rate *= rest.pop().value
            elif len(rest) > 1 and rest[-1].text in ("times", "x", "time") and rest[-2].kind == "number" and token.text == "daily":
                rate *= rest[-2].value
                rest = rest[:-2]
            a_day = rate if a_day in (None, 1.0) else (a_day if rate in (1.0, a_day) else -1.0)
        elif token.kind == "word" and token.text in PARTS_OF_DAY:
            parts.add(token.text)
        else:
            rest.append(token)
        place += 1
    if a_day is None and len(rest) > 1 and rest[-1].said == "times" and any(token.kind == "number" for token in rest[:-1]):
        a_day = rest.pop().value
    return Taken(a_day, tuple(rest), len(parts))


def _period(said: Sequence[Token], place: int) -> tuple[float, int] | None:
    """Read "a day", "/day", "per 24 hours", "every other day", "every 12 hours": the days of one period."""
    word = said[place].text
    following = said[place + 1] if place + 1 < len(said) else None
    if following is not None and following.text == "hourly" and said[place].kind == "number" and said[place].value > 0:
        return said[place].value / 24, place + 2
    if word == "weekly":
        return 7.0, place + 1
    if word == "fortnightly":
        return 14.0, place + 1
    if word == "monthly":
        return DAYS["month"], place + 1
    if following is None:
        return None
    if said[place].said == "every second" or (word == "alternate" and following.text in ("day", "days", "nights", "mornings")):
        return (2.0, place + 2) if following.text in ("day", "days", "night", "nights", "morning", "mornings") else None
    if (
        word == "every"
        and following.text in ("other", "second", "third")
        and place + 2 < len(said)
        and said[place + 2].text in (*DAYS, "morning", "evening")
    ):
        return ({"other": 2, "second": 2, "third": 3}[following.text] * DAYS.get(said[place + 2].text, 1.0), place + 3)
    if word in ("a", "per", "each", "every", "/", "in", "q"):
        if following.text in DAYS and (word != "in" or following.text != "days"):
            return DAYS[following.text], place + 2
        if following.text in ("morning", "evening", "bedtime") and word in ("each", "every"):
            return 1.0, place + 2
        if following.kind == "number" and place + 2 < len(said) and said[place + 2].text in DAYS and following.value > 0:
            return following.value * DAYS[said[place + 2].text], place + 3
    return None


_PER: Final = frozenset({"every", "per", "/", "each", "q", "in", "x", "out"})


def without_durations(said: Sequence[Token]) -> tuple[Token, ...]:
    """Take away "for six weeks", "6 weeks", which say how long, not how much; "every 72 hours" stays."""
    kept: list[Token] = []
    place = 0
    while place < len(said):
        start = place + 1 if said[place].text == "for" else place
        lasts = start + 1 < len(said) and said[start].kind == "number" and said[start + 1].text in DAYS and len(said[start + 1].text) > 1
        rate = (bool(kept) and kept[-1].text in _PER) or (lasts and said[start].said in ("times", "part"))
        if lasts and not rate:
            place = start + 2
            continue
        kept.append(said[place])
        place += 1
    return tuple(kept)


def without_division(said: Sequence[Token]) -> tuple[Token, ...]:
    """Take away "in two doses", "split into three": the dose said is the whole day's."""
    kept: list[Token] = []
    place = 0
    while place < len(said):
        after = said[place + 1 : place + 4]
        if said[place].text in ("in", "as") and after and after[0].text in ("divided", "split", "separate"):
            kept.append(Token("word", "divided"))
            place += 3 if len(after) > 1 and after[1].text == "doses" else 2
            continue
        divides = said[place].text in ("in", "into", "over", "across") and after and after[0].kind == "number" and after[0].value <= 4
        if divides:
            end = place + 2
            while end < len(said) and said[end].text in listed(
                """
        divided | doses | goes | lots | parts | halves | equal | separate | portions | times
        """
            ):
                end += 1
            if end > place + 2 or end == len(said) or (kept and kept[-1].text in DIVIDED):
                kept.append(Token("word", "divided"))
                place = end
                continue
        kept.append(said[place])
        place += 1
    return tuple(kept)


_HIGHER: Final = frozenset(listed("higher | more | further | beyond | over | above"))
_REACHING: Final = frozenset(
    listed(
        """
        i | we | they | he | she | could | can | did | would | dared | not | never | go | get | take | tolerate | stand | bear | manage |
        any | it | that | than | want | to | and | but | up | put | me | went | higher | more | further | beyond | over | above |
        allowed | able | was | were
        """
    )
)


def without_ceiling(said: Sequence[Token]) -> tuple[Token, ...]:
    """Take away what only says that it went no higher ("twenty-five, I could not go higher")."""
    for place in range(1, len(said)):
        words = [token.text for token in said[place + 1 :] if token.kind != "sign"]
        denied = "not" in words or "never" in words
        if said[place].text in (",", ";", "-", ".", "but", "and") and denied and set(words) & _HIGHER and set(words) <= _REACHING:
            return tuple(said[:place])
    return tuple(said)
