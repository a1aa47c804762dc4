"""Laws of the plan: nothing in favour of an option takes it out, the hierarchy orders it, it never speaks in the prescriber's place."""

from __future__ import annotations

import random
import re
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.trd_core.cases import TREE, case_trees, known_facts, without
from trd_core.assess import assess
from trd_core.catalogue import plan_options, problem_kinds, rules
from trd_core.reading import case_of

MANY = settings(max_examples=60, deadline=None, phases=(Phase.generate,))

HOLDS_BACK_WHERE_KNOWN = {
    "activity_fell",  # a habit that is a symptom first
    "available_here",  # a therapy that can be had takes the place of the digital bridge
    "assessed_on",  # a recorded end is an end unless it is known to lie ahead
    "age_years",  # under age: no plan
    # what takes a treatment out of the counts, or stands in place of what is computed (readings 1, 9 and 32)
    "adequate", "drug_class", "started", "metabolic_inducer", "evidence_based", "dose_lowered_before_loss", "adherence_percent",
    "bipolar", "dementia", "primary_anxiety", "medical_or_drug_induced", "misdiagnosis_suspected",
}  # fmt: skip
HOLDS_BACK_THE_FOURTH_STEP = {"safety", "pregnancy", "psychotic", "switch"}
FORBIDDEN = re.compile(
    r"\btaper|\bstop\w*|\bdiscontinu|\bwithdraw the|\bhalv|\bcut down|\bwean|\d+(?:\.\d+)?\s?(?:mg|milligram|%\s+(?:less|of the dose))"
    r"|\b(?:reduce|lower|increase|raise|skip)s?\b|\bevery (?:day|week|month|\d)|\bby \d",
    re.IGNORECASE,
)
"""Words of a schedule, a dose, or advice about a drug."""


def _ids(tree: TREE) -> set[str]:
    return {entry.id for entry in assess(case_of(tree)).plan}


@MANY
@given(st.data())
def test_an_option_that_is_shown_stays_when_one_more_fact_is_known(data: st.DataObject) -> None:
    """But for the facts that hold an option back where they are known, each named above."""
    tree = data.draw(case_trees())
    places = [place for place in known_facts(tree) if place[-1] not in HOLDS_BACK_WHERE_KNOWN]
    for place in data.draw(st.lists(st.sampled_from(places), max_size=4)) if places else ():
        lost = _ids(without(tree, place)) - _ids(tree)
        if HOLDS_BACK_THE_FOURTH_STEP & set(place):
            lost -= {"well_being_therapy"}
        assert set() == lost, place


@MANY
@given(case_trees())
def test_every_entry_has_its_finding_its_reasons_and_its_place(tree: TREE) -> None:
    assessment = assess(case_of(tree))
    assert list(range(1, len(assessment.plan) + 1)) == [entry.order for entry in assessment.plan]
    assert len(assessment.plan) == len(_ids(tree))
    planned = {finding_id for finding_id in assessment.findings if finding_id.startswith("plan.")}
    assert {f"plan.{entry.id}" for entry in assessment.plan} == planned - {
        each for each in planned if assessment.findings[each].verdict == "unknown"
    }
    for entry in assessment.plan:
        finding = assessment.findings[f"plan.{entry.id}"]
        assert finding.reasons
        assert entry.for_ or entry.indications
        assert set(entry.for_) <= set(assessment.findings)
        assert not plan_options()[entry.id].on_request
        assert set(rules()) >= set(finding.rules)
        assert (entry.id == "sequential") == bool(entry.steps)


def _mapped(chance: random.Random) -> TREE:
    codes = chance.sample(sorted(problem_kinds()), chance.randint(1, 12))
    problems: list[dict[str, Any]] = [
        {
            "id": code,
            "area": problem_kinds()[code].area,
            **{name: chance.randint(0, 3) for name in ("urgency", "severity", "modifiability")},
        }
        for code in codes
    ]
    links = [{"source": source, "target": target} for source in codes for target in codes if source != target and chance.random() < 0.1]
    return {"problems": problems, "links": links, "episode": {"duration_months": 30}, "illness_behavior": {"hopeless": True}}


def test_the_order_follows_the_hierarchy_then_the_table() -> None:
    """300 maps at random: each entry's first problem is ranked no lower than the next one's, and ties stand as in the table."""
    table = list(plan_options())
    seen = 0
    for seed in range(300):
        assessment = assess(case_of(_mapped(random.Random(seed))))
        ranks = {problem.id: problem.rank for problem in assessment.macro_analysis.problems}
        keys = []
        for entry in assessment.plan:
            served = [ranks[each] for each in entry.for_ if each in ranks]
            assert sorted(served) == served
            keys.append((served[0] if served else len(ranks) + 1, table.index(entry.id)))
        assert sorted(keys) == keys
        seen += len(keys)
    assert seen > 1500


@MANY
@given(case_trees())
def test_no_entry_holds_a_dose_a_pace_or_advice_about_a_drug(tree: TREE) -> None:
    plan = assess(case_of(tree)).plan
    for entry in plan:
        for step in entry.steps:
            assert step.date is None or step.step in (1, 6)
            assert step.month is None or step.step in (1, 6)
            if step.step in (3, 5):
                assert "prescriber_decision" == step.status
        if plan_options()[entry.id].kind == "drug":
            assert "prescriber_decision" == entry.status


def test_no_code_of_the_table_says_what_is_the_prescribers_to_say() -> None:
    said = [option.model_dump_json(exclude={"findings", "adds", "citation", "locator"}) for option in plan_options().values()]
    said += [rules()[each].says for each in rules() if each.startswith("plan.")]
    assert [] == [found[0] for each in said for found in FORBIDDEN.finditer(each.replace("_", " "))]


def test_the_scan_finds_what_it_is_for() -> None:
    for bad in ("taper over 8 weeks", "stop sertraline", "25 mg", "reduce by 10", "discontinuation", "halve it", "every week"):
        assert FORBIDDEN.search(bad), bad
