"""Two visits in words: what is not known has not gone, and safety has no verdict."""

from __future__ import annotations

from typing import Any, get_args

from interview.views import compare_words as words
from interview.views.compare_words import ComparisonView, comparison_lines, comparison_view
from tests.trd_core.compare.visits import FEW, SLEEP, between
from trd_core.comparison import ChangeCode, Presence, VisitOrder
from trd_core.settings import Settings

BEFORE: dict[str, Any] = {
    "subject": "S-1",
    "assessed_on": "2025-01",
    "visit": "baseline",
    "kellner": 5,
    "problems": [FEW, SLEEP],
    "links": [{"source": "insomnia", "target": "low_mood", "strength": 0.5}, {"source": "low_mood", "target": "insomnia"}],
    "lifestyle": {"smoking": "current"},
    "safety": {"thoughts": True},
    "trials": [],
}


def group(of: ComparisonView, title: str) -> tuple[str, ...]:
    return next((each.lines for each in of.groups if each.title == title), ())


def test_who_and_when_and_in_which_order() -> None:
    of = comparison_view(between(BEFORE, {**BEFORE, "assessed_on": "2025-06-05", "visit": "follow_up"}))
    assert ("S-1", "baseline, January 2025", "follow-up, 5 June 2025") == (of.subject, of.before, of.after)
    assert ("The earlier visit stands first.", "Nothing differs, as far as is known.") == of.remarks
    unsaid = comparison_view(between(BEFORE, {**BEFORE, "assessed_on": None}))
    assert "The dates do not say which visit came first: they stand in the order given." == unsaid.remarks[0]
    assert "baseline, date not known" == unsaid.after


def test_problems_links_circles_and_the_first_place() -> None:
    after = {**BEFORE, "problems": [{**SLEEP, "urgency": 3}], "links": []}
    of = comparison_view(between(BEFORE, after))
    assert (
        "Insomnia: on both maps, place 2 → 1; urgency 1 → 3; other problems it feeds 1 → 0",
        "Low mood: no longer on the map, place 1",
    ) == group(of, "Problems")
    assert "First place: Low mood → Insomnia (changed)" == group(of, "First place")[0]
    assert ("Insomnia → Low mood: no longer on the map", "Low mood → Insomnia: no longer on the map") == group(of, "Links")
    assert ("Insomnia → Low mood → Insomnia: no longer on the map",) == group(of, "Circles")


def test_what_is_not_known_reads_as_that_and_never_as_gone() -> None:
    of = comparison_view(between(BEFORE, {"subject": "S-1"}))
    said = "\n".join(comparison_lines(of))
    assert "Low mood: on the earlier map; whether it is still there is not known, place 1" in group(of, "Problems")
    assert "Smoking: flagged → open (no longer known)" in group(of, "Findings that are not the same")
    assert "Thoughts of ending one's life: endorsed → not known (no longer known)" in group(of, "Safety, side by side")
    assert "no longer on the map" not in said
    assert said.endswith("What is not known on one side has not gone.")


def test_safety_stands_side_by_side_and_reassures_nobody() -> None:
    of = comparison_view(between(BEFORE, {**BEFORE, "safety": dict.fromkeys(("wish_to_be_dead", "thoughts", "act"), False)}))
    lines = group(of, "Safety, side by side")
    assert lines[0].startswith("before: a wish to be dead or thoughts endorsed")
    assert lines[1].startswith("after: no item endorsed at this time; this does not exclude risk")
    assert "Thoughts of ending one's life: endorsed → not endorsed (changed)" in lines
    assert words.SAFETY_CAVEAT == lines[-1]
    said = " ".join(lines).lower()
    assert [] == [word for word in ("improved", "better", "gone", "low risk", "no risk", "safe ", "resolved") if word in said]


def test_ratings_and_stages() -> None:
    of = comparison_view(between(BEFORE, {**BEFORE, "kellner": 3}))
    assert (
        "change over the latest treatment (1 to 9), the clinician's rating: 5 of 9 → 3 of 9 (changed) "
        "(whether both ratings speak of one treatment is not known)"
    ) == group(of, "Response to the latest treatment")[0]
    assert "Change over the latest treatment: no change → better (changed)" in group(of, "Response to the latest treatment")
    assert "Maudsley total: does not apply, as before" in group(of, "Staging")
    assert "Thase–Rush stage: 0, as before" in group(of, "Staging")


def test_a_name_of_several_lines_stays_on_one() -> None:
    broken = {"problems": [{**FEW, "label": "Low\nmood\n- not a group"}]}
    assert ("Low mood - not a group: on both maps, place 1 as before",) == group(comparison_view(between(broken, broken)), "Problems")


def test_every_code_has_its_words() -> None:
    assert set(get_args(ChangeCode)) == set(words.CHANGES)
    assert set(get_args(Presence)) == set(words.PRESENCES)
    assert set(get_args(VisitOrder)) == set(words.ORDERS)


def test_signs_refusals_and_what_was_done_stand_beside_the_level() -> None:
    after = {"safety": {"thoughts": True, "self_harm": True}, "missing": {"safety.plan": "declined"}}
    of = comparison_view(between({}, {**after, "safety": {**after["safety"], "disposition": {"by": "Dr A"}}}))
    line = group(of, "Safety, side by side")[1]
    assert "other signs: self-harm without wish to die" in line
    assert "refused or unclear: a plan" in line
    assert line.endswith("a disposition is recorded")


def test_details_of_a_link_and_ratings_in_words() -> None:
    first = {**BEFORE, "links": [{"source": "insomnia", "target": "low_mood", "strength": 0.5, "certainty": "low", "rationale": "a"}]}
    second = {"strength": 0.8, "which_first": "insomnia", "rationale": "b"}
    of = comparison_view(
        between(
            {**first, "problems": [FEW, {**SLEEP, "treatment_available": False}]},
            {
                **first,
                "problems": [FEW, {**SLEEP, "treatment_available": True}],
                "links": [{"source": "insomnia", "target": "low_mood", **second}],
            },
        )
    )
    assert ("Insomnia → Low mood: on both maps; strength 0.5 → 0.8; certainty low → not known; "
            "which came first not known → Insomnia; rationale changed",) == group(of, "Links")  # fmt: skip
    assert "Insomnia: on both maps, place 2 as before; treatment available no → yes" in group(of, "Problems")


def test_stages_by_other_settings_and_somebody_under_age_say_so() -> None:
    of = comparison_view(between(BEFORE, BEFORE, (Settings(), Settings(scope="lifetime"))))
    assert "Thase–Rush stage: 0 → 0 (not comparable: by other settings)" in group(of, "Staging")
    assert words.FLAGS["settings_differ"] in of.remarks
    assert comparison_view(between({**BEFORE, "person": {"age_years": 17}}, BEFORE)).before.endswith("under age: safety only")
