"""From which share or number on something is said of a trainee's technique: bands, not decimals, each limit with its source.

The published figures are for motivational interviewing, not for taking a history: there, closed questions have their place, and the
lower limits are this project's.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from trd_core.finding import Status

Measure = Literal["open", "leading", "double", "reflections", "summaries", "cues"]
Band = Literal["none", "few", "some", "many", "most"]

FEWEST_QUESTIONS: Final = 10
"""Questions below which no band is given; status project: fewer move by a tenth and more with a single question."""
FEWEST_CUES: Final = 3
"""Cues below which their band is not given; status project."""

MITI_3: Final = "Moyers, Martin, Manuel, Miller & Ernst 2010, Revised Global Scales: Motivational Interviewing Treatment Integrity 3.1.1"
PROJECT: Final = "Decision of this project, because the sources are silent"


class Limit(BaseModel):
    """From where on a band holds."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    band: Band
    at_least: Annotated[int, Field(ge=0)]
    """In hundredths of what is counted against (`per_hundred`), or a number."""
    per_hundred: bool = True
    citation: str = PROJECT
    status: Status = "project"


LIMITS: Final[dict[Measure, tuple[Limit, ...]]] = {
    "open": (
        Limit(band="few", at_least=0),
        Limit(band="some", at_least=25),
        Limit(band="many", at_least=50, citation=f"{MITI_3}, open questions, beginning proficiency", status="recalled"),
        Limit(band="most", at_least=70, citation=f"{MITI_3}, open questions, competency", status="recalled"),
    ),
    "leading": (
        Limit(band="none", at_least=0),
        Limit(band="few", at_least=1, per_hundred=False),
        Limit(band="some", at_least=10),
        Limit(band="many", at_least=25),
    ),
    "double": (
        Limit(band="none", at_least=0),
        Limit(band="few", at_least=1, per_hundred=False),
        Limit(band="some", at_least=10),
        Limit(band="many", at_least=25),
    ),
    "reflections": (
        Limit(band="none", at_least=0),
        Limit(band="few", at_least=1, per_hundred=False),
        Limit(band="some", at_least=25),
        Limit(band="many", at_least=100, citation=f"{MITI_3}, reflections to questions, beginning proficiency", status="recalled"),
        Limit(band="most", at_least=200, citation=f"{MITI_3}, reflections to questions, competency", status="recalled"),
    ),
    "summaries": (
        Limit(band="none", at_least=0, per_hundred=False),
        Limit(band="few", at_least=1, per_hundred=False),
        Limit(band="some", at_least=2, per_hundred=False),
        Limit(band="many", at_least=4, per_hundred=False),
    ),
    "cues": (
        Limit(band="none", at_least=0),
        Limit(band="few", at_least=1, per_hundred=False),
        Limit(band="some", at_least=34),
        Limit(band="many", at_least=67),
        Limit(band="most", at_least=90),
    ),
}
"""For each measure its bands from the lowest on; the first begins at nought."""


def reaches(limit: Limit, count: int, of: int) -> bool:
    """Tell whether a count, of so many, reaches a limit; exactly on it does."""
    return count * 100 >= limit.at_least * of if limit.per_hundred else count >= limit.at_least
