"""Laws of the comparison: nothing differs from itself, and turned round it says the mirrored thing."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.trd_core.cases import TREE, case_trees
from trd_core.assess import assess
from trd_core.compare import compare
from trd_core.comparison import Comparison
from trd_core.reading import case_of

MIRRORED: Final = {
    "now_known": "no_longer_known",
    "new": "gone",
    "not_known_before": "not_known_after",
    "by_date": "against_date",
}
TURNED: Final = {**MIRRORED, **{other: one for one, other in MIRRORED.items()}}
IDS: Final = ("a", "b", "c", "p1", "p2")
RATING: Final = st.none() | st.integers(0, 3)


@st.composite
def maps(draw: st.DrawFn) -> TREE:
    """Return a map as plain values: whole, unfinished, or none."""
    if draw(st.integers(1, 5)) == 1:
        return {}
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=4))
    names = ("label", "severity", "burden", "impairment", "urgency", "modifiability")
    problems = [
        {"id": each, **{name: draw(RATING) for name in names if name != "label"}, "label": draw(st.sampled_from((None, "x", "y", "z")))}
        for each in ids
    ]
    tree: TREE = {"problems": problems}
    arrows = [(one, other) for one in ids for other in ids if one != other]
    if draw(st.booleans()):
        chosen = draw(st.lists(st.sampled_from(arrows), unique=True, max_size=5)) if arrows else []
        tree["links"] = [{"source": one, "target": other, "strength": draw(st.sampled_from((None, 0.2, 0.9)))} for one, other in chosen]
    if draw(st.integers(1, 4)) == 1:
        tree["missing"] = {draw(st.sampled_from(("problems", "links", "areas_completed"))): "not_asked"}
    return tree


@st.composite
def visits(draw: st.DrawFn) -> TREE:
    """Return a whole case with a map."""
    case, drawn = draw(case_trees()), draw(maps())
    return {**case, **drawn, "missing": {**case["missing"], **drawn.get("missing", {})}}


def between(before: TREE, after: TREE) -> Comparison:
    cases = case_of(before), case_of(after)
    return compare(assess(cases[0]), assess(cases[1]), *cases)


def mirrored(part: Any) -> Any:
    """Return what the comparison says the other way round; lists without their order."""
    if isinstance(part, dict):
        turned = {key: mirrored(value) for key, value in part.items()}
        for key in [name for name in turned if name == "before" or name.startswith("before_")]:
            other = key.replace("before", "after", 1)
            turned[key], turned[other] = turned[other], turned[key]
        return turned
    if isinstance(part, list):
        return sorted((mirrored(each) for each in part), key=repr)
    return TURNED.get(part, part) if isinstance(part, str) else part


def settled(part: Any) -> Any:
    """Return the same, lists without their order."""
    if isinstance(part, dict):
        return {key: settled(value) for key, value in part.items()}
    return sorted((settled(each) for each in part), key=repr) if isinstance(part, list) else part


def comparable(of: Comparison) -> dict[str, Any]:
    """Return what is symmetrical: the area shown is the later visit's."""
    whole = of.model_dump(mode="json")
    for problem in whole["map"]["problems"]:
        del problem["area"]
    return whole


@settings(max_examples=30, deadline=None)
@given(visits())
def test_nothing_differs_from_itself(case: TREE) -> None:
    of = between(case, case)
    assert of.is_empty
    assert () == (*of.findings, *of.safety.answers)
    assert {"kept"} >= {each.presence for each in (*of.map.problems, *of.map.links, *of.map.circles)}


@settings(max_examples=40, deadline=None)
@given(visits(), visits())
def test_turned_round_it_says_the_mirrored_thing(before: TREE, after: TREE) -> None:
    assert mirrored(comparable(between(before, after))) == settled(comparable(between(after, before)))


@settings(max_examples=40, deadline=None)
@given(visits(), visits())
def test_what_is_unknown_later_is_never_gone_nor_changed(before: TREE, after: TREE) -> None:
    of = between(before, {})
    assert not {"gone", "new"} & {each.presence for each in (*of.map.problems, *of.map.links, *of.map.circles)}
    changed = {each.id for each in (*of.stages, *of.response, of.allostatic, *of.findings, *of.safety.answers) if each.change == "changed"}
    assert set() == changed
    whole = between(before, after)
    open_later = "areas_completed" in after["missing"] or "problems" in after["missing"] or "problems" not in after
    assert not (open_later and "gone" in {each.presence for each in whole.map.problems})
