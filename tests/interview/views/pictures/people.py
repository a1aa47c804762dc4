"""Three people who do not exist, for the pictures: little known and no exact date, many years with a dense last one, a second visit."""

from __future__ import annotations

import copy
import datetime as dt
import random
from typing import Any

from tests.second.generator import random_case
from trd_core.case import Case
from trd_core.reading import case_of

SPARSE: dict[str, Any] = {
    "subject": "S-2",
    "assessed_on": "2026-05",
    "trials": [
        {"id": "t1", "kind": "medication", "agent": "sertraline", "dose_mg": 50, "started": "2024"},
        {"id": "t2", "kind": "psychotherapy", "agent": "cbt", "ended": "2025-03"},
        {"id": "t3", "kind": "medication", "agent": "mirtazapine", "outcome": "ongoing"},
    ],
    "stress": {"sources": [{"kind": "event", "label": "the move"}]},
    "toxicity": {"withdrawal": True},
    "wellbeing": {"autonomy": {"level": "excessive"}, "flexibility": "partial"},
    "missing": {"wellbeing.self_acceptance.level": "declined", "trials": "not_asked"},
}
"""A year, a month, an end without a beginning, things without a date, lists that are not finished."""

DENSE: dict[str, Any] = {
    "subject": "S-3",
    "assessed_on": "2026-05-04",
    "visit": "baseline",
    "episode": {"duration_months": 11, "residual_symptoms": True, "major_symptoms": True},
    "episodes": [
        {"id": "e1", "started": "1991", "ended": "1992-05", "what_helped": "Time away at my sister's"},
        {"id": "e2", "started": "2008-09-12", "ended": "2009"},
    ],
    "trials": [
        {
            "id": "t1",
            "kind": "medication",
            "agent": "amitriptyline",
            "dose_mg": 75,
            "started": "1991-10",
            "ended": "1992",
            "episode": "previous",
        },
        {"id": "t2", "kind": "medication", "agent": "sertraline", "dose_mg": 100, "started": "2025-07-01", "ended": "2025-09-15"},
        {"id": "t3", "kind": "medication", "agent": "venlafaxine", "dose_mg": 37.5, "started": "2025-09-20", "ended": "2025-11-30"},
        {"id": "t4", "kind": "medication", "agent": "venlafaxine", "dose_mg": 150, "started": "2025-12-01", "ended": "2026-02-10"},
        {
            "id": "t5",
            "kind": "psychotherapy",
            "agent": "ipt",
            "started": "2025-10",
            "ended": "2026-01-20",
            "helped_by": ["Being asked first"],
        },
        {"id": "t6", "kind": "medication", "agent": "pramipexole", "dose_mg": 0.125, "started": "2026-02-20", "outcome": "ongoing"},
    ],
    "instruments": [
        {"name": "PHQ-9", "total": 19, "min": 0, "max": 27, "on": "2025-09-01"},
        {"name": "PHQ-9", "total": 14, "min": 0, "max": 27, "on": "2026-02-01"},
    ],
    "toxicity": {"withdrawal": True, "loss_of_effect": True},
    "toxicity_details": {
        "withdrawal": {"agent": "sertraline", "change": "stopped", "changed_on": "2025-09-15", "onset_days": 3, "new_symptoms": True}
    },
    "stress": {
        "sources": [
            {"kind": "event", "label": "Closing of the mill, 240 people out of work", "months_since_onset": 12},
            {"kind": "chronic", "label": "Care for a father of 91", "months_since_onset": 30},
        ]
    },
    "relationships": {"grief": True, "grief_months": 8},
    "medical": {"conditions": [{"label": "Underactive thyroid", "since": "2019"}], "current_medicines": ["levothyroxine"]},
    "iatrogenic": {"medical_drugs": []},
    "strengths": [{"id": "s1", "label": "Sings in a choir"}],
    "safety": {"act": True, "act_on": "2025-08"},
    "wellbeing": {
        "environmental_mastery": {"level": "impaired", "example": "The post stays in its envelopes"},
        "personal_growth": {"level": "balanced"},
        "purpose_in_life": {"level": "impaired"},
        "autonomy": {"level": "excessive"},
        "self_acceptance": {"level": "impaired"},
        "positive_relations": {"level": "balanced"},
        "flexibility": "absent",
        "consistency": "partial",
        "resilience": "present",
        "feels_well": False,
        "only_passing_distress": False,
    },
    "kellner": 6,
    "kellner_reference": "2026-02-20",
    "lifestyle": {"smoking": "current"},
    "problems": [
        {"id": "low_mood", "label": "Low mood", "area": "psychiatric", "severity": 3, "burden": 2, "impairment": 2, "urgency": 2},
        {"id": "insomnia", "label": "Short, broken nights", "area": "lifestyle", "severity": 2, "burden": 2, "impairment": 1, "urgency": 1},
        {"id": "p1", "label": "The mill, 240 jobs", "area": "stress", "severity": 1, "burden": 3, "impairment": 1, "urgency": 1},
    ],
    "links": [{"source": "insomnia", "target": "low_mood", "strength": 0.5}, {"source": "low_mood", "target": "insomnia"}],
}
"""Decades, and most of what is dated in the last year."""

LATER: dict[str, Any] = {
    **copy.deepcopy(DENSE),
    "assessed_on": "2026-09-01",
    "visit": "follow_up",
    "kellner": 3,
    "lifestyle": {},
    "problems": [
        {"id": "insomnia", "label": "Short, broken nights", "area": "lifestyle", "severity": 3, "burden": 2, "impairment": 3, "urgency": 3},
        {"id": "low_mood", "label": "Low mood", "area": "psychiatric", "severity": 1, "burden": 1, "impairment": 1, "urgency": 2},
        {
            "id": "wine",
            "label": "Wine to come down at night",
            "area": "lifestyle",
            "severity": 1,
            "burden": 1,
            "impairment": 1,
            "urgency": 0,
        },
    ],
    "links": [{"source": "wine", "target": "insomnia"}, {"source": "insomnia", "target": "low_mood", "strength": 0.8}],
}
"""Four months after `DENSE`."""

UNKNOWN_SHARES = (0.1, 0.3, 0.6)
AGENTS = ("sertraline", "venlafaxine", "cbt", "zoracetin")


def _date(chance: random.Random) -> str | None:
    """A day, a month, a year, or nothing; mostly of the last years."""
    if chance.random() < 0.3:
        return None
    day = dt.date(2026, 5, 1) - dt.timedelta(days=int(chance.choice((200, 900, 15_000)) * chance.random()))
    return day.isoformat()[: chance.choice((4, 7, 10))]


def dated_case(seed: int) -> Case:
    """Return a case at random in which much has a date, as exact or inexact as it comes."""
    chance = random.Random(seed)
    given = random_case(chance, UNKNOWN_SHARES[seed % len(UNKNOWN_SHARES)])
    given["person"] = {"age_years": 50}
    for group in ("trials", "episodes"):
        one = group[0]
        given[group] = [
            {"id": f"{one}{index}", "started": begun, "ended": _date(chance) if begun is None else None}
            for index, begun in enumerate(_date(chance) for _ in range(chance.randint(0, 6)))
        ]
    for trial in given["trials"]:
        trial |= {"kind": chance.choice(("medication", "psychotherapy", None)), "agent": chance.choice((*AGENTS, None))}
        trial |= {"dose_mg": chance.choice((None, 0.125, 50, 37.5)), "outcome": chance.choice((None, "ongoing", "non_response"))}
        if trial["started"] is not None and len(trial["started"]) == 10 and chance.random() < 0.5 and trial["outcome"] != "ongoing":
            trial["ended"] = (dt.date.fromisoformat(trial["started"]) + dt.timedelta(days=chance.randint(1, 400))).isoformat()
    given["latest_trial"] = None
    given["medical"] = {"conditions": [{"label": "asthma", "since": _date(chance)} for _ in range(chance.randint(0, 2))]}
    given["stress"] = {
        "sources": [
            {"kind": chance.choice(("event", "chronic")), "label": "the move", "months_since_onset": chance.choice((None, 3, 24, 300))}
            for _ in range(chance.randint(0, 4))
        ]
    }
    given["instruments"] = [{"name": "PHQ-9", "total": 9, "min": 0, "max": 27, "on": _date(chance)} for _ in range(chance.randint(0, 2))]
    given["toxicity"] = {"withdrawal": True}
    given["toxicity_details"] = {"withdrawal": {"agent": "sertraline", "change": "stopped", "changed_on": _date(chance), "onset_days": 4}}
    given["safety"] = {"act": chance.choice((None, True, False))}
    given["assessed_on"] = chance.choice((None, "2026", "2026-05", "2026-05-01"))
    given["missing"] = {}
    return case_of(given)
