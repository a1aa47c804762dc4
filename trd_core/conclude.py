"""A judgement becomes a finding here: the rule's citation and the least sure status are looked up, never typed twice."""

from __future__ import annotations

from functools import cache

from trd_core.catalogue import cited, rules, status_of
from trd_core.finding import Finding, Judged, Range, Reason, Scalar, Status, last_status


@cache
def _citation(rule: str) -> str:
    entry = rules()[rule]
    return cited(entry.citation, entry.locator)


@cache
def _status(deciding: tuple[str, ...]) -> Status:
    return last_status(status_of(each) for each in deciding)


def _deciding(rule: str, others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((rule, *others)))


def verdict(finding_id: str, rule: str, judged: Judged, *, flags: tuple[str, ...] = (), needs_clinician: bool = False) -> Finding:
    """Return the finding of a verdict under a named rule."""
    deciding = _deciding(rule, judged.rules)
    return Finding(
        id=finding_id,
        verdict=judged.verdict,
        reasons=judged.reasons,
        missing=judged.missing,
        rule=rule,
        rules=deciding,
        citation=_citation(rule),
        status=_status(deciding),
        flags=flags,
        needs_clinician=needs_clinician,
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
    deciding = _deciding(rule, rules_used)
    return Finding(
        id=finding_id,
        value=value,
        range=open_range,
        reasons=reasons,
        missing=missing,
        rule=rule,
        rules=deciding,
        citation=_citation(rule),
        status=_status(deciding),
        flags=flags,
        needs_clinician=needs_clinician,
    )
