"""The same answers through the app, line by line, and by replay: byte-equal cases, and equal events but for times."""

from __future__ import annotations

import datetime as dt
import io
import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from interview.engine.doors import Doors
from interview.engine.lines import submit
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.plain.console import Console
from interview.plain.interview import PlainInterview
from interview.questionnaire.model import Item
from interview.questionnaire.reader import bundled
from interview.tui.app import InterviewApp
from tests.interview.tui.desk import Desk, doors

SUBJECT = "S-0231"
OWN_WORDS = {
    "text": "it is as it is",
    "yes_no": "no",
    "choice": "1",
    "choices": "1",
    "number": "2",
    "scale": "5",
    "duration": "about two months",
    "date": "March 2021",
    "frequency": "twice a week",
    "dose": "100 mg",
    "drug": "sertraline",
    "drugs": "lithium",
    "texts": "a walk, a talk",
}
SPOKEN = {
    "interview.consent": "yes",
    "person.age_years": "44",
    "interview.any.trials": "yes",
    "relationships.confidant": "I'd rather not say",
    "lifestyle.sleep_hours": "six or so",
}


def typed(link_id: str, item: Item) -> str:
    """Return what a person types at this question, by its kind."""
    return SPOKEN.get(link_id, OWN_WORDS[item.type])


def moments() -> Callable[[], dt.datetime]:
    """Return a clock that stands still: what is compared has no times in it."""
    return lambda: dt.datetime(2026, 3, 2, 14, 0, tzinfo=dt.UTC)


def world() -> Doors:
    """Return doors with the bundled questionnaire and a clock and ids of our own."""
    counter = itertools.count()
    return replace(doors(bundled()), clock=moments(), new_id=lambda: f"r{next(counter)}")


def by_session() -> tuple[Session, list[tuple[str, str]]]:
    """Answer every question in order; return the session, and what was typed where."""
    session, script = world().begin(SUBJECT), []
    while (slot := session.current()) is not None:
        said = typed(slot.link_id, slot.item)
        assert isinstance(session.answer(slot.link_id, said), Saved), slot.link_id
        script.append((slot.link_id, said))
    session.go("pause")
    return session, script


def facts_of(session: Session) -> tuple[str, list[Any]]:
    """Return the case as it is printed, and the events without their times."""
    return session.case().model_dump_json(by_alias=True), [event.body for event in session.events]


def test_replay_and_plain_make_the_record_that_the_session_makes() -> None:
    """Typed line by line, and given as lines."""
    session, script = by_session()
    assert 90 < len(script)

    replayed = world().begin(SUBJECT)
    for link_id, said in script:
        assert isinstance(submit(replayed, {"link_id": link_id, "value": said, "verbatim": said}), Saved), link_id
    replayed.go("pause")
    assert facts_of(session) == facts_of(replayed)

    desk = world()
    plain, typed_lines = desk.begin(SUBJECT), "".join(f"{said}\n" for _, said in script)
    PlainInterview(desk, plain, Console(io.BytesIO(typed_lines.encode()), io.StringIO())).run()
    assert facts_of(session) == facts_of(plain)


async def test_the_app_makes_the_record_that_the_session_makes() -> None:
    """Typed key by key at 80 × 24, then left."""
    session, script = by_session()
    desk_doors = world()
    app = InterviewApp(desk_doors, desk_doors.begin(SUBJECT))
    async with app.run_test(size=(80, 24)) as pilot:
        desk = Desk(app, pilot)
        await desk.settle()
        shown = desk.session
        for link_id, said in script:
            assert link_id == desk.link_id
            item = shown.view().item
            if item is not None and desk.asking.is_folded(item):
                await desk.press("f7")
            await desk.paste(said)
            await desk.press("enter")
        assert desk.link_id is None
        shown.go("pause")
        assert facts_of(session) == facts_of(shown)
