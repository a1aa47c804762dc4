"""A plain transcript that the person may hear has none of the words that `ux.md` bars, whatever is said; the opened view has them."""

from __future__ import annotations

import pytest

from interview.engine.session import Session
from interview.plain.console import Console
from interview.plain.interview import PlainInterview
from interview.plain.sharing import Sharing
from interview.questionnaire.reader import bundled
from tests.interview.engine.world import PLAIN
from tests.interview.plain.test_plain import Doing
from tests.interview.tui.test_shared_screens import JUDGED, barred_in, rich

EVERY_WORD = (
    "/why", "/case", "/open", "/find sertraline", "/find failed", "/informant table", "/jump", "/flag", "/help", "/correct", "/done",
    "/depth full", "/depth brief", "/attached",
    "/risk", "/sign", "/report", "/back", "/back", "/next", "/formulate", "/map", "/proposals", "/first", "/help", "/confirm 9",
    "/reject 1 not so", "/add The nights", "", "", "", "", "", "", "", "", "/order 1", "/primary", "/review", "/list", "/help",
    "/preview markdown x.md", "/change 40", "/drop", "/review", "/close", "/sign Dr A", "/report", "/case", "/reopen", "/list",
)  # fmt: skip


class Talking:
    """A plain interview of the rich record of the shared screens' tests."""

    def __init__(self, *typed: str, session: Session | None = None) -> None:
        import io
        from dataclasses import replace

        from tests.interview.tui.desk import doors

        self.session, store = rich() if session is None else (session, None)
        self.out = io.StringIO()
        source = io.BytesIO("".join(f"{line}\n" for line in (*typed, "/quit")).encode())
        PlainInterview(replace(doors(bundled(), store)), self.session, Console(source, self.out)).run()  # type: ignore[arg-type]

    @property
    def said(self) -> str:
        return " ".join(self.out.getvalue().split())


def test_no_word_said_while_shared_is_one_that_a_person_should_not_read() -> None:
    done = Talking(*EVERY_WORD)
    assert set() == barred_in(done.said)
    assert "/clinician on opens the clinician's view" in done.said


def test_every_question_that_is_asked_while_shared_is_neutral_and_judgements_are_asked_for_the_record() -> None:
    session, _store = rich()
    places = [f"/correct {slot.link_id} {slot.link_id}" for section in session.questionnaire.section for slot in session.slots(section.id)]
    done = Talking(*places)
    own = " ".join(done.said.split())
    for link_id in (slot.link_id for section in session.questionnaire.section for slot in session.slots(section.id)):
        own = own.replace(link_id, "")
    assert set() == barred_in(own)
    assert 10 < own.count("For the record, the clinician's: not said while this is shared.")


def test_in_the_opened_view_the_words_stand() -> None:
    done = Talking("/clinician on", "/case", "/report", "/clinician off", "/case")
    assert {"staging", "resistance", "personality"} <= barred_in(done.said)
    assert set() == barred_in(done.said.rpartition("This is shared: the person")[2])
    assert JUDGED.keys() & done.session.state.answers.keys()


@pytest.mark.parametrize(("after", "is_shared"), [(119.0, False), (121.0, True)])
def test_the_opened_view_closes_by_itself_after_a_while(after: float, is_shared: bool) -> None:
    import io

    now = [0.0]
    out = io.StringIO()
    sharing = Sharing(Console(io.BytesIO(), out), 120, lambda: now[0])
    sharing.is_shared = False
    now[0] = after
    sharing.heard()
    assert is_shared is sharing.is_shared
    assert is_shared is ("Shared again" in out.getvalue())


def test_it_begins_shared_and_clinician_makes_no_event() -> None:
    plain, opened = Doing([*PLAIN.values(), "/quit"]), Doing(["/clinician on", *PLAIN.values(), "/clinician off", "/quit"])
    assert "This is shared: the person may see or hear it" in plain.said
    assert "Change since the latest treatment." not in plain.said
    assert "Change since the latest treatment." in opened.said
    assert [event.body for event in plain.session.events] == [event.body for event in opened.session.events]
