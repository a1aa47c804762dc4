"""Progress over the cases: one row a session, in counts, and how far all ratings agree. Nothing is ranked, and no session is a failure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview.engine.doors import Doors
from interview.engine.session import Session
from interview.language import _, ngettext
from interview.practice.feedback.making import feedback
from interview.practice.feedback.progress import Agreement, CaseRow, progress
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.reading import bundled
from interview.views.locale import day
from interview.views.practice_cases import practised, sessions

HEADERS: Final = (
    ("case", _("Case")),
    ("day", _("Day")),
    ("turns", _("Turns")),
    ("asked", _("Key topics")),
    ("rated", _("Ratings")),
)
LEGEND: Final = _(
    "Key topics: heard out, of those that the case hangs on. "
    "Ratings: within what experts would accept, of those given, of those in the key."
)
NONE_YET: Final = _("No session was held yet.")


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One session: its record, and its cells in words."""

    record: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProgressShown:
    """Every session with a bundled case, by case and then by time, and what can be said of all together."""

    rows: tuple[ProgressRow, ...]
    lines: tuple[str, ...]


def progress_shown(doors: Doors) -> ProgressShown:
    """Return the progress over the sessions of practice. Raises `StoreFault` where the list cannot be read."""
    cases = {case.id: case for case in bundled()}
    held = [(cases[of], each) for each in sessions(doors) if (of := each.state.practice_case) is not None and of in cases]
    held.sort(key=lambda found: (found[0].order, practised(found[1]).updated))
    made = [feedback(case, session) for case, session in held]
    rows = tuple(_row(case, session, counts) for (case, session), counts in zip(held, progress(made).rows, strict=True))
    settled = [each for each, (_case, session) in zip(made, held, strict=True) if session.is_committed]
    return ProgressShown(rows, (LEGEND, *_lines(progress(settled).agreement)) if held else (NONE_YET,))


def _row(case: CaseFile, session: Session, counts: CaseRow) -> ProgressRow:
    how = practised(session)
    asked = _("{n} of {total}").format(n=counts.asked, total=counts.asked_of)
    accepted = _("{n} of {given} given; {total} in the key").format(
        n=counts.ratings_accepted, given=counts.ratings_given, total=counts.ratings_of
    )
    cells = (case.title, day(how.updated[:10]), str(how.turns), asked, accepted if how.is_committed else _("not committed yet"))
    return ProgressRow(how.record, cells)


def _lines(agreement: Agreement) -> tuple[str, ...]:
    told = ngettext("{n} rating beside an expert's", "{n} ratings beside an expert's", agreement.ratings).format(n=agreement.ratings)
    if agreement.low is None or agreement.high is None or agreement.kappa is None:
        return (_("{told}: too few to say how far you agree.").format(told=told),)
    said = _("{told}: weighted kappa {kappa:.2f}, between {low:.2f} and {high:.2f}.")
    return (said.format(told=told, kappa=agreement.kappa, low=agreement.low, high=agreement.high),)
