"""The clinician's view while the interview runs."""

from __future__ import annotations

from interview.views.panel import PanelView, panel
from tests.interview.engine.world import PLAIN, ask_through, begin
from trd_core.assess import assess
from trd_core.assessment import OpenQuestion
from trd_core.case import Case, Lifestyle, Safety, Trial

QUESTIONS = tuple(OpenQuestion(link_id=f"trials[{place}].weeks", settles=("safety",)) for place in range(7))


def lines(view: PanelView, title: str) -> list[str]:
    return [line.text for group in view.groups if group.title == title for line in group.lines]


def test_the_shared_screen_says_nothing_clinical() -> None:
    case = Case(safety=Safety(thoughts=True))
    view = panel(case, assess(case), QUESTIONS, shared=True)
    assert PanelView(True, "7 questions still open") == view


def test_nothing_asked_is_open_and_never_a_no() -> None:
    case = Case()
    view = panel(case, assess(case), (), shared=False)
    assert ["Treatments: not asked yet"] == lines(view, "Treatments")
    assert [] == lines(view, "Found so far")
    assert ["Change over the latest treatment: not rated", "Change over the latest treatment, the person's own rating: not rated"] == lines(
        view, "Latest treatment"
    )
    assert any(line.startswith("Lifestyle: ") and line.endswith(" findings open") for line in lines(view, "Open"))


def test_what_was_found_is_shown_with_what_must_be_said_beside_it() -> None:
    case = Case(kellner=5, lifestyle=Lifestyle(sleep_hours=5.5), safety=Safety(thoughts=True, abuse=True))
    view = panel(case, assess(case), (), shared=False)
    assert "Short sleep: flagged; may be a symptom of the depression itself" in lines(view, "Found so far")
    assert "Change over the latest treatment: 5 of 9, no change" in lines(view, "Latest treatment")
    assert "Is being hurt or threatened: endorsed" in lines(view, "Safety")
    assert "What was done about it is not recorded yet" in lines(view, "Safety")


def test_a_treatment_shows_what_is_known_and_what_is_open() -> None:
    trials = (
        Trial(id="t1", kind="medication", agent="sertraline", dose_mg=150, weeks=8, outcome="non_response"),
        Trial(id="t2", kind="medication", agent="venlafaxine", weeks=1),
        Trial(id="t3", kind="ect"),
    )
    case = Case(trials=trials, latest_trial="t1", missing={"trials": "not_asked"})
    view = panel(case, assess(case), (), shared=False)
    assert [
        "3 treatments told; the list is not finished",
        "sertraline: 150 mg a day, 8 weeks; no response (latest)",
        "adequate by 6 of 6 definitions",
        "venlafaxine: 1 week; open: dose and outcome",
        "not adequate by 6 of 6 definitions",
        "ECT: open: sessions and outcome",
        "5 of 5 definitions open",
    ] == lines(view, "Treatments")


def test_the_questions_that_settle_most_come_first_and_the_rest_are_counted() -> None:
    view = panel(Case(), assess(Case()), QUESTIONS, shared=False)
    assert "treatment 1: weeks at that dose: would help to settle 1 finding" == lines(view, "Would settle most")[0]
    assert "and 2 more questions" == lines(view, "Would settle most")[-1]
    assert 6 == len(lines(view, "Would settle most"))


def test_a_panel_is_drawn_from_a_session() -> None:
    session = begin()
    ask_through(session, PLAIN)
    view = panel(session.case(), session.assessment(), session.open_questions(), shared=False)
    assert "sertraline: 100 mg a day; open: weeks and outcome (latest)" in lines(view, "Treatments")
