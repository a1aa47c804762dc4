"""A sitting with a simulated patient, in the terminal interface or line by line; the case is checked before anything is begun."""

from __future__ import annotations

from argparse import Namespace

from interview.commands.practise_check import case_faults, case_named
from interview.commands.practise_list import case_of
from interview.engine.doors import Doors
from interview.engine.session import Session
from interview.faces import run_plain_practice, run_practice
from interview.language import _
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.reading import CaseUnreadable, bundled
from interview.practice_place import opened_practice, practice_doors
from interview.world import CallRefused, Place, World


def sound_case(name: str, world: World) -> CaseFile:
    """Return a case that may be practised with. Raises `CallRefused` that names every fault of a file."""
    try:
        case = case_named(name)
    except CaseUnreadable as unreadable:
        found: tuple[str, ...] = unreadable.faults
    else:
        found = () if case in bundled() else case_faults(case, world)
        if not found:
            return case
    raise CallRefused(
        _("{name}: this case cannot be practised with:").format(name=name) + "\n" + "\n".join(f"  {fault}" for fault in found)
    )


def sit_down(name: str | None, arguments: Namespace, place: Place, world: World) -> int:
    """Begin a session with a case, or go on in one."""
    plain = arguments.plain
    case = None if name is None else sound_case(name, world)
    if not plain and not (world.has_terminal and world.shows_screens):
        raise CallRefused(
            _("No terminal with a screen is here. `practise NAME --plain` goes line by line; `--transcript FILE` needs neither.")
        )
    if plain and case is None and arguments.resume is None:
        raise CallRefused(_("practise --plain: which case? `practise --list` names them."))
    with opened_practice(place, world, make=arguments.resume is None) as vault:
        doors = practice_doors(vault, world)
        if arguments.resume is not None:
            session, case = _taken_up(arguments.resume, case, doors)
        elif case is not None:
            session = doors.begin_practice(case.id, arguments.interviewer)
        else:
            return run_practice(doors)
        return run_plain_practice(doors, session, case, world) if plain else run_practice(doors, session, case)


def _taken_up(record: str, case: CaseFile | None, doors: Doors) -> tuple[Session, CaseFile]:
    """Take a session up again, with the case that it is about. Raises `CallRefused`, `StoreFault`."""
    if not any(each.record == record for each in doors.store.records()):
        raise CallRefused(_("No session of practice has that id; `practise --list` shows those there are."))
    about = case_of(doors.store, record)
    case = case or next((each for each in bundled() if each.id == about), None)
    if case is None or case.id != about:
        raise CallRefused(_("That session is about another case, or about one from a file; name its case, as it was begun."))
    return doors.resume(record), case
