"""One pattern of all words and phrases of risk: single words, what one does to oneself or another, phrases, chart shorthand."""

from __future__ import annotations

import re
from typing import Final

from interview.understanding.listed import listed
from interview.understanding.risk_chart import LONG_SHORTHAND, SMALL
from interview.understanding.risk_phrases import PHRASES

WORDS: Final = listed(
    """
    suici* | sucid* | suiside* | suicde* | parasuicid* | kill | kills | killed | killing | kms | kys | unaliv* | selfharm* |
    self harm* | self-harm* | self - harm* | self ham | slef harm | slef-harm |
     self injur* | self-injur* | self mutilat* | self-mutilat* | overdos* | over-dos* | over dos* |
    ctb | noose* | gallows | gun | guns | pistol* | rifle | rifles | shotgun* | firearm* | revolver* | razor* |
    carbon monoxide | car exhaust | exhaust fumes | exhaust pipe | pesticid* | rat poison | antifreeze | bleach | dignitas | euthanas* |
    assisted dying | assisted death | death wish | murder* | homicid* | strangl* | stab | stabs | stabbed | stabbing | knife | knives |
    weapon* | revenge | violent | violence | stomach pumped | stomach was pumped | sectioned | selbstmord* | suizid* | umbringen |
    quiero morir | matarme | no quiero vivir | nicht mehr leben | sterben will | will sterben | me tuer | envie de mourir | voglio morire
    """
)
"""Words that are enough by themselves."""

SELF_HARM: Final = listed(
    """
    hurt | hurts | hurting | harm | harms | harmed | harming | cut | cuts | cutting | burn | burns | burned | burnt | burning | injure |
    injures | injured | injuring | poison | poisons | poisoned | poisoning | shoot | shoots | shot | shooting | drown | drowns | drowned |
    drowning | hang | hangs | hanged | hung | hanging | gas | gassed | gassing | starve | starved | starving | scratch | scratched |
    scratching | smother | smothered | smothering | hit | hits | hitting | punish | punished | punishing | suffocate | suffocated |
    suffocating | slit | slitting | off | offed | offing | top | topped | topping | finish | finished | finishing | end | ended |
    ending | do in | did in | delete | electrocute* | damage | damaged | damaging | carve | carved | carving |
    stab* | slash* | choke | choked | choking | bang | bite | biting | set fire to
    """
)
"""What one may do to oneself: "hurt myself"."""

HARM_TO_OTHERS: Final = listed(
    """
    hurt | hurting | harm | harmed | harming | shoot | shooting | shot | attack | attacked | attacking | beat | beating | poison |
    poisoned | poisoning | smash | smashing | smother | smothered | smothering | choke | choked | choking | punch | punched | punching |
    hit | hits | hitting | push | pushed | pushing | get rid of | drown | drowned | drowning | throttle | throttled | throttling |
    get back at | get even with
    """
)
"""What one may do to another: "hit him"."""

_SELVES: Final = "(?:my|him|her|them|your|our)s(?:el|le)(?:f|ves)"
_PEOPLE: Final = (
    "mother|mum|mom|father|dad|wife|husband|partner|boyfriend|girlfriend|son|daughter|child|children|kids?|baby|brothers?|sisters?|boss|"
    "neighbou?rs?|ex|friends?|parents?|family|colleagues?|manager|flatmate|dog|cat|step\\w+|in-laws|landlord|teacher|doctor"
)
_OTHERS: Final = (
    rf"(?:him|her|them|someone|somebody|people(?! away)|others|everyone(?! away)|everybody|anyone|you|(?:my|our|his|the) (?:{_PEOPLE}))"
)
_NOT: Final = "(?:not|cannot|dont|cant|wont|didnt|doesnt|wouldnt|isnt|wasnt|couldnt|shouldnt|\\w+n't)"


def _pattern(phrase: str) -> str:
    """Return one phrase as a pattern."""
    phrase = phrase.replace("can not", "(?:can not|cannot|can'?t)").replace("could not", "(?:could not|couldn'?t)")
    phrase = re.sub(r"(?<!\\)\((?!\?)", "(?:", phrase).replace(" … ", r" (?:[\w']+ ){0,3}?").replace("*", r"\w*")
    return re.sub(r"\bnot\b(?!\|)(?= )|(?<=\(\?:)not(?=\|)|(?<=\|)not(?=\|)", lambda _: _NOT, phrase)


def pattern(*, shorthand: bool = True) -> re.Pattern[str]:
    """Return everything as one pattern, to be searched in folded text with single blanks.

    Without `shorthand`, no short words of charts: "no, si" is ordinary where "si" means yes.
    """
    alone = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in WORDS)
    own = "|".join(word.replace("*", r"\w*") for word in SELF_HARM)
    others = "|".join(HARM_TO_OTHERS)
    phrases = "|".join(_pattern(line) for line in PHRASES.strip().splitlines())
    chart = "|".join(SMALL if shorthand else LONG_SHORTHAND)
    return re.compile(rf"(?:(?<!\w)(?:{alone}|(?:{own}) {_SELVES}|(?:{others}) {_OTHERS}|{phrases}|{chart}))(?!\w)")
