"""What a condition may look at: the case, the settings, and the findings already made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trd_core.case import Case
from trd_core.finding import UNKNOWN, Finding, Judged
from trd_core.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """One person's answers, and what was concluded from them."""

    case: Case
    settings: Settings
    findings: Mapping[str, Finding]

    def finding(self, finding_id: str) -> Judged:
        """Return a finding's verdict as a judgement, with its reasons."""
        found = self.findings[finding_id]
        return Judged(found.verdict or UNKNOWN, found.reasons, found.missing, found.rules)
