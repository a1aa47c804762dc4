"""Laws of the chart on cases at random: the order of lists says nothing, nothing is guessed, less known is never more decided."""

from __future__ import annotations

import json
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.trd_core.cases import TREE, case_trees, known_facts, without
from trd_core.life_chart.chart import life_chart
from trd_core.life_chart.model import LifeChart
from trd_core.reading import case_of

DATED = ("started", "ended", "response_reached", "relapse_on")


def _verdicts(of: LifeChart) -> dict[tuple[str, str, str], str | None]:
    return {(each.symptom, each.change, each.compatible_with): each.finding.verdict for each in of.compatible}


@settings(max_examples=80, deadline=None)
@given(case_trees(), st.randoms(use_true_random=False))
def test_the_order_of_the_treatments_does_not_matter(tree: TREE, chance: random.Random) -> None:
    shuffled = {**tree, "trials": chance.sample(tree["trials"], len(tree["trials"]))} if tree.get("trials") else tree
    assert life_chart(case_of(tree)) == life_chart(case_of(shuffled))


@settings(max_examples=60, deadline=None)
@given(case_trees())
def test_what_stands_in_a_lane_has_a_date_and_what_stands_apart_has_none(tree: TREE) -> None:
    of = life_chart(case_of(tree))
    ids = [each.id for lane in of.lanes for each in (*lane.entries, *lane.undated)]
    assert len(set(ids)) == len(ids)
    for lane in of.lanes:
        assert all(each.start is not None or each.end is not None for each in lane.entries)
        assert all(each.start is None and each.end is None for each in lane.undated)
        for each in lane.entries:
            assert all(when is None or when.earliest <= when.latest for when in (each.start, each.end))
    assert LifeChart.model_validate_json(of.model_dump_json()) == of


@settings(max_examples=80, deadline=None)
@given(case_trees(), st.data())
def test_a_fact_less_never_turns_one_answer_into_the_other(tree: TREE, data: st.DataObject) -> None:
    places = [place for place in known_facts(tree) if place[0] in {"trials", "toxicity", "toxicity_details", "episode", "assessed_on"}]
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    if place[0] == "trials" and place[-1] in {"agent", "dose_mg", *DATED}:
        return  # these say which changes there are; the answers are then about others
    if place[0] == "toxicity_details" and place[-1] in {"agent", "change", "changed_on"}:
        return
    before, after = _verdicts(life_chart(case_of(tree))), _verdicts(life_chart(case_of(without(tree, place))))
    for key in before.keys() & after.keys():
        assert (before[key], after[key]) not in {("met", "not_met"), ("not_met", "met")}, (place, key)


@settings(max_examples=60, deadline=None)
@given(case_trees(), st.data())
def test_a_date_less_exact_never_turns_one_answer_into_the_other(tree: TREE, data: st.DataObject) -> None:
    days: list[dict[str, Any]] = [trial for trial in tree.get("trials", ()) if len(trial.get("relapse_on", "")) > 4]
    if not days:
        return
    trial = data.draw(st.sampled_from(days))
    before = _verdicts(life_chart(case_of(json.loads(json.dumps(tree)))))
    trial["relapse_on"] = trial["relapse_on"][:4]
    after = _verdicts(life_chart(case_of(tree)))
    for key in before.keys() & after.keys():
        assert after[key] in {before[key], "unknown"}, key
