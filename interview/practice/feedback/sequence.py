"""Sequence: agreement before what is personal, safety in time, and an open question before closed ones on each topic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview.practice.feedback.figures import figures
from interview.practice.feedback.lines import CONSENT, question_on
from interview.practice.feedback.model import Remark
from interview.practice.feedback.own_half import begins_openly
from interview.practice.feedback.spoken import Conversation, Spoken
from interview.practice.feedback.titles import topic_title
from interview.practice.feedback.words import say
from interview.practice.patient.case_file import CaseFile
from interview.practice.technique.topic_questions import CLOSED_FITS

NOT_PERSONAL: Final = ("greet", "consent", "agenda", "summary_check")
"""Topics that may come before agreement."""


def sequence(case: CaseFile, spoken: Conversation, in_time: Remark | None) -> tuple[Remark, ...]:
    """Return what is said of the order; `in_time` is what safety says of its time. Nothing is said where nothing was."""
    if not spoken.turns:
        return ()
    found = [_consent(spoken)]
    if in_time is not None:
        found.append(in_time.model_copy(update={"code": "sequence.safety"}))
    return (*found, *_opening(case.person.name, spoken))


def openings(spoken: Conversation) -> tuple[tuple[str, Spoken], ...]:
    """Return each topic with the question that opened it, topics on which a closed question is right left out."""
    return tuple((topic, spoken.asking(topic)[0]) for topic in spoken.asked() if topic not in CLOSED_FITS)


def opens(turn: Spoken) -> bool:
    """Return whether a turn opens its topic: an open question that does not lead, or an invitation that asks nothing outright.

    Of two questions in one turn the first decides.
    """
    is_open = turn.form.open is not False or (turn.form.double and begins_openly(turn.line))
    return is_open and not turn.form.leading


def _consent(spoken: Conversation) -> Remark:
    asking = spoken.asking("consent") or spoken.mentioning("consent")
    personal = next(((turn, topic) for turn in spoken.turns for topic in turn.asks if topic not in NOT_PERSONAL), None)
    if not asking:
        return Remark(code="sequence.consent", says=say("sequence.consent.none"), standing="missing", try_this=CONSENT)
    if personal is not None and personal[0].seq < asking[0].seq:
        says = say("sequence.consent.late", topic=topic_title(personal[1]))
        turns = (personal[0].seq, asking[0].seq)
        return Remark(code="sequence.consent", says=says, standing="partly", turns=turns, quotes=(personal[0].line,), try_this=CONSENT)
    return Remark(code="sequence.consent", says=say("sequence.consent.first"), standing="good", turns=(asking[0].seq,))


def _opening(name: str, spoken: Conversation) -> Iterator[Remark]:
    timing, opened = figures().timing, openings(spoken)
    if len(opened) < timing.fewest_topics:
        yield Remark(code="sequence.open", says=say("sequence.open.few_topics"), standing="not_known")
        return
    number = sum(opens(turn) for __, turn in opened) * 100
    if number > len(opened) * timing.mostly_open:
        yield Remark(code="sequence.open", says=say("sequence.open.most"), standing="good")
    elif number >= len(opened) * timing.partly_open:
        yield Remark(code="sequence.open", says=say("sequence.open.some"), standing="partly")
    else:
        yield Remark(code="sequence.open", says=say("sequence.open.few", name=name), standing="missing")
    closed = [(topic, turn) for topic, turn in opened if turn.form.question and not opens(turn) and not turn.form.leading]
    for topic, turn in closed[: figures().lines.shown]:
        says = say("sequence.closed_first", topic=topic_title(topic))
        quotes = (turn.line,)
        yield Remark(
            code="sequence.closed_first", says=says, standing="partly", turns=(turn.seq,), quotes=quotes, try_this=question_on(topic)
        )
