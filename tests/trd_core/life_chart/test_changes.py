"""Changes of drugs: a stop, a change of dose, or not known which; and one change told twice."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd_core.life_chart.charts import chart, drug
from trd_core.life_chart.model import LifeChart


def kinds(of: LifeChart) -> dict[str, str | None]:
    """Return what was done, by the change's id."""
    return {each.id: each.change for each in of.changes}


def two(**second: Any) -> list[dict[str, Any]]:
    """Return paroxetine until the first of June 2024, and a second treatment."""
    return [drug("t1", ended="2024-06-01"), drug("t2", **{"started": "2024-06-01", "dose_mg": 40, **second})]


def test_a_treatment_is_a_start_and_a_stop() -> None:
    assert {"trials.t1.started": "started", "trials.t1.ended": "stopped"} == kinds(chart(trials=[drug()]))


@pytest.mark.parametrize(("dose", "expected"), [(19, "reduced"), (21, "increased"), (None, None)])
def test_the_same_drug_at_another_dose_is_a_change_of_dose_and_no_stop(dose: float | None, expected: str | None) -> None:
    of = chart(trials=two(dose_mg=dose))
    assert {"trials.t1.started": "started", "trials.t2.started": expected, "trials.t2.ended": "stopped"} == kinds(of)
    (change,) = (each for each in of.changes if each.id == "trials.t2.started")
    assert ("same_drug_goes_on",) == change.flags
    assert (("trials.t2.dose_mg",) if dose is None else ()) == change.missing


def test_the_same_dose_going_on_is_no_change() -> None:
    assert {"trials.t1.started": "started", "trials.t2.ended": "stopped"} == kinds(chart(trials=two(dose_mg=20)))


@pytest.mark.parametrize(("started", "expected"), [("2024-06-14", None), ("2024-06-15", "stopped"), ("2024-06-16", "stopped")])
def test_two_weeks_without_the_drug_are_a_stop(started: str, expected: str | None) -> None:
    assert expected == kinds(chart(trials=two(started=started))).get("trials.t1.ended")


@pytest.mark.parametrize(("started", "expected"), [("2024-07-05", None), ("2024-07-06", "stopped")])
def test_five_weeks_without_fluoxetine_are_a_stop(started: str, expected: str | None) -> None:
    trials = [{**each, "agent": "fluoxetine"} for each in two(started=started)]
    assert expected == kinds(chart(trials=trials)).get("trials.t1.ended")


@pytest.mark.parametrize("second", [{"started": "2024-06"}, {"started": None}, {"agent": None}], ids=["only a month", "no date", "no name"])
def test_where_it_may_have_gone_on_what_was_done_is_not_known(second: dict[str, Any]) -> None:
    of = chart(trials=two(**second))
    assert None is kinds(of)["trials.t1.ended"]
    (change,) = (each for each in of.changes if each.id == "trials.t1.ended")
    assert ("same_drug_may_go_on",) == change.flags
    assert "trials.t2.drug_free_weeks_before" in change.missing


def test_weeks_without_it_that_were_told_settle_that_it_was_a_stop() -> None:
    assert "stopped" == kinds(chart(trials=two(started=None, drug_free_weeks_before=2)))["trials.t1.ended"]
    assert None is kinds(chart(trials=two(started=None, drug_free_weeks_before=1.9)))["trials.t1.ended"]


def test_a_month_that_ends_two_weeks_later_may_have_been_a_stop() -> None:
    """From the 17th to some day of the same month: at most two weeks."""
    trials = [drug("t1", ended="2024-05-17"), drug("t2", started="2024-05", dose_mg=40)]
    assert None is kinds(chart(trials=trials))["trials.t1.ended"]
    sure = [drug("t1", ended="2024-05-18"), drug("t2", started="2024-05", dose_mg=40)]
    assert "trials.t1.ended" not in kinds(chart(trials=sure))


def test_a_treatment_of_an_earlier_episode_does_not_go_on_after_one_of_this() -> None:
    assert "stopped" == kinds(chart(trials=two(started=None, episode="previous")))["trials.t1.ended"]
    assert None is kinds(chart(trials=two(started=None, episode=None)))["trials.t1.ended"]


def test_a_stop_that_fits_two_treatments_stays_one_of_its_own() -> None:
    twice = [drug(each, started="2019", ended="2025", drug_free_weeks_before=10) for each in ("t1", "t2")]
    detail = {"agent": "paroxetine", "change": "stopped", "changed_on": "2025-03-10", "onset_days": 3}
    of = chart(trials=twice, toxicity={"withdrawal": True}, toxicity_details={"withdrawal": detail})
    assert {"trials.t1.ended": "stopped", "trials.t2.ended": "stopped", "toxicity_details.withdrawal": "stopped"} == {
        name: kind for name, kind in kinds(of).items() if kind == "stopped"
    }


def test_another_drug_says_nothing_about_a_stop() -> None:
    assert "stopped" == kinds(chart(trials=two(agent="sertraline")))["trials.t1.ended"]


def test_one_stop_told_twice_is_one_change_at_the_more_exact_date() -> None:
    detail = {"agent": "Paroxetine", "change": "stopped", "changed_on": "2025-03-10", "onset_days": 3}
    of = chart(trials=[drug(ended="2025")], toxicity={"withdrawal": True}, toxicity_details={"withdrawal": detail})
    assert {"trials.t1.started": "started", "trials.t1.ended": "stopped"} == kinds(of)
    stop = of.changes[1]
    assert stop.on is not None
    assert (("told_twice",), "2025-03-10", stop.on.latest) == (stop.flags, stop.on.said, stop.on.earliest)


@pytest.mark.parametrize(
    "detail",
    [{"changed_on": "2024-03-10"}, {"change": "reduced"}, {"agent": "sertraline"}, {"agent": None}, {"change": None}],
    ids=["another date", "another change", "another drug", "no name", "not told what"],
)
def test_what_may_be_another_change_stays_one_of_its_own(detail: dict[str, Any]) -> None:
    whole = {"agent": "paroxetine", "change": "stopped", "changed_on": "2025-03-10", "onset_days": 3, **detail}
    given = {name: value for name, value in whole.items() if value is not None}
    of = chart(trials=[drug(ended="2025")], toxicity={"withdrawal": True}, toxicity_details={"withdrawal": given})
    assert "toxicity_details.withdrawal" in kinds(of)
    assert "trials.t1.ended" in kinds(of)
