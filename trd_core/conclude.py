"""A judgement becomes a finding here: the rule's citation and the least sure status are looked up, never typed twice."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from trd_core.catalogue import cited, rules, status_of
from trd_core.finding import UNKNOWN, Finding, Judged, Range, Reason, Scalar, Status, complete, last_status, lasting
from trd_core.keeping import Memory

_MADE: Final[Memory[tuple[str, str, Judged, tuple[str, ...], bool], Finding]] = Memory()
_LASTING: Final[Memory[int, Finding]] = Memory()
_AS_JUDGED: Final[Memory[int, tuple[Finding, Judged]]] = Memory()
_OF_SOMEBODY: Final = ("trials.", "suitability.", "problems.", "links.")
"""Findings whose ids name somebody's treatment or problem: never kept."""


@lru_cache(maxsize=4096)
def _behind(rule: str, others: tuple[str, ...]) -> tuple[tuple[str, ...], str, Status]:
    """Every rule that decided, the citation of the first, and the least sure status."""
    entry = rules()[rule]
    deciding = tuple(dict.fromkeys((rule, *others)))
    return deciding, cited(entry.citation, entry.locator), last_status(status_of(each) for each in deciding)


def lasts(finding: Finding) -> bool:
    """Whether a finding follows from closed facts alone, and is the same object for everybody."""
    return _LASTING.get(id(finding)) is finding


def verdict(finding_id: str, rule: str, judged: Judged, *, flags: tuple[str, ...] = (), needs_clinician: bool = False) -> Finding:
    """Return the finding of a verdict under a named rule."""
    if not judged.lasts:
        return _finding(finding_id, rule, judged, flags, needs_clinician)
    key = (finding_id, rule, judged, flags, needs_clinician)
    kept = _MADE.get(key)
    if kept is not None:
        return kept
    made = _finding(*key)
    return made if finding_id.startswith(_OF_SOMEBODY) else keep(_MADE.keep(key, made))


def keep(finding: Finding) -> Finding:
    """Return a finding that follows from closed facts alone as one that lasts. Who makes it keeps it."""
    return _LASTING.keep(id(finding), finding)


def as_judged(finding: Finding) -> Judged:
    """Return a finding's verdict as a judgement, with its reasons."""
    kept = _AS_JUDGED.get(id(finding))
    if kept is not None and kept[0] is finding:
        return kept[1]
    judged = Judged(finding.verdict or UNKNOWN, finding.reasons, finding.missing, finding.rules)
    return _AS_JUDGED.keep(id(finding), (finding, lasting(judged)))[1] if lasts(finding) else judged


def _finding(finding_id: str, rule: str, judged: Judged, flags: tuple[str, ...], needs_clinician: bool) -> Finding:
    deciding, citation, status = _behind(rule, judged.rules)
    return complete(
        Finding,
        {
            "id": finding_id,
            "verdict": judged.verdict,
            "value": None,
            "range": None,
            "reasons": judged.reasons,
            "missing": judged.missing,
            "rule": rule,
            "rules": deciding,
            "citation": citation,
            "status": status,
            "flags": flags,
            "needs_clinician": needs_clinician,
        },
    )


def valued(
    finding_id: str,
    rule: str,
    value: Scalar | None,
    *,
    open_range: Range | None = None,
    reasons: tuple[Reason, ...] = (),
    missing: tuple[str, ...] = (),
    rules_used: tuple[str, ...] = (),
    flags: tuple[str, ...] = (),
    needs_clinician: bool = False,
) -> Finding:
    """Return the finding of a value under a named rule; `open_range` where unknown facts leave it open."""
    deciding, citation, status = _behind(rule, rules_used)
    return complete(
        Finding,
        {
            "id": finding_id,
            "verdict": None,
            "value": value,
            "range": open_range,
            "reasons": reasons,
            "missing": missing,
            "rule": rule,
            "rules": deciding,
            "citation": citation,
            "status": status,
            "flags": flags,
            "needs_clinician": needs_clinician,
        },
    )
