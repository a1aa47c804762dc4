"""Hints: what to ask next, for who asks; in the first cases also unasked, as a nudge that names nothing. Then they fade.

A hint names a subject and never an answer. Only suicide is named unasked, late, where nobody asked: safety comes before practice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from interview.engine.practice_events import HintTaken
from interview.engine.session import Session
from interview.practice.feedback.coverage import coverage, heard_of
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


def next_nudge(case: CaseFile, session: Session, *, led_nowhere: bool) -> str | None:
    """Return what is said unasked after a turn in the first cases; None where nothing is.

    After a turn that led nowhere it is only said that subjects are open; which ones, the hint tells to who asks for it.
    """
    spoken, late = conversation(session), figures().hints.named_after
    if not spoken.asking(SUICIDE) and (len(spoken.turns) == late or (led_nowhere and len(spoken.turns) > late)):
        return say("hint.safety", topic=topic_title(SUICIDE))
    return say("hint.open") if led_nowhere and next_hint(case, session) is not None else None


def _open(case: CaseFile, spoken: Conversation) -> Iterator[str]:
    """Yield topics worth asking, most worth first."""
    known = {answer.topic for answer in case.answers}
    if len(spoken.turns) >= figures().hints.suicide_after and not spoken.asking(SUICIDE):
        yield SUICIDE
    for topic in (*FIRST, *case.key.must_ask):
        if topic in known and not spoken.asking(topic) and (topic == SUICIDE or heard_of(case, spoken, topic) != "whole"):
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
