"""A record in which the person answered some questions, and agreed that their partner is asked too."""

from __future__ import annotations

from interview.engine.informant_links import informant_link
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore
from tests.interview.engine.world import NO_RISK, Ticking, ids

PERSON = {
    "interview.consent": "yes",
    "narrative.concern": "No sleep.",
    **NO_RISK,
    "person.age_years": "44",
    "interview.any.trials": "yes",
    "trials[0].agent": "sertraline",
    "trials[0].kind": "medicine",
    "trials[0].outcome": "did nothing",
    "trials[0].weeks": "8 weeks",
    "lifestyle.alcohol_frequency": "once a month or less",
}
AGREED = {"interview.informant_consent": "yes", "interview.informant_relation": "my wife", "interview.informant_how": "by phone"}


def told(link_id: str, relation: str = "partner") -> str:
    """Return where the partner's answer to a question stands."""
    return informant_link(relation, link_id)


def begun(store: MemoryStore | None = None) -> Session:
    """Begin a record of the bundled questionnaire."""
    return Session.begin(store or MemoryStore(), bundled(), subject="S-1", clock=Ticking(), new_id=ids())


def agreed(store: MemoryStore | None = None, *, with_setting: bool = True) -> Session:
    """Return a record with the person's answers, and (unless left out) their agreement that the partner is asked."""
    session = begun(store)
    for link_id, text in {**PERSON, **(AGREED if with_setting else {})}.items():
        assert isinstance(session.answer(link_id, text), Saved), link_id
    return session
