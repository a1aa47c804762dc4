"""A number that counts something else: "75 oranges" is no dose, "44 goats" no age.

A word that stands right behind a bare number must be one that says nothing of what is counted (a word of grammar, of time,
of softening), or one that the asking reader knows; with any other the answer is asked back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from interview.understanding.amount import Amounts
from interview.understanding.calendar_words import DAYS, MONTHS
from interview.understanding.listed import listed
from interview.understanding.tokens import Token

PLAIN_WORDS: Final = frozenset(
    listed(
        """
        a | an | the | this | that | these | those | it | its | i | me | my | he | she | they | we | you | him | her | them | his | their |
        us | our | who | which | what | there | here | is | was | were | are | am | be | been | being | has | have | had | having | do |
        does | did | done | got | get | gets | getting | go | goes | went | gone | going | come | came | take | takes | took | taken |
        taking | prescribed | start | started | starting | stop | stopped | stay | stayed | make | made | makes |
        give | gave | given | put | keep |
        kept | use | used | say | said | says | think | thought | guess | believe | suppose | reckon | know | knew | remember | seems |
        would | will | can | could | may | might | must | should | to | of | in | on | at | by | for | from | with | without | into | onto |
        over | under | about | around | between | during | since | until | till | before | after | up | down | off | out | per | as |
        like | than | through | throughout | within | along | across | near | past | and | or | but | so | if | because | when | while |
        where | though | although | then | else | also | too | plus | minus | not | never | no | yes | yeah | yep | nope | ok | okay |
        right | well | now | today | currently | presently | nowadays | lately | recently | once | twice | again | always | usually |
        normally | typically | generally | mostly | often | sometimes | regularly | still | already | just | only | even | ever |
        really | actually | honestly | probably | possibly | maybe | perhaps | definitely | certainly | roughly | approximately |
        approx | circa | ish | thereabouts | exactly | precisely | nearly | almost | altogether | overall | total | totally |
        maximum | max | minimum | min | tops | top | most | more | less | least | all | both | each | every | any | some | other |
        another | same | good | full | solid | whole | straight | initially | originally | eventually | finally | first | last |
        next | later | earlier | back | ago | away | please | sorry | thanks | thank | doctor | dr | oh | um | er | hmm | hm | ah |
        instead | rather | anyway | either | day | days | week | weeks | month | months | year | years | daily | weekly | monthly |
        morning | mornings | night | nights | evening | evenings | hour | hours | hourly | time | times | x | s | st | nd | rd |
        th | e | h | t | z | odd | something
        """
    )
)
"""Words behind a number that do not say what is counted."""

NAMED_AS_ASKED: Final = frozenset(
    listed(
        """
        yr | yrs | yo | yold | old | y | cigarette | cigarettes | cigs | cig | ciggies | ciggie | fags | fag | smokes | smoke | rollies |
        roll | rollups | roll-ups | handful | handfuls | portion | portions | serving | servings | piece | pieces | bit | bits |
        fruit | fruits | vegetable | vegetables | veg | veggies | helping | helpings | plate | plates | bowl | bowls | apple |
        apples | banana | bananas | cup | cups | mug | mugs | glass | glasses | can | cans | coffee | coffees | flat | tea | teas |
        espresso | espressos | latte | lattes | cola | colas | drink | drinks | energy | strong | black | small | large | big |
        session | sessions | sitting | sittings | appointment | appointments | meeting | meetings | visit | visits |
        treatment | treatments | course | courses | dose | doses | tablet | tablets | pill | pills | percent | pc | point | points |
        mark | marks | score | scored | antidepressant | antidepressants | medicine | medicines | medication | medications | med |
        meds | drug | drugs | kid | kids | child | children | boy | boys | girl | girls | son | sons | daughter | daughters |
        brother | brothers | sister | sisters | sibling | siblings | person | people | friend | friends | step | steps | spell |
        spells | episode | episodes | bout | bouts | admission | admissions | stay | stays | attempt | attempts | lot | lots |
        hundred | thousand | minute | minutes | mins | hrs | hr | hours | different | separate
        """
    )
)
"""What the questions that take a number count, in people's words."""

_DOSE_LIKE: Final = re.compile(r"m(?:g|ill?i?g|.?l+.?gr)")
"""The beginning of a misspelt "milligrams"."""


def counts_a_thing(said: Sequence[Token], amounts: Amounts, is_known: Callable[[str], bool]) -> bool:
    """Tell whether a bare amount among what was said is followed at once by a word that nobody here knows."""
    ends = {each.end for each in amounts.found if not each.sized}
    return any(
        place in ends
        and after.kind == "word"
        and not (after.text in PLAIN_WORDS or after.text in DAYS or after.text in MONTHS)
        and not is_known(after.text)
        for place, after in enumerate(said)
    )


def says_every_one(said: Sequence[Token]) -> bool:
    """Tell whether "one" is all of them ("every single one", "each one"), and no number."""
    words = [token.text if token.kind != "number" else "one" for token in said if token.kind in ("word", "number")]
    ones = [place for place, token in enumerate(token for token in said if token.kind in ("word", "number")) if token.kind == "number"]
    return len(ones) == 1 and any(words[at : ones[0]] in _EVERY for at in range(max(0, ones[0] - 2), ones[0]))


_EVERY: Final = (["every"], ["every", "single"], ["each"], ["each", "single"], ["every", "last"])
_ONE_MORE: Final = frozenset({"a", "an", "another"})


def counts_two_things(said: Sequence[Token]) -> bool:
    """Tell whether another thing is counted beside the first ("three coffees and a tea"), so that the number is not the whole."""
    for place in range(len(said) - 3):
        number, thing, joint, article = said[place : place + 4]
        following = said[place + 4].text if place + 4 < len(said) else ""
        if number.kind == "number" and thing.text in NAMED_AS_ASKED and joint.text in ("and", "plus", "&", "+"):
            return article.text in _ONE_MORE and following in NAMED_AS_ASKED - {"bit", "bits"}
    return False


def is_like_milligrams(word: str) -> bool:
    """Tell whether a word may be a misspelt "milligrams"."""
    return _DOSE_LIKE.match(word) is not None


def counts_instead_of_dating(year: str, after: str) -> bool:
    """Tell whether a word behind a bare year makes it a count ("2000 calories"): a plural that no reader knows."""
    return len(year) == 4 and after.endswith("s") and not after.endswith(("ss", "is", "us")) and after not in PLAIN_WORDS
