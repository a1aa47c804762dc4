"""The end of a practice session: the trainee's formulation is settled as it stands, and the record is closed."""

from __future__ import annotations

from interview.engine.replies import Reply, Saved
from interview.engine.session import Session


def end(session: Session) -> Reply:
    """Settle the formulation, where it is not, and close the record, also where something in it is open.

    Each step is kept before the next; nothing is said to the patient after it. Raises `StoreFault`."""
    settled = session.commit_formulation() if not session.is_committed else None
    if settled is not None and not isinstance(settled, Saved):
        return settled
    return session.go("close" if session.may("close") else "end_practice")
