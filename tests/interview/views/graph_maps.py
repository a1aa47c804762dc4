"""Maps that tests draw: a chain, a circle, a star, two parts, and the map of the bundled demonstration."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Final

import interview
from interview.views.graph_model import GraphLink, GraphProblem

Map = tuple[list[GraphProblem], list[GraphLink]]


def named(*ids: str) -> list[GraphProblem]:
    """Return problems whose words are their ids."""
    return [GraphProblem(each, each) for each in ids]


def _map(words: dict[str, str], *links: str) -> Map:
    ends = [link.split(" > ") for link in links]
    return [GraphProblem(each, said) for each, said in words.items()], [GraphLink(source, target) for source, target in ends]


CHAIN: Final = _map(
    {
        "strain": "Strain from work or money",
        "overload": "Stress beyond what can be coped with",
        "sleep": "Poor sleep",
        "energy": "Low energy",
    },
    "strain > overload",
    "overload > sleep",
    "sleep > energy",
)
CIRCLE: Final = _map(
    {"depression": "Depression that goes on", "isolation": "Sees nobody", "aims": "No aims"},
    "depression > isolation",
    "isolation > aims",
    "aims > depression",
)
STAR: Final = _map(
    {
        "depression": "Depression that goes on",
        "sleep": "Poor sleep",
        "wine": "Wine at night",
        "dose": "Sertraline 50 mg stopped at 3 weeks",
        "care": "Caring for her mother",
        "aims": "No aims",
        "thyroid": "Thyroid illness, untreated",
        "energy": "Low energy",
    },
    *(f"{each} > depression" for each in ("sleep", "wine", "dose", "care", "aims", "thyroid")),
    "depression > energy",
)
TWO_PARTS: Final = _map(
    {
        "debts": "Debts",
        "worry": "Worry at night",
        "sleep": "Poor sleep",
        "son": "Quarrels with the son",
        "guilt": "Guilt",
        "tea": "Much tea",
    },
    "debts > worry",
    "worry > sleep",
    "son > guilt",
)
TWO_CIRCLES: Final = _map(
    {
        "alcohol": "Wine at night",
        "insomnia": "Poor sleep",
        "depression": "Depression",
        "isolation": "Sees nobody",
        "strain": "Strain",
        "energy": "Low energy",
    },
    "alcohol > insomnia",
    "insomnia > alcohol",
    "insomnia > depression",
    "depression > isolation",
    "isolation > strain",
    "strain > depression",
    "depression > energy",
)


@cache
def demo() -> Map:
    """Return the map that the clinician of the demonstration confirmed."""
    given = {}
    for line in (Path(interview.__file__).parent / "demo_case.jsonl").read_text(encoding="utf-8").splitlines():
        answer = json.loads(line)
        given[answer.get("link_id")] = answer.get("value")
    problems = [
        GraphProblem(given[f"problems[{at}].id"], given[f"problems[{at}].label"]) for at in range(40) if f"problems[{at}].id" in given
    ]
    links = [GraphLink(given[f"links[{at}].source"], given[f"links[{at}].target"]) for at in range(40) if f"links[{at}].source" in given]
    return problems, links


WHOLE: Final = _map(
    {
        "failed": "Treatments that failed before",
        "overload": "Stress beyond what can be coped with",
        "strain": "Strain from work or money",
        "activity": "Too little physical activity",
        "sleep": "Poor sleep",
        "alcohol": "Alcohol",
        "hope": "Demoralization",
        "demands": "Everyday demands are too much",
        "aims": "No aims",
        "autonomy": "Cannot ask for help",
        "family": "Conflict in the family or with somebody close",
        "isolation": "Isolation",
        "care": "Caring for somebody",
        "energy": "Low energy",
        "depression": "Depression persists",
    },
    "overload > sleep",
    "overload > energy",
    "overload > activity",
    "overload > alcohol",
    "overload > depression",
    "strain > overload",
    "care > overload",
    "family > depression",
    "isolation > depression",
    "isolation > aims",
    "sleep > energy",
    "alcohol > sleep",
    "alcohol > depression",
    "activity > energy",
    "activity > depression",
    "failed > hope",
    "demands > overload",
    "demands > hope",
    "autonomy > family",
)
"""Fifteen problems, nineteen links."""
