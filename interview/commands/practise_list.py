"""`practise --list`: whom one can practise with, and the sessions of practice that were begun, the last first."""

from __future__ import annotations

from collections.abc import Sequence

from interview.bootstrap import vault_is_there
from interview.commands.practise_naming import called
from interview.engine.events import RecordOpened
from interview.engine.ports import EventStore
from interview.language import _
from interview.practice.patient.reading import bundled
from interview.practice_place import opened_practice, practice_doors, practice_place
from interview.views.practice_cases import CaseRow, Practised, case_rows, other_sessions, session_words
from interview.world import Place, World


def print_list(place: Place, world: World) -> int:
    """Print the persons by the names that are typed, then the sessions; the vault is not made for it."""
    if not vault_is_there(practice_place(place)):
        _print_cases([CaseRow(case) for case in bundled()], world)
        print(_("No session was begun yet. `trd-interview practise NAME` begins one."), file=world.stdout)
        return 0
    with opened_practice(place, world, make=False) as vault:
        doors = practice_doors(vault, world)
        rows, others = case_rows(doors), other_sessions(doors)
        listed = [each.record for each in vault.records()]
    _print_cases(rows, world)
    print(_("PRACTICE sessions:"), file=world.stdout)
    held: dict[str, tuple[str, Practised]] = {each.record: (row.case.person.name, each) for row in rows for each in row.sessions}
    held |= {each.record: (_("{case}, a case from a file").format(case=case), each) for case, each in others}
    for record in listed:
        if record in held:
            name, session = held[record]
            print(f"{record}  {name} · {session.words}", file=world.stdout)
        else:
            print(_("{record}  cannot be read; `verify {record}` says where it is broken").format(record=record), file=world.stdout)
    return 0


def _print_cases(rows: Sequence[CaseRow], world: World) -> None:
    cases = [row.case for row in rows]
    width = max((len(called(case, cases)) for case in cases), default=0)
    for row in rows:
        sessions = f" ({row.state}, {session_words(len(row.sessions))})" if row.sessions else ""
        print(f"{called(row.case, cases):<{width}}  {row.case.title}{sessions}", file=world.stdout)


def case_of(store: EventStore, record: str) -> str | None:
    """Return the id of the case that a session is about. Raises `StoreFault` where it cannot be read."""
    opened = next((event.body for event in store.events(record) if isinstance(event.body, RecordOpened)), None)
    return None if opened is None else opened.practice_case
