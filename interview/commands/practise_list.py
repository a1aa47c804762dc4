"""`practise --list`: the cases that there are, and the sessions of practice that were begun, the last first."""

from __future__ import annotations

from interview.bootstrap import vault_is_there
from interview.engine.events import RecordOpened
from interview.engine.ports import EventStore
from interview.language import _
from interview.practice.patient.reading import bundled
from interview.practice_place import opened_practice, practice_place
from interview.views.report import PHASES
from interview.world import Place, World


def print_list(place: Place, world: World) -> int:
    """Print the cases by their neutral titles, then the sessions; the vault is not made for it."""
    for case in bundled():
        print(f"{case.id}  {case.title}", file=world.stdout)
    if not vault_is_there(practice_place(place)):
        print(_("No session was begun yet. `trd-interview practise CASE` begins one."), file=world.stdout)
        return 0
    print(_("PRACTICE sessions:"), file=world.stdout)
    with opened_practice(place, world, make=False) as vault:
        for each in vault.records():
            phase = PHASES.get(each.phase.partition("_")[0], each.phase)
            parts = [case_of(vault, each.record) or "?", phase, each.updated[:16].replace("T", " ")]
            print(f"{each.record}  {' · '.join(parts)}", file=world.stdout)
    return 0


def case_of(store: EventStore, record: str) -> str | None:
    """Return the id of the case that a session is about."""
    opened = next((event.body for event in store.events(record) if isinstance(event.body, RecordOpened)), None)
    return None if opened is None else opened.practice_case
