"""Slips of the fingers in the words that answers are made of: "yse", "onec", "trhee", "nintey", "Decmeber" as they were meant.

One slip (a letter too many, too few, wrong, or two swapped) is put right in a word that is no other word. What it will not
do: touch a word that people mean as it stands, or a name.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from interview.understanding.listed import listed

_SHORT: Final = listed(
    """
    yes | yeah | yep | yup | nope | not | one | two | three | four | five | six | seven | nine | ten | eight | once | none | half | day |
    days | week | weeks | year | years | month | hour | hours | twice | daily | every | night | never | nil | time | times | the | and |
    about | last | first | maybe | since | until | ago | june | july | april | march | really | sure | know | think | don't |
    didn't | can't
    """
)
"""Words in which two neighbours swapped are put right; shorter ones leave nothing else to go by."""

_LONG: Final = listed(
    """
    january | february | april | august | september | october | november | december | monday | tuesday | wednesday | thursday | friday |
    saturday | sunday | christmas | yesterday | easter | spring | summer | autumn | winter |
    three | seven | eight | eleven | twelve | thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen | twenty |
    thirty | forty | fifty | sixty | seventy | eighty | ninety | hundred | thousand | twice | dozen | couple | quarter |
    weeks | months | month | years | hours | minutes | fortnight | fortnights | fortnightly | daily | weekly | monthly | nightly |
    yearly |
    every | times | never | sometimes | always | usually | occasionally | rarely | really | definitely | absolutely | certainly |
    probably | perhaps | maybe | possibly | roughly | around | approximately | nearly | almost | between | before | about | least |
    remember | recall | prefer | rather | answer | applicable | unknown | declined | refused | refuse | decline | question | private |
    personal | morning | evening | tablets | tablet | milligrams | nothing | neither | suppose | think | guess | unsure | evenings |
    mornings | weekend | weekends | weekdays | currently | exactly | idea
    """
)
"""Words in which any one slip is put right."""

_MEANT: Final = frozenset(
    listed(
        """
        there | theree | tree | trees | threw | seen | sever | even | seventh | severn | sevens | eighth | eights | weight | height |
        fight |
        eighths | elevens | twelfth | fifth | fifths | forth | fortieth | fiftieth | sixth | sixties | fifties | forties | thirties |
        twenties | seventies | eighties | nineties | sixteens | thirteenth | fourteenth | fifteenth | sixteenth | seventeenth |
        eighteenth | nineteenth | thirtieth | twentieth | hundreds | hundredth | thousands | weeds | weak | weaks | week | seeks |
        weds | wees |
        moths | moth | mouth | mouths | monthly | months | year | yearn | yearns | tears | ears | fears | bears | gears | hears | nears |
        hour | house | yours | ours | tours | fours | minute | minuted | fortnights | dairy | daisy | gaily | daly | weakly |
        meekly | nighty |
        rightly | lightly | tightly | knightly | yearly | early | dearly | pearly | nearly | very | ever | eery | emery | time |
        timed | tires |
        tunes | tomes | timer | timers | tines | dimes | limes | mimes | rimes | crimes | fever | lever | sever | nerve | nevers |
        always | really |
        rally | realty | relay | ready | definite | definitively | certain | probable | possible | possibly | rough | round |
        ground | aground |
        arounds | approximate | near | yearly | most | allmost | bet | ween | for | bout | bouts | abort | abut | above | beast |
        feast | lease |
        leash | leas | leapt | last | lest | east | yeast | leased | remembers | remembered | call | recalls | prefers | proffer |
        father |
        lather | gather | answers | answered | anger | unknowns | known | decline | declines | refuse | refuses | refused | reused |
        refute |
        defuse | fused | questions | privates | privet | persona | personnel | mornings | mourning | warning | morning | evenings |
        evening |
        table | tables | nothings | noting | neither | weather | either | neithers | suppose | supposed | supposes | thing | thin |
        thank | thick |
        thinks | chink | shrink | blink | drink | quest | guest | guessed | gues | ensure | insure | sure | weekend | weekday | current |
        ideas | ideal | spring | springs | string | sprig | sprint | summers | simmer | summed | winters | wither | water | enter |
        hinter |
        banter | easter | eastern | caster | faster | master | coaster | exact | twice | twine | thrice | price | dozens | dozed |
        couples |
        coupled | coup | quarters | quart | quartet | may | mayb | maybes |
        sometime | someone | spell | refusal | declining | once | ones | noes |
        no | own | now |
        own | net | tow | ton | teen | tens | adn | sand | nine | nines | linen | line | mine | fine | fives | fire | file | live | over |
        four | fours | fort | sour | tour | pour | hoer | yore | sex | sax | mix | fix | not | ton | tonne | knot | note | nots |
        yeas | eyes | easy |
        days | stays | says | dyes | lime | item | mite | emit | nice | loco | half | calf | tales | steal | night | thing | hight |
        lost | lats |
        alts | salt | slat | rust | user | ruse | owns | wonk | prefered | marches | match | larch | starch | charm | aspire | ail |
        lain | lit |
        lin | tin | nit | goa | gao | now | won | hte
        """
    )
) - {"hte"}
"""Words that are meant as they stand, though a slip away from one of the others."""


@cache
def _swapped() -> dict[str, str]:
    """Neighbours swapped → the short word, where the outcome is no other word."""
    known: dict[str, str] = {}
    for word in _SHORT:
        for place, (one, two) in enumerate(pairwise(word)):
            slip = word[:place] + two + one + word[place + 2 :]
            if slip not in _SHORT and slip not in _LONG and slip not in _MEANT and slip not in ("ypu", "eys", "noe"):
                known.setdefault(slip, word)
    return known


@cache
def _with_a_letter_less() -> dict[str, tuple[str, ...]]:
    """Every long word, and it without each of its letters → the words it may be."""
    known: dict[str, list[str]] = {}
    for word in _LONG:
        for form in {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}:
            known.setdefault(form, []).append(word)
    return {form: tuple(words) for form, words in known.items()}


@lru_cache(maxsize=8192)
def put_right(word: str) -> str:
    """Return the word that was meant, or the word as it stands."""
    if word in _SHORT or word in _MEANT or word in _LONG:
        return word
    if word in _swapped():
        return _swapped()[word]
    if not 5 <= len(word) <= 15 or not word.isascii() or not word.isalpha():
        return word
    forms = (word, *(word[:place] + word[place + 1 :] for place in range(len(word))))
    near = {meant for form in forms for meant in _with_a_letter_less().get(form, ()) if _is_a_slip_of(word, meant)}
    return near.pop() if len(near) == 1 else word


def _is_a_slip_of(word: str, meant: str) -> bool:
    """Tell whether one slip makes the one of the other; the first letter holds, and short words hold their length."""
    if word[0] != meant[0] or len(meant) < 5:
        return False
    if len(word) == len(meant):
        differ = [place for place, (one, two) in enumerate(zip(word, meant, strict=True)) if one != two]
        swapped = (
            len(differ) == 2 and differ[1] == differ[0] + 1 and word[differ[0]] == meant[differ[1]] and word[differ[1]] == meant[differ[0]]
        )
        return swapped or (len(differ) == 1 and len(meant) >= 6)
    longer, shorter = (word, meant) if len(word) > len(meant) else (meant, word)
    return len(longer) >= 6 and any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))
