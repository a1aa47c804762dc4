"""Depth: whether first answers were followed further, on topics where there was more to hear. Of suicide, safety tells.

That a first answer was not the whole, on a topic that the case turns on, is said there, and not again here.
"""

from __future__ import annotations

from collections.abc import Iterable

from interview.practice.feedback.figures import figures
from interview.practice.feedback.lines import MORE, another_on
from interview.practice.feedback.model import Remark
from interview.practice.feedback.safety import SUICIDE
from interview.practice.feedback.sequence import NOT_PERSONAL
from interview.practice.feedback.spoken import Conversation
from interview.practice.feedback.titles import topic_title
from interview.practice.feedback.words import further_on, say
from interview.practice.patient.case_file import Answer, CaseFile


def depth(case: CaseFile, spoken: Conversation) -> tuple[Remark, ...]:
    """Return what is said of each topic that the case turns on, then of a few others with more to hear, then which were gone into."""
    turning = [topic for topic in case.key.must_ask if topic != SUICIDE and spoken.told_whole(topic) and spoken.asking(topic)]
    others = [topic for topic in spoken.asked() if topic not in (*case.key.must_ask, *NOT_PERSONAL, SUICIDE)]
    there = _remarks(case, turning, spoken)
    beside = _remarks(case, others, spoken)
    open_ones = [remark for remark in beside if remark.standing != "good"][: figures().lines.shown]
    gone_into = [remark for remark in beside if remark.standing == "good"]
    if gone_into:
        turns = tuple(turn for remark in gone_into for turn in remark.turns)
        open_ones.append(
            Remark(
                code="depth.others",
                says=further_on([topic_title(remark.code.removeprefix("depth.")) for remark in gone_into]),
                standing="good",
                turns=turns,
            )
        )
    return (*there, *open_ones)


def further_facts(case: CaseFile, topic: str) -> frozenset[str]:
    """Return the facts that a follow-up on a topic brings, whichever of its answers was given."""
    sets = [_further(answer) for answer in case.answers if answer.topic == topic]
    return frozenset.intersection(*sets) if sets else frozenset()


def _further(answer: Answer) -> frozenset[str]:
    tellings = [*answer.more, *(each for each in (answer.why, answer.when) if each is not None)]
    return frozenset(fact for telling in tellings for fact in telling.facts)


def _remarks(case: CaseFile, topics: Iterable[str], spoken: Conversation) -> list[Remark]:
    return [remark for topic in topics if (remark := _on(case, topic, spoken)) is not None]


def _on(case: CaseFile, topic: str, spoken: Conversation) -> Remark | None:
    code, title = f"depth.{topic}", topic_title(topic)
    further, first = spoken.following(topic), spoken.asking(topic)[0]
    if not spoken.told_whole(topic):
        if not any(topic in turn.asks and turn.reply.how in ("short", "denied", "agreed") for turn in spoken.turns):
            return None
        says = say("depth.tried" if further else "depth.first", topic=title)
        try_this = another_on(topic, first.line)
        return Remark(code=code, says=says, standing="partly", turns=(first.seq,), quotes=(first.line,), try_this=try_this)
    if further:
        turns = tuple(sorted(turn.seq for turn in further))
        return Remark(code=code, says=say("depth.whole", topic=title), standing="good", turns=turns)
    if further_facts(case, topic) - spoken.told:
        return Remark(code=code, says=say("depth.facts", topic=title), standing="partly", turns=(first.seq,), try_this=MORE)
    return None
