"""Words of the calendar: months, seasons, feast days, days of the week, ordinals, decades, units of time.

Seasons are northern and meteorological.
"""

from __future__ import annotations

from typing import Final

from interview.understanding.listed import listed

_MONTH_NAMES: Final = (
    listed("january | jan | janury | januray | janaury"),
    listed("february | feb | febuary | febraury | feburary | febrary"),
    listed("march | mar | mach | marhc"),
    listed("april | apr | apirl | aprl"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    listed("august | aug | agust | augst"),
    listed("september | sep | sept | septemeber | setpember | septmber | setember"),
    listed("october | oct | ocotber | octobor | octber"),
    listed("november | nov | novemeber | novmber | novemer"),
    listed("december | dec | decemeber | decmber | desember | decembr"),
)
MONTHS: Final = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}

SEASONS: Final = {
    "spring": (3, 5),
    "springtime": (3, 5),
    "summer": (6, 8),
    "summertime": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
    "wintertime": (12, 2),
}
"""First and last month of each season."""

_FEASTS: Final = (
    (12, 25, listed("christmas | xmas | christmastime | christmas day | christmas time")),
    (12, 24, ("christmas eve",)),
    (12, 26, ("boxing day",)),
    (12, 31, ("new years eve", "hogmanay", "nye")),
    (1, 1, listed("new year | new years | new years day")),
    (2, 14, ("valentines", "valentines day")),
    (3, 17, ("st patricks day",)),
    (5, 28, ("memorial day",)),
    (7, 4, ("independence day", "the fourth of july")),
    (9, 7, ("labor day",)),
    (10, 31, ("halloween",)),
    (11, 5, ("bonfire night", "guy fawkes")),
    (11, 28, ("thanksgiving",)),
    (12, 26, ("hanukkah",)),
)
MOVABLE: Final = {
    "easter": 0,
    "easter sunday": 0,
    "easter weekend": 0,
    "easter monday": 1,
    "good friday": -2,
    "whitsun": 49,
    "pentecost": 49,
}
"""Feast days that move with Easter, and their days after it."""

FEASTS: Final = {name: (month, day) for month, day, names in _FEASTS for name in names}
"""The month in which each falls, and the day by which it has been (the latest, where it moves)."""

WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tue", "tues"),
            ("wednesday", "wed", "weds", "wensday", "wednsday"),
            ("thursday", "thu", "thur", "thurs"),
            ("friday", "fri"),
            ("saturday", "sat", "saterday"),
            ("sunday", "sun"),
        )
    )
    for name in names
}

_ORDINAL_NAMES: Final = listed(
        """
        first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth | eleventh | twelfth | thirteenth |
        fourteenth | fifteenth | sixteenth | seventeenth | eighteenth | nineteenth | twentieth
        """
    )  # fmt: skip
ORDINALS: Final = {name: number for number, name in enumerate(_ORDINAL_NAMES, 1)} | {"thirtieth": 30}

DECADES: Final = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
    "noughties": 0,
    "naughties": 0,
    "aughts": 0,
}

DAYS_A_MONTH: Final = 30.4375
DAYS_A_YEAR: Final = 365.25

_UNITS: Final = {
    1 / 1440: ("minute", "minutes", "min", "mins", "minuets", "minites", "minuts", "minuite", "minuites"),
    1 / 24: ("hour", "hours", "hr", "hrs", "h", "houre", "houers", "hous", "horus"),
    1.0: ("day", "days", "d", "dys", "dyas", "night", "nights"),
    7.0: ("week", "weeks", "wk", "wks", "w", "weks", "wekks", "wees", "weeeks", "wekes", "weaks"),
    14.0: ("fortnight", "fortnights", "fornight", "fortnite"),
    DAYS_A_MONTH: ("month", "months", "mo", "mos", "mth", "mths", "mnth", "mnths", "monts", "moths", "mounths", "monthes", "m"),
    DAYS_A_MONTH * 3: ("quarter-year",),
    DAYS_A_YEAR: ("year", "years", "yr", "yrs", "y", "yeas", "yers", "yeras", "yaer", "yearss"),
    DAYS_A_YEAR * 10: ("decade", "decades"),
}
DAYS: Final = {word: days for days, words in _UNITS.items() for word in words}
"""How many days each word for a unit of time holds."""

UNIT_DAYS: Final = {"minutes": 1 / 1440, "hours": 1 / 24, "days": 1.0, "weeks": 7.0, "months": DAYS_A_MONTH, "years": DAYS_A_YEAR}
"""How many days each unit that a question may ask for holds."""
