"""The lanes: every date no more exact than it was said, and what has none apart."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.trd_core.life_chart.charts import chart, drug, entry, undated
from trd_core.life_chart.model import LANES, Moment
from trd_core.life_chart.moments import counted_back, later, moment


def days(moment: Moment | None) -> tuple[str, str]:
    """Return the first and the last day that a moment may be."""
    assert moment is not None
    return moment.earliest.isoformat(), moment.latest.isoformat()


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [("2024", "2024-01-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29"), ("2024-02-29", "2024-02-29", "2024-02-29")],
)
def test_a_bar_begins_no_more_exactly_than_was_said(said: str, first: str, last: str) -> None:
    bar = entry(chart(trials=[drug(started=said, ended="2025")]), "treatments", "trials.t1")
    assert bar.start is not None
    assert (said, (first, last)) == (bar.start.said, days(bar.start))
    assert (("2025-01-01", "2025-12-31"), False) == (days(bar.end), bar.goes_on)


@pytest.mark.parametrize(
    ("months", "first", "last"),
    [
        (0, "2026-02-15", "2026-03-15"),
        (0.5, "2026-01-15", "2026-03-15"),
        (1, "2026-01-15", "2026-03-15"),
        (8, "2025-06-15", "2025-08-15"),
        (11, "2025-03-15", "2025-05-15"),
        (12, "2024-03-15", "2026-03-15"),
        (13, "2025-01-15", "2025-03-15"),
        (24, "2023-03-15", "2025-03-15"),
    ],
)
def test_a_length_counted_back_is_a_month_wide_on_either_side_and_whole_years_a_year(months: float, first: str, last: str) -> None:
    of = chart(assessed_on="2026-03-15", stress={"sources": [{"kind": "event", "label": "moved", "months_since_onset": months}]})
    mark = entry(of, "events", "stress.sources[0]")
    assert mark.start is not None
    assert ((first, last), True, None) == (days(mark.start), mark.start.counted_back, mark.start.said)
    assert ("event", "moved", True) == (mark.kind, mark.label, mark.mark)


def test_counted_back_from_a_month_it_is_as_wide_as_that_month_too() -> None:
    assert ("2025-06-01", "2025-08-31") == days(counted_back(8, moment("2026-03")))


def test_no_length_is_too_long_for_the_calendar() -> None:
    assert ("0001-01-01", "0001-01-01") == days(counted_back(1e300, moment("2026-03-15")))
    assert ("9999-12-31", "9999-12-31") == days(later(moment("2026-03-15"), 1e300))
    assert dt.date.max == (later(moment("9999"), 5) or Moment(earliest=dt.date.min, latest=dt.date.min)).latest


def test_what_has_no_date_stands_apart_and_says_what_to_ask() -> None:
    of = chart(
        trials=[drug(started=None, ended=None), drug("t2", started=None, ended=None, outcome="ongoing")],
        stress={"sources": [{"kind": "chronic", "months_since_onset": 3}]},
        medical={"conditions": [{"label": "asthma"}], "current_medicines": ["prednisolone"]},
        episodes=[{"id": "e1", "what_helped": "walking"}],
        strengths=[{"id": "s1", "label": "a dog"}],
        toxicity_past={"switch": True},
    )
    assert ["trials.t1", "trials.t2"] == undated(of, "treatments")
    assert ["episode.duration_months", "episodes.e1.started", "toxicity_past.switch"] == undated(of, "mood")
    assert ["stress.sources[0]"] == undated(of, "events")
    assert ["medical.conditions[0]", "medical.current_medicines[0]"] == undated(of, "illness")
    assert ["episodes.e1.what_helped", "strengths.s1"] == undated(of, "helped")
    assert [()] * len(LANES) == [lane.entries for lane in of.lanes]
    asked = {each.id: each.missing for lane in of.lanes for each in lane.undated}
    assert ("trials.t1.started", "trials.t1.ended") == asked["trials.t1"]
    assert ("trials.t2.started",) == asked["trials.t2"]
    assert ("assessed_on",) == asked["stress.sources[0]"]
    assert ("medical.conditions[0].since",) == asked["medical.conditions[0]"]


def test_a_lane_says_which_lists_nobody_asked_for_or_finished() -> None:
    of = chart(trials=[], episodes=[], missing={"episodes": "not_asked"})
    missing = {lane.name: lane.missing for lane in of.lanes}
    assert {
        "treatments": (),
        "mood": ("episodes",),
        "events": ("stress.sources",),
        "illness": ("medical.conditions", "medical.current_medicines", "iatrogenic.medical_drugs"),
        "helped": ("episodes", "strengths"),
    } == missing


def test_the_mood_lane_holds_episodes_responses_relapses_scales_and_acts() -> None:
    of = chart(
        assessed_on="2026-03-15",
        episode={"duration_months": 8},
        episodes=[{"id": "e1", "started": "2019", "ended": "2020-02"}],
        trials=[drug(response_reached="2024-06", relapse_on="2025-01-05")],
        instruments=[{"name": "a scale", "total": 18, "min": 0, "max": 27, "on": "2026-03-01"}],
        safety={"act": True, "act_on": "2025-07"},
    )
    (lane,) = (each for each in of.lanes if each.name == "mood")
    assert [
        ("episodes.e1.started", "earlier_episode"),
        ("trials.t1.response_reached", "response"),
        ("trials.t1.relapse_on", "relapse"),
        ("episode.duration_months", "episode"),
        ("safety.act", "act"),
        ("instruments[0]", "scale"),
    ] == [(each.id, each.kind) for each in lane.entries]
    assert True is entry(of, "mood", "episode.duration_months").goes_on
    assert {"instruments[0].total": 18, "instruments[0].min": 0, "instruments[0].max": 27} == {
        each.path: each.value for each in lane.entries[-1].facts
    }


def test_what_helped_stands_where_its_treatment_or_episode_stands() -> None:
    of = chart(trials=[drug(helped_by=["a kind nurse", "sleep"])], episodes=[{"id": "e1", "started": "2019", "what_helped": "walking"}])
    assert ("walking", ("2019-01-01", "2019-12-31")) == (
        (found := entry(of, "helped", "episodes.e1.what_helped")).label,
        days(found.start),
    )
    assert ("sleep", ("2024-01-15", "2024-01-15")) == ((found := entry(of, "helped", "trials.t1.helped_by[1]")).label, days(found.start))


def test_a_symptom_of_this_episode_without_a_date_is_asked_for() -> None:
    of = chart(
        trials=[drug(outcome="loss_of_effect")],
        toxicity={"withdrawal": True, "switch": True, "paradoxical": False},
        toxicity_details={"switch": {"changed_on": "2025-03"}, "paradoxical": {"onset_days": 2}},
    )
    assert {
        "toxicity.switch": ("toxicity_details.switch.changed_on", "toxicity_details.switch.onset_days"),
        "toxicity.withdrawal": ("toxicity_details.withdrawal.changed_on", "toxicity_details.withdrawal.onset_days"),
        "trials.t1.relapse_on": ("trials.t1.relapse_on",),
    } == {each.entry: each.missing for each in of.ask_when}
    assert ["episode.duration_months", "toxicity.switch", "toxicity.withdrawal", "trials.t1.relapse_on"] == undated(of, "mood")


def test_a_manifestation_that_was_told_and_not_confirmed_says_so() -> None:
    of = chart(toxicity_details={"withdrawal": {"changed_on": "2025-03-01", "onset_days": 4, "lasted_weeks": 2}})
    told = entry(of, "mood", "toxicity.withdrawal")
    assert ("not_confirmed",) == told.flags
    assert ("2025-03-05", "2025-03-05") == days(told.start)
    assert ("2025-03-12", "2025-03-26") == days(told.end), "two weeks, and a week on either side"


def test_under_age_nothing_is_charted() -> None:
    of = chart(person={"age_years": 17}, trials=[drug()])
    assert (("under_age",), (), ()) == (of.flags, of.changes, of.compatible)
    assert all(lane.entries == lane.undated == () for lane in of.lanes)
    assert () == chart(person={"age_years": 18}, trials=[drug()]).flags
