"""The person's own map by itself: their problems and links in their words, and nothing that the clinician named. The person may see it."""

from __future__ import annotations

from dataclasses import dataclass

from interview.views.graph_model import GraphLink, GraphProblem
from trd_core.case import Case


@dataclass(frozen=True, slots=True)
class PersonsMap:
    """What the person drew. Labels are free text."""

    problems: tuple[GraphProblem, ...] = ()
    links: tuple[GraphLink, ...] = ()
    elsewhere: int = 0
    """How many of the person's links lead to or from a problem that stands in the clinician's words alone."""

    @property
    def labels(self) -> dict[str, str]:
        """The problems' names by id."""
        return {each.id: each.words for each in self.problems}

    def link_words(self, link: GraphLink) -> str:
        """A link in the person's words."""
        return f"{self.labels[link.source]} → {self.labels[link.target]}"


def persons_map(case: Case) -> PersonsMap:
    """Return the person's own map of a case."""
    problems = tuple(GraphProblem(each.id, each.label) for each in case.problems or () if each.by == "patient" and each.id and each.label)
    known = {each.id for each in problems}
    theirs = [each for each in case.links or () if each.by == "patient" and each.source and each.target]
    inside = tuple(GraphLink(each.source, each.target) for each in theirs if {each.source, each.target} <= known)
    return PersonsMap(problems, tuple(dict.fromkeys(inside)), len(theirs) - len(inside))
