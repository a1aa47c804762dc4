"""What a judgement is about, by name."""

from __future__ import annotations

from interview.engine.fold import Answer
from interview.questionnaire.reader import bundled
from interview.views.subjects import LONGEST, subject_of

GIVEN = {
    "trials[0].agent": "sertraline",
    "trials[1].agent": "cbt",
    "stress.sources[1].label": "the debts\nsince the shop closed",
    "stress.sources[2].label": "x" * 100,
    "toxicity_details.switch.agent": "venlafaxine",
    "toxicity.switch": True,
}


def subject(link_id: str) -> str:
    def answer_of(path: str) -> Answer | None:
        return Answer(path, "answered", GIVEN[path], None, "patient", "", 3) if path in GIVEN else None

    return subject_of(bundled(), answer_of, link_id)


def test_a_treatment_is_named_by_its_drug_or_therapy() -> None:
    assert "the latest treatment: sertraline" == subject("trials[0].impediments")
    assert "number 2: Cognitive behavioural therapy" == subject("trials[1].evidence_based")


def test_a_title_that_asks_for_a_treatment_claims_nothing_of_the_one_that_was_told() -> None:
    """It stands over the question that names the treatment until that is answered; what it did is told by its outcome alone."""
    assert "the treatment that went worst" == subject("trials[2].agent")
    assert "number 3" == subject("trials[2].evidence_based")
    assert "number 2" == subject("trials[1].agent")
    assert "the latest treatment: sertraline" == subject("trials[0].outcome")


def test_a_source_of_stress_is_named_by_the_persons_words_on_one_line() -> None:
    assert "number 2: the debts since the shop closed" == subject("stress.sources[1].theme")
    assert len("number 3: ") + LONGEST == len(subject("stress.sources[2].kind"))


def test_the_naming_question_itself_and_questions_outside_groups_have_no_name() -> None:
    assert "the latest treatment" == subject("trials[0].agent")
    assert "" == subject("interview.more.trials[0]")
    assert "" == subject("lifestyle.sleep_hours")


def test_a_judgement_on_what_a_drug_did_names_the_drug() -> None:
    assert "venlafaxine" == subject("toxicity.switch")
    assert "" == subject("toxicity.paradoxical")
