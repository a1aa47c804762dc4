"""A section that asks the person nothing is not gone to, by no face: it is refused with a sentence."""

from __future__ import annotations

from interview.engine.informant import SECTION
from interview.engine.lines import submit
from interview.engine.replies import Refused, Saved
from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore
from interview.views.saying import saying
from tests.interview.engine.world import Ticking, ids
from tests.interview.plain.test_plain import Doing

NOTHING = Refused("session.phase", "nothing_asked_there")


def test_a_jump_to_the_section_of_somebody_close_is_refused() -> None:
    session = Session.begin(MemoryStore(), bundled(), subject="S-1", clock=Ticking(), new_id=ids())
    session.answer("interview.consent", "yes")
    seq, phase = session.state.seq, session.phase
    assert () == session.slots(SECTION)
    assert NOTHING == session.go("jump", SECTION)
    assert NOTHING == submit(session, {"link_id": "session.phase", "value": f"asking_{SECTION}"})
    assert (seq, phase) == (session.state.seq, session.phase)
    assert "Choose another one" in saying(NOTHING, None)
    assert isinstance(session.go("jump", "lifestyle"), Saved)


def test_the_plain_mode_says_so_and_stays() -> None:
    doing = Doing(["yes", f"/jump {SECTION}", "/quit"], questionnaire=bundled())
    assert "Nothing is asked in that section now." in doing.said
    assert f"asking_{SECTION}" not in [getattr(event.body, "dest", "") for event in doing.store.events(doing.session.record)]
