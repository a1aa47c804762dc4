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

NO_TIME_AFTER: Final = frozenset(
    listed("earlier | back | into | in | apart | between | off | without | younger | older | later | before | after")
)
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
        age | aged | was | in | since | number | day | week | month | year | step | plus | another | least | most | until
        """
    )
)
PLACES: Final = frozenset(listed("first | second | third | fourth | fifth | sixth | seventh | eighth | last | middle"))
"""Words that may name an option by its place in a list."""

DENYING: Final = frozenset(
    listed("no | not | never | without | nor | neither | few | any | hardly | if | unless | might | would | could | should")
)
