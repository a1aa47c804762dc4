"""An assessment as JSON bytes: whole, or its verdicts, values and ranges only.

It leaves out, and never changes: what stands in both stands there with the same name and the same value.
"""

from __future__ import annotations

from typing import Any, Final

from trd_core.assessment import Assessment

_WRITER: Final = Assessment.__pydantic_serializer__

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


def whole_json(assessment: Assessment) -> bytes:
    """Return everything concluded, in one line of JSON."""
    return _WRITER.to_json(assessment, by_alias=True)


def values_json(assessment: Assessment) -> bytes:
    """Return verdicts, values and ranges in one line of JSON: the assessment without `LEFT_OUT`."""
    return _WRITER.to_json(assessment, by_alias=True, exclude=LEFT_OUT)
