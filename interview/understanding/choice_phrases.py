"""Phrases about options as a whole: all of them, all except, anything but, and words of correction."""

from __future__ import annotations

from typing import Final

from interview.understanding.listed import listed
from interview.understanding.marks import HEDGES
from interview.understanding.phrases import Phrases

COMPARING: Final = frozenset(
    listed(
        """
        more | less | worse | better | than | between | beyond | above | below | over | under | nearly | almost | towards
        """
    )
)


ALL: Final = Phrases(
    {
        "all": listed(
            """
        all of them | all of these | all of those | all of the above | all | everything | every one of them | every one | each of them |
        all of it | the lot | the whole lot | all three | all four | all five | all six | all the above | yes all of them | both |
        both of them | both of these | all them | all of that | every single one | the whole list | each one
        """
        )
    }
)


BUT: Final = Phrases(
    {
        "but": listed(
            """
        all except | all but | everything except | everything but | all of them except | all of them but | all of these except |
        all of these but | all apart from | everything apart from | all besides | all bar | everything bar | all of them apart from |
        all of the above except | all of the above but | all other than | everything other than | all save | all excluding | all minus |
        all without | all of them bar | every one but | every one except | all of those except | all of those but | all not counting
        """
        )
    }
)


OPEN: Final = Phrases(
    {
        "open": listed(
            """
        anything but | anything except | any but | any except | anything other than | any other than | something other than |
        something else | rather than | instead of | other than | anything apart from | anything besides | used to be | used to have
        """
        )
    }
)


ANYTHING_BUT: Final = Phrases(
    {
        "not": listed(
            """
        anything but | anything except | any but | any except | not the | everything but not | not option | not number | other than |
        something other than | something else | some other | anything other than | not
        """
        )
    }
)


HEDGED: Final = Phrases({"hedge": (*HEDGES, "maybe", "perhaps", "could be", "might be", "i think", "not sure but")})


CORRECTIONS: Final = Phrases(
    {
        "correction": listed(
            """
        sorry | wait | i mean | actually | scratch that | hang on | hold on | or rather | make that | no wait | correction | i meant |
        my mistake | oops | no sorry | sorry no | no actually | actually no | wait no | strike that | no i mean | no make that |
        well actually | sorry i mean | sorry i meant
        """
        )
    }
)
