"""`CaseFile`: one fictional patient, what they tell and when, and the expert's key to what a trainee could find.

A case file is data: TOML without code or conditions richer than the ones below. Its faults are named by `checking`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from interview.engine.practice_turns import Cue
from trd_core.text import CleanText

Style = Literal["plain", "upset", "verbose", "reserved", "tangential", "pleasing"]
"""How the person talks: `upset` cries and starts with less rapport, `verbose` runs on, `reserved` answers in few words until rapport grows,
`tangential` drifts to what matters less, `pleasing` agrees with whatever a leading question holds."""

Level = Literal[0, 1, 2, 3]
"""How freely a thing is told: 0 at once; 1 fully to an open question, or to a second neutral one; 2 guarded until there is rapport or the
trainee reflected; 3 denied until there is rapport and it is asked a second time."""

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Person(_Frozen):
    """Who the trainee meets."""

    name: CleanText
    age: Annotated[int, Field(ge=18, le=99)]
    occupation: CleanText
    style: Style
    introduction: CleanText
    """What the trainee is told beforehand: who sends the person, and why. It gives away no lesson."""
    opening: CleanText
    """The person's first words."""
    goodbye: CleanText
    """The person's last words, where the history was explained kindly."""


class Telling(_Frozen):
    """Words of the person, and the facts of the key that they tell."""

    says: CleanText
    facts: tuple[str, ...] = ()
    """Link ids of the key's answers."""
    cue: Cue | None = None


class Answer(Telling):
    """What the person says on one topic. A topic may have several, tried in their order; the last has no `after`."""

    topic: str
    level: Level = 0
    short: CleanText | None = None
    """What is said to a closed question, or by a reserved person, where the whole is not told; needed from level 1 on."""
    short_facts: tuple[str, ...] = ()
    denies: CleanText | None = None
    """What is said at first where the level is 3: untrue, as people do."""
    agrees: CleanText | None = None
    """What a pleasing person says to a leading question on this topic: untrue or empty."""
    after: str | None = None
    """The topic that must have been told before this answer is given."""
    more: tuple[Telling, ...] = ()
    """What "tell me more" brings, one after another."""
    why: Telling | None = None
    when: Telling | None = None


class RatingKey(_Frozen):
    """A rating that the trainee gives, and the values that experts would accept."""

    path: str
    """A link id of the questionnaire's clinician items, or `problems.ID.severity` and so on."""
    best: bool | int | float | str
    accepted: tuple[bool | int | float | str, ...] = ()
    """Other values that are accepted; a range of numbers is written out."""
    because: CleanText
    """The fact that speaks for it, in plain words."""


class ProblemKey(_Frozen):
    """A problem on the expert's map."""

    id: str
    label: CleanText
    area: str
    kind: str = "other"
    also: tuple[CleanText, ...] = ()
    """Words by which a trainee's own label for the same problem, in the same area, is known."""
    severity: Annotated[int, Field(ge=0, le=3)]
    burden: Annotated[int, Field(ge=0, le=3)]
    impairment: Annotated[int, Field(ge=0, le=3)]
    urgency: Annotated[int, Field(ge=0, le=3)]
    modifiability: Annotated[int, Field(ge=0, le=3)]
    patient_priority: Annotated[int, Field(ge=0, le=3)] | None = None
    treatment_available: bool | None = None
    essential: bool = True
    """Whether a map without it misses something; others are welcome and not asked for."""
    because: CleanText


class LinkKey(_Frozen):
    """A link on the expert's map."""

    source: str
    target: str
    certainty: Literal["low", "moderate", "high"] = "moderate"
    essential: bool = True
    because: CleanText


class Explaining(_Frozen):
    """The closing task: what an explanation to this person should hold, beside what every one should."""

    partial_targets: CleanText
    """What the earlier treatments did and did not aim at, in a sentence the person would understand."""
    own_part: CleanText
    """What the person can do."""
    words: Annotated[tuple[CleanText, ...], Field(min_length=2)]
    """Words of this person's history of which a good explanation holds some."""


class Key(_Frozen):
    """What an expert found."""

    answers: dict[str, Any]
    """The facts, as `replay` takes them: link id to value, in the order of the questionnaire."""
    ratings: tuple[RatingKey, ...]
    problems: Annotated[tuple[ProblemKey, ...], Field(min_length=3)]
    links: Annotated[tuple[LinkKey, ...], Field(min_length=2)]
    hierarchy: Annotated[tuple[str, ...], Field(min_length=3)]
    """The problems' ids in the order in which the core puts them; checked against the core."""
    must_ask: Annotated[tuple[str, ...], Field(min_length=5)]
    """Topics without which the lesson cannot be found; `suicide` is always one."""
    disproof: tuple[str, ...]
    """Topics whose answers could have shown the first idea to be wrong."""
    expected: dict[str, str]
    """Findings of the core that carry the lesson: finding id to verdict or value; checked against the core."""
    explaining: Explaining


class CaseFile(_Frozen):
    """One case."""

    id: Id
    title: CleanText
    """A neutral title: it gives away no lesson."""
    order: Annotated[int, Field(ge=1)]
    lesson: CleanText
    """What the case is there to teach: told in the feedback, never before."""
    person: Person
    unsure: Annotated[tuple[CleanText, ...], Field(min_length=2)]
    """What the person says where a turn was not understood, in turn: in character."""
    nothing_more: Annotated[tuple[CleanText, ...], Field(min_length=2)]
    """What the person says where all was told."""
    other: Annotated[tuple[CleanText, ...], Field(min_length=2)]
    """What the person says on a topic that the case knows nothing of: neither yes nor no ("I've never thought about that")."""
    listens: Annotated[tuple[CleanText, ...], Field(min_length=3)]
    """What the person says to a statement that asks nothing, in turn: a nod in words."""
    names: dict[CleanText, str] = {}
    """People whom the person speaks of, each with the topic on which they tell of them: "How are things with Rob?" asks for that one."""
    answers: Annotated[tuple[Answer, ...], Field(min_length=20)]
    key: Key
