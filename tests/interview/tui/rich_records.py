"""Records with something in every part, for tests that look at every screen: the same ids, times and answers each time.

`hostile` is put into every free text that a record can hold, so that the same screens show what an unkind hand could type.
"""

from __future__ import annotations

import copy
import datetime as dt
from functools import cache
from typing import Any, Final

from interview.engine.doors import Doors, UserSettings
from interview.engine.lines import submit
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore
from tests.interview.demo.formulation import ENDING, lines
from tests.interview.demo.person import ACTS_AFTER, ANSWERS, FOLLOWED_BY
from tests.interview.demo.walk import clock

SUBJECT: Final = "S-0231"
MOMENT: Final = dt.datetime(2026, 3, 2, 15, 30, tzinfo=dt.UTC)
"""When every screen is looked at: on the day of the answers, since another day asks about safety first."""

STOPS_AT: Final = "lifestyle.sleep_problems"
"""The question at which the second visit stands."""

FREE_TEXTS: Final = frozenset({"label", "rationale", "reason", "text", "by", "seen_by", "contact"})
"""Names under which lines of the session carry what somebody wrote."""

ON_THE_MAP: Final = frozenset({"label", "rationale", "reason"})
"""The same among the facts of the map."""

Line = dict[str, Any]


class Still:
    """A clock that shows one moment, however often it is looked at."""

    def __call__(self) -> dt.datetime:
        """Return the moment."""
        return MOMENT


def unkind(session: Session, line: Line, hostile: str) -> tuple[Line, int]:
    """Return a line with the hostile text in every free text it holds, and how many there are."""
    if not hostile:
        return line, 0
    item, value = item_of(session.questionnaire, line["link_id"]), line.get("value")
    if isinstance(value, dict):
        written = {name: f"{each} {hostile}" for name, each in value.items() if name in FREE_TEXTS and isinstance(each, str)}
        return {**line, "value": {**value, **written}}, len(written)
    if isinstance(value, str) and line["link_id"].rpartition(".")[2] in ON_THE_MAP and item is None:
        return {**line, "value": f"{value} {hostile}"}, 1
    if item is None or line["link_id"].startswith("session."):
        return line, 0
    if item.type == "text" and isinstance(value, str):
        return {**line, "value": f"{value} {hostile}", "verbatim": f"{value} {hostile}"}, 2
    if item.type == "texts" and isinstance(value, list):
        return {**line, "value": [*value, hostile], "verbatim": hostile}, 2
    return {**line, "verbatim": f"{line.get('verbatim', '')} {hostile}"}, 1


def _told(store: MemoryStore, record: str, hostile: str, *, until: str | None = None, **others: Any) -> tuple[Session, int]:
    """Answer as the demonstration person does, up to a question or to the end of what is asked."""
    session = Session.begin(
        store, bundled(), subject=SUBJECT, clock=clock(), new_id=lambda: record, interviewer=f"Dr Example {hostile}".strip(), **others
    )
    fields = 1
    while (item := session.view().item) is not None and item.link_id != until:
        for link_id in (item.link_id, *FOLLOWED_BY.get(item.link_id, ())):
            for line in ({"link_id": link_id, **ANSWERS[link_id]}, *ACTS_AFTER.get(link_id, ())):
                fields += give(session, line, hostile)
    return session, fields


def give(session: Session, line: Line, hostile: str = "") -> int:
    """Give a line with the hostile text in it; return how many free texts it held."""
    written, fields = unkind(session, line, hostile)
    reply = submit(session, written)
    assert isinstance(reply, Saved), (line["link_id"], reply)
    return fields


@cache
def _built(hostile: str) -> tuple[MemoryStore, int]:
    store = MemoryStore()
    first, fields = _told(store, "visit1", hostile)
    for line in lines()[: -len(ENDING)]:
        fields += give(first, line, hostile)
    fields += give(first, {"link_id": "hierarchy_override.order", "value": ["insomnia", "depression"]}, hostile)
    fields += give(first, {"link_id": "hierarchy_override.reason", "value": "She asks for sleep first."}, hostile)
    for name, value in {"id": "own1", "label": "Nobody sees me", "by": "patient"}.items():
        fields += give(first, {"link_id": f"problems[9].{name}", "value": value}, hostile)
    _, more = _told(store, "visit2", hostile, until=STOPS_AT, visit="follow_up", follows="visit1")
    third = Session.begin(store, bundled(), subject="S-0404", clock=clock(), new_id=lambda: "unsafe", interviewer="Dr Example")
    for link_id in ("interview.consent", "interview.present", "narrative.concern"):
        more += give(third, {"link_id": link_id, **ANSWERS[link_id]}, hostile)
    for link_id in ("safety.wish_to_be_dead", "safety.thoughts"):
        more += give(third, {"link_id": link_id, "value": True, "verbatim": "I have thought of it."}, hostile)
    return store, fields + more


def free_texts(hostile: str) -> int:
    """Return how many free texts the records hold."""
    return _built(hostile)[1]


def rich_doors(hostile: str = "") -> Doors:
    """Return doors to three records: a whole first visit in formulation, a second visit half-way, and one with safety open."""
    settings = UserSettings(f"Dr Example {hostile}".strip(), f"Our own text. {hostile}" if hostile else None, "trd-dark")

    def export(*_given: Any) -> None:
        """Write nothing."""

    store = copy.deepcopy(_built(hostile)[0])
    return Doors(store, bundled(), Still(), lambda: "new1", settings, export, ("json", "markdown"), scratch=MemoryStore)


def closed(session: Session) -> None:
    """Close the first visit."""
    give(session, ENDING[0])
    for banner in session.view().risk_banner:
        give(session, {"link_id": "session.risk_words", "value": {"on": banner, "how": "known"}})
    for line in ENDING[1:]:
        give(session, line)
