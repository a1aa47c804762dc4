"""Hints as they come to who practises: in the first cases, then on asking, then none. What they are, the feedback's own room knows.

Every face asks here, so that hints come the same way everywhere.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from interview.engine.doors import Doors
from interview.engine.ports import StoreFault
from interview.engine.practice_turns import PatientReply
from interview.engine.session import Session
from interview.practice.feedback.hints import Hint, When, hints_come, next_hint, next_nudge
from interview.practice.patient.case_file import CaseFile
from interview.views.practice_cases import case_rows

LED_NOWHERE: Final = frozenset({"unsure", "nothing_more", "unknown_topic"})
"""Replies after which the first cases say that subjects are open."""


def how_hints_come(doors: Doors, case: CaseFile) -> When:
    """Return how hints come to who practises behind these doors, by how many other cases were done.

    Where the sessions before cannot be read, it is as if there were none."""
    done = 0
    with suppress(StoreFault):
        done = sum(row.is_done for row in case_rows(doors) if row.case.id != case.id)
    return hints_come(done)


def hint_asked_for(when: When, case: CaseFile, session: Session) -> Hint | None:
    """Return the next hint for who asks for one; None where hints have faded, a formulation was committed, or nothing is left."""
    return None if when == "none" or session.is_committed else next_hint(case, session)


def nudge_after(when: When, case: CaseFile, session: Session, reply: PatientReply) -> str | None:
    """Return what is said unasked after a reply: only in the first cases, and it names no subject but safety, late."""
    if when != "shown" or session.is_committed:
        return None
    return next_nudge(case, session, led_nowhere=reply.how in LED_NOWHERE)


def hint_now(doors: Doors, case: CaseFile, session: Session) -> Hint | None:
    """Return the next hint for who asks for one behind these doors."""
    return hint_asked_for(how_hints_come(doors, case), case, session)
