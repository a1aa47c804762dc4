"""The person's map beside the clinician's: two pictures, and row by row who sees what. It compares; it does not say who is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from interview.language import _
from interview.views.graph_model import GraphLink, GraphProblem
from interview.views.path_titles import problem_title
from trd_core.map_results import MacroAnalysis, MapLink

Seen = Literal["both", "person", "clinician", "other_way"]
SEEN: Final[dict[Seen, str]] = {
    "both": _("both"),
    "person": _("only the person"),
    "clinician": _("only the clinician"),
    "other_way": _("both, the other way round"),
}
"""Who sees a problem or a link."""

SAME_NAME: Final = _("perhaps one problem under two names: it is called the same on both maps")

Ends = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SeenRow:
    """One problem or link: its words (labels are free text), who sees it, and a remark."""

    id: str
    words: str
    seen: Seen
    remark: str = ""


@dataclass(frozen=True, slots=True)
class MapsBeside:
    """Both maps: what each draws, and the rows that compare them, the differences first."""

    persons: tuple[tuple[GraphProblem, ...], tuple[GraphLink, ...]] = ((), ())
    clinicians: tuple[tuple[GraphProblem, ...], tuple[GraphLink, ...]] = ((), ())
    problems: tuple[SeenRow, ...] = ()
    links: tuple[SeenRow, ...] = ()
    firsts: tuple[str, ...] = ()
    """With what each would begin, as far as it is known."""


def maps_beside(analysis: MacroAnalysis, labels: Mapping[str, str]) -> MapsBeside:
    """Return both maps of a macro-analysis; `labels` are the names of the problems by id, the person's in the person's words."""
    ranks = {each.id: each.rank for each in analysis.problems}
    persons = _on_map(analysis.person.problems, analysis.person.links)
    clinicians = _on_map(ranks, analysis.links)
    named = {each: labels.get(each) or problem_title(each) for each in (*persons, *clinicians)}
    ranked = {each: f"{ranks[each]}. {named[each]}" if each in ranks else named[each] for each in clinicians}
    theirs, ours = _ends(analysis.person.links), _ends(analysis.links)
    return MapsBeside(
        persons=_drawn(persons, named, theirs),
        clinicians=_drawn(clinicians, ranked, ours),
        problems=tuple(_differences_first(_problem_rows(persons, clinicians, named, analysis))),
        links=tuple(_differences_first(_link_rows(theirs, ours, named))),
        firsts=tuple(_firsts(analysis, named)),
    )


def _on_map(ids: Iterable[str], links: Iterable[MapLink]) -> dict[str, None]:
    return dict.fromkeys((*ids, *(end for link in links for end in (link.source, link.target))))


def _ends(links: Iterable[MapLink]) -> dict[Ends, None]:
    return dict.fromkeys((link.source, link.target) for link in links)


def _drawn(ids: Iterable[str], words: Mapping[str, str], ends: Iterable[Ends]) -> tuple[tuple[GraphProblem, ...], tuple[GraphLink, ...]]:
    return tuple(GraphProblem(each, words[each]) for each in ids), tuple(GraphLink(*each) for each in ends)


def _problem_rows(
    persons: Mapping[str, None], clinicians: Mapping[str, None], named: Mapping[str, str], analysis: MacroAnalysis
) -> Iterator[SeenRow]:
    same = {each for pair in (analysis.two_maps.same_name if analysis.two_maps is not None else ()) for each in pair}
    for each in dict.fromkeys((*persons, *clinicians)):
        seen: Seen = "both" if each in persons and each in clinicians else "person" if each in persons else "clinician"
        yield SeenRow(each, named[each], seen, SAME_NAME if each in same else "")


def _link_rows(theirs: Mapping[Ends, None], ours: Mapping[Ends, None], named: Mapping[str, str]) -> Iterator[SeenRow]:
    for source, target in dict.fromkeys((*theirs, *ours)):
        turned = (target, source)
        is_theirs, is_ours = (source, target) in theirs, (source, target) in ours
        if is_ours and not is_theirs and turned in theirs and turned not in ours:
            continue
        is_turned = is_theirs and not is_ours and turned in ours and turned not in theirs
        seen: Seen = "other_way" if is_turned else "both" if is_theirs and is_ours else "person" if is_theirs else "clinician"
        remark = _("the clinician draws it from {source} to {target}").format(source=named[target], target=named[source])
        yield SeenRow(f"{source}->{target}", f"{named[source]} → {named[target]}", seen, remark if is_turned else "")


def _differences_first(rows: Iterable[SeenRow]) -> list[SeenRow]:
    return sorted(rows, key=lambda row: row.seen == "both")


def _firsts(analysis: MacroAnalysis, named: Mapping[str, str]) -> Iterator[str]:
    maps = analysis.two_maps
    if maps is None:
        return
    if maps.same_first == "met" and maps.first_of_person is not None:
        yield _("Both would begin with {problem}.").format(problem=named.get(maps.first_of_person, maps.first_of_person))
        return
    if maps.first_of_person is not None:
        yield _("The person would begin with {problem}.").format(problem=named.get(maps.first_of_person, maps.first_of_person))
    if maps.first_of_clinician is not None:
        yield _("The clinician would begin with {problem}.").format(problem=named.get(maps.first_of_clinician, maps.first_of_clinician))
