"""Rules of one case whose findings are kept: where two cases say the same of all that a rule reads, it is asked once.

What a rule reads is seen while it is asked, never declared: it goes by what it has read so far, so that two cases
which agree on all that was ever read lead to the same. A rule that reads a text, a date or a list of parts keeps nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, Final, NamedTuple, cast

from pydantic import BaseModel

from trd_core.areas.area import area_verdict
from trd_core.assessment import AssessedArea
from trd_core.case import Case
from trd_core.conclude import keep
from trd_core.facts import is_closed
from trd_core.finding import Finding, Judged
from trd_core.keeping import Memory

Findings = tuple[Finding, ...]
MISSING: Final = "missing"


class _Seen:
    """A part of a case that notes what is read of it."""

    def __init__(self, part: BaseModel, path: str, paths: set[str], missing: set[str]) -> None:
        self._part, self._path, self._paths, self._missing = part, path, paths, missing

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._part, name)
        path = f"{self._path}.{name}" if self._path else name
        if path == MISSING:
            return _SeenMissing(value, self._missing)
        if isinstance(value, BaseModel):
            return _Seen(value, path, self._paths, self._missing)
        self._paths.add(path)
        return value


class _SeenMissing:
    """Which facts are missing, noting of which it was asked. It has no more than `in`: a rule that asks why a fact is missing fails."""

    def __init__(self, missing: dict[str, str], asked: set[str]) -> None:
        self._missing, self._asked = missing, asked

    def __contains__(self, path: str) -> bool:
        self._asked.add(path)
        return path in self._missing


class _Kept(NamedTuple):
    """What was read so far, and what it led to."""

    paths: frozenset[str]
    lists: frozenset[str]
    """Lists of which it was asked whether they are whole."""
    values: Callable[[Any], Any]
    found: Memory[Any, Findings]

    def key(self, case: Case) -> Any:
        """What a case says of all that was read."""
        if case.missing and not self.lists.isdisjoint(case.missing):
            return self.values(case), self.lists.intersection(case.missing)
        return self.values(case)


class Rule:
    """One rule, asked again only of a case that says something new to it."""

    def __init__(self, ask: Callable[[Case], Findings]) -> None:
        """Keep nothing yet."""
        self._ask = ask
        self._kept: _Kept | None = None
        self._is_open = False

    def __call__(self, case: Case) -> Findings:
        """Return its findings in a case."""
        kept = self._kept
        if kept is None:
            return self._ask(case) if self._is_open else self._asked(case)
        return kept.found.get(kept.key(case)) or self._asked(case)

    def cache_clear(self) -> None:
        """Forget everything: the parameters have changed."""
        self._kept, self._is_open = None, False

    def _asked(self, case: Case) -> Findings:
        paths: set[str] = set()
        lists: set[str] = set()
        findings = self._ask(cast(Case, _Seen(case, "", paths, lists)))
        kept = self._kept
        if kept is None or not (paths <= kept.paths and lists <= kept.lists):
            kept = self._begun(kept, paths, lists)
        if kept is None:
            return findings
        values = kept.key(case)
        if not _has_zero(values):
            kept.found.keep(values, tuple(map(keep, findings)))
        return findings

    def _begun(self, kept: _Kept | None, paths: set[str], lists: set[str]) -> _Kept | None:
        every, all_lists = frozenset(paths), frozenset(lists)
        if kept is not None:
            every, all_lists = every | kept.paths, all_lists | kept.lists
        self._is_open = not all(map(is_closed, every))
        self._kept = None if self._is_open or not every else _Kept(every, all_lists, attrgetter(*sorted(every)), Memory())
        return self._kept


def _has_zero(values: Any) -> bool:
    """Whether a number with a fraction is zero, and so may have a sign, which keeping would lose."""
    if isinstance(values, tuple):
        return any(map(_has_zero, values))
    return isinstance(values, float) and values == 0


class Rules:
    """Rules that are asked one after the other."""

    def __init__(self, *rules: Rule) -> None:
        """Keep them in their order."""
        self._rules = rules

    def __call__(self, case: Case) -> Findings:
        """Return their findings in a case."""
        found: list[Finding] = []
        for rule in self._rules:
            found += rule(case)
        return tuple(found)

    def cache_clear(self) -> None:
        """Forget everything: the parameters have changed."""
        for rule in self._rules:
            rule.cache_clear()


def area_rule(area: AssessedArea, code: str, judge: Callable[[Case], Judged], *flags: str, needs_clinician: bool = False) -> Rule:
    """Return the rule of one verdict of an area."""
    return Rule(lambda case: (area_verdict(area, code, judge(case), flags=flags, needs_clinician=needs_clinician),))
