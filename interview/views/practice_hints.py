"""The hint that may be given now: in the first cases, then on asking, then none; what it is, the feedback's own room knows."""

from __future__ import annotations

from contextlib import suppress

from interview.engine.doors import Doors
from interview.engine.ports import StoreFault
from interview.engine.session import Session
from interview.practice.feedback.hints import Hint, hints_come, next_hint
from interview.practice.patient.case_file import CaseFile
from interview.views.practice_cases import case_rows


def hint_now(doors: Doors, case: CaseFile, session: Session) -> Hint | None:
    """Return the next hint for who practises behind these doors; None where hints have faded, or nothing is left.

    Where the sessions before cannot be read, it is as if there were none."""
    done = 0
    with suppress(StoreFault):
        done = sum(row.is_done for row in case_rows(doors) if row.case.id != case.id)
    return None if hints_come(done) == "none" else next_hint(case, session)
