"""The profile of well-being as a picture in characters, and the same as a table: impaired, balanced, excessive; euthymia beside it.

Too much is as much out of balance as too little. A side that nobody asked about stays an empty track, and is said to be that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final, Literal, get_args

from interview.language import _
from interview.views.finding_titles import DIMENSIONS
from interview.views.locale import listed
from interview.views.path_titles import path_title
from interview.views.patient_strengths import OFF_BALANCE
from interview.views.picture_cells import (
    BLANK,
    NARROWEST,
    NO_ROOM,
    UNICODE,
    Line,
    Role,
    Signs,
    Span,
    heading,
    padded,
    settled,
    words,
    wrapped,
)
from interview.views.picture_table import Row, table
from interview.views.words_clinician import status_words, title, verdict_word
from trd_core.assessment import Assessment
from trd_core.case import Case
from trd_core.facts import read

Level = Literal["impaired", "balanced", "excessive"]
LEVELS: Final[tuple[Level, ...]] = get_args(Level)
NAMES_SHARE: Final = 0.28
SAID_LEAST, SAID_MOST = 10, 16
"""Cells beside the track, for the level in words: in a narrow picture, and in a wide one."""
WIDE: Final = 76
BETWEEN: Final = 2
"""Blanks between two heads on one line."""
NAMES_MOST: Final = 40
AS_TABLE: Final = _("The same as a table")
BESIDE: Final = {
    "wellbeing.flexibility": "rigidity",
    "wellbeing.consistency": "inconsistency",
    "wellbeing.resilience": "low_resilience",
}
"""What keeps well-being in balance, and the code by which each is called in the words of the person."""
FEELS: Final = ("wellbeing.feels_well", "wellbeing.only_passing_distress", "episode.major_symptoms", "episode.residual_symptoms")
EUTHYMIA: Final = "areas.wellbeing.euthymia"


@dataclass(frozen=True, slots=True)
class ProfileWords:
    """What one reader reads."""

    levels: dict[Level, str]
    dimensions: dict[str, str]
    about: str
    beside: str
    facts: dict[str, str]
    """What stands beside the profile, by path."""
    values: dict[str, str]
    not_known: dict[str, str]
    """Why nothing is known, by the case's own code; without a code nobody asked."""
    is_persons: bool


CLINICIANS: Final = ProfileWords(
    levels={"impaired": _("impaired"), "balanced": _("balanced"), "excessive": _("excessive")},
    dimensions=dict(DIMENSIONS),
    about=_("As the clinician rates what was told. Too much is as much out of balance as too little."),
    beside=_("Euthymia, beside it"),
    facts={
        "wellbeing.flexibility": _("Flexibility"),
        "wellbeing.consistency": _("Consistency"),
        "wellbeing.resilience": _("Resilience"),
        "wellbeing.feels_well": _("Feels well on most days"),
        "wellbeing.only_passing_distress": _("Distress passes soon"),
        "episode.major_symptoms": _("Major symptoms after the latest treatment"),
        "episode.residual_symptoms": _("Symptoms left after the latest treatment"),
    },
    values={"absent": _("absent"), "partial": _("partly there"), "present": _("present")},
    not_known={"not_asked": _("not asked"), "declined": _("declined"), "unknown": _("not known"), "not_applicable": _("does not apply")},
    is_persons=False,
)
PERSONS: Final = ProfileWords(
    levels={"impaired": _("too little"), "balanced": _("in balance"), "excessive": _("too much")},
    dimensions={name: OFF_BALANCE[name] for name in DIMENSIONS},
    about=_("What goes well, as we heard it. Too much can weigh as much as too little."),
    beside=_("What keeps it in balance"),
    facts={
        **{path: OFF_BALANCE[code] for path, code in BESIDE.items()},
        "wellbeing.feels_well": _("Feeling well on most days"),
        "wellbeing.only_passing_distress": _("Upset that soon passes"),
    },
    values={"absent": _("not there now"), "partial": _("partly there"), "present": _("there")},
    not_known={
        "not_asked": _("not yet asked"),
        "declined": _("left open"),
        "unknown": _("not known"),
        "not_applicable": _("does not apply"),
    },
    is_persons=True,
)


def wellbeing_picture(
    case: Case, assessment: Assessment, width: int, signs: Signs = UNICODE, said: ProfileWords = CLINICIANS
) -> tuple[Line, ...]:
    """Return the profile in so many columns, the table below it; too narrow for a picture, the table alone."""
    about = words(said.about, width, "quiet")
    drawn = words(NO_ROOM, width, "quiet") if width < NARROWEST else tuple(_picture(case, width, signs, said))
    beside = () if width < NARROWEST else tuple(_beside(case, assessment, width, signs, said))
    return settled((*about, *drawn, *beside, *_table(case, assessment, width, said)))


def level_of(case: Case, dimension: str) -> Level | None:
    """Return how one dimension was rated; None where it is not known."""
    level = read(case, f"wellbeing.{dimension}.level")
    return next((each for each in LEVELS if each == level), None)


def why_unknown(case: Case, path: str, said: ProfileWords) -> str:
    """Return why a fact is not known: not asked, declined, and so on."""
    return said.not_known[case.missing.get(path, "not_asked")]


def _picture(case: Case, width: int, signs: Signs, said: ProfileWords) -> Iterator[Line]:
    names = min(NAMES_MOST, int(width * NAMES_SHARE))
    beside = SAID_MOST if width >= WIDE else SAID_LEAST
    half = (width - names - beside - 5) // 2
    track = 2 * half + 1
    yield BLANK
    for head in _heads([said.levels[each] for each in LEVELS], track):
        yield Line((Span(padded("", names) + "  "), Span(head, "axis")))
    for dimension, name in said.dimensions.items():
        level = level_of(case, dimension)
        word = f"{signs.unknown} {why_unknown(case, f'wellbeing.{dimension}.level', said)}" if level is None else said.levels[level]
        drawn = (Span(" " * track, "grid"),) if level is None else _bar(level, half, signs)
        for place, (part, more) in enumerate(zip_longest(wrapped(name, names), wrapped(word, beside), fillvalue="")):
            plot = (Span(" " * track),) if place else drawn
            said_here = (*plot, Span(f"  {more}", "open" if level is None else "words")) if more else plot
            yield Line(
                (Span(padded(part, names) + "  "), *said_here) if more or not place else (Span(part),), of=None if place else dimension
            )


def _heads(heads: Sequence[str], track: int) -> tuple[str, ...]:
    """Return the three heads over the track; the middle one stands below the others where they would touch."""
    low, middle, high = heads
    outer = f"{low}{high:>{max(track - len(low), len(high) + BETWEEN)}}"
    at = track // 2 - len(middle) // 2
    if len(low) + BETWEEN <= at and at + len(middle) + BETWEEN <= track - len(high):
        return (f"{low}{middle:>{at + len(middle) - len(low)}}{high:>{track - at - len(middle)}}",)
    return outer, f"{'':{max(at, 0)}}{middle}"


def _bar(level: Level, half: int, signs: Signs) -> tuple[Span, ...]:
    """A bar from the middle to one side, or a mark in the middle."""
    track = signs.track * half
    middle: Role = "sure"
    if level == "impaired":
        return (Span(signs.to_left + signs.sure * half, middle), Span(track, "grid"))
    if level == "excessive":
        return (Span(track, "grid"), Span(signs.sure * half + signs.to_right, middle))
    return (Span(track, "grid"), Span(signs.balance, "mark"), Span(track, "grid"))


def _standing(case: Case, path: str, said: ProfileWords) -> str | None:
    """How a fact stands; None where it is not known."""
    value = read(case, path)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return None if value is None else said.values.get(str(value), str(value))


def _beside(case: Case, assessment: Assessment, width: int, signs: Signs, said: ProfileWords) -> Iterator[Line]:
    names = min(NAMES_MOST, int(width * NAMES_SHARE))
    yield from heading(said.beside, width)
    for path, name in said.facts.items():
        standing = _standing(case, path, said)
        word = f"{signs.unknown} {why_unknown(case, path, said)}" if standing is None else f"{signs.bullet} {standing}"
        parts = wrapped(name, names)
        yield Line((Span(padded(parts[0], names) + "  "), Span(word, "open" if standing is None else "words")), of=path)
        yield from (Line((Span(part),)) for part in parts[1:])
    finding = assessment.findings.get(EUTHYMIA)
    if finding is not None and not said.is_persons:
        missing = (
            _("; not known: {listed}").format(listed=listed([path_title(path) for path in finding.missing])) if finding.missing else ""
        )
        yield from words(f"{title(EUTHYMIA)}: {verdict_word(finding)}{missing}", width, "sure", of=EUTHYMIA)


def profile_table(case: Case, assessment: Assessment, said: ProfileWords = CLINICIANS) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Return the profile as a table: its headers, and a row for each dimension, each fact beside it, and euthymia."""
    rows = []
    for dimension, name in said.dimensions.items():
        level = level_of(case, dimension)
        standing = said.levels[level] if level is not None else why_unknown(case, f"wellbeing.{dimension}.level", said)
        rows.append(Row((name, standing, str(read(case, f"wellbeing.{dimension}.example") or "")), f"table:{dimension}"))
    for path, name in said.facts.items():
        rows.append(Row((name, _standing(case, path, said) or why_unknown(case, path, said), ""), f"table:{path}"))
    finding = assessment.findings.get(EUTHYMIA)
    if finding is not None and not said.is_persons:
        rows.append(Row((title(EUTHYMIA), verdict_word(finding), ""), f"table:{EUTHYMIA}"))
    has_examples = not said.is_persons and any(row.cells[2] for row in rows)
    headers = (_("What"), _("How it is"), _("In the person's words")) if has_examples else (_("What"), _("How it is"))
    return headers, tuple(Row(row.cells[: len(headers)], row.of) for row in rows)


def _table(case: Case, assessment: Assessment, width: int, said: ProfileWords) -> Iterator[Line]:
    yield from heading(AS_TABLE, width)
    yield from table(*profile_table(case, assessment, said), width)
    if not said.is_persons:
        yield from heading(_("Rules and sources"), width)
        for source in dict.fromkeys(_sources(assessment, said)):
            yield from words(source, width, first="- ")


def _sources(assessment: Assessment, said: ProfileWords) -> Iterator[str]:
    """The rule behind each level and behind euthymia, its source, and how sure it is."""
    for identifier in (*(f"areas.wellbeing.{dimension}" for dimension in said.dimensions), EUTHYMIA):
        finding = assessment.findings.get(identifier)
        if finding is not None:
            yield f"{finding.rule}: {finding.citation} ({status_words(finding.status)})"
