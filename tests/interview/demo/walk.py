"""Walks a session with the demonstration person's answers, and writes the lines it gave: `python -m tests.interview.demo.walk`.

Run it when the questionnaire changes; it says which questions have no answer yet.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import interview
from interview.engine.lines import submit
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.questionnaire.model import Questionnaire
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore
from tests.interview.demo import formulation
from tests.interview.demo.person import ACTS_AFTER, ANSWERS, FOLLOWED_BY

CASE = Path(interview.__file__).parent / "demo_case.jsonl"
BEGIN = dt.datetime(2026, 3, 2, 14, 0, tzinfo=dt.UTC)
STEP = dt.timedelta(seconds=4)


class Unanswered(LookupError):
    """A question has no answer in `person.py`."""


class Refusal(ValueError):
    """A line was not taken: the line, and the reply."""


def clock(begin: dt.datetime = BEGIN, step: dt.timedelta = STEP) -> Any:
    """Return a clock that moves on by the same step each time it is read."""
    ticks: Iterator[dt.datetime] = (begin + step * count for count in range(1_000_000))
    return lambda: next(ticks)


def begin(questionnaire: Questionnaire | None = None, **others: Any) -> Session:
    """Begin the demonstration's record in memory, with fixed ids and times."""
    return Session.begin(
        MemoryStore(),
        questionnaire or bundled(),
        subject="DEMO-1",
        clock=clock(),
        new_id=lambda: "demo0001",
        interviewer="Demo clinician",
        **others,
    )


def walk(session: Session) -> list[dict[str, Any]]:
    """Answer every question in the order in which it is asked, then formulate and close. Returns the lines given."""
    given: list[dict[str, Any]] = []

    def give(line: dict[str, Any]) -> None:
        reply = submit(session, line)
        if not isinstance(reply, Saved) or reply.set_aside:
            raise Refusal(f"{line['link_id']}: {reply}")
        given.append(line)

    while (item := session.view().item) is not None:
        for link_id in (item.link_id, *FOLLOWED_BY.get(item.link_id, ())):
            if link_id not in ANSWERS:
                raise Unanswered(link_id)
            for line in ({"link_id": link_id, **ANSWERS[link_id]}, *ACTS_AFTER.get(link_id, ())):
                give(line)
    for line in formulation.lines():
        if line["value"] == "closed":
            for banner in session.view().risk_banner:
                give({"link_id": "session.risk_words", "value": {"on": banner, "how": "known"}})
        give(line)
    return given


def rendered(lines: list[dict[str, Any]]) -> str:
    """Return the lines as the packaged file holds them."""
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


if __name__ == "__main__":
    CASE.write_text(rendered(walk(begin())), encoding="utf-8")
