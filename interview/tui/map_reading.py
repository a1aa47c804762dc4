"""What a formulation screen reads of a session in one go: the map in words, and what stands under each row's key."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from interview.engine.map_acts import RATINGS
from interview.engine.session import Session
from interview.language import _
from interview.tui.widgets import map_tables
from interview.tui.widgets.map_tables import LINK, PROBLEM
from interview.tui.widgets.problems_pane import MapFacts
from interview.views.graph_model import GraphLink, GraphProblem
from interview.views.macro import LinkRow, MacroView, lacking_for, macro_view
from interview.views.maps_beside import MapsBeside, maps_beside
from interview.views.proposals import LinkHypothesis, ProposedProblem
from interview.views.required_words import required_of, required_words

Proposal = ProposedProblem | LinkHypothesis


@dataclass(frozen=True, slots=True)
class MapReading:
    """One reading of the map, valid until the next event."""

    facts: MapFacts
    order: tuple[str, ...] = ()
    """Ids in the order that the clinician set; empty where none was."""
    reason: str = ""
    """Why that order was set."""
    beside: MapsBeside = field(default_factory=MapsBeside)
    """The person's map and the clinician's, apart and compared."""

    @property
    def view(self) -> MacroView:
        """The map in words."""
        return self.facts.view

    @property
    def labels(self) -> dict[str, str]:
        """Names of the problems on the clinician's map by id, in their order."""
        return {row.id: row.label for row in self.view.rows}

    @property
    def all_labels(self) -> dict[str, str]:
        """Names of the problems on either map by id, the clinician's first."""
        return {**self.labels, **dict(zip(self.facts.persons, self.view.persons_problems, strict=True))}

    @property
    def graph(self) -> tuple[tuple[GraphProblem, ...], tuple[GraphLink, ...]]:
        """Both maps as they are drawn: the problems, and each link with whose it is."""
        ranks = {row.id: f"{row.rank}. {row.label}" for row in self.view.rows}
        problems = tuple(GraphProblem(problem, ranks.get(problem, label)) for problem, label in self.all_labels.items())
        owned = ((self.view.links, "clinician"), (self.view.persons_links, "patient"))
        return problems, tuple(GraphLink(row.source, row.target, by) for rows, by in owned for row in rows)

    @property
    def proposals(self) -> dict[str, Proposal]:
        """What is proposed, by the keys of its rows."""
        problems: dict[str, Proposal] = {PROBLEM + each.id: each for each in self.view.proposed_problems}
        return {**problems, **{LINK + each.id: each for each in self.view.proposed_links}}

    @property
    def links(self) -> dict[str, tuple[LinkRow, str]]:
        """Links by the keys of their rows, each with whose it is: `clinician` or `patient`."""
        clinicians = {map_tables.link_key(row): (row, "clinician") for row in self.view.links}
        return {**clinicians, **{map_tables.link_key(row, persons=True): (row, "patient") for row in self.view.persons_links}}

    def link_words(self, key: str) -> str:
        """Return all that is known of a link."""
        row, __ = self.links[key]
        return "\n".join(
            (f"{row.sentence}.", *row.details, *((_("Why: {rationale}").format(rationale=row.rationale),) if row.rationale else ()))
        )

    def proposal_words(self, key: str) -> str:
        """Return all that is to be known of a proposal."""
        return map_tables.proposal_words(self.proposals[key])

    def lacking_for(self, link: LinkHypothesis) -> str:
        """Return the names of the problems that a link needs and the map has not; empty where it has both."""
        return lacking_for(self.view, link)


NOTHING_READ = MapReading(MapFacts(MacroView(), (), {}, {}))


def read_map(session: Session) -> MapReading:
    """Return the map of a session as it stands now."""
    case, proposals = session.case(), session.proposals()
    analysis = session.assessment().macro_analysis
    rated = {problem.id: {name: getattr(problem, name) for name in RATINGS} for problem in case.problems or ()}
    proposed = {each.id: dict(each.ratings) for each in proposals.problems}
    view = macro_view(case, analysis, proposals, session.state.rejected, session.primary())
    override = analysis.override
    labels = {row.id: row.label for row in view.rows}
    facts = MapFacts(view, analysis.person.problems, rated, proposed, required_of(case), required_words(case, labels))
    reading = MapReading(facts, override.order if override else (), override.reason if override else "")
    return replace(reading, beside=maps_beside(analysis, reading.all_labels))
