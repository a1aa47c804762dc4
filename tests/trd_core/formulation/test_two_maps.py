"""The person's map beside the clinician's: by hand, and laws on random maps drawn by two hands."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.trd_core.formulation.maps import Tree, random_map, shuffled
from trd_core.assess import assess
from trd_core.assessment import Assessment
from trd_core.finding import Finding
from trd_core.formulation.macro_analysis import analyse
from trd_core.map_results import TwoMaps
from trd_core.reading import case_of


def _assessed(problems: list[Tree], links: str = "", **others: Any) -> Assessment:
    """Links as `a>b` of the clinician and `p:a>b` of the person."""
    drawn = []
    for each in links.split():
        source, target = each.removeprefix("p:").split(">")
        drawn.append({"source": source, "target": target, **({"by": "patient"} if each.startswith("p:") else {})})
    return assess(case_of({"problems": problems, "links": drawn, **others}))


def _compared(problems: list[Tree], links: str = "", **others: Any) -> TwoMaps:
    compared = _assessed(problems, links, **others).macro_analysis.two_maps
    assert compared is not None
    return compared


def _ends(arrows: Any) -> list[str]:
    return [f"{arrow.source}>{arrow.target}" for arrow in arrows]


def _persons(identifier: str, priority: int | None = None, **others: Any) -> Tree:
    return {"id": identifier, "by": "patient", "patient_priority": priority, **others}


ABC = [{"id": each} for each in "abc"]


def test_where_the_person_drew_nothing_there_is_nothing_to_compare() -> None:
    for assessment in (_assessed([]), _assessed(ABC, "a>b b>c")):
        assert assessment.macro_analysis.two_maps is None
        assert [] == [each for each in assessment.findings if "two_maps" in each]


def test_a_problem_that_one_alone_put_down_is_seen_alone_until_the_other_draws_a_link_to_it() -> None:
    compared = _compared([*ABC, _persons("x"), _persons("y")], "a>b")
    assert (("x", "y"), ("a", "b", "c")) == (compared.person_alone.problems, compared.clinician_alone.problems)
    joined = _compared([*ABC, _persons("x"), _persons("y")], "a>b p:a>c b>x")
    assert (("y",), ("b",)) == (joined.person_alone.problems, joined.clinician_alone.problems)


def test_arrows_are_shared_seen_alone_or_reversed_and_each_stands_in_one_list() -> None:
    compared = _compared(ABC, "a>b b>c p:a>b p:c>b p:a>c")
    assert ["a>c"] == _ends(compared.person_alone.links)
    assert [] == _ends(compared.clinician_alone.links)
    assert ["c>b"] == _ends(compared.reversed)
    assert 2 == compared.differences


def test_an_arrow_both_ways_beside_one_way_is_an_arrow_more_and_not_reversed() -> None:
    compared = _compared(ABC, "a>b p:a>b p:b>a")
    assert (["b>a"], [], []) == (_ends(compared.person_alone.links), _ends(compared.clinician_alone.links), _ends(compared.reversed))


@pytest.mark.parametrize(
    ("first", "priorities"),
    [("y", (1, 3)), ("x", (2, 1)), (None, (2, 2)), (None, (3, None)), (None, (None, None))],
)
def test_the_persons_first_is_the_one_of_the_greatest_priority(first: str | None, priorities: tuple[int | None, int | None]) -> None:
    assert first == _compared([_persons("x", priorities[0]), _persons("y", priorities[1])]).first_of_person


def test_a_first_choice_that_was_never_made_is_not_made_up() -> None:
    assert _compared([_persons("x")]).first_of_person is None


def _first_choices(problems: list[Tree], links: str = "", **others: Any) -> Finding:
    return _assessed(problems, links, **others).findings["macro_analysis.two_maps.same_first"]


def test_both_first_choices_are_compared() -> None:
    clinicians = [{"id": "a", "urgency": 3, "patient_priority": 1}, {"id": "b", "urgency": 1, "patient_priority": 3}]
    other = _first_choices(clinicians, "p:a>b")
    assert ("not_met", "formulation.first_choices", "project") == (other.verdict, other.rule, other.status)
    assert [("problems.a.patient_priority", 1), ("problems.b.patient_priority", 3)] == [(each.path, each.value) for each in other.reasons]
    assert "met" == _first_choices([{**clinicians[0], "patient_priority": 3}, {**clinicians[1], "patient_priority": 1}], "p:a>b").verdict


def test_the_clinicians_first_is_that_of_the_order_they_set() -> None:
    problems = [{"id": "a", "urgency": 3, "patient_priority": 1}, {"id": "b", "urgency": 1, "patient_priority": 3}]
    override = {"order": ["gone", "b"], "reason": "begin there"}
    assert "a" == _compared(problems, "p:a>b").first_of_clinician
    assert "b" == _compared(problems, "p:a>b", hierarchy_override=override).first_of_clinician


@pytest.mark.parametrize(
    ("flags", "missing", "problems"),
    [
        (("tie",), (), [{"id": "a"}, _persons("x", 2), _persons("y", 2)]),
        ((), ("problems.y.patient_priority",), [{"id": "a"}, _persons("x", 2), _persons("y")]),
        (("nothing_ranked",), (), [_persons("x", 2), _persons("y", 1)]),
    ],
)
def test_an_unknown_comparison_says_why(flags: tuple[str, ...], missing: tuple[str, ...], problems: list[Tree]) -> None:
    finding = _first_choices(problems)
    assert ("unknown", flags, missing) == (finding.verdict, finding.flags, finding.missing)


def test_labels_alike_but_for_capitals_and_spaces_may_be_one_problem_and_no_label_goes_into_the_comparison() -> None:
    problems = [{"id": "a", "label": "Poor  Sleep"}, {"id": "b"}, _persons("x", label="poor sleep"), _persons("y")]
    assessment = _assessed(problems)
    compared = assessment.macro_analysis.two_maps
    assert compared is not None
    assert (("x", "a"),) == compared.same_name
    assert ("same_name",) == assessment.findings["macro_analysis.two_maps.differences"].flags
    assert "sleep" not in compared.model_dump_json().casefold()


def test_the_differences_are_a_finding_with_each_of_them_as_a_reason() -> None:
    finding = _assessed([*ABC, _persons("x")], "a>b b>c p:b>a").findings["macro_analysis.two_maps.differences"]
    assert [
        ("problems.x", "person alone"),
        ("problems.c", "clinician alone"),
        ("links.b->c", "clinician alone"),
        ("links.b->a", "reversed"),
    ] == [(each.path, each.value) for each in finding.reasons]
    assert (4, "formulation.two_maps", "project") == (finding.value, finding.rule, finding.status)


def _by_two_hands(seed: int) -> Tree:
    chance, tree = random.Random(seed), random_map(seed, most=9)
    drawn = [(each["source"], each["target"]) for each in tree["links"]]
    theirs = [(*chance.choice((ends, ends[::-1])), "patient") for ends in drawn if chance.random() < 0.5]
    ours = [(*ends, "clinician") for ends in drawn if chance.random() < 0.6]
    links = [dict(zip(("source", "target", "by"), each, strict=True)) for each in sorted({*theirs, *ours})]
    return {"problems": [{**each, "by": chance.choice(("patient", "clinician"))} for each in tree["problems"]], "links": links}


def test_every_problem_and_arrow_is_counted_once_in_whatever_order_it_was_drawn() -> None:
    kinds = [0, 0, 0, 0]
    for seed in range(300):
        tree = _by_two_hands(seed)
        compared = analyse(case_of(tree))[0].two_maps
        assert compared == analyse(case_of(shuffled(tree, seed)))[0].two_maps
        arrows = {
            hand: {(each["source"], each["target"]) for each in tree["links"] if each["by"] == hand} for hand in ("patient", "clinician")
        }
        put = {hand: {each["id"] for each in tree["problems"] if each["by"] == hand} for hand in arrows}
        on = {hand: put[hand] | {end for ends in arrows[hand] for end in ends} for hand in arrows}
        if not on["patient"]:
            assert compared is None
            continue
        assert compared is not None
        assert sorted(on["patient"] - on["clinician"]) == list(compared.person_alone.problems)
        assert sorted(on["clinician"] - on["patient"]) == list(compared.clinician_alone.problems)
        turned, person, clinician = (
            {(each.source, each.target) for each in group}
            for group in (compared.reversed, compared.person_alone.links, compared.clinician_alone.links)
        )
        back = {ends[::-1] for ends in turned}
        assert arrows["patient"] == person | turned | (arrows["patient"] & arrows["clinician"])
        assert arrows["clinician"] == clinician | back | (arrows["patient"] & arrows["clinician"])
        assert not person & turned
        assert not clinician & back
        assert not any(
            ends[::-1] in clinician for ends in person if ends not in back and ends[::-1] not in arrows["patient"] & arrows["clinician"]
        )
        kinds = [kinds[0] + len(turned), kinds[1] + len(person), kinds[2] + len(clinician), kinds[3] + 1]
    assert min(kinds) > 50
