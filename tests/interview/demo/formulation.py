"""What the clinician makes of the demonstration person: problems confirmed, rated and linked, one proposal turned down, and the end."""

from __future__ import annotations

from typing import Any

Line = dict[str, Any]

RATINGS = ("severity", "burden", "impairment", "urgency", "modifiability", "patient_priority")

PROBLEMS: tuple[tuple[str, str, str, str, tuple[int, int, int, int, int, int], bool], ...] = (
    ("suicidal_risk", "Wish not to wake up", "safety", "other", (1, 2, 1, 3, 2, 1), True),
    ("depression", "Depression that goes on", "psychiatric", "syndrome", (2, 3, 2, 2, 2, 2), True),
    ("allostatic_overload", "More strain than she can bear", "stress", "syndrome", (2, 2, 2, 2, 2, 2), True),
    ("caregiving", "Looking after her mother alone", "relationships", "other", (2, 3, 2, 2, 1, 1), True),
    ("insomnia", "Short, broken nights", "lifestyle", "syndrome", (2, 2, 2, 2, 2, 3), True),
    ("alcohol", "Wine to come down at night", "lifestyle", "other", (1, 1, 1, 1, 3, 0), True),
    ("demoralization", "Feeling that she has failed each treatment", "illness_behavior", "syndrome", (2, 2, 1, 1, 2, 1), True),
    ("isolation", "Nobody to confide in", "relationships", "other", (2, 2, 1, 1, 2, 2), True),
    ("excessive_autonomy", "Does not ask for help", "wellbeing", "other", (1, 1, 2, 1, 2, 0), True),
)
"""Id, label, area, kind, ratings in the order of `RATINGS`, treatment available."""

LINKS: tuple[tuple[str, str, float, str, str, str | None, tuple[str, ...]], ...] = (
    (
        "caregiving",
        "allostatic_overload",
        0.75,
        "high",
        "The strain began with the care and grew with it.",
        "caregiving",
        ("stress.sources[0].theme",),
    ),
    (
        "allostatic_overload",
        "insomnia",
        0.75,
        "moderate",
        "The nights went after the care began.",
        "allostatic_overload",
        ("stress.sleep_worsened_after",),
    ),
    (
        "allostatic_overload",
        "depression",
        0.5,
        "moderate",
        "Low mood followed about a year later.",
        "allostatic_overload",
        ("stress.exceeds_coping",),
    ),
    ("insomnia", "alcohol", 0.5, "moderate", "She drinks in order to fall asleep.", "insomnia", ("lifestyle.alcohol_to_cope",)),
    ("alcohol", "insomnia", 0.5, "moderate", "Sleep after wine is light and breaks.", None, ("lifestyle.alcohol_to_cope",)),
    (
        "insomnia",
        "depression",
        0.5,
        "moderate",
        "After a bad night the day is clearly worse.",
        None,
        ("lifestyle.poor_nights_precede_poor_days",),
    ),
    ("depression", "isolation", 0.5, "moderate", "She left the choir when the mood fell.", "depression", ("relationships.confidant",)),
    (
        "isolation",
        "depression",
        0.5,
        "low",
        "With nobody to tell, nothing lifts it.",
        None,
        ("relationships.confidant", "relationships.lonely"),
    ),
    (
        "demoralization",
        "depression",
        0.25,
        "low",
        "Each treatment that did not do what was promised took some hope.",
        None,
        ("illness_behavior.hopeless",),
    ),
    ("excessive_autonomy", "caregiving", 0.5, "low", "She does not let others take a share.", None, ("wellbeing.autonomy.level",)),
)
"""Source, target, strength, certainty, rationale, which came first, evidence."""

REJECTED: tuple[Line, ...] = (
    {
        "link_id": "formulation.rejected",
        "value": {"proposal": "caffeine", "reason": "Coffee keeps her going by day; the nights come first."},
    },
)

ENDING: tuple[Line, ...] = (
    {"link_id": "session.phase", "value": "reviewing"},
    {
        "link_id": "session.safety_acknowledged",
        "value": {
            "by": "Demo clinician",
            "seen_by": "Demo clinician",
            "means_addressed": True,
            "contact": "her brother, and the clinic's own number",
            "next_review": "2026-03-09",
        },
    },
    {"link_id": "session.phase", "value": "closed"},
)


def lines() -> list[Line]:
    """Return the lines of the formulation, in the order in which a clinician would give them."""
    given: list[Line] = [{"link_id": "session.phase", "value": "formulating"}]
    for index, (identifier, label, area, kind, ratings, available) in enumerate(PROBLEMS):
        facts: dict[str, Any] = {"id": identifier, "label": label, "area": area, "kind": kind, "by": "clinician"}
        facts |= dict(zip(RATINGS, ratings, strict=True)) | {"treatment_available": available}
        given += [{"link_id": f"problems[{index}].{name}", "value": value} for name, value in facts.items()]
    for index, (source, target, strength, certainty, rationale, first, evidence) in enumerate(LINKS):
        facts = {"source": source, "target": target, "strength": strength, "certainty": certainty, "rationale": rationale}
        facts |= {"which_first": first} if first else {}
        facts |= {"evidence": list(evidence), "by": "clinician"}
        given += [{"link_id": f"links[{index}].{name}", "value": value} for name, value in facts.items()]
    return [*given, *REJECTED, *ENDING]
