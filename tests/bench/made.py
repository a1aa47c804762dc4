"""What is measured on: a typical case, maps of problems, long records, and a vault of many, each the same for the same size."""

from __future__ import annotations

import datetime as dt
import functools
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from interview.commands.case import case_json
from interview.engine.events import Event, ItemAnswered, RecordOpened
from interview.engine.ledger import Ledger
from interview.engine.lines import submit
from interview.engine.ports import RecordSummary
from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from interview.storage import rows
from interview.storage.chain import GENESIS, canonical, extend
from interview.storage.memory import MemoryStore
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault
from tests.interview.demo.formulation import ENDING, lines
from tests.interview.demo.walk import begin, walk
from trd_core.case import Case, Link, Problem
from trd_core.reading import read_case
from trd_core.settings import DEFAULT

MOMENT: Final = dt.datetime(2026, 3, 2, 15, 30, tzinfo=dt.UTC)
RATINGS: Final = ("severity", "burden", "impairment", "urgency", "modifiability", "patient_priority")
CORRECTED: Final = ("lifestyle.sleep_hours", "kellner_self", "narrative.lifestyle", "narrative.stress")


def still() -> dt.datetime:
    """Return the moment at which everything here is looked at: on the day of the answers."""
    return MOMENT


@functools.cache
def demo_events() -> tuple[Event, ...]:
    """Return the log of the demonstration's interview: every question answered, the map made, closed."""
    session = begin()
    walk(session)
    return tuple(session.events)


@functools.cache
def typical_case() -> bytes:
    """Return the demonstration's case on one line, as `case` prints it: all areas, three treatments, nine problems."""
    store = MemoryStore()
    events = demo_events()
    store.append("demo0001", events, Ledger(store, bundled(), events, still, DEFAULT).summary())
    session = Session(store, bundled(), events, still, DEFAULT)
    return json.dumps(json.loads(case_json(session.case())), ensure_ascii=False, separators=(",", ":")).encode()


def mapped_case(problems: int, links: int, seed: int = 1) -> Case:
    """Return the typical case with a map of so many rated problems and links, drawn at random."""
    rng = random.Random(seed)
    names = [f"p{number}" for number in range(problems)]
    pairs = rng.sample([(source, target) for source in names for target in names if source != target], links)
    return read_case(typical_case()).model_copy(
        update={
            "problems": tuple(
                Problem(id=name, label=name, area="other", kind="syndrome", by="clinician", treatment_available=True).model_copy(
                    update={rating: rng.randint(0, 3) for rating in RATINGS}
                )
                for name in names
            ),
            "links": tuple(
                Link(source=source, target=target, strength=rng.choice((0.25, 0.5, 0.75)), certainty="moderate", by="clinician")
                for source, target in pairs
            ),
            "hierarchy_override": None,
        }
    )


def long_log(events: int) -> tuple[Event, ...]:
    """Return the demonstration's log in formulation, corrected again and again until it has so many events."""
    session = begin()
    given = len([submit(session, line) for line in _told()])
    assert given
    log = list(session.events)
    words = {
        name: next(each.body for each in log if isinstance(each.body, ItemAnswered) and each.body.link_id == name) for name in CORRECTED
    }
    at = log[-1].at
    while len(log) < events:
        again = len(log)
        body = words[CORRECTED[again % len(CORRECTED)]]
        value = f"The {again} of them: it was a long night." if body.link_id.startswith("narrative.") else again % 5 + 4
        changed = body.model_copy(update={"value": value, "verbatim": str(value)})
        log.append(Event(seq=again + 1, at=at, by="Demo clinician", body=changed))
    return tuple(log[:events])


@functools.cache
def _told() -> tuple[dict[str, Any], ...]:
    session = begin()
    given = walk(session)
    ending = {json.dumps(line, sort_keys=True) for line in lines()[-len(ENDING) :]}
    return tuple(line for line in given if json.dumps(line, sort_keys=True) not in ending)


def stored(folder: Path, record: str, log: Sequence[Event]) -> Vault:
    """Return an open vault that holds one record."""
    vault, __ = Vault.create(folder / "vault", KeyFile(folder / "key"), clock=still)
    vault.append(record, log, RecordSummary(record, "S-1", "baseline", "formulating", 300, log[-1].at))
    return vault


def many_records(folder: Path, records: int) -> KeyFile:
    """Make a closed vault of so many short records, in one transaction, and return what opens it."""
    key = KeyFile(folder / "key")
    vault, __ = Vault.create(folder / "vault", key, clock=still)
    chain_key = vault._open.keys.chain
    begun = dt.datetime(2020, 1, 1, 9, 0, tzinfo=dt.UTC)
    with vault._open.database.writing() as writing:
        for number in range(records):
            record, at = f"r{number:06}", (begun + dt.timedelta(hours=5 * number)).isoformat(timespec="milliseconds")
            opened = RecordOpened(
                record=record, subject=f"S-{number % 4000}", visit="baseline", depth="brief", questionnaire="q", questionnaire_version="1"
            )
            said = ItemAnswered(link_id="narrative.concern", status="answered", value="Grey days.", verbatim="Grey days.", source="patient")
            log = (Event(seq=1, at=at, body=opened), Event(seq=2, at=at, body=said))
            added = tuple(extend(chain_key, record, 0, GENESIS, (canonical(event) for event in log)))
            rows.insert_entries(writing.db, record, added)
            summary = RecordSummary(record, f"S-{number % 4000}", "baseline", "asking", 1, at)
            rows.put_summary(writing.db, record, rows.summary_row(chain_key, len(log), summary))
    vault.accept_present()
    vault.close()
    return key
