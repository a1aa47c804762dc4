"""A pause in the plain mode: kept in the record, ended by Enter at the very question; it says that nothing can be blanked."""

from __future__ import annotations

from tests.interview.plain.test_plain import Doing

YES_NO = ("yes", "Everything is grey.")


def triggers(doing: Doing) -> list[str]:
    """Return what moved the interview, in order."""
    return [body.trigger for event in doing.session.events if (body := event.body).type == "phase_changed"]


def test_enter_goes_on_at_the_question_at_which_it_paused() -> None:
    doing = Doing([*YES_NO, "/back", "/pause", "no", "", "/next", "/quit"])
    said = doing.out.getvalue()
    assert "Paused. Saved" in said
    assert "This screen cannot be blanked: what was said stands above. Enter goes on; /quit leaves." in " ".join(said.split())
    assert "It is paused, so nothing was taken." in said
    assert ["pause", "resume", "pause"] == [each for each in triggers(doing) if each in ("pause", "resume")]
    assert "\x1b" not in said
    assert "no" not in {answer.verbatim for answer in doing.session.state.answers.values()}


def test_a_pause_may_be_left_and_the_record_stays_paused() -> None:
    doing = Doing([*YES_NO, "/pause", "/quit"])
    assert 0 == doing.code
    assert "paused" == doing.session.phase
    assert ["pause"] == [each for each in triggers(doing) if each in ("pause", "resume")]
