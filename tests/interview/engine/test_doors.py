"""What a face is handed: sessions begun and resumed through it, the clinic's own safety text where it is set."""

from __future__ import annotations

import pytest

from interview.engine.doors import BUNDLED_SAFETY_TEXT, SAFETY_TEXT_UNSET, Doors, UserSettings
from tests.interview.engine.world import SMALL, FailingStore, Ticking, begin, ids


def doors(settings: UserSettings) -> Doors:
    return Doors(FailingStore(), SMALL, Ticking(), ids(), settings, lambda *_: None)


def test_a_session_is_begun_and_resumed_with_the_clinician_of_the_settings() -> None:
    through = doors(UserSettings(interviewer="Dr A"))
    session = through.begin("S-1", "follow_up", "full")
    assert ("r0", "Dr A", "follow_up", "full") == (session.record, session.state.interviewer, session.state.visit, session.state.depth)
    assert "Dr B" == through.begin("S-1", interviewer="Dr B").state.interviewer
    assert 1 == through.resume("r0").state.seq


@pytest.mark.parametrize("subject", ["", "Ann Example", "x" * 41, "a/b", "é"])
def test_a_subject_that_is_no_pseudonym_is_refused_and_never_repeated(subject: str) -> None:
    with pytest.raises(ValueError, match="1 to 40 letters") as refused:
        doors(UserSettings()).begin(subject)
    assert not subject or subject not in str(refused.value)


def test_the_bundled_safety_text_names_no_number_and_says_that_it_is_bundled() -> None:
    assert not any(sign.isdigit() for sign in BUNDLED_SAFETY_TEXT)
    assert (BUNDLED_SAFETY_TEXT, SAFETY_TEXT_UNSET) == (doors(UserSettings()).safety_text, doors(UserSettings()).safety_banner)
    own = doors(UserSettings(safety_text="Ring the house."))
    assert ("Ring the house.", None) == (own.safety_text, own.safety_banner)


def test_every_entry_after_the_first_says_who_asked() -> None:
    session = begin(interviewer="Dr A")
    session.answer("interview.consent", "yes")
    assert ["Dr A"] * (len(session.events) - 1) == [event.by for event in session.events[1:]]
    assert len(session.events) > 1
