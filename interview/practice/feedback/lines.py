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
REFLECT: Final = "It sounds as if that has been hard to carry. Have I understood you?"
LIMITS: Final = "The treatments so far were aimed at one part of this; other parts have not been treated yet."
OWN_PART: Final = "There are things that you can do yourself, and some that you already do. Which would you start with?"
CHECK: Final = "How does that fit with what you know? What have I got wrong?"
TOGETHER: Final = "What would you like to take up first? We can decide it together."
NO_LABEL: Final = "The treatments have not reached what keeps this going. That is no failing of yours."
FEEDS: Final = "Which of these troubles, would you say, feeds the others?"
CONTACT: Final = "Let us settle who you can call if those thoughts come back, and when we look at it again."
THIS_HISTORY: Final = "Let me put together what you told me, in the order in which it happened."

HEARD: Final[dict[str, str]] = {
    "greet": "Could you tell me your name and a little about yourself?",
    "impact": "How does all this affect your everyday life?",
    "residual": "What symptoms are left, even when your mood is better?",
    "concentration": "How is your concentration?",
    "anxiety": "What can you tell me about any anxiety or panic attacks?",
    "means": "Can you tell me what you have access to at home, such as tablets?",
    "psychosis": "Can you tell me about any voices, or things that others do not hear or see?",
    "mania": "Can you tell me about any times when you felt unusually high or full of energy?",
    "cognition": "Can you tell me about getting lost, or not knowing people you know well?",
    "adherence": "How do you get on with taking your medicine every day?",
    "side_effects": "What side effects, if any, did the medicine have?",
    "paradoxical": "Can you tell me about any time when a medicine made you worse or agitated?",
    "psych_history": "What can you tell me about any earlier problems with your mental health?",
    "family_psych": "What do you know about depression in your family?",
    "allergies": "What are you allergic to, if anything?",
    "work": "How are things at work?",
    "living": "Can you tell me about the people you live with?",
    "alcohol": "What can you tell me about drinking alcohol, if you do?",
    "withdrawal": "Can you tell me about any time when you stopped the medicine or cut it down?",
    "wellbeing": "What are the good things in your life, if any?",
    "dose_duration": "What can you tell me about the dose, in milligrams and weeks?",
    "support": "What support, if any, do you have from friends?",
    "drugs": "What can you tell me about any use of cannabis or cocaine?",
    "diet": "How would you describe what you eat?",
    "beliefs": "What do you think is wrong?",
    "concerns": "What can you tell me about any worries about your health?",
    "demoralization": "Can you tell me about any feeling of being helpless or of giving up?",
    "mastery": "How do you handle everyday life?",
    "purpose": "What, if anything, gives your life meaning?",
    "autonomy": "How easy is it for you to hold to your own opinion when others disagree?",
}
"""Questions for topics on which the shorter ones are heard as something else too: what is proposed must be understood when it is said."""


def question_on(topic: str) -> str:
    """Return an open question on a topic."""
    return HEARD.get(topic) or TOPIC_QUESTIONS.get(topic, MORE)


def another_on(topic: str, line: str) -> str:
    """Return an open question on a topic, or how to go on where the line is that question already."""
    question = question_on(topic)
    return MORE if question.casefold().strip(" ?") == line.casefold().strip(" ?") else question
