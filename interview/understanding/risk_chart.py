"""Risk in the short words of charts: "SI with plan", "denies HI", "DSH x3", "prior SA"; capitals count where a word is ordinary."""

from __future__ import annotations

from typing import Final

_BEFORE: Final = (
    r"(?:[Tt]ook|[Aa]n|[Pp]t|[Pp]rior|[Pp]rev|[Pp]revious|[Pp]ast|[Ll]ast|[Mm]ixed|[Dd]eliberate|[Ii]ntentional|[Ii]mpulsive|"
    r"[Hh]/[Oo]|[Hh]x of)"
)
_ASKED_FOR: Final = r"(?:[Nn]o|[Dd]enie[sd]|[Aa]ny|[Ww]ith|[Ww]ithout|[Aa]ctive|[Pp]assive|[Ee]ndorse[sd]?|[Rr]eports?)"

CAPITALS: Final = (
    r"(?:SI|DSH|NSSI|SIB)",
    rf"{_ASKED_FOR} (?:\w+ )?HI",
    rf"{_BEFORE} (?:OD|SA)s?",
    r"(?:OD|SA)s? ?x ?\d+",
    r"OD(?:s|'?e?d)",
    r"OD (?:of|with|on [A-Za-z]{4,}|attempt|age|aged|in (?:19|20)\d\d)",
    r"\d ?x? SAs?",
)
"""As typed, where a word in lower case would be another."""

_WHO: Final = (
    r"(?:passive|active|chronic|fleeting|vague|denie[sd]|deny|denying|no|nil|any|with|without|endorse[sd]?|endorsing|reports?|"
    r"reported|some)"
)
_DID: Final = r"(?:took|an|prior|previous|past|mixed|deliberate|intentional|accidental|serious|nearly|almost|to|i|he|she|they|we|d)"

SMALL: Final = (
    r"dsh",
    r"nssi",
    rf"{_WHO} (?:[\w']+ )?(?:si|hi)(?=$|[ .,;/:)])(?! (?:there|to|and bye))",
    r"si ?/ ?hi",
    r"si (?:w|with|without|w/o|no) (?:plan|intent)",
    r"[+\-] ?si",
    rf"{_DID} od(?:'?e?d|s)?(?! (?:dose|mane|nocte))",
    r"ods? x ?\d+",
    r"od'd|oded|od'ed",
    r"(?:passive|active|suicidal|homicidal|no|any|denies|denied) ideations?",
    r"ideation",
    r"plans?,? (?:or|and|nor|no|without|with|w/o) intent\w*",
    r"intent or plans?",
    r"(?:intent|intention)s? (?:to|of) (?:die|dying|act|end|harm|kill|self)",
    r"lethal\w*",
    r"means (?:restrict|removal|safety)\w*",
    r"(?:safety|crisis) plan",
    r"(?:access|had access) to (?:means|firearms?|lethal)",
    r"harm to (?:self|others)",
    r"risk to (?:self|others|himself|herself|themselves)",
    r"ligatur\w*",
)
"""In lower case, as patterns."""

LONG_SHORTHAND: Final = tuple(each for each in SMALL if "si|hi" not in each)
"""Those that hold where "si" is an ordinary word (Italian, Spanish)."""

CAPITALS_BESIDE_OTHERS: Final = (r"(?:DSH|NSSI|SIB)", rf"{_ASKED_FOR} (?:\w+ )?(?:SI|HI)", r"SI ?/ ?HI", *CAPITALS[2:])
"""As `CAPITALS`, for those languages: "SI" alone is a yes, "denies SI" is not."""
