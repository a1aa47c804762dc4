"""Sentences that a trainee could say to the person: said in the simulation, in the language of the cases, so that no catalogue has them."""

from __future__ import annotations

from typing import Final

from interview.practice.technique.topic_questions import TOPIC_QUESTIONS

BEGIN: Final = "Hello. Before we start: is it all right if I ask you some questions and take notes?"
AGAIN: Final = "I'd like to come back to something. Have there been times when you did not want to go on living, even a little?"
PLAN: Final = "When those thoughts come, have you thought about how you might do it, or made any plan?"
PROTECTIVE: Final = "What keeps you from acting on those thoughts?"
CONSENT: Final = "Is it all right if I ask you some personal questions and take notes?"
MORE: Final = "Can you tell me more about that?"
OWN_VIEW: Final = "What have you thought of doing about it yourself?"
REFLECT: Final = "It sounds as if that has been hard to carry. Have I understood you?"
LIMITS: Final = "The treatments so far were aimed at one part of this; other parts have not been treated yet."
OWN_PART: Final = "There are things that you can do yourself, and some that you already do. Which would you start with?"
CHECK: Final = "How does that fit with what you know? What have I got wrong?"
TOGETHER: Final = "What would you like to take up first? We can decide it together."
NO_LABEL: Final = "The treatments have not reached what keeps this going. That is no failing of yours."
FEEDS: Final = "Which of these troubles, would you say, feeds the others?"
CONTACT: Final = "Let us settle who you can call if those thoughts come back, and when we look at it again."
THIS_HISTORY: Final = "Let me put together what you told me, in the order in which it happened."


def question_on(topic: str) -> str:
    """Return an open question on a topic."""
    return TOPIC_QUESTIONS.get(topic, MORE)


def another_on(topic: str, line: str) -> str:
    """Return an open question on a topic, or how to go on where the line is that question already."""
    question = question_on(topic)
    return MORE if question.casefold().strip(" ?") == line.casefold().strip(" ?") else question
