"""A judgement becomes a finding here: the rule's citation and the least sure status are looked up, never typed twice."""

from __future__ import annotations

from functools import lru_cache

from trd_core.catalogue import cited, rules, status_of
from trd_core.finding import Finding, Judged, Range, Reason, Scalar, Status, complete, last_status


@lru_cache(maxsize=4096)
def _behind(rule: str, others: tuple[str, ...]) -> tuple[tuple[str, ...], str, Status]:
    """Every rule that decided, the citation of the first, and the least sure status."""
    entry = rules()[rule]
    deciding = tuple(dict.fromkeys((rule, *others)))
    return deciding, cited(entry.citation, entry.locator), last_status(status_of(each) for each in deciding)


def verdict(finding_id: str, rule: str, judged: Judged, *, flags: tuple[str, ...] = (), needs_clinician: bool = False) -> Finding:
    """Return the finding of a verdict under a named rule."""
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
