"""Words of doses: units of weight, tablets, times of day, changes."""

from __future__ import annotations

from typing import Final

from interview.understanding.listed import listed

_MILLIGRAMS: Final = {
    1.0: listed(
        """
        mg | mgs | milligram | milligrams | milligramme | milligrammes | milligrm | miligrams | miligram | millgrams | milligrms |
        mlligrams | mig | migs | mgm
        """
    ),
    1000.0: ("g", "gram", "grams", "gm", "gms", "gramme", "grammes"),
    0.001: ("mcg", "ug", "μg", "µg", "microgram", "micrograms", "mics", "mcgs", "micro", "micros", "mikrograms"),
}


UNITS: Final = {word: size for size, words in _MILLIGRAMS.items() for word in words}


PIECES: Final = frozenset(
    listed(
        """
        tablet | tablets | tab | tabs | pill | pills | capsule | capsules | cap | caps | patch | patches | drops | ml | sachet |
        sachets | puffs | box | boxes | bottle | bottles | packet | packets | pack | packs | strip | strips | blister | handful |
        handfuls | injection | injections | spray | sprays | lozenge | lozenges | lozenges | shots | doses | dose
        """
    )
)


TIMES_A_DAY: Final = {
    "bd": 2,
    "bid": 2,
    "tds": 3,
    "tid": 3,
    "qds": 4,
    "qid": 4,
    "od": 1,
    "qd": 1,
    "om": 1,
    "on": 1,
    "nocte": 1,
    "mane": 1,
    "daily": 1,
    "nightly": 1,
    "hs": 1,
    "qhs": 1,
    "qam": 1,
    "qpm": 1,
}


LATIN: Final = frozenset(
    listed(
        """
        bd | bid | tds | tid | qds | qid | od | qd | nocte | mane | daily | nightly | hs | qhs | om | qam | qpm
        """
    )
)


PARTS_OF_DAY: Final = frozenset(
    listed(
        """
        morning | mornings | night | nights | evening | evenings | bedtime | noon | lunchtime | lunch | breakfast | dinner | midday |
        afternoon | teatime | supper | am | pm
        """
    )
)


CHANGED: Final = frozenset(
    listed(
        """
        then | increased | started | titrated | raised | upped | went | reduced | lowered | dropped | cut | later | eventually |
        initially | first | now | afterwards | bumped | built | going | gone | rising | rose | risen | doubled | halved |
        gradually | previously | before | changed
        """
    )
)


REACHED: Final = frozenset({"went", "got", "worked", "built", "go", "gone", "titrated", "increased", "moved", "came", "crept", "put"})
"""Verbs before "up to" that tell the dose at which someone arrived."""


DIVIDED: Final = {"divided", "split", "spread", "total"}


HARMLESS: Final = frozenset(
    {"now", "both", "each", "every", "per", "times", "last", "first", "half", "when", "while", "with", "if", "so_far_ago", "then"}
)


NO_STRENGTH: Final = frozenset(
    listed(
        """
        ml | mls | drop | drops | puff | puffs | spray | sprays | unit | units | iu | percent | sachet | sachets | spoon |
        spoons | spoonful |
        kg | kgs | kilo | kilos | stone | lb | lbs | pounds | mils | age | aged | years old | quarter | quarters | third |
        thirds | halves | cc
        """
    )
)
"""Words beside a number that make it no strength in milligrams."""

FEW: Final = 4
"""Up to here a bare number may count tablets or times."""
