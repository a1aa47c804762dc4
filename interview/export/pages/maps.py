"""The maps as pictures on a page: the clinician's, the person's own; the links in words stand in the text beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from interview.export.page import Block, GraphPicture
from interview.language import _
from interview.views.graph_layout import layout
from interview.views.graph_model import GraphLayout, GraphLink, GraphProblem
from interview.views.maps_beside import maps_beside
from interview.views.path_titles import problem_title
from trd_core.case import Case
from trd_core.map_results import MacroAnalysis

WIDTH: Final = 84
"""Cells of a map on a page."""


@dataclass(frozen=True, slots=True)
class Maps:
    """Both maps laid out; None where nobody drew one."""

    clinicians: GraphLayout | None
    persons: GraphLayout | None


def maps_of(case: Case, analysis: MacroAnalysis) -> Maps:
    """Return the maps of a record."""
    labels = {problem.id: problem.label or problem_title(problem.id) for problem in case.problems or ()}
    beside = maps_beside(analysis, labels)
    return Maps(
        clinicians=_drawn(beside.clinicians),
        persons=_drawn(beside.persons),
    )


def _drawn(graph: tuple[tuple[GraphProblem, ...], tuple[GraphLink, ...]]) -> GraphLayout | None:
    problems, links = graph
    return layout(problems, links, None, WIDTH) if problems else None


def clinicians(drawn: Maps) -> Iterator[Block]:
    """Yield the clinician's map."""
    if drawn.clinicians is not None:
        yield GraphPicture(drawn.clinicians, _("The map of the problems"), ())


def persons(drawn: Maps) -> Iterator[Block]:
    """Yield the person's own map."""
    if drawn.persons is not None:
        yield GraphPicture(drawn.persons, _("The person's own map, drawn"), ())
