"""`Comparison`: two assessments of one person, and what changed. Codes only: it never says that somebody is better or worse.

What is unknown on one side has not gone: it is `now_known`, `no_longer_known`, or not comparable.
"""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from trd_core.assessment import SafetyResult
from trd_core.case_types import Area
from trd_core.finding import Part, Range, Scalar, Verdict

VisitOrder = Literal["by_date", "against_date", "as_given"]
ChangeCode = Literal["same", "changed", "now_known", "no_longer_known", "still_open", "not_comparable"]
Presence = Literal["kept", "new", "gone", "not_known_before", "not_known_after"]
"""`new` and `gone` only where the other visit's map is known whole; else nobody knows whether it was, or is, there."""


class VisitMark(Part):
    """Which visit it was."""

    assessed_on: str | None = None
    visit: Literal["baseline", "post_treatment", "follow_up"] | None = None
    flags: tuple[str, ...] = ()
    """Of its assessment: `under_age`."""


class Stand(Part):
    """How one finding stood at one visit."""

    verdict: Verdict | None = None
    value: Scalar | None = None
    range: Range | None = None
    is_open: bool = False


class Change(Part):
    """One finding at both visits."""

    id: str
    """Its path in the assessments."""
    before: Stand
    after: Stand
    change: ChangeCode
    flags: tuple[str, ...] = ()
    """Of Kellner's rating: `other_reference`, `reference_not_known`: the two may speak of different treatments."""


class RatingChange(Part):
    """One rating of a problem, or one thing known of a link, that is not the same at both visits."""

    name: str
    before: Scalar | None = None
    after: Scalar | None = None
    """Both null for a rationale: its text stands with the link."""
    change: ChangeCode


class ProblemChange(Part):
    """One problem of the clinician's maps."""

    key: str
    """By what it is recognised: its id, or the name of a problem that was named by hand."""
    presence: Presence
    before_id: str | None = None
    after_id: str | None = None
    before_label: str | None = None
    after_label: str | None = None
    area: Area | None = None
    before_rank: int | None = None
    after_rank: int | None = None
    ratings: tuple[RatingChange, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether anything about it is not the same."""
        return self.presence != "kept" or self.before_rank != self.after_rank or bool(self.ratings)


class LinkChange(Part):
    """One link of the clinician's maps; its ends are keys of problems."""

    source: str
    target: str
    presence: Presence
    details: tuple[RatingChange, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether anything about it is not the same."""
        return self.presence != "kept" or bool(self.details)


class CircleChange(Part):
    """One vicious circle; its members are keys of problems, sorted."""

    members: tuple[str, ...]
    presence: Presence


class MapChange(Part):
    """The clinician's two maps."""

    problems: tuple[ProblemChange, ...] = ()
    """In the later order, then those that are no longer there in the earlier one."""
    links: tuple[LinkChange, ...] = ()
    circles: tuple[CircleChange, ...] = ()
    first: Change
    """The first place of the hierarchy."""
    primary: Change


class SafetyBeside(Part):
    """Safety at both visits, side by side. There is no verdict on it: neither "better" nor "worse"."""

    before: SafetyResult
    after: SafetyResult
    answers: tuple[Change, ...] = ()
    """Answers that are not the same."""


class Comparison(Part):
    """What changed between two visits of one person."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", serialize_by_alias=True)

    schema_: Literal["trd-comparison/1"] = Field(default="trd-comparison/1", alias="schema")
    subject: str | None = None
    before: VisitMark
    after: VisitMark
    order: VisitOrder
    """`as_given`: the dates do not say which came first."""
    flags: tuple[str, ...] = ()
    """`subject_not_known`: nothing says that it is one person. `settings_differ`: assessed by different settings."""
    map: MapChange
    stages: tuple[Change, ...]
    response: tuple[Change, ...]
    """Kellner's ratings, the direction of each, the class of the response."""
    allostatic: Change
    findings: tuple[Change, ...] = ()
    """Findings of the areas, of resistance and after drugs that are not the same."""
    safety: SafetyBeside

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs, as far as is known."""
        single = (self.map.first, self.map.primary, *self.stages, *self.response, self.allostatic)
        alike = {"same", "still_open", "not_comparable"}
        return (
            all(each.change in alike for each in single)
            and not any(each.differs for each in self.map.problems)
            and not any(each.differs for each in self.map.links)
            and all(each.presence == "kept" for each in self.map.circles)
            and not self.findings
            and not self.safety.answers
            and self.safety.before == self.safety.after
        )
