"""The plan as lines: what stands under what, in the order of reading."""

from __future__ import annotations

from interview.views.plan_lines import plan_lines
from interview.views.plan_part import NO_PLAN, PlanLine, PlanPart

OPTION = PlanLine(
    id="lifestyle",
    order=1,
    title="Habits",
    standing="suggested",
    what="One habit after the other.",
    serves=("Broken nights", "Wine"),
    points=(),
    reported=("It helped some.",),
    limits=("A small study.",),
    steps=(),
    remarks=("may be a symptom",),
    to_ask=("age",),
    preference="the person's wish is not known",
    availability="can be had here",
    rule="plan.options",
    citation="Somebody 2020",
    status_words="this project's own decision",
)


def test_an_option_has_under_it_whom_it_serves_what_is_reported_and_its_limits() -> None:
    part = PlanPart(what_it_is=("No instruction.",), first="Safety first.", lines=(OPTION,), open=("Not settled.",), asked_for=("A wish.",))
    assert [
        (0, "No instruction."),
        (0, "Safety first."),
        (1, "Habits (suggested)"),
        (2, "One habit after the other."),
        (2, "for: Broken nights; Wine"),
        (2, "reported: It helped some."),
        (2, "limit: A small study."),
        (2, "may be a symptom"),
        (2, "to be asked: age"),
        (2, "the person's wish is not known; can be had here"),
        (2, "rule: Somebody 2020 (this project's own decision)"),
        (0, "Not settled yet:"),
        (1, "Not settled."),
        (0, "Asked for by the person:"),
        (1, "A wish."),
    ] == list(plan_lines(part))


def test_nothing_to_consider_is_no_line() -> None:
    assert [] == list(plan_lines(NO_PLAN))
