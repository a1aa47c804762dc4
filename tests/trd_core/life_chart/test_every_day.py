"""A date that is not exact says what all of its days say together: one answer where they agree, open where they do not."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from typing import Any

import pytest

from tests.trd_core.life_chart.charts import chart, drug, verdicts

RELAPSE = "trials.t2.relapse_on"


def days_of(month: str) -> Iterator[str]:
    """Yield every day of a month."""
    day = dt.date.fromisoformat(f"{month}-01")
    while day.isoformat().startswith(month):
        yield day.isoformat()
        day += dt.timedelta(days=1)


def answers(ended: str, relapse: str, *, started: str = "2024-01-15", lowered: bool = False) -> dict[str, Any]:
    """Return what a relapse on another treatment is compatible with after paroxetine was started and stopped."""
    facts = {"outcome": "full_response", "response_reached": "2024-03-01", "dose_lowered_before_loss": lowered}
    later = drug("t2", agent="sertraline", started=None, ended=None, relapse_on=relapse)
    of = chart(trials=[drug(started=started, ended=ended, **facts), later], toxicity={"withdrawal": True})
    return {
        **{f"{name} of the stop": verdict for name, verdict in verdicts(of, RELAPSE, "trials.t1.ended").items()},
        **{f"{name} of the start": verdict for name, verdict in verdicts(of, RELAPSE, "trials.t1.started").items()},
    }


@pytest.mark.parametrize(
    ("ended", "relapse"),
    [("2025-03", "2025-03"), ("2025-03", "2025-04"), ("2025-03", "2025-05"), ("2025-02", "2025-01"), ("2025-03", "2025-06")],
)
def test_two_months_say_what_their_days_say(ended: str, relapse: str) -> None:
    """A day on which the relapse came before the stop follows nothing: no answer, which is a no."""
    every = [answers(one, other) for one, other in itertools.product(list(days_of(ended))[::5], days_of(relapse))]
    edges = [answers(one, other) for one in (next(days_of(ended)), list(days_of(ended))[-1]) for other in days_of(relapse)]
    for name, verdict in answers(ended, relapse).items():
        by_day = {each.get(name, "not_met") for each in (*every, *edges)}
        assert verdict == (by_day.pop() if len(by_day) == 1 else "unknown"), name


@pytest.mark.parametrize("relapse", ["2025-02", "2025-03", "2025-04", "2025-05"])
def test_a_month_after_a_day_says_what_its_days_say(relapse: str) -> None:
    every = [answers("2025-03-10", day) for day in days_of(relapse)]
    for name, verdict in answers("2025-03-10", relapse).items():
        by_day = {each.get(name, "not_met") for each in every}
        assert verdict == (by_day.pop() if len(by_day) == 1 else "unknown"), name
