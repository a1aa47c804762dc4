"""What a trainee calls a case: by the person. A case's own id tells its lesson and stays inside; it is taken too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from interview.practice.patient.case_file import CaseFile


def called(case: CaseFile, among: Sequence[CaseFile]) -> str:
    """Return the word that a case is called by: the person's first name, or the whole one where another has the same first name."""
    firsts = Counter(_first(each) for each in among)
    return _first(case) if firsts[_first(case)] == 1 else _whole(case)


def case_called(name: str, among: Sequence[CaseFile]) -> CaseFile | None:
    """Return the case of this name: the word it is called by, the person's whole name or surname, or the case's id.

    None where there is none, or where several have it."""
    wanted = " ".join(name.casefold().split())
    by_id = [case for case in among if case.id == wanted]
    found = by_id or [case for case in among if wanted in (_first(case), _whole(case), _whole(case).rpartition(" ")[2])]
    return found[0] if len(found) == 1 else None


def _whole(case: CaseFile) -> str:
    return " ".join(case.person.name.casefold().split())


def _first(case: CaseFile) -> str:
    return _whole(case).partition(" ")[0]
