"""What a depth left out is named, section by section, as not asked."""

from __future__ import annotations

from interview.engine.session import Session
from interview.export.pages.chart import unknown
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore
from interview.views.beyond_depth import HOW, TITLE, not_asked, not_asked_lines
from interview.views.report import build
from tests.interview.engine.world import Ticking, ids


def _begun(depth: str) -> Session:
    session = Session.begin(MemoryStore(), bundled(), subject="S-1", clock=Ticking(), new_id=ids(), depth=depth)
    for link_id, said in (("interview.consent", "yes"), ("person.age_years", "44")):
        session.answer(link_id, said)
    return session


def test_a_brief_interview_names_what_it_did_not_ask_and_how_to_ask_it() -> None:
    session = _begun("brief")
    found = {each.section: each for each in not_asked(session)}
    assert {"lifestyle", "illness", "relationships", "history"} <= found.keys()
    assert "lifestyle: smoking" in found["lifestyle"].topics
    assert not any("alcohol" in topic for topic in found["lifestyle"].topics), "that is asked"
    assert f"{found['lifestyle'].questions} questions" == found["lifestyle"].counted
    lines = not_asked_lines(session)
    total = sum(each.questions for each in found.values())
    assert f"The interview was brief: {total} questions of the full one were not asked." in lines[0].words
    assert HOW == lines[-1].words
    assert lines == build(session).not_asked


def test_a_full_interview_leaves_nothing_out() -> None:
    assert () == not_asked_lines(_begun("full"))


def test_the_chart_says_it_among_what_is_not_known() -> None:
    shown = repr(list(unknown(build(_begun("brief")))))
    assert TITLE in shown
    assert "lifestyle: smoking" in shown
    assert TITLE not in repr(list(unknown(build(_begun("full")))))
