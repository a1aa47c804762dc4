"""One row of the table of plan options (`parameters/options.toml`): what it is for, what is reported, its limits. Data, no rule."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from trd_core.case_areas import PlanOption
from trd_core.case_types import Area
from trd_core.finding import Part, Status
from trd_core.plan_results import PlanStatus


class CitedEvidence(Part):
    """A report, or a limit, with the ids of its citations."""

    code: str
    numbers: dict[str, int | float] = Field(default_factory=dict)
    citations: tuple[str, ...] = Field(min_length=1)


class OptionKind(Part):
    """One option of the plan."""

    id: PlanOption
    kind: Literal["therapy", "management", "drug", "other"]
    """`therapy` is a formal psychotherapy, which somebody has to give; `management` needs no service of its own."""
    status: PlanStatus
    findings: tuple[str, ...] = ()
    """Ids of the findings that point to it, when met; `*` stands for any part of an id."""
    conditions: dict[str, str] = Field(default_factory=dict)
    """Names of conditions that point to it, each with the id of the finding that it speaks of, or an empty text."""
    problems: tuple[str, ...] = ()
    """Codes of problems that point to it by themselves, once the clinician put them on the map."""
    problem_areas: tuple[Area, ...] = ()
    """Areas any problem of which points to it, once it is on the map."""
    adds: tuple[str, ...] = ()
    """Ids of findings that speak for it too, and do not point to it alone."""
    cautions: bool = False
    """Whether what would hold a change of a drug back is shown beside it."""
    on_request: bool = False
    """Shown on request only: in no plan, and never ranked."""
    reported: tuple[CitedEvidence, ...] = ()
    limits: tuple[CitedEvidence, ...] = ()
    citation: str
    """Id of a citation."""
    locator: str | None = None
    status_of_rule: Status
