"""How often, in times a week: "twice a day" → 14, "every other day" → 3.5, "once a month" → 0.23, "never" → 0.

Without a period ("3", "twice") it is not understood.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview.understanding.amount import Amounts
from interview.understanding.asked import Asked
from interview.understanding.calendar_words import DAYS_A_YEAR, WEEKDAYS
from interview.understanding.corrections import read_corrected
from interview.understanding.frequency_words import A_WEEK, ADVERBS, DAY_PARTS, EACH, PERIODS
from interview.understanding.listed import listed
from interview.understanding.marks import marked
from interview.understanding.numerals import numerals
from interview.understanding.outcome import converted, from_amounts, turns
from interview.understanding.rates import DAYS_A_WEEK, read_rates
from interview.understanding.tokens import Token
from interview.understanding.understood import Understood

_NO_MORE_THAN_COUNTED: Final = frozenset({"times", "time", "x", "each", "every", "per", "now", "both", "so_far_ago"})


_BLOCKED: Final = frozenset(
    listed(
        """
        bi | semi | tri | except | most | some | other | few | alternate | second | third | last | past | first | weekend | if | when |
        but | sometimes | bar | barring | excluding | minus | without
        """
    )
)


_TAKEN_OUT: Final = frozenset({"bar", "barring", "excluding", "minus"})


def read(asked: Asked, said: Sequence[Token]) -> Understood:
    """Return the times a week."""
    said = tuple(
        Token("word", "trimester") if place and token.text == "quarter" and said[place - 1].text in EACH else token
        for place, token in enumerate(said)
    )
    twofold = _twofold(said)
    if twofold is not None:
        return Understood("ambiguous", asked.text, candidates=tuple(converted(rate) for rate in twofold))
    if [token.text for token in said if token.kind != "sign"][:2] in (["not", "never"], ["not", "none"]):
        return asked.not_understood()
    left_out = _days_left_out(said)
    if left_out is not None:
        return Understood("understood", asked.text, DAYS_A_WEEK - left_out) if left_out else asked.not_understood()
    said = _each_part_of_the_day(_so_many_nights(said))
    return read_corrected(marked(said), lambda part: _once(asked, part), lambda part: not _has_period(part))


_TWOFOLD: Final = {"weekly": (2.0, 0.5), "monthly": (24 * 7 / DAYS_A_YEAR, 6 * 7 / DAYS_A_YEAR)}
"""What "bi-" may mean: twice in each, or once in two of them."""


def _twofold(said: Sequence[Token]) -> tuple[float, float] | None:
    words = "".join(token.text for token in said if token.text != "-")
    return _TWOFOLD.get(words.removeprefix("bi")) if words.startswith("bi") else None


_LEAVES_OUT: Final = frozenset(listed("except | bar | barring | excluding | minus | but | apart | besides | not"))
_DAILY: Final = (
    "every day",
    "everyday",
    "daily",
    "each day",
    "every single day",
    "all days",
    "every night",
    "nightly",
    "each night",
    "all week",
)
_BESIDE_DAYS: Final = frozenset(listed("on | at | for | from | the | a | and | or | , | a | & | days | day | nights"))


def _days_left_out(said: Sequence[Token]) -> int | None:
    """Count the days left out of "every day except Sunday"; nothing where none is, 0 where they cannot be counted."""
    words = [token.text for token in said if token.kind in ("word", "number")]
    plain = " ".join(words)
    daily = next((phrase for phrase in _DAILY if plain.startswith(phrase + " ")), None)
    rest = plain.removeprefix(daily or "").split()
    if daily is None or not rest or rest[0] not in _LEAVES_OUT:
        return None
    days: set[int] = set()
    others = 0
    for word in rest[1:]:
        number = WEEKDAYS.get(word, WEEKDAYS.get(word.removesuffix("s")))
        if number is not None:
            days.add(number)
        elif word in ("weekend", "weekends"):
            days |= {WEEKDAYS["saturday"], WEEKDAYS["sunday"]}
        elif word in ("one", "1") and len(rest) <= 3:
            others = 1
        elif word not in _BESIDE_DAYS and word not in _LEAVES_OUT:
            return 0
    return len(days) or others


def _each_part_of_the_day(said: Sequence[Token]) -> tuple[Token, ...]:
    """Write "morning and evening, every day" and "mornings and nights" as so many times a day."""
    plain = [token for token in said if token.kind != "sign"]
    names: list[str] = []
    at = 0
    while at < len(plain) and (
        plain[at].text in DAY_PARTS or plain[at].text in ("and", "in", "the", "at", "plus", "noon", "midday", "lunch")
    ):
        if plain[at].text in DAY_PARTS or plain[at].text in ("noon", "midday", "lunch"):
            names.append(plain[at].text.removesuffix("s"))
        at += 1
    tail = [token.text for token in plain[at:]]
    if (
        len(set(names)) < 2
        or len(set(names)) != len(names)
        or tail not in (["daily"], ["every", "day"], ["each", "day"], ["everyday"], ["a", "day"])
    ):
        return tuple(said)
    return (Token("number", str(len(names)), float(len(names))), Token("word", "times"), Token("word", "a"), Token("word", "day"))


_MOST_OF: Final = frozenset(listed("most | some | many"))
_NIGHTS: Final = frozenset(listed("days | nights | evenings | mornings | afternoons"))


def _so_many_nights(said: Sequence[Token]) -> tuple[Token, ...]:
    """Write "most evenings, five nights" as so many times a week; without the habit before it, "five nights" has no period."""
    if len(said) < 3 or said[0].text not in _MOST_OF or said[1].text not in _NIGHTS:
        return tuple(said)
    rest = [token for token in numerals(said[2:]) if token.kind != "sign"]
    if len(rest) >= 2 and rest[-1].text in _NIGHTS and rest[-2].kind == "number" and rest[-2].value <= DAYS_A_WEEK:
        return (*rest[:-1], Token("word", "times"), Token("word", "a"), Token("word", "week"))
    return tuple(said)


def _has_period(said: Sequence[Token]) -> bool:
    return any(token.text in PERIODS or token.text in ADVERBS or token.text in A_WEEK or token.text in WEEKDAYS for token in said)


def _never(asked: Asked, said: Sequence[Token]) -> Understood | None:
    marks = [token.text for token in said if token.kind == "mark"]
    if not set(marks) & {"never", "nothing", "not_at_all"} or any(token.kind == "number" for token in said) or _has_period(said):
        return None
    if (
        set(marks) & {"away", "vague", "approximate"}
        or len(said) > 9
        or any(token.text in ("but", "except", "until", "yes") for token in said)
    ):
        return asked.not_understood()
    return Understood("understood", asked.text, 0, hedged=bool(set(marks) & {"hedge", "perhaps"}))


def _once(asked: Asked, said: Sequence[Token]) -> Understood:
    never = _never(asked, said)
    if never is not None:
        return never
    rates, rest, marks = read_rates(said)
    if len(rates) > 1 and any(token.text == "and" for token in said):
        return asked.not_understood()
    if not rates or any(token.text in _TAKEN_OUT for token in said):
        return asked.not_understood()
    if turns(rest, _NO_MORE_THAN_COUNTED) or any(token.kind == "number" or token.text in _BLOCKED or token.text in "%/" for token in rest):
        return asked.not_understood()
    hedged = bool(marks & {"hedge", "perhaps"}) or any(token.text == "?" for token in said)
    amounts = Amounts(
        tuple({(each.low, each.high): each for each in rates}.values()),
        rest,
        hedged,
        "approximate" in marks or any(rate.approximate for rate in rates),
    )
    return from_amounts(asked.text, amounts, converted, minimum=asked.minimum, maximum=asked.maximum)
