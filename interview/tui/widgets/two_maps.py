"""`TwoMaps`: the person's own map beside the clinician's, and the table that compares them; one after the other where there is no room."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from interview.language import _
from interview.tui.text import as_content
from interview.tui.widgets.graph_view import GraphView
from interview.tui.widgets.word_table import RowTable, WordRow, heading
from interview.views.maps_beside import SEEN, MapsBeside, SeenRow

SIDE_BY_SIDE: Final = 130
"""Columns from which both pictures and the table stand on the screen at once."""

HEADERS: Final = (("what", _("Problem or link")), ("seen", _("Who sees it")))
PERSONS: Final = _("The person's own map, in their words")
CLINICIANS: Final = _("The clinician's map, in its order")
NO_MAP: Final = _("The person drew no map yet. A adds a problem, D a link; “On: the person's own map” makes it theirs.")
VIEWS: Final = ("persons", "clinicians", "table")


class TwoMaps(Vertical):
    """Draws both maps and their comparison; a problem that is looked at in one picture is looked at in the other too."""

    DEFAULT_CSS = """
    TwoMaps { height: 1fr; }
    TwoMaps Horizontal { height: 1fr; }
    TwoMaps .one-map { width: 1fr; height: 1fr; }
    TwoMaps .map-title { height: auto; padding: 0 1; text-style: bold; color: $text-accent; }
    TwoMaps #maps-said { height: auto; padding: 0 1; color: $text-muted; }
    TwoMaps #maps-table { height: auto; max-height: 45%; border-top: solid $border-blurred; }
    TwoMaps #clinicians-map { border-left: solid $border-blurred; }
    TwoMaps.-one #clinicians-map { border-left: none; }
    TwoMaps.-one .one-map { display: none; }
    TwoMaps.-one #maps-table { display: none; border-top: none; }
    TwoMaps.-one.-persons #persons-map, TwoMaps.-one.-clinicians #clinicians-map { display: block; }
    TwoMaps.-one.-table Horizontal { display: none; }
    TwoMaps.-one.-table #maps-table { display: block; height: 1fr; max-height: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "turn", _("Next view"), tooltip=_("Go on: the person's map, the clinician's, the comparison")),
    ]

    def __init__(self, *, letters_only: bool = False) -> None:
        super().__init__()
        self._letters_only = letters_only
        self._at = VIEWS[0]

    def compose(self) -> ComposeResult:
        """Lay out both pictures with their titles, and the table."""
        yield Static("", id="maps-said")
        with Horizontal():
            with Vertical(id="persons-map", classes="one-map"):
                yield Static(PERSONS, classes="map-title", markup=False)
                yield GraphView(letters_only=self._letters_only, id="persons-graph")
            with Vertical(id="clinicians-map", classes="one-map"):
                yield Static(CLINICIANS, classes="map-title", markup=False)
                yield GraphView(letters_only=self._letters_only, id="clinicians-graph")
        yield RowTable(id="maps-table")

    @property
    def graphs(self) -> tuple[GraphView, GraphView]:
        """The person's picture and the clinician's."""
        return self.query_one("#persons-graph", GraphView), self.query_one("#clinicians-graph", GraphView)

    def draw(self, beside: MapsBeside) -> None:
        """Draw both maps as they stand."""
        persons, clinicians = self.graphs
        persons.show(*beside.persons)
        clinicians.show(*beside.clinicians)
        said = [] if beside.persons[0] else [NO_MAP]
        said += [" ".join(beside.firsts)] if beside.firsts else []
        self.query_one("#maps-said", Static).update(as_content("\n".join(said)))
        self.query_one("#maps-said", Static).display = bool(said)
        self.query_one(RowTable).show(HEADERS, _rows(_("Problems"), beside.problems) + _rows(_("Links"), beside.links))
        self._fit()

    def on_resize(self) -> None:
        """Show one at a time where there is no room for all."""
        self._fit()

    @property
    def persons_is_in_front(self) -> bool:
        """Whether the person's own map is looked at: where both stand on the screen, the one that has the keys."""
        if self.has_class("-one"):
            return self._at == VIEWS[0]
        persons, clinicians = self.graphs
        return persons.has_focus_within or (self._at == VIEWS[0] and not clinicians.has_focus_within)

    def action_turn(self) -> None:
        """Go on to the next of the three, and give it the keys; where all stand on the screen, only the keys go on."""
        self._at = VIEWS[(VIEWS.index(self._at) + 1) % len(VIEWS)]
        self._fit()
        self.focus_here()

    def focus_here(self) -> None:
        """Give the keys to what is looked at."""
        if self._at == "table":
            self.screen.set_focus(self.query_one(RowTable))
        else:
            self.query_one(f"#{self._at}-graph", GraphView).focus_graph()

    def _fit(self) -> None:
        self.set_class(self.size.width < SIDE_BY_SIDE, "-one")
        for view in VIEWS:
            self.set_class(self._at == view, f"-{view}")

    @on(GraphView.ProblemReached)
    def _reached(self, event: GraphView.ProblemReached) -> None:
        for graph in self.graphs:
            if graph.chosen != event.problem:
                graph.choose(event.problem)


def _rows(title: str, rows: tuple[SeenRow, ...]) -> tuple[WordRow, ...]:
    if not rows:
        return ()
    said = (WordRow(f"{title}:{row.id}", (row.words, "; ".join(part for part in (SEEN[row.seen], row.remark) if part))) for row in rows)
    return (heading(title, len(HEADERS)), *said)
