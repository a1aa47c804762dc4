"""Phrases of suicide, self-harm and harm to others, as patterns over folded text: our own list, with inflections.

In a pattern "…" stands for up to three words between, "*" for any ending of a word, "(a | b)" for either.
"""

from __future__ import annotations

import re
from typing import Final

from interview.understanding.listed import listed

WORDS: Final = listed(
    """
    suici* | sucid* | suiside* | suicde* | parasuicid* | kill | kills | killed | killing | killer | kms | unaliv* | selfharm* |
    self harm* | self-harm* | self injur* | self-injur* | self mutilat* | self-mutilat* | overdos* | over-dos* | over dos* | od'd |
    ctb | cutting | noose* | gallows | rope | gun | guns | pistol* | rifle* | shotgun* | firearm* | revolver* | razor* | blade |
    blades | carbon monoxide | pesticid* | rat poison | antifreeze | dignitas | euthanas* | assisted dying | assisted death |
    death wish | die | murder* | homicid* | strangl* | stab | stabs | stabbed | stabbing | knife | knives | weapon* | revenge |
    violent | violence
    """
)
"""Words that are enough by themselves."""

SELF_HARM: Final = listed(
    """
    hurt | hurts | hurting | harm | harms | harmed | harming | cut | cuts | burn | burns | burned | burnt | burning | injure | injures |
    injured | injuring | poison | poisons | poisoned | poisoning | shoot | shoots | shot | shooting | drown | drowns | drowned |
    drowning | hang | hangs | hanged | hung | hanging | gas | gassed | gassing | starve | starved | starving | scratch | scratched |
    scratching | smother | smothered | smothering | hit | hits | hitting | punish | punished | punishing | suffocate | suffocated |
    suffocating | slit | slitting | off | offed | offing | top | topped | topping | finish | finished | finishing | end | ended |
    ending | do in | did in
    """
)
"""What one may do to oneself: "hurt myself"."""

HARM_TO_OTHERS: Final = listed(
    """
    hurt | hurting | harm | harmed | harming | shoot | shooting | shot | attack | attacked | attacking | beat | beating | poison |
    poisoned | poisoning | smash | smashing | smother | smothered | smothering | choke | choked | choking | punch | punched | punching |
    hit | hitting | push | pushed | pushing | get rid of | drown | drowned | drowning | throttle | throttled | throttling |
    get back at | get even with
    """
)
"""What one may do to another: "hit him"."""

PHRASES: Final = """
cut (my|his|her|their|both|the) … (wrists?|arms?|legs?|thighs?|veins?|skin)
(slit*|slash*) (my|his|her|their|the) … (wrists?|throats?|arms?)
(take|took|taking|taken|swallow*) … (all (my|the|of)|too many|(a|the) whole|a bottle|the lot|a handful|handfuls)
(stockpil*|hoard*|save up|saved up|saving up) … (pill*|tablet*|medic*|meds)
(end|ends|ended|ending) (it all|things|everything|it)
(end|ends|ended|ending|take|takes|took|taking|taken) (my|this|his|her|their|your) … (life|lives|existence)
end of (my|it all)
final (exit|way out|solution)
(a|the|an) (easy |only |last |quick )?way out
finish (it|things)
(do|doing|did|done) (away with|something (stupid|silly)|anything (stupid|silly))
(do|doing|did|done) (it|something) to (myself|himself|herself|themselves|me)
(want*|wanna|wana|wish*|long*|hope*|hoping|ready|prefer*) … (die|died|dying|death|dead)
(rather|pray*|plan*|try|tried|trying|deserve*|need*|like) … (die|died|dying|death|dead)
(want*|wish*|rather) … (gone|never been born|not been born)
(be|being|am|was|were|better|rather|already|half) … dead(?! (tired|beat|end|on|set|easy|right|sure|serious|against))
(thoughts?|thinking|dream*|ideas?|think|thinks|fantas*|obsess*|preoccup*) (about|of|on|with) … (death|dying|ending|dead)
(not|never|nothing|no|tired of|sick of|fed up with|done with|why|will) … (live|living)(?! (alone|in|at|near|there|with (my|her|him|them)))
(not|never|nothing|no|tired of|sick of|done with|stop|why) … (wak(e|ing) up|alive|exist|existing)
(not|never|nothing|no|tired of|sick of|done with|why) … (go|going|carry|carrying) on(?! (about|holiday|a|the|to|trips))
(not|never|nothing|no|tired of|sick of|fed up with|done with|stop|why) … (be|being) (here|around)
life … (not|never|hardly) … worth
(not|hardly|never) worth (it|living|going on)
(no|not any) (reason|point|purpose) (to|in) (live|living|life|go*|exist*|be|being)
better off (without me|dead|if i|not here)
without me (around|here)
(disappear|disappearing|vanish|cease to exist|go to sleep (and|forever)|sleep forever|fall asleep and)
(jump*|step*|threw|throw*|fall|fell) … (off|from|in front of|under|out of) … (bridge|roof|building|cliff|window|balcony|platform)
(jump*|step*|threw|throw*|walk*|driv*|drove|crash*) … (in front of|under|into|onto) … (train|traffic|tree|wall|lorry|truck|bus|tracks|tube)
(jump*|walk*|throw*|threw|drive|drove|driving) … (in|into) … (river|sea|lake|water)
(suicide|goodbye|farewell) (note|letter|message)s?
(wrote|write|writing|written) … (goodbye|farewell)
(making|made|wrote|writing|changed) … will
affairs in order
(give|giving|gave|given) away … (things|belongings|possessions|stuff)
attempt* (on my|to end|to take|to kill)
my attempt*
(tried|try|trying|attempt*|want*|plan*|going) to (end|kill|hang|drown|die|hurt|harm|jump|cut|finish)
make (him|her|them|people|others) (pay|suffer|die)
hurt (the|my|our) (baby|child|children|kids|son|daughter|wife|husband)
voices? … (tell*|told|say|says|saying|order*|command*)
(can not|could not) (go on|carry on|do this|face another)
(can not|could not) (take|bear) (it|this|much more|any ?more|to live|living)
(give|gave|given|giving) up on (life|living)
a burden
burden (to|on|for)
"""
"""Whole phrases, one a line."""

_SELVES: Final = "(?:my|him|her|them|your|our)s(?:el|le)(?:f|ves)"
_OTHERS: Final = r"(?:him|her|them|someone|somebody|people|others|everyone|everybody|anyone|you|my (?!self)\w+)"
_NOT: Final = "(?:not|cannot|dont|cant|wont|didnt|doesnt|wouldnt|isnt|wasnt|couldnt|shouldnt|\\w+n't)"


def _pattern(phrase: str) -> str:
    """Return one phrase as a pattern."""
    phrase = phrase.replace("can not", "(?:can not|cannot|can'?t)").replace("could not", "(?:could not|couldn'?t)")
    phrase = re.sub(r"\((?!\?)", "(?:", phrase).replace(" … ", r" (?:[\w']+ ){0,3}?").replace("*", r"\w*")
    return re.sub(r"\bnot\b(?!\|)(?= )|(?<=\(\?:)not(?=\|)|(?<=\|)not(?=\|)", lambda _: _NOT, phrase)


def pattern() -> re.Pattern[str]:
    """Return everything as one pattern, to be searched in folded text with single blanks."""
    alone = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in WORDS)
    own = "|".join(SELF_HARM)
    others = "|".join(HARM_TO_OTHERS)
    phrases = "|".join(_pattern(line) for line in PHRASES.strip().splitlines())
    return re.compile(rf"\b(?:{alone}|(?:{own}) {_SELVES}|(?:{others}) {_OTHERS}|{phrases})(?!\w)")
