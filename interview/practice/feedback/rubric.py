"""The rubric: a hundred points to learn by. It counts what was done, so that one more question never takes points away.

Without a question about suicide the total is capped. It measures nothing of the trainee as a person, and is shown only when asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from interview.practice.feedback.coverage import facts_by_topic
from interview.practice.feedback.figures import PartCode, RubricPart, figures
from interview.practice.feedback.model import Feedback, Points, Remark, Rubric
from interview.practice.feedback.ratings import count_ratings
from interview.practice.feedback.safety import OTHERS, SUICIDE
from interview.practice.feedback.sequence import openings, opens
from interview.practice.feedback.spoken import Conversation
from interview.practice.feedback.technique import counted
from interview.practice.feedback.titles import SAFETY_FACTS
from interview.practice.feedback.words import say
from interview.practice.patient.case_file import CaseFile


@dataclass(frozen=True, slots=True)
class Whole:
    """A session as the points are counted from it."""

    case: CaseFile
    spoken: Conversation
    said: Feedback
    """Its feedback, whose rubric is not made yet."""


def rubric(case: CaseFile, spoken: Conversation, said: Feedback) -> Rubric:
    """Return the points of a session, from what is said of it."""
    parts = tuple(_points(part, Whole(case, spoken, said)) for part in figures().part)
    total = sum(part.points for part in parts)
    highest = figures().cap.highest
    capped = not spoken.asking(SUICIDE) and total > highest
    return Rubric(
        total=highest if capped else total,
        parts=parts,
        capped_because=say("points.cap", cap=highest) if capped else None,
        sources=tuple(f"{part.title}: {source.source} ({source.status})" for part, source in zip(parts, figures().part, strict=True)),
    )


def empty() -> Rubric:
    """Return the rubric before it is made: no points, no parts."""
    return Rubric(total=0, parts=(), sources=())


def share(points: int, done: int, of: int) -> int:
    """Return the points for so much of a whole, rounded down; nothing where there is nothing to do."""
    return points * min(done, of) // of if of > 0 else 0


FOLLOWED: Final = ("plan", "means", "protective", "done")
"""What follows where somebody told of risk."""

Earned = tuple[int, int, int]
"""Points, and what they count: so many, of so many."""


def _points(part: RubricPart, whole: Whole) -> Points:
    points, done, of = _PARTS[part.code](part, whole)
    because = say(f"points.{part.code}.because", n=done, of=of, given=count_ratings(whole.said.ratings).given)
    return Points(code=part.code, title=say(f"points.{part.code}"), points=points, of=part.points, because=because)


def _safety(part: RubricPart, whole: Whole) -> Earned:
    within, stands = part.within, {remark.code: remark.standing for remark in whole.said.safety}
    asked = {"good": within["asked"], "partly": within["asked"] // 2}.get(stands["safety.suicide"], 0)
    in_time = {"good": within["in_time"], "partly": within["in_time"] // 3}.get(stands.get("safety.time", ""), 0)
    further = bool(whole.spoken.following(SUICIDE))
    to_the_end = within["whole"] if stands.get("safety.whole") == "good" else within["whole"] // 2 if further else 0
    if any(whole.case.key.answers.get(fact) is True for fact in SAFETY_FACTS):
        done = sum(stands.get(f"safety.{each}") == "good" for each in FOLLOWED)
        followed = share(within["followed"], done, len(FOLLOWED))
    else:
        followed = within["followed"] if stands.get("safety.whole") == "good" else 0
    others = sum(stands[f"safety.{topic}"] == "good" for topic in OTHERS)
    return asked + in_time + to_the_end + followed + share(within["others"], others, len(OTHERS)), 0, 0


def _must_ask(part: RubricPart, whole: Whole) -> Earned:
    """Half for asking, the whole for hearing the whole answer, by whatever question."""
    topics = whole.case.key.must_ask
    heard = {remark.code.removeprefix("must_ask.") for remark in whole.said.must_ask if remark.standing == "good"}
    asked = sum(topic in heard or bool(whole.spoken.asking(topic)) for topic in topics)
    return share(part.points, asked + len(heard), 2 * len(topics)), len(heard), len(topics)


def _coverage(part: RubricPart, whole: Whole) -> Earned:
    there = frozenset(fact for facts in facts_by_topic(whole.case).values() for fact in facts)
    heard = len(there & whole.spoken.told)
    return share(part.points, heard, len(there)), heard, len(there)


def _technique(part: RubricPart, whole: Whole) -> Earned:
    within, targets, counts = part.within, figures().targets, counted(whole.spoken).counts
    opened = sum(opens(turn) for __, turn in openings(whole.spoken))
    single = max(0, within["single"] - counts.leading - counts.double // 2) if counts.questions >= targets.fewest_questions else 0
    return (
        share(within["opened_open"], opened, targets.opened_open)
        + single
        + share(within["reflections"], counts.reflections + counts.summaries, targets.reflections)
        + share(within["cues"], counts.responded, targets.cues),
        0,
        0,
    )


def _ratings(part: RubricPart, whole: Whole) -> Earned:
    counted = count_ratings(whole.said.ratings)
    return share(part.points, counted.accepted, counted.of), counted.accepted, counted.of


def _map(part: RubricPart, whole: Whole) -> Earned:
    within, drawn = part.within, whole.said.map
    order = 0 if drawn.rank_correlation is None else int(within["order"] * (drawn.rank_correlation + 1) / 2 + 1e-9)
    return (
        int(within["problems"] * (drawn.problems_recall or 0.0) + 1e-9)
        + int(within["links"] * (drawn.links_recall or 0.0) + 1e-9)
        + order
        + (within["first"] if drawn.same_first else 0),
        0,
        0,
    )


def _explaining(part: RubricPart, whole: Whole) -> Earned:
    """What may have been said in other words costs nothing."""
    good = {remark.code.removeprefix("explaining.") for remark in whole.said.explaining if remark.standing in ("good", "not_known")}
    return sum(points for code, points in part.within.items() if code in good), 0, 0


def _disproof(part: RubricPart, whole: Whole) -> Earned:
    there: Sequence[Remark] = [remark for remark in whole.said.disproof if remark.standing != "not_known"]
    asked = sum(remark.standing == "good" for remark in there)
    return share(part.points, asked, len(there)), asked, len(there)


_PARTS: Final[Mapping[PartCode, Callable[[RubricPart, Whole], Earned]]] = {
    "safety": _safety,
    "must_ask": _must_ask,
    "coverage": _coverage,
    "technique": _technique,
    "ratings": _ratings,
    "map": _map,
    "explaining": _explaining,
    "disproof": _disproof,
}
