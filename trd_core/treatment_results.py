"""What is concluded about treatments: the parts of the assessment for trials, resistance, staging and refractoriness."""

from __future__ import annotations

from typing import Literal

from trd_core.finding import Part, Range, Scalar, Verdict

Fraction = Literal["all", "some", "none", "unknown"]


class Ranged(Part):
    """A value, or between what it lies."""

    value: Scalar | None = None
    range: Range | None = None


class PseudoResistance(Part):
    """Whether a failure may be explained by an inadequate treatment or another diagnosis."""

    verdict: Verdict
    reasons: dict[str, Verdict]
    """`dose`, `duration`, `adherence`, `pharmacokinetic`, `misdiagnosis`, `not_evidence_based`."""


class TrialResult(Part):
    """Step 2: one trial."""

    adequate: dict[str, Verdict]
    """By model; a kind that a model does not read has no key."""
    pseudo_resistance: PseudoResistance
    flags: tuple[str, ...] = ()
    """`overridden`, `needs_clinician`, `from_memory`, `adherence_not_known`."""


class ResistanceTypes(Part):
    """Step 3: situations commonly taken together, told apart. Several may hold."""

    a: Verdict
    """A drug that had worked does not work when given again."""
    b: Verdict
    """Loss of effect while the drug goes on."""
    c: Verdict
    """No response to an evidence-based psychotherapy."""
    d: Verdict
    """Residual symptoms that interfere although mood is better."""


class ThaseRush(Ranged):
    """Stages "0" to "V", strict; the lenient reading beside it."""

    lenient: str | None = None
    lenient_range: Range | None = None
    not_resistant: bool | None = None
    """Responded to an adequate trial, and none failed; null where that is not known."""
    off_ladder: tuple[str, ...] = ()
    """Failures that count for certain and do not raise the strict stage: `maoi`, `ect`."""
    without_loss_of_effect: Ranged
    if_misdiagnosed: Ranged | None = None
    """Where another diagnosis is suspected: the stage if it is the better one."""


class European(Ranged):
    """ "none", "A", "TRD1" to "TRD5" or "CRD"."""

    alternative: str | None = None
    """Beside CRD only: the level by number, where the failed trials together stayed under a year."""
    alternative_range: Range | None = None
    """Where the alternative is open; a null end means that it may not stand."""
    without_loss_of_effect: Ranged
    if_misdiagnosed: Ranged | None = None


class Mgh(Ranged):
    """Points, as the paper reads the method; each strategy counted beside it. Without a top where a list is not finished."""

    expanded: Scalar | None = None
    expanded_range: Range | None = None
    without_loss_of_effect: Ranged
    if_misdiagnosed: Ranged | None = None


class Maudsley(Ranged):
    """Total from 3 to 15. It begins at one failed drug."""

    band: Literal["mild", "moderate", "severe"] | None = None
    applicable: bool | None = None
    """Whether a drug failed; null where that is not known."""
    items: dict[str, Scalar | Ranged]
    without_loss_of_effect: Ranged
    if_misdiagnosed: Ranged | None = None


class Dutch(Ranged):
    """Total from 2 to 27; no published bands."""

    items: dict[str, Scalar | Ranged]
    without_loss_of_effect: Ranged
    if_misdiagnosed: Ranged | None = None


class Staging(Part):
    """Step 3: the five staging models, on the trials of the settings' scope."""

    thase_rush: ThaseRush
    european: European
    mgh: Mgh
    maudsley: Maudsley
    dutch: Dutch


class CommonDefinition(Part):
    """The definition that regulators use: a count of trials, never a diagnosis."""

    two_failures: Verdict
    two_failures_two_classes: Verdict


class RefractorinessCriteria(Part):
    """Table 3."""

    A: Verdict
    B: Verdict
    C: Verdict
    D: Verdict
    E: Verdict


class Refractoriness(Part):
    """Table 3, whole and by criterion."""

    verdict: Verdict
    criteria: RefractorinessCriteria
    without_partial: Verdict
    """A, when a partial response is not counted as a failure."""


class EpisodeComparison(Part):
    """Step 3: this episode beside the earlier ones, by their ids."""

    differences: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()
    failed_in: Fraction = "unknown"
    """In how many of the episodes, this one included, a treatment failed."""


class NonspecificCourse(Part):
    """What stands beside every statement about response, and cannot be excluded in one person."""

    verdict: Verdict = "unknown"
    not_excluded: tuple[str, ...] = ("natural_course", "regression_to_the_mean")
