"""What a whole conversation's technique comes to: counts, and for each measure a band with what it rests on.

Too few questions give no band: that is said, and is neither good nor bad.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from interview.engine.practice_turns import Form
from interview.practice.technique.bands import FEWEST_CUES, FEWEST_QUESTIONS, LIMITS, PROJECT, Band, Limit, Measure, reaches
from interview.practice.technique.cues import CueResponse
from trd_core.finding import Reason, Status, last_status

Count = Annotated[int, Field(ge=0)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Counts(_Frozen):
    """How often what was done; in turns, as a turn has one form."""

    turns: Count = 0
    questions: Count = 0
    open: Count = 0
    closed: Count = 0
    leading: Count = 0
    double: Count = 0
    reflections: Count = 0
    summaries: Count = 0
    cues: Count = 0
    """Cues that a turn followed."""
    responded: Count = 0
    acknowledged: Count = 0
    passed_over: Count = 0


class Banded(_Frozen):
    """One measure of the technique."""

    measure: Measure
    count: Count
    of: Count
    """What it is counted against: questions, or cues."""
    band: Band | None
    """None: too few to say."""
    reasons: tuple[Reason, ...]
    rule: str
    citation: str
    status: Status


class Technique(_Frozen):
    """The technique of a conversation."""

    counts: Counts
    bands: tuple[Banded, ...]


def count(forms: Sequence[Form], cues: Sequence[CueResponse] = ()) -> Technique:
    """Return counts and bands of a trainee's turns and of their responses to cues."""
    cues = [cue for cue in cues if cue.taken != "neither"]
    taken = Counter(cue.taken for cue in cues)
    counts = Counts(
        turns=len(forms),
        questions=sum(form.question for form in forms),
        open=sum(form.question and form.open is True for form in forms),
        closed=sum(form.question and form.open is False for form in forms),
        leading=sum(form.question and form.leading for form in forms),
        double=sum(form.question and form.double for form in forms),
        reflections=sum(form.reflection for form in forms),
        summaries=sum(form.summary for form in forms),
        cues=len(cues),
        responded=taken["responded"],
        acknowledged=taken["acknowledged"],
        passed_over=taken["passed_over"],
    )
    found: tuple[tuple[Measure, int], ...] = (
        ("open", counts.open),
        ("leading", counts.leading),
        ("double", counts.double),
        ("reflections", counts.reflections),
        ("summaries", counts.summaries),
    )
    bands = [_banded(measure, number, "questions", counts.questions, FEWEST_QUESTIONS) for measure, number in found]
    return Technique(counts=counts, bands=(*bands, _banded("cues", counts.responded, "cues", counts.cues, FEWEST_CUES)))


def _banded(measure: Measure, number: int, against: str, of: int, fewest: int) -> Banded:
    """Return the band of one measure, with the limits at its two sides as its source."""
    counted = "responded" if measure == "cues" else measure
    reasons = (Reason(f"technique.{counted}", number), Reason(f"technique.{against}", of))
    decided = _sides(LIMITS[measure], number, of) if of >= fewest else ()
    sources = dict.fromkeys(limit.citation for limit in decided)
    return Banded(
        measure=measure,
        count=number,
        of=of,
        band=decided[0].band if decided else None,
        reasons=reasons,
        rule=f"technique.{measure}" if decided else "technique.too_few",
        citation="; ".join(sources) or PROJECT,
        status=last_status(limit.status for limit in decided),
    )


def _sides(limits: Sequence[Limit], number: int, of: int) -> tuple[Limit, ...]:
    """Return the highest limit that is reached, and the next above it where there is one: both decide the band."""
    place = max(place for place, limit in enumerate(limits) if reaches(limit, number, of))
    return tuple(limits[place : place + 2])
