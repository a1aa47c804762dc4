"""Two visits side by side: what was known at each, and between them a sign and a word for what became of it.

Up and down speak of numbers and places only. It never says better or worse; what is not known stays not known on its side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from interview.language import _
from interview.views.compare_words import (
    FLAGS,
    ORDERS,
    PARTS,
    PLACES,
    SAFETY_CAVEAT,
    comparison_view,
    name_at,
    problem_names,
    rating_words,
    safety_words,
    stood,
)
from interview.views.path_titles import path_title, plain
from interview.views.picture_cells import UNICODE, Line, Role, Signs, heading, settled, words
from interview.views.picture_table import Row, table
from interview.views.words_clinician import title
from trd_core.comparison import Change, CircleChange, Comparison, LinkChange, Presence, ProblemChange, RatingChange, VisitOrder
from trd_core.finding import Scalar

Became = Literal[
    "gone", "new", "up", "down", "same", "changed", "now known", "no longer known", "not comparable", "still open", "side by side"
]
NOT_THERE: Final = _("not on the map")
NOT_KNOWN: Final = _("not known")
ON_THE_MAP: Final = _("on the map")
DIFFERING: Final = frozenset({"gone", "new", "up", "down", "changed"})
OPEN: Final = frozenset({"now known", "no longer known", "not comparable", "still open"})
OF_CHANGES: Final[dict[str, Became]] = {
    "same": "same",
    "changed": "changed",
    "now_known": "now known",
    "no_longer_known": "no longer known",
    "still_open": "still open",
    "not_comparable": "not comparable",
}
OF_PRESENCES: Final[dict[Presence, Became]] = {
    "kept": "same",
    "new": "new",
    "gone": "gone",
    "not_known_before": "not comparable",
    "not_known_after": "not comparable",
}
BECAME_WORDS: Final[dict[Became, str]] = {
    "gone": _("gone"),
    "new": _("new"),
    "up": _("up"),
    "down": _("down"),
    "same": _("same"),
    "changed": _("changed"),
    "now known": _("now known"),
    "no longer known": _("no longer known"),
    "not comparable": _("not comparable"),
    "still open": _("still open"),
    "side by side": _("side by side"),
}
MEANING: Final = _(
    "Up and down: a number is higher or lower, a place is nearer to the first or further from it. Neither says better or worse. "
    "What is not known on one side has not gone."
)
SIDES: Final[dict[VisitOrder, tuple[str, str]]] = {
    "by_date": (_("Earlier"), _("Later")),
    "against_date": (_("Later"), _("Earlier")),
    "as_given": (_("First given"), _("Second given")),
}
"""What the two columns are called."""
SAFETY: Final = "areas.safety."
SAFETY_TITLE: Final = _("Safety, side by side")


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One row: what it is, how it was at each visit, and what became of it."""

    id: str
    what: str
    before: str
    after: str
    became: Became
    remark: str = ""
    is_part: bool = False
    """Whether it is one rating of the row before it."""


@dataclass(frozen=True, slots=True)
class SideGroup:
    """Rows that belong together."""

    title: str
    rows: tuple[SideBySide, ...]


def compare_lines(comparison: Comparison, width: int, signs: Signs = UNICODE) -> tuple[Line, ...]:
    """Return two visits side by side in so many columns; where columns do not fit, one under the other."""
    view = comparison_view(comparison)
    earlier, later = SIDES[comparison.order]
    about = (
        _("Two visits of {subject}").format(subject=view.subject),
        f"{earlier}: {view.before}",
        f"{later}: {view.after}",
        *(each for each in view.remarks if each != ORDERS["by_date"]),
        MEANING,
    )
    made = [line for each in about for line in words(each, width, "quiet")]
    groups = [(group.title, [_row(each, signs) for each in group.rows]) for group in side_groups(comparison, signs)]
    every_row = [row for __, rows in groups for row in rows]
    for called, rows in groups:
        made += heading(called, width)
        made += table(("", _("What"), earlier, later), rows, width, fitted_to=every_row)
        if called == SAFETY_TITLE:
            made += words(SAFETY_CAVEAT, width, "quiet")
    return settled(made)


def _row(each: SideBySide, signs: Signs) -> Row:
    sign = {
        "gone": signs.gone,
        "new": signs.new,
        "up": signs.up,
        "down": signs.down,
        "same": signs.same,
        "changed": signs.changed,
        "side by side": signs.bullet,
    }.get(each.became, signs.unknown)
    role: Role = "differs" if each.became in DIFFERING else "open" if each.became in OPEN else "kept" if each.became == "same" else "words"
    what = f"{f'{signs.bullet} ' if each.is_part else ''}{each.what}{f' ({each.remark})' if each.remark else ''}"
    return Row((f"{sign} {BECAME_WORDS[each.became]}", what, each.before, each.after), each.id, role)


def side_groups(comparison: Comparison, signs: Signs = UNICODE) -> tuple[SideGroup, ...]:
    """Return everything that is compared, group by group; groups without a row are left out."""
    names = problem_names(comparison)
    differing = (each for each in comparison.findings if each.change not in {"same", "still_open"})
    made = (
        SideGroup(SAFETY_TITLE, tuple(_safety(comparison))),
        SideGroup(_("Problems"), tuple(row for each in comparison.map.problems for row in _problem(each, names))),
        SideGroup(_("First place"), tuple(_place(each, names) for each in (comparison.map.first, comparison.map.primary))),
        SideGroup(_("Links"), tuple(row for each in comparison.map.links for row in _link(each, names, signs))),
        SideGroup(_("Circles"), tuple(_circle(each, names, signs) for each in comparison.map.circles)),
        SideGroup(_("Response to the latest treatment"), tuple(_change(each) for each in comparison.response)),
        SideGroup(_("Staging"), tuple(_change(each) for each in comparison.stages)),
        SideGroup(_("Strain"), (_change(comparison.allostatic),)),
        SideGroup(_("Findings that are not the same"), tuple(_change(each) for each in differing)),
    )
    return tuple(group for group in made if group.rows)


def _present(identifier: str, what: str, presence: Presence, before: str = ON_THE_MAP, after: str = ON_THE_MAP) -> SideBySide:
    """A row about something that is on a map or is not; where nobody knows, it says so."""
    if presence in {"new", "not_known_before"}:
        before = NOT_THERE if presence == "new" else NOT_KNOWN
    if presence in {"gone", "not_known_after"}:
        after = NOT_THERE if presence == "gone" else NOT_KNOWN
    return SideBySide(identifier, what, before, after, OF_PRESENCES[presence])


def _circle(circle: CircleChange, names: dict[str, str], signs: Signs) -> SideBySide:
    round_again = (*circle.members, circle.members[0])
    return _present(
        f"circle:{'+'.join(circle.members)}",
        f" {signs.arrow} ".join(name_at(key, names) for key in round_again),
        circle.presence,
    )


def _at(rank: int | None, label: str | None, *, is_renamed: bool) -> str:
    place = ON_THE_MAP if rank is None else _("place {rank}").format(rank=rank)
    return f"{' '.join(label.split())}, {place}" if is_renamed and label else place


def _problem(problem: ProblemChange, names: dict[str, str]) -> Iterator[SideBySide]:
    is_renamed = problem.presence == "kept" and problem.before_label != problem.after_label
    before = _at(problem.before_rank, problem.before_label, is_renamed=is_renamed)
    after = _at(problem.after_rank, problem.after_label, is_renamed=is_renamed)
    row = _present(f"problem:{problem.key}", name_at(problem.key, names), problem.presence, before, after)
    if problem.presence == "kept" and problem.before_rank is not None and problem.after_rank is not None:
        moved = problem.before_rank - problem.after_rank
        became: Became = "up" if moved > 0 else "down" if moved < 0 else "changed" if is_renamed else "same"
        row = SideBySide(row.id, row.what, row.before, row.after, became)
    yield row
    yield from (_rating(row, each, names) for each in problem.ratings)


def _link(link: LinkChange, names: dict[str, str], signs: Signs) -> Iterator[SideBySide]:
    ends = f" {signs.arrow} ".join(name_at(each, names) for each in (link.source, link.target))
    row = _present(f"link:{link.source}->{link.target}", ends, link.presence)
    if link.details and row.became == "same":
        row = SideBySide(row.id, row.what, row.before, row.after, "changed")
    yield row
    yield from (_rating(row, each, names) for each in link.details)


def _rating(of: SideBySide, rating: RatingChange, names: dict[str, str]) -> SideBySide:
    called = PARTS.get(rating.name, plain(rating.name))
    became = OF_CHANGES[rating.change]
    if rating.before is None and rating.after is None:
        return SideBySide(f"{of.id}:{rating.name}", called, _("as written then"), _("as written then"), became, is_part=True)
    if became == "changed":
        became = _direction(rating.before, rating.after)
    before, after = (rating_words(rating.name, each, names) for each in (rating.before, rating.after))
    return SideBySide(f"{of.id}:{rating.name}", called, before, after, became, is_part=True)


def _direction(before: Scalar | None, after: Scalar | None) -> Became:
    """Up or down where both are numbers, else only that it is not the same."""
    if isinstance(before, (bool, str)) or isinstance(after, (bool, str)) or before is None or after is None:
        return "changed"
    return "up" if after > before else "down"


def _place(change: Change, names: dict[str, str]) -> SideBySide:
    before, after = (NOT_KNOWN if each.is_open else name_at(each.value, names) for each in (change.before, change.after))
    return SideBySide(change.id, PLACES[change.id], before, after, OF_CHANGES[change.change])


def _change(change: Change) -> SideBySide:
    """One finding at both visits; ratings that do not speak of one treatment are not compared."""
    named = change.id.removeprefix("response.") if change.id.startswith("response.kellner") else None
    called = path_title(named) if named else title(change.id)
    both_known = change.change in {"same", "changed"}
    became: Became = OF_CHANGES[change.change]
    if change.flags and both_known:
        became = "not comparable"
    elif change.change == "changed" and change.before.range is None and change.after.range is None:
        became = "changed" if change.id.startswith(SAFETY) else _direction(change.before.value, change.after.value)
    remark = "; ".join(FLAGS.get(flag, plain(flag)) for flag in change.flags) if both_known else ""
    return SideBySide(change.id, called[:1].upper() + called[1:], stood(change, change.before), stood(change, change.after), became, remark)


def _safety(comparison: Comparison) -> Iterator[SideBySide]:
    before, after = safety_words(comparison.safety.before), safety_words(comparison.safety.after)
    yield SideBySide("safety", _("Safety"), before, after, "side by side")
    yield from (_change(each) for each in comparison.safety.answers)
