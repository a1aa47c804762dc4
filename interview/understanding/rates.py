"""Rates among marked tokens: every "so many times in such a period", as times a week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from interview.understanding.amount import Amount
from interview.understanding.amounts import read_amounts
from interview.understanding.frequency_periods import days_of_seven, interval, one_period, week_days
from interview.understanding.frequency_words import THINGS
from interview.understanding.tokens import Token

DAYS_A_WEEK: Final = 7.0
_DAYS_OF_THE_WEEK: Final = frozenset({"days", "nights", "weekday", "weekdays", "weekend", "weekends", "other", "alternate"})


def read_rates(said: Sequence[Token]) -> tuple[list[Amount], tuple[Token, ...], set[str]]:
    """Find every "so many times in such a period", as times a week."""
    marks = {token.text for token in said if token.kind == "mark"}
    rest: list[Token] = []
    rates: list[Amount] = []
    held: list[Token] = []
    place = 0
    while place < len(said):
        found = interval(said, place) or week_days(said, place) or days_of_seven(said, place) or one_period(said, place, held)
        if found is None:
            held.append(said[place])
            place += 1
            continue
        (rate, is_per), place = found
        if is_per:
            if _counts_something(held):
                return [], (Token("word", "not"),), marks
            before = held
            counted = read_amounts(_without_things(held))
            held = list(counted.rest)
            if len(counted.found) == 1:
                amount = counted.found[0]
                if _too_often(amount, rate, before) or _may_be_interval(said[place - 1], before):
                    return [], (Token("word", "not"),), marks
                rates.append(replace(_scaled(amount, rate), approximate=amount.approximate))
            elif len(counted.found) > 1:
                return [], tuple(held), marks
            else:
                rates.append(_bounded(rate, before))
        else:
            if any(token.kind == "number" for token in held):
                return [], (Token("word", "not"),), marks
            rates.append(_bounded(rate, held))
        rest.extend(
            token
            for token in held
            if token.kind == "word" or (token.kind == "mark" and token.text in ("away", "vague", "never", "nothing"))
        )
        held = []
    after = read_amounts(held)
    if rates and any(token.text in ("or_more", "at_least") for token in held) and rates[-1].single is not None and not after.found:
        rates[-1] = replace(rates[-1], high=None)
    if rates and any(token.text in ("or_less", "at_most") for token in held) and rates[-1].single is not None and not after.found:
        rates[-1] = replace(rates[-1], low=0.0)
    leftover = [token for token in held if token.kind in ("word", "number") or (token.kind == "mark" and token.text in ("away", "vague"))]
    if len(rates) == 2 and rates[0].single is not None and rates[1].single is not None and _either(said):
        low, high = sorted((rates[0].single, rates[1].single))
        rates = [Amount(low, high, True)]
    if len(rates) == 2 and (both := _on_days(rates, said)) is not None:
        rates = [both]
    if len(rates) == 1 and marks & {"never"} and _either(said) and rates[0].single is not None:
        rates = [Amount(0.0, rates[0].single, True)]
        rest = [token for token in rest if token.text != "never"]
    return rates, tuple(token for token in [*rest, *leftover] if token.text not in ("or", "and")), marks


def _on_days(rates: Sequence[Amount], said: Sequence[Token]) -> Amount | None:
    """Join "twice a day" and the days on which it is done ("5 days a week", "on weekdays") into one rate."""
    often, days = rates
    on_days = any(token.text in _DAYS_OF_THE_WEEK for token in said)
    if not on_days or often.single is None or days.single is None or days.single > DAYS_A_WEEK or often.single % DAYS_A_WEEK:
        return None
    joined = often.single / DAYS_A_WEEK * days.single
    return Amount(joined, joined, True, often.approximate or days.approximate) if often.single >= DAYS_A_WEEK else None


def _either(said: Sequence[Token]) -> bool:
    return any(token.text in ("or", "to", "perhaps", "between") for token in said)


def _bounded(rate: Amount, held: list[Token]) -> Amount:
    marks = {token.text for token in held if token.kind == "mark"}
    if rate.single is None:
        return rate
    if "at_least" in marks:
        return replace(rate, high=None)
    return replace(rate, low=0.0) if "at_most" in marks else rate


def _scaled(amount: Amount, rate: Amount) -> Amount:
    per_week = rate.low or 0.0
    if rate.single is None:
        if amount.single is None:
            return Amount(
                None if amount.low is None else amount.low * per_week,
                None if amount.high is None or rate.high is None else amount.high * rate.high,
                True,
            )
        return Amount(per_week * amount.single, None if rate.high is None else rate.high * amount.single, True)
    return replace(
        amount,
        low=None if amount.low is None else amount.low * per_week,
        high=None if amount.high is None else amount.high * per_week,
        sized=True,
    )


def _without_things(held: Sequence[Token]) -> tuple[Token, ...]:
    """Take away what is counted, so that only the count stays ("3 times", "5 days")."""
    return tuple(token for token in held if token.text not in THINGS)


def _too_often(amount: Amount, rate: Amount, held: Sequence[Token]) -> bool:
    """Tell whether more days were said than a week has."""
    days = any(token.text in ("days", "nights", "evenings", "mornings") for token in held)
    return days and (amount.high or amount.low or 0.0) * (rate.high or 0.0) > DAYS_A_WEEK


def _may_be_interval(adverb: Token, held: Sequence[Token]) -> bool:
    """Tell whether "three weekly" may mean every three weeks."""
    counted = [token for token in held if token.text != "-"]
    return adverb.text in ("weekly", "monthly", "yearly") and bool(counted) and counted[-1].kind == "number" and counted[-1].said != "times"


def _counts_something(held: Sequence[Token]) -> bool:
    """Tell whether the number counts something that is no occasion ("3 beers a day")."""
    beside = {"or", "to", "and", "of", "in"}
    pairs = pairwise(held)
    return any(one.kind == "number" and two.kind == "word" and two.text not in THINGS and two.text not in beside for one, two in pairs)
