"""Phrases that say yes, no, or both, with and without a hedge."""

from __future__ import annotations

from typing import Final

from interview.understanding.listed import listed
from interview.understanding.marks import HEDGES

_HAVE: Final = listed(
    """
        do | have | did | am | was | had | would | can | could | will | should | must | have been | have had | have done
        """
)


_IT: Final = ("it", "they", "he", "she", "that", "we", "there", "this")


_DOES: Final = ("does", "did", "has", "is", "was", "do", "have", "are", "were", "would", "had", "can", "could", "will")


_AUXILIARIES: Final = (*(f"i {verb}" for verb in _HAVE), *(f"{who} {verb}" for who in _IT for verb in _DOES))


TABLE: Final = {
    "yes": listed(
        """
        yes | y | yea | yeah | yep | yup | ya | yeh | yess | yas | ye | aye | yah | sure | certainly | definitely | absolutely |
        of course | indeed | correct | true | affirmative | sure thing | for sure | fine by me | fine with me |
        that is fine by me | totally agree | ok | okay | very much |
        very much so | you bet | that is right | that is correct | that is true | too right | always | often | very often |
        quite often | frequently | constantly | regularly | all the time | every day | most days | every night | most nights | a lot |
        quite a lot | quite a bit | most of the time | nearly always | almost always | too true | uh huh | mhm | mm hm | mm hmm | mmhm |
        uh-huh | mm-hm | mm-hmm | ah-ha |
        yessir | si | indeed so | i agree | agreed | go ahead | by all means | right | without a doubt | no doubt | no question |
        without question | more than once | on several occasions | several times | many times | a few times | a couple of times |
        just the once | only once | just once | just twice | only twice | once | twice | oh yes | yes please | loads of times |
        lots of times | afraid so | i am afraid so | unfortunately so | sadly so | daily | weekly | too often | more often than not |
        at times i do | obviously | naturally | 100 % | 100% | hell yes | every single day | every time | usually | normally |
        definitively | exactly | spot on | precisely | completely | totally | positive | for certain | at least once |
        +ve | pos | endorses | endorsed | endorsing | endorses it | admits | admits to it | admitted | reports it | reports so | confirms |
        confirmed |
        affirms | acknowledges | acknowledged | present | does endorse |
        a number of times | once or twice | a handful of times | once before
        """
    ),
    "soft_yes": listed(
        """
        i think so | think so | i suppose so | suppose so | i guess so | guess so | i believe so | believe so | i would say so |
        i would think so | i imagine so | i expect so | i reckon so | i suppose | i guess | i think i do | i think i have |
        i think i did | sometimes | a bit | a little | a little bit | somewhat | kind of | sort of | occasionally | now and then |
        now and again | every now and then | every now and again | from time to time | once in a while | every so often | on occasion |
        at times | to some extent | to a degree | to some degree | to an extent | in a way | in some ways | in a sense |
        you could say that | you could say so | one could say that | more or less | mostly | partly | partially | mainly | largely |
        pretty much | probably | most likely | likely | very likely | quite likely | presumably | quite possibly | some days |
        some nights | some of the time | on bad days | on a bad day | only sometimes | only a bit | only a little | slightly | a tad |
        a touch | off and on | on and off | as far as i know | as far as i can tell | to the best of my knowledge | i should think so |
        it seems so | seems so | seems like it | looks like it | i would have thought so | i would guess so | generally | apparently |
        apparently so | moderately | a fair bit | i feel so | half the time | possibly yes | kind of yes | only when | fairly |
        i am pretty sure | i am fairly sure | pretty sure | fairly sure | technically | i dare say | arguably | i would imagine so |
        when i am stressed | i must have | must have | i must do | just a bit | just a little | i might say so
        """
    ),
    "no": listed(
        """
        no | n | nope | nah | naw | noo | never | never ever | not at all | no way | not once | not ever | absolutely not |
        definitely not | of course not | certainly not | not any | none | nothing | nobody | negative | not me | not in the slightest |
        not in the least | false | neither | not yet | not a bit | not one bit | none at all | nothing like that | nothing of the sort |
        nothing at all | not so | no never | not true | by no means | no sir | nay | not a chance | no chance | not a single time |
        no thanks | no thank you | not even once | hell no | god no | oh no |
        incorrect | not i | that is not right | that is not true |
        that is not the case | not the case | nada | under no circumstances | not a one | wrong | obviously not | clearly not | zero |
        not on your life | afraid not | i am afraid not | no siree | nuh uh | uh uh | nein | not likely | never had | never have |
        never did | never has | never been | not so far | not that either | not that one | no more than anyone | nothing to speak of |
        not like that | no need | no such thing | none of that | none of those | none of these | nothing special | never once |
        -ve | neg | nop | not a soul | no one at all | nobody at all | no one else | nobody else | no one really | no nobody | no no one |
        not to date | denies | denied | denying | denies any | denies it | denied it | nil | nil reported | none reported | not reported |
        no history | no hx | nil of note | none noted | not noted | none known | nil known | absent | not present | not endorsed |
        nil significant | nuh-uh | uh-uh | unh-unh
        """
    ),
    "soft_no": listed(
        """
        kind of not | sort of not | kind of no | sort of no | probably no | i can not say i did | i can not say that i do |
        i can not say that i did | can not say i did | can not say that i did | not that comes to mind |
        not really | no not really | not that i know of | not that i know | not that i am aware of | not that i am aware |
        not that i can remember | not that i remember | not that i recall | not that i can recall | not that i can think of |
        not that anyone told me | not that anybody told me | not that anyone has told me | not that anyone said |
        not that i have noticed | not that i noticed | not that i can tell | not that i would notice | i do not think so |
        do not think so | i do not believe so | do not believe so | i do not suppose so | i would not think so | i doubt it |
        i doubt that | i doubt so | doubt it | doubtful | probably not | maybe not | perhaps not | possibly not | not much |
        not very much | not especially | not particularly | not very | not exactly | i guess not | i suppose not | i think not |
        i believe not | i hope not | hopefully not | not to my knowledge | not as far as i know | not as far as i can tell |
        not as far as i remember | not as far as i am aware | not to the best of my knowledge | unlikely | hardly | i would not say so |
        i would not say that | would not say so | not so much | not usually | not often | not generally | not normally | not as such |
        presumably not | most likely not | likely not | i would say not | not very often | not too much | not quite |
        i should not think so | i can not say i have | i can not say i do | i can not say that i have | can not say i have |
        can not say that i have | can not say i do | i would not have thought so | apparently not | it seems not | seems not |
        not significantly | not seriously | not overly | not in particular | not that much | not a lot | barely | i imagine not |
        i expect not | no not that i know of | nothing much | not knowingly | not consciously | not intentionally |
        not in so many words | none that i know of | none that i can remember | never that i know of |
        never that i remember | not noticeably | not in my opinion | i do not think that is true | i do not think that is the case |
        nothing that i know of | not strictly | not all that much |
        not terribly | i would guess not | not properly
        """
    ),
    "either": listed(
        """
        almost | nearly | almost did | nearly did | almost have | almost do | almost did once | yes / no | y / n | no / yes |
        apart from | other than | aside from | besides | barring | well once | well twice |
        well maybe once | well maybe | well sometimes | well a few times | when i was young | when i was younger | when i was little |
        as a kid | in my youth | in my teens | it is possible | that is possible | possible | up to a point | to a point |
        yes and no | no and yes | yes or no | it depends | depends | that depends | depending | maybe | perhaps | possibly | could be |
        might be | might have | may have | may be | could have | used to | i used to | not any more | no longer | not anymore |
        any more | in the past | not now | not right now | not currently | not at the moment | not at present | not these days |
        not lately | not recently | previously | formerly | back then | years ago | not since | not for years | not in years |
        not for a long time | not in a long time | not for a while | not in a while | 50/50 | 50 / 50 | fifty fifty | fifty - fifty |
        so so | half and half | bit of both | a bit of both | both yes and no | rarely | seldom | hardly ever | barely ever |
        very rarely | almost never | nearly never | not always | sometimes yes sometimes no | sometimes yes and sometimes no |
        sometimes and sometimes not | some days yes some days no | neither yes nor no | in between | it varies | varies |
        it comes and goes | comes and goes | yes but no | no but yes | it did once | only in the past | when i was younger |
        when i was a child | when i was a kid | as a child | as a teenager | not today | not this week | not this month | not this year |
        i might |
        not only | more no than yes | more yes than no | yeah no | yeah nah | no yeah | nah yeah | yes no | no yes | not recently no |
        not for ages | not in ages | once upon a time | on the fence | i am in two minds | in two minds | borderline | did once |
        stopped | i stopped | i quit | gave up | given up | i have stopped | formerly yes | i can not decide | not entirely |
        not completely | not totally | not necessarily | yes but not | except | at first | not until
        """
    ),
    "hedge": tuple(
        phrase
        for phrase in HEDGES
        if phrase
        not in listed(
            """
        kind of | sort of | likely | most likely | probably | presumably | possibly | i suppose | i guess | as far as i know |
        as far as i can tell | to the best of my knowledge | apparently | i am pretty sure | i am fairly sure | pretty sure |
        fairly sure
        """
        )
    ),
    "aux_yes": _AUXILIARIES,
    "aux_no": (
        *(f"{phrase} not" for phrase in _AUXILIARIES),
        *(f"{phrase} never" for phrase in _AUXILIARIES),
        *(
            f"{who} never {verb}"
            for who in ("i", *_IT)
            for verb in ("do", "have", "did", "has", "does", "was", "am", "had", "would", "been", "could")
        ),
        "have never",
    ),
    "correction": listed(
        """
        sorry | wait | i mean | actually | scratch that | hang on | hold on | or rather | make that | no wait | correction | i meant |
        my mistake | oops | let me correct that | wait no | i tell a lie | let me rephrase | i take that back | strike that |
        well actually
        """
    ),
    "narrative": listed(
        """
        never not | not never | no more than | i suppose everyone | i suppose everybody | i guess everyone | i guess everybody |
        i suppose we all | i guess we all | no good | no use | no better | no worse | i am okay | i am ok | i am right | i am wrong |
        it is okay | it is ok | a bit better |
        a bit worse | a little better | a little worse | slightly better | slightly worse | a lot better | a lot worse |
        a bit more | a bit less | a little more | a little less | somewhat better | somewhat worse |
        right now | right away | no idea why | no matter | no one | no wonder | no problem | never mind | yes to | all right | alright |
        not only that | the right | true story | not just | to be fair | how often | a lot of | most of the | right after |
        right before | a bit of a | not long ago | not that long ago | not just that | i must say | i have to say | i would say |
        i would have to say | i am afraid | i am sorry | i am sorry to say | as i said | like i said | to be honest | if i am honest |
        if i am being honest | i will be honest | i am not going to lie | i will not lie | it is fair to say
        """
    ),
}
