"""What a patient may read: plain words from the same assessment that a clinician reads, and no more than it says.

No diagnosis, no number of a scale or a model, no word that closes a door, no comfort that the facts do not carry. What nobody
asked is not talked about yet. The person's own words, and whatever a clinician typed, stay out; the person's own come with `own_words`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from interview.language import _
from interview.views.patient_help import help_part
from interview.views.patient_map import heard, links, picture
from interview.views.patient_open import still_open
from interview.views.patient_part import PatientPart
from interview.views.patient_plan import next_steps
from interview.views.patient_strengths import helps
from interview.views.patient_treatments import brought, obstacles, tried
from trd_core.assessment import Assessment
from trd_core.case import Case
from trd_core.formulation.proposal import Proposals

TITLE: Final = _("For you: what we talked about, and what could come next")
WHAT_IT_IS: Final = (
    _("This page is for you to keep. It is a start for talking, and you can change what is wrong."),
    _("It holds what we know so far. What we have not talked about is not judged here."),
)
WHO_READS: Final = _("Others may see this page if you leave it lying about.")


@dataclass(frozen=True, slots=True)
class PatientText:
    """A whole page for one person, in the order of reading; help at once is always the last part."""

    title: str
    what_it_is: tuple[str, ...]
    parts: tuple[PatientPart, ...]

    @property
    def help(self) -> PatientPart:
        """Return the part about help at once, for a face that shows it first."""
        return self.parts[-1]


def patient_text(
    case: Case,
    assessment: Assessment,
    proposals: Proposals | None = None,
    *,
    help_line: str | None,
    own_words: bool = False,
    next_date: str | None = None,
) -> PatientText:
    """Return what the person may read of a case and its assessment.

    `help_line` is the clinic's own text for help at once; without it the page says that it lacks. `own_words` adds what the person said
    (problems, strengths, wishes, names of treatments that no table knows), as it is. `next_date` goes before the one that was recorded with
    a disposition. `proposals` says why one thing may feed another.
    """
    given = proposals or Proposals()
    urgent = help_part(case, assessment, help_line=help_line, next_date=next_date)
    if "under_age" in assessment.flags:
        return PatientText(TITLE, (WHO_READS,), (urgent,))
    made = (
        heard(case, assessment, own_words=own_words),
        links(case, assessment, given, own_words=own_words),
        picture(case, assessment, own_words=own_words),
        tried(case, assessment, own_words=own_words),
        obstacles(assessment),
        brought(assessment),
        helps(case, assessment, own_words=own_words),
        next_steps(case, assessment),
        still_open(assessment),
        urgent,
    )
    return PatientText(TITLE, (*WHAT_IT_IS, WHO_READS), tuple(part for part in made if part is not None and part.lines))


def patient_lines(text: PatientText) -> Iterator[str]:
    """Yield a page line by line, for a face that has lines only; a blank line before each title."""
    yield text.title
    yield from text.what_it_is
    for part in text.parts:
        yield ""
        yield part.title
        yield from (f"  {line}" for line in part.lines)
