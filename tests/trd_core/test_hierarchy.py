"""The hierarchy is a total order and a permutation, whatever the order of the record; open questions name unrated problems."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from trd_core.assess import assess, propose
from trd_core.reading import case_of

MANY = settings(max_examples=100, deadline=None)

RATING = st.none() | st.integers(0, 3)
PROBLEMS = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from("abcdefgh")},
        optional={
            "area": st.sampled_from(("safety", "stress", "other")),
            "by": st.sampled_from(("clinician", "patient")),
            "kind": st.sampled_from(("syndrome", "other")),
            "treatment_available": st.booleans(),
            **dict.fromkeys(("severity", "burden", "impairment", "urgency", "modifiability", "patient_priority"), RATING),
        },
    ),
    unique_by=lambda problem: problem["id"],
    max_size=8,
)


@st.composite
def maps(draw: st.DrawFn) -> dict[str, Any]:
    """Return a case that holds a map only."""
    problems = draw(PROBLEMS)
    ids = [problem["id"] for problem in problems]
    pairs = [(a, b) for a in ids for b in ids if a != b]
    links = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=12)) if pairs else []
    return {"problems": problems, "links": [{"source": source, "target": target} for source, target in links]}


def _key(problem: Any) -> tuple[Any, ...]:
    """The key of readings 22, written out a second time."""
    key = problem.key
    low = key.severity_burden_impairment
    weight = key.severity_burden_impairment_range[0] if low is None else low
    return (
        -key.safety, -(key.urgency or 0), -(key.patient_priority or 0), -(key.treatment_available or 0), -weight, -key.downstream,
        -(key.modifiability or 0), problem.id,
    )  # fmt: skip


@MANY
@given(maps(), st.randoms(use_true_random=False))
def test_the_hierarchy_is_a_permutation_in_the_order_of_its_key_however_the_record_is_ordered(tree: dict[str, Any], chance: Any) -> None:
    analysis = assess(case_of(tree)).macro_analysis
    mine = [problem["id"] for problem in tree["problems"] if problem.get("by") != "patient"]
    assert sorted(mine) == sorted(problem.id for problem in analysis.problems)
    keys = [_key(problem) for problem in analysis.problems]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys))
    assert [problem.rank for problem in analysis.problems] == list(range(1, len(keys) + 1))
    shuffled = {group: chance.sample(members, len(members)) for group, members in tree.items()}
    again = assess(case_of(shuffled)).macro_analysis
    assert analysis.rankings.hierarchy == again.rankings.hierarchy
    assert (analysis.primary, analysis.circles, analysis.rate_first) == (again.primary, again.circles, again.rate_first)


@MANY
@given(maps())
def test_who_is_unrated_is_asked_about(tree: dict[str, Any]) -> None:
    assessment = assess(case_of(tree))
    place = {problem["id"]: index for index, problem in enumerate(tree["problems"])}
    asked = {question.link_id for question in assessment.open_questions}
    for problem in assessment.macro_analysis.problems:
        for name in problem.unrated:
            assert f"problems[{place[problem.id]}].{name}" in asked
    assert set(assessment.macro_analysis.rate_first) == {
        each.id for each in assessment.macro_analysis.problems if "urgency" in each.unrated
    }


def test_a_proposal_enters_the_map_only_when_it_is_confirmed() -> None:
    answers = {
        "lifestyle": {"smoking": "current"},
        "stress": {"exceeds_coping": True, "functioning_impaired": True, "within_six_months": True},
    }
    assert assess(case_of(answers)).macro_analysis.problems == ()
    confirmed = case_of({**answers, "problems": [{"id": "smoking"}]})
    assert [problem.id for problem in assess(confirmed).macro_analysis.problems] == ["smoking"]
    assert {"smoking": True, "allostatic_overload": False} == {each.id: each.on_map for each in propose(confirmed).problems}


def test_a_link_is_proposed_between_a_confirmed_problem_and_a_proposed_one_and_known_once_drawn() -> None:
    answers = {
        "problems": [{"id": "insomnia"}, {"id": "allostatic_overload"}],
        "stress": {"sleep_worsened_after": True},
    }
    proposed = propose(case_of(answers)).links
    assert [("allostatic_overload->insomnia", False)] == [(link.id, link.on_map) for link in proposed]
    drawn = case_of({**answers, "links": [{"source": "allostatic_overload", "target": "insomnia"}]})
    assert [("allostatic_overload->insomnia", True)] == [(link.id, link.on_map) for link in propose(drawn).links]


def test_open_questions_name_the_trial_by_its_place() -> None:
    case = case_of({"problems": [{"id": "x.y", "severity": 1}], "trials": [{"id": "t1"}]})
    asked = {question.link_id: question.settles for question in assess(case).open_questions}
    assert ("macro_analysis.problems.x.y",) == asked["problems[0].urgency"]
    assert (
        "macro_analysis.problems.x.y",
        "macro_analysis.primary",
        "macro_analysis.rankings.effect",
        "macro_analysis.rankings.total_effect",
    ) == asked["problems[0].burden"]
