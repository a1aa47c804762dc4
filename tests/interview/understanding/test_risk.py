"""Words of risk: found with their inflections, also when denied, and seldom in ordinary talk."""

from __future__ import annotations

import pytest

from interview.understanding.risk import risk_words

ALARMS = """
I want to die|I wanted to die|I wish I was dead|I wish I were dead|no suicidal thoughts|I was suicidal|suicide|I'd kill myself
I nearly killed myself|I thought about ending my life|thoughts of ending it all|I took an overdose in 2019|I overdosed|I OD'd once
I cut my arms|I used to cut myself|he cut himself|self-harm|self harm|selfharming|I hurt myself|I never thought of hurting myself
I'd never harm myself|hang myself|I tried to hang myself|jumped off a bridge|step in front of a train|I took all my pills
saving up tablets|everyone would be better off without me|I don't want to be here any more|I dont want to live|I do not want to wake up
no reason to live|not worth living|life isn't worth living|tired of living|I can't go on|I cant carry on|I can't take it anymore
I feel like a burden|I'm a burden to them|I wrote a goodbye letter|I bought a rope|I have a gun at home|I want to kill him
I could strangle her|I'd hurt my husband|voices telling me to do it|I'm afraid I might hurt the baby|I hit my wife|unalive|I wanna die
kill myslef|do something stupid|end it all|a way out|not wanting to exist|she tried to kill herself|my brother committed suicide
I was going to jump|I think of death a lot|better off dead|I want to disappear
"""
CALM = """
I sleep badly and my job is stressful|deadline at work|my skill at painting|painkillers help|we hung out together|the weekend was fine
I take one tablet at night|my father passed away in 2018|I live alone|I don't live with my parents|we never go on holiday
diet and exercise|the phone was dead easy to use|I'm dead tired|I walk by the river|I cut down on coffee|it helped a bit|no|nothing
I like my colleagues|I eat late|I'm anxious about money|he lost his job|I have two children|I drink two coffees|cried all day
hopeful about the new treatment
"""


@pytest.mark.parametrize("text", [text.strip() for line in ALARMS.strip().splitlines() for text in line.split("|")])
def test_words_of_risk_are_found(text: str) -> None:
    assert risk_words(text)


@pytest.mark.parametrize("text", [text.strip() for line in CALM.strip().splitlines() for text in line.split("|")])
def test_ordinary_talk_raises_nothing(text: str) -> None:
    assert () == risk_words(text)


def test_each_word_is_returned_once_in_order_as_said() -> None:
    assert ("suicide", "kill") == risk_words("Suicide? I'd never KILL anyone. suicide")


def test_a_negation_does_not_take_a_word_out() -> None:
    assert risk_words("I have no thoughts of suicide") == risk_words("I have thoughts of suicide")


def test_a_word_deep_in_a_long_text_is_found() -> None:
    for place in (3_900, 3_990, 4_000, 20_000):
        assert ("suicide",) == risk_words("low mood " * (place // 9) + "suicide" + " low mood" * 100)
