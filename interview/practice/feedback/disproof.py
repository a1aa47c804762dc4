"""Questions whose answers could have shown the first idea to be wrong, asked before the trainee settled their formulation or not."""

from __future__ import annotations

from interview.practice.feedback.coverage import heard_of, telling_of
from interview.practice.feedback.lines import question_on
from interview.practice.feedback.model import Remark
from interview.practice.feedback.spoken import Conversation
from interview.practice.feedback.titles import topic_title
from interview.practice.feedback.words import say
from interview.practice.patient.case_file import CaseFile


def disproof(case: CaseFile, spoken: Conversation) -> tuple[Remark, ...]:
    """Return what is said of each such question."""
    if not case.key.disproof:
        return (Remark(code="disproof.none", says=say("disproof.none"), standing="not_known"),)
    found = [_on(case, topic, spoken) for topic in case.key.disproof]
    if spoken.committed is None and spoken.turns:
        found.append(Remark(code="disproof.not_committed", says=say("disproof.after_not_committed"), standing="not_known"))
    return tuple(found)


def _on(case: CaseFile, topic: str, spoken: Conversation) -> Remark:
    code, title, asking = f"disproof.{topic}", topic_title(topic), spoken.asking(topic)
    if not asking and heard_of(case, spoken, topic) == "whole":
        told = telling_of(case, spoken, topic)
        before = all(turn.before_commitment for turn in told)
        says = say("disproof.told" if before else "disproof.told_after", topic=title)
        return Remark(code=code, says=says, standing="good" if before else "partly", turns=tuple(turn.seq for turn in told))
    if not asking:
        return Remark(code=code, says=say("disproof.not_asked", topic=title), standing="missing", try_this=question_on(topic))
    before = asking[0].before_commitment
    says = say("disproof.asked" if before else "disproof.after", topic=title)
    return Remark(code=code, says=says, standing="good" if before else "partly", turns=(asking[0].seq,))
