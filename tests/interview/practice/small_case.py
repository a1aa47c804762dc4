"""A case of a few answers, to be changed by tests, and turns as an ear would hear them."""

from __future__ import annotations

from typing import Any

from interview.engine.practice_turns import Form, Heard
from interview.practice.patient.case_file import CaseFile

OTHERS = [
    "mood", "anhedonia", "appetite", "energy", "concentration", "onset", "episodes", "means", "mania", "current_meds", "past_trials",
    "therapy", "side_effects", "medical", "work", "living", "relationship", "alcohol",
]  # fmt: skip
OPEN = Form(question=True, open=True)
CLOSED = Form(question=True, open=False)
LEADING = Form(question=True, open=False, leading=True)


def heard(topic: str | None, form: Form = OPEN, text: str = "and that?") -> Heard:
    """Return a turn heard as one topic, or as none."""
    chosen = (topic,) if topic else ()
    return Heard(text=text, repaired=text, chosen=chosen, action="answer" if topic else "unsure", form=form)


def table(style: str = "plain") -> dict[str, Any]:
    """Return a whole case file as data."""
    answers: list[dict[str, Any]] = [
        {
            "topic": "sleep",
            "says": "I wake at four.",
            "facts": ["lifestyle.sleep_hours"],
            "more": [{"says": "Then I lie there."}, {"says": "Until six."}],
            "why": {"says": "The bins go at four."},
            "when": {"says": "Since May."},
            "cue": {"feeling": "tired", "words": ["tired", "worn"]},
        },
        {"topic": "adherence", "level": 3, "says": "I miss half of them.", "short": "I take them.", "denies": "Every day, yes."},
        {"topic": "stress", "level": 1, "says": "My brother owes me money.", "short": "This and that."},
        {"topic": "loss_grief", "level": 2, "says": "Mum died in March.", "short": "It has been a year.", "agrees": "Yes, I suppose."},
        {"topic": "suicide", "level": 3, "says": "I think of it most nights.", "short": "I get low.", "denies": "No, nothing like that."},
        {"topic": "money", "says": "He never paid it back.", "after": "stress"},
        {"topic": "money", "says": "We manage."},
    ]
    answers += [{"topic": topic, "says": f"There is not much to say about {topic.replace('_', ' ')}."} for topic in OTHERS]
    rating = {"severity": 1, "burden": 1, "impairment": 1, "urgency": 1, "modifiability": 1, "because": "It was said."}
    return {
        "id": "small",
        "title": "A small case",
        "order": 1,
        "lesson": "The hidden lesson of it.",
        "unsure": ["Sorry?", "How do you mean?"],
        "nothing_more": ["That is all.", "No more than that."],
        "other": ["I never thought about it.", "I couldn't say."],
        "listens": ["Yes.", "Mm.", "Right."],
        "person": {
            "name": "Ann", "age": 50, "occupation": "baker", "style": style, "introduction": "Ann is a baker.", "opening": "Hello.",
            "goodbye": "Thank you.",
        },
        "answers": answers,
        "key": {
            "answers": {"interview.consent": True, "lifestyle.sleep_hours": 5},
            "ratings": [],
            "problems": [
                {"id": name, "label": name.title(), "area": "stress", **rating} for name in ("debt", "brother", "nights")
            ],
            "links": [{"source": "debt", "target": "nights", "because": "B."}, {"source": "brother", "target": "debt", "because": "C."}],
            "hierarchy": ["brother", "debt", "nights"],
            "must_ask": ["suicide", "sleep", "stress", "money", "adherence"],
            "disproof": ["mania"],
            "expected": {},
            "explaining": {"partial_targets": "Only the mood.", "own_part": "Sleep.", "words": ["brother", "bins"]},
        },
    }  # fmt: skip


def small(style: str = "plain", **changes: Any) -> CaseFile:
    """Return the case, with top-level parts changed."""
    import json

    return CaseFile.model_validate_json(json.dumps({**table(style), **changes}))
