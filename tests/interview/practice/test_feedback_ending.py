"""What counts and how it is numbered: up to the first reading, by one number a turn, by facts told in whatever way; what nobody asked."""

from __future__ import annotations

from interview.engine.practice_turns import Form, Heard
from interview.engine.replies import Saved
from interview.practice.feedback.hints import next_hint, next_nudge
from interview.practice.feedback.ratings import count_ratings
from interview.practice.feedback.words import SAYS
from interview.practice.turn_numbers import turn_numbers
from interview.views.feedback_lines import NOBODY_ASKED, feedback_sections
from interview.views.practice_cases import practised
from interview.views.practice_turns import NOT_COUNTED, practice_turns
from interview.views.practice_words import moved_words
from tests.interview.practice.test_feedback_asking import CLOSED, about, at_work, of, stands, unclear
from tests.interview.practice.test_feedback_record import rating
from tests.interview.practice.test_feedback_trainees import Scripted


def test_what_comes_after_the_feedback_was_shown_is_said_and_not_counted() -> None:
    trainee = at_work()
    trainee.turn(about("mood"))
    first = trainee.turn(about("sleep", form=CLOSED))
    before = trainee.feedback()
    assert isinstance(trainee.session.read_feedback(), Saved)
    assert before == trainee.feedback()
    late = trainee.turn(about("suicide"))
    trainee.record([("kellner", 5)]).explain("We can decide it together.")
    trainee.session.read_feedback()
    after = trainee.feedback()
    assert before == after.model_copy(update={"later": 0, "ending": None})
    assert after.ending is not None
    assert (1, SAYS["ending.seen"].format(number=2)) == (after.later, after.ending.says)
    assert after.ending.says in [line.says for section in feedback_sections(after) for line in section.lines]
    assert [(1, False), (2, False), (3, True), (None, True)] == [
        (turn.number, turn.comes_after_feedback) for turn in practice_turns(trainee.session)
    ]
    assert [NOT_COUNTED] == [words for turn in practice_turns(trainee.session) if turn.seq == late for words in turn.margin]
    trainee.session.correct_form(first, Form(question=True, open=True))
    assert (first,) == of(trainee.feedback().technique, "technique.corrected").turns


def test_the_feedback_is_kept_as_read_once_also_in_a_closed_record() -> None:
    trainee = at_work()
    trainee.turn(about("mood"))
    trainee.session.read_feedback()
    count = len(trainee.session.events)
    trainee.session.read_feedback()
    assert (count, count) == (len(trainee.session.events), trainee.session.feedback_read)
    assert "finished" == practised(trainee.session).state


def test_a_turn_has_one_number_everywhere_and_a_choice_is_one() -> None:
    trainee = at_work()
    trainee.turn(unclear("mood", "sleep"))
    chosen = Heard(text="And that?", repaired="And that?", chosen=("sleep",), action="answer", form=CLOSED)
    trainee.session.speak(chosen, trainee.session.practised()[-1].body.reply, by_choice=True)  # type: ignore[union-attr]
    trainee.turn(about("suicide"))
    said, session = trainee.feedback(), trainee.session
    numbers = list(turn_numbers(session).values())
    assert [1, 2, 3] == numbers == [turn.number for turn in practice_turns(session)]
    assert (3, 3) == (said.turns, practised(session).turns)
    assert SAYS["safety.time.early"].format(number=3, turns=3) == of(said.safety, "safety.time").says


def told(trainee: Scripted, topic: str, *facts: str) -> int:
    """Take two turns on a topic, the reply to the second tells these facts; return its event."""
    spoken = about(topic)
    trainee.turn(spoken)
    body = trainee.session.practised()[-1].body
    trainee.session.speak(spoken, body.reply.model_copy(update={"told": facts}))  # type: ignore[union-attr]
    return trainee.session.state.seq


def test_a_topic_counts_as_met_where_its_facts_were_told_by_another_way() -> None:
    facts = next(answer.facts for answer in at_work().case.answers if answer.topic == "dose_duration")
    assert len(facts) > 1
    part = at_work()
    told(part, "sleep", facts[0])
    assert "partly" == stands(part.feedback(), "must_ask")["must_ask.dose_duration"]
    whole = at_work()
    seq = told(whole, "sleep", *facts)
    remark = of(whole.feedback().must_ask, "must_ask.dose_duration")
    assert ("good", True) == (remark.standing, seq in remark.turns)
    assert SAYS["must_ask.told"].format(topic="dose and time") == remark.says
    assert "good" == stands(whole.feedback(), "disproof")["disproof.dose_duration"]


def test_suicide_is_never_met_by_another_way() -> None:
    facts = next(answer.facts for answer in at_work().case.answers if answer.topic == "suicide")
    trainee = at_work()
    told(trainee, "sleep", *facts)
    assert "missing" == stands(trainee.feedback(), "must_ask")["must_ask.suicide"]


def test_a_no_that_nobody_asked_is_said_and_not_praised() -> None:
    trainee = at_work().record([("toxicity.loss_of_effect", False), ("safety.thoughts", False)])
    trainee.turn(about("mood"))
    remark = of(trainee.feedback().record, "record.unasked")
    assert remark.says.index("thoughts of suicide") < remark.says.index("an effect that was lost")
    trainee.turn(about("loss_effect"))
    trainee.turn(about("suicide"))
    assert () == trainee.feedback().record


def test_an_accepted_no_without_a_question_counts_for_nothing() -> None:
    case = at_work().case
    path, topic = "toxicity.loss_of_effect", "loss_effect"
    key = next((each for each in case.key.ratings if each.best is False and "[" not in each.path), case.key.ratings[0])
    changed = key.model_copy(update={"path": path, "best": False, "accepted": ()})
    trainee = Scripted(case.model_copy(update={"key": case.key.model_copy(update={"ratings": (changed,)})}))
    trainee.record([(path, False)])
    assert (True, True) == (rating(trainee, path).is_unasked, rating(trainee, path).is_accepted)
    assert (0, 1, 1) == count_ratings(trainee.feedback().ratings)
    lines = next(section.lines for section in feedback_sections(trainee.feedback()) if section.code == "ratings")
    assert [("partly", NOBODY_ASKED)] == [(line.standing, line.under[0]) for line in lines]
    trainee.turn(about(topic))
    assert (1, 1, 1) == count_ratings(trainee.feedback().ratings)


def test_the_goal_is_no_verdict() -> None:
    sections = {section.code: section for section in feedback_sections(at_work().feedback())}
    assert [None] == [line.standing for line in sections["goal"].lines]


def test_a_nudge_names_no_subject_until_late_and_then_safety_alone() -> None:
    trainee = at_work()
    case, session = trainee.case, trainee.session
    for turn in range(1, 13):
        trainee.turn(about("mood"))
        quiet, lost = (next_nudge(case, session, led_nowhere=nowhere) for nowhere in (False, True))
        named = SAYS["hint.safety"].format(topic="thoughts of suicide")
        assert (named if turn == 10 else None) == quiet
        assert (named if turn >= 10 else SAYS["hint.open"]) == lost
    asked = next_hint(case, session)
    assert asked is not None
    assert "suicide" == asked.topic
    trainee.turn(about("suicide"))
    assert SAYS["hint.open"] == next_nudge(case, session, led_nowhere=True)


def test_trust_is_said_to_move_up_or_down() -> None:
    trainee = at_work()
    trainee.turn(about("agenda"))
    trainee.turn(about("sleep"))
    replies = [event.body.reply for event in trainee.session.practised()]  # type: ignore[union-attr]
    assert "up (you asked openly)" == moved_words(replies[0])
    assert "up (you asked openly); down (a feeling was passed over)" == moved_words(replies[1])


def test_advice_is_shown_with_a_question_in_its_stead() -> None:
    trainee = at_work()
    trainee.turn(Heard(text="You should stop drinking.", repaired="You should stop drinking.", action="unsure"))
    remark = of(trainee.feedback().technique, "technique.advice_line")
    assert (("You should stop drinking.",), True) == (remark.quotes, remark.try_this is not None and remark.try_this.endswith("?"))
