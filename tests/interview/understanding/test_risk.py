"""Words of risk: found with their inflections, also when denied, and seldom in ordinary talk."""

from __future__ import annotations

import json

import pytest

from interview.understanding.risk import risk_words
from tests.interview.understanding.gold_file import FOLDER

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
I'd be happy not to wake up tomorrow|I wish I'd never been born|life is pointless|there's no future for me|I want it all to stop
I wish I could sleep and not wake|I long for death|death would be a relief|I'm ready to go|I've had enough of life|sick of being alive
the world would be better without me|nobody would miss me|they'd be happier if I was gone|I don't deserve to live
can't see the point in living|nothing to live for|don't care whether I live or die|I'd welcome death
it wouldn't be the worst if I didn't come back from the op|lost the will to live|hope for a heart attack|praying for death
closing my eyes forever|fall asleep forever|life is not for me|what am I living for|why am I still here|hate being alive
dont wanna be here|dont want to exist|I wish I didn't exist|to not exist|being dead sounds nice|I envy the dead
I dont belong in this world|dark thoughts|thinking of harming myself|considering ending things|intrusive thoughts of jumping
topping myself|doing myself in|offing myself|take the easy way out|ending my own life|suicide ideation|suicidality
toying with the idea of ending it|urge to hurt myself|urges to jump|end myself|I have a plan|I know which bridge I'd use
I have picked a date|I bought pills to do it|I know how many tablets it would take|loaded gun|stash of pills under the bed
I looked up lethal doses|googled how to tie a noose|I tied a belt round my neck|put a bag over my head|swallowed bleach
swerve into oncoming traffic|drive off the road|crash my car on purpose|walk into the sea|stop taking my insulin so I die|I set a date
tried to hang myself|my stomach was pumped|ended up in A&E after taking pills|swallowed a bottle of pills|took 30 paracetamol
took a load of tablets|took too many pills|OD'd on sleepers|sectioned after I jumped|jumped from the second floor|cut my wrist
nearly did it last night|drove to the cliff|bang my head on the wall till it hurts|punch walls until my hands bleed
pick at my skin until it bleeds|cutting my legs|I relapsed into cutting|I cut when it gets bad|I used to cut|started cutting again
I'm a burden|easier for everyone if I wasn't around|no one would care if I died|dead weight to my family|he took his own life
hanged himself|she shot herself|denies SI|no SI/HI|no thoughts of self harm or harm to others|denies intent or plan|SI, no plan
passive SI|hx of SA x2|h/o DSH|pt OD on amitriptyline 2015|prev OD|2 prior attempts|NSSI since age 12|sucidal thougts|suisidal|suicdial
sucide atempt|overdoze|ovredose|killing myslef|kill my self|kil meself|wanting to dei|i want to dye|i just want too die|hanging mysef
cuting myself|cutting myslf|self ham|slef harm|selfharm|tird of livin|better of dead|beter of ded|end my lif|ending it al
dont want to be alife|not want to live anymor|hurtin myself|attemted suicide|wnat to disapear|no poin living|i wana kill meself
I think about not being here any more|I wish I could just fade away|it'd be fine by me if I got hit by a truck
I cross the road without looking and hope|I wouldn't care if my plane crashed|I don't want to see another birthday
I can't do this anymore|I don't want to do this any more|I don't want to be in this world|I want to sleep and never wake up
some days I'd rather not exist|would rather be dead than feel this|I don't plan on being around at Christmas
I've made my peace with dying|I'm ready for it to be over|I wish it would all be over|want to be out of it for good
if I died tomorrow I'd be glad|I look at the tracks and wonder|I stood on the bridge for an hour|I sat in the car with the hose
I held a knife to my wrist|I've got enough pills at home to do it|hidden some tablets just in case
kept my late mum's morphine just in case|I wrote letters to my kids|said goodbye to everyone|I've sorted my will and funeral
I took the lot|woke up in intensive care after the tablets|I was cut down by my wife|I tied the rope and then the phone rang
burnt my arm with a lighter|I scratch myself till I bleed|my brother killed himself|a friend hung himself
my uncle drank himself to death|my cousin took her life|a patient of mine died by suicide|never wanted to die|no wish to die
I'm not going to hurt myself|no plans to end my life|I wouldn't do anything stupid|no longer suicidal|haven't self harmed since 2019
not thinking of death|I don't want to kill myself but I wish I wasn't here|I would never act on it|I have the means
took my dad's shotgun out|I drank and drove hoping to crash|life feels not worth it|what's the use of going on
I've nothing left to live for|I see no way out|the only way out|no way out of this|I feel like ending it|feel like giving up on life
I could end it tonight|ready to end things|thought about it with the pills|I have thought about taking all my tablets
how easy it would be to step out into the road|I fantasise about car crashes|I pray not to wake up|God please take me
wish the earth would swallow me up
"""
CALM = """
I sleep badly and my job is stressful|deadline at work|my skill at painting|painkillers help|we hung out together|the weekend was fine
I take one tablet at night|my father passed away in 2018|I live alone|I don't live with my parents|we never go on holiday
diet and exercise|the phone was dead easy to use|I'm dead tired|I walk by the river|I cut down on coffee|it helped a bit|no|nothing
I like my colleagues|I eat late|I'm anxious about money|he lost his job|I have two children|I drink two coffees|cried all day
hopeful about the new treatment
I cut my hours at work|I cut my finger cooking|cut my dose in half|I've given up smoking|gave up on the gym|I hung the washing
I jumped the queue|I took the bus|I take all my tablets every day|I took all of April off|I swallowed my pride|I had a bath and slept
my phone died|the battery is dead|deadline stress|I missed the train|I fell off my bike|I fell off a ladder at work
I stepped off the kerb and fell|my back hurts|my knee hurt after the run|I hurt my back|I push people away|I attack my work with energy
I hit my head on the cupboard|living room is a mess|I live alone|I can't live with my parents|don't live near them|I wake up at four
I can't wake up early|I never wake up rested|I don't wake up with energy|no point in complaining|what's the point of these questions
there is no point in arguing with him|I want to finish it by Friday|I made a plan with my therapist|the plan is to taper
we have plans for summer|the end of my shift|the end of my marriage|end of my treatment|it all ended badly
the relationship ended it was mutual|the course ended in June|ended things with my boyfriend|ending it with my boyfriend was hard
I threw myself into work|I gave away the puppies|I burn easily in the sun|I burnt my hand on the stove|I shot a film|flu shot
I overslept|I overdo things|overdue bills|the suite was lovely|my skill set|killer heels no|I attempted the marathon
my first attempt with sertraline failed|attempts to reduce it failed|two attempts at quitting smoking|I'm hanging in there
hanging out with friends|handing in my notice|my hair is dyed|I dye my hair|good deed|my diet is poor|a diabetic
I have type two diabetes|my dad died in 2015|grandmother passed away in her sleep|he passed away|the dog died|I'm dead tired
dead on time|I'm dead set against tablets|I left the house early|leave this job|I want out of this job|I want to leave this house
I'm done with work at five|done with the course|I can't go on holiday|I cannot stand my boss|can't bear the noise|can't take milk
I can't take time off|I couldn't do this job again|I disappeared for the weekend|my symptoms disappeared|the pain disappeared
I want the pain to go away|want to sleep better|I'd like to go to sleep earlier|I fall asleep and wake at three|I wish I was thinner
wish I had more energy|I wish things were different|I hope it works|hope I get the job|I don't see friends|I can't see well
I have no interest|I feel worthless|guilty all the time|I feel numb|crying for no reason|no energy no joy|no one understands
nobody helps me|nobody cares about the garden|people at work are mean|he left me|she left in May|I'm afraid of heights
afraid of the dentist|I avoid bridges|walk by the river daily|we live near the railway|the train was late
stood on the platform for an hour because of strikes|I drive to work|drove into town|I drove into the garage door by accident
rope course|skipping rope|cutting edge|cutting down on sugar|cutting the grass|I cut back on wine|shoulder blade pain|I made dinner
I make a will to improve|where there's a will|the pills make me sick|I looked at the pills and they were pink
I held the tablets under my tongue|counted calories|my hands shake|a burden off my mind|weight of work|sertraline 20 mg od|20mg OD
OD mane|Si|si|SI|hi|hi there|HI THERE|sh|no plan for the weekend|I've planned a trip|the plan failed|attention to detail
I can't stop eating|I stop breathing at night, sleep apnoea|I lost hope in the tablets|I had a stroke in 2010
they found cancer in my breast|I was hit on the head at rugby|I was mugged|a car accident in 2012|car crash in 2012 hurt my neck
my heart races|heart attack in the family|my mother's death hit me hard|I miss my mum|I miss her|no one at home|I stay in bed
no reason to get up early|I see no reason to change it|I'm tired of tablets|tired of waiting|sick of work|fed up with it
fed up with this weather|never been better|not been out|I want to be well|I want to be here for my kids at the weekend
can't be here at nine|not being at work|being around people is hard|I don't like being around people|avoid being around others
life is hard|life is stressful|life insurance|my life story|changed my life|it ruined my life|take charge of my life|took over my life
drinking took over my life|it affects my whole life|my life is boring|work took my life over|quality of life|ruined their lives
"""


@pytest.mark.parametrize("text", [text.strip() for line in ALARMS.strip().splitlines() for text in line.split("|")])
def test_words_of_risk_are_found(text: str) -> None:
    assert risk_words(text)


@pytest.mark.parametrize("text", [text.strip() for line in CALM.strip().splitlines() for text in line.split("|")])
def test_ordinary_talk_raises_nothing(text: str) -> None:
    assert () == risk_words(text)


def test_each_word_is_returned_once_in_order_as_said() -> None:
    assert ("suicide", "kill") == risk_words("Suicide? I'd never KILL anyone. suicide")


@pytest.mark.parametrize("dash", ["-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "--"])
def test_a_dash_inside_a_word_hides_nothing(dash: str) -> None:
    assert ("self-harm",) == risk_words(f"self{dash}harm again")
    assert ("unaliving",) == risk_words(f"thoughts like un{dash}aliving that come back")
    assert all(map(risk_words, (f"sui{dash}cide", f"I nearly cut{dash}myself", f"I go on{dash}I want to die")))
    assert () == risk_words(f"my well{dash}being, twenty{dash}one, a part{dash}time job, my mother{dash}in{dash}law")


def test_a_negation_does_not_take_a_word_out() -> None:
    assert risk_words("I have no thoughts of suicide") == risk_words("I have thoughts of suicide")


def test_a_word_deep_in_a_long_text_is_found() -> None:
    for place in (3_900, 3_990, 4_000, 20_000):
        assert ("suicide",) == risk_words("low mood " * (place // 9) + "suicide" + " low mood" * 100)


LEAST_FOUND = 0.98
MOST_FALSE_ALARMS = 0.10


@pytest.mark.parametrize("name", ["risk_first", "risk_second"])
def test_a_set_written_by_somebody_else_is_found_and_seldom_overheard(name: str) -> None:
    """Written from the rules alone; on its one run before it was opened, 77 of 95 were found and 5 of 48 were false alarms.

    Of the second, 78 of 80 were found, and none of 29 was a false alarm.
    """
    lines = [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    undisputed = [line for line in lines if not line.get("disputed")]
    told = [bool(risk_words(line["text"])) for line in undisputed if line["opens"]]
    overheard = [bool(risk_words(line["text"])) for line in undisputed if not line["opens"]]
    print(f"\n{name}: {sum(told)} of {len(told)} found; {sum(overheard)} of {len(overheard)} false alarms")
    assert sum(told) >= LEAST_FOUND * len(told)
    assert sum(overheard) <= MOST_FALSE_ALARMS * len(overheard)
