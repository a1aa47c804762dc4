"""A no to a question about danger: heard where the whole answer denies the whole thing asked, and asked back everywhere else.

Each sentence that is a no has neighbours beside it that are none.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from interview import language
from interview.engine.hearing import Heard, hear_text
from interview.questionnaire.reader import bundled
from interview.understanding.safety_no import is_about_danger
from interview.understanding.understand import understand
from tests.interview.understanding.examples import TODAY

DENIED = {
    "safety.wish_to_be_dead": """
no|No.|no, never|never|not at all|nope|no, not once|there were no such times|there were no times like that|I had no wish to die
I never wished to be dead|no, I never felt like that|no such wish|I have never wanted to die|no, thank God
""",
    "safety.thoughts": """
no|no thoughts of that kind|no such thoughts|no thoughts like that|I had no thoughts like that|I have had no such thoughts
I've never had any thoughts like that|I haven't had any thoughts of that kind|I haven't had thoughts like that|none of that
no, I have never thought of it|I never thought about ending my life|no, nothing like that|it never crossed my mind|no suicidal thoughts
there were no thoughts like that|no, I haven't|I have never thought about suicide
no thoughts of ending my life in the past month
""",
    "safety.method": "no|I have no method|there is no way|no way|no, none|I don't have any method|no method at all",
    "safety.intent": """
no|there was no such moment|no, there was no moment like that|I never meant to|I have never meant to do it|I had no intention of doing it
I never had any intention of doing that|no, I did not|not once
""",
    "safety.plan": """
no|I have no plan|I have no plans|no plan|no plans like that|I haven't any plans like that|I don't have a plan|there is no plan
no plan at all|no, I have no plan|I've no plan of any kind|nothing planned|I have not planned anything|nothing is settled|no such plans
I have no plan to do it|well, no
""",
    "safety.act": """
no|never|I have never tried|I never tried it|no, I've never attempted it|there were no attempts|no attempts|I have never had any attempts
never done anything like that|I have never tried to end my life
""",
    "safety.self_harm": "no|no self-harm|I have never hurt myself|I did not hurt myself|I haven't harmed myself|no, never",
    "safety.means_access": """
no|I have nothing like that|there is nothing within reach
I don't have anything like that|I have no means|nothing
""",
    "safety.harm_to_others": """
no|no such thoughts|no thoughts of hurting anyone
I never had thoughts like that|I had no such thoughts|never
""",
    "safety.abuse": "no|nobody|no one|no one is|nobody does",
    "interview.safety_second_look": "no|I'm not|no, I am not|I have no such thoughts|I'm not thinking about it|no thoughts like that",
}
NEVER_A_NO = {
    "safety.wish_to_be_dead": """
no, not really|not really|I don't think so|hardly ever|no, but it would be easier|no, only sometimes
not this month|no...|no?
no, I just want it to stop|no, I want to live for my kids|no time for that|I have no wish to go on|no wish to die, most days
""",
    "safety.thoughts": """
I have no idea|no idea|I have no thoughts about that|no thoughts today|no thoughts at the moment|no thoughts like that lately
no more thoughts than usual|I have no such thoughts|I have no such thoughts now|no, I have thought about it every day|no, not any more
no, not since Sunday|no, not really|no, just of dying|no, I would never do it|no plan|I have no plan|no, only at night
no thoughts but dreams|no thoughts, only a wish|none that I remember|no, well|never seriously|not seriously|not actively|no, passing ones
no, I'd rather not say|nothing comes to mind|not that I can think of|no, the children need me|no, because of my faith
""",
    "safety.method": """
no one way|no, several|no particular method|I have no method yet|nothing comes to mind|no, I am too scared|no method, but pills are there
no, I looked it up and they all hurt|I have no thoughts like that
""",
    "safety.intent": """
I have no intention|I have no intention of doing it|no intention at the moment|no, I would never|no, I lost my nerve|no, I was stopped
no, the children need me|not quite|no, not entirely|I have no plan|there was no moment without it
""",
    "safety.plan": """
I have no plan yet|no plan yet|no plan, not really|no plan but I know how|no plan but the pills are there|no time, but I know the place
no real plan|no clear plan|no fixed plan|no plan as such|no plan for now|no plan today|no plan any more|I have no other plan|no better plan
no details|no date|no place|no definite plan|not a plan exactly|I have no idea|no, not yet|nothing planned yet|nothing fixed|no such luck
no plan because I don't need one|no plan needed|I have no thoughts of that kind|no plan, I would just do it|I have no plan, only the means
no, it would be on the spur of the moment|I had no plan
""",
    "safety.act": """
no, not really|I have not tried this year|no attempts lately|no serious attempts|no attempts that worked|no, I was stopped|not yet
no, only pills once|no, I changed my mind on the bridge|I have no attempts in the past month|never since 2010|no, nearly
""",
    "safety.self_harm": """
no, only scratches|no cutting|I haven't cut myself|not on purpose|no more than usual|no, not badly|not this month|I don't hurt myself now
""",
    "safety.means_access": """
no guns|no weapons|nothing at home|nothing but my tablets|I have no gun|no, just the usual pills|no, they are locked away|no rope
nothing special|nothing I would use|no, my wife has them
""",
    "safety.harm_to_others": """
no, only myself|no thoughts of hurting my wife|I would never hurt anyone
no, but he deserves it|I have no such thoughts now|no one in particular
""",
    "safety.abuse": "nobody hurts me|not physically|not any more|no, he only shouts|no one at home|nobody but him|no, not since he left",
    "interview.safety_second_look": "not right now|not at the moment|no, not right now|no, not really|no more than before|I am not sure",
}
DENIED_IT = {
    "safety.wish_to_be_dead": "no|no, mai|mai|per niente|nessun momento del genere|non ci sono stati momenti simili|no, grazie a Dio",
    "safety.thoughts": """
no|nessun pensiero del genere|nessun pensiero di quel tipo|non ho avuto pensieri del genere|non ho mai avuto pensieri simili|mai pensato
no, non ci ho mai pensato|non ho mai pensato al suicidio|non ho mai pensato a farla finita|niente del genere|no, niente di simile
mai avuto pensieri di quel genere
""",
    "safety.method": "no|nessun metodo|non ho un metodo|no, nessuno",
    "safety.intent": "no|nessun momento del genere|non ne ho mai avuto l'intenzione|non ho mai avuto intenzione di farlo|no, mai",
    "safety.plan": """
no|non ho un piano|non ho nessun piano|non ho alcun piano|non ho piani|nessun piano|nessun piano del genere|no, nessun piano
niente di pianificato|non ho pianificato niente|beh, no
""",
    "safety.act": "no|mai|non ci ho mai provato|mai tentato|non ho mai tentato il suicidio|nessun tentativo|no, mai provato",
    "safety.self_harm": "no|non mi sono mai fatta male|non mi sono fatto male apposta|mai",
    "safety.means_access": "no|non ho niente del genere|non ho niente a portata di mano|niente",
    "safety.harm_to_others": "no|mai avuto pensieri simili|mai pensato di fare del male a qualcuno|nessun pensiero del genere",
    "interview.safety_second_look": "no|non ci penso|non ho pensieri del genere|no, non ci sto pensando",
}
NEVER_A_NO_IT = {
    "safety.wish_to_be_dead": """
non proprio|no, non proprio|no, ma sarebbe più facile|non questo mese
no...|credo di no|quasi mai|no, solo a volte
""",
    "safety.thoughts": """
non ho idea|nessuna idea|nessun pensiero per ora|nessun pensiero oggi|non ho pensieri di quel tipo|no, ci penso ogni giorno|no, non più
no, non davvero|no, ho i figli|no, per via della fede|non ho un piano|non ci penso quasi mai|no, non ultimamente|non seriamente
nessun pensiero, solo un desiderio|no, beh|non che io ricordi|non mi viene in mente niente|no, non lo farei mai|no, preferisco non dirlo
""",
    "safety.method": "non ancora|nessun metodo preciso|no, più di uno|nessun modo per ora|non ho un metodo, ma ho le pastiglie",
    "safety.intent": "non ho intenzione|non ho intenzione di farlo|no, mi hanno fermato|non del tutto|no, non ne ho il coraggio",
    "safety.plan": """
non ho un piano, per ora|nessun piano per ora|non ho ancora un piano|non ancora|no, non ancora|nessun piano preciso|nessun vero piano
non ho un vero piano|non ho un piano ma so come|non ho un piano, lo farei e basta|non ho una data|nessun posto|nessun piano adesso
non ho piani per il momento|non ho altri piani|nessun piano, non proprio|niente di definitivo|non ho un piano davvero|no, non mi serve
""",
    "safety.act": """
non quest'anno|nessun tentativo serio|no, quasi
mai dal 2010|no, solo pastiglie una volta|non ancora|no, mi hanno fermato
""",
    "safety.self_harm": "non apposta|no, solo graffi|non questo mese|non mi taglio|no, non tanto",
    "safety.means_access": "nessuna arma|niente in casa|solo le mie pastiglie|no, le tiene mia moglie|no, solo le solite medicine",
    "safety.harm_to_others": "no, solo a me|no, ma se lo merita|non farei mai male a nessuno",
    "interview.safety_second_look": "non adesso|non in questo momento|no, non ora|non so",
}


def every(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(link_id, text.strip()) for link_id, texts in table.items() for line in texts.strip().splitlines() for text in line.split("|")]


@pytest.fixture(params=["en", "it"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    before = language.current()
    language.use(request.param)
    yield request.param
    language.use(before)


def test_a_no_that_denies_the_whole_is_heard(spoken: str) -> None:
    rows = every(DENIED if spoken == "en" else DENIED_IT)
    assert (90 if spoken == "en" else 50) <= len(rows)
    assert [] == [(about, text) for about, text in rows if understand("yes_no", text, about=about).value is not False]


def test_every_other_no_is_asked_back(spoken: str) -> None:
    rows = every(NEVER_A_NO if spoken == "en" else NEVER_A_NO_IT)
    assert (110 if spoken == "en" else 60) <= len(rows)
    assert [] == [(about, text) for about, text in rows if understand("yes_no", text, about=about).value is False]


def test_what_hangs_on_another_question_is_asked_back_there() -> None:
    """ "I have no plan" is a no to the question about a plan, and to no other."""
    plans = [each for each in DENIED["safety.plan"].split("|") if "plan" in each and "nothing" not in each]
    others = [link_id for link_id in DENIED if link_id != "safety.plan"]
    assert [] == [(about, text) for about in others for text in plans if understand("yes_no", text.strip(), about=about).value is False]


def test_a_yes_a_refusal_and_a_dont_know_stay_what_they_are(spoken: str) -> None:
    yes, refusal, unknown = (
        ("yes", "I'd rather not say", "I don't know") if spoken == "en" else ("sì", "preferisco non rispondere", "non so")
    )
    for about in DENIED:
        assert understand("yes_no", yes, about=about).value is True
        assert "declined" == understand("yes_no", refusal, about=about).missing
        assert "unknown" == understand("yes_no", unknown, about=about).missing


def test_every_question_of_safety_is_read_so() -> None:
    asked = [
        link_id
        for link_id, item in bundled().items.items()
        if link_id.startswith(("safety.", "interview.safety")) and item.type == "yes_no"
    ]
    assert 17 <= len(asked)
    assert all(is_about_danger(link_id) for link_id in asked)
    assert not any(is_about_danger(link_id) for link_id in ("medical.pain", "interview.consent", None))
    for link_id in asked:
        heard = [hear_text(link_id, bundled().items[link_id], text, TODAY, keep=False) for text in ("no", "no, not really", "no plan yet")]
        assert [False] == [each.value for each in heard if isinstance(each, Heard)], link_id


def test_elsewhere_a_hedged_no_is_still_a_no() -> None:
    assert understand("yes_no", "not really", about="medical.pain").value is False
    assert understand("yes_no", "no, the children need me", about="relationships.lonely").value is False
