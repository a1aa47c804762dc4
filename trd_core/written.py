"""An assessment as JSON bytes: whole, or its verdicts, values and ranges only.

It leaves out, and never changes: what stands in both stands there with the same name and the same value.
"""

from __future__ import annotations

from typing import Any, Final

from pydantic import TypeAdapter

from trd_core.assessment import Assessment
from trd_core.conclude import lasts
from trd_core.finding import Finding
from trd_core.keeping import Memory

_WRITER: Final = Assessment.__pydantic_serializer__
_WRITER_OF_FINDINGS: Final = TypeAdapter(dict[str, Finding]).serializer
_WRITTEN: Final[Memory[int, tuple[Finding, bytes]]] = Memory()
_IN_THEIR_PLACE: Final = {"findings"}

LEFT_OUT: Final[dict[str, Any]] = {
    "findings": True,
    "open_questions": True,
    "fragility": True,
    "plan": True,
    "impediments": {"missing"},
    "macro_analysis": {
        "problems": {"__all__": {"label"}},
        "links": {"__all__": {"rationale", "which_first", "evidence"}},
        "override": {"reason"},
        "person": {"links": {"__all__": {"rationale", "which_first", "evidence"}}},
    },
}
"""What is no verdict, value or range: reasons, what is missing, what to do next, and what somebody wrote in own words."""


def _written(finding: Finding) -> bytes | None:
    """One finding under its name, where it lasts: written once, for every case that it is found in."""
    kept = _WRITTEN.get(id(finding))
    if kept is not None and kept[0] is finding:
        return kept[1]
    if not lasts(finding):
        return None
    return _WRITTEN.keep(id(finding), (finding, _WRITER_OF_FINDINGS.to_json({finding.id: finding})[1:-1]))[1]


def _findings(findings: dict[str, Finding]) -> bytes:
    """The findings in their order; those of one case only, that stand side by side, are written in one go."""
    written: list[bytes] = []
    beside: dict[str, Finding] = {}
    for name, finding in findings.items():
        kept = _written(finding)
        if kept is None or name != finding.id:
            beside[name] = finding
            continue
        if beside:
            written.append(_WRITER_OF_FINDINGS.to_json(beside)[1:-1])
            beside = {}
        written.append(kept)
    if beside:
        written.append(_WRITER_OF_FINDINGS.to_json(beside)[1:-1])
    return b",".join(written)


def whole_json(assessment: Assessment) -> bytes:
    """Return everything concluded, in one line of JSON. The findings stand last."""
    before = _WRITER.to_json(assessment, by_alias=True, exclude=_IN_THEIR_PLACE)
    return b'%b,"findings":{%b}}' % (before[:-1], _findings(assessment.findings))


def values_json(assessment: Assessment) -> bytes:
    """Return verdicts, values and ranges in one line of JSON: the assessment without `LEFT_OUT`."""
    return _WRITER.to_json(assessment, by_alias=True, exclude=LEFT_OUT)
