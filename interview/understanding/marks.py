"""The phrases that every reader of amounts shares: about, I think, at least, or more, a few, sorry.

A mark changes how a number counts; the number itself comes from `numerals.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from interview.understanding.listed import listed
from interview.understanding.numerals import numerals
from interview.understanding.phrases import Phrases
from interview.understanding.tokens import Token, tokens

HEDGES: Final = listed(
    """
        i think | i guess | i suppose | i believe | i reckon | i imagine | i expect | i assume | i feel like | i fancy | i dare say |
        i would guess | i would imagine | i would think | i would have thought | at a guess | my guess is | best guess | my best guess |
        probably | likely | most likely | presumably | apparently | supposedly | must be | must have been | if i remember |
        if i remember right | if i remember rightly | if i remember correctly | if i recall | if i recall correctly | if memory serves |
        if i am honest i think | as far as i know | as far as i remember | as far as i can remember | as far as i can recall |
        as far as i recall | as far as i can tell | from memory | off the top of my head | i want to say | i am not sure | not sure |
        i am not certain | not certain | do not quote me | do not quote me on that | to the best of my knowledge | to my knowledge |
        that i know of | that i am aware of | that i can remember | that i can recall | that i can think of | that i remember |
        that i recall | it seems | seemingly | i would have said | guessing | a guess | just a guess | just guessing |
        something tells me | i seem to remember | i seem to recall | i vaguely remember | kind of | sort of | i am pretty sure |
        i am fairly sure | pretty sure | fairly sure | i am almost sure | kind of like | sort of like | do not hold me to it |
        do not hold me to that | in my opinion | hard to say but | difficult to say but | hard to say | hard to tell |
        difficult to say | possibly | i am not positive | not positive | more likely | i do not remember exactly |
        i do not know exactly | i can not remember exactly | not exactly sure | not quite sure | not too sure | not 100 % sure |
        not 100% sure
        """
)
PERHAPS: Final = listed(
    """
        or was it | but maybe | but perhaps | but possibly | but might be | but could be | but it might be | but it could be |
        but it may be | it might be | it could be | maybe | perhaps | possibly | could be | might be | may be | may have been |
        could have been | might have been | sometimes |
        even | or maybe | or perhaps | or possibly | or even | or sometimes | if not | occasionally
        """
)
APPROXIMATE: Final = listed(
    """
        about | roughly | around | approximately | nearly | almost | close to | circa | ~ | more or less | give or take |
        somewhere around | somewhere about | somewhere in the region of | in the region of | in the neighbourhood of |
        in the neighborhood of | round about | roundabout | something like | some | give or take a bit | give or take a few | or so |
        or thereabouts | thereabouts | odd | or something | or something like that | or something along those lines | ish | just over |
        just under | a bit over | a bit under | a little over | a little under | slightly over | slightly under | just about |
        a bit more than | a bit less than | a little more than | a little less than | slightly more than | slightly less than |
        just shy of | shy of | ballpark | in the ballpark of | near enough | as good as | pretty much | practically | virtually |
        getting on for | going on | coming up to | coming up on | coming up for | approaching | pushing | verging on |
        the best part of | best part of | the better part of | better part of | most of | a good | estimated | estimate |
        at an estimate | or around that | or about that | or near that | on and off | off and on | ca | c . | approximately . |
        give or take a week | give or take a day | give or take a month | or somewhere around there | or around there | around about |
        just less than | just more than | a tad over | a tad under | a touch over | a touch under | mostly | not quite | a smidge over |
        well nearly | nigh on | barely | scarcely | hardly | nearer | closer to | nearer to | more like
        """
)
_TABLE: Final = {
    "hedge": HEDGES,
    "perhaps": PERHAPS,
    "approximate": APPROXIMATE,
    "at_least": listed(
        """
        at least | more than | over | above | no less than | not less than | no fewer than | not fewer than | never less than |
        never fewer than | upwards of | upward of | a minimum of | minimum of | minimum | greater than | in excess of | north of |
        not under | not below | > | >= | longer than | well over | way over | a lot more than | much more than | at the very least |
        easily over | not longer ago than
        """
    ),
    "at_most": listed(
        """
        at most | at the most | no more than | not more than | never more than | less than | fewer than | under | below | up to |
        a maximum of | maximum of | maximum | max | no longer than | not longer than | not over | not above | no greater than | < | <= |
        not even | shorter than | well under | anything up to | never over | not as much as | not as many as | not as long as |
        no higher than | a lot less than | much less than | never longer than | never above
        """
    ),
    "or_more": listed(
        """
        or more | or longer | or over | or above | and more | and over | and above | and up | or higher | or upwards | plus | minimum |
        and counting | if not more | at least | at the least | at a minimum | at the very least | or older | maybe more | perhaps more |
        possibly more | probably more | if not longer
        """
    ),
    "or_less": listed(
        """
        or less | or fewer | or under | or below | tops | maximum | max | at most | at the most | at the outside | at the very most |
        and under | and below | or lower | or shorter | maybe less | perhaps less | probably less | possibly less | if that |
        if not less
        """
    ),
    "between": listed(
        """
        between | anywhere between | somewhere between | anywhere from | from | somewhere from | anything from | anything between |
        in between | ranging from | varies between | varies from
        """
    ),
    "vague": listed(
        """
        on one hand | on the one hand | a few | few | several | many | lots | loads | tons | a lot | plenty | a handful | handful |
        numerous | countless | dozens | hundreds | umpteen | a bunch | bunch | too many | so many | not many | not much | ages |
        a number of | quite a few | quite some time | a while | a bit | a little | various | a long time | a short time | multiple |
        oodles | heaps | little or none | little or no | little to none | little if any | few if any | one if any | next to nothing |
        next to none | next to no | hundreds of thousands | endless | not very many | not that many | not long | too much | thousands
        """
    ),
    "nothing": listed(
        """
        none | nothing | nada | not any | not a single one | none at all | nothing at all | zilch | none whatsoever | not one |
        none of them |
        none of those | not a one | zip | not a single
        """
    ),
    "never": ("never", "not ever", "never ever", "not once", "never at all", "never once"),
    "not_at_all": ("not at all", "not in the slightest", "not in the least", "not one bit", "not a bit"),
    "correction": listed(
        """
        sorry | wait | no wait | i mean | make that | make it | or rather | scratch that | correction | let me think | hang on |
        hold on | oops | er no | well no | actually no | no actually | i meant | i mean to say | i should say | oh no | no sorry |
        sorry no | sorry i mean | sorry i meant | no i mean | my mistake | my bad | excuse me | no make that | no hang on | no hold on |
        i tell a lie | tell a lie | strike that | or better | no it was | no it is | actually | wait no | hang on no | hold on no |
        i take that back | apologies | pardon | i misspoke | that is wrong | no that is wrong | let me correct that | well actually |
        or actually
        """
    ),
    "filler": listed(
        """
        that one | this one | the one | no one | every one | last one | next one | which one | other one | good one | bad one |
        same one | any one | such one | i would say | i will say | let us say | let us call it | call it | to be honest | to be fair |
        if i am honest | if i am being honest | all in all | in total | all together | altogether | all told | on average |
        on the whole | by and large | you know | as i said | in all | of them | at the moment | right now | at this point | these days |
        as of now | so far | up until now | up to now | to date | on a good day | on a good night | on a bad day | on a bad night |
        if i am lucky | when i am lucky | at a push | at a stretch | i have to say | i must say | i am afraid | in my case |
        in my life | of my life | no doubt | without a doubt | no question | no joke | no kidding | no lie | not counting |
        believe it or not | over the last | over the past | over the course of | solid | straight | in a row | on end | non-stop |
        nonstop | non stop | without a break | without stopping | the whole time | all that time | or more or less | give me a second |
        one moment | one second | a second | a moment
        """
    ),
    "the_one": ("just the one", "only the one"),
    "so_far_ago": ("ago", "back", "before now", "since then"),
    "away": listed(
        """
        half past | quarter past | quarter to | used to be | used to | before that | prior to that | should be | should have been |
        supposed to be | supposed to | would like | i wish | wish it was | wish it were | i want | i hope | hopefully | instead of |
        rather than | compared to | compared with | as opposed to | until | till | unless | except | apart from | other than |
        excluding | double | triple | twice as | half as | as many | as much | half of | half the | a third of | more | less | fewer |
        longer | bakers dozen | nowhere near | not nearly | plus the | plus a | plus my | but not | but no | out of |
        my brother | my sister | my mother | my father | my wife | my husband | my son |
        my daughter | my friend | my doctor said | anything but | all but | every second
        """
    ),
}


@cache
def _phrases() -> Phrases:
    table = {name: list(phrases) for name, phrases in _TABLE.items() if name not in ("or_more", "or_less")}
    before = {phrase for name in ("at_least", "at_most", "hedge", "approximate") for phrase in table[name]}
    for name in ("or_more", "or_less"):
        table[name] = [phrase for phrase in _TABLE[name] if phrase not in before]
    return Phrases(table)


BOUND_AFTER: Final = {"at_least": "or_more", "at_most": "or_less"}
"""What a bound means when it stands after its number ("five at least")."""


def marked(said: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with shared phrases as marks and numbers in words read."""
    return numerals(_phrases().tag(_written_out(said)))


def _written_out(said: Sequence[Token]) -> tuple[Token, ...]:
    """Write "min" out where it says the least ("min 6 weeks"), not minutes ("30 min")."""
    least = said and said[0].text == "min" and len(said) > 1
    written = (Token("word", "minimum"), *said[1:]) if least else tuple(said)
    return tuple(_as_heard(written, place) for place in range(len(written)))


_SOUND: Final = {"weak": "week", "weaks": "weeks", "moths": "months", "moth": "month", "wk": "week", "wks": "weeks", "ours": "hours"}
_BEFORE_A_UNIT: Final = frozenset(
    listed(
        """
        a | per | each | every | other | one | two | three | four | five | six | seven | eight | nine | ten | twelve | couple | of | few |
        half
        """
    )
)
_UNITS_HEARD: Final = frozenset({"week", "weeks", "month", "months", "days", "years", "hours", "times", "tablets"})


def _as_heard(said: Sequence[Token], place: int) -> Token:
    """Write a unit or a number that was typed as it sounds ("three times a weak", "for too weeks")."""
    token = said[place]
    before = said[place - 1] if place else None
    if token.text in _SOUND and before is not None and (before.kind == "number" or before.text in _BEFORE_A_UNIT):
        return Token("word", _SOUND[token.text])
    after = said[place + 1].text if place + 1 < len(said) else ""
    if token.text == "too" and after in _UNITS_HEARD and (before is None or before.text in ("for", "about", "to", "after")):
        return Token("word", "two")
    return token


def marked_text(text: str) -> tuple[Token, ...]:
    """Return the marked tokens of a text."""
    return marked(tokens(text))
