"""`MapScreen`: the tabs of the formulation and what stands under the cursor. What is done with it stands in `formulation`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from textual import on
from textual.widgets import TabbedContent, TabPane

from interview.engine.session import Session
from interview.language import _
from interview.tui.glyphs import ASCII, WIDE, Glyphs
from interview.tui.map_reading import NOTHING_READ, Proposal, read_map
from interview.tui.screens.acting_screen import ActingScreen
from interview.tui.text import as_content
from interview.tui.widgets import map_tables
from interview.tui.widgets.detail_pane import DetailPane
from interview.tui.widgets.graph_view import GraphView
from interview.tui.widgets.map_tables import LINK_HEADERS, PROPOSAL_HEADERS
from interview.tui.widgets.problems_pane import ProblemsPane
from interview.tui.widgets.two_maps import TwoMaps
from interview.tui.widgets.word_table import WordRow, WordTable, heading
from interview.views.beyond_depth import HOW as HOW_ASKED
from interview.views.beyond_depth import TITLE as NOT_ASKED
from interview.views.beyond_depth import not_asked
from interview.views.locale import listed
from interview.views.settling import open_lines

NO_LINKS: Final = _("No link is drawn yet. D draws one; S shows what the answers suggest.")
NO_PROPOSALS: Final = _("The answers suggest nothing that is not on the map, or was not turned down. That is not a finding.")
NOTHING_OPEN: Final = _("No question is open that would settle anything here.")
OPEN_HEADERS: Final = (("asked", _("Still to ask")), ("settles", _("It would help to see")))
TABS: Final = {
    "problems": _("Problems"),
    "links": _("Links"),
    "suggested": _("Suggested"),
    "picture": _("Picture"),
    "maps": _("Two maps"),
    "open": _("Open"),
}
OWNERS: Final = {"patient": _("the person's own")}
"""Words beside a link that is not the clinician's."""


BEYOND: Final = "beyond:"
"""The key of a section of which questions were not asked at this depth."""


class MapScreen(ActingScreen[str]):
    """Problems in their order, links, and what the answers suggest; beside each other where there is room."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012  (the toolkit declares it so)
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (21, "-tall")]  # noqa: RUF012
    DEFAULT_CSS = """
    MapScreen TabbedContent { height: 1fr; }
    MapScreen ContentSwitcher { height: 1fr; }
    MapScreen TabPane { padding: 0; height: 1fr; }
    MapScreen Tab { color: $text-muted; }
    MapScreen Tab.-active { color: $text; text-style: bold; }
    MapScreen.-wide #problems-body { layout: horizontal; }
    MapScreen.-wide .problems-side { width: 1fr; min-width: 58; max-width: 69; height: 1fr; max-height: 100%; }
    MapScreen.-wide RatingCard { display: block; }
    MapScreen.-wide RatingCard.-empty { display: none; }
    MapScreen.-wide #problem-words { max-height: 12; }
    MapScreen.-wide ProblemsPane.-rating #problem-words { display: block; }
    MapScreen.-wide ProblemsPane.-rating #problem-words.-none { display: none; }
    MapScreen.-wide ProblemsPane.-rating #map-words { display: block; }
    MapScreen.-wide ProblemsPane.-rating #legend { display: block; }
    MapScreen.-flat ProblemsPane.-rating WordTable { display: none; }
    MapScreen.-flat ProblemsPane.-rating #rate-first { display: none; }
    MapScreen.-flat ProblemsPane.-rating .problems-side { max-height: 100%; }
    MapScreen.-wide DetailPane { layout: horizontal; }
    MapScreen.-wide DetailPane VerticalScroll {
        width: 58; height: 1fr; max-height: 100%; border-top: none; border-left: solid $border-blurred;
    }
    MapScreen.-wide DetailPane VerticalScroll:focus { border-left: heavy $border; }
    """

    def __init__(self, session: Session, glyphs: Glyphs = WIDE) -> None:
        super().__init__(session)
        self.glyphs = glyphs
        self.reading = NOTHING_READ

    def compose_body(self) -> Iterable[Any]:
        """Lay out the tabs."""
        with TabbedContent(id="map-tabs"):
            with TabPane(TABS["problems"], id="problems"):
                yield ProblemsPane()
            with TabPane(TABS["links"], id="links"):
                yield DetailPane(id="links-pane", nothing=NO_LINKS)
            with TabPane(TABS["suggested"], id="suggested"):
                yield DetailPane(id="suggested-pane", nothing=NO_PROPOSALS)
            with TabPane(TABS["picture"], id="picture"):
                yield GraphView(letters_only=self.glyphs == ASCII, id="map-graph")
            with TabPane(TABS["maps"], id="maps"):
                yield TwoMaps(letters_only=self.glyphs == ASCII)
            with TabPane(TABS["open"], id="open"):
                yield DetailPane(id="open-pane", nothing=NOTHING_OPEN)

    def begin(self) -> None:
        """Begin with what the answers suggest where the map is empty."""
        self.action_tab("problems" if self.reading.view.rows or not self.reading.proposals else "suggested")

    def draw_body(self) -> None:
        """Read the map, and draw the tab that is open; the others are drawn when they are opened."""
        self.reading = read_map(self.session)
        view, tabs = self.reading.view, self.query_one(TabbedContent)
        counts = (len(view.rows), len(self.reading.links), len(self.reading.proposals))
        for (tab, title), count in zip(TABS.items(), counts, strict=False):
            tabs.get_tab(tab).label = as_content(f"{title} {count}")
        self._draw_tab()

    def _draw_tab(self) -> None:
        reading = self.reading
        match self.tab:
            case "problems":
                self.query_one(ProblemsPane).draw(reading.facts)
            case "links":
                self.links_pane.draw(LINK_HEADERS, map_tables.link_rows(reading.view), reading.link_words)
            case "suggested":
                self.suggested_pane.draw(PROPOSAL_HEADERS, map_tables.proposal_rows(reading.view), reading.proposal_words)
            case "picture":
                self.graph.show(*reading.graph, OWNERS)
                self.graph.choose(self.graph.chosen or next(iter(reading.all_labels), None))
            case "maps":
                self.query_one(TwoMaps).draw(reading.beside)
            case "open":
                lines = {line.link_id: line for line in open_lines(self.session, self.session.open_questions(), is_shared=False)}
                beyond = {BEYOND + each.section: each for each in not_asked(self.session)}
                rows = [WordRow(line.link_id, (line.asked, listed(line.settles))) for line in lines.values()]
                rows += [heading(NOT_ASKED, len(OPEN_HEADERS))] if beyond else []
                rows += [WordRow(key, (each.title, each.counted)) for key, each in beyond.items()]
                said = {key: f"{each.words}\n\n{HOW_ASKED}" for key, each in beyond.items()}
                self.open_pane.draw(OPEN_HEADERS, rows, lambda key: said[key] if key in said else lines[key].sentence)

    @property
    def tab(self) -> str:
        """The tab that is open."""
        return self.query_one(TabbedContent).active

    @property
    def links_pane(self) -> DetailPane:
        """The links and the words about one of them."""
        return self.query_one("#links-pane", DetailPane)

    @property
    def suggested_pane(self) -> DetailPane:
        """The proposals and the words about one of them."""
        return self.query_one("#suggested-pane", DetailPane)

    @property
    def open_pane(self) -> DetailPane:
        """The open questions and what one of them would settle."""
        return self.query_one("#open-pane", DetailPane)

    @property
    def graph(self) -> GraphView:
        """The picture of the map."""
        return self.query_one("#map-graph", GraphView)

    @property
    def is_rating(self) -> bool:
        """Whether ratings have the keys."""
        return self.query_one(ProblemsPane).is_rating

    @property
    def proposal_here(self) -> Proposal | None:
        """The proposal under the cursor."""
        return self.reading.proposals.get(self.suggested_pane.here or "")

    @property
    def problem_here(self) -> str | None:
        """The id of the problem under the cursor, on either map."""
        return self.query_one(ProblemsPane).here_on_any_map

    @property
    def map_in_front(self) -> str:
        """Whose map is looked at, as a problem or a link says it: `clinician` or `patient`."""
        return "patient" if self.tab == "maps" and self.query_one(TwoMaps).persons_is_in_front else "clinician"

    def action_tab(self, tab: str) -> None:
        """Open a tab and go to its table."""
        self.query_one(TabbedContent).active = tab
        self._draw_tab()
        if tab == "picture":
            self.graph.focus_graph()
        elif tab == "maps":
            self.query_one(TwoMaps).focus_here()
        else:
            self.query_one(f"TabPane#{tab}").query_one(WordTable).focus()
        self.refresh_bindings()

    @on(GraphView.ProblemTaken)
    def _taken_in_the_picture(self, event: GraphView.ProblemTaken) -> None:
        event.stop()
        self.action_show_problem(event.problem)

    def action_show_problem(self, problem: str) -> None:
        """Show a problem in its row."""
        self.action_tab("problems")
        self.query_one(ProblemsPane).go_to(problem)

    @on(ProblemsPane.NotTaken)
    def _tell_what_fits(self, event: ProblemsPane.NotTaken) -> None:
        event.stop()
        self.say(event.fits)

    @on(TabbedContent.TabActivated)
    def _tab_opened(self, event: TabbedContent.TabActivated) -> None:
        event.stop()
        self._draw_tab()
        self.refresh_bindings()

    def action_leave(self) -> None:
        """Leave the ratings first, then the screen."""
        pane = self.query_one(ProblemsPane)
        if pane.is_rating:
            pane.end_rating()
        else:
            super().action_leave()
