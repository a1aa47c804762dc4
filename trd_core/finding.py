"""`Finding`: one thing concluded, with its reasons, its rule, its citation and how sure that rule is.

Three answers, never two: what nobody asked is `unknown`, and no combination of unknowns becomes a "no".
It does not know any rule; rules are combined out of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Final, Literal, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict

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


class Part(BaseModel):
    """A frozen, strict part of what the core returns."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


PartT = TypeVar("PartT", bound=Part)


@cache
def _every_field(kind: type[Part]) -> set[str]:
    return set(kind.model_fields)


def complete(kind: type[PartT], fields: dict[str, Any]) -> PartT:
    """Return the part with these fields, which the core made itself: every one of its fields, of the right types, not looked over again.

    What comes from outside never takes this way. Checking the core's own findings again is a third of an assessment's time.
    """
    part = kind.__new__(kind)
    _set(part, "__dict__", fields)
    _set(part, "__pydantic_fields_set__", _every_field(kind))
    _set(part, "__pydantic_extra__", None)
    _set(part, "__pydantic_private__", None)
    return part


_set: Final = object.__setattr__


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


class Judged(NamedTuple):
    """A verdict on its way to a finding: what decided it, what is missing, and the named rules on the way."""

    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool:
        """Whether it holds for certain."""
        return self.verdict == MET


NEVER: Final = Judged(NOT_MET)
ALWAYS: Final = Judged(MET)


def _united(judged: Iterable[Judged], verdict: Verdict, *, missing: bool) -> Judged:
    told = [each for each in judged if each.reasons or each.missing or each.rules]
    if len(told) == 1 and told[0].verdict == verdict:
        return told[0]
    reasons = {reason.path: reason for each in told for reason in each.reasons}
    paths = dict.fromkeys([path for each in told for path in each.missing]) if missing else ()
    rules = dict.fromkeys([rule for each in told for rule in each.rules])
    return Judged(verdict, tuple(reasons.values()), tuple(paths), tuple(rules))


def _combined(judged: tuple[Judged, ...], decisive: Verdict, otherwise: Verdict) -> Judged:
    verdicts = [each.verdict for each in judged]
    if decisive in verdicts:
        deciding = [each for each in judged if each.verdict == decisive]
        if len(deciding) == 1 and not deciding[0].missing:
            return deciding[0]
        return _united(deciding, decisive, missing=False)
    if UNKNOWN in verdicts:
        return _united(judged, UNKNOWN, missing=True)
    return _united(judged, otherwise, missing=False)


def all_of(*judged: Judged) -> Judged:
    """Return `not_met` if one is not met, `met` if all are, else `unknown`; with the reasons that decided. All of none is met."""
    return _combined(judged, NOT_MET, MET)


def any_of(*judged: Judged) -> Judged:
    """Return `met` if one is met, `not_met` if none is, else `unknown`; with the reasons that decided. Any of none is not met."""
    return _combined(judged, MET, NOT_MET)


_OPPOSITE: Final[dict[Verdict, Verdict]] = {MET: NOT_MET, NOT_MET: MET, UNKNOWN: UNKNOWN}


def negate(judged: Judged) -> Judged:
    """Return the opposite verdict for the same reasons; unknown stays unknown."""
    return Judged(_OPPOSITE[judged.verdict], judged.reasons, judged.missing, judged.rules)


def by_rule(rule: str, judged: Judged) -> Judged:
    """Return the same verdict, saying that the named rule took part."""
    return Judged(judged.verdict, judged.reasons, judged.missing, (*judged.rules, rule))
