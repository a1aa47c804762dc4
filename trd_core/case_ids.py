"""Whether the ids inside one case agree: each once, and none that points at nothing.

Raises `PydanticCustomError` of type `case_ids` with the `path` at fault, so that the reader can name it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from trd_core.case import Case


def _fault(path: str, found: str, allowed: str) -> PydanticCustomError:
    return PydanticCustomError("case_ids", "{found}; {allowed}", {"path": path, "found": found, "allowed": allowed})


def _refuse_repeated(group: str, ids: Iterable[str]) -> None:
    first: dict[str, int] = {}
    for index, identifier in enumerate(ids):
        if identifier in first:
            raise _fault(f"{group}[{index}].id", f"the id of {group}[{first[identifier]}] again", "each id stands once")
        first[identifier] = index


def refuse_disagreeing_ids(case: Case) -> None:
    """Refuse repeated ids, a latest trial that is not there, and links to nowhere, to themselves, or doubled."""
    for group, members in (
        ("trials", case.trials),
        ("episodes", case.episodes),
        ("problems", case.problems),
        ("strengths", case.strengths),
    ):
        _refuse_repeated(group, (member.id for member in members or ()))
    trials = {trial.id for trial in case.trials or ()}
    if case.latest_trial is not None and case.latest_trial not in trials:
        raise _fault("latest_trial", "an id that no trial has", "the id of one of the trials")
    problems = {problem.id for problem in case.problems or ()}
    drawn: dict[tuple[str, str, bool], int] = {}
    for index, link in enumerate(case.links or ()):
        for end, identifier in (("source", link.source), ("target", link.target)):
            if identifier not in problems:
                raise _fault(f"links[{index}].{end}", "an id that no problem has", "the id of one of the problems")
        if link.source == link.target:
            raise _fault(f"links[{index}]", "a link from a problem to itself", "two different problems")
        arrow = (link.source, link.target, link.by == "patient")
        if arrow in drawn:
            raise _fault(f"links[{index}]", f"the link of links[{drawn[arrow]}] again", "each link stands once")
        drawn[arrow] = index
