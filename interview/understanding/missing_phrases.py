"""Phrases of refusal, of not knowing, and of what does not apply."""

from __future__ import annotations

from typing import Final

from interview.understanding.listed import listed

_VERBS_OF_SPEECH: Final = listed(
    """
        say | answer | talk about it | talk about that | talk about this | talk | discuss it | discuss that | discuss this | discuss |
        tell you | go into it | go into that | go there | answer that | answer this | answer it | answer that one | answer this one |
        answer that question | answer this question | answer the question | say that | share | share that | share it | respond |
        disclose | get into it | get into that | comment | tell | speak about it | speak about that | go into details | be asked that |
        answer that question | give an answer | give a number | give details | state | score | rate | rate it | specify | elaborate |
        guess |
        estimate | quantify | comment on that | comment on it | engage | name it | put a number on it | name | give | give one | give it |
        reveal that | think about it | think about that | say anything | say anything about that
        """
)


_UNWILLING: Final = listed(
    """
        would rather not | rather not | would prefer not to | prefer not to | do not want to | would not like to | do not wish to |
        will not | am not going to | refuse to | would sooner not | sooner not | am not comfortable to | decline to |
        am not willing to |
        do not feel like | do not care to | am not prepared to | not going to | not want to | not comfortable | would like not to |
        declined to | declines to | refused to | refuses to | refusing to | declining to | not willing to | unwilling to |
        not prepared to |
        did not want to | does not want to | does not wish to | did not wish to | reluctant to | is not going to |
        choose not to | do not really want to | am not ready to | not ready to | do not feel comfortable | do not have to |
        would rather you did not make me | can not bear to | do not feel able to | not happy to | not keen to
        """
)


_GERUNDS: Final = listed(
    """
        saying | answering | talking about it | talking about that | talking about this | talking | discussing it | discussing that |
        discussing this | answering that | answering this | sharing | sharing that | answering that question | going into it |
        going into that | going there | answering this question | with that question | with this question | with that | with this |
        with the question | telling you | talking to you about it | talking to you about that
        """
)


DECLINED: Final = (
    *(f"{start} {end}" for start in _UNWILLING for end in _VERBS_OF_SPEECH),
    *(
        f"{start} {end}"
        for start in listed(
            """
        not comfortable | not happy | do not feel like | do not feel comfortable | am not okay | not okay | not up for | uncomfortable |
        not good with | not keen on
        """
        )
        for end in _GERUNDS
    ),
    *listed(
        """
        none of your beeswax | none of your damn business | none of your bloody business | none of your affair | not your affair |
        refuses | declines | refusing | declining | undisclosed | not disclosed | non disclosed | no way am i answering |
        no way am i answering that | no way am i telling you | no way i am answering | no way i am answering that |
        no way i am telling you |
        that is a personal matter | it is a personal matter | a personal matter | personal matter | a private matter | private matter |
        that is a private matter | none of your concern | not your concern | no concern of yours | no business of yours | my business |
        my own business | that is my business | that is my own business | that stays with me | that is between me and my doctor |
        that is between me and my wife | that is between me and my husband | between me and my therapist | would rather you did not ask |
        ask me something else | ask me another | ask me another one | ask something else | change the subject |
        can we change the subject |
        let us change the subject | off the table | leave it blank | leave that blank | leave this blank | leave blank | too painful |
        too painful to talk about | too hard to talk about | too upsetting | too upsetting to talk about | can not face that question |
        can not face that | not for sharing | not for your ears | what is it to you | keep out | not getting that out of me | nosy |
        that is a nosy question | would rather leave that | would rather leave it | rather leave that | would not like to say that |
        would not answer | would not comment | would not disclose | would not state | would not elaborate | not answering this |
        i am not answering this | no answer to that | withheld | withholding |
        rather not | would rather not | prefer not to | prefer not | would prefer not | would sooner not | sooner not | no comment | pass |
        i will pass | i will pass on that | i will pass on that one | i will pass on this one | pass on that | pass on that one |
        pass on this one | skip | skip it | skip that | skip this | skip that one | skip this one | skip this question |
        skip that question | skip the question | can we skip | let us skip | declined | decline | i decline | i refuse | refuse |
        refused | none of your business | not your business | no of your business | mind your own business | mind your business |
        that is private | it is private | private | too private | that is personal | it is personal | that is a bit personal |
        that is too personal | too personal | personal | leave it | leave that | leave that one | leave that out | leave it out |
        let us leave it | let us leave that | can we leave that | can we leave it | let us not go there | move on | moving on |
        let us move on | can we move on | next question | next question please | next please | no answer | keep that to myself |
        keep it to myself | i am not saying | not saying | not telling | i am not telling | i am not answering | not answering |
        not answering that | i am not answering that | do not ask | do not ask me | do not ask me that | you can not ask me that |
        why do you need to know | why do you need to know that | that is confidential | confidential |
        not something i want to talk about | not something i talk about | not something i would like to discuss |
        not something i discuss | i plead the fifth | can i not answer | can i not answer that | do i have to answer |
        do i have to answer that | do i have to | do i have to say | must i | must i answer | must i answer that |
        rather keep that private | rather keep that to myself | would rather keep that private | rather keep it private |
        rather keep it to myself | i will not answer | i will not say | nope not answering | not for discussion |
        not up for discussion | off limits | leave me alone | you do not need to know | you do not need to know that |
        prefer to keep that private | prefer to keep that to myself | prefer not saying | prefer not answering | rather skip |
        rather skip that | rather skip this | rather skip it | rather skip that one | rather skip this one | i would like to skip |
        i want to skip | i would like to skip that | i would like to skip this | i would like to skip this one |
        i would like to skip this question | can not talk about it | can not talk about that | can not talk about this |
        can not go into that
        """
    ),
)


_KNOWING: Final = listed(
    """
        know | remember | recall | be sure | be certain | tell you | think | say for sure | say for certain | say | tell |
        put a number on it | put a figure on it | put a date on it | pin it down | place it | work it out | give you a number |
        be exact | answer that
        """
)


UNKNOWN: Final = (
    *(
        f"{start} {verb}"
        for start in listed(
            """
        do not | can not | could not | did not | would not | am not able to | unable to | no longer | not able to | could not really |
        can hardly | can barely | do not honestly | can no longer
        """
        )
        for verb in ("know", "remember", "recall")
    ),
    *(f"{start} {verb}" for start in ("can not", "could not", "could not possibly", "can not possibly") for verb in _KNOWING),
    *listed(
        """
        nothing comes to mind | nothing springs to mind | none comes to mind | none come to mind | nothing i can think of |
        nothing that i can think of | none i can think of | none that i can think of | no one comes to mind | nobody comes to mind |
        can not think of any | can not think of anything | can not think of one | can not think of anyone | can not think of anybody |
        not that i can think of right now | not that i can think of just now | not that i can think of now |
        not that i can think of off hand | not that i can think of offhand | not that i can think of at the moment |
        not that comes to mind right now | not that comes to mind at the moment |
        nobody knows | no one knows | nobody could tell me | no one could tell me | nobody ever said | no one ever said |
        n/k | nk | n . k . | d/k | dnk | not known to | wish i knew | i wish i knew | wish i could remember | wish i could tell you |
        i wish i could remember | i wish i could tell you | if only i knew | if only i could remember | tip of my tongue |
        on the tip of my tongue | beyond me | it is beyond me | you would have to ask my wife | you would have to ask my husband |
        you would have to ask my mother | you would have to ask my mum | you would have to ask my doctor | my wife would know |
        my husband would know | my mother would know | my mum would know | not recorded | not documented | no record | no records |
        not on record | unrecorded | undetermined | could be anything | no clue at all | none the wiser | does not know | did not know |
        does not remember | does not recall | can not be sure | not a scoobies | could not begin to guess | would only be guessing |
        would be a guess | i never noticed | has no idea | is not sure | is unsure | was unsure | was not sure | poor historian |
        have not a scooby | not a scooby | could not say | no idea | i have no idea | i have not got any idea | not any idea |
        have not any idea | not the faintest idea |
        i have not the faintest idea | have not the faintest | not the faintest | not the foggiest | have not the foggiest |
        have not the foggiest idea | not a clue | no clue | i have no clue | have not a clue | have not got a clue |
        do not have a clue | without a clue | clueless | not sure | i am not sure | unsure | not so sure | not that sure |
        not very sure | not at all sure | not sure at all | not certain | uncertain | i am not certain | unknown | not known | forgot |
        forgotten | i forget | i forgot | i have forgotten | have not a notion | no notion | not remember | hard to say | hard to tell |
        hard to know | difficult to say | difficult to tell | difficult to know | tough to say | impossible to say |
        impossible to tell | tricky to say | who knows | who can say | who can tell | heaven knows | god knows | goodness knows |
        lord knows | beats me | search me | your guess is as good as mine | would not know | i would not know |
        would not be able to say | would not be able to tell you | would not like to say | would not like to guess |
        would not want to guess | would have to check | would have to ask | would have to look | would have to look it up |
        would have to think | would need to check | would have to ask my wife | would have to ask my husband |
        would have to ask my doctor | would have to ask my mother | i need to check | would be guessing | lost count |
        i have lost count | lost track | i have lost track | it is a blur | it is all a blur | a blur | no memory | no memory of it |
        no memory of that | no recollection | do not have any memory of it | do not have any idea | have no memory |
        have no memory of it | have no memory of that | have no recollection | have no recollection of it | nobody told me |
        no one told me | never been told | i was never told | i was not told | they did not tell me | they never told me |
        they did not say | it escapes me | escapes me | my mind has gone blank | my mind is blank | drawing a blank |
        i am drawing a blank | mind has gone blank | my mind is a blank | gone blank | not that i can remember when |
        i do not have the answer | i really could not say | do not rightly know | i never know | i could not tell you |
        could not tell you | can not tell | could not tell | never really thought about it | never thought about it |
        i have never thought about it | have not thought about it | i do not keep track | do not keep track | not kept track |
        never kept track | not keeping track | i do not know know | need to think | let me think about it |
        i would have to think about it | too long ago to remember | too long ago | i do not understand | do not understand |
        do not understand the question | i do not understand the question | what do you mean | no way of knowing | how would i know |
        how should i know | am at a loss | no clear idea | not clear | it is unclear | unclear |
        i am in two minds about whether i remember
        """
    ),
)


NOT_APPLICABLE: Final = listed(
    """
        n/a | n . a . | na | does not apply to pt | not apply to | not pertinent | not relevant in my case | not my situation |
        there is nothing to answer | never applied to me | never applied | n a | not applicable | not applicable to me |
        non applicable | inapplicable | does not apply |
        do not apply | does not apply to me | do not apply to me | did not apply | did not apply to me | does not really apply |
        that does not apply | would not apply | would not apply to me | can not apply | can not apply to me | not apply | not relevant |
        irrelevant | is not relevant | not relevant to me | that is not relevant to me | it is not relevant to me |
        that is not relevant here | that is not relevant for me | that does not concern me | not relevant for me |
        that is not relevant | does not concern me |
        does not apply here | not applicable here | not relevant here | is not applicable | not applicable in my case |
        does not apply in my case | does not fit me | does not pertain to me | not something that applies |
        not something that applies to me | none applicable | no applicable | does not relate to me | this question is not for me |
        that question is not for me | this one is not for me | not for me to answer | doesn't fit my situation |
        does not apply to my situation | not relevant to my situation | that one does not apply | not meant for me
        """
)


SPELT: Final = {
    "not aplicable": 0,
    "not applicible": 0,
    "not appliccable": 0,
    "prefer no to say": 1,
    "prefer not say": 1,
    "i would rather no say": 1,
    "rather no say": 1,
    "prefer not too say": 1,
    "do not no": 2,
    "don't konw": 2,
    "do not kow": 2,
    "cant rember": 2,
    "can not rember": 2,
    "no ideea": 2,
    "not shure": 2,
}


POLITE: Final = frozenset(
    frozenset(
        listed(
            """
        i | sorry | please | thanks | thank | you | well | um | uh | er | erm | hmm | hm | oh | ah | to | be | honest | honestly |
        really | afraid | am | at | all | that | this | it | about | the | question | one | if | is | ok | okay | right | now | just |
        actually | a | for | me | my | exactly | anymore | any | more | so | do | mind | would | like | answer | yet | in | case |
        here | frankly | too | much | truly | of | and | quite | simply | on | today | doctor | then | think | guess | can | we | with |
        as | such | or | said | same | again | lol | haha | personal | private | very | thing | bit | totally | even | let | us |
        could | maybe | yeah | mate | love | dear | suppose | because | was | were | what | how | when | either | way | off | hand |
        top | head | from | memory | rather | else | long | many | often | there | have | since | but | time | ago | been | not | no |
        pt | patient | client | px | he | she | they | matter | your | yours | concern | thanks | ta | cheers | none | point | stage |
        applicable | say | know | anything | moment | which | name | date | number | truthfully | genuinely | unfortunately
        """
        )
    )
)
"""Words that add nothing to a refusal, a don't-know or a doesn't-apply."""


NO_MORE_THAN_NARRATIVE = listed(
    """
        no idea what to | no idea how to | no idea what i | no idea how i | no idea why i | no idea who i | not sure what to |
        not sure how to |
        not sure i | not sure if i | no idea if i | do not know what i | do not remember what it | can not remember what it |
        no clue what to |
        do not want to live | do not want to be | do not want to go on |
        do not know why | do not know how i | did not know | do not remember why | not sure why | i did not know | not sure how i |
        know that i do not | do not know what to do | do not know who i am | do not know how to | do not know where i |
        do not know if i can | do not know what i | can not say i | can not say that i | can not say i did |
        can not say that i did | could not say i | can not say no | can not say yes | can not say it |
        can not say that it | do not know why i | not sure why i
        """
)
