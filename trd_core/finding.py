"""`Finding`: one thing concluded, with its reasons, its rule, its citation and how sure that rule is.

Three answers, never two: what nobody asked is `unknown`, and no combination of unknowns becomes a "no".
It does not know any rule; rules are combined out of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Literal

from pydantic import ConfigDict

from trd_core.keeping import Memory
from trd_core.part import Part as Part
from trd_core.part import complete as complete
from trd_core.part import made as made

Verdict = Literal["met", "not_met", "unknown"]
MET: Final = "met"
NOT_MET: Final = "not_met"
UNKNOWN: Final = "unknown"

Status = Literal["paper", "checked", "recalled", "project"]
STATUS_ORDER: Final[tuple[Status, ...]] = ("paper", "checked", "recalled", "project")
"""From the surest to the least sure."""

Scalar = str | bool | int | float
Value = Scalar | tuple[str, ...] | None
Range = tuple[Scalar | None, Scalar | None]
"""From the lowest value that is still possible to the highest; None above is no top."""


def last_status(statuses: Iterable[Status]) -> Status:
    """Return the least sure of the statuses; of none, `project`."""
    return max(statuses, key=STATUS_ORDER.index, default="project")


@dataclass(frozen=True, slots=True)
class Reason:
    """One fact that a finding rests on."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(strict=True, extra="forbid")

    path: str
    """The fact's path in the case (`trials.<id>.weeks` for a trial)."""
    value: Value


class Citation(Part):
    """A publication, or a decision of this project, and where in it."""

    id: str
    text: str
    """Authors, year and place of publication, in one line."""
    doi: str | None = None

    def at(self, locator: str | None) -> str:
        """Return the citation as a finding shows it, with the place inside the source."""
        parts = [self.text]
        if locator:
            parts.append(locator)
        if self.doi:
            parts.append(f"doi:{self.doi}")
        return ", ".join(parts)


class Finding(Part):
    """A verdict, or a value, and everything it rests on. Its id is its path in the assessment."""

    id: str
    verdict: Verdict | None = None
    value: Scalar | None = None
    """Null where unknown facts leave it open: then `range` says between what."""
    range: Range | None = None
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    """Paths of the facts that are not known and would narrow it."""
    rule: str
    rules: tuple[str, ...] = ()
    """Every rule that decided it, itself included."""
    citation: str
    status: Status
    """How sure: the least sure of the rules that decided it."""
    flags: tuple[str, ...] = ()
    """Codes that must be shown beside it (`possible_symptom`, `overlap_only`, `inconsistent` …)."""
    needs_clinician: bool = False
    """Whether the facts were reported only, and the clinician must judge."""

    @property
    def is_open(self) -> bool:
        """Whether unknown facts leave it open."""
        return self.verdict == UNKNOWN or self.range is not None


class Judged:
    """A verdict on its way to a finding: what decided it, what is missing, and the named rules on the way."""

    __slots__ = ("lasts", "missing", "reasons", "rules", "verdict")

    def __init__(
        self, verdict: Verdict, reasons: tuple[Reason, ...] = (), missing: tuple[str, ...] = (), rules: tuple[str, ...] = ()
    ) -> None:
        """Say the verdict, and what it rests on. One that `lasts` follows from closed facts alone, and is kept for the next case."""
        self.verdict = verdict
        self.reasons = reasons
        self.missing = missing
        self.rules = rules
        self.lasts = False

    @property
    def is_met(self) -> bool:
        """Whether it holds for certain."""
        return self.verdict == MET


Told = tuple[tuple[Reason, ...], tuple[str, ...], tuple[str, ...]]
"""Reasons, what is missing, and rules."""


class Later(Judged):
    """A verdict that was settled at once; what it rests on is put together where somebody reads it."""

    __slots__ = ("_of", "_tell")

    def __init__(self, verdict: Verdict, tell: Callable[..., Told], *of: Any) -> None:
        self.verdict = verdict
        self.lasts = False
        self._tell, self._of = tell, of

    def __getattr__(self, name: str) -> Any:
        if name not in {"reasons", "missing", "rules"}:
            raise AttributeError(name)
        self.reasons, self.missing, self.rules = self._tell(*self._of)
        return getattr(self, name)


def lasting(judged: Judged) -> Judged:
    """Return a judgement that follows from no case, or from closed facts alone, as one that may be kept."""
    judged.lasts = True
    return judged


NEVER: Final = lasting(Judged(NOT_MET))
ALWAYS: Final = lasting(Judged(MET))

_ALL: Final[Memory[tuple[Judged, ...], Judged]] = Memory()
_ANY: Final[Memory[tuple[Judged, ...], Judged]] = Memory()
_NEGATED: Final[Memory[Judged, Judged]] = Memory()
_RULED: Final[Memory[tuple[str, Judged], Judged]] = Memory()


def _united(judged: Iterable[Judged], verdict: Verdict, missing: bool) -> Told:
    told = [each for each in judged if each.reasons or each.missing or each.rules]
    if len(told) == 1 and told[0].verdict == verdict:
        return told[0].reasons, told[0].missing, told[0].rules
    reasons = {reason.path: reason for each in told for reason in each.reasons}
    paths = dict.fromkeys([path for each in told for path in each.missing]) if missing else ()
    rules = dict.fromkeys([rule for each in told for rule in each.rules])
    return tuple(reasons.values()), tuple(paths), tuple(rules)


def _combined(judged: tuple[Judged, ...], decisive: Verdict, otherwise: Verdict) -> Judged:
    if len(judged) == 1:
        return judged[0]
    verdicts = [each.verdict for each in judged]
    if decisive in verdicts:
        deciding = [each for each in judged if each.verdict == decisive]
        return deciding[0] if len(deciding) == 1 else Later(decisive, _united, deciding, decisive, False)
    if UNKNOWN in verdicts:
        return Later(UNKNOWN, _united, judged, UNKNOWN, True)
    return Later(otherwise, _united, judged, otherwise, False)


def _kept(memory: Memory[tuple[Judged, ...], Judged], judged: tuple[Judged, ...], made: Judged) -> Judged:
    for each in judged:
        if not each.lasts:
            return made
    return memory.keep(judged, lasting(made))


def all_of(*judged: Judged) -> Judged:
    """Return `not_met` if one is not met, `met` if all are, else `unknown`; with the reasons that decided. All of none is met."""
    return _ALL.get(judged) or _kept(_ALL, judged, _combined(judged, NOT_MET, MET))


def any_of(*judged: Judged) -> Judged:
    """Return `met` if one is met, `not_met` if none is, else `unknown`; with the reasons that decided. Any of none is not met."""
    return _ANY.get(judged) or _kept(_ANY, judged, _combined(judged, MET, NOT_MET))


_OPPOSITE: Final[dict[Verdict, Verdict]] = {MET: NOT_MET, NOT_MET: MET, UNKNOWN: UNKNOWN}


def _as_told(judged: Judged) -> Told:
    return judged.reasons, judged.missing, judged.rules


def negate(judged: Judged) -> Judged:
    """Return the opposite verdict for the same reasons; unknown stays unknown."""
    if (kept := _NEGATED.get(judged)) is not None:
        return kept
    made = Later(_OPPOSITE[judged.verdict], _as_told, judged)
    return _NEGATED.keep(judged, lasting(made)) if judged.lasts else made


def _told_by(rule: str, judged: Judged) -> Told:
    return judged.reasons, judged.missing, (*judged.rules, rule)


def by_rule(rule: str, judged: Judged) -> Judged:
    """Return the same verdict, saying that the named rule took part."""
    if not judged.lasts:
        return Later(judged.verdict, _told_by, rule, judged)
    return _RULED.get((rule, judged)) or _RULED.keep((rule, judged), lasting(Later(judged.verdict, _told_by, rule, judged)))
