"""Findings and facts in words for a clinician."""

from __future__ import annotations

import pytest

from interview.questionnaire.reader import bundled
from interview.views import words_clinician as words
from interview.views.finding_titles import FACTORS, TITLES
from interview.views.macro import macro_view
from interview.views.path_titles import GROUPS, plain
from trd_core.assess import assess
from trd_core.case import Case, Problem
from trd_core.finding import Finding, Reason
from trd_core.impediment_codes import ImpedimentCode
from trd_core.map_results import MacroAnalysis
from trd_core.vocabulary import facts

NEVER_SAID = ("low risk", "no risk", "safe ", "healthy", "normal", "treatment-resistant", "untreatable")


def finding(identifier: str, **others: object) -> Finding:
    return Finding.model_validate({"id": identifier, "rule": "r", "citation": "c", "status": "paper", **others})


def test_every_finding_of_a_case_has_a_title_of_its_own() -> None:
    untitled = [each for each in assess(Case()).findings if each not in TITLES]
    assert [] == untitled
    assert len(set(TITLES.values())) == len(TITLES)


def test_titles_reassure_nobody() -> None:
    assert [] == [
        title for title in TITLES.values() for never in NEVER_SAID if never in f"{title.lower()} " and "unhealthy" not in title.lower()
    ]


@pytest.mark.parametrize(
    ("expected", "identifier", "verdict"),
    [
        ("endorsed", "areas.safety.plan", "met"),
        ("not endorsed", "areas.safety.plan", "not_met"),
        ("not known", "areas.safety.plan", "unknown"),
        ("reported", "areas.illness_behavior.demoralization", "met"),
        ("to check", "areas.medical.check_thyroid", "met"),
        ("reported", "areas.medical.pain", "met"),
        ("flagged", "areas.lifestyle.short_sleep", "met"),
        ("met", "areas.stress.overload", "met"),
        ("not met", "areas.stress.overload", "not_met"),
        ("open", "areas.stress.overload", "unknown"),
        ("confirmed", "toxicity.manifestations.switch", "met"),
        ("judged to have contributed", "impediments.patient.skill", "met"),
    ],
)
def test_a_verdict_is_said_in_the_words_of_its_area(expected: str, identifier: str, verdict: str) -> None:
    assert expected == words.verdict_word(finding(identifier, verdict=verdict))


@pytest.mark.parametrize(
    ("expected", "others"),
    [
        ("no item endorsed at this time; this does not exclude risk", {"value": "none_endorsed"}),
        (
            "a wish to be dead or thoughts endorsed; still open, up to: intent, a plan or a recent act endorsed",
            {"value": "ideation_endorsed", "range": ("ideation_endorsed", "intent_plan_or_recent_act")},
        ),
    ],
)
def test_a_level_of_risk_never_reassures(expected: str, others: dict[str, object]) -> None:
    assert expected == words.verdict_word(finding("safety", **others))


def test_an_open_number_is_said_with_its_range() -> None:
    assert "open, from 3 to 8" == words.verdict_word(finding("areas.lifestyle.alcohol_score", range=(3, 8)))
    assert "open, 3 or more" == words.verdict_word(finding("areas.lifestyle.alcohol_score", range=(3, None)))
    assert "4" == words.verdict_word(finding("areas.lifestyle.alcohol_score", value=4))
    assert "open" == words.verdict_word(finding("allostatic", value="unknown"))
    assert "no strain judged to exceed coping" == words.verdict_word(finding("allostatic", value="none"))


def test_a_finding_is_described_with_its_facts_what_is_missing_and_its_remarks() -> None:
    described = words.describe(
        finding(
            "areas.lifestyle.short_sleep",
            verdict="met",
            reasons=(Reason(path="lifestyle.sleep_hours", value=5.5),),
            missing=("lifestyle.late_activity",),
            flags=("possible_symptom",),
            needs_clinician=True,
        )
    )
    assert (
        "Short sleep: flagged; rests on hours of sleep a night (5.5); not known: lifestyle: late activity; "
        "may be a symptom of the depression itself; for the clinician to judge"
    ) == described


@pytest.mark.parametrize(
    ("expected", "path"),
    [
        ("treatment 1: weeks at that dose", "trials[0].weeks"),
        ("treatment 1: weeks at that dose", "trials.t1.weeks"),
        ("source of stress 2: theme", "stress.sources[1].theme"),
        ("problem “Low energy”: urgency", "problems.low_energy.urgency"),
        ("problem 2: severity", "problems[1].severity"),
        ("autonomy: level", "wellbeing.autonomy.level"),
        ("a better diagnosis: bipolar", "episode.misdiagnosis.bipolar"),
        ("after drugs: withdrawal: agent", "toxicity_details.withdrawal.agent"),
        ("a plan", "safety.plan"),
    ],
)
def test_a_path_is_said_in_words(expected: str, path: str) -> None:
    assert expected == words.path_title(path)


def test_every_fact_of_a_case_has_words_without_signs_of_code() -> None:
    said = {path: words.path_title(path.replace("[]", "[0]")) for path in facts()}
    assert [] == [path for path, title in said.items() if any(sign in title for sign in "_[]") or not title]


@pytest.mark.parametrize(
    ("expected", "path", "value"),
    [
        ("yes", "safety.plan", True),
        ("no response", "trials.t1.outcome", "non_response"),
        ("none", "stress.symptoms", ()),
        ("difficulty falling asleep and dizziness", "stress.symptoms", ("difficulty_falling_asleep", "dizziness")),
        ("Person: little motivation", "trials.t1.impediments", ("patient.motivation",)),
        ("March 2026", "safety.act_on", "2026-03"),
        ("[b]as she said it[/b]", "toxicity_details.withdrawal.agent", "[b]as she said it[/b]"),
    ],
)
def test_a_value_is_said_in_words_and_a_text_as_it_is(expected: str, path: str, value: object) -> None:
    assert expected == words.value_in_words(path, value)


def test_every_counter_therapeutic_factor_has_words() -> None:
    codes: tuple[str, ...] = ImpedimentCode.__args__  # type: ignore[attr-defined]
    assert set(FACTORS) <= set(codes)
    assert [] == [code for code in codes if "_" in words.factor(code) or ":" not in words.factor(code)]


def test_no_question_of_the_bundled_interview_is_named_by_its_code() -> None:
    """What is asked beside the facts of the case: narratives, gates, checks, looks, and "another?"."""
    asked = [link_id for link_id, item in bundled().items.items() if link_id.startswith(("narrative.", "interview.")) and not item.is_group]
    assert 35 < len(asked)
    for link_id in asked:
        title = words.path_title(link_id.replace("[]", "[0]"))
        assert not title.startswith(("narrative", "interview")), link_id
        assert "_" not in title
        assert plain(link_id) != title
    groups = [link_id.removesuffix("[]") for link_id, item in bundled().items.items() if item.is_group]
    assert "trials" in groups
    for group in groups:
        if not group.startswith("interview."):
            assert f"another {GROUPS[group]}" == words.path_title(f"interview.more.{group}[0]")
            assert f"{GROUPS[group]} 3" == words.path_title(f"{group}[2]")


def test_a_proposal_that_was_turned_down_is_named_by_its_title() -> None:
    view = macro_view(
        Case(problems=(Problem(id="insomnia", label="Broken nights"),)),
        MacroAnalysis(),
        None,
        {"non_response": None, "insomnia->depression": "not so", "p9": None},
    )
    assert (
        "Treatment that did not help",
        "Broken nights: may contribute to Depression persists, or keep it going (reason: not so)",
        "p9",
    ) == view.rejected


def test_a_finding_about_a_treatment_names_it_as_its_facts_are_named() -> None:
    assert "Pseudo-resistance (treatment 2)" == words.title("trials.t2.pseudo_resistance.verdict")
    assert "Only a partial remission was to be expected (treatment 1)" == words.title("suitability.t1")
    assert "Pseudo-resistance (first)" == words.title("trials.first.pseudo_resistance.verdict")
    assert words.path_title("trials.t2.weeks").startswith("treatment 2: ")
