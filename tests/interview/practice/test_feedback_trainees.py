"""Four scripted trainees for every case: good, leading, closed-only, and one who never asks about suicide; scored in that order."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, Final

import pytest

from interview.engine.events import ItemAnswered
from interview.engine.practice_turns import Heard
from interview.engine.safety_events import SafetyAcknowledged
from interview.engine.session import Session
from interview.practice.ear.hearing import hear
from interview.practice.ear.reading import topics
from interview.practice.feedback.domains import DOMAINS
from interview.practice.feedback.lines import MORE, PLAN, PROTECTIVE, question_on
from interview.practice.feedback.making import feedback
from interview.practice.feedback.model import Feedback
from interview.practice.patient.answering import after, begin, reply
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.explaining import explain
from interview.practice.patient.key_record import key_lines
from interview.practice.patient.reading import bundled as cases
from interview.practice.technique.rewrite import reflection_for
from interview.questionnaire.reader import bundled as questionnaire
from interview.storage.memory import MemoryStore
from trd_core.vocabulary import definition_of, facts

TRAINEES: Final = ("good", "leading", "closed_only", "no_safety")
NO_ASKING: Final = frozenset({"suicide", "means"})
heard = cache(hear)


class Scripted:
    """A trainee at work: a session of practice in memory, and the patient's state."""

    def __init__(self, case: CaseFile, store: MemoryStore | None = None) -> None:
        """Begin a session with a case."""
        moments = itertools.count()
        start = dt.datetime(2026, 11, 2, 10, 0, tzinfo=dt.UTC)
        self.case, self.state, self.said = case, begin(case), list[str]()
        self.session = Session.begin(
            store or MemoryStore(),
            questionnaire(),
            subject="TRAINEE",
            clock=lambda: start + dt.timedelta(seconds=next(moments)),
            new_id=lambda: "practice-1",
            depth="full",
            practice=True,
            practice_case=case.id,
        )

    def say(self, *lines: str) -> Scripted:
        """Say lines to the patient, one after the other."""
        for line in lines:
            self.turn(heard(line))
        return self

    def turn(self, understood: Heard) -> int:
        """Take a turn that was understood so, and return its event."""
        answered = reply(self.case, self.state, understood)
        self.session.speak(understood, answered)
        self.state = after(self.state, understood, answered)
        return self.session.state.seq

    def ask(self, *subjects: str) -> Scripted:
        """Ask about subjects, each with the question that feedback would propose."""
        return self.say(*(question_on(subject) for subject in subjects))

    def explain(self, *texts: str) -> Scripted:
        """Explain the history."""
        for text in texts:
            self.said.append(text)
            self.session.explain(text, explain(self.case, self.state, self.said))
        return self

    def record(self, lines: Iterable[tuple[str, Any]]) -> Scripted:
        """Write down answers, all at once."""
        self.session._ledger.commit(
            *(ItemAnswered(link_id=link_id, status="answered", value=value, source="clinician") for link_id, value in lines)
        )
        return self

    def feedback(self) -> Feedback:
        """Return the feedback as things stand."""
        return feedback(self.case, self.session)


def case_of(name: str) -> CaseFile:
    """Return a bundled case."""
    return next(case for case in cases() if case.id == name)


def key_map(case: CaseFile, problems: int, *, linked: bool) -> Iterator[tuple[str, Any]]:
    """Yield the first problems of a key, and the links between them."""
    kept = {problem.id for problem in case.key.problems[:problems]}
    places = itertools.count()
    for place, problem in enumerate(case.key.problems[:problems]):
        yield from (
            (f"problems[{place}].{name}", value) for name, value in problem.model_dump().items() if _is_fact("problems", name, value)
        )
    for link in case.key.links if linked else ():
        if {link.source, link.target} <= kept:
            place = next(places)
            yield from ((f"links[{place}].{name}", value) for name, value in link.model_dump().items() if _is_fact("links", name, value))


def _is_fact(group: str, name: str, value: Any) -> bool:
    return value is not None and f"{group}[].{name}" in facts()


def key_facts(case: CaseFile, keep: Callable[[str], bool]) -> Iterator[tuple[str, Any]]:
    """Yield the facts of a key that are kept."""
    for line in key_lines(case):
        link_id = line["link_id"]
        if not link_id.startswith(("session.", "problems[", "links[")) and keep(link_id):
            yield link_id, line["value"]


def key_ratings(case: CaseFile) -> Iterator[tuple[str, Any]]:
    """Yield the best ratings of facts of the case."""
    return ((rating.path, rating.best) for rating in case.key.ratings if not rating.path.startswith("problems."))


@cache
def closed_question(topic: str) -> str | None:
    """Return a closed question that is heard as this topic alone, from the ear's exemplars."""
    exemplars = next(each.exemplars for each in topics() if each.id == topic)
    return next((line for line in exemplars if _is_closed_on(topic, line)), None)


def _is_closed_on(topic: str, line: str) -> bool:
    understood = heard(line)
    form = understood.form
    return understood.action == "answer" and understood.chosen == (topic,) and form.open is False and not form.leading and not form.double


@cache
def leading_question(topic: str) -> str | None:
    """Return a leading question that is heard as this topic."""
    closed = closed_question(topic)
    line = None if closed is None else f"Surely {closed[0].lower()}{closed[1:]}"
    return line if line is not None and heard(line).form.leading and topic in heard(line).chosen else None


def subjects(case: CaseFile) -> tuple[str, ...]:
    """Return what a trainee asks about, in order."""
    there = {answer.topic for answer in case.answers}
    order = ["consent", "agenda", "mood", "suicide", "means", "harm_others", "psychosis", "mania", "relationship", *case.key.must_ask]
    order += [*case.key.disproof, *(topic for __, of_domain in DOMAINS.values() for topic in of_domain)]
    return tuple(topic for topic in dict.fromkeys(order) if topic in there)


def run(case: CaseFile, trainee: str) -> Scripted:
    """Play a trainee from the first line to the last."""
    at_work = Scripted(case)
    {"good": _good, "leading": _leading, "closed_only": _closed_only, "no_safety": _no_safety}[trainee](at_work)
    return at_work


def _good(at_work: Scripted, *, without: frozenset[str] = frozenset()) -> None:
    case = at_work.case
    for topic in (each for each in subjects(case) if each not in without):
        at_work.ask(topic)
        if at_work.state.cue is not None:
            at_work.say(reflection_for(at_work.state.cue))
        if topic not in at_work.state.given:
            at_work.ask(topic)
        if topic in case.key.must_ask and topic in at_work.state.given:
            at_work.say(MORE)
        if topic == "suicide":
            at_work.say(PLAN, PROTECTIVE)
    at_work.record(key_facts(case, lambda link_id: not without or not link_id.startswith("safety.")))
    at_work.record([*key_ratings(case), *key_map(case, len(case.key.problems), linked=True)])
    if not without:
        at_work.session._ledger.commit(SafetyAcknowledged(disposition={"by": "Trainee"}))
    at_work.session.commit_formulation()
    one, other = case.key.explaining.words[:2]
    at_work.explain(
        f"The treatments so far were aimed at only a part of it. {one} and {other} matter here.",
        "You can already do something about it yourself. How does that sound? We can decide together.",
    )


def _no_safety(at_work: Scripted) -> None:
    _good(at_work, without=NO_ASKING)


def _leading(at_work: Scripted) -> None:
    case = at_work.case
    for place, topic in enumerate(subjects(case)):
        led = leading_question(topic) if place % 3 == 2 else None
        at_work.say(led or question_on(topic))
    _record_what_was_told(at_work)


def _record_what_was_told(at_work: Scripted) -> None:
    """Both record by one rule, so that only the asking makes a difference."""
    case, told = at_work.case, set(at_work.state.told)
    at_work.record(key_facts(case, told.__contains__))
    at_work.record([*itertools.islice(key_ratings(case), 4), *key_map(case, 4, linked=True)])
    at_work.session.commit_formulation()


def _closed_only(at_work: Scripted) -> None:
    case = at_work.case
    for topic in subjects(case):
        closed = closed_question(topic)
        if closed is not None:
            at_work.say(closed)
    _record_what_was_told(at_work)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_good_comes_before_leading_before_closed_only_and_without_suicide_there_is_a_cap(case: CaseFile) -> None:
    said = {trainee: run(case, trainee).feedback() for trainee in TRAINEES}
    total = {trainee: each.rubric.total for trainee, each in said.items()}
    assert total["good"] > total["leading"] > total["closed_only"], total
    assert 49 == total["no_safety"]
    assert said["no_safety"].rubric.capped_because is not None
    assert {each.rubric.capped_because for trainee, each in said.items() if trainee != "no_safety"} == {None}
    assert "goal.suicide" == said["no_safety"].goal.code
    assert ("safety.suicide", "missing") == (said["no_safety"].safety[0].code, said["no_safety"].safety[0].standing)
    assert all(remark.standing == "good" for remark in said["good"].must_ask)
    for each in said.values():
        assert each.rubric.total <= sum(part.points for part in each.rubric.parts) <= 100
        assert all(0 <= part.points <= part.of for part in each.rubric.parts)


def test_the_same_log_gives_the_same_bytes() -> None:
    case = cases()[0]
    store = MemoryStore()
    at_work = Scripted(case, store)
    _leading(at_work)
    once = at_work.feedback().model_dump_json()
    at_work.session.release()
    again = Session.resume(store, questionnaire(), at_work.session.record, clock=lambda: dt.datetime(2026, 11, 2, 18, 0, tzinfo=dt.UTC))
    assert once == feedback(case, again).model_dump_json()
    assert once == Feedback.model_validate_json(once).model_dump_json()
    assert json.loads(once)["format"] == "trd-feedback/1"


def test_what_is_recorded_of_the_key_is_a_fact() -> None:
    for case in cases():
        for link_id, __ in key_map(case, 3, linked=True):
            assert definition_of(link_id) in facts()
