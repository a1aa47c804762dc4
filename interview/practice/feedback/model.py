"""`Feedback`: everything that is said of one practice session; screens, lines and exports show this and nothing else.

Sentences are ready to be read. Quoted lines are the trainee's or the patient's own words: data.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from trd_core.text import CleanText

Standing = Literal["good", "partly", "missing", "not_known"]
"""How something stands: `not_known` where the session leaves it open."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Remark(_Frozen):
    """One sentence, with what it rests on."""

    code: str
    """What it is about, as the rubric names it."""
    says: CleanText
    standing: Standing
    turns: tuple[int, ...] = ()
    """Events that it rests on."""
    quotes: tuple[CleanText, ...] = ()
    """The trainee's own lines, word for word."""
    try_this: CleanText | None = None
    """One sentence that could be said instead, or next."""


class Domain(_Frozen):
    """Coverage of one domain: of the seven steps, the five areas, or the evidence for refractoriness."""

    id: str
    title: CleanText
    standing: Standing
    asked: tuple[str, ...] = ()
    """Topics that were asked."""
    not_asked: tuple[str, ...] = ()
    facts_heard: int = 0
    facts_there: int = 0


class RatingCompared(_Frozen):
    """One rating beside the key's."""

    path: str
    title: CleanText
    yours: Any = None
    """None where it was not rated."""
    best: Any
    accepted: tuple[Any, ...] = ()
    is_accepted: bool | None = None
    """None where it was not rated."""
    because: CleanText
    """The fact that speaks for the key's."""
    is_unasked: bool = False
    """Whether it says no to something that no turn asked about and the person never told: unknown is not no."""


class Difference(_Frozen):
    """One difference between the trainee's map and the key's."""

    kind: Literal["problem_missing", "problem_more", "link_missing", "link_more", "link_turned", "first_place"]
    says: CleanText
    because: CleanText | None = None
    """The fact that speaks for the key."""


class MapCompared(_Frozen):
    """The trainee's macro-analysis beside the expert's. Shares are null where there is nothing to take a share of."""

    matched: tuple[tuple[str, str], ...] = ()
    """Problems of the trainee's map and of the key's that are the same, by id."""
    problems_precision: float | None = None
    problems_recall: float | None = None
    links_precision: float | None = None
    links_recall: float | None = None
    rank_correlation: float | None = None
    """Kendall's tau-b over the matched problems; null under three."""
    same_first: bool | None = None
    differences: tuple[Difference, ...] = ()
    says: tuple[CleanText, ...] = ()


class Points(_Frozen):
    """One part of the rubric."""

    code: str
    title: CleanText
    points: int
    of: int
    because: CleanText


class Rubric(_Frozen):
    """A hundred points to learn by; shown only when asked for."""

    total: int
    parts: tuple[Points, ...]
    capped_because: CleanText | None = None
    """Why the total is no higher, where it was capped."""
    sources: tuple[CleanText, ...]
    """Where parts and weights come from, and how sure that is."""


class Feedback(_Frozen):
    """What is said of one practice session, in the order in which it is shown."""

    format: Literal["trd-feedback/1"] = "trd-feedback/1"
    case: str
    title: CleanText
    lesson: CleanText
    """What the case was there to teach."""
    turns: int
    """How many turns count: everything said to the patient until the feedback was first shown."""
    later: int = 0
    """Turns after that: they are kept, and count for nothing."""
    goal: Remark
    """One next goal."""
    ending: Remark | None = None
    """That the trainee went on after the feedback was shown, where they did."""
    safety: tuple[Remark, ...] = ()
    coverage: tuple[Domain, ...] = ()
    must_ask: tuple[Remark, ...] = ()
    """Topics without which the lesson cannot be found, asked or not."""
    depth: tuple[Remark, ...] = ()
    sequence: tuple[Remark, ...] = ()
    technique: tuple[Remark, ...] = ()
    record: tuple[Remark, ...] = ()
    """What the record says no to though nobody asked; empty where there is nothing of the kind."""
    ratings: tuple[RatingCompared, ...] = ()
    map: MapCompared = MapCompared()
    disproof: tuple[Remark, ...] = ()
    """Questions that could have shown the first idea to be wrong."""
    explaining: tuple[Remark, ...] = ()
    """The closing task."""
    rubric: Rubric
    margin: dict[int, tuple[Remark, ...]] = {}
    """What is said beside a turn, by its event."""
