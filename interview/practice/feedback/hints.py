"""Hints: what to ask next. Shown in the first cases, then only on asking, then not at all. A hint names a subject and never an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from interview.engine.practice_events import HintTaken
from interview.engine.session import Session
from interview.practice.feedback.coverage import coverage
from interview.practice.feedback.figures import figures
from interview.practice.feedback.safety import SUICIDE
from interview.practice.feedback.spoken import Conversation, conversation
from interview.practice.feedback.titles import topic_title
from interview.practice.feedback.words import say
from interview.practice.patient.case_file import CaseFile

When = Literal["shown", "on_asking", "none"]
FIRST: Final = ("consent", "agenda")
LAST: Final = ("priorities", "summary_check")


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint."""

    topic: str
    says: str


def hints_come(cases_done: int) -> When:
    """Return how hints come to a trainee who has done so many cases before."""
    limits = figures().hints
    if cases_done < limits.shown_until:
        return "shown"
    return "on_asking" if cases_done < limits.on_asking_until else "none"


def next_hint(case: CaseFile, session: Session) -> Hint | None:
    """Return what to ask next: a subject not asked yet, or one with more to hear; None where nothing is left.

    One that was taken as a hint before comes last.
    """
    spoken = conversation(session)
    taken = [event.body.topic for event in session.practised() if isinstance(event.body, HintTaken)]
    there = list(dict.fromkeys(_open(case, spoken)))
    fresh = [topic for topic in there if topic not in taken]
    topic = next(iter(fresh or there), None)
    if topic is None:
        return None
    return Hint(topic, say("hint.deeper" if spoken.asking(topic) else "hint", topic=topic_title(topic)))


def _open(case: CaseFile, spoken: Conversation) -> Iterator[str]:
    """Yield topics worth asking, most worth first."""
    known = {answer.topic for answer in case.answers}
    if len(spoken.said) >= figures().hints.suicide_after and not spoken.asking(SUICIDE):
        yield SUICIDE
    for topic in (*FIRST, *case.key.must_ask):
        if topic in known and not spoken.asking(topic):
            yield topic
    for topic in case.key.must_ask:
        if spoken.asking(topic) and not spoken.told_whole(topic):
            yield topic
    for domain in coverage(case, spoken):
        if domain.standing != "good":
            yield from (topic for topic in domain.not_asked if topic not in LAST)
    for topic in LAST:
        if topic in known and not spoken.asking(topic):
            yield topic
