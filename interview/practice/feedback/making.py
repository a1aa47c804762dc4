"""`feedback`: a case and a session of practice in, everything that is said of it out. Deterministic: the same log, the same bytes."""

from __future__ import annotations

from interview.engine.session import Session
from interview.practice.feedback.coverage import coverage, must_ask
from interview.practice.feedback.depth import depth
from interview.practice.feedback.disproof import disproof
from interview.practice.feedback.ending import ending
from interview.practice.feedback.explaining import explaining
from interview.practice.feedback.goal import goal
from interview.practice.feedback.macro import compared
from interview.practice.feedback.margin import margin
from interview.practice.feedback.model import Feedback, Remark
from interview.practice.feedback.ratings import ratings
from interview.practice.feedback.rubric import empty, rubric
from interview.practice.feedback.safety import safety
from interview.practice.feedback.sequence import sequence
from interview.practice.feedback.spoken import conversation
from interview.practice.feedback.technique import technique
from interview.practice.feedback.unasked import unasked
from interview.practice.patient.case_file import CaseFile
from interview.practice.turn_numbers import turn_numbers

NOT_YET = Remark(code="goal", says="", standing="not_known")


def feedback(case: CaseFile, session: Session) -> Feedback:
    """Return what is said of a session with a case, up to the moment in which it was first shown.

    Nothing is raised, whatever the session holds; an empty one is told how to begin.
    """
    spoken = conversation(session)
    counted = session.as_counted()
    of_safety = safety(case, counted, spoken)
    of_sequence = sequence(case, spoken, next((remark for remark in of_safety if remark.code == "safety.time"), None))
    shown = frozenset(turn for remark in of_sequence if remark.code == "sequence.closed_first" for turn in remark.turns)
    said = Feedback(
        case=case.id,
        title=case.title,
        lesson=case.lesson,
        turns=len(spoken.turns),
        later=len(turn_numbers(session)) - len(spoken.turns),
        goal=NOT_YET,
        ending=ending(session, spoken),
        safety=of_safety,
        coverage=coverage(case, spoken),
        must_ask=must_ask(case, spoken),
        depth=depth(case, spoken),
        sequence=of_sequence,
        technique=technique(case, spoken, shown),
        record=unasked(case, counted, spoken),
        ratings=ratings(case, counted, spoken),
        map=compared(case, counted),
        disproof=disproof(case, spoken),
        explaining=explaining(case, spoken),
        rubric=empty(),
    )
    return said.model_copy(update={"goal": goal(case, said), "rubric": rubric(case, spoken, said), "margin": margin(said)})
