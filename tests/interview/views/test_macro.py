"""The map in words: rows with their key, links as sentences, proposals apart."""

from __future__ import annotations

from interview.views.hierarchy_key import KeyPart
from interview.views.macro import MacroView, lacking_for, macro, macro_view
from interview.views.proposals import link_hypotheses
from tests.interview.engine.world import PLAIN, ask_through, begin
from trd_core.assess import assess
from trd_core.case import Case, HierarchyOverride, Link, Problem
from trd_core.finding import Reason
from trd_core.formulation.proposal import LinkProposal, ProblemProposal, Proposals, ProposedRatings
from trd_core.map_results import HierarchyKey, MacroAnalysis, RankedProblem

PROBLEMS = (
    Problem(id="insomnia", label="Short [nights]", area="lifestyle", urgency=2, severity=2, burden=2, impairment=1, patient_priority=1),
    Problem(id="alcohol", area="lifestyle", urgency=2, severity=1, burden=1, patient_priority=1, treatment_available=True),
    Problem(id="suicidal_risk", label="Wish to be dead", area="safety", severity=3, treatment_available=False),
    Problem(id="hers", label="My brother", area="relationships", by="patient"),
)
LINKS = (
    Link(
        source="insomnia", target="alcohol", strength=0.5, certainty="low", which_first="insomnia", rationale="to sleep",
        evidence=("lifestyle.sleep_hours",),
    ),
    Link(source="alcohol", target="insomnia"),
)  # fmt: skip


def view_of(case: Case, proposals: Proposals | None = None) -> MacroView:
    return macro_view(case, assess(case).macro_analysis, proposals)


def test_the_hierarchy_shows_every_part_of_its_key_and_a_question_mark_for_unrated() -> None:
    view = view_of(Case(problems=PROBLEMS, links=LINKS))
    assert ["Wish to be dead", "Alcohol", "Short [nights]"] == [row.label for row in view.rows]
    assert (
        KeyPart("urgency", "urgency", "2 of 3", "2", True, 2),
        KeyPart("priority", "the person's priority", "1 of 3", "1", True, 1),
        KeyPart("available", "treatment available", "yes", "yes", True, 1.0),
        KeyPart("weight", "severity + burden + impairment", "2 to 5 of 9", "2 to 5", False, 2),
        KeyPart("feeds", "feeds", "1 other problem", "1", True, 1),
        KeyPart("modifiability", "modifiability", "?", "?", False, 0.0),
    ) == view.rows[1].key
    assert KeyPart("safety", "safety", "comes first", "first", True, 1.0) == view.rows[0].key[0]


def test_it_is_said_why_one_problem_stands_before_the_next() -> None:
    view = view_of(Case(problems=PROBLEMS, links=LINKS))
    assert [
        "Before Alcohol: it is a matter of safety.",
        "Before Short [nights]: treatment available yes against ? (unrated sorts last).",
        None,
    ] == [row.before_next for row in view.rows]


def test_equal_keys_say_that_the_id_decides() -> None:
    view = view_of(Case(problems=(Problem(id="a", urgency=1), Problem(id="b", urgency=1))))
    assert "Before b: their keys are equal, so the order of their ids decides." == view.rows[0].before_next


def test_every_reason_for_a_place_agrees_with_the_core() -> None:
    """Each part of the key, alone different, is the one that is named."""
    parts: tuple[tuple[str, dict[str, object], dict[str, object]], ...] = (
        ("urgency", {"urgency": 2}, {"urgency": 1}),
        ("the person's priority", {"patient_priority": 3}, {"patient_priority": 0}),
        ("treatment available", {"treatment_available": True}, {"treatment_available": False}),
        ("severity + burden + impairment", {"severity_burden_impairment": 7}, {"severity_burden_impairment": 5}),
        ("feeds", {"downstream": 2}, {"downstream": 0}),
        ("modifiability", {"modifiability": 1}, {"modifiability": 0}),
    )
    for name, higher, lower in parts:
        same = {"safety": False, "downstream": 0, "severity_burden_impairment": 4, **dict.fromkeys(("urgency",), 1)}
        ranked = tuple(
            RankedProblem(id=each, rank=place, key=HierarchyKey.model_validate({**same, **key}))
            for place, (each, key) in enumerate((("a", higher), ("b", lower)), 1)
        )
        said = macro_view(Case(), MacroAnalysis(problems=ranked)).rows[0].before_next
        assert said is not None
        assert said.startswith(f"Before b: {name} "), said


def test_circles_primary_refer_and_what_to_rate_first() -> None:
    view = view_of(Case(problems=PROBLEMS, links=LINKS))
    assert (("Alcohol", "Short [nights]"),) == view.circles
    assert [False, True, True] == [row.in_circle for row in view.rows]
    assert ("Wish to be dead",) == view.rate_first
    assert [True, False, False] == [row.refer for row in view.rows]
    assert "No one problem predominates by severity, burden and impairment: a tie, or ratings that are missing." == view.primary_words


def test_a_link_is_a_sentence_that_stays_a_hypothesis() -> None:
    first, second = view_of(Case(problems=PROBLEMS, links=LINKS)).links
    assert "Short [nights]: contributes to Alcohol, or keeps it going" == first.sentence
    assert ("strength 0.5 of 1", "certainty low", "came first: Short [nights]", "rests on hours of sleep a night") == first.details
    assert "to sleep" == first.rationale
    assert () == second.details


def test_the_persons_own_map_stays_apart() -> None:
    view = view_of(Case(problems=PROBLEMS))
    assert ("My brother",) == view.persons_problems
    assert "My brother" not in [row.label for row in view.rows]


def test_an_order_set_by_the_clinician_stands_beside_the_computed_one() -> None:
    override = HierarchyOverride(order=("insomnia", "gone"), reason="she wants to sleep first")
    view = view_of(Case(problems=PROBLEMS, hierarchy_override=override))
    assert view.override is not None
    assert ("Short [nights]", "gone") == view.override.order
    assert ("Wish to be dead", "Alcohol") == view.override.left_out
    assert ("gone",) == view.override.not_on_map
    assert "Wish to be dead" == view.rows[0].label


def test_proposals_show_evidence_and_what_speaks_against_and_vanish_once_confirmed() -> None:
    problem = ProblemProposal(
        id="caffeine", code="caffeine", title="Much coffee", area="lifestyle", kind="other", speaks_against="Was it always so?", rule="r",
        evidence=(Reason(path="lifestyle.caffeine_after_16", value=True),), ratings=ProposedRatings(severity=1), citation="c",
        status="project",
    )  # fmt: skip
    link = LinkProposal(
        id="caffeine->insomnia", source="caffeine", target="insomnia", conditions=("caffeine_late_or_high",), speaks_against="And before?",
        rule="r", citation="c", status="paper",
    )  # fmt: skip
    done = problem.model_copy(update={"on_map": True})
    view = view_of(Case(problems=PROBLEMS), Proposals(problems=(problem, done), links=(link,)))
    assert 1 == len(view.proposed_problems)
    proposed = view.proposed_problems[0]
    assert ("lifestyle: caffeine after 16: yes",) == proposed.evidence
    assert "Was it always so?" == proposed.speaks_against
    assert (("severity", 1),) == proposed.ratings
    assert "this project's own decision" == proposed.status
    assert "Much coffee: may contribute to Short [nights], or keep it going" == view.proposed_links[0].sentence


def test_a_link_goes_with_a_problem_that_was_turned_down() -> None:
    link = LinkProposal(
        id="caffeine->insomnia",
        source="caffeine",
        target="insomnia",
        conditions=(),
        speaks_against="?",
        rule="r",
        citation="c",
        status="paper",
    )
    assert () == view_of(Case(problems=PROBLEMS), Proposals(links=(link,))).proposed_links


def test_a_proposed_link_names_the_problems_that_the_map_has_not() -> None:
    link = LinkProposal(
        id="insomnia->depression", source="insomnia", target="depression", conditions=("c",), speaks_against="?", rule="r", citation="c",
        status="project",
    )  # fmt: skip
    sleepless = ProblemProposal(
        id="insomnia", code="insomnia", title="Poor sleep", area="lifestyle", kind="syndrome", speaks_against="?", rule="r", citation="c",
        status="project",
    )  # fmt: skip
    shown = link_hypotheses(Proposals(links=(link,)), {"insomnia": "", "depression": ""})[0]
    for problems, expected in (
        ((), "Poor sleep and Depression persists"),
        ((Problem(id="insomnia"),), "Depression persists"),
        ((Problem(id="insomnia"), Problem(id="depression")), ""),
    ):
        view = view_of(Case(problems=problems), Proposals(problems=(sleepless,), links=(link,)))
        assert expected == lacking_for(view, shown)


def test_a_session_gives_its_map_and_its_rejections() -> None:
    session = begin()
    ask_through(session, PLAIN)
    session.reject("smoking->low_energy", "no")
    session.give("problems[0].id", "smoking")
    view = macro(session)
    assert ["smoking"] == [row.id for row in view.rows]
    assert ("Smoking: may contribute to Low energy, or keep it going (reason: no)",) == view.rejected
