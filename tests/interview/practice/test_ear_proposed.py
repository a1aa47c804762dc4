"""What is proposed to a trainee is heard, when it is said, as that for which it was proposed: nothing else, and nothing asked back."""

from __future__ import annotations

import pytest

from interview.practice.ear.hearing import hear
from interview.practice.technique.topic_questions import TOPIC_QUESTIONS


@pytest.mark.parametrize("topic", TOPIC_QUESTIONS)
def test_a_topics_question_is_heard_as_its_topic(topic: str) -> None:
    heard = hear(TOPIC_QUESTIONS[topic])
    assert ("answer", (topic,)) == (heard.action, heard.chosen)
    assert not heard.form.leading
