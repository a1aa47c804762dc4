"""The measure of reading ease counts what it says, and tells plain speech from officialese."""

from __future__ import annotations

import pytest

from interview.questionnaire.reading_ease import grade, long_words, longest_sentence, sentences, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("day", 1),
        ("life", 1),
        ("hoped", 1),
        ("wanted", 2),
        ("little", 2),
        ("depression", 3),
        ("medicine", 3),
        ("possibility", 5),
        ("people", 2),
        ("mm", 1),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert count == syllables(word)


def test_sentences_end_at_their_marks() -> None:
    assert (("How", "are", "you"), ("Tell", "me")) == sentences("How are you? Tell me.")
    assert 3 == longest_sentence("How are you? Tell me.")
    assert 0 == longest_sentence("…")


def test_long_words_have_four_syllables_or_more() -> None:
    assert 1 == long_words("The possibility of a medicine.")


def test_officialese_is_graded_far_above_plain_speech() -> None:
    plain = grade(["How do you sleep? What helps you most?"])
    official = grade(["Administration of pharmacological interventions necessitates individualized consideration of contraindications."])

    assert plain < 3 < 15 < official
    assert 0.0 == grade([])
