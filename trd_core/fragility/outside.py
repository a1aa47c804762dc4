"""The record outside treatments, as told and told otherwise."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import cached_property
from typing import Any

from trd_core.case import Case
from trd_core.facts import read
from trd_core.finding import Verdict
from trd_core.fragility.domains import case_domain
from trd_core.fragility.keeping import Keeping
from trd_core.pseudo_resistance import misdiagnosis

Told = tuple[tuple[str, Any], ...]
"""Facts told otherwise, each by its path, with what is told."""


class CaseState(Keeping):
    """What the record says outside treatments, as told or told otherwise."""

    def __init__(self, case: Case, profile: Hashable) -> None:
        """Keep the case."""
        super().__init__()
        self.case, self.profile = case, profile

    @cached_property
    def diagnosed(self) -> Verdict:
        """Whether another diagnosis is the better one."""
        return misdiagnosis(self.case).verdict


def _with(part: Any, otherwise: Iterable[tuple[tuple[str, ...], Any]]) -> Any:
    """The part of the record with facts at some paths told otherwise."""
    update: dict[str, Any] = {}
    deeper: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
    for (name, *rest), value in otherwise:
        if rest:
            deeper.setdefault(name, []).append((tuple(rest), value))
        else:
            update[name] = value
    update.update({name: _with(getattr(part, name), facts) for name, facts in deeper.items()})
    return part.model_copy(update=update)


def retell(case: Case, otherwise: Told) -> Case:
    """Return the case with some facts outside treatments told otherwise."""
    told: Case = _with(case, ((tuple(path.split(".")), value) for path, value in otherwise))
    return told


class CaseUnit:
    """The record outside treatments, with what each known fact might have been instead."""

    place = -1

    def __init__(self, case: Case) -> None:
        """Read the domain."""
        self.case, self.domain = case, case_domain(case)
        self._states: dict[Told, CaseState] = {}

    def name(self, path: str) -> str:
        """Return the name of a fact: its path."""
        return path

    def value(self, path: str) -> Any:
        """Return what the record says."""
        return read(self.case, path)

    def told(self, otherwise: Told) -> CaseState:
        """Return the case with some facts told otherwise."""
        state = self._states.get(otherwise)
        if state is None:
            state = self._states[otherwise] = CaseState(retell(self.case, otherwise) if otherwise else self.case, otherwise)
        return state
