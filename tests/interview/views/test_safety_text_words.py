"""The settings say when the clinic's safety text is shown: at the very answers at which the engine stops the script."""

from __future__ import annotations

from interview.engine.risk_signs import ACKNOWLEDGE, STOP
from interview.views.path_titles import path_title
from interview.views.safety_text_words import NOT_ALONE, SHOWN_AT, preview, shown_when


def test_it_names_the_answers_that_stop_the_script_and_those_that_alone_do_not() -> None:
    assert (STOP, len(STOP)) == (set(SHOWN_AT), len(SHOWN_AT))
    assert (ACKNOWLEDGE, len(ACKNOWLEDGE)) == (set(NOT_ALONE), len(NOT_ALONE))
    before, after = shown_when().split("refused or has no clear answer")
    assert all(path_title(each) in before for each in SHOWN_AT)
    assert all(path_title(each) in after for each in NOT_ALONE)


def test_the_preview_has_the_text_as_it_is_and_the_banner_of_the_bundled_one_alone() -> None:
    assert "\n\nCall [b]Dr X[/].\nStay.\n\n" in preview("Call [b]Dr X[/].\nStay.", None)
    assert "\n\nStay.\n(not set)\n\n" in preview("Stay.", "not set")
