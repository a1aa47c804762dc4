"""Facts that cannot all be true: which they are, exactly; and what only looks so is not flagged."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from trd_core.consistency import inconsistencies
from trd_core.reading import case_of

IN_ORDER = ("started", "response_reached", "relapse_on", "ended")
SAID_AND_NOT = {"lifestyle": {"alcohol_frequency": "never", "alcohol_drinks_a_day": "one_or_two"}}
ALCOHOL = ("lifestyle.alcohol_frequency", "lifestyle.alcohol_drinks_a_day", "lifestyle.alcohol_six_or_more")


def found(given: dict[str, Any]) -> list[tuple[str, tuple[str, ...]]]:
    """Return each flag with its facts."""
    return [(each.code, each.paths) for each in inconsistencies(case_of(given))]


@pytest.mark.parametrize(("earlier", "later"), list(combinations(IN_ORDER, 2)))
def test_dates_of_a_treatment_that_come_in_the_wrong_order(earlier: str, later: str) -> None:
    wrong = {"trials": [{"id": "t1", earlier: "2025-03-02", later: "2025-03-01"}]}
    relapsed_after_it_ended = (earlier, later) == ("relapse_on", "ended")
    expected = [] if relapsed_after_it_ended else [(f"{later}_before_{earlier}", (f"trials.t1.{earlier}", f"trials.t1.{later}"))]
    assert expected == found(wrong)
    assert [] == found({"trials": [{"id": "t1", earlier: "2025-03-01", later: "2025-03-01"}]})
    assert [] == found({"trials": [{"id": "t1", earlier: "2025-03-02", later: "2025-03"}]}), "some days of that month come later"


@pytest.mark.parametrize("name", IN_ORDER)
def test_what_lies_after_the_assessment(name: str) -> None:
    told = {"assessed_on": "2025-03-01", "trials": [{"id": "t0"}, {"id": "t1", name: "2025-03-02"}]}
    assert [("after_the_assessment", (f"trials.t1.{name}", "assessed_on"))] == found(told)
    assert [] == found({**told, "assessed_on": "2025-03-02"})
    assert [] == found({**told, "assessed_on": None})


def test_a_reference_or_an_act_after_the_assessment() -> None:
    told = {"assessed_on": "2025-03", "kellner_reference": "2025-04", "safety": {"act": True, "act_on": "2026"}}
    assert [
        ("after_the_assessment", ("kellner_reference", "assessed_on")),
        ("after_the_assessment", ("safety.act_on", "assessed_on")),
    ] == found(told)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"safety": {"act": False, "act_on": "2024"}}, [("act_denied_and_dated", ("safety.act", "safety.act_on"))]),
        ({"safety": {"act": None, "act_on": "2024"}}, []),
        ({"safety": {"act": False}}, []),
        ({"safety": {"thoughts": False, "method": True}}, [("no_thoughts_yet_more", ("safety.thoughts", "safety.method"))]),
        ({"safety": {"thoughts": False, "intent": True}}, [("no_thoughts_yet_more", ("safety.thoughts", "safety.intent"))]),
        (
            {"safety": {"thoughts": False, "method": False, "intent": True, "plan": True}},
            [("no_thoughts_yet_more", ("safety.thoughts", "safety.intent", "safety.plan"))],
        ),
        ({"safety": {"thoughts": None, "plan": True}}, []),
        ({"safety": {"thoughts": False, "plan": False}}, []),
        (SAID_AND_NOT, [("never_drinks_yet_drinks", ALCOHOL)]),
        ({"lifestyle": {"alcohol_frequency": "never", "alcohol_six_or_more": "monthly"}}, [("never_drinks_yet_drinks", ALCOHOL)]),
        ({"lifestyle": {"alcohol_frequency": "never", "alcohol_six_or_more": "never"}}, []),
        ({"lifestyle": {"alcohol_frequency": "never"}}, []),
        ({"lifestyle": {"alcohol_frequency": "monthly_or_less", "alcohol_six_or_more": "monthly"}}, []),
        (
            {"stress": {"sources": [], "exceeds_coping": True}},
            [("no_source_yet_exceeds_coping", ("stress.sources", "stress.exceeds_coping"))],
        ),
        ({"stress": {"sources": [], "exceeds_coping": False}}, []),
        ({"stress": {"sources": [], "exceeds_coping": True}, "missing": {"stress.sources": "not_asked"}}, []),
        ({"stress": {"sources": [{"theme": "work"}], "exceeds_coping": True}}, []),
        (
            {"trials": [{"id": "t1"}], "missing": {"trials": "not_applicable"}},
            [("listed_yet_not_applicable", ("trials",))],
        ),
        ({"problems": [{"id": "p1"}], "missing": {"problems": "not_applicable"}}, [("listed_yet_not_applicable", ("problems",))]),
        ({"trials": [{"id": "t1"}], "missing": {"trials": "not_asked"}}, []),
        ({"trials": [], "missing": {"trials": "not_applicable"}}, []),
    ],
)
def test_combinations(given: dict[str, Any], expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert expected == found(given)
