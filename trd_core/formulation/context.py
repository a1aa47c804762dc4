"""What a condition may look at: the case, the settings, and the findings already made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trd_core.case import Case
from trd_core.conclude import as_judged
from trd_core.finding import Finding, Judged
from trd_core.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """One person's answers, and what was concluded from them."""

    case: Case
    settings: Settings
    findings: Mapping[str, Finding]

    def finding(self, finding_id: str) -> Judged:
        """Return a finding's verdict as a judgement, with its reasons."""
        return as_judged(self.findings[finding_id])
