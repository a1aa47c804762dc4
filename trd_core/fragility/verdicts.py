"""The logic of three values on verdicts alone, as `finding.py` has it on verdicts with their reasons."""

from __future__ import annotations

from trd_core.finding import MET, NOT_MET, UNKNOWN, Verdict


def all_are(*verdicts: Verdict) -> Verdict:
    """Return `not_met` if one is not met, `met` if all are, else `unknown`."""
    return NOT_MET if NOT_MET in verdicts else UNKNOWN if UNKNOWN in verdicts else MET


def any_is(*verdicts: Verdict) -> Verdict:
    """Return `met` if one is met, `not_met` if none is, else `unknown`."""
    return MET if MET in verdicts else UNKNOWN if UNKNOWN in verdicts else NOT_MET
