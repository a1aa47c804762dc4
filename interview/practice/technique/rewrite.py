"""One other way to put a line of the trainee's: open, neutral and single, on the same topic; and one way to take up a cue.

It never invents a fact: it knows the topics of the line and the person's own word for a feeling, and nothing else. What it proposes is
said to the person in the simulation, so it is in the language of the cases and belongs to no catalogue.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from interview.engine.practice_turns import Cue, Form
from interview.practice.technique.feelings import family_of, fits_after_feel
from interview.practice.technique.topic_questions import CLOSED_FITS, TOPIC_QUESTIONS
from trd_core.text import clean

Fault = Literal["leading", "double", "closed"]

WITHOUT_TOPIC: Final[dict[Fault, str]] = {
    "leading": "How do you see it yourself?",
    "double": "Let me take one thing at a time. What can you tell me about it?",
    "closed": "Can you tell me more about that?",
}
"""What fits where the topic of a line is not known."""


class Rewrite(BaseModel):
    """One other way to put a line."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    fault: Fault
    """What the line is put in another way for; the one that costs most where there are several."""
    topic: str | None
    suggestion: str
    then: tuple[str, ...] = ()
    """What to ask after it is answered: the line's other topics, one question each."""


def fault_of(form: Form, topics: Sequence[str] = ()) -> Fault | None:
    """Return what is worth putting in another way, or None. Where a direct question is right, as on suicide, closed is no fault."""
    if not form.question:
        return None
    if form.leading:
        return "leading"
    if form.double:
        return "double"
    return "closed" if form.open is False and not form.summary and not form.reflection and not CLOSED_FITS.intersection(topics) else None


def rewrite(form: Form, topics: Sequence[str] = ()) -> Rewrite | None:
    """Return another way to put a line of this form on these topics (best first); None where there is no fault.

    Topics that are not known are left out.
    """
    fault = fault_of(form, topics)
    if fault is None:
        return None
    known = [topic for topic in dict.fromkeys(topics) if topic in TOPIC_QUESTIONS]
    if not known:
        return Rewrite(fault=fault, topic=None, suggestion=WITHOUT_TOPIC[fault])
    return Rewrite(
        fault=fault,
        topic=known[0],
        suggestion=TOPIC_QUESTIONS[known[0]],
        then=tuple(TOPIC_QUESTIONS[topic] for topic in known[1:]) if fault == "double" else (),
    )


def reflection_for(cue: Cue) -> str:
    """Return a reflection that takes up a cue by its feeling word and nothing else."""
    feeling = clean(cue.feeling).strip(" .,!?").casefold()
    if fits_after_feel(feeling):
        return f"It sounds as if you feel {feeling}."
    family = family_of(feeling)
    return f"It sounds as if you feel {family}." if family else f"I hear one word in what you say: {feeling}."
