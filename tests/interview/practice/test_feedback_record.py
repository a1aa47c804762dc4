"""What was recorded, drawn and explained, the points, the hints and the progress; and the laws of the points."""

from __future__ import annotations

import random
from typing import Any

import pytest

from interview.engine.practice_turns import Form
from interview.practice.feedback import lines
from interview.practice.feedback.figures import figures
from interview.practice.feedback.goal import goal
from interview.practice.feedback.hints import hints_come, next_hint
from interview.practice.feedback.macro import tau_b
from interview.practice.feedback.matching import matched
from interview.practice.feedback.model import Difference, Feedback, RatingCompared, Remark
from interview.practice.feedback.progress import agreement, progress, weighted_kappa
from interview.practice.feedback.ratings import is_same
from interview.practice.feedback.rubric import share
from interview.practice.feedback.words import SAYS
from interview.practice.patient.case_file import RatingKey
from interview.practice.patient.reading import bundled as cases
from tests.interview.practice.test_feedback_asking import CLOSED, LEADING, OPEN, about, at_work, of, told_of_risk
from tests.interview.practice.test_feedback_trainees import Scripted, case_of, run, subjects
from trd_core.case import Problem

CASE = case_of("missed_doses")


def problem(place: int, label: str, area: str, **ratings: Any) -> list[tuple[str, Any]]:
    """Return a problem as it is recorded."""
    said = {"label": label, "area": area, "by": "clinician", **ratings}
    return [(f"problems[{place}].{name}", value) for name, value in said.items()]


def link(place: int, source: str, target: str) -> list[tuple[str, Any]]:
    """Return a link as it is recorded."""
    return [(f"links[{place}].source", source), (f"links[{place}].target", target), (f"links[{place}].by", "clinician")]


def rating(trainee: Scripted, path: str) -> RatingCompared:
    """Return one rating of the feedback."""
    return next(each for each in trainee.feedback().ratings if each.path == path)


def differences(trainee: Scripted, kind: str) -> tuple[Difference, ...]:
    """Return the differences of one kind."""
    return tuple(each for each in trainee.feedback().map.differences if each.kind == kind)


@pytest.mark.parametrize(("value", "expected"), [(4, True), (5, True), (6, True), (7, False), (3, False)])
def test_a_rating_is_accepted_up_to_the_edge_of_what_experts_accept(value: int, expected: bool) -> None:
    trainee = at_work().record([("interview.any.trials", True), ("trials[0].agent", "venlafaxine"), ("kellner", value)])
    told = rating(trainee, "kellner")
    assert (value, 5, expected) == (told.yours, told.best, told.is_accepted)
    assert told.because


def test_a_rating_that_was_not_given_is_not_wrong() -> None:
    assert {(None, None)} == {(each.yours, each.is_accepted) for each in at_work().feedback().ratings}


def test_yes_is_no_one() -> None:
    assert not is_same(True, 1)
    assert is_same(1, 1.0)


def test_a_treatment_is_known_by_its_drug_in_whatever_order_it_was_recorded() -> None:
    turned = [("interview.any.trials", True), ("trials[0].agent", "sertraline"), ("trials[0].kind", "medication")]
    turned += [("interview.more.trials[0]", True), ("trials[1].agent", "venlafaxine"), ("trials[1].kind", "medication")]
    path = next(each.path for each in CASE.key.ratings if each.path.startswith("trials[0]."))
    name = path.split(".")[1]
    assert rating(at_work().record([*turned, (f"trials[0].{name}", False)]), path).yours is None
    assert rating(at_work().record([*turned, (f"trials[1].{name}", False)]), path).yours is False


def test_problems_are_the_same_by_id_or_by_area_and_a_word() -> None:
    keys = CASE.key.problems
    found = matched(
        [
            Problem(id="p1", label="Skips tablets, poor adherence", area="illness_behavior"),
            Problem(id="depression", label="Whatever", area="other"),
            Problem(id="p3", label="Arguments with his wife", area="relationships"),
            Problem(id="p4", label="Adherence", area="medical"),
            Problem(id="p5", label="Loneliness", area="relationships"),
        ],
        keys,
    )
    assert {("p1", "non_adherence"), ("depression", "depression"), ("p3", "family_conflict")} == set(found)


def test_a_word_that_two_problems_share_decides_nothing() -> None:
    assert () == matched([Problem(id="p1", label="His wife", area="relationships")], CASE.key.problems)


def test_every_problem_of_every_key_is_known_by_each_of_its_words_and_by_its_label() -> None:
    for case in cases():
        for key in case.key.problems:
            for label in (key.label, *key.also):
                found = matched([Problem(id="p1", label=label, area=key.area)], case.key.problems)  # type: ignore[arg-type]
                assert (("p1", key.id),) == found, (case.id, key.id)


def test_each_problem_is_matched_once_and_the_likest_first() -> None:
    twice = [Problem(id="p1", label="rows", area="relationships"), Problem(id="p2", label="Rows, family conflict", area="relationships")]
    assert [("p2", "family_conflict")] == [pair for pair in matched(twice, CASE.key.problems) if pair[1] == "family_conflict"]


def test_what_the_key_holds_together_may_stand_apart() -> None:
    """Two of the trainee's problems that are one of the key's are said to be so, and the links of both count."""
    trainee = at_work()
    trainee.record(problem(0, "Missed doses", "illness_behavior", urgency=2, severity=2))
    trainee.record(problem(1, "Poor adherence", "illness_behavior", urgency=1, severity=2))
    trainee.record(problem(2, "Depression", "psychiatric", urgency=1, severity=1))
    trainee.record([*link(0, "p2", "p3"), *link(1, "p1", "p2")])
    told = trainee.feedback().map
    key = next(each for each in CASE.key.problems if each.id == "non_adherence")
    labels = {"one": "Missed doses", "other": "Poor adherence", "key": key.label}
    assert [SAYS["map.problem.part"].format(**labels)] == [each.says for each in differences(trainee, "problem_more")]
    assert 1 == told.problems_precision
    assert {("non_adherence", "depression")} <= {(each.source, each.target) for each in CASE.key.links}
    assert (1.0, ()) == (told.links_precision, differences(trainee, "link_more"))


def drawn() -> Scripted:
    """Return a trainee with a map of four: three of the key's, one of their own."""
    trainee = at_work()
    trainee.record(problem(0, "Rows at home", "relationships", urgency=3, severity=2))
    trainee.record(problem(1, "Missed doses", "illness_behavior", urgency=2, severity=2))
    trainee.record(problem(2, "Depression", "psychiatric", urgency=1, severity=2))
    trainee.record(problem(3, "Loneliness", "wellbeing"))
    return trainee


def test_a_map_is_compared_by_problems_links_order_and_first_place() -> None:
    trainee = drawn().record([*link(0, "p1", "p3"), *link(1, "p3", "p2"), *link(2, "p1", "p2")])
    told = trainee.feedback().map
    assert (("p3", "depression"), ("p2", "non_adherence"), ("p1", "family_conflict")) == told.matched
    assert 3 / 4 == told.problems_precision
    essential = [each.id for each in CASE.key.problems if each.essential]
    assert 3 / len(essential) == told.problems_recall
    assert 1 / 3 == told.links_precision
    assert 1 / 2 == told.links_recall
    assert 1.0 == told.rank_correlation
    assert told.same_first is False


def test_each_difference_has_the_fact_for_the_key_and_more_is_asked_about() -> None:
    trainee = drawn().record([*link(0, "p1", "p3"), *link(1, "p3", "p2"), *link(2, "p1", "p2")])
    turned = differences(trainee, "link_turned")
    assert ["A little over half of the doses were taken: the treatment has not been tried."] == [each.because for each in turned]
    assert () == differences(trainee, "link_missing")
    more = differences(trainee, "link_more")
    assert [(None, True)] == [(each.because, each.says.endswith("?")) for each in more]
    own = differences(trainee, "problem_more")
    assert [SAYS["map.problem.more"].format(label="Loneliness", name="Martin Hale")] == [each.says for each in own]
    first = differences(trainee, "first_place")
    assert ["Some nights, after a row, he would sooner not wake up."] == [each.because for each in first]
    assert all(each.because for each in differences(trainee, "problem_missing"))


def test_an_essential_link_between_shared_problems_is_missed() -> None:
    missing = differences(drawn(), "link_missing")
    assert 2 == len(missing)
    assert all(each.because for each in missing)


def test_without_ratings_nothing_is_said_of_the_order() -> None:
    trainee = at_work()
    for place, (label, area) in enumerate((("Rows", "relationships"), ("Missed doses", "illness_behavior"), ("Depression", "psychiatric"))):
        trainee.record(problem(place, label, area))
    told = trainee.feedback().map
    assert (None, None) == (told.rank_correlation, told.same_first)


def test_the_same_ratings_are_the_same_place() -> None:
    trainee = at_work()
    for place, (label, area) in enumerate((("Rows", "relationships"), ("Missed doses", "illness_behavior"), ("Depression", "psychiatric"))):
        trainee.record(problem(place, label, area, urgency=2, severity=1))
    told = trainee.feedback().map
    assert (None, None) == (told.rank_correlation, told.same_first)
    assert SAYS["map.first.ties"] in told.says


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([(0, 0), (1, 1)], None),
        ([(0, 0), (1, 1), (2, 2)], 1.0),
        ([(0, 2), (1, 1), (2, 0)], -1.0),
        ([(0, 0), (1, 2), (2, 1)], 1 / 3),
        ([(0, 0), (0, 1), (1, 2)], 2 / (2 * 3) ** 0.5),
        ([(0, 0), (0, 1), (0, 2)], None),
    ],
)
def test_tau_b_by_hand(pairs: list[tuple[int, int]], expected: float | None) -> None:
    assert pytest.approx(expected) == tau_b(pairs) if expected is not None else tau_b(pairs) is None


def test_what_the_person_drew_is_not_the_trainees_map() -> None:
    trainee = at_work().record(problem(0, "Depression", "psychiatric", by="patient"))
    assert () == trainee.feedback().map.matched


def test_an_explanation_is_told_part_by_part_with_its_words() -> None:
    trainee = at_work().explain("The tablets were only one part of it. We can decide together.")
    told = trainee.feedback().explaining
    assert ("good", ("The tablets were only one part of it.",)) == (
        of(told, "explaining.partial_targets").standing,
        of(told, "explaining.partial_targets").quotes,
    )
    assert ("We can decide together.",) == of(told, "explaining.decides_together").quotes
    missing = of(told, "explaining.checks_back")
    assert ("missing", lines.CHECK, ()) == (missing.standing, missing.try_this, missing.quotes)
    assert CASE.key.explaining.own_part in of(told, "explaining.own_part").says


def test_what_was_perhaps_said_costs_nothing_and_is_asked_with_the_words() -> None:
    trainee = at_work().explain("How would you like to continue?")
    told = trainee.feedback()
    perhaps = of(told.explaining, "explaining.decides_together")
    assert ("not_known", ("How would you like to continue?",), lines.TOGETHER) == (perhaps.standing, perhaps.quotes, perhaps.try_this)
    assert "perhaps" in perhaps.says
    sure = at_work().explain("We can decide together.").feedback()
    assert points(sure) == points(told)


def test_the_trainees_own_word_on_a_part_wins_and_counts_also_after_the_feedback_was_shown() -> None:
    trainee = at_work().explain("The tablets were only one part of it. How would you like to continue?")
    first = trainee.feedback()
    trainee.session.read_feedback()
    trainee.session.correct_explaining("partial_targets", heard=False)
    trainee.session.correct_explaining("own_part", heard=True)
    trainee.session.correct_explaining("checks_back", heard=True)
    trainee.session.correct_explaining("checks_back", heard=False)
    told = trainee.feedback()
    assert ["missing", "good", "missing", "not_known"] == [
        of(told.explaining, f"explaining.{part}").standing for part in ("partial_targets", "own_part", "checks_back", "decides_together")
    ]
    assert "What the earlier treatments did not reach was not said" in of(told.explaining, "explaining.partial_targets").says
    assert all(of(told.explaining, f"explaining.{part}").says.endswith("(by your own word)") for part in ("own_part", "checks_back"))
    within = next(part.within for part in figures().part if part.code == "explaining")
    assert points(first) - within["partial_targets"] + within["own_part"] == points(told)
    assert told.ending is None


def points(told: Feedback) -> int:
    """Return the points of the closing task."""
    return next(part.points for part in told.rubric.parts if part.code == "explaining")


def test_a_label_in_an_explanation_is_named() -> None:
    told = at_work().explain("You are treatment-resistant.").feedback()
    assert ("missing", lines.NO_LABEL) == (
        of(told.explaining, "explaining.label").standing,
        of(told.explaining, "explaining.label").try_this,
    )


def test_questions_that_could_disprove_count_before_the_formulation_is_settled() -> None:
    trainee = at_work()
    before = trainee.turn(about("mania"))
    trainee.session.commit_formulation()
    trainee.turn(about("medical"))
    told = trainee.feedback().disproof
    assert ("good", (before,)) == (of(told, "disproof.mania").standing, of(told, "disproof.mania").turns)
    assert "partly" == of(told, "disproof.medical").standing
    assert "missing" == of(told, "disproof.loss_effect").standing


def test_safety_is_the_goal_before_all_and_then_what_the_case_turns_on() -> None:
    trainee = at_work()
    trainee.turn(about("mood", form=LEADING))
    assert "goal.suicide" == trainee.feedback().goal.code
    followed = told_of_risk()
    assert "goal.risk" == followed.feedback().goal.code
    said = followed.feedback()
    safe = said.model_copy(update={"safety": tuple(each.model_copy(update={"standing": "good"}) for each in said.safety)})
    assert "goal.must_ask" == goal(CASE, safe).code
    heard = safe.model_copy(update={"must_ask": ()})
    assert heard.sequence[0].code == "sequence.consent"
    assert "goal.consent" == goal(CASE, heard).code


def test_every_goal_has_a_sentence_to_try() -> None:
    for trainee in ("good", "leading", "closed_only", "no_safety"):
        assert run(CASE, trainee).feedback().goal.try_this


def test_points_add_up_and_carry_their_sources() -> None:
    told = at_work().feedback().rubric
    assert 100 == sum(part.of for part in told.parts)
    assert len(told.parts) == len(told.sources)
    assert {"project", "recalled"} == {part.status for part in figures().part}
    assert (0, 3, 10, 10) == (share(10, 0, 0), share(10, 1, 3), share(10, 3, 3), share(10, 7, 3))


def part(trainee: Scripted, code: str) -> int:
    """Return the points of one part."""
    return next(each.points for each in trainee.feedback().rubric.parts if each.code == code)


def test_asking_earns_half_and_hearing_the_whole_answer_the_rest() -> None:
    trainee = at_work()
    for topic in CASE.key.must_ask:
        trainee.turn(about(topic, form=CLOSED))
    heard = sum(topic in trainee.state.given for topic in CASE.key.must_ask)
    assert 0 < heard < len(CASE.key.must_ask)
    assert 18 * (len(CASE.key.must_ask) + heard) // (2 * len(CASE.key.must_ask)) == part(trainee, "must_ask")


def test_a_leading_question_takes_a_point_of_technique() -> None:
    trainee = at_work()
    for __ in range(10):
        trainee.turn(about("drugs", form=CLOSED))
    assert 4 == part(trainee, "technique")
    trainee.turn(about("drugs", form=LEADING))
    assert 3 == part(trainee, "technique")


def test_without_suicide_the_total_is_capped() -> None:
    told = run(CASE, "no_safety").feedback().rubric
    assert (49, True) == (told.total, sum(each.points for each in told.parts) > 49)
    assert SAYS["points.cap"].format(cap=49) == told.capped_because


def test_the_same_drug_twice_is_told_apart_by_its_order() -> None:
    answers = {**CASE.key.answers, "trials[1].agent": "venlafaxine"}
    ratings = (RatingKey(path="trials[1].adequate", best=False, because="Four weeks."),)
    case = CASE.model_copy(update={"key": CASE.key.model_copy(update={"answers": answers, "ratings": ratings})})
    trainee = Scripted(case).record([("interview.any.trials", True), ("trials[0].agent", "venlafaxine"), ("trials[0].kind", "medication")])
    trainee.record([("interview.more.trials[0]", True), ("trials[0].adequate", True)])
    assert [None] == [each.yours for each in trainee.feedback().ratings]
    trainee.record([("trials[1].agent", "venlafaxine"), ("trials[1].kind", "medication"), ("trials[1].adequate", False)])
    assert [False] == [each.yours for each in trainee.feedback().ratings]


def test_what_is_not_essential_is_not_missed() -> None:
    essential = [each.because for each in CASE.key.problems if each.essential]
    assert essential == [each.because for each in differences(at_work(), "problem_missing")]
    assert len(essential) < len(CASE.key.problems)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("form", [OPEN, CLOSED], ids=["open", "closed"])
def test_asking_about_what_the_case_turns_on_never_takes_points(seed: int, form: Form) -> None:
    chance = random.Random(seed)
    trainee = Scripted(CASE)
    for topic in chance.choices(subjects(CASE), k=chance.randrange(25)):
        trainee.turn(about(topic, form=chance.choice((OPEN, CLOSED, LEADING))))
    before = trainee.feedback().rubric.total
    for topic in chance.sample(CASE.key.must_ask, len(CASE.key.must_ask)):
        trainee.turn(about(topic, form=form))
        now = trainee.feedback().rubric
        assert before <= now.total <= 100
        assert all(0 <= part.points <= part.of for part in now.parts)
        before = now.total


def test_hints_fade() -> None:
    assert ["shown", "shown", "on_asking", "on_asking", "on_asking", "none"] == [hints_come(done) for done in range(6)]


def test_a_hint_names_a_subject_and_comes_to_suicide_in_time() -> None:
    trainee = at_work()
    hint = next_hint(CASE, trainee.session)
    assert hint is not None
    assert "consent" == hint.topic
    for topic in ("consent", "agenda", "mood", "sleep", "work", "money"):
        trainee.turn(about(topic))
    hint = next_hint(CASE, trainee.session)
    assert hint is not None
    assert ("suicide", "Not asked yet: thoughts of suicide.") == (hint.topic, hint.says)
    trainee.session.take_hint("suicide")
    later = next_hint(CASE, trainee.session)
    assert later is not None
    assert "suicide" != later.topic


def test_hints_end_where_everything_was_heard_and_none_tells_an_answer() -> None:
    trainee = run(CASE, "good")
    spoken = [answer.says for answer in CASE.answers] + [each.because for each in CASE.key.problems]
    for __ in range(30):
        hint = next_hint(CASE, trainee.session)
        if hint is None:
            break
        assert not any(hint.says in words or words in hint.says for words in spoken)
        trainee.turn(about(hint.topic))
    assert len(next_hint(CASE, at_work().session).says) < 60  # type: ignore[union-attr]


def test_progress_has_a_row_a_case_and_no_interval_from_few_ratings() -> None:
    said = run(CASE, "good").feedback()
    told = progress([said, at_work().feedback()])
    assert [("good", len(CASE.key.must_ask)), ("missing", 0)] == [(row.suicide, row.asked) for row in told.rows]
    assert 0 < told.agreement.ratings < 75
    assert 1.0 == told.agreement.kappa
    assert (None, None) == (told.agreement.low, told.agreement.high)


@pytest.mark.parametrize(("number", "has_interval"), [(74, False), (75, True)])
def test_the_interval_comes_from_seventy_five_ratings_on(number: int, has_interval: bool) -> None:
    rated = [("scale", place % 4 / 3, (place + (place % 5 == 0)) % 4 / 3) for place in range(number)]
    told = agreement(rated)
    assert has_interval is (told.low is not None and told.high is not None)
    if told.low is not None and told.high is not None and told.kappa is not None:
        assert told.low < told.kappa < told.high


def test_weighted_kappa_by_hand() -> None:
    """Two scales: on the first 1 of 2 pairs is apart by a whole, by chance as many; on the second both agree, by chance half are apart."""
    rated = [("a", 0.0, 0.0), ("a", 1.0, 0.0), ("b", 0.0, 0.0), ("b", 1.0, 1.0)]
    assert pytest.approx(1 - 1 / (1 + 1)) == weighted_kappa(rated)
    assert pytest.approx(1.0) == weighted_kappa(rated[2:])
    assert weighted_kappa([("a", 0.0, 0.0)]) is None
    near, far = [("c", 0.0, 1 / 3), ("c", 1.0, 1.0)], [("c", 0.0, 1.0), ("c", 1.0, 0.0)]
    assert (weighted_kappa(near) or 0.0) > 0 > (weighted_kappa(far) or 0.0)


def test_every_remark_can_be_read_without_a_gap() -> None:
    """No sentence keeps a brace of its pattern, in a session of any kind."""
    for trainee in (run(CASE, "leading"), run(CASE, "no_safety"), at_work(), drawn()):
        said = trainee.feedback()
        parts = (said.safety, said.must_ask, said.depth, said.sequence, said.technique, said.disproof, said.explaining, (said.goal,))
        remarks: list[Remark] = [remark for part in parts for remark in part]
        assert all(remark.says and "{" not in remark.says for remark in remarks)
