"""What the program proposes for the map: problems and links, each with its evidence and what would speak against it.

A proposal is a hypothesis. It enters no ranking and no circle until the clinician confirms it by writing it into the
case; a confirmed problem keeps the proposal's id.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from trd_core.case_types import Area, Rating
from trd_core.finding import Part, Reason, Status


class ProposedRatings(Part):
    """Ratings that answers already give, to be confirmed; null where no answer gives one."""

    severity: Rating | None = None
    burden: Rating | None = None
    impairment: Rating | None = None
    urgency: Rating | None = None
    modifiability: Rating | None = None
    treatment_available: bool | None = None
    patient_priority: Rating | None = None


class ProblemProposal(Part):
    """One syndrome or problem that the answers suggest."""

    id: str
    """Stable: the code. A problem confirmed from it keeps this id."""
    code: str
    title: str
    """A short neutral name in plain words."""
    area: Area
    kind: Literal["syndrome", "other"]
    findings: tuple[str, ...] = ()
    """Ids of the findings that suggest it."""
    evidence: tuple[Reason, ...] = ()
    """The facts that suggest it."""
    speaks_against: str
    """A question whose answer could speak against it."""
    ratings: ProposedRatings = Field(default_factory=ProposedRatings)
    flags: tuple[str, ...] = ()
    rule: str
    citation: str
    status: Status
    on_map: bool = False
    """Whether a problem of this id is in the case already."""


class LinkProposal(Part):
    """One hypothesis that a problem contributes to or maintains another."""

    id: str
    """Stable: `<source>-><target>`."""
    source: str
    target: str
    conditions: tuple[str, ...]
    """Names of the conditions that hold in this person's answers."""
    evidence: tuple[Reason, ...] = ()
    speaks_against: str
    """A question whose answer could speak against it."""
    certainty: Literal["low"] = "low"
    rule: str
    citation: str
    status: Status
    shown_only: bool = False
    """Shown as a remark: its target is no problem, and it is never ranked."""
    on_map: bool = False
    """Whether the link is in the case already."""


class OpenLink(Part):
    """A link whose problems are both there, and whose condition nobody has asked about yet."""

    id: str
    missing: tuple[str, ...]


class Proposals(Part):
    """Everything proposed for one case, in a fixed order."""

    problems: tuple[ProblemProposal, ...] = ()
    links: tuple[LinkProposal, ...] = ()
    open_links: tuple[OpenLink, ...] = ()
