"""One next goal: the most important thing that this session left open, concrete, with one sentence to try. Safety comes before all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from interview.practice.feedback import lines
from interview.practice.feedback.model import Feedback, Remark
from interview.practice.feedback.titles import topic_title
from interview.practice.feedback.words import say
from interview.practice.patient.case_file import CaseFile

LEFT_OPEN: Final = ("missing", "partly")


def goal(case: CaseFile, said: Feedback) -> Remark:
    """Return the goal, from what is said of the session."""
    name = case.person.name
    if not said.turns:
        return Remark(code="goal.begin", says=say("goal.begin", name=name), standing="missing", try_this=lines.BEGIN)
    return next(_goals(case, said))


def _goals(case: CaseFile, said: Feedback) -> Iterator[Remark]:
    yield from _of_safety(said)
    yield from _of_label(said)
    yield from _of_must_ask(said)
    yield from _of("goal.time", said.safety, ("safety.time",), lines.question_on("suicide"))
    yield from _of_lines("goal.leading", said, "technique.leading", "technique.leading_line")
    yield from _of("goal.open", said.technique, ("technique.open",), lines.MORE, only=("missing",))
    yield from _of_lines("goal.cues", said, "technique.cues", "technique.cue_passed_over")
    yield from _of("goal.advice", said.technique, ("technique.advice_line",), lines.OWN_VIEW)
    yield from _of("goal.consent", said.sequence, ("sequence.consent",), lines.CONSENT)
    yield from _of_lines("goal.double", said, "technique.double", "technique.double_line")
    yield from _of_depth(case, said)
    if not said.map.matched and not any(each.kind == "problem_more" for each in said.map.differences):
        yield Remark(code="goal.map", says=say("goal.map"), standing="partly", try_this=lines.FEEDS)
    if any(remark.code == "explaining.none" for remark in said.explaining):
        yield Remark(code="goal.explain", says=say("goal.explain"), standing="partly", try_this=lines.THIS_HISTORY)
    for remark in said.explaining:
        if remark.standing in LEFT_OPEN:
            yield Remark(code="goal.part", says=f"{say('goal.part')} {remark.says}", standing="partly", try_this=remark.try_this)
    yield Remark(code="goal.on", says=say("goal.on"), standing="good", try_this=lines.CHECK)


def _of_safety(said: Feedback) -> Iterator[Remark]:
    was_asked = any(remark.code == "safety.time" for remark in said.safety)
    yield from _of("goal.suicide_open" if was_asked else "goal.suicide", said.safety, ("safety.suicide",), lines.question_on("suicide"))
    yield from _of("goal.suicide_again", said.safety, ("safety.whole",), lines.AGAIN)
    yield from _of("goal.risk", said.safety, ("safety.plan", "safety.means", "safety.protective"), lines.PLAN)
    yield from _of("goal.record", said.safety, ("safety.done", "safety.record"), lines.CONTACT)


def _of_label(said: Feedback) -> Iterator[Remark]:
    labelled = [remark for remark in (*said.explaining, *said.technique) if remark.code in ("explaining.label", "technique.said_label")]
    yield from _of("goal.label", labelled, ("explaining.label", "technique.said_label"), lines.NO_LABEL)


def _of_must_ask(said: Feedback) -> Iterator[Remark]:
    for remark in said.must_ask:
        topic = remark.code.removeprefix("must_ask.")
        if remark.standing in LEFT_OPEN:
            further = "goal.must_ask_further" if remark.quotes and remark.standing == "partly" else "goal.must_ask"
            says, to_try = say(further, topic=topic_title(topic)), remark.try_this or lines.question_on(topic)
            yield Remark(code="goal.must_ask", says=says, standing="partly", turns=remark.turns, quotes=remark.quotes, try_this=to_try)


def _of_depth(case: CaseFile, said: Feedback) -> Iterator[Remark]:
    for remark in said.depth:
        topic = remark.code.removeprefix("depth.")
        if remark.standing == "partly" and topic in case.key.must_ask:
            says = say("goal.depth", topic=topic_title(topic))
            yield Remark(
                code="goal.depth", says=says, standing="partly", turns=remark.turns, quotes=remark.quotes, try_this=remark.try_this
            )


def _of_lines(code: str, said: Feedback, measure: str, line: str) -> Iterator[Remark]:
    """Yield a goal for a measure that is not good, with the first of the trainee's lines that shows it."""
    shown = next((remark for remark in said.technique if remark.code == line), None)
    if shown is not None and any(remark.code == measure and remark.standing in LEFT_OPEN for remark in said.technique):
        yield Remark(code=code, says=say(code), standing="partly", turns=shown.turns, quotes=shown.quotes, try_this=shown.try_this)


def _of(
    code: str, remarks: Sequence[Remark], codes: tuple[str, ...], try_this: str, *, only: tuple[str, ...] = LEFT_OPEN
) -> Iterator[Remark]:
    for remark in remarks:
        if remark.code in codes and remark.standing in only:
            yield Remark(
                code=code,
                says=say(code),
                standing="partly",
                turns=remark.turns,
                quotes=remark.quotes,
                try_this=remark.try_this or try_this,
            )
