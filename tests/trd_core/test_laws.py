"""Laws that hold for every case: unknown only widens, order does not matter where it must not, nothing is imputed."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.trd_core.cases import TREE, case_trees, known_facts, without
from trd_core.areas.safety import LEVELS
from trd_core.assess import assess, propose
from trd_core.assessment import Assessment
from trd_core.case import Case
from trd_core.finding import Finding
from trd_core.json_input import read_json
from trd_core.reading import case_of
from trd_core.settings import Settings
from trd_core.vocabulary import definition_of, facts, groups

MANY = settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
"""Without shrinking: a whole case takes minutes to make smaller."""


DECIDING_ONLY_WHERE_KNOWN = {
    "adequate", "expected_outcome", "drug_class", "started",  # a word that stands in place of what is computed
    "metabolic_inducer", "evidence_based", "dose_lowered_before_loss", "adherence_percent",  # reading 1: unknown does not widen
    "bipolar", "dementia", "primary_anxiety", "medical_or_drug_induced", "misdiagnosis_suspected",
}  # fmt: skip
"""Facts that change what is known where they are there, and hold nothing open where they are not (readings 1, 9 and 32)."""
BY_ORDER_OF_THE_LIST = (
    "resistance_types.a", "refractoriness", "toxicity.manifestations.rechallenge_failure", "toxicity.ordinal", "response.spectrum",
    "plan.no_reflex_switch", "plan.explanatory_therapy", "plan.realistic_appraisal", "plan.check_the_trial",
)  # fmt: skip
"""What may rest on which trial came first: without dates, the order of the list says so (reading 9)."""


def _assessed(tree: TREE) -> Assessment:
    return assess(case_of(tree))


def _is_wider(more: Finding, less: Finding) -> bool:
    """Whether the finding with less known says the same as with more known, or leaves it open."""
    if more.verdict is not None:
        return less.verdict in {more.verdict, "unknown"}
    return less.value in {more.value, None, "unknown"}


@MANY
@given(st.data())
def test_a_fact_less_never_turns_what_is_known_into_something_else_known(data: st.DataObject) -> None:
    tree = data.draw(case_trees())
    places = known_facts(tree)
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    if place == ("person", "age_years") or place[-1] in DECIDING_ONLY_WHERE_KNOWN:
        return
    more, less = _assessed(tree), _assessed(without(tree, place))
    if ".".join(map(str, place)) in {path for each in more.inconsistent for path in each.paths}:
        return  # it stood against another fact, and was flagged
    for finding_id, finding in more.findings.items():
        if finding_id in {"safety"} or finding_id.startswith("impediments."):
            continue
        if finding_id in less.findings:
            assert _is_wider(finding, less.findings[finding_id]), (place, finding_id)
    assert set(less.areas["safety"]) == set(more.areas["safety"])


@MANY
@given(st.data())
def test_ranges_only_widen(data: st.DataObject) -> None:
    tree = data.draw(case_trees())
    places = known_facts(tree)
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    more, less = _assessed(tree), _assessed(without(tree, place))
    for finding_id in ("toxicity.ordinal", "areas.lifestyle.alcohol_score"):
        if place in {("person", "age_years")}:
            continue
        wide, narrow = (_bounds(each.findings[finding_id]) for each in (less, more))
        assert wide[0] <= narrow[0] <= narrow[1] <= wide[1], (place, finding_id)


def _bounds(finding: Finding) -> tuple[Any, Any]:
    return (finding.value, finding.value) if finding.range is None else finding.range


@MANY
@given(st.data())
def test_a_safety_answer_less_is_never_a_lower_ceiling(data: st.DataObject) -> None:
    tree = data.draw(case_trees())
    places = [place for place in known_facts(tree) if place[0] == "safety"]
    if not places:
        return
    more, less = _assessed(tree).safety, _assessed(without(tree, data.draw(st.sampled_from(places)))).safety
    assert LEVELS.index(less.highest_possible) >= LEVELS.index(more.highest_possible) or more.level == "intent_plan_or_recent_act"
    if more.level == "unanswered":
        assert less.level == "unanswered"


@MANY
@given(case_trees())
def test_open_findings_and_only_they_name_what_is_missing(tree: TREE) -> None:
    assessment = _assessed(tree)
    for finding in assessment.findings.values():
        if finding.verdict in {"met", "not_met"}:
            assert finding.missing == ()
        if finding.verdict == "unknown" and not finding.flags:
            assert finding.missing
        assert finding.citation
        assert finding.status in {"paper", "checked", "recalled", "project"}
        if finding.verdict == "met":
            assert finding.reasons


@MANY
@given(case_trees())
def test_an_open_question_names_a_fact_that_is_not_known_and_the_most_settling_come_first(tree: TREE) -> None:
    assessment = _assessed(tree)
    counts = [len(question.settles) for question in assessment.open_questions]
    assert counts == sorted(counts, reverse=True)
    for question in assessment.open_questions:
        assert definition_of(question.link_id) in facts() or question.link_id in groups()
        for finding_id in question.settles:
            assert finding_id in assessment.findings
    if "under_age" in assessment.flags:
        assert all(finding_id.split(".")[0] == "safety" or finding_id.startswith("areas.safety.") for finding_id in _settled(assessment))
        return
    for finding in assessment.findings.values():
        assert (finding.missing == ()) == all(finding.id not in question.settles for question in assessment.open_questions)


def _settled(assessment: Assessment) -> set[str]:
    return {finding_id for question in assessment.open_questions for finding_id in question.settles}


@MANY
@given(case_trees(), st.integers())
def test_the_order_of_trials_sources_and_codes_decides_nothing(tree: TREE, seed: int) -> None:
    chance = random.Random(seed)
    shuffled = read_json(case_of(tree).model_dump_json(by_alias=True, exclude_none=True))
    for group in (shuffled.get("trials"), shuffled["stress"].get("sources"), shuffled["stress"].get("symptoms")):
        chance.shuffle(group or [])
    before, after = _without_order(_assessed(tree)), _without_order(_assessed(shuffled))
    assert before == after


def _without_order(assessment: Assessment) -> dict[str, tuple[Any, Any, Any]]:
    return {
        each.id: (each.verdict, each.value, each.range)
        for each in assessment.findings.values()
        if not each.id.startswith(BY_ORDER_OF_THE_LIST)
    }


@MANY
@given(case_trees())
def test_the_same_case_gives_the_same_bytes_and_reads_back(tree: TREE) -> None:
    first = _assessed(tree).model_dump_json()
    assert first == _assessed(read_json(case_of(tree).model_dump_json(by_alias=True))).model_dump_json()


@MANY
@given(case_trees())
def test_proposals_have_evidence_and_join_problems_that_are_there(tree: TREE) -> None:
    proposals = propose(case_of(tree))
    ids = {problem.id for problem in proposals.problems}
    assert len(ids) == len(proposals.problems)
    for problem in proposals.problems:
        assert problem.evidence or problem.id == "safety_unclear"
        assert not problem.on_map
    assert len({link.id for link in proposals.links}) == len(proposals.links)
    for link in proposals.links:
        assert link.source in ids
        assert link.target in ids or link.shown_only
        assert link.certainty == "low"
    assert not {link.id for link in proposals.links} & {link.id for link in proposals.open_links}


def test_of_nothing_known_nothing_is_concluded() -> None:
    assessment = assess(Case())
    assert {finding.verdict for finding in assessment.findings.values()} == {"unknown", None}
    assert {finding.value for finding in assessment.findings.values() if finding.verdict is None} <= {None, "unknown", "unanswered"}
    asked = {question.link_id for question in assessment.open_questions}
    assert {"kellner", "stress.exceeds_coping", "safety.thoughts", "trials"} <= asked


def test_settings_are_echoed() -> None:
    chosen = Settings(country="GB", scope="lifetime")
    assert chosen == assess(Case(), chosen).settings
