"""Named conditions: what is not known keeps a question open; what can no longer change a finding closes it."""

from __future__ import annotations

from typing import Any

import pytest

from interview.questionnaire.conditions import PREDICATES, READS


class Told:
    """Answers as a condition reads them."""

    def __init__(self, **answers: Any) -> None:
        self._answers = {name.replace("__", "."): value for name, value in answers.items()}

    def trial(self, index: int, **facts: Any) -> Told:
        """Add one treatment."""
        self._answers.update({f"trials[{index}].{name}": value for name, value in facts.items()})
        return self

    def value(self, link_id: str) -> object | None:
        """Return what was told."""
        return self._answers.get(link_id)

    def status(self, link_id: str) -> str | None:
        """Return whether it was told."""
        return "answered" if link_id in self._answers else None

    def instances(self, group: str) -> tuple[int, ...]:
        """Return the treatments told."""
        return tuple(sorted({int(path.split("[")[1].split("]")[0]) for path in self._answers if path.startswith(f"{group}[")}))


def holds(name: str, told: Told, index: int | None = 0) -> bool:
    """Return whether a named condition holds."""
    return PREDICATES[name](told, index)


def test_every_condition_says_what_it_reads() -> None:
    assert set(PREDICATES) == set(READS)


@pytest.mark.parametrize(
    ("age", "sex", "expected"),
    [
        (None, None, True),
        (30, "male", False),
        (30, "female", True),
        (30, None, True),
        (11, "female", False),
        (12, "female", True),
        (55, "female", True),
        (56, "female", False),
    ],
)
def test_pregnancy_is_asked_about_where_it_may_be(age: int | None, sex: str | None, expected: bool) -> None:
    told = Told(person__age_years=age, person__sex_for_thresholds=sex)

    assert expected is holds("pregnancy_is_possible", told, None)


def test_effects_of_medicines_are_asked_about_unless_none_was_taken() -> None:
    assert holds("took_a_drug", Told(), None)
    assert holds("took_a_drug", Told().trial(0, kind="psychotherapy").trial(1, kind="combined"), None)
    assert holds("took_a_drug", Told().trial(0, agent="something"), None)
    assert not holds("took_a_drug", Told().trial(0, kind="psychotherapy"), None)
    assert not holds("took_a_drug", Told(**{"interview.any.trials": False}), None)


@pytest.mark.parametrize(
    ("episode", "outcome", "expected"),
    [
        (None, None, True),
        ("current", "non_response", True),
        ("current", "ongoing", True),
        ("current", "full_response", True),
        ("current", "intolerance", False),
        ("previous", "non_response", False),
    ],
)
def test_dose_and_time_are_asked_where_they_can_change_a_finding(episode: str | None, outcome: str | None, expected: bool) -> None:
    assert expected is holds("adequacy_matters", Told().trial(0, episode=episode, outcome=outcome))


@pytest.mark.parametrize(
    ("kind", "weeks", "expected"),
    [
        ("ect", None, True),
        ("ect", 40, True),
        ("psychotherapy", 11.9, True),
        ("psychotherapy", 12, False),
        ("psychotherapy", None, True),
        ("combined", 8, True),
        ("medication", None, False),
        (None, None, False),
    ],
)
def test_sessions_are_asked_where_weeks_do_not_settle_it(kind: str | None, weeks: float | None, expected: bool) -> None:
    assert expected is holds("sessions_matter", Told().trial(0, kind=kind, weeks=weeks))


def test_sessions_of_an_earlier_episode_change_nothing() -> None:
    assert not holds("sessions_matter", Told().trial(0, kind="ect", episode="previous"))


@pytest.mark.parametrize(
    ("episode", "outcome", "expected"),
    [
        (None, None, True),
        ("current", "loss_of_effect", True),
        ("current", "full_response", False),
        ("current", "ongoing", False),
        ("previous", "deterioration", False),
    ],
)
def test_a_failed_treatment_of_this_episode(episode: str | None, outcome: str | None, expected: bool) -> None:
    assert expected is holds("failed_in_this_episode", Told().trial(0, episode=episode, outcome=outcome))


def test_what_got_in_the_way_of_a_full_response_is_asked_of_the_latest_only() -> None:
    told = Told().trial(0, outcome="full_response").trial(1, outcome="full_response").trial(2, outcome="intolerance").trial(3)

    assert [True, False, True, True] == [holds("what_got_in_the_way_matters", told, index) for index in range(4)]


def test_the_gap_is_asked_where_the_same_drug_helped_once_and_failed_once() -> None:
    told = Told().trial(0, agent="venlafaxine", kind="medication", outcome="non_response")
    told.trial(1, agent="venlafaxine", kind="medication", outcome="full_response")
    told.trial(2, agent="sertraline", kind="medication", outcome="non_response")

    assert [True, False, False] == [holds("same_drug_helped_at_another_time", told, index) for index in range(3)]


def test_the_gap_is_not_asked_of_a_therapy_or_without_a_name() -> None:
    therapies = Told().trial(0, agent="cbt", kind="psychotherapy", outcome="non_response")
    therapies.trial(1, agent="cbt", kind="psychotherapy", outcome="full_response")
    nameless = Told().trial(0, kind="medication", outcome="non_response").trial(1, kind="medication", outcome="full_response")

    assert not holds("same_drug_helped_at_another_time", therapies)
    assert not holds("same_drug_helped_at_another_time", nameless)


def test_an_end_is_not_asked_of_what_goes_on() -> None:
    assert not holds("has_ended", Told().trial(0, outcome="ongoing"))
    assert holds("has_ended", Told().trial(0, outcome="intolerance"))
    assert holds("has_ended", Told())


@pytest.mark.parametrize(("kind", "expected"), [("medication", True), ("combined", True), ("ect", False), (None, False)])
def test_a_drug_is_a_medicine_alone_or_with_a_therapy(kind: str | None, expected: bool) -> None:
    assert expected is holds("has_a_drug", Told().trial(0, kind=kind))


def test_the_look_of_another_day_is_open_to_the_engine() -> None:
    assert holds("never_in_order", Told(), None)
