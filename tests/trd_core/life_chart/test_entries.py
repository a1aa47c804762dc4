"""Each entry of the chart, whole: what it shows, from when to when, what is known beside it, and what is to be asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd_core.life_chart.charts import chart, drug, entry
from trd_core.life_chart.model import Entry, LifeChart, Moment

WITHDRAWAL = {"agent": "paroxetine", "change": "reduced", "onset_days": 3, "lasted_weeks": 2, "new_symptoms": True}
TOLD: dict[str, Any] = {
    "episodes": [{"id": "e1", "what_helped": "walking"}],
    "toxicity": {"withdrawal": True},
    "toxicity_past": {"paradoxical": True},
    "iatrogenic": {"medical_drugs": ["interferon"]},
    "strengths": [{"id": "s1", "label": "a dog"}],
}
DATED = {
    **TOLD,
    "assessed_on": "2026-03-15",
    "episode": {"duration_months": 8},
    "episodes": [{"id": "e1", "started": "2019", "ended": "2020-02", "what_helped": "walking"}],
    "trials": [
        drug(weeks=50, outcome="loss_of_effect", response_reached="2024-06", relapse_on="2025-01-05", helped_by=["sleep"]),
        {"id": "t2", "kind": "psychotherapy", "agent": "cbt", "started": "2025-06", "outcome": "ongoing", "episode": "current"},
    ],
    "toxicity_details": {"withdrawal": {**WITHDRAWAL, "changed_on": "2025-02-01"}},
    "instruments": [{"name": "a scale", "total": 18, "min": 0, "max": 27, "on": "2026-03-01"}],
    "safety": {"act": True, "act_on": "2025-07"},
    "stress": {
        "sources": [
            {"kind": "event", "label": "moved", "theme": "housing", "months_since_onset": 3},
            {"kind": "chronic", "label": "debts", "months_since_onset": 24},
        ]
    },
    "relationships": {"grief": True, "grief_months": 5, "role_transition": True},
    "medical": {"conditions": [{"label": "asthma", "since": "2010"}], "current_medicines": ["prednisolone"]},
}
UNDATED = {
    **TOLD,
    "trials": [drug(started=None, ended=None, outcome="loss_of_effect", helped_by=["sleep"])],
    "toxicity_details": {"withdrawal": WITHDRAWAL},
    "instruments": [{"name": "a scale"}],
    "safety": {"act": True},
    "stress": {"sources": [{"kind": "event", "label": "moved"}, {"kind": "chronic", "months_since_onset": 24}]},
    "relationships": {"grief": True, "role_transition_months": 7},
    "medical": {"conditions": [{"label": "asthma"}], "current_medicines": ["prednisolone"]},
}


def span(when: Moment | None) -> str | None:
    """Return a moment as text: from its first to its last day, with a tilde where it was counted back."""
    return None if when is None else f"{'~' if when.counted_back else ''}{when.earliest}..{when.latest}"


def row(shown: Entry) -> tuple[Any, ...]:
    """Return what an entry shows: what and called how, bar or mark, whether it goes on, from when, until when."""
    return shown.id, shown.kind, shown.label, "mark" if shown.mark else "bar", shown.goes_on, span(shown.start), span(shown.end)


def rows(of: LifeChart, lane: str, *, dated: bool) -> list[tuple[Any, ...]]:
    """Return the entries of a lane, in their order."""
    (found,) = (each for each in of.lanes if each.name == lane)
    assert all(each.lane == lane for each in (*found.entries, *found.undated))
    return [row(each) for each in (found.entries if dated else found.undated)]


EARLIER, LATER = "2019-01-01..2019-12-31", "2020-02-01..2020-02-29"
BEGUN, ENDED = "2024-01-15..2024-01-15", "2025-03-01..2025-03-01"


@pytest.mark.parametrize(
    ("lane", "expected"),
    [
        (
            "treatments",
            [
                ("trials.t1", "treatment", "paroxetine", "bar", False, BEGUN, ENDED),
                ("toxicity_details.withdrawal", "drug_change", "paroxetine", "mark", None, "2025-02-01..2025-02-01", None),
                ("trials.t2", "treatment", "cbt", "bar", True, "2025-06-01..2025-06-30", None),
            ],
        ),
        (
            "mood",
            [
                ("episodes.e1.started", "earlier_episode", None, "bar", False, EARLIER, LATER),
                ("trials.t1.response_reached", "response", "paroxetine", "mark", None, "2024-06-01..2024-06-30", None),
                ("trials.t1.relapse_on", "relapse", None, "mark", None, "2025-01-05..2025-01-05", None),
                ("toxicity.withdrawal", "manifestation", None, "bar", None, "2025-02-04..2025-02-04", "2025-02-11..2025-02-25"),
                ("episode.duration_months", "episode", None, "bar", True, "~2025-06-15..2025-08-15", None),
                ("safety.act", "act", None, "mark", None, "2025-07-01..2025-07-31", None),
                ("instruments[0]", "scale", "a scale", "mark", None, "2026-03-01..2026-03-01", None),
            ],
        ),
        (
            "events",
            [
                ("stress.sources[1]", "strain", "debts", "bar", None, "~2023-03-15..2025-03-15", None),
                ("relationships.grief_months", "grief", None, "mark", None, "~2025-09-15..2025-11-15", None),
                ("stress.sources[0]", "event", "moved", "mark", None, "~2025-11-15..2026-01-15", None),
            ],
        ),
        ("illness", [("medical.conditions[0]", "illness", "asthma", "bar", None, "2010-01-01..2010-12-31", None)]),
        (
            "helped",
            [
                ("episodes.e1.what_helped", "helped", "walking", "bar", None, EARLIER, LATER),
                ("trials.t1.helped_by[0]", "helped", "sleep", "bar", None, BEGUN, ENDED),
            ],
        ),
    ],
)
def test_what_has_a_date_stands_on_the_calendar_in_the_order_of_time(lane: str, expected: list[tuple[Any, ...]]) -> None:
    assert expected == rows(chart(**DATED), lane, dated=True)


@pytest.mark.parametrize(
    ("lane", "expected"),
    [
        (
            "treatments",
            [
                ("toxicity_details.withdrawal", "drug_change", "paroxetine", "mark", None, None, None),
                ("trials.t1", "treatment", "paroxetine", "bar", None, None, None),
            ],
        ),
        (
            "mood",
            [
                ("episode.duration_months", "episode", None, "bar", True, None, None),
                ("episodes.e1.started", "earlier_episode", None, "bar", False, None, None),
                ("instruments[0]", "scale", "a scale", "mark", None, None, None),
                ("safety.act", "act", None, "mark", None, None, None),
                ("toxicity.withdrawal", "manifestation", None, "bar", None, None, None),
                ("toxicity_past.paradoxical", "manifestation", None, "mark", None, None, None),
                ("trials.t1.relapse_on", "relapse", None, "mark", None, None, None),
            ],
        ),
        (
            "events",
            [
                ("relationships.grief_months", "grief", None, "mark", None, None, None),
                ("relationships.role_transition_months", "role_transition", None, "mark", None, None, None),
                ("stress.sources[0]", "event", "moved", "mark", None, None, None),
                ("stress.sources[1]", "strain", None, "bar", None, None, None),
            ],
        ),
        (
            "illness",
            [
                ("iatrogenic.medical_drugs[0]", "medicine_that_may_contribute", "interferon", "bar", None, None, None),
                ("medical.conditions[0]", "illness", "asthma", "bar", None, None, None),
                ("medical.current_medicines[0]", "medicine", "prednisolone", "bar", True, None, None),
            ],
        ),
        (
            "helped",
            [
                ("episodes.e1.what_helped", "helped", "walking", "bar", None, None, None),
                ("strengths.s1", "strength", "a dog", "bar", None, None, None),
                ("trials.t1.helped_by[0]", "helped", "sleep", "bar", None, None, None),
            ],
        ),
    ],
)
def test_what_has_no_date_stands_apart_in_the_order_of_its_path(lane: str, expected: list[tuple[Any, ...]]) -> None:
    of = chart(**UNDATED)
    assert expected == rows(of, lane, dated=False)
    assert [] == rows(of, lane, dated=True)


def test_what_is_to_be_asked_of_what_has_no_date() -> None:
    asked = {each.id: each.missing for lane in chart(**UNDATED).lanes for each in lane.undated if each.missing}
    changed = ("toxicity_details.withdrawal.changed_on",)
    assert {
        "toxicity_details.withdrawal": changed,
        "trials.t1": ("trials.t1.started", "trials.t1.ended"),
        "episode.duration_months": ("episode.duration_months", "assessed_on"),
        "episodes.e1.started": ("episodes.e1.started", "episodes.e1.ended"),
        "instruments[0]": ("instruments[0].on",),
        "safety.act": ("safety.act_on",),
        "toxicity.withdrawal": changed,
        "trials.t1.relapse_on": ("trials.t1.relapse_on",),
        "relationships.grief_months": ("relationships.grief_months",),
        "relationships.role_transition_months": ("assessed_on",),
        "stress.sources[0]": ("stress.sources[0].months_since_onset",),
        "stress.sources[1]": ("assessed_on",),
        "medical.conditions[0]": ("medical.conditions[0].since",),
    } == asked
    asked = {each.id: each.missing for lane in chart(**DATED).lanes for each in (*lane.entries, *lane.undated) if each.missing}
    assert {"relationships.role_transition_months": ("relationships.role_transition_months",)} == asked


def test_what_is_known_beside_its_dates() -> None:
    of = chart(**DATED)
    withdrawal = {f"toxicity_details.withdrawal.{name}": value for name, value in WITHDRAWAL.items()}
    told = {"agent": "paroxetine", "change": "reduced", "changed_on": "2025-02-01"}
    known = {
        ("treatments", "trials.t1"): {
            "trials.t1.kind": "medication",
            "trials.t1.agent": "paroxetine",
            "trials.t1.dose_mg": 20,
            "trials.t1.weeks": 50,
            "trials.t1.outcome": "loss_of_effect",
            "trials.t1.episode": "current",
        },
        ("treatments", "toxicity_details.withdrawal"): {f"toxicity_details.withdrawal.{name}": value for name, value in told.items()},
        ("mood", "trials.t1.relapse_on"): {"trials.t1.relapse_on": "2025-01-05"},
        ("mood", "toxicity.withdrawal"): {
            "toxicity.withdrawal": True,
            **withdrawal,
            "toxicity_details.withdrawal.changed_on": "2025-02-01",
        },
        ("mood", "episode.duration_months"): {"episode.duration_months": 8, "assessed_on": "2026-03-15"},
        ("mood", "episodes.e1.started"): {},
        ("mood", "instruments[0]"): {"instruments[0].total": 18, "instruments[0].min": 0, "instruments[0].max": 27},
        ("events", "stress.sources[0]"): {
            "stress.sources[0].kind": "event",
            "stress.sources[0].theme": "housing",
            "stress.sources[0].months_since_onset": 3,
        },
        ("events", "relationships.grief_months"): {"relationships.grief_months": 5},
    }
    for (lane, identifier), expected in known.items():
        assert expected == {each.path: each.value for each in entry(of, lane, identifier).facts}, identifier


def test_what_was_told_and_not_confirmed_or_belongs_to_earlier_says_so() -> None:
    flags = {each.id: each.flags for lane in chart(**DATED).lanes for each in (*lane.entries, *lane.undated) if each.flags}
    assert {"toxicity_past.paradoxical": ("earlier",)} == flags
    told = chart(safety={"act_on": "2025-07"}, toxicity_details={"switch": {"changed_on": "2025-02"}})
    assert {"safety.act": ("not_confirmed",), "toxicity.switch": ("not_confirmed",)} == {
        each.id: each.flags for lane in told.lanes for each in (*lane.entries, *lane.undated) if each.flags
    }
    denied = chart(safety={"act": False, "act_on": "2025-07"}, toxicity={"switch": False}, toxicity_details={"switch": {"onset_days": 2}})
    assert not {"safety.act", "toxicity.switch"} & {each.id for lane in denied.lanes for each in (*lane.entries, *lane.undated)}
