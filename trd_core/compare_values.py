"""One finding at two visits: the same, changed, known only at one of them, or too open to be compared."""

from __future__ import annotations

from typing import Final

from trd_core.comparison import Change, ChangeCode, Stand
from trd_core.finding import UNKNOWN, Finding, Scalar

UNKNOWN_STAND: Final = Stand(is_open=True)
OPEN: Final = {"unknown"}
"""Values that say that nothing is concluded."""


def stand_of(finding: Finding | None) -> Stand:
    """Return how a finding stands; one that is not there is not known."""
    if finding is None:
        return UNKNOWN_STAND
    is_open = finding.is_open or finding.value in OPEN
    return Stand(verdict=finding.verdict, value=finding.value, range=finding.range, is_open=is_open)


def known_or_not(value: Scalar | None) -> Stand:
    """Return how a fact stands that is known or is not."""
    return UNKNOWN_STAND if value is None else Stand(value=value)


def changed_scalar(before: Scalar | None, after: Scalar | None) -> ChangeCode:
    """Return how a fact changed that is known or is not."""
    return _code(known_or_not(before), known_or_not(after))


def _ends(stand: Stand) -> tuple[float, float] | None:
    """Between what numbers it lies; None where it is none."""
    low, high = stand.range if stand.range is not None else (stand.value, stand.value)
    if isinstance(low, bool) or not isinstance(low, (int, float)) or isinstance(high, (bool, str)):
        return None
    return float(low), float("inf") if high is None else float(high)


def _lie_apart(one: Stand, other: Stand) -> bool:
    first, second = _ends(one), _ends(other)
    return first is not None and second is not None and (first[1] < second[0] or second[1] < first[0])


def _known_part(stand: Stand) -> tuple[str | None, Scalar | None]:
    return (None if stand.verdict == UNKNOWN else stand.verdict), stand.value


def _code(before: Stand, after: Stand) -> ChangeCode:
    if not before.is_open and not after.is_open:
        return "same" if _known_part(before) == _known_part(after) else "changed"
    if _lie_apart(before, after):
        return "changed"
    if before.is_open and after.is_open:
        return "still_open"
    return "now_known" if before.is_open else "no_longer_known"


def compared(identifier: str, before: Stand, after: Stand, flags: tuple[str, ...] = ()) -> Change:
    """Return one finding at both visits."""
    return Change(id=identifier, before=before, after=after, change=_code(before, after), flags=flags)


def compared_stage(identifier: str, before: Stand, after: Stand, *, alike: bool) -> Change:
    """Return one stage at both visits: not comparable where it is open, or was counted by other settings (`alike` is false)."""
    change = _code(before, after)
    if not alike or change not in {"same", "changed"}:
        change = "not_comparable"
    return Change(id=identifier, before=before, after=after, change=change)
