"""D6: whatever the clock does, the order is the events' own and what counts is the same; a jump stands in the log.

One interview is held again and again while the clock goes back and forth, into summer time and out of it, to other zones, past the end
of 32-bit time and to the year 1. Each time it must come to the same answers, case and order as with a clock that runs.
"""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Final
from unittest import mock
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from interview.engine import ledger
from interview.engine.clock_jumps import TOLERATED
from interview.engine.extraction import extract
from interview.engine.fold import fold
from interview.engine.record_events import ClockJumped
from interview.engine.session import Session
from interview.storage.memory import MemoryStore
from tests.faults.outcome import Outcome
from tests.interview.engine.world import PLAIN, SMALL
from trd_core.case import Case

Times = Callable[[random.Random], list[dt.datetime]]
STEPS: Final = 400
"""Looks at the clock that one interview is given times for."""
_MINUTE: Final = dt.timedelta(minutes=1)


def _running(start: dt.datetime) -> list[dt.datetime]:
    return [start + _MINUTE * place / 8 for place in range(STEPS)]


def steady(chance: random.Random) -> list[dt.datetime]:
    """A clock that runs."""
    return _running(dt.datetime(2026, 3, 1, 10, tzinfo=dt.UTC))


def back_and_forth(chance: random.Random) -> list[dt.datetime]:
    """Minutes, hours and days to and fro, on the same day of safety questions or on others."""
    moment, times = dt.datetime(2026, 3, 1, 10, tzinfo=dt.UTC), []
    for _ in range(STEPS):
        moment += chance.choice([_MINUTE] * 12 + [-20 * _MINUTE, 20 * _MINUTE, dt.timedelta(hours=-3), dt.timedelta(hours=3)])
        times.append(moment)
    return times


def zone_changes(chance: random.Random) -> list[dt.datetime]:
    """The same instants, told in another zone from some point on."""
    zones = [dt.timezone(dt.timedelta(minutes=minutes)) for minutes in (-720, -210, 0, 60, 345, 840)]
    here, times = zones[2], []
    for moment in steady(chance):
        here = chance.choice(zones) if chance.random() < 0.05 else here
        times.append(moment.astimezone(here))
    return times


def summer_time(chance: random.Random) -> list[dt.datetime]:
    """Over the hour that is told twice, or that there is not."""
    try:
        zone: dt.tzinfo = ZoneInfo("Europe/Rome")
    except ZoneInfoNotFoundError:
        return [each.astimezone(dt.timezone(dt.timedelta(hours=2 if place < 9 else 1))) for place, each in enumerate(steady(chance))]
    start = chance.choice([dt.datetime(2026, 10, 25, 0, 58, tzinfo=dt.UTC), dt.datetime(2026, 3, 29, 0, 58, tzinfo=dt.UTC)])
    return [moment.astimezone(zone) for moment in _running(start)]


def past_2038(chance: random.Random) -> list[dt.datetime]:
    """Over the last second that 32 bits hold."""
    return _running(dt.datetime(2038, 1, 19, 3, 13, 50, tzinfo=dt.UTC))


def year_1(chance: random.Random) -> list[dt.datetime]:
    """A clock that lost its battery on the way, and found itself again."""
    lost = chance.randrange(2, 12)
    back, then = lost + chance.randrange(2, 6), steady(chance)
    first = dt.datetime(1, 1, 1, 0, 0, tzinfo=dt.UTC)
    return [first + _MINUTE * place if lost <= place < back else moment for place, moment in enumerate(then)]


CLOCKS: Final[tuple[Times, ...]] = (back_and_forth, zone_changes, summer_time, past_2038, year_1)


def interviewed(times: list[dt.datetime]) -> Session:
    """Hold the small interview by this clock; go back on one answer and let go of the record in between."""
    told = iter(times)
    moments = lambda: next(told)  # noqa: E731 one clock, given to all
    store = MemoryStore()
    session = Session.begin(store, SMALL, subject="S-1", clock=moments, new_id=lambda: "r0")
    for place, (link_id, value) in enumerate(PLAIN.items()):
        if place % 5 == 4:
            session = Session.resume(store, SMALL, "r0", clock=moments)
        _settle_safety(session)
        session.answer(link_id, value)
    session.answer("person.age_years", "45")
    return session


def _settle_safety(session: Session) -> None:
    """Answer the safety questions again where another day of the clock asks for them."""
    while session.phase == "safety" and (slot := session.current()) is not None:
        session.answer(slot.link_id, "no")


def jumps_in(times: list[str]) -> int:
    """Return how often a time goes back by more than is tolerated, or to another offset."""
    pairs = [(dt.datetime.fromisoformat(one), dt.datetime.fromisoformat(two)) for one, two in pairwise(times)]
    return sum(one - two > TOLERATED or one.utcoffset() != two.utcoffset() for one, two in pairs)


def _timeless(session: Session) -> Case:
    """Return the case without its day, which is the clock's alone."""
    return session.case().model_copy(update={"assessed_on": None})


def wrong_with(session: Session, expected: Session) -> list[str]:
    """Return what is not as with a clock that runs."""
    events, wrong = session.events, []
    if [each.seq for each in events] != list(range(1, len(events) + 1)):
        wrong.append("the order is not the events' own")
    if _timeless(session) != _timeless(expected):
        wrong.append("the case is another")
    said = {link_id: answer.value for link_id, answer in session.state.answers.items()}
    for link_id, answer in expected.state.answers.items():
        if said.get(link_id) != answer.value:
            wrong.append(f"{link_id} counts otherwise")
    again = fold(events)
    if extract(SMALL, again, session.enablement) != session.case():
        wrong.append("the log folds to another case")
    noted = sum(isinstance(each.body, ClockJumped) for each in events)
    there = jumps_in([each.at for each in events])
    if noted < min(1, there) or noted > there:
        wrong.append(f"{there} jumps, {noted} noted")
    return wrong


def run(n: int = 500, seed: int = 6) -> Outcome:
    """Interview `n` times, by each clock in turn."""
    begun, chance, failures, jumps = time.monotonic(), random.Random(seed), [], 0
    expected = interviewed(steady(chance))
    if any(isinstance(each.body, ClockJumped) for each in expected.events):
        failures.append("a clock that runs is said to have jumped")
    for place in range(n):
        kind = CLOCKS[place % len(CLOCKS)]
        session = interviewed(kind(chance))
        jumps += sum(isinstance(each.body, ClockJumped) for each in session.events)
        failures += [f"{kind.__name__}: {each}" for each in wrong_with(session, expected)]
    with mock.patch.object(ledger, "first_jump", return_value=None):
        unsaid = wrong_with(interviewed(year_1(chance)), expected)
    done = f"{n} interviews by clocks that go back, forth, over zones, summer time, 2038 and the year 1; {jumps} jumps noted"
    return Outcome("D6", done, n, tuple(failures), seed, time.monotonic() - begun, (("jumps that are not noted", bool(unsaid)),))
