"""What the individualized plan says: the options matched to the findings, in the order of the hierarchy. Codes and numbers, no words.

An entry is a suggestion to weigh with the person's wishes and with what can be had. It never holds a dose, a pace of
reduction, or advice to end a drug; what concerns a drug is the prescriber's decision and says so.
"""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from trd_core.case_areas import PlanOption
from trd_core.finding import Part, Status

PlanStatus = Literal["suggested", "prescriber_decision"]


class Evidence(Part):
    """One thing that is reported about an option, or one limit of what is reported, as the paper reports it."""

    code: str
    numbers: dict[str, int | float] = Field(default_factory=dict)
    """The figures by name (`percent`, `n`, `risk_ratio` …)."""
    citations: tuple[str, ...]
    """The studies that the paper names, or the paper itself."""


class PlanStep(Part):
    """One step of the sequential approach (Table 4)."""

    step: int
    """From 1 to 6."""
    code: str
    status: PlanStatus
    date: str | None = None
    """The day, where it follows from a day that is known exactly; only steps 1 and 6 have one."""
    month: str | None = None
    """The month (`YYYY-MM`), where no more than a month is known to count from."""
    missing: tuple[str, ...] = ()
    """Paths of the facts that would date it."""
    withheld: tuple[str, ...] = ()
    """Why the step is withheld; a withheld step has no date."""
    flags: tuple[str, ...] = ()
    """`no_end_recorded`, `end_recorded`, `not_the_end`."""


class PlanEntry(Part):
    """One option, and what it rests on."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", serialize_by_alias=True, validate_by_name=True)

    id: PlanOption
    for_: tuple[str, ...] = Field(alias="for")
    """Ids of the problems on the clinician's map that it serves, in rank order, then of the findings that point to it.

    Empty where facts alone point to it that have no finding of their own: then `indications` names them.
    """
    status: PlanStatus
    indications: tuple[str, ...] = ()
    """Names of the conditions on facts that point to it (`drug_non_response`, `chronic_depression` …)."""
    reported: tuple[Evidence, ...] = ()
    limits: tuple[Evidence, ...] = ()
    steps: tuple[PlanStep, ...] = ()
    """Of the sequential approach only."""
    withheld: tuple[str, ...] = ()
    """Why steps of it are withheld."""
    flags: tuple[str, ...] = ()
    """Codes that must be shown beside it."""
    to_ask: tuple[str, ...] = ()
    """Paths of facts that nobody knows yet and that could hold it, or a part of it, back."""
    preference: Literal["wanted", "unwanted", "unknown"]
    availability: Literal["here", "refer", "unknown"]
    order: int
    """From 1: by the first rank among the problems served, then by the order of the table. Options that serve no problem come last."""
    rule: str
    citation: str
    status_of_rule: Status
    """How sure: the least sure of the option's rule and of the rules that found what points to it."""
