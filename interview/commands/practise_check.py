"""`practise check CASE`: what is wrong with a case file, every fault named; exit 1 where something is."""

from __future__ import annotations

from pathlib import Path

from interview.commands.practise_naming import called, case_called
from interview.engine.session import Session
from interview.language import _, ngettext
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.checking import faults, key_faults
from interview.practice.patient.reading import CaseUnreadable, bundled, read
from interview.questionnaire.reader import bundled as questionnaire
from interview.storage.memory import MemoryStore
from interview.world import CallRefused, World
from trd_core.text import plainly


def case_named(name: str) -> CaseFile:
    """Return the bundled case of that person, or the one in a file. Raises `CallRefused`, and `CaseUnreadable` for a file that is none."""
    found = case_called(name, bundled())
    if found is not None:
        return found
    if not name.endswith(".toml"):
        there = ", ".join(called(case, bundled()) for case in bundled())
        raise CallRefused(_("There is nobody of that name; take one of {names}, or a file that ends in .toml.").format(names=there))
    return read(Path(name))


def check_case(name: str, world: World) -> int:
    """Print every fault of a case and how many there are."""
    try:
        case = case_named(name)
    except CaseUnreadable as unreadable:
        found: tuple[str, ...] = unreadable.faults
    else:
        found = case_faults(case, world)
    for fault in found:
        print(plainly(fault), file=world.stdout)
    print(ngettext("{n} problem", "{n} problems", len(found)).format(n=len(found)), file=world.stdout)
    return 1 if found else 0


def case_faults(case: CaseFile, world: World) -> tuple[str, ...]:
    """Return what is wrong with a case, its key given to an empty record of practice included."""
    asked = world.questionnaire or questionnaire()
    session = Session.begin(
        MemoryStore(), asked, subject="KEY", clock=world.clock, new_id=world.new_id, depth="full", practice=True, practice_case=case.id
    )
    return (*faults(case, asked), *key_faults(case, session))
