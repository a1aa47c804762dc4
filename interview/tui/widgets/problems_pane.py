"""`ProblemsPane`: the hierarchy with its key, what must be rated first, and the ratings of the problem under the cursor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import DataTable, Static

from interview.language import _
from interview.tui.text import as_content
from interview.tui.widgets.map_tables import (
    LEGEND,
    PERSONS,
    PROBLEM,
    PROBLEM_HEADERS,
    circle_words,
    override_words,
    problem_rows,
    problem_words,
)
from interview.tui.widgets.rating_row import RatingCard
from interview.tui.widgets.word_table import RowTable
from interview.views.macro import MacroView

NOTHING_YET = _("No problem is on the map yet. S shows what the answers suggest; A adds a problem of your own.")
Values = Mapping[str, Mapping[str, int | bool | None]]


@dataclass(frozen=True, slots=True)
class MapFacts:
    """What the pane draws: the view, ids on the person's own map, ratings by problem, and ratings that answers propose."""

    view: MacroView
    persons: tuple[str, ...]
    rated: Values
    proposed: Values
    required: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Ratings that are still required, by problem."""
    required_words: str = ""
    """The same in a sentence, or that nothing more is required."""


class ProblemsPane(Vertical):
    """Rows ranked by the core, and the ratings of the one under the cursor."""

    DEFAULT_CSS = """
    ProblemsPane { height: 1fr; }
    ProblemsPane .said { height: auto; padding: 0 1; }
    ProblemsPane #rate-first { text-style: bold; color: $text-warning; max-height: 4; }
    ProblemsPane #rate-first.-done { text-style: none; color: $text-success; }
    ProblemsPane .problems-side { height: auto; max-height: 62%; overflow-y: auto; }
    ProblemsPane #problem-words { max-height: 5; }
    ProblemsPane #problem-words.-none { display: none; }
    ProblemsPane RatingCard { display: none; }
    ProblemsPane.-rating RatingCard { display: block; }
    ProblemsPane.-rating #map-words, ProblemsPane.-rating #legend, ProblemsPane.-rating #problem-words { display: none; }
    """

    @dataclass
    class RatingGiven(Message):
        """A rating of a problem was given; None took it back."""

        problem: str
        rating: str
        value: int | bool | None

    @dataclass
    class NotTaken(Message):
        """A key does not fit the rating in turn: what it takes."""

        fits: str

    def __init__(self) -> None:
        super().__init__()
        self._facts = MapFacts(MacroView(), (), {}, {})

    def compose(self) -> ComposeResult:
        """Lay out what is rated first, the table, the words about one problem, and its ratings."""
        yield Static("", id="rate-first", classes="said")
        with Vertical(id="problems-body"):
            yield RowTable(id="problems")
            with Vertical(classes="problems-side"):
                yield Static("", id="problem-words", classes="said")
                yield RatingCard()
                yield Static("", id="map-words", classes="said")
                yield Static(as_content(LEGEND), id="legend", classes="said quiet")

    def draw(self, facts: MapFacts) -> None:
        """Show the map as it stands."""
        self._facts, view = facts, facts.view
        first = self.query_one("#rate-first", Static)
        first.set_class(bool(view.rows) and not facts.required, "-done")
        first.update(as_content(facts.required_words if view.rows else NOTHING_YET))
        self.query_one("#map-words", Static).update(
            as_content("\n".join(part for part in (circle_words(view), override_words(view)) if part))
        )
        self.query_one(RowTable).show(PROBLEM_HEADERS, problem_rows(view, facts.persons))
        self._draw_one()

    @property
    def here(self) -> str | None:
        """The id of the ranked problem under the cursor, or None."""
        key = self.query_one(RowTable).key_here or ""
        return key.removeprefix(PROBLEM) if key.startswith(PROBLEM) else None

    @property
    def here_on_any_map(self) -> str | None:
        """The id of the problem under the cursor, the person's own map included."""
        key = self.query_one(RowTable).key_here or ""
        return next((key.removeprefix(prefix) for prefix in (PROBLEM, PERSONS) if key.startswith(prefix)), None)

    @property
    def is_rating(self) -> bool:
        """Whether keys rate: the toolkit's focus, and not what was drawn of it, so that quick keys meet no half-way state."""
        return isinstance(self.screen.focused, RatingCard)

    def begin_rating(self) -> None:
        """Go to the first rating of this problem that is not given; keys rate from now on, those included that are on their way."""
        if self.here is not None:
            self._draw_one()
            self.add_class("-rating")
            self.query_one(RatingCard).begin()

    def end_rating(self) -> None:
        """Go back to the table."""
        self.remove_class("-rating")
        self.screen.set_focus(self.query_one(RowTable))

    def go_to(self, problem: str) -> None:
        """Put the cursor on a problem."""
        self.query_one(RowTable).go_to_key(PROBLEM + problem)
        self._draw_one()

    def _draw_one(self) -> None:
        row = next((row for row in self._facts.view.rows if row.id == self.here), None)
        words = self.query_one("#problem-words", Static)
        words.set_class(row is None, "-none")
        words.update(as_content(problem_words(self._facts.view, row) if row is not None else ""))
        card = self.query_one(RatingCard)
        if self.has_class("-rating") and card.problem is not None and any(each.id == card.problem for each in self._facts.view.rows):
            row = next(each for each in self._facts.view.rows if each.id == card.problem)
        identifier = row.id if row is not None else None
        rated, proposed = self._facts.rated.get(identifier or "", {}), self._facts.proposed.get(identifier or "", {})
        known = {name: value for name, value in proposed.items() if value is not None}
        required = frozenset(self._facts.required.get(identifier or "", ()))
        card.draw(identifier, row.label if row is not None else "", dict(rated), known, required)

    @on(DataTable.RowHighlighted)
    def _moved(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        if not self.has_class("-rating"):
            self._draw_one()

    @on(DataTable.RowSelected)
    def _chosen(self, event: DataTable.RowSelected) -> None:
        event.stop()
        self.begin_rating()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Rate while the ratings have the keys, however they came by them; the table ends it."""
        if isinstance(event.widget, RatingCard | RowTable):
            self.set_class(self.is_rating, "-rating")

    @on(RatingCard.Given)
    def _given(self, event: RatingCard.Given) -> None:
        event.stop()
        self.post_message(self.RatingGiven(event.problem, event.rating, event.value))

    @on(RatingCard.NotTaken)
    def _not_taken(self, event: RatingCard.NotTaken) -> None:
        event.stop()
        self.post_message(self.NotTaken(event.fits))
