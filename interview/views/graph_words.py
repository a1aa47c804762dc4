"""The problem graph in words: what is fed by what, for those who read rather than look, and for screens too small for a picture.

The words of the problems are the caller's. A link that nobody drew is said to be not drawn, never that there is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from interview.language import _, ngettext
from interview.views.graph_cells import GraphSigns
from interview.views.graph_labels import cleaned
from interview.views.graph_layout import MOST_LINKS, MOST_PROBLEMS
from interview.views.graph_model import GraphLayout, GraphLink, GraphProblem
from trd_core.formulation.circles import arrows, circles

NO_ROOM: Final = _("Too little room for the picture: here is the list.")
NOTHING: Final = _("No problem is here to be drawn.")
TOO_MANY: Final = _(
    "More than {most_problems} problems or {most_links} links could not be followed in a picture: here is the list."
).format(most_problems=MOST_PROBLEMS, most_links=MOST_LINKS)
FEEDS: Final = _("- feeds: ")
IN_CIRCLE: Final = _("- in a circle")
LEAST_LINES: Final = 8
"""Lines below which the list stands in the picture's place."""


def chosen_words(made: GraphLayout, signs: GraphSigns, owners: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return what is drawn about the chosen problem, one sentence a line; nothing where none is chosen.

    `owners` gives the words for whose a link is, by its `by`; a link whose `by` it does not name has none.
    """
    chosen = made.chosen
    if chosen is None:
        return ()
    whole = dict(zip((box.id for box in made.boxes), made.words, strict=True))
    owners = owners or {}

    def end(problem: str, by: str) -> str:
        return f"{whole[problem]} ({owners[by]})" if by in owners else whole[problem]

    feeds = [end(edge.target, edge.by) for edge in made.edges if edge.source == chosen]
    fed_by = [end(edge.source, edge.by) for edge in made.edges if edge.target == chosen]
    said = [
        _("Chosen: {whole}").format(whole=whole[chosen]),
        _("{across} feeds: {join}").format(across=signs.lines["feeds"].across, join="; ".join(feeds) or _("no link is drawn from it")),
        _("{across} fed by: {join}").format(across=signs.lines["fed_by"].across, join="; ".join(fed_by) or _("no link is drawn to it")),
    ]
    for number, circle in enumerate(made.circles, 1):
        if chosen in circle:
            mark = f"{signs.circle}{number}" if len(made.circles) > 1 else signs.circle
            said.append(
                _("{mark} in a circle with: {listed}").format(mark=mark, listed="; ".join(whole[each] for each in circle if each != chosen))
            )
    return tuple(said)


def rows_of(problems: Sequence[GraphProblem], links: Sequence[GraphLink]) -> tuple[tuple[str, str], ...]:
    """Return the same as a list, in the order given: the id of each problem, and its words, what it feeds and its circle, a line each."""
    whole = {each.id: cleaned(each.words) for each in problems}
    targets = arrows(whole, ((link.source, link.target) for link in links if link.source != link.target))
    around = {each for circle in circles(targets) for each in circle}
    return tuple(
        (problem, "\n".join((words, *(f"{FEEDS}{whole[each]}" for each in targets[problem]), *([IN_CIRCLE] if problem in around else ()))))
        for problem, words in whole.items()
    )


def notes(made: GraphLayout) -> tuple[str, ...]:
    """Return what the drawing does not show, in words; nothing where it shows all."""
    said = []
    if not made.boxes:
        said.append(NOTHING)
    if made.left_out:
        said.append(
            _("{counted} not drawn: an end is no problem on this map, or both ends are one.").format(
                counted=ngettext("{n} link", "{n} links", len(made.left_out)).format(n=len(made.left_out))
            )
        )
    shortened = sum(box.is_shortened for box in made.boxes)
    if shortened:
        said.append(
            _("{counted} too long for a box: choose the problem to read the whole.").format(
                counted=ngettext("{n} label", "{n} labels", shortened).format(n=shortened)
            )
        )
    return tuple(said)


def in_reading_order(made: GraphLayout) -> tuple[str, ...]:
    """Return the ids as one reads the drawing: from the top, each row from the left."""
    return tuple(box.id for box in sorted(made.boxes, key=lambda box: (box.y, box.x)))
