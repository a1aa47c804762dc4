"""Words and signs by which a time, a dose or an outcome is known inside a sentence."""

from __future__ import annotations

import re
from typing import Final

from interview.understanding.listed import listed

WORD: Final = re.compile(r"[^\s,;:()!?]+(?:,\d{3}(?!\d))*")
PART: Final = re.compile(r"[;:()!?\n]|,(?!\d{3}(?!\d))|\.(?!\d)|\s[-\u2013\u2014]\s")
JOINT: Final = re.compile(r"\b(?:and|but|then|which|it|so|although|though|however|until|because|since)\b", re.IGNORECASE)

TIME: Final = re.compile(
    r"^(?:[~x]?\d[\d.,\-]*)?(?:days?|weeks?|wks?|months?|mths?|mos?|years?|yrs?|fortnights?)$|^[~x]?\d[\d.,\-]*(?:[dwmy]|/(?:7|52|12))$"
)
STRENGTH: Final = re.compile(r"^[~x]?(?:\d[\d.,\-]*)?(?:mgs?|milligrams?|milligrammes?|mcg|micrograms?|g|grams?|grammes?)(?:/d(?:ay)?)?$")
DIGIT: Final = re.compile(r"\d")
YEAR: Final = re.compile(r"^(?:19|20)\d\d$")
BARE: Final = re.compile(r"^~?\d[\d.,]*s?$")
"""A number that may be a dose without its unit."""

NUMBER_WORDS: Final = frozenset(
    listed(
        """
        one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | fifteen | sixteen | eighteen | twenty |
        thirty | forty | fifty | sixty | seventy | eighty | ninety | hundred | thousand
        """
    )
)
ABOUT: Final = frozenset(
    listed("about | around | roughly | nearly | almost | approximately | maybe | probably | circa | some | only | just | x | ~")
)
BEGINS_AN_AMOUNT: Final = ABOUT | frozenset(listed("a | an | half | for | over | under | another | couple | more | less | at | up | close"))
ENDS_A_TIME: Final = frozenset(listed("half | quarter | so | more | less | ish | total | altogether"))
BEGINS_A_DOSE: Final = ABOUT | {"half", "a"}
ENDS_A_DOSE: Final = frozenset(
    listed(
        """
        day | daily | nightly | night | bd | bid | od | qd | tds | tid | qds | nocte | mane | morning | twice | bedtime | evening |
        week | weekly
        """
    )
)
WITHIN_A_DOSE: Final = frozenset(listed("a | an | per | each | every | once | twice | times | at | in | the | and | of | with"))

NO_TIME_AT_ALL: Final = frozenset(listed("ago | old"))
"""A time with one of these behind it is a date or an age, and says nothing of how long."""

NO_TIME_AFTER: Final = frozenset(listed("earlier | back | into | in | apart | between | off | younger | older | later | before | after"))
NO_TIME_BEFORE: Final = frozenset(
    listed("every | each | within | another | next | after | by | per | age | aged | in | until | till | first | last")
)
NO_DOSE_AFTER: Final = frozenset(
    listed(
        """
        times | sessions | years | year | days | day | weeks | week | months | month | hours | hour | tablets | tablet | pills | pill |
        out | percent | kg | kilos | pounds | lbs | units | ml | x | drops | attempts | tries | courses | other | different | more |
        visits | meetings
        """
    )
)
NO_DOSE_BEFORE: Final = frozenset(
    listed(
        """
        age | aged | was | i'm | im | am | turned | turning | in | since | number | day | week | month | year | step |
        plus | another | least | most | until
        """
    )
)
PLACES: Final = frozenset(listed("first | second | third | fourth | fifth | sixth | seventh | eighth | last | middle"))
"""Words that may name an option by its place in a list."""

ELSE: Final = frozenset(listed("else | but | wrong | special | about | more | to"))
"""Words behind "nothing" with which it says no outcome."""

WORKED: Final = frozenset(listed("worked | helped | fine | well | better | good | great | ok | okay | brilliant"))
"""Words before a time with which it says how long a treatment did well, not how long it was taken."""

STOPPED: Final = frozenset(listed("stopped | quit | off | up | ended | packed | it | stop"))
"""Words before "after six weeks" that make it the time until the end."""

RISEN: Final = frozenset(listed("went | got | gone | titrated | increased | moved | came | put | raised | upped | worked | built"))

AT_FIRST: Final = re.compile(
    r"\b(?:at first|initially|to begin with|to start with|early on|in the beginning|at the (?:start|beginning)|for the first|"
    r"first (?:few )?weeks?)\b",
    re.IGNORECASE,
)
EARLIER: Final = re.compile(r"\b(?:before that|prior to that|previously|earlier on|and before)\b[^,.;!?]*", re.IGNORECASE)
TAKEN_BACK: Final = re.compile(
    r"\d[\d.]*\s*(?:mgs?)?(?=\s*[,.\-\u2026]*\s*(?:no|sorry|wait|i mean|actually|rather|make that|no wait|i meant)\b[\s,.]*"
    r"(?:it was\s+)?\d)",
    re.IGNORECASE,
)
COUNTED: Final = re.compile(r"\b(?:\d+|two|three|four|five|six) of (?:them|those|these)\b", re.IGNORECASE)
ADDED: Final = re.compile(
    r"\b(?:\w+ more (?:days?|weeks?|months?|years?)|another (?:\w+ )?(?:days?|weeks?|months?|years?)|"
    r"(?:days?|weeks?|months?|years?) more)\b",
    re.IGNORECASE,
)
"""A further time, which no one time tells together with the first."""
GOES_ON: Final = re.compile(r"\b(?:still|ongoing|until now|to date|so far|up to now|currently|continues)\b", re.IGNORECASE)

WHILE_TAKEN: Final = re.compile(
    r"\b(?:while|when|whilst|although|though|even though)\s+(?:i was\s+|i'm\s+|i am\s+)?still (?:on|taking)(?: (?:it|them|that|those))?\b",
    re.IGNORECASE,
)
"""Tells when something happened, not that the treatment goes on."""

WITHOUT_IT: Final = frozenset(listed("it | them | anything | medication | tablets | treatment | taking | meds"))
"""Words behind a time and "without" that make it a pause."""

AFTER_A_BARE_DOSE: Final = frozenset(
    listed(
        """
        for | and | but | it | which | did | does | made | had | since | from | over | about | around | roughly | until | no | without | x |
        helped | worked | wore | stopped | still | got | was | maybe | nothing | never | didn't | couldn't | then | gave | on | i | they |
        xl | xr | sr | er | cr | mr | mg | to | or | as | so | took | up | down | now | until | because | only | max | total | o.d | b.d
        """
    )
)
"""Words that may follow a dose without its unit; a thing behind it makes it a count."""

DENYING: Final = frozenset(
    listed("no | not | never | without | nor | neither | few | any | hardly | if | unless | might | would | could | should")
)
