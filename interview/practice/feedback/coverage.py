"""Coverage by domain: topics asked, and facts heard of those that could be heard; and the topics that the case turns on."""

from __future__ import annotations

from typing import Literal

from interview.practice.feedback.domains import DOMAINS
from interview.practice.feedback.figures import figures
from interview.practice.feedback.lines import another_on, question_on
from interview.practice.feedback.model import Domain, Remark, Standing
from interview.practice.feedback.spoken import Conversation, Spoken
from interview.practice.feedback.titles import topic_title
from interview.practice.feedback.words import say
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.checking import MUST_ASK, tellings

Heard = Literal["whole", "part", "nothing"]


def facts_by_topic(case: CaseFile) -> dict[str, frozenset[str]]:
    """Return for each topic of a case the facts that it can tell."""
    found: dict[str, set[str]] = {}
    for answer in case.answers:
        there = found.setdefault(answer.topic, set(answer.short_facts))
        for __, telling in tellings(answer):
            there.update(telling.facts)
    return {topic: frozenset(facts) for topic, facts in found.items()}


def heard_of(case: CaseFile, spoken: Conversation, topic: str) -> Heard:
    """Return how much of what a topic stands for was told, in answer to whatever question: the facts of its answers in full."""
    wanted = [frozenset(answer.facts) for answer in case.answers if answer.topic == topic and answer.facts]
    if any(facts <= spoken.told for facts in wanted):
        return "whole"
    return "part" if any(facts & spoken.told for facts in wanted) else "nothing"


def telling_of(case: CaseFile, spoken: Conversation, topic: str) -> tuple[Spoken, ...]:
    """Return the turns in which something that a topic stands for was told."""
    return spoken.telling(frozenset(fact for answer in case.answers if answer.topic == topic for fact in answer.facts))


def coverage(case: CaseFile, spoken: Conversation) -> tuple[Domain, ...]:
    """Return every domain with what was asked and heard of it; topics on which the case knows nothing are left out."""
    facts, asked, told = facts_by_topic(case), set(spoken.asked()), spoken.told
    found = []
    for domain, (title, topics) in DOMAINS.items():
        known = tuple(topic for topic in topics if topic in facts)
        there = frozenset(fact for topic in known for fact in facts[topic])
        found.append(
            Domain(
                id=domain,
                title=title,
                standing=_standing(sum(topic in asked for topic in known), len(known), len(there & told), len(there)),
                asked=tuple(topic for topic in known if topic in asked),
                not_asked=tuple(topic for topic in known if topic not in asked),
                facts_heard=len(there & told),
                facts_there=len(there),
            )
        )
    return tuple(found)


def _standing(asked: int, known: int, heard: int, there: int) -> Standing:
    """Return how a domain stands: good where most of it was asked, and most of what could be heard was heard."""
    if not known:
        return "not_known"
    good = figures().coverage.good
    if asked * 100 >= known * good and heard * 100 >= there * good:
        return "good"
    return "partly" if asked else "missing"


def must_ask(case: CaseFile, spoken: Conversation) -> tuple[Remark, ...]:
    """Return each topic that the case turns on: heard by asking or by another way, touched on, or missed, with one question for it."""
    return tuple(_must(case, topic, spoken) for topic in case.key.must_ask)


def _must(case: CaseFile, topic: str, spoken: Conversation) -> Remark:
    code, title = f"must_ask.{topic}", topic_title(topic)
    asking, heard = spoken.asking(topic), heard_of(case, spoken, topic)
    if asking and (spoken.told_whole(topic) or heard == "whole"):
        return Remark(code=code, says=say("must_ask.asked", topic=title), standing="good", turns=(asking[0].seq,))
    if asking:
        says, last = say("must_ask.first_answer", topic=title), asking[-1]
        return Remark(
            code=code, says=says, standing="partly", turns=(last.seq,), quotes=(last.line,), try_this=another_on(topic, last.line)
        )
    if heard != "nothing" and topic != MUST_ASK:
        turns = tuple(turn.seq for turn in telling_of(case, spoken, topic))
        if heard == "whole":
            return Remark(code=code, says=say("must_ask.told", topic=title), standing="good", turns=turns)
        says = say("must_ask.told_part", topic=title)
        return Remark(code=code, says=says, standing="partly", turns=turns, try_this=question_on(topic))
    mentioned, offered = spoken.mentioning(topic)[:1], spoken.offering(topic)[:1]
    for turn in mentioned or offered:
        return Remark(
            code=code,
            says=say("must_ask.mentioned" if mentioned else "must_ask.offered", topic=title),
            standing="partly" if mentioned else "missing",
            turns=(turn.seq,),
            quotes=(turn.line,),
            try_this=question_on(topic),
        )
    says = say("must_ask.always" if topic == MUST_ASK else "must_ask.not_asked", topic=title)
    return Remark(code=code, says=says, standing="missing", try_this=question_on(topic))
